#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/decoder.hpp"
#include "core/decode/ioctl.hpp"
#include "core/decode/netlink.hpp"
#include "core/decode/own.hpp"
#include "core/decode/siginfo_memory.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/decode/times.hpp"
#include "core/tables/structs/sockets.hpp"
#include "core/tables/tag_traits.hpp"
#include "core/tables/values/futex.hpp"

namespace troupe {

namespace {

using Write = void (*)(Decoder&, const Kind&, std::uint64_t);

void number(Decoder& decoder, const Kind& kind, std::uint64_t value) { decoder.out.number(value, traits_of(kind.tag).form); }
/// 64 bits, of which some have names where the kind says so.
void wide_number(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    kind.flag_set == nullptr ? number(decoder, kind, value) : decoder.out.flags(*kind.flag_set, value);
}
void address(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.pointer(value); }
void file_mode(Decoder& decoder, const Kind&, std::uint64_t value) { write_file_mode(decoder.out, value); }
/// One of another process is a number alone: what it stands for, only the descriptors of that one tell.
void descriptor(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const bool names_process = kind.length.from == Length::From::argument;
    if (names_process && static_cast<std::int32_t>(decoder.argument(kind.length.value)) != decoder.call.pid) {
        decoder.signed_number(static_cast<std::int32_t>(value));
        return;
    }
    decoder.out.descriptor(static_cast<std::int32_t>(value));
}
/// The name of a number that most often is just a number.
bool write_name(Decoder& decoder, const ValueSet* set, std::uint64_t value, NumberForm form) {
    const std::string_view name = set == nullptr ? std::string_view{} : name_in(*set, value);
    if (!name.empty()) {
        decoder.out.symbol(name, value, form);
    }
    return !name.empty();
}

void process(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_name(decoder, kind.value_set, value, NumberForm::decimal)) {
        decoder.out.process(static_cast<std::int32_t>(value));
    }
}
void process_group(Decoder& decoder, const Kind&, std::uint64_t value) {
    decoder.out.process(static_cast<std::int32_t>(value), IdOf::group);
}
void session(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.out.process(static_cast<std::int32_t>(value), IdOf::session); }

void dirfd(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (static_cast<std::int32_t>(value) == AT_FDCWD) {
        decoder.out.working_directory();
        return;
    }
    descriptor(decoder, kind, value);
}

void identity(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if ((value & 0xffffffff) == 0xffffffff) {
        decoder.signed_number(-1);
        return;
    }
    number(decoder, kind, value);
}

void network_device(Decoder& decoder, const Kind&, std::uint64_t value) {
    const CallView& call = decoder.call;
    const std::string name = call.sockets == nullptr ? "" : call.sockets->device_of(call.pid, static_cast<std::uint32_t>(value));
    if (name.empty()) {
        decoder.unsigned_number(value);
        return;
    }
    decoder.out.spelled(value, NumberForm::unsigned_decimal);
    decoder.out.open(Shape::conversion, "if_nametoindex");
    decoder.out.bytes(name, BytesForm::text, false);
    decoder.out.close();
}

void signal_number(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.out.signal(static_cast<std::int32_t>(value)); }
void device(Decoder& decoder, const Kind&, std::uint64_t value) { write_device(decoder.out, value); }
void date(Decoder& decoder, const Kind&, std::uint64_t value) {
    decoder.signed_number(static_cast<std::int64_t>(value));
    comment_date(decoder, static_cast<std::int64_t>(value), 0, 0);
}
void ticks(Decoder& decoder, const Kind&, std::uint64_t value) {
    decoder.call.style.form.constants == ConstantStyle::numbers ? decoder.unsigned_number(value) : write_ticks(decoder.out, value);
}

/// No limit is all ones, in the width of the limit.
void limit(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const std::size_t bytes = bytes_of(traits_of(kind.tag).width, decoder.abi());
    if (value == extended(~std::uint64_t{0}, static_cast<unsigned>(bytes), false)) {
        decoder.out.symbol(bytes == sizeof(std::uint32_t) ? "RLIM_INFINITY" : "RLIM64_INFINITY", value, NumberForm::unsigned_decimal);
        return;
    }
    decoder.out.number(value, NumberForm::units_of_1024);
}

void flags(Decoder& decoder, const Kind& kind, std::uint64_t value) { decoder.out.flags(*kind.flag_set, value); }
void one_of(Decoder& decoder, const Kind& kind, std::uint64_t value) { decoder.out.constant(*kind.value_set, value); }
void one_of_or_number(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_name(decoder, kind.value_set, value, NumberForm::hex)) {
        decoder.unsigned_number(value);
    }
}
void one_of_or_int(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_name(decoder, kind.value_set, value, NumberForm::decimal)) {
        decoder.signed_number(static_cast<std::int64_t>(value));
    }
}
void signal_or_word(Decoder& decoder, const Kind&, std::uint64_t value) {
    if (value <= static_cast<std::uint64_t>(last_signal)) {
        decoder.out.signal(static_cast<int>(value));
        return;
    }
    decoder.unsigned_number(value);
}
void word_parts(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_word_parts(decoder.out, *kind.parts, value); }
/// In a structure it has 16 bits (linux/aio_abi.h).
void io_priority(Decoder& decoder, const Kind&, std::uint64_t value) {
    const bool is_field = decoder.structure != nullptr;
    write_io_priority(decoder.out, is_field ? value & 0xffff : value, is_field ? NumberForm::hex : NumberForm::decimal);
}
void quota_command(Decoder& decoder, const Kind&, std::uint64_t value) { write_quota_command(decoder.out, value); }
void page_state(Decoder& decoder, const Kind&, std::uint64_t value) { write_page_state(decoder, value); }
void numbered_value(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const std::string_view name = name_in(*kind.value_set, value);
    if (!name.empty() && !kind.value_set->as_number) {
        decoder.out.symbol(name, value, NumberForm::decimal);
        return;
    }
    number(decoder, kind, value);
    if (kind.value_set->as_number || decoder.call.style.form.constants != ConstantStyle::numbers) {
        decoder.out.comment(name.empty() ? kind.value_set->unknown : name);
    }
}
void file_handle(Decoder& decoder, const Kind&, std::uint64_t value) { write_file_handle(decoder, value); }
void path(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    kind.length.from == Length::From::result ? write_told_path(decoder, value) : write_path(decoder, value);
}
void string(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const bool has_no_room = kind.length.from == Length::From::sibling && length_of(decoder, kind.length) == 0;
    if (has_no_room && value != 0) {
        decoder.out.bytes({}, BytesForm::text, false);
        return;
    }
    const bool has_limit = kind.length.from == Length::From::fixed;
    write_string(decoder, value, has_limit ? std::min<std::size_t>(kind.length.value, decoder.string_limit()) : decoder.string_limit());
}
/// More than the kernel looks at.
bool is_too_long(Decoder& decoder, const Length& length) {
    return length.from == Length::From::argument && length.most != 0 && length_of(decoder, length) > length.most;
}
void bytes(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (kind.length.most != 0 && is_too_long(decoder, kind.length)) {
        write_unread(decoder, value);
        return;
    }
    write_bytes(decoder, value, length_of(decoder, kind.length));
}
void ended_bytes(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (is_too_long(decoder, kind.length)) {
        write_unread(decoder, value);
        return;
    }
    write_bytes(decoder, value, length_of(decoder, kind.length), BytesForm::ended);
}
void socket_bytes(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_socket_bytes(decoder, value, length_of(decoder, kind.length));
}
void bytes_in_hex(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (is_too_long(decoder, kind.length)) {
        write_unread(decoder, value);
        return;
    }
    write_bytes(decoder, value, length_of(decoder, kind.length), BytesForm::hex);
}
void strings(Decoder& decoder, const Kind&, std::uint64_t value) { write_string_array(decoder, value); }
void environment(Decoder& decoder, const Kind&, std::uint64_t value) { write_environment(decoder, value); }
void structure(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_structure(decoder, kind, value); }
void io_command(Decoder& decoder, const Kind&, std::uint64_t value) { write_io_command(decoder, value); }
void array(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const std::size_t element = element_size(*kind.element, decoder.abi());
    if (is_too_long(decoder, kind.length) || is_too_large(decoder, kind.length, value, element)) {
        write_unread(decoder, value);
        return;
    }
    if (!write_empty_list(decoder, kind.length, value)) {
        write_array(decoder, kind, value);
    }
}
void file_times(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_file_times(decoder, *kind.layout, value); }
void pointed(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_pointed(decoder, *kind.element, value); }
void wait_status(Decoder& decoder, const Kind&, std::uint64_t value) { write_wait_status(decoder, value); }
void sigset(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    constexpr std::uint64_t kernel_set = 8;
    const std::uint64_t bytes = length_of(decoder, kind.length);
    if (kind.length.most != 0) {  // as many as there is room for
        write_sigset(decoder, value, bytes, bytes == 0 || bytes > kind.length.most ? kernel_set : bytes);
        return;
    }
    // A word of the ABI at least, whatever the kernel would say to it.
    const bool is_set = bytes >= decoder.word_size() && bytes <= kernel_set;
    write_sigset(decoder, value, bytes, kind.length.from == Length::From::fixed || is_set ? bytes : kernel_set);
}
void cpu_set(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_cpu_set(decoder, value, length_of(decoder, kind.length)); }
void sigaction(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_sigaction(decoder, kind, value); }
void siginfo(Decoder& decoder, const Kind&, std::uint64_t value) { write_siginfo(decoder, value); }
void sockaddr(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_sockaddr(decoder, value, length_of(decoder, kind.length)); }

