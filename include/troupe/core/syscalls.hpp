#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/abi.hpp"
#include "troupe/core/argument.hpp"

namespace troupe {

/// Classes of syscalls, as bits: `-e trace=%file`, `strace.get_class_flagbit('%file')`.
namespace syscall_class {
inline constexpr std::uint32_t none = 0, desc = 1u << 0, file = 1u << 1, memory = 1u << 2, process = 1u << 3, signal = 1u << 4,
                               ipc = 1u << 5, network = 1u << 6, creds = 1u << 7, stat = 1u << 8, lstat = 1u << 9, fstat = 1u << 10,
                               stat_like = 1u << 11,  ///< %%stat
    statfs = 1u << 12, fstatfs = 1u << 13,
                               statfs_like = 1u << 14,  ///< %%statfs
    clock = 1u << 15, pure = 1u << 16;
}  // namespace syscall_class

struct ClassRow {
    std::string_view name;  ///< with its `%`
    std::uint32_t bit;
    std::string_view old_name;  ///< strace's deprecated spelling without `%`, or empty
};
/// Every class; `%net` and `%network` are two rows of one bit.
[[nodiscard]] std::span<const ClassRow> syscall_classes();

inline constexpr std::int16_t absent = -1;

/// How the arguments of a call are laid out.
enum class CallShape : std::uint8_t {
    plain,  ///< as the arguments say, in their order
    clone,  ///< by name, in an order of its own, and by what the flags ask for
};

/// How one ABI passes the call. `arguments[i]` is slot i: a 64-bit value takes two on i386, and its second slot has the kind `none`,
/// as every slot that is not shown.
struct Signature {
    std::uint8_t count = 0;
    std::array<Argument, max_args> arguments{};
    Kind implied = kind::none;  ///< shown between the brackets although no register holds it; the call has no arguments
    CallShape shape = CallShape::plain;
};

/// What i386's `ipc` does otherwise than the call of its own (ipc/syscall.c).
enum class ThroughIpc : std::uint8_t {
    as_alone,
    message_behind_pointer,  ///< msgrcv: place and type of the message may stand behind the pointer
    answer_behind_pointer,   ///< shmat: returns 0, and writes its answer where the third argument says
    union_behind_pointer,    ///< semctl: what the last argument is stands where the pointer is to
};

/// One syscall: everything that depends on which one it is.
struct SyscallRow {
    std::string_view name;
    std::array<std::int16_t, abi_count> numbers{absent, absent, absent};  ///< x86_64, i386, x32
    std::uint32_t classes = 0;
    Kind result{};
    Signature signature{};
    /// Where i386 passes it differently: 64-bit values in two registers, other structures.
    const Signature* i386 = nullptr;
    /// i386 `socketcall` and `ipc` reach this call too: our number for it there (601…), absent if not.
    std::int16_t i386_subcall = absent;
    ThroughIpc through_ipc = ThroughIpc::as_alone;
};

/// The row of a call, nullptr where the table has none.
[[nodiscard]] const SyscallRow* row_of(SyscallId call);
[[nodiscard]] const Signature& signature_of(const SyscallRow& row, Abi abi);
/// Every row, in order of names.
[[nodiscard]] std::span<const SyscallRow* const> syscall_rows();
/// One past the highest number of the table of `abi`, our numbers for subcalls included.
[[nodiscard]] std::uint32_t syscall_limit(Abi abi);

/// `openat`; for a number without a row `syscall_0x1f4`.
[[nodiscard]] std::string name_of(SyscallId call);
/// All ids of that name: an ABI may have none, and i386 two (socketcall).
[[nodiscard]] std::vector<SyscallId> calls_named(std::string_view name);
/// The number that the kernel uses: on i386 the direct call where there is one.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view name, Abi abi);
/// For error messages: the known name that looks most like `name`.
[[nodiscard]] std::string_view nearest_syscall(std::string_view name);

/// i386 `socketcall` and `ipc`: which call is meant and where its arguments are.
struct Subcall {
    SyscallId call;
    std::uint8_t arguments_in_memory = 0;  ///< socketcall: so many 32-bit words at args[1]; 0 for ipc
    /// ipc: argument i of the call is args[order[i]]; `ipc` keeps the pointer in the fourth place, whichever argument it is.
    std::array<std::uint8_t, max_args> order{1, 2, 3, 4, 5, 0};
};
[[nodiscard]] std::optional<Subcall> subcall_of(SyscallId raw, std::uint64_t first_argument);
/// The multiplexer (`socketcall` or `ipc`) through which a subcall is made, if `call` is one of our numbers for subcalls.
[[nodiscard]] std::optional<SyscallId> multiplexer_of(SyscallId call);

}  // namespace troupe
