#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "actors/doorbell.hpp"
#include "actors/roster.hpp"
#include "actors/stage.hpp"
#include "actors/thread.hpp"
#include "actors/untraced_clones.hpp"
#include "actors/worker/arrivals.hpp"
#include "actors/worker/call_path.hpp"
#include "actors/worker/event_path.hpp"
#include "actors/worker/filter_watch.hpp"
#include "actors/worker/inbox.hpp"
#include "actors/worker/orders.hpp"
#include "troupe/core/urgent.hpp"

namespace troupe {

/// Owns tracees: a thread of ours, on a CPU of its own, and the only one that may ask the kernel anything about them.
///
/// It waits for reports and hands each stop to the part that it is about. The parts say what became of the stop; only here do tracees go
/// on.
class Worker {
 public:
    Worker(unsigned index, int cpu, const Stage& stage);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Returns once orders can be sent.
    [[nodiscard]] Result<void> start();
    /// One report is waited for and served, then the orders that have come. What the worker's thread does until it is told to quit.
    void serve_next();
    /// Any thread.
    void send(orders::Order order) { inbox_.send(std::move(order)); }
    /// After Quit.
    void join() { thread_.join(); }
    /// After join.
    [[nodiscard]] const Ledger& ledger() const { return here_.ledger; }
    /// After join: what it counted.
    [[nodiscard]] const Counted& counted() const { return here_.counter.counted(); }
    /// Any thread: since when it has been inside PTRACE_SEIZE (monotonic clock, ns); 0: it is not.
    [[nodiscard]] std::uint64_t seizing_since() const { return transfer_.seizing_since(); }
    /// Any thread: it waits for an `orders::LookForTracees`.
    [[nodiscard]] bool needs_recheck() const { return here_.needs_recheck.load(std::memory_order_relaxed); }

 private:
    [[nodiscard]] WaitReport next_report();
    void handle(WaitReport report);
    void serve(StopReport report);
    [[nodiscard]] Onward become(Tracee& tracee, Stop& stop, const StopReason& reason, bool is_early);
    [[nodiscard]] Onward depart(Tracee& tracee, Stop& stop, const StopReason& reason);
    [[nodiscard]] Onward at_call(Tracee& tracee, Stop& stop, bool by_filter);
    void conclude(Tracee& tracee, Stop& stop, Onward onward);
    void go_on(Tracee& tracee, Stop& stop);
    [[nodiscard]] Onward detach(Tracee& tracee, Stop& stop);
    void send_off(Stop& stop, const StopReason& reason);
    void release(TaskId task);

    void carry_out(orders::Order& order);
    void launch();
    void look_for_tracees();
    void end();
    void detach_all();
    void serve_starved();
    void replace_bell(const Dying& how);
    void interrupt_for_plan();

    // Worker only
    WorkerContext here_;
    std::optional<Urgent> urgent_;  // while it attaches, and while it detaches
    Roster roster_;
    HeldTracees held_;
    EarlyChildren early_;
    UntracedClones untraced_;
    LaunchWatch launch_;
    Residence residence_;
    Departure departure_;
    Observers observers_;
    FilterWatch filters_;
    Lifetimes lifetimes_;
    OwnChildren own_children_;  // of the worker that launched the command
    Transfer transfer_;
    CallPath calls_;
    EventPath events_;
    Arrivals arrivals_;
    bool quit_ = false;

    // Any thread
    std::optional<Doorbell> bell_;  // there before orders can be sent
    Inbox<orders::Order> inbox_;
    Thread thread_;
};

}  // namespace troupe
