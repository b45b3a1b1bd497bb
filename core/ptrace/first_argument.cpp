#include <sys/ptrace.h>
#include <sys/user.h>

#include <cerrno>
#include <cstddef>

#include "troupe/core/requests.hpp"

namespace troupe {
namespace {

std::size_t place_of(Abi abi) { return abi == Abi::i386 ? offsetof(user, regs.rbx) : offsetof(user, regs.rdi); }

}  // namespace

Result<std::uint64_t> first_argument(const Stopped& tracee, Abi abi) {
    errno = 0;
    const long value = ::ptrace(PTRACE_PEEKUSER, tracee.tid(), place_of(abi), nullptr);
    if (errno != 0) {
        return failure("read a register", errno, TaskId{tracee.tid(), 0});
    }
    return static_cast<std::uint64_t>(value);
}

Result<void> set_first_argument(const Stopped& tracee, Abi abi, std::uint64_t value) {
    if (::ptrace(PTRACE_POKEUSER, tracee.tid(), place_of(abi), value) < 0) {
        return failure("change an argument", errno, TaskId{tracee.tid(), 0});
    }
    return {};
}

}  // namespace troupe
