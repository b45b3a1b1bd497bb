#pragma once

#include <linux/bpf.h>

#include "core/tables/structs/bpf.hpp"
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
           with(commands(BPF_PROG_DETACH), in(attributes(bpf_detach_layout), "attr")), otherwise(in(pointer, "attr")));

}  // namespace troupe::rows
