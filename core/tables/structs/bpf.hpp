#pragma once

#include "troupe/core/kind.hpp"

/// What bpf(2) takes, by command.
namespace troupe {

extern const StructLayout bpf_map_create_layout, bpf_element_layout, bpf_element_update_layout, bpf_key_layout, bpf_next_key_layout,
    bpf_program_load_layout, bpf_object_layout, bpf_attach_layout, bpf_detach_layout;

}  // namespace troupe
