#pragma once

#include <atomic>
#include <cstdint>
#include <set>

#include "actors/worker/lifetimes.hpp"
#include "actors/worker/orders.hpp"
#include "actors/worker/residence.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// How a tracee goes to another worker: between two calls, parked (troupe/core/park.hpp). Worker only, but for what says otherwise.
///
/// A thread that is seized makes us wait for an execve that another thread of its process is in, and that one waits until all threads are
/// reaped, which may be our own tracees: the supervisor looks at workers that are long inside PTRACE_SEIZE, and reaps for them.
class Transfer {
 public:
    Transfer(WorkerContext& here, Roster& roster, Residence& residence, Lifetimes& lifetimes)
        : here_(here), roster_(roster), residence_(residence), lifetimes_(lifetimes) {}

    /// At the exit of a call, of a tracee that is bound elsewhere. `resume`: it cannot be parked here, and stays.
    [[nodiscard]] Onward hand_over(Tracee& tracee, Stop& stop);
    /// One that another worker has parked for this one.
    void take_in(orders::Adopt& order);
    /// Its first stop here: it gets back what it had before it was parked.
    void arrive(Tracee& tracee, const Stopped& stopped);
    /// Those that could not be seized are tried again.
    void retry();

    /// PTRACE_SEIZE, which may have to wait for others, and they for us: `seizing_since` tells the supervisor.
    [[nodiscard]] Result<void> seize(pid_t tid, bool attached);
    /// Any thread: since when it has been inside PTRACE_SEIZE (monotonic clock, ns); 0: it is not.
    [[nodiscard]] std::uint64_t seizing_since() const { return seizing_since_.load(std::memory_order_relaxed); }

 private:
    [[nodiscard]] std::optional<ReadyToPark> ready_to_park(Tracee& tracee, const Stop& stop);
    void seize_parked(Tracee& tracee);
    void give_back(pid_t tid);
    [[nodiscard]] Dying how_it_ended(const Tracee& tracee) const;
    void lost_while_parked(Tracee& tracee);
    void look_again_for(TaskId task);

    WorkerContext& here_;
    Roster& roster_;
    Residence& residence_;
    Lifetimes& lifetimes_;
    std::set<TaskId> missing_;  // could not be seized when they were parked

    // Any thread: atomic
    std::atomic<std::uint64_t> seizing_since_{0};
};

}  // namespace troupe
