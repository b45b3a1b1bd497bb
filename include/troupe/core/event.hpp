#pragma once

#include <signal.h>
#include <sys/types.h>

#include <array>
#include <cstdint>
#include <variant>

#include "troupe/core/abi.hpp"

namespace troupe {

using Arguments = std::array<std::uint64_t, max_args>;

/// A tracee is about to make a call. Arguments of 32-bit calls are zero-extended.
struct SyscallEntry {
    SyscallId call;
    Arguments args{};
    std::uint64_t instruction_pointer = 0;
    std::uint64_t stack_pointer = 0;
};

/// A call is over. `args` are those of its entry; `result` is -1 where `error` is not 0.
struct SyscallExit {
    SyscallId call;
    Arguments args{};
    std::int64_t result = 0;  ///< sign-extended on every ABI
    std::uint32_t error = 0;  ///< errno, also the kernel's own (512 = ERESTARTSYS); 0: success
    bool injected = false;    ///< error or result were put there by us
    Arguments made_with{};    ///< as the program made it, whatever hooks wrote to `args`
};

/// A signal is about to be delivered (man ptrace, "Signal-delivery-stop").
struct SignalStop {
    int signal = 0;
    siginfo_t info{};
};

enum class SpawnKind : std::uint8_t { fork, vfork, clone };

/// The tracee made a child or a thread, which is traced as well.
struct Spawn {
    SpawnKind kind = SpawnKind::fork;
    pid_t child = 0;
    pid_t process = 0;  ///< of the child: its own number, or that of its parent, whose thread it is then; 0: unknown
};

/// execve succeeded. `former_tid` differs from the tracee's tid where a thread that was not the leader called it.
struct Exec {
    pid_t former_tid = 0;
};

/// A stop signal took effect (job control); the tracee waits for SIGCONT.
struct GroupStop {
    int signal = 0;
};

/// The tracee is gone: `code` is its exit status, or the number of the signal that killed it.
struct Dying {
    bool killed = false;
    bool core_dumped = false;
    int code = 0;
};

/// It ran before, and is traced from now on. It need not be stopped.
struct Attach {};

/// It is not traced any more, and lives on.
struct Detach {};

using Event = std::variant<SyscallEntry, SyscallExit, SignalStop, Spawn, Exec, GroupStop, Dying, Attach, Detach>;

}  // namespace troupe
