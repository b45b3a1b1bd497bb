// What the supervisor asks of a worker.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "actors/tracers.hpp"
#include "actors/worker/worker.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

void Worker::carry_out(const LaunchCommand&) {
    const CommandLine& command = *stage_.config.command;
    const LaunchRequest request{.file = command.file,
                                .arguments = command.arguments,
                                .environment = command.environment,
                                .user = command.user,
                                .filter = stage_.plans.launch_filter(),
                                .seize = {.follow = stage_.config.follow, .kill_on_exit = true}};
    auto launched = launch(request, stage_.config.inheritance);
    if (!launched) {
        stage_.notices.trouble(launched.error().text());
        stage_.notices.command_ended({.killed = false, .core_dumped = false, .code = 1});
        stage_.notices.nobody_left();
        return;
    }
    stage_.registry.set_command(launched->pid);
    Tracee& tracee = adopt(launched->pid, false, 0, !request.filter.empty());
    tracee.facts.process = launched->pid;
    tracee.facts.lineage = Lineage::root(0);
    tracee.state = lifecycle::Launching{};
    recorder_.appeared(tracee, false);
    release_command(tracee, std::move(*launched));
}

/// The command sleeps in a read; whatever it does from there on is seen as it has to be.
void Worker::release_command(Tracee& tracee, Launched launched) {
    launch_report_ = std::move(launched.report);
    tracee.watching = watching_of(tracee);
    if (tracee.watching == lifecycle::Watching::every_call) {
        if (auto done = interrupt(launched.pid); !done) {
            complain(done.error());
        }
        handle(Waiter::next_of(launched.pid));
    }
    (void)!::write(launched.release.get(), "x", 1);
}

/// The command ended. If it never got through its execve, it told us why.
void Worker::report_failed_launch() {
    if (!launch_report_) {
        return;
    }
    std::array<int, 2> told{};
    const bool complete = ::read(launch_report_.get(), told.data(), sizeof told) == static_cast<ssize_t>(sizeof told);
    launch_report_.reset();
    if (!complete) {
        return;
    }
    const std::string& name = stage_.config.command->name;
    const char* reason = ::strerrordesc_np(told[0]);
    switch (static_cast<LaunchStep>(told[1])) {
        case LaunchStep::identity:
            stage_.notices.trouble(fmt::format("cannot run '{}' as that user: {}", name, reason));
            break;
        case LaunchStep::filter:
            stage_.notices.trouble(fmt::format("cannot install a filter for '{}': {} (--seccomp-bpf=off does without)", name, reason));
            break;
        case LaunchStep::exec:
            stage_.notices.trouble(fmt::format("exec '{}': {}", name, reason));
            break;
    }
}

void Worker::carry_out(const AttachTo& order) {
    std::vector<Notices::Attached> outcome;
    for (const pid_t tid : order.tids) {
        if (stage_.registry.contains(tid)) {
            continue;  // made by a tracee since the list was read
        }
        auto seized = seize_here(tid, true);
        outcome.push_back({tid, seized ? 0 : seized.error().code});
    }
    const std::set<pid_t> tracers = processes_that_trace_us();
    for (auto& [tid, code] : outcome) {
        if (code != 0) {
            continue;
        }
        const auto status = procfs::status_of(tid);
        if (status && tracers.contains(status->process)) {
            code = ELOOP;
            continue;  // let go when this thread ends
        }
        Tracee& tracee = adopt(tid, true, 0, false);
        tracee.facts.lineage = stage_.registry.next_attached();
        if (status) {
            tracee.facts.process = status->process;
        }
        const auto& asked_for = stage_.config.attach;
        const bool asked = std::find(asked_for.begin(), asked_for.end(), tid) != asked_for.end();
        const std::size_t threads = asked && stage_.config.follow ? procfs::threads_of(tid).size() : 1;
        recorder_.appeared(tracee, asked, threads);
        tracee.watching = watching_of(tracee);
        if (tracee.watching == lifecycle::Watching::nothing) {
            continue;
        }
        if (auto done = interrupt(tid); !done) {
            complain(done.error());
        }
    }
    stage_.notices.attached(outcome);
}

void Worker::carry_out(const LeaderVanished& order) {
    Tracee* leader = roster_.find(order.task.tid);
    if (leader != nullptr && leader->facts.id == order.task) {
        drop(*leader, &Ledger::vanished);
    }
}

// Without -f, another thread of the command may call execve: the leader, our tracee, vanishes silently, and the process lives on
// under its tid as a child of ours that nobody traces. Its end is still the command's end.
void Worker::carry_out(const LookForTracees&) {
    std::vector<pid_t> tids = std::exchange(missing_, {});
    misses_somebody_.store(false, std::memory_order_relaxed);
    look_after_strangers();
    if (!stage_.config.follow) {
        tids = roster_.tids();
    }
    for (const pid_t tid : tids) {
        Tracee* tracee = roster_.find(tid);
        if (tracee != nullptr && tracee->arriving) {
            seize_parked(*tracee);
            continue;
        }
        auto report = Waiter::poll(tid);
        if (std::holds_alternative<NobodyLeft>(report) && stage_.registry.is_command(tid)) {
            report = Waiter::poll_end(tid);
        }
        if (std::holds_alternative<NobodyLeft>(report)) {
            report = EndReport{tid, {}};
        }
        handle(std::move(report));
    }
}

void Worker::carry_out(const End&) {
    ending_ = true;
    if (!stage_.config.attach.empty()) {
        urgent_.emplace();
    }
    for (const pid_t tid : roster_.tids()) {
        Tracee& tracee = *roster_.find(tid);
        if (!tracee.facts.attached) {
            ::kill(tid, SIGKILL);
        } else if (tracee.hold) {
            let_go_of_held(tracee);
        } else if (auto done = interrupt(tid); !done) {
            complain(done.error());
        }
    }
    look_whether_all_stopped();
}

void Worker::carry_out(const Quit&) { quit_ = true; }

}  // namespace troupe
