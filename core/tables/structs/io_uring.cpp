#include "core/tables/structs/io_uring.hpp"

#include <linux/io_uring.h>

#include <cstddef>

#include "core/tables/flags/io_uring.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/io_uring.hpp"
#include "core/tables/values/time.hpp"
#include "core/tables/values/transfers.hpp"

// linux/io_uring.h. What the program asks for comes first, whatever became of the call; then what the kernel has answered.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field number(std::string_view name) { return {name, u32, kind::unsigned_int}; }
/// What is shown only where it is not 0.
constexpr Field reserved(std::string_view name, Width width, std::uint16_t count = 1) {
    return shown(when::is_set(name), Field{name, width, kind::hex, count, count == 1 ? Form::plain : Form::numbers});
}
constexpr Field answered(Field field) {
    field.form = Form::answered;
    return field;
}

inline constexpr std::array submission_offsets_fields{
    number("head"),         number("tail"),         number("ring_mask"),
    number("ring_entries"), number("flags"),        number("dropped"),
    number("array"),        reserved("resv1", u32), shown(when::is_set("user_addr"), Field{"user_addr", u64, kind::pointer})};
inline constexpr std::array completion_offsets_fields{
    number("head"),         number("tail"),         number("ring_mask"),
    number("ring_entries"), number("overflow"),     number("cqes"),
    number("flags"),        reserved("resv1", u32), shown(when::is_set("user_addr"), Field{"user_addr", u64, kind::pointer})};
inline constexpr StructLayout submission_offsets = layout_of<submission_offsets_fields>("io_sqring_offsets");
inline constexpr StructLayout completion_offsets = layout_of<completion_offsets_fields>("io_cqring_offsets");

inline constexpr std::array io_uring_params_fields{answered(number("sq_entries")),
                                                   answered(number("cq_entries")),
                                                   Field{"flags", u32, kind::flags(io_uring_setup_flags)},
                                                   Field{"sq_thread_cpu", u32, kind::hex},
                                                   number("sq_thread_idle"),
                                                   answered(Field{"features", u32, kind::flags(io_uring_features)}),
                                                   shown(when::has_any("flags", IORING_SETUP_ATTACH_WQ), Field{"wq_fd", s32, kind::fd}),
                                                   shown(when::is_set("resv"), Field{"resv", u32, kind::hex, 3, Form::numbers}),
                                                   answered(Field{"sq_off", nested, kind::structure(submission_offsets)}),
                                                   answered(Field{"cq_off", nested, kind::structure(completion_offsets)})};

inline constexpr std::string_view io_uring_params_order[] = {"flags",      "sq_thread_cpu", "sq_thread_idle", "wq_fd",  "resv",
                                                             "sq_entries", "cq_entries",    "features",       "sq_off", "cq_off"};

// Of a file that is updated, -2 stands for one that stays.
inline constexpr std::array ring_file_fields{Field{"", s32, kind::own_number(Own::ring_file)}};
inline constexpr StructLayout ring_file = bare_layout<ring_file_fields>();
inline constexpr Kind file_element = kind::structure(ring_file);

inline constexpr std::array files_update_fields{number("offset"), shown(when::is_set("resv"), Field{"resv", u32, kind::hex}),
                                                Field{"fds", u64, kind::array(file_element, length::argument(3))}};

// Registered, `data` is a descriptor; else it is not looked at.
inline constexpr std::array ring_descriptor_fields{Field{"offset", s32, kind::signed_int},
                                                   shown(when::is_set("resv"), Field{"resv", u32, kind::hex}), Field{"data", s32, kind::fd},
                                                   Field{"data_rest", u32, kind::hex, 1, Form::hidden}};
inline constexpr std::array old_ring_descriptor_fields{number("offset"), shown(when::is_set("resv"), Field{"resv", u32, kind::hex}),
                                                       shown(when::is_set("data"), Field{"data", u64, kind::hex})};

inline constexpr std::array buffer_ring_fields{
    Field{"ring_addr", u64, kind::pointer}, number("ring_entries"), Field{"bgid", u16, kind::unsigned_int},
    shown(when::is_set("pad"), Field{"pad", u16, kind::hex}), shown(when::is_set("resv"), Field{"resv", u64, kind::hex, 3, Form::numbers})};

inline constexpr std::array resource_tag_fields{Field{"", u64, kind::hex}};
inline constexpr StructLayout resource_tag = bare_layout<resource_tag_fields>();
inline constexpr Kind tag_element = kind::structure(resource_tag);

/// Buffers are where the kernel will look, not what is there.
inline constexpr Kind buffer_element = kind::structure(remote_vector_layout);