/// What a read has put there, or everything where it is an input.
VectorText text_of(Decoder& decoder) {
    if (!decoder.at_exit) {
        return {};
    }
    return {decoder.failed(), decoder.received.value_or(decoder.count_returned())};
}

void msghdr(Decoder& decoder, const Kind&, std::uint64_t value) { write_structure(decoder, kind::structure(msghdr_layout), value); }
void control_messages(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_control_messages(decoder, value, length_of(decoder, kind.length));
}
void iovec(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (write_empty_list(decoder, kind.length, value)) {
        return;
    }
    write_iovec(decoder, value, length_of(decoder, kind.length), text_of(decoder));
}
void message_iovec(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    VectorText text = text_of(decoder);
    const std::optional<NetlinkSocket> netlink = text.addresses_only ? std::nullopt : netlink_of_message(decoder);
    text.netlink = netlink ? &*netlink : nullptr;
    write_iovec(decoder, value, length_of(decoder, kind.length), text);
}
void fd_set(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_fd_set(decoder, value, length_of(decoder, kind.length)); }
void pollfds(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_empty_list(decoder, kind.length, value)) {
        write_pollfds(decoder, value, length_of(decoder, kind.length));
    }
}
void ioctl_request(Decoder& decoder, const Kind&, std::uint64_t value) { write_ioctl_request(decoder, value); }
void clone_flags(Decoder& decoder, const Kind&, std::uint64_t value) { write_clone_flags(decoder.out, value); }
void futex_operation(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.out.constant(futex_operations, value); }
void futex_wake_operation(Decoder& decoder, const Kind&, std::uint64_t value) {
    write_futex_wake_operation(decoder.out, value, decoder.call.style.form.constants);
}
void creation_flags(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_creation_flags(decoder.out, *kind.flag_set, value, decoder.call.style.form.constants);
}
void option_int(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_option_int(decoder, value, static_cast<std::int32_t>(length_of(decoder, kind.length)), kind);
}
void option_value(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_option_value(decoder, value, static_cast<std::int32_t>(length_of(decoder, kind.length)));
}
void option_structure(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_option_structure(decoder, value, static_cast<std::int32_t>(length_of(decoder, kind.length)), kind);
}
void group_request(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_group_request(decoder, value, static_cast<std::int32_t>(length_of(decoder, kind.length)));
}
void named_bits(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_named_bits(decoder, value, static_cast<std::int32_t>(length_of(decoder, kind.length)), *kind.value_set);
}
void error_number(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const ErrnoRow* error = errno_of(static_cast<std::uint32_t>(value));
    error == nullptr ? number(decoder, kind, value) : decoder.out.symbol(error->name, value, NumberForm::decimal);
}
void network_value(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    decoder.out.open(Shape::function_in_style, "htons");
    decoder.out.element();
    decoder.out.constant(*kind.value_set, ((value & 0xff) << 8) | ((value >> 8) & 0xff));
    decoder.out.close();
}
void user_offset(Decoder& decoder, const Kind&, std::uint64_t value) { write_user_offset(decoder, value); }
void sent_messages(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_sent_messages(decoder, value, length_of(decoder, kind.length) & 0xffffffff);
}
void received_messages(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_received_messages(decoder, value, length_of(decoder, kind.length));
}
void queue_message(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_queue_message(decoder, value, length_of(decoder, kind.length));
}
void residency(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_empty_list(decoder, kind.length, value)) {
        write_residency(decoder, value, length_of(decoder, kind.length));
    }
}
void capabilities(Decoder& decoder, const Kind&, std::uint64_t value) { write_capabilities(decoder, value); }
void filter_statements(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_filter_statements(decoder, value, length_of(decoder, kind.length), kind.value_set);
}
void node_mask(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    if (!write_empty_list(decoder, kind.length, value)) {
        write_node_mask(decoder, value, length_of(decoder, kind.length));
    }
}
void thread_area(Decoder& decoder, const Kind&, std::uint64_t value) { write_thread_area(decoder, value); }
void page_offset(Decoder& decoder, const Kind&, std::uint64_t value) {
    constexpr std::uint64_t page = 4096;  // whatever the machine's pages are
    decoder.hex_number(value * page);
}
/// linux/version.h: 16 bits, eight and eight.
void kernel_version(Decoder& decoder, const Kind&, std::uint64_t value) {
    decoder.out.spelled(value, NumberForm::hex);
    decoder.out.open(Shape::function, "KERNEL_VERSION");
    for (const std::uint64_t part : {value >> 16, (value >> 8) & 0xff, value & 0xff}) {
        decoder.out.element();
        decoder.unsigned_number(part);
    }
    decoder.out.close();
}
void fourcc(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const ConstantStyle style = decoder.call.style.form.constants;
    write_fourcc(decoder.out, value, style);
    const std::string_view name = kind.value_set == nullptr ? std::string_view{} : name_in(*kind.value_set, value);
    if (!name.empty() && style != ConstantStyle::numbers) {
        decoder.out.comment(name);
    }
}
void bit_names(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    write_bit_names(decoder, *kind.value_set, kind.length.value, value);
}
void signal_frame(Decoder& decoder, const Kind&, std::uint64_t) { write_signal_frame(decoder); }
void interrupted_call(Decoder& decoder, const Kind&, std::uint64_t) {
    const std::string_view name = decoder.call.interrupted.empty() ? "system call" : decoder.call.interrupted;
    decoder.out.symbol(fmt::format("<... resuming interrupted {} ...>", name), 0, NumberForm::none);
}
// Not `write_own` itself: the address of a function of another file is no constant where gcc 12 looks for undefined behaviour.
void own(Decoder& decoder, const Kind& kind, std::uint64_t value) { write_own(decoder, kind, value); }
void nothing(Decoder&, const Kind&, std::uint64_t) {}

