#include <sys/ptrace.h>
#include <sys/user.h>

#include <array>
#include <cerrno>
#include <cstddef>

#include "troupe/core/requests.hpp"

namespace troupe {
namespace {

using Places = std::array<std::size_t, max_args>;

// arch/x86/entry/entry_64.S and entry_64_compat.S
constexpr Places places_of_64 = {offsetof(user, regs.rdi), offsetof(user, regs.rsi), offsetof(user, regs.rdx),
                                 offsetof(user, regs.r10), offsetof(user, regs.r8),  offsetof(user, regs.r9)};
constexpr Places places_of_i386 = {offsetof(user, regs.rbx), offsetof(user, regs.rcx), offsetof(user, regs.rdx),
                                   offsetof(user, regs.rsi), offsetof(user, regs.rdi), offsetof(user, regs.rbp)};

std::size_t place_of(Abi abi, std::size_t argument) { return (abi == Abi::i386 ? places_of_i386 : places_of_64).at(argument); }

}  // namespace

Result<std::uint64_t> argument(const Stopped& tracee, Abi abi, std::size_t place) {
    errno = 0;
    const long value = ::ptrace(PTRACE_PEEKUSER, tracee.tid(), place_of(abi, place), nullptr);
    if (errno != 0) {
        return failure("read a register", errno, TaskId{tracee.tid(), 0});
    }
    return static_cast<std::uint64_t>(value);
}

Result<void> set_argument(const Stopped& tracee, Abi abi, std::size_t place, std::uint64_t value) {
    if (::ptrace(PTRACE_POKEUSER, tracee.tid(), place_of(abi, place), value) < 0) {
        return failure("change an argument", errno, TaskId{tracee.tid(), 0});
    }
    return {};
}

}  // namespace troupe