consteval auto registration_of(const Kind& data) {
    return std::array{number("nr"), Field{"flags", u32, kind::flags(resource_flags)},
                      shown(when::is_set("resv2"), Field{"resv2", u64, kind::hex}), Field{"data", u64, data},
                      Field{"tags", u64, kind::array(tag_element, length::sibling("nr"))}};
}
consteval auto update_of(const Kind& data) {
    return std::array{number("offset"),
                      shown(when::is_set("resv"), Field{"resv", u32, kind::hex}),
                      Field{"data", u64, data},
                      Field{"tags", u64, kind::array(tag_element, length::sibling("nr"))},
                      number("nr"),
                      shown(when::is_set("resv2"), Field{"resv2", u32, kind::hex})};
}
inline constexpr auto files_registration_fields = registration_of(kind::array(kind::fd, length::sibling("nr")));
inline constexpr auto buffers_registration_fields = registration_of(kind::array(buffer_element, length::sibling("nr")));
inline constexpr auto files_change_fields = update_of(kind::array(file_element, length::sibling("nr")));
inline constexpr auto buffers_change_fields = update_of(kind::array(buffer_element, length::sibling("nr")));
constexpr Sizes whole_resource{32};

constexpr Kind operation{.tag = Tag::own_number, .value_set = &ring_operations, .own = Own::ring_operation};
inline constexpr std::array ring_probe_fields{Field{"last_op", u8, operation}, Field{"ops_len", u8, kind::unsigned_int},
                                              reserved("resv", u16), reserved("resv2", u32, 3)};
inline constexpr std::array ring_probe_operation_fields{Field{"op", u8, operation}, reserved("resv", u8),
                                                        Field{"flags", u16, kind::flags(ring_operation_flags)}, reserved("resv2", u32)};

inline constexpr std::uint64_t of_registration = 0, of_entry = 1, allowed_flags = 2, required_flags = 3, any_known = 3;
inline constexpr std::string_view unknown_operation[] = {"op"};
constexpr Field unknown_restriction() {
    Field field{"op", u8, kind::hex, 1, Form::leftover};
    field.names = unknown_operation;
    return united(shown(when::is_not("opcode", 0, ~any_known), field));
}
inline constexpr std::array ring_restriction_fields{
    Field{"opcode", u16, kind::value(ring_restrictions)},
    shown(when::is("opcode", of_registration), Field{"register_op", u8, kind::value(io_uring_registrations)}),
    united(shown(when::is("opcode", of_entry), Field{"sqe_op", u8, kind::value(ring_operations)})),
    united(shown(when::either(when::is("opcode", allowed_flags), when::is("opcode", required_flags)),
                 Field{"sqe_flags", u8, kind::flags(ring_entry_flags)})),
    unknown_restriction(),
    reserved("resv", u8),
    reserved("resv2", u32, 3)};

inline constexpr std::array timeout_fields{Field{"tv_sec", s64, kind::signed_64}, Field{"tv_nsec", s64, kind::signed_64}};
inline constexpr StructLayout timeout = layout_of<timeout_fields>("__kernel_timespec");
inline constexpr std::array ring_cancel_fields{Field{"addr", u64, kind::hex},
                                               Field{"fd", s32, kind::fd},
                                               Field{"flags", u32, kind::flags(ring_cancel_flags)},
                                               Field{"timeout", nested, kind::structure(timeout)},
                                               Field{"opcode", u8, operation},
                                               reserved("pad", u8, 7),
                                               reserved("pad2", u64, 3)};
inline constexpr std::array file_range_fields{number("off"), number("len"), reserved("resv", u64)};
inline constexpr std::array buffer_status_fields{number("buf_group"), answered(number("head")), reserved("resv", u32, 8)};
inline constexpr std::array napi_fields{number("busy_poll_to"),
                                        Field{"prefer_busy_poll", u8, kind::unsigned_int},
                                        Field{"opcode", u8, kind::value(napi_operations)},
                                        reserved("pad", u8, 2),
                                        number("op_param"),
                                        reserved("resv", u32)};
inline constexpr std::array ring_clock_fields{Field{"clockid", u32, kind::value(clock_ids)}, reserved("__resv", u32, 3)};
inline constexpr std::array clone_buffers_fields{
    Field{"src_fd", s32, kind::fd}, Field{"flags", u32, kind::flags(ring_clone_flags)}, number("src_off"), number("dst_off"), number("nr"),
    reserved("pad", u32, 3)};

