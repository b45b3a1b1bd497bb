#include "actors/worker/filter_watch.hpp"

#include <fmt/format.h>
#include <linux/audit.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "actors/filter_calls.hpp"
#include "actors/worker/answers.hpp"

namespace troupe {

seccomp_data as_filters_see(const SyscallInfo& info) {
    seccomp_data call{};
    call.nr = static_cast<int>(info.call.abi == Abi::x32 ? info.call.number | x32_bit : info.call.number);
    call.arch = info.call.abi == Abi::i386 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64;
    std::ranges::copy(info.args, std::begin(call.args));
    return call;
}

FilterWatch::Begun FilterWatch::entry(Tracee& tracee, const SyscallInfo& info) {
    const FilterCall what = filter_call_of(info.call, info.args);
    if (what == FilterCall::none) {
        return {};
    }
    Begun begun{.decision = {}, .wants_exit = true};
    if (what != FilterCall::install || tracee.call.injected) {
        return begun;
    }
    begun.decision = filter_refusal(here_.tasks, tracee, here_.stage.filters.set_no_new_privs());
    const bool with_others = !begun.decision.error && synchronises(info.call, info.args) && here_.stage.config.filter != FilterUse::on;
    if (with_others && !tracee.synchronises) {
        tracee.synchronises = true;
        here_.stage.filters.begin(tracee.facts.process);
        tell_workers(tracee);
        begun.waits = true;
    }
    return begun;
}

/// The others must not go by our filter alone from before the call on. Those that run have been interrupted by the time that the caller
/// goes on, so each stops before its next call, but for one that is between its `syscall` instruction and its filters just then.
void FilterWatch::tell_workers(const Tracee& caller) {
    Peers& workers = here_.stage.workers;
    const auto left = std::make_shared<std::atomic<std::size_t>>(workers.count());
    for (std::size_t i = 0; i < workers.count(); ++i) {
        workers.send(i,
                     orders::WatchProcess{.process = caller.facts.process, .caller = caller.facts.id, .worker = here_.index, .left = left});
    }
}

// Of equal answers that of the newest filter counts, and its data is the message of the stop. The program's own are newer than ours.
bool FilterWatch::is_stopped_by_its_own(const Tracee& tracee, const Stopped& stopped, const SyscallInfo& info) const {
    if (!here_.own_filters_of(tracee)) {
        return false;
    }
    const auto data = here_.kernel.event_message(stopped);
    return data && evaluate(here_.stage.plans.launch_filter(), as_filters_see(info)) != (SECCOMP_RET_TRACE | *data);
}

void FilterWatch::watch_process(const orders::WatchProcess& order) {
    for (const pid_t tid : roster_.tids()) {
        const Tracee& tracee = *roster_.find(tid);
        if (tracee.facts.process == order.process && tracee.facts.id != order.caller && tracee.watching == lifecycle::Watching::by_filter) {
            here_.interrupt(tid);
        }
    }
    if (--*order.left == 0) {
        here_.stage.workers.send(order.worker, orders::ProcessIsWatched{order.caller});
    }
}

Decision FilterWatch::exit(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info) {
    const CallInProgress& call = tracee.call;
    const bool was_made = info.error == 0 && !call.injected;
    Decision answer;
    switch (filter_call_of(call.call, call.args)) {
        case FilterCall::install:
            if (was_made) {
                look(tracee, stopped);
            }
            break;
        case FilterCall::set_no_new_privs:
            tracee.no_new_privs = tracee.no_new_privs || was_made;
            break;
        case FilterCall::ask_mode:
        case FilterCall::ask_no_new_privs:
            if (was_made && info.result != 0) {
                answer = filter_answer(here_.stage, here_.tasks, tracee);
            }
            break;
        case FilterCall::none:
            break;
    }
    if (std::exchange(tracee.synchronises, false)) {
        here_.stage.filters.end(tracee.facts.process, was_made ? tracee.own_filters : nullptr);
    }
    return answer;
}

/// It may have one more.
void FilterWatch::look(Tracee& tracee, const Stopped& stopped) {
    const int others = here_.stage.own_filters + 1;  // ours, and those that were on us
    const auto status = here_.tasks.status_of(tracee.facts.id.tid);
    const int count = status && status->filters >= others ? status->filters - others : OwnFilters::unknown_count;
    if (count == 0) {
        return;
    }
    std::vector<FilterProgram> programs;
    auto index = static_cast<unsigned>(others);
    auto program = here_.kernel.filter_of(stopped, index);
    while (program) {
        programs.push_back(std::move(*program));
        program = here_.kernel.filter_of(stopped, ++index);
    }
    if (program.error().code == ENOENT && static_cast<int>(programs.size()) == count) {
        tracee.own_filters = std::make_shared<const OwnFilters>(count, std::move(programs));
        return;
    }
    tracee.own_filters = std::make_shared<const OwnFilters>(count);
    if (!is_gone(program.error()) && here_.stage.config.filter != FilterUse::on && here_.stage.filters.first_unreadable()) {
        here_.stage.log.write(LogLevel::warning,
                              fmt::format("{}: all calls of processes with seccomp filters of their own are watched, which is slower "
                                          "(--seccomp-bpf=on does not, and misses what these refuse)",
                                          program.error().text()));
    }
}

}  // namespace troupe
