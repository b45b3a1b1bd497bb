#pragma once

#include <sys/types.h>

#include <csignal>

namespace troupe {

/// Every signal is blocked in the calling thread while this lives: around a fork, where no handler of ours may run in the child, and around
/// the start of a thread, which inherits the mask. errno stays as it is.
class AllSignalsBlocked {
 public:
    AllSignalsBlocked();
    AllSignalsBlocked(const AllSignalsBlocked&) = delete;
    AllSignalsBlocked& operator=(const AllSignalsBlocked&) = delete;
    ~AllSignalsBlocked();

    /// They are to stay blocked: in the child of a fork.
    void keep() { kept_ = true; }

 private:
    sigset_t before_{};
    bool kept_ = false;
};

/// Ends us by this signal, as if we had never handled or blocked it. Returns where the kernel does not end us: pid 1 of a namespace, and
/// where the calls for it are refused.
void die_of(int signal);

/// A process, or a thread, has this number, and its parent has not collected it yet; also where none of ours may be sent to it (kill(2)).
[[nodiscard]] bool is_there(pid_t pid);

}  // namespace troupe