TROUPE_PROVE_SIZE(ring_probe_operation_fields, Abi::i386, io_uring_probe_op);
TROUPE_PROVE_SIZE(ring_restriction_fields, Abi::i386, io_uring_restriction);
TROUPE_PROVE_SIZE(io_uring_params_fields, Abi::i386, io_uring_params);
TROUPE_PROVE_FIELD(io_uring_params_fields, Abi::i386, io_uring_params, "resv", resv);
TROUPE_PROVE_FIELD(io_uring_params_fields, Abi::i386, io_uring_params, "sq_off", sq_off);
TROUPE_PROVE_FIELD(io_uring_params_fields, Abi::i386, io_uring_params, "cq_off", cq_off);
TROUPE_PROVE_FIELD(submission_offsets_fields, Abi::i386, io_sqring_offsets, "array", array);
TROUPE_PROVE_FIELD(completion_offsets_fields, Abi::i386, io_cqring_offsets, "cqes", cqes);
TROUPE_PROVE_SIZE(files_update_fields, Abi::i386, io_uring_files_update);
TROUPE_PROVE_FIELD(files_update_fields, Abi::i386, io_uring_files_update, "fds", fds);
TROUPE_PROVE_SIZE(ring_descriptor_fields, Abi::i386, io_uring_rsrc_update);
TROUPE_PROVE_FIELD(old_ring_descriptor_fields, Abi::i386, io_uring_rsrc_update, "data", data);
TROUPE_PROVE_SIZE(buffer_ring_fields, Abi::i386, io_uring_buf_reg);
TROUPE_PROVE_FIELD(buffer_ring_fields, Abi::i386, io_uring_buf_reg, "bgid", bgid);
TROUPE_PROVE_SIZE(files_registration_fields, Abi::i386, io_uring_rsrc_register);
TROUPE_PROVE_FIELD(files_registration_fields, Abi::i386, io_uring_rsrc_register, "tags", tags);
TROUPE_PROVE_SIZE(files_change_fields, Abi::i386, io_uring_rsrc_update2);
TROUPE_PROVE_FIELD(files_change_fields, Abi::i386, io_uring_rsrc_update2, "nr", nr);

}  // namespace structs

constinit const StructLayout io_uring_params_layout =
    layout_of<structs::io_uring_params_fields>("io_uring_params", StructShape::plain, {structs::io_uring_params_order, {}, {}});
constinit const StructLayout files_update_layout = layout_of<structs::files_update_fields>("io_uring_files_update");
constinit const StructLayout ring_descriptor_layout = layout_of<structs::ring_descriptor_fields>("io_uring_rsrc_update");
constinit const StructLayout old_ring_descriptor_layout = layout_of<structs::old_ring_descriptor_fields>("io_uring_rsrc_update");
constinit const StructLayout buffer_ring_layout = layout_of<structs::buffer_ring_fields>("io_uring_buf_reg");
constinit const StructLayout files_registration_layout =
    layout_of<structs::files_registration_fields>("io_uring_rsrc_register", StructShape::plain, {}, structs::whole_resource);
constinit const StructLayout buffers_registration_layout =
    layout_of<structs::buffers_registration_fields>("io_uring_rsrc_register", StructShape::plain, {}, structs::whole_resource);
constinit const StructLayout files_change_layout =
    layout_of<structs::files_change_fields>("io_uring_rsrc_update2", StructShape::plain, {}, structs::whole_resource);
constinit const StructLayout buffers_change_layout =
    layout_of<structs::buffers_change_fields>("io_uring_rsrc_update2", StructShape::plain, {}, structs::whole_resource);
constinit const StructLayout ring_probe_layout = layout_of<structs::ring_probe_fields>("io_uring_probe");
constinit const StructLayout ring_probe_operation_layout = layout_of<structs::ring_probe_operation_fields>("io_uring_probe_op");
constinit const StructLayout ring_restriction_layout = layout_of<structs::ring_restriction_fields>("io_uring_restriction");
constinit const StructLayout ring_cancel_layout = layout_of<structs::ring_cancel_fields>("io_uring_sync_cancel_reg");
constinit const StructLayout file_range_layout = layout_of<structs::file_range_fields>("io_uring_file_index_range");
constinit const StructLayout buffer_status_layout = layout_of<structs::buffer_status_fields>("io_uring_buf_status");
constinit const StructLayout napi_layout = layout_of<structs::napi_fields>("io_uring_napi");
constinit const StructLayout ring_clock_layout = layout_of<structs::ring_clock_fields>("io_uring_clock_register");
constinit const StructLayout clone_buffers_layout = layout_of<structs::clone_buffers_fields>("io_uring_clone_buffers");

}  // namespace troupe
