#include "actors/untraced_clones.hpp"

#include <sched.h>

#include <optional>
#include <span>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t untraced = CLONE_UNTRACED;
constexpr std::uint64_t smallest_structure = 64;  // CLONE_ARGS_SIZE_VER0, linux/sched.h: the kernel takes none that is shorter

bool read_flags(TraceeMemory& memory, std::uint64_t address, std::uint64_t& flags) {
    return memory.read(address, std::as_writable_bytes(std::span(&flags, 1))) == sizeof flags;
}

bool write_flags(Kernel& kernel, const Stopped& tracee, std::uint64_t address, const std::uint64_t& flags) {
    return kernel.poke(tracee, address, std::as_bytes(std::span(&flags, 1))).has_value();
}

/// Where the flags are, and what they say; nothing where the kernel will refuse the call, or it is another one.
struct CloneFlags {
    bool in_memory = false;  // clone3
    std::uint64_t flags = 0;
};

std::optional<CloneFlags> clone_flags_of(const SyscallInfo& info, TraceeMemory& memory) {
    const SyscallRow* row = row_of(info.call);
    if (row == nullptr || (row->name != "clone" && row->name != "clone3")) {
        return std::nullopt;
    }
    CloneFlags found{.in_memory = row->name == "clone3", .flags = info.args[0]};
    if (found.in_memory && (info.args[1] < smallest_structure || !read_flags(memory, info.args[0], found.flags))) {
        return std::nullopt;
    }
    return found;
}

}  // namespace

bool makes_untraced_child(const SyscallInfo& info, TraceeMemory& memory) {
    const auto found = clone_flags_of(info, memory);
    return found && (found->flags & untraced) != 0;
}

bool makes_sibling(const SyscallInfo& info, TraceeMemory& memory) {
    const auto found = clone_flags_of(info, memory);
    return found && (found->flags & (CLONE_VM | CLONE_VFORK)) == CLONE_VM;
}

// Whatever fails here fails because the tracee is gone or its memory is not there: then the kernel refuses the call as well.
bool UntracedClones::begin(Kernel& kernel, const Stopped& parent, const SyscallInfo& info, TraceeMemory& memory) {
    const auto found = clone_flags_of(info, memory);
    if (!found || (found->flags & untraced) == 0) {
        return false;
    }
    const bool in_memory = found->in_memory;
    Cleared what{.abi = info.call.abi, .in_memory = in_memory, .argument = info.args[0], .original = found->flags};
    const std::uint64_t cleared = what.original & ~untraced;
    if (in_memory ? !write_flags(kernel, parent, what.argument, cleared) : !kernel.set_argument(parent, what.abi, 0, cleared)) {
        return false;
    }
    what.argument = in_memory ? what.argument : cleared;
    parents_[parent.tid()] = what;
    return true;
}

void UntracedClones::expect(pid_t parent, pid_t child) {
    if (const auto found = parents_.find(parent); found != parents_.end()) {
        children_[child] = found->second;
    }
}

void UntracedClones::end(Kernel& kernel, const Stopped& parent, TraceeMemory& memory) {
    if (const auto found = parents_.find(parent.tid()); found != parents_.end()) {
        put_back(kernel, found->second, parent, memory);
        parents_.erase(found);
    }
}

// Whose child an early one is cannot be known yet. It has its parent's registers, and these flags are rare.
void UntracedClones::first_stop(Kernel& kernel, const Stopped& child, TraceeMemory& memory, bool early) {
    if (const auto found = children_.find(child.tid()); found != children_.end()) {
        put_back(kernel, found->second, child, memory);
        children_.erase(found);
        return;
    }
    if (!early) {
        return;
    }
    for (const auto& [parent, what] : parents_) {
        const auto argument = kernel.argument(child, what.abi, 0);
        if (argument && *argument == what.argument) {
            put_back(kernel, what, child, memory);
            return;
        }
    }
}

void UntracedClones::forget(pid_t tid) {
    parents_.erase(tid);
    children_.erase(tid);
}

// Memory that parent and child share may be in use again: only what is still as we left it is changed.
void UntracedClones::put_back(Kernel& kernel, const Cleared& what, const Stopped& tracee, TraceeMemory& memory) {
    if (!what.in_memory) {
        (void)kernel.set_argument(tracee, what.abi, 0, what.original);
        return;
    }
    std::uint64_t flags = 0;
    if (read_flags(memory, what.argument, flags) && flags == (what.original & ~untraced)) {
        (void)write_flags(kernel, tracee, what.argument, what.original);
    }
}

}  // namespace troupe
