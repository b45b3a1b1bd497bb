#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "actors/output/collector.hpp"
#include "actors/rendering.hpp"
#include "actors/tracee.hpp"
#include "troupe/actors/engine.hpp"

namespace troupe {

/// Makes records of events; every worker has one, so that decoding and formatting run side by side.
/// A record has its number before its tracee goes on. It is on its way by then as well, but for the halves of calls where the trace is not
/// watched: of those some are collected, until the worker calls `send_off`, or the output is flushed.
class Recorder {
 public:
    Recorder(const EngineConfig& config, Output& output)
        : config_(config), rendering_(make_rendering(config)), worth_collecting_(output.worth_collecting()), collector_(output) {}

    /// What was collected goes on its way. Before the worker waits for anything.
    void send_off();
    /// The worker has served a stop: what was collected may not wait for ever, either, where stops go on and nothing is printed.
    void stop_served();

    /// How a call is printed where no hook says otherwise (`qualifier::` bits).
    [[nodiscard]] unsigned qualifiers(SyscallId call) const;

    /// Whether a line tells of this signal.
    [[nodiscard]] bool shows(int signal) const { return config_.printing.signals.contains(signal); }
    /// Whether lines tell where the tracee is.
    [[nodiscard]] bool shows_place() const { return rendering_->shows_place(); }

    /// A tracee more. The message, where one is due, counts the threads of its process.
    void appeared(Tracee& tracee, bool with_message, std::size_t threads = 1);
    /// The first half of `tracee.call`.
    void entry(Tracee& tracee);
    /// Its second half.
    void exit(Tracee& tracee);
    /// Where it was delivered, `stack` tells, where stacks are shown.
    void signal(Tracee& tracee, int signal, const siginfo_t& info, const Stack& stack);
    void group_stop(Tracee& tracee, int signal);
    /// The event of the parent.
    void spawned(Tracee& parent, const Spawn& spawn, const Lineage& child);
    /// `tracee` as it is known from now on.
    void executed(Tracee& tracee, pid_t former_tid);
    /// It makes calls of another ABI now.
    void personality(Tracee& tracee);
    void died(Tracee& tracee, const Dying& how);
    /// `caller`, no leader, called execve and is known as `successor` from now on; `leader` vanished by it, if it was a tracee (tid 0:
    /// not).
    void superseded(TaskId leader, Tracee& caller, TaskId successor);
    void detached(Tracee& tracee);
    /// For the person at the terminal, in its place among the lines.
    void message(Tracee& tracee, const std::string& text);

 private:
    [[nodiscard]] Head head_of(Tracee& tracee) const;
    void send(Head head, What what);

    const EngineConfig& config_;
    const std::unique_ptr<Rendering> rendering_;
    const std::size_t worth_collecting_;
    Collector collector_;
    std::size_t stops_ = 0;  // served since the last were sent off
};

}  // namespace troupe
