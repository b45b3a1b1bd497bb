#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>

#include "troupe/core/syscalls.hpp"

/// The words that rows of syscalls are written in. A row reads: name, numbers on x86-64, i386 and x32, classes, what it returns, what it
/// takes, and, where i386 differs, what it takes there.
namespace troupe::rows {

namespace in_class = syscall_class;

using kind::clone_flags, kind::date, kind::device, kind::dirfd, kind::environment, kind::fd, kind::file_mode, kind::futex_operation,
    kind::futex_wake_operation, kind::gid, kind::halves_64, kind::hex, kind::interrupted_call, kind::ioctl_argument, kind::ioctl_request,
    kind::msghdr, kind::none, kind::octal, kind::pages, kind::path, kind::pid, kind::pointer, kind::process_group, kind::session,
    kind::sigaction, kind::siginfo, kind::signal, kind::signal_frame, kind::signed_64, kind::signed_int, kind::signed_long, kind::string,
    kind::string_array, kind::thread_area, kind::uid, kind::unsigned_64, kind::unsigned_int, kind::unsigned_long, kind::wait_status;
using kind::own_number, kind::array, kind::bytes, kind::option_structure, kind::group_request, kind::named_bits, kind::error_number,
    kind::network_value, kind::user_offset, kind::hex_int, kind::file_handle, kind::numbered_value, kind::io_command, kind::creation_flags,
    kind::option_int, kind::option_value, kind::queue_message, kind::received_messages, kind::capabilities, kind::io_priority,
    kind::node_mask, kind::pid_or, kind::quota_command, kind::residency, kind::selected_above, kind::selected_by_long,
    kind::selected_masked, kind::ended_bytes, kind::sent_messages, kind::signal_in_long, kind::value_or_int, kind::word_parts,
    kind::bytes_in_hex, kind::cpu_set, kind::fd_set, kind::file_times, kind::flags, kind::iovec, kind::socket_bytes, kind::pointed,
    kind::pollfds, kind::selected, kind::sigset, kind::sized_structure, kind::sockaddr, kind::structure, kind::value;

/// A slot of a signature that is not shown: the high half of a 64-bit value on i386, and words that the kernel ignores.
inline constexpr Argument unseen{Phase::entry, kind::none, "", {}};

template <std::same_as<Argument>... Arguments>
consteval Signature takes(Arguments... arguments) {
    static_assert(sizeof...(Arguments) <= max_args);
    return {static_cast<std::uint8_t>(sizeof...(Arguments)), {arguments...}};
}

/// A call without arguments that shows what it finds elsewhere.
consteval Signature takes_implied(const Kind& kind) { return {0, {}, kind}; }

consteval Signature shaped(CallShape shape, Signature signature) {
    signature.shape = shape;
    return signature;
}

/// Flags of 64 bits, in two registers of i386.
consteval Kind wide_flags(const FlagSet& set) { return {.tag = Tag::unsigned_64, .flag_set = &set}; }

/// Calls since Linux 5.1 have one number on all ABIs.
consteval std::array<std::int16_t, abi_count> everywhere(std::int16_t number) { return {number, number, number}; }

/// Calls that i386 makes through `socketcall` only.
inline constexpr std::array<std::int16_t, abi_count> nowhere{absent, absent, absent};

consteval SyscallRow call(std::string_view name, std::array<std::int16_t, abi_count> numbers, std::uint32_t classes, const Kind& result,
                          const Signature& signature, const Signature* on_i386 = nullptr) {
    return {name, numbers, classes, result, signature, on_i386, absent};
}

/// Our numbers for the subcalls of i386: those of `socketcall` and of `ipc` are counted from here, as linux/net.h and linux/ipc.h do.
inline constexpr std::int16_t socketcall_base = 600, ipc_base = 640;

consteval SyscallRow socketcall(std::int16_t subcall, SyscallRow row) {
    row.i386_subcall = static_cast<std::int16_t>(socketcall_base + subcall);
    return row;
}

consteval SyscallRow ipc_call(std::int16_t subcall, SyscallRow row, ThroughIpc how = ThroughIpc::as_alone) {
    row.through_ipc = how;
    row.i386_subcall = static_cast<std::int16_t>(ipc_base + subcall);
    return row;
}

/// O_CREAT and the bit that only O_TMPFILE has (asm-generic/fcntl.h): open takes a mode with either of them.
inline constexpr std::uint64_t creates = 020000100;

/// What S_IFCHR and S_IFBLK have in common (linux/stat.h), of the bits that they share with other types: mknod takes a device with either.
inline constexpr std::uint64_t is_device = 020000, device_bits = 0130000;

/// MEMBARRIER_CMD_FLAG_CPU (linux/membarrier.h): membarrier looks at its third argument only then.
inline constexpr std::uint64_t on_one_cpu = 1;

/// MREMAP_MAYMOVE|MREMAP_FIXED (linux/mman.h): only with both mremap takes a new address.
inline constexpr std::uint64_t moves_to_address = 3;

}  // namespace troupe::rows
