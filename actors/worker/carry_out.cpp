// What the supervisor, and other workers, ask of a worker.
#include <unistd.h>

#include <csignal>
#include <utility>

#include "actors/worker/worker.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

template <typename... Cases>
struct OneOf : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
OneOf(Cases...) -> OneOf<Cases...>;

}  // namespace

void Worker::carry_out(orders::Order& order) {
    std::visit(OneOf{
                   [this](const orders::LaunchCommand&) { launch(); },
                   [this](const orders::AttachTo& what) { arrivals_.attach(what); },
                   [](const orders::PlanChanged&) {},  // it is looked at after orders
                   [this](const orders::LeaderVanished& what) { lifetimes_.vanish(what.task); },
                   [this](const orders::LookForTracees&) { look_for_tracees(); },
                   [this](const orders::LookForQuiet&) { residence_.look_for_quiet(monotonic_ns()); },
                   [this](orders::Adopt& what) { transfer_.take_in(what); },
                   [this](const orders::WatchProcess& what) { filters_.watch_process(what); },
                   [this](const orders::ProcessIsWatched& what) {
                       if (held_.holds(what.caller, HeldTracees::Why::filters)) {
                           release(what.caller);
                       }
                   },
                   [this](const orders::Reaped& what) { lifetimes_.end(what.report); },
                   [this](const orders::TellObservers&) { observers_.tell(); },
                   [this](const orders::TellTotals&) {
                       here_.stage.tell(notices::Totals{std::make_shared<const Counted>(here_.counter.counted())});
                   },
                   [this](const orders::HoldsOver&) {
                       for (const TaskId task : held_.due(monotonic_ns())) {
                           release(task);
                       }
                       const std::uint64_t due = here_.stage.executor != nullptr ? here_.stage.executor->next_due() : 0;
                       if (due != 0 && due <= monotonic_ns()) {
                           observers_.tell();
                       }
                   },
                   [this](const orders::DetachAll&) { detach_all(); },
                   [this](const orders::End& what) {
                       here_.leaves_all = what.leave_all;
                       end();
                   },
                   [this](const orders::Quit&) { quit_ = true; },
               },
               order);
}

/// The command sleeps in a read; whatever it does from there on is seen as it has to be.
void Worker::launch() {
    const auto launched = arrivals_.launch();
    if (!launched) {
        return;
    }
    if (roster_.find(launched->pid)->watching == lifecycle::Watching::every_call) {
        handle(here_.kernel.wait(launched->pid, Wait::sleep));
    }
    (void)!::write(launched->release.get(), "x", 1);
}

// Without -f, another thread of the command may call execve: the leader, our tracee, vanishes silently, and the process lives on
// under its tid as a child of ours that is not traced. Its end is still the command's end.
void Worker::look_for_tracees() {
    here_.needs_recheck.store(false, std::memory_order_relaxed);
    transfer_.retry();
    for (const TaskId child : events_.orphans()) {
        release(child);
    }
    if (here_.stage.config.follow) {
        return;
    }
    own_children_.reap(here_.kernel);
    for (const pid_t tid : roster_.tids()) {
        auto report = here_.kernel.wait(tid, Wait::look);
        if (std::holds_alternative<NoneLeft>(report) && here_.stage.registry.is_command(tid)) {
            report = here_.kernel.wait(tid, Wait::look_for_end);
        }
        if (std::holds_alternative<NoneLeft>(report)) {
            report = EndReport{tid, {}};
        }
        handle(std::move(report));
    }
}

void Worker::end() {
    departure_.begin();
    if (!here_.stage.config.attach.empty()) {
        urgent_.emplace();
    }
    for (const pid_t tid : roster_.tids()) {
        Tracee& tracee = *roster_.find(tid);
        tracee.facts.attached = tracee.facts.attached || here_.leaves_all;
        if (!tracee.facts.attached) {
            here_.kernel.send_signal(tid, SIGKILL, SignalTo::process);
        } else if (auto stop = held_.release(tracee.facts.id)) {
            conclude(tracee, *stop, departure_.holds(tracee, *stop) ? Onward::held : detach(tracee, *stop));
        } else {
            here_.interrupt(tid);
        }
    }
    departure_.look_whether_all_stopped();
}

void Worker::detach_all() {
    departure_.leave_at_once();
    for (const TaskId task : held_.held_for(HeldTracees::Why::departure)) {
        auto stop = held_.release(task);
        Tracee& tracee = *roster_.find(task.tid);
        conclude(tracee, *stop, detach(tracee, *stop));
    }
}

}  // namespace troupe
