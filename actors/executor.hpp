#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "actors/mailbox.hpp"
#include "actors/observations.hpp"
#include "troupe/core/hooks.hpp"

namespace troupe {

/// The one actor that runs hooks: serially, on the thread of the worker that asks while no other does.
class Executor {
 public:
    /// What the executor tells others. Called by the holder of the baton.
    struct Listener {
        std::function<void(const Hooks&)> subscription_changed;
        std::function<void(const ScriptStop&)> script_stopped;
        /// A timer of a script is due at this time (monotonic clock, ns): a worker has to `tell` then.
        std::function<void(std::uint64_t)> timer_set;
    };

    Executor(Hooks& hooks, Effects& effects, Listener listener);
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    /// Runs the main chunks. Before any worker asks.
    [[nodiscard]] std::optional<ScriptStop> start();

    /// What is to become of this event. Waits for the answer; once the script is over, events pass.
    [[nodiscard]] Decision ask(EventView& view);
    /// To be told to observers some time later. True: there is a batch to `tell`.
    [[nodiscard]] bool observe(Observation&& observation);
    /// Any thread: observers have something to hear.
    [[nodiscard]] bool has_observations() const { return observations_.any(); }
    /// Any thread: when a timer of a script is due (monotonic clock, ns); 0: none is.
    [[nodiscard]] std::uint64_t next_due() const { return due_.load(std::memory_order_acquire); }
    /// Tells them, and timers that are due ring. Waits until the hook that runs now is done.
    void tell();
    /// The tracee is gone, and `process` with it, where that is not 0.
    void forget(TaskId task, pid_t process);
    /// No event will come any more, and these will be detached: `at_exit`. Waits until the hook that runs now is done. Nothing is asked
    /// after it.
    [[nodiscard]] std::optional<ScriptStop> finish(Ending ending, std::vector<TaskFacts> leaves = {});

    /// Any thread: for the next event that is asked about.
    [[nodiscard]] std::uint64_t next_sequence() { return sequence_.fetch_add(1, std::memory_order_relaxed); }
    /// Any thread: what runs now.
    [[nodiscard]] HookInProgress in_progress() const { return hooks_.in_progress(); }
    /// Any thread: a script failed or left. What we launched must not go on.
    [[nodiscard]] bool script_over() const { return script_over_.load(std::memory_order_acquire); }
    /// Breaks off whatever runs.
    bool interrupt() { return hooks_.interrupt(); }
    [[nodiscard]] std::uint64_t decided() const { return decided_.load(std::memory_order_relaxed); }

 private:
    struct Question;

    void send(Question& question);
    void drain(Question& own, Question* first);
    void run(Question& question);
    void tell_observers();
    void ring();
    void stopped(const ScriptStop& stop);

    // Immutable
    Effects& effects_;
    Listener listener_;
    unsigned spins_;

    // Baton only
    Hooks& hooks_;
    std::uint64_t revision_ = 0;
    bool over_ = false;

    // Any thread: atomic
    Mailbox<Question*> mailbox_;
    Observations observations_;  // take: baton only
    std::atomic<bool> script_over_{false};
    std::atomic<std::uint64_t> due_{0};
    std::atomic<std::uint64_t> sequence_{0};
    std::atomic<std::uint64_t> decided_{0};
};

}  // namespace troupe
