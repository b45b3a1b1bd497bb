#include <signal.h>

#include "troupe/core/lifecycle.hpp"

namespace troupe::lifecycle {
namespace {

bool same_call_again(const State& state, const EntryStop& entry) {
    // With PTRACE_SYSCALL and a filter both, one call stops twice: at its entry, then for the filter (since Linux 4.8 in this order).
    const auto* inside = std::get_if<Inside>(&state);
    return inside != nullptr && !inside->by_filter && entry.by_filter;
}

Step on(const State& state, const EntryStop& entry) {
    if (same_call_again(state, entry)) {
        return {state};
    }
    if (std::holds_alternative<Launching>(state) && !entry.execve) {
        return {state};
    }
    return {Inside{.by_filter = entry.by_filter, .watched = false}, Report::entry};
}

Step on(const State& state, const ExitDecided& exit) {
    const auto* inside = std::get_if<Inside>(&state);
    return {inside != nullptr ? State(Inside{.by_filter = inside->by_filter, .watched = exit.wanted}) : state};
}

Step on(const State& state, const ExitStop&) {
    const auto* inside = std::get_if<Inside>(&state);
    if (inside == nullptr) {
        return {state};
    }
    return {Outside{}, inside->watched ? Report::exit : Report::nothing};
}

// Where the command's own execve was not watched, its life begins here.
Step on(const State& state, const ExecStop&) { return {std::holds_alternative<Launching>(state) ? State(Outside{}) : state}; }

Step on(const State& state, const EventStop& event) {
    if (stops_process(event.signal)) {
        return {Halted{}, Report::group_stop};
    }
    return {std::holds_alternative<Halted>(state) ? State(Outside{}) : state};
}

Step on(const State&, const LaunchFailed&) { return {Launching{}}; }

Step on(const State&, const HandedOver&) { return {Outside{}}; }

}  // namespace

Step step(const State& state, const Occurrence& occurrence) {
    return std::visit([&state](const auto& what) { return on(state, what); }, occurrence);
}

Resume resume_of(const State& state, Watching watching) {
    if (std::holds_alternative<Halted>(state)) {
        return Resume::stay_stopped;
    }
    const auto* inside = std::get_if<Inside>(&state);
    // A call that began at a PTRACE_SYSCALL stop is followed to its exit, also when a filter takes over from here on: its own
    // filter stop may still come, and must not be mistaken for the next call's.
    if (inside != nullptr && !inside->by_filter) {
        return Resume::to_next_call;
    }
    switch (watching) {
        case Watching::nothing:
            return Resume::freely;
        case Watching::every_call:
            return Resume::to_next_call;
        case Watching::by_filter:
            break;
    }
    return inside != nullptr && inside->watched ? Resume::to_next_call : Resume::freely;
}

bool stops_process(int signal) { return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU; }

}  // namespace troupe::lifecycle
