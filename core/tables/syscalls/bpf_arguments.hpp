#pragma once

#include <linux/bpf.h>

#include "core/tables/structs/bpf.hpp"
#include "core/tables/structs/bpf_objects.hpp"
#include "core/tables/syscalls/choices.hpp"

/// What bpf's attributes are, by command (bpf(2), linux/bpf.h). The third argument says how many bytes of them there are.
namespace troupe::rows {

/// A page: the kernel refuses more.
inline constexpr std::uint32_t most_attribute_bytes = 4096;

consteval Kind attributes(const StructLayout& layout) { return sized_structure(layout, length::argument(2, most_attribute_bytes)); }

inline constexpr auto bpf_attributes =
    choose(with(commands(BPF_MAP_CREATE), in(attributes(bpf_map_create_layout), "attr")),
           with(commands(BPF_MAP_LOOKUP_ELEM), in(attributes(bpf_element_layout), "attr")),
           with(commands(BPF_MAP_UPDATE_ELEM), in(attributes(bpf_element_update_layout), "attr")),
           with(commands(BPF_MAP_DELETE_ELEM), in(attributes(bpf_key_layout), "attr")),
           with(commands(BPF_MAP_GET_NEXT_KEY), in(attributes(bpf_next_key_layout), "attr")),
           // The verifier's log is in it.
           with(commands(BPF_PROG_LOAD), filled(Filled::always, out(attributes(bpf_program_load_layout), "attr"))),
           with(commands(BPF_OBJ_PIN, BPF_OBJ_GET), in(attributes(bpf_object_layout), "attr")),
           with(commands(BPF_PROG_ATTACH), in(attributes(bpf_attach_layout), "attr")),
           with(commands(BPF_PROG_DETACH), in(attributes(bpf_detach_layout), "attr")),
           with(commands(BPF_PROG_TEST_RUN), in(attributes(bpf_run_layout), "attr")),
           with(commands(BPF_PROG_GET_NEXT_ID, BPF_MAP_GET_NEXT_ID, BPF_BTF_GET_NEXT_ID, BPF_LINK_GET_NEXT_ID),
                filled(Filled::always, out(attributes(bpf_next_object_layout), "attr"))),
           with(commands(BPF_PROG_GET_FD_BY_ID), in(attributes(bpf_program_id_layout), "attr")),
           with(commands(BPF_MAP_GET_FD_BY_ID), in(attributes(bpf_map_id_layout), "attr")),
           with(commands(BPF_BTF_GET_FD_BY_ID), in(attributes(bpf_type_format_id_layout), "attr")),
           with(commands(BPF_LINK_GET_FD_BY_ID), in(attributes(bpf_link_id_layout), "attr")),
           with(commands(BPF_OBJ_GET_INFO_BY_FD), in(attributes(bpf_info_layout), "attr")),
           // The kernel writes which programs there are.
           with(commands(BPF_PROG_QUERY), filled(Filled::always, out(attributes(bpf_query_layout), "attr"))),
           with(commands(BPF_RAW_TRACEPOINT_OPEN), in(attributes(bpf_raw_tracepoint_layout), "attr")),
           with(commands(BPF_BTF_LOAD), in(attributes(bpf_type_format_layout), "attr")),
           with(commands(BPF_TASK_FD_QUERY), in(attributes(bpf_task_file_layout), "attr")),
           with(commands(BPF_MAP_LOOKUP_AND_DELETE_ELEM), in(attributes(bpf_element_layout), "attr")),
           with(commands(BPF_MAP_FREEZE), in(attributes(bpf_map_layout), "attr")),
           with(commands(BPF_MAP_LOOKUP_BATCH, BPF_MAP_LOOKUP_AND_DELETE_BATCH), in(attributes(bpf_batch_layout), "attr")),
           with(commands(BPF_MAP_UPDATE_BATCH), in(attributes(bpf_batch_update_layout), "attr")),
           with(commands(BPF_MAP_DELETE_BATCH), in(attributes(bpf_batch_delete_layout), "attr")),
           with(commands(BPF_LINK_CREATE), in(attributes(bpf_link_create_layout), "attr")),
           with(commands(BPF_LINK_UPDATE), in(attributes(bpf_link_update_layout), "attr")), otherwise(in(pointer, "attr")));

}  // namespace troupe::rows
