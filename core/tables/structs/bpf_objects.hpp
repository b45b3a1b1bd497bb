#pragma once

#include "core/tables/struct_layout.hpp"

/// `union bpf_attr` of the commands that ask about objects, run and link them.
namespace troupe {

extern const StructLayout bpf_run_layout, bpf_info_layout, bpf_query_layout, bpf_raw_tracepoint_layout, bpf_type_format_layout,
    bpf_task_file_layout, bpf_map_layout;
extern const StructLayout bpf_next_object_layout, bpf_program_id_layout, bpf_map_id_layout, bpf_type_format_id_layout, bpf_link_id_layout;
extern const StructLayout bpf_batch_layout, bpf_batch_update_layout, bpf_batch_delete_layout;
extern const StructLayout bpf_link_create_layout, bpf_link_update_layout;

}  // namespace troupe
