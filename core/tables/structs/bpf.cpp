#include "core/tables/structs/bpf.hpp"

#include <linux/bpf.h>

#include <cstddef>

#include "core/tables/flags/bpf.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/bpf.hpp"

// `union bpf_attr` by command (linux/bpf.h). Programs give as much of it as they were built with, and the kernel takes the rest for 0. Its
// 64-bit members lie at multiples of eight on every ABI: where that leaves a gap on i386, the gap has a row.
namespace troupe {

namespace structs {

using enum Width;

inline constexpr std::uint16_t object_name = 16;

inline constexpr Kind numa_node{.tag = Tag::own_number, .value_set = &no_numa_node, .own = Own::noted_number};
inline constexpr Kind log_text{.tag = Tag::string, .length = length::sibling("log_size")};

inline constexpr std::array bpf_map_create_fields{Field{"map_type", u32, kind::value(bpf_map_types)},
                                                  joined(Field{"key_size", u32, kind::unsigned_int}),
                                                  joined(Field{"value_size", u32, kind::unsigned_int}),
                                                  joined(Field{"max_entries", u32, kind::unsigned_int}),
                                                  Field{"map_flags", u32, kind::flags(bpf_map_flags)},
                                                  Field{"inner_map_fd", s32, kind::fd},
                                                  shown(when::has_any("map_flags", BPF_F_NUMA_NODE), Field{"numa_node", u32, numa_node}),
                                                  Field{"map_name", u8, kind::string, object_name, Form::text},
                                                  Field{"map_ifindex", u32, kind::network_device},
                                                  Field{"btf_fd", s32, kind::fd},
                                                  joined(Field{"btf_key_type_id", u32, kind::unsigned_int}),
                                                  joined(Field{"btf_value_type_id", u32, kind::unsigned_int}),
                                                  Field{"btf_vmlinux_value_type_id", u32, kind::unsigned_int},
                                                  Field{"map_extra", u64, kind::unsigned_64}};

template <typename... Fields>
consteval auto element_fields(const Fields&... fields) {
    return std::array{Field{"map_fd", s32, kind::fd}, joined(Field{"gap", u32, kind::hex, 1, Form::hidden}),
                      joined(Field{"key", u64, kind::pointer}), fields...};
}
inline constexpr std::array bpf_key_fields = element_fields();
inline constexpr std::array bpf_next_key_fields = element_fields(joined(Field{"next_key", u64, kind::pointer}));
inline constexpr std::array bpf_element_fields =
    element_fields(joined(Field{"value", u64, kind::pointer}), Field{"flags", u64, kind::flags(bpf_lookup_flags)});
inline constexpr std::array bpf_element_update_fields =
    element_fields(joined(Field{"value", u64, kind::pointer}), joined(Field{"flags", u64, kind::value(bpf_element_flags)}));

inline constexpr std::array bpf_program_load_fields{Field{"prog_type", u32, kind::value(bpf_program_types)},
                                                    joined(Field{"insn_cnt", u32, kind::unsigned_int}),
                                                    joined(Field{"insns", u64, kind::pointer}),
                                                    joined(Field{"license", u64, kind::string}),
                                                    Field{"log_level", u32, kind::unsigned_int},
                                                    joined(Field{"log_size", u32, kind::unsigned_int}),
                                                    joined(Field{"log_buf", u64, log_text}),
                                                    Field{"kern_version", u32, kind::kernel_version},
                                                    Field{"prog_flags", u32, kind::flags(bpf_program_flags)},
                                                    Field{"prog_name", u8, kind::string, object_name, Form::text},
                                                    Field{"prog_ifindex", u32, kind::network_device},
                                                    Field{"expected_attach_type", u32, kind::value(bpf_attach_types)},
                                                    Field{"prog_btf_fd", s32, kind::fd},
                                                    joined(Field{"func_info_rec_size", u32, kind::unsigned_int}),
                                                    joined(Field{"func_info", u64, kind::pointer}),
                                                    joined(Field{"func_info_cnt", u32, kind::unsigned_int}),
                                                    joined(Field{"line_info_rec_size", u32, kind::unsigned_int}),
                                                    joined(Field{"line_info", u64, kind::pointer}),
                                                    joined(Field{"line_info_cnt", u32, kind::unsigned_int}),
                                                    Field{"attach_btf_id", u32, kind::unsigned_int},
                                                    Field{"attach_prog_fd", s32, kind::fd},
                                                    shown(when::is_set("core_relo_cnt"), Field{"core_relo_cnt", u32, kind::unsigned_int}),
                                                    Field{"fd_array", u64, kind::pointer}};

inline constexpr std::array bpf_object_fields{Field{"pathname", u64, kind::path}, joined(Field{"bpf_fd", s32, kind::fd}),
                                              Field{"file_flags", u32, kind::flags(bpf_file_flags)}};

inline constexpr std::array bpf_attach_fields{Field{"target_fd", s32, kind::fd}, joined(Field{"attach_bpf_fd", s32, kind::fd}),
                                              joined(Field{"attach_type", u32, kind::value(bpf_attach_types)}),
                                              joined(Field{"attach_flags", u32, kind::flags(bpf_attach_flags)}),
                                              Field{"replace_bpf_fd", s32, kind::fd}};
inline constexpr std::array bpf_detach_fields{Field{"target_fd", s32, kind::fd},
                                              joined(Field{"attach_bpf_fd", s32, kind::fd, 1, Form::hidden}),
                                              joined(Field{"attach_type", u32, kind::value(bpf_attach_types)})};

TROUPE_PROVE_FIELD(bpf_map_create_fields, Abi::i386, bpf_attr, "map_name", map_name);
TROUPE_PROVE_FIELD(bpf_map_create_fields, Abi::i386, bpf_attr, "map_extra", map_extra);
TROUPE_PROVE_FIELD(bpf_element_fields, Abi::i386, bpf_attr, "key", key);
TROUPE_PROVE_FIELD(bpf_element_fields, Abi::i386, bpf_attr, "flags", flags);
TROUPE_PROVE_FIELD(bpf_program_load_fields, Abi::i386, bpf_attr, "license", license);
TROUPE_PROVE_FIELD(bpf_program_load_fields, Abi::i386, bpf_attr, "prog_name", prog_name);
TROUPE_PROVE_FIELD(bpf_program_load_fields, Abi::i386, bpf_attr, "line_info_cnt", line_info_cnt);
TROUPE_PROVE_FIELD(bpf_program_load_fields, Abi::i386, bpf_attr, "fd_array", fd_array);
TROUPE_PROVE_FIELD(bpf_object_fields, Abi::i386, bpf_attr, "file_flags", file_flags);
TROUPE_PROVE_FIELD(bpf_attach_fields, Abi::i386, bpf_attr, "replace_bpf_fd", replace_bpf_fd);
TROUPE_PROVE_FIELD(bpf_detach_fields, Abi::i386, bpf_attr, "attach_type", attach_type);

template <const auto& Fields>
consteval StructLayout attributes(std::string_view name) {
    return layout_of<Fields>(name, StructShape::plain, {}, {1, Tail::readable_dots});
}

}  // namespace structs

using namespace structs;

constinit const StructLayout bpf_map_create_layout = attributes<bpf_map_create_fields>("bpf_attr of BPF_MAP_CREATE");
constinit const StructLayout bpf_key_layout = attributes<bpf_key_fields>("bpf_attr of BPF_MAP_DELETE_ELEM");
constinit const StructLayout bpf_next_key_layout = attributes<bpf_next_key_fields>("bpf_attr of BPF_MAP_GET_NEXT_KEY");
constinit const StructLayout bpf_element_layout = attributes<bpf_element_fields>("bpf_attr of BPF_MAP_LOOKUP_ELEM");
constinit const StructLayout bpf_element_update_layout = attributes<bpf_element_update_fields>("bpf_attr of BPF_MAP_UPDATE_ELEM");
constinit const StructLayout bpf_program_load_layout = attributes<bpf_program_load_fields>("bpf_attr of BPF_PROG_LOAD");
constinit const StructLayout bpf_object_layout = attributes<bpf_object_fields>("bpf_attr of BPF_OBJ_PIN");
constinit const StructLayout bpf_attach_layout = attributes<bpf_attach_fields>("bpf_attr of BPF_PROG_ATTACH");
constinit const StructLayout bpf_detach_layout = attributes<bpf_detach_fields>("bpf_attr of BPF_PROG_DETACH");

}  // namespace troupe
