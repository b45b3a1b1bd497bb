#include "core/tables/structs/io_uring.hpp"

#include <linux/io_uring.h>

#include <cstddef>

#include "core/tables/flags/io_uring.hpp"
#include "core/tables/structs/proof.hpp"

// linux/io_uring.h. What the program asks for comes first, whatever became of the call; then what the kernel has answered.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field number(std::string_view name) { return {name, u32, kind::unsigned_int}; }
constexpr Field answered(Field field) {
    field.form = Form::answered;
    return field;
}

inline constexpr std::array submission_offsets_fields{number("head"),
                                                      number("tail"),
                                                      number("ring_mask"),
                                                      number("ring_entries"),
                                                      number("flags"),
                                                      number("dropped"),
                                                      number("array"),
                                                      Field{"resv1", u32, kind::hex, 1, Form::hidden},
                                                      shown(when::is_set("user_addr"), Field{"user_addr", u64, kind::pointer})};
inline constexpr std::array completion_offsets_fields{number("head"),
                                                      number("tail"),
                                                      number("ring_mask"),
                                                      number("ring_entries"),
                                                      number("overflow"),
                                                      number("cqes"),
                                                      number("flags"),
                                                      Field{"resv1", u32, kind::hex, 1, Form::hidden},
                                                      shown(when::is_set("user_addr"), Field{"user_addr", u64, kind::pointer})};
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

inline constexpr std::array files_update_fields{number("offset"), shown(when::is_set("resv"), Field{"resv", u32, kind::hex}),
                                                Field{"fds", u64, kind::array(kind::fd, length::argument(3))}};

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
inline constexpr auto buffers_registration_fields = registration_of(kind::iovec(length::sibling("nr")));
inline constexpr auto files_change_fields = update_of(kind::array(kind::fd, length::sibling("nr")));
inline constexpr auto buffers_change_fields = update_of(kind::iovec(length::sibling("nr")));
constexpr Sizes whole_resource{32};

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

}  // namespace troupe
