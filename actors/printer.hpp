#pragma once

#include <string>

#include "actors/tracee.hpp"
#include "troupe/actors/engine.hpp"

namespace troupe {

/// Makes records of events and sends them off as pieces; used by every worker on its own thread, so that decoding and formatting
/// run side by side. A piece is on its way before its tracee goes on.
class Printer {
 public:
    Printer(const EngineConfig& config, Output& output) : config_(config), output_(output) {}

    /// How a call is printed where no hook says otherwise (`qualifier::` bits).
    [[nodiscard]] unsigned qualifiers(SyscallId call) const;

    /// A tracee more. The message, where one is due, counts the threads of its process.
    void appeared(TaskId task, bool with_message, std::size_t threads = 1);
    /// Prints the first half of `tracee.call`.
    void entry(Tracee& tracee);
    /// Prints its second half.
    void exit(Tracee& tracee);
    void signal(TaskId task, int signal, const siginfo_t& info);
    void group_stop(TaskId task, int signal);
    void personality(TaskId task, Abi abi);
    void died(TaskId task, const Dying& how);
    /// `leader` vanished, because `former` called execve and is now `successor`.
    void superseded(TaskId leader, TaskId former, TaskId successor);
    void detached(TaskId task);

 private:
    void send(Piece piece);

    const EngineConfig& config_;
    Output& output_;
};

}  // namespace troupe
