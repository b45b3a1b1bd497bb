#include "core/tables/structs/bpf_objects.hpp"

#include <linux/bpf.h>

#include <array>

#include "core/tables/flags/bpf.hpp"
#include "core/tables/values/bpf.hpp"

// Most of these members of `union bpf_attr` are structures with a name (linux/bpf.h). They are laid out without gaps at their ends: what
// a program gives beyond the last member is not known.
namespace troupe {

namespace structs {

using enum Width;

/// Given, as 0, wherever the first member of it is.
constexpr Field number(std::string_view name) { return joined(Field{name, u32, kind::unsigned_int}); }
constexpr Field address(std::string_view name) { return joined(Field{name, u64, kind::pointer}); }
constexpr Field file(std::string_view name) { return joined(Field{name, s32, kind::fd}); }
constexpr Field first_file(std::string_view name) { return Field{name, s32, kind::fd}; }

template <const auto& Fields>
consteval StructLayout member() {
    return layout_of<Fields, true>("bpf_attr");
}
template <const auto& Fields>
consteval StructLayout attributes() {
    return layout_of<Fields, true>("bpf_attr", StructShape::plain, {}, {1, Tail::readable_dots});
}

inline constexpr std::array run_fields{first_file("prog_fd"),
                                       number("retval"),
                                       number("data_size_in"),
                                       number("data_size_out"),
                                       address("data_in"),
                                       address("data_out"),
                                       number("repeat"),
                                       number("duration"),
                                       Field{"ctx_size_in", u32, kind::unsigned_int},
                                       number("ctx_size_out"),
                                       address("ctx_in"),
                                       address("ctx_out"),
                                       Field{"flags", u32, kind::flags(bpf_run_flags)},
                                       number("cpu"),
                                       Field{"batch_size", u32, kind::unsigned_int}};
inline constexpr StructLayout run = member<run_fields>();
inline constexpr std::array outer_run{Field{"test", nested, kind::structure(run)}};

inline constexpr std::array info_fields{first_file("bpf_fd"), number("info_len"), address("info")};
inline constexpr StructLayout info = member<info_fields>();
inline constexpr std::array outer_info{Field{"info", nested, kind::structure(info)}};

inline constexpr Kind program_id = kind::unsigned_int;
inline constexpr std::array query_fields{first_file("target_fd"),
                                         joined(Field{"attach_type", u32, kind::value(bpf_attach_types)}),
                                         joined(Field{"query_flags", u32, kind::flags(bpf_query_flags)}),
                                         joined(Field{"attach_flags", u32, kind::flags(bpf_attach_flags)}),
                                         joined(Field{"prog_ids", u64, kind::array(program_id, length::sibling("prog_cnt"))}),
                                         number("prog_cnt")};
inline constexpr StructLayout query = member<query_fields>();
inline constexpr std::array outer_query{Field{"query", nested, kind::structure(query)}};

inline constexpr std::array raw_tracepoint_fields{Field{"name", u64, kind::string}, file("prog_fd")};
inline constexpr StructLayout raw_tracepoint = member<raw_tracepoint_fields>();
inline constexpr std::array outer_raw_tracepoint{Field{"raw_tracepoint", nested, kind::structure(raw_tracepoint)}};

inline constexpr std::array type_format_fields{Field{"btf", u64, kind::bytes(length::sibling("btf_size"))}, address("btf_log_buf"),
                                               number("btf_size"), number("btf_log_size"), number("btf_log_level")};

inline constexpr Kind task_text{.tag = Tag::string, .length = length::sibling("buf_len")};
inline constexpr std::array task_file_fields{Field{"pid", s32, kind::pid},
                                             file("fd"),
                                             number("flags"),
                                             number("buf_len"),
                                             joined(Field{"buf", u64, task_text}),
                                             number("prog_id"),
                                             joined(Field{"fd_type", u32, kind::value(bpf_file_types)}),
                                             joined(Field{"probe_offset", u64, kind::hex}),
                                             joined(Field{"probe_addr", u64, kind::hex})};
inline constexpr StructLayout task_file = member<task_file_fields>();
inline constexpr std::array outer_task_file{Field{"task_fd_query", nested, kind::structure(task_file)}};

inline constexpr std::array map_fields{first_file("map_fd")};

inline constexpr Field open_flags_of_object{"open_flags", u32, kind::flags(bpf_file_flags)};
constexpr Field id(std::string_view name) { return Field{name, u32, kind::unsigned_int}; }
inline constexpr std::array next_object_fields{id("start_id"), in_form(Form::was_and_is, number("next_id")), open_flags_of_object};
inline constexpr std::array program_id_fields{id("prog_id"), number("next_id"), open_flags_of_object};
inline constexpr std::array map_id_fields{id("map_id"), number("next_id"), open_flags_of_object};
inline constexpr std::array type_format_id_fields{id("btf_id")}, link_id_fields{id("link_id")};

template <typename... Fields>
consteval auto batch_fields(const Fields&... fields) {
    return std::array{fields..., number("count"), file("map_fd"), joined(Field{"elem_flags", u64, kind::flags(bpf_lookup_flags)}),
                      joined(Field{"flags", u64, kind::hex})};
}
constexpr Field unused(std::string_view name) { return joined(Field{name, u64, kind::pointer, 1, Form::hidden}); }
inline constexpr std::array batch_all =
    batch_fields(Field{"in_batch", u64, kind::pointer}, address("out_batch"), address("keys"), address("values"));
inline constexpr std::array batch_update = batch_fields(unused("in_batch"), unused("out_batch"), address("keys"), address("values"));
inline constexpr std::array batch_delete = batch_fields(unused("in_batch"), unused("out_batch"), address("keys"), unused("values"));
inline constexpr StructLayout batch = member<batch_all>(), updated_batch = member<batch_update>(), deleted_batch = member<batch_delete>();
inline constexpr std::array outer_batch{Field{"batch", nested, kind::structure(batch)}};
inline constexpr std::array outer_updated{Field{"batch", nested, kind::structure(updated_batch)}};
inline constexpr std::array outer_deleted{Field{"batch", nested, kind::structure(deleted_batch)}};

inline constexpr std::array link_create_fields{first_file("prog_fd"), file("target_fd"),
                                               joined(Field{"attach_type", u32, kind::value(bpf_attach_types)}),
                                               joined(Field{"flags", u32, kind::hex})};
inline constexpr std::array link_update_fields{first_file("link_fd"), file("new_prog_fd"),
                                               joined(Field{"flags", u32, kind::flags(bpf_attach_flags)}),
                                               joined(shown(when::has_any("flags", BPF_F_REPLACE), Field{"old_prog_fd", s32, kind::fd}))};
inline constexpr StructLayout link_create = member<link_create_fields>(), link_update = member<link_update_fields>();
inline constexpr std::array outer_link_create{Field{"link_create", nested, kind::structure(link_create)}};
inline constexpr std::array outer_link_update{Field{"link_update", nested, kind::structure(link_update)}};

static_assert(run.on(Abi::i386).size == offsetof(bpf_attr, test.batch_size) + sizeof(bpf_attr::test.batch_size));
static_assert(query.on(Abi::i386).find("prog_cnt")->offset == offsetof(bpf_attr, query.prog_cnt));
static_assert(task_file.on(Abi::i386).find("probe_addr")->offset == offsetof(bpf_attr, task_fd_query.probe_addr));
static_assert(batch.on(Abi::i386).find("flags")->offset == offsetof(bpf_attr, batch.flags));
static_assert(raw_tracepoint.on(Abi::i386).find("prog_fd")->offset == offsetof(bpf_attr, raw_tracepoint.prog_fd));

}  // namespace structs

constinit const StructLayout bpf_run_layout = structs::attributes<structs::outer_run>(),
                             bpf_info_layout = structs::attributes<structs::outer_info>(),
                             bpf_query_layout = structs::attributes<structs::outer_query>(),
                             bpf_raw_tracepoint_layout = structs::attributes<structs::outer_raw_tracepoint>(),
                             bpf_type_format_layout = structs::attributes<structs::type_format_fields>(),
                             bpf_task_file_layout = structs::attributes<structs::outer_task_file>(),
                             bpf_map_layout = structs::attributes<structs::map_fields>();
constinit const StructLayout bpf_next_object_layout = structs::attributes<structs::next_object_fields>(),
                             bpf_program_id_layout = structs::attributes<structs::program_id_fields>(),
                             bpf_map_id_layout = structs::attributes<structs::map_id_fields>(),
                             bpf_type_format_id_layout = structs::attributes<structs::type_format_id_fields>(),
                             bpf_link_id_layout = structs::attributes<structs::link_id_fields>();
constinit const StructLayout bpf_batch_layout = structs::attributes<structs::outer_batch>(),
                             bpf_batch_update_layout = structs::attributes<structs::outer_updated>(),
                             bpf_batch_delete_layout = structs::attributes<structs::outer_deleted>();
constinit const StructLayout bpf_link_create_layout = structs::attributes<structs::outer_link_create>(),
                             bpf_link_update_layout = structs::attributes<structs::outer_link_update>();

}  // namespace troupe
