#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>

#include "troupe/core/abi.hpp"
#include "troupe/core/kernel.hpp"
#include "troupe/core/stopped.hpp"
#include "troupe/core/tracee_memory.hpp"

namespace troupe {

/// Whether a call is a clone with CLONE_UNTRACED: without a filter, its child will not be traced.
[[nodiscard]] bool makes_untraced_child(const SyscallInfo& info, TraceeMemory& memory);

/// Whether a call is a clone whose child runs in the memory of its parent, beside it: as threads do.
[[nodiscard]] bool makes_sibling(const SyscallInfo& info, TraceeMemory& memory);

/// Clones with CLONE_UNTRACED, of tracees under a filter. The child inherits the filter, and where it stops a call of a thread that is not
/// traced the kernel answers ENOSYS: so the flag is cleared for the time of the call, and put back before parent and child go on.
/// The parent's event and the child's first stop come in any order. Worker only.
class UntracedClones {
 public:
    /// At a filter's stop, when hooks have decided. True if this is such a clone: `end` is to be called at its exit.
    bool begin(Kernel& kernel, const Stopped& parent, const SyscallInfo& info, TraceeMemory& memory);
    /// The parent's event: `child` has had no stop yet.
    void expect(pid_t parent, pid_t child);
    /// After the parent's event, or at the exit of a call that failed; before hooks look.
    void end(Kernel& kernel, const Stopped& parent, TraceeMemory& memory);
    /// The first stop of a child, where its parent's event has not come (`early`) or did not find it.
    void first_stop(Kernel& kernel, const Stopped& child, TraceeMemory& memory, bool early);
    void forget(pid_t tid);

    /// False nearly always, so that nothing else need be asked.
    [[nodiscard]] bool any() const { return !parents_.empty() || !children_.empty(); }

 private:
    struct Cleared {
        Abi abi = Abi::x86_64;
        bool in_memory = false;      ///< clone3
        std::uint64_t argument = 0;  ///< the first, as the kernel saw it: the flags, or where they are
        std::uint64_t original = 0;  ///< the flags as they were
    };
    static void put_back(Kernel& kernel, const Cleared& what, const Stopped& tracee, TraceeMemory& memory);

    std::map<pid_t, Cleared> parents_;
    std::map<pid_t, Cleared> children_;
};

}  // namespace troupe
