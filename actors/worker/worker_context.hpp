#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

#include "actors/ledger.hpp"
#include "actors/recorder.hpp"
#include "actors/stage.hpp"
#include "actors/worker/call_counter.hpp"
#include "actors/worker/stop.hpp"
#include "troupe/core/apply.hpp"

namespace troupe {

/// What the parts of one worker work with, and how they ask hooks, act on a tracee and report errors. Worker only.
class WorkerContext {
 public:
    WorkerContext(const Stage& the_stage, unsigned the_index, int the_cpu);

    const Stage& stage;
    Kernel& kernel;
    Tasks& tasks;
    const unsigned index;
    const int cpu;
    Recorder recorder;
    CallCounter counter;
    Ledger ledger;
    /// Of a tracee that is stopped; without frames where stacks are not shown.
    [[nodiscard]] Stack stack_of(Tracee& tracee, const Stopped& stopped);
    bool ending = false;      ///< `orders::End` has come
    bool leaves_all = false;  ///< and nothing is killed
    /// Any thread: an `orders::LookForTracees` is asked for.
    std::atomic<bool> needs_recheck{false};

    [[nodiscard]] const Plan& plan() const { return *plan_; }
    /// Takes the newest plan.
    void refresh_plan();
    /// Whether there was a newer one since this was asked last.
    [[nodiscard]] bool has_new_plan() { return std::exchange(plan_is_new_, false); }
    [[nodiscard]] lifecycle::Watching watching_of(const Tracee& tracee) const;
    /// Nothing: it has none. Unknown (`OwnFilters::unknown_count`) while another thread puts some on all of its process.
    [[nodiscard]] std::shared_ptr<const OwnFilters> own_filters_of(const Tracee& tracee) const;

    /// What `wishes` say of this call. Circumstances that hold are noted in it.
    [[nodiscard]] Interest interest_in(Tracee& tracee, const SyscallEntry& entry, const Subscription& wishes) const;
    [[nodiscard]] bool wants(Happening happening) const { return stage.executor != nullptr && plan_->hooks.wants(happening); }
    /// What hooks say.
    [[nodiscard]] Decision ask(const Event& event, Tracee& tracee, unsigned qualifiers, const Decision& so_far = {});
    /// Does what was decided, but for resuming and waiting. Nothing: the tracee is gone.
    [[nodiscard]] std::optional<Applied> act(Tracee& tracee, const Stopped& stopped, const Decision& decision, Moment moment);

    /// After a request that failed at a stop: the tracee is gone, or it goes on and the error is reported.
    [[nodiscard]] Onward after(const Error& error) const;
    /// Reports it, unless it only says that the tracee is gone.
    void complain(const Error& error) const;
    /// PTRACE_INTERRUPT.
    void interrupt(pid_t tid) const;

 private:
    void heed_plan() const;
    [[nodiscard]] bool stops_by_filter(const Tracee& tracee) const;

    std::optional<StackReader> stacks_;
    std::shared_ptr<const Plan> plan_;
    bool plan_is_new_ = false;
};

}  // namespace troupe
