#include "core/tables/structs/asynchronous_io.hpp"

#include "core/tables/flags/events.hpp"
#include "core/tables/flags/transfers.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/asynchronous_io.hpp"

// What io_submit and its like take and tell (linux/aio_abi.h): the same on every ABI.
namespace troupe {

namespace {

constexpr std::uint64_t tells_descriptor = 1, has_priority = 2;  // IOCB_FLAG_RESFD, IOCB_FLAG_IOPRIO
constexpr FieldChoice priorities[] = {{has_priority, kind::io_priority}};
constexpr FieldChoice result_descriptors[] = {{tells_descriptor, kind::fd}};

constexpr std::array vector_fields{Field{"iov_base", Width::pointer, kind::pointer}, Field{"iov_len", Width::pointer, kind::unsigned_64}};
constexpr StructLayout vector_layout = layout_of<vector_fields>("iovec");
constexpr Kind vector = kind::structure(vector_layout);

constexpr Kind operation{.tag = Tag::own_number, .value_set = &io_operations, .own = Own::decimal_value};

/// What all operations have in front; the kernel looks at the rest with some of them only.
constexpr std::size_t head_size = 6;
constexpr std::array head{
    Field{"aio_data", Width::u64, kind::hex},
    shown(when::is_set("aio_key"), Field{"aio_key", Width::u32, kind::unsigned_int}),
    shown(when::is_set("aio_rw_flags"), Field{"aio_rw_flags", Width::u32, kind::flags(read_write_flags)}),
    Field{"aio_lio_opcode", Width::u16, operation},
    shown(when::either(when::is_set("aio_reqprio"), when::has_any("aio_flags", has_priority)),
          chosen_by_bits("aio_flags", has_priority, priorities, Field{"aio_reqprio", Width::s16, kind::signed_int})),
    Field{"aio_fildes", Width::u32, kind::fd},
};

consteval std::array<Field, head_size + 6> command(Field buffer, Field length, Field offset) {
    std::array<Field, head_size + 6> fields{};
    for (std::size_t i = 0; i < head_size; ++i) {
        fields[i] = head[i];
    }
    fields[head_size] = buffer;
    fields[head_size + 1] = length;
    fields[head_size + 2] = offset;
    fields[head_size + 3] = {"reserved", Width::u64, kind::hex, 1, Form::hidden};
    fields[head_size + 4] = shown(when::is_set("aio_flags"), Field{"aio_flags", Width::u32, kind::flags(io_command_flags)});
    fields[head_size + 5] =
        shown(when::either(when::is_set("aio_resfd"), when::has_any("aio_flags", tells_descriptor)),
              chosen_by_bits("aio_flags", tells_descriptor, result_descriptors, Field{"aio_resfd", Width::u32, kind::hex}));
    return fields;
}

constexpr Field hidden(std::string_view name, Width width) { return {name, width, kind::hex, 1, Form::hidden}; }

constexpr Field length_field{"aio_nbytes", Width::u64, kind::unsigned_64}, offset_field{"aio_offset", Width::s64, kind::signed_64};
constexpr Field hidden_length = hidden("aio_nbytes", Width::u64), hidden_offset = hidden("aio_offset", Width::s64);

constexpr auto read_command_fields = command({"aio_buf", Width::u64, kind::hex}, length_field, offset_field);
constexpr auto write_command_fields =
    command({"aio_buf", Width::u64, kind::bytes(length::sibling("aio_nbytes"))}, length_field, offset_field);
constexpr auto vector_read_command_fields =
    command({"aio_buf", Width::u64, kind::array(vector, length::sibling("aio_nbytes"))}, hidden_length, offset_field);
constexpr auto vector_write_command_fields =
    command({"aio_buf", Width::u64, kind::iovec(length::sibling("aio_nbytes"))}, hidden_length, offset_field);
constexpr auto poll_command_fields = command({"aio_buf", Width::u64, kind::flags(poll_events)}, hidden_length, hidden_offset);
constexpr auto bare_command_fields = [] {
    auto fields = command(hidden("aio_buf", Width::u64), hidden_length, hidden_offset);
    fields[head_size + 4] = hidden("aio_flags", Width::u32);
    fields[head_size + 5] = hidden("aio_resfd", Width::u32);
    return fields;
}();

constexpr std::array io_event_fields{Field{"data", Width::u64, kind::hex}, Field{"obj", Width::u64, kind::hex},
                                     Field{"res", Width::s64, kind::signed_64}, Field{"res2", Width::s64, kind::signed_64}};

}  // namespace

constinit const StructLayout read_command_layout = layout_of<read_command_fields>("iocb");
constinit const StructLayout write_command_layout = layout_of<write_command_fields>("iocb");
constinit const StructLayout vector_read_command_layout = layout_of<vector_read_command_fields>("iocb");
constinit const StructLayout vector_write_command_layout = layout_of<vector_write_command_fields>("iocb");
constinit const StructLayout poll_command_layout = layout_of<poll_command_fields>("iocb");
constinit const StructLayout bare_command_layout = layout_of<bare_command_fields>("iocb");
constinit const StructLayout io_event_layout = layout_of<io_event_fields>("io_event");

}  // namespace troupe