struct Row {
    Tag tag;
    Write write;
};

constexpr Row value_rows[] = {
    {Tag::hex, number},
    {Tag::pointer, address},
    {Tag::signed_int, number},
    {Tag::unsigned_int, number},
    {Tag::signed_long, number},
    {Tag::unsigned_long, number},
    {Tag::signed_64, number},
    {Tag::unsigned_64, wide_number},
    {Tag::halves_64, number},
    {Tag::kernel_version, kernel_version},
    {Tag::pages, page_offset},
    {Tag::octal, number},
    {Tag::file_mode, file_mode},
    {Tag::fd, descriptor},
    {Tag::dirfd, dirfd},
    {Tag::pid, process},
    {Tag::process_group, process_group},
    {Tag::session, session},
    {Tag::network_device, network_device},
    {Tag::uid, identity},
    {Tag::gid, identity},
    {Tag::signal, signal_number},
    {Tag::device, device},
    {Tag::date, date},
    {Tag::ticks, ticks},
    {Tag::resource, limit},
    {Tag::resource_64, limit},
    {Tag::flags, flags},
    {Tag::value, one_of},
    {Tag::value_or_number, one_of_or_number},
    {Tag::path, path},
    {Tag::string, string},
    {Tag::bytes, bytes},
    {Tag::socket_bytes, socket_bytes},
    {Tag::bytes_in_hex, bytes_in_hex},
    {Tag::string_array, strings},
    {Tag::environment, environment},
    {Tag::structure, structure},
    {Tag::array, array},
    {Tag::pointed, pointed},
    {Tag::file_times, file_times},
    {Tag::wait_status, wait_status},
    {Tag::sigset, sigset},
    {Tag::cpu_set, cpu_set},
    {Tag::sigaction, sigaction},
    {Tag::siginfo, siginfo},
    {Tag::sockaddr, sockaddr},
    {Tag::msghdr, msghdr},
    {Tag::control_messages, control_messages},
    {Tag::iovec, iovec},
    {Tag::message_iovec, message_iovec},
    {Tag::fd_set, fd_set},
    {Tag::pollfds, pollfds},
    {Tag::ioctl_request, ioctl_request},
    // Where the request says more, the argument has been replaced before it comes here; so has a selected one.
    {Tag::ioctl_argument, number},
    {Tag::clone_flags, clone_flags},
    {Tag::futex_operation, futex_operation},
    {Tag::selected, number},
    {Tag::futex_wake_operation, futex_wake_operation},
    {Tag::creation_flags, creation_flags},
    {Tag::option_int, option_int},
    {Tag::option_value, option_value},
    {Tag::sent_messages, sent_messages},
    {Tag::received_messages, received_messages},
    {Tag::queue_message, queue_message},
    {Tag::residency, residency},
    {Tag::thread_area, thread_area},
    {Tag::signal_frame, signal_frame},
    {Tag::interrupted_call, interrupted_call},
    {Tag::value_or_int, one_of_or_int},
    {Tag::signal_in_long, signal_or_word},
    {Tag::word_parts, word_parts},
    {Tag::io_priority, io_priority},
    {Tag::quota_command, quota_command},
    {Tag::capabilities, capabilities},
    {Tag::filter_statements, filter_statements},
    {Tag::node_mask, node_mask},
    {Tag::page_state, page_state},
    {Tag::hex_int, number},
    {Tag::fourcc, fourcc},
    {Tag::bit_names, bit_names},
    {Tag::io_command, io_command},
    {Tag::file_handle, file_handle},
    {Tag::numbered_value, numbered_value},
    {Tag::option_structure, option_structure},
    {Tag::group_request, group_request},
    {Tag::named_bits, named_bits},
    {Tag::network_value, network_value},
    {Tag::error_number, error_number},
    {Tag::ended_bytes, ended_bytes},
    {Tag::user_offset, user_offset},
    {Tag::own_number, own},
    {Tag::own_memory, own},
    {Tag::none, nothing},
};

/// The decoder of each tag, at the tag's place.
constexpr std::array<Write, tag_traits.size()> decoder_of = [] {
    std::array<Write, tag_traits.size()> table{};
    for (const Row& row : value_rows) {
        table[static_cast<std::size_t>(row.tag)] = row.write;
    }
    return table;
}();

static_assert(std::all_of(decoder_of.begin(), decoder_of.end(), [](Write write) { return write != nullptr; }), "every tag has a decoder");

}  // namespace

void write_value(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    decoder_of[static_cast<std::size_t>(kind.tag)](decoder, kind, value);
}

void write_unread(Decoder& decoder, std::uint64_t where) { decoder.out.address(where, where == 0 ? Why::value : Why::unread); }

void write_unreadable(Decoder& decoder, std::uint64_t where) { decoder.out.address(where, where == 0 ? Why::value : Why::unreadable); }

bool may_look_behind(Decoder& decoder, std::uint64_t where) {
    const bool failed = decoder.failed() && !decoder.looks_after_failure;
    if (where == 0 || failed || !decoder.looks_behind()) {
        write_unread(decoder, where);
        return false;
    }
    return true;
}

}  // namespace troupe
