#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/call_roles.hpp"
#include "actors/own_filters.hpp"
#include "actors/talk.hpp"
#include "troupe/core/call_status.hpp"
#include "troupe/core/decision.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/lifecycle.hpp"
#include "troupe/core/observation.hpp"
#include "troupe/core/park.hpp"
#include "troupe/core/rule_plan.hpp"
#include "troupe/core/stack.hpp"
#include "troupe/core/tracee_memory.hpp"
#include "troupe/core/view.hpp"

namespace troupe {

/// Who wants the exit of a call. Made at its entry, when everything that has a say in it has been asked.
struct ExitWanted {
    bool printed = false;
    bool by_hook = false;       ///< before the call began
    bool by_observer = false;   ///< likewise
    bool by_decision = false;   ///< a rule or a hook has something to do there
    bool by_affinity = false;   ///< it is about CPUs: until then that thread is kept nowhere
    bool by_clone = false;      ///< a flag that we cleared has to be put back
    bool by_arguments = false;  ///< its registers have to get back what they held
    bool by_filters = false;    ///< it is about seccomp's filters: our own must not show, and those of the program count

    [[nodiscard]] bool any() const {
        return printed || by_hook || by_observer || by_decision || by_affinity || by_clone || by_arguments || by_filters;
    }
};

/// How long a call takes, where that is counted.
struct CallClock {
    bool running = false;                          ///< the call is to be counted
    std::uint64_t began = 0;                       ///< monotonic clock, ns
    std::uint64_t wall = 0;                        ///< ns; once it is over
    std::optional<std::uint64_t> on_cpu_before{};  ///< of its thread, ns; where this call is measured
    std::optional<std::uint64_t> on_cpu{};         ///< ns; once it is over
};

/// The arguments of a call as its entry found them, for scripts.
struct SeenArguments {
    Tape tape{};
    HalfDone half{};
};

/// What few calls carry: every call is cleared for the next one.
struct CallExtras {
    Stack stack{};                                ///< where it was made, where that is shown and not written yet
    std::vector<ArgumentText> texts{};            ///< for the observer of its exit
    std::shared_ptr<const SeenArguments> seen{};  ///< likewise; and for the hook of an execve's exit
    std::vector<std::string> notes{};             ///< what hooks said of it
    std::vector<int> holding{};                   ///< hooks and observers whose circumstances held at its entry
    std::vector<NewArgument> own_arguments{};     ///< what stood in the registers that a hook has set
};

/// The call that a tracee is in, from its entry to its exit.
struct CallInProgress {
    SyscallId call{};
    Shown shown{};  ///< what is printed of it
    ExitWanted wanted{};
    bool injected = false;
    bool void_number = false;                      ///< the kernel was given -1 for its number; until the tracee is seen to have lived on
    bool arguments_injected = false;               ///< a rule wrote to the memory behind them
    bool delayed = false;                          ///< it was held, or will be
    std::optional<std::int64_t> result_at_exit{};  ///< another call is made for it, whose result is ours to replace
    std::optional<std::int64_t> retval_of_rule{};  ///< printed as a number, also where it is an errno to the program
    const InjectRule* fired = nullptr;             ///< the rule that tampered with it
    bool tampered_by_hook = false;                 ///< a hook's decision did, over the rule's
    const InjectRule* rule = nullptr;              ///< that applies to it and has something to do at its exit
    Arguments args{};                              ///< as they were at its entry, whatever hooks wrote to what is shown
    std::string_view interrupted{};                ///< the call that this one resumes, if it does
    std::uint64_t stack_pointer = 0;               ///< at its entry
    CallRole role = CallRole::ordinary;
    CallClock clock{};
    std::unique_ptr<CallExtras> extras{};  ///< nullptr: it carries none
    std::uint64_t began = 0;               ///< monotonic clock, ns; where scripts look at its exit
    bool stack_at_exit = false;            ///< its stack is to be shown where its execve has led to
    CallRegisters registers = CallRegisters::its_own;
    bool line_waits = false;  ///< a hook may leave its line out at its end

    CallExtras& more() {
        if (extras == nullptr) {
            extras = std::make_unique<CallExtras>();
        }
        return *extras;
    }

    /// It is over, or another one has begun that is not followed: what was to become of it is void. What was shown of it stays, because the
    /// next call may be its continuation, and so does `void_number`, because a filter kills behind the exit.
    void close() {
        wanted = {};
        injected = false;
        result_at_exit.reset();
        rule = nullptr;
        role = CallRole::ordinary;
    }
};

[[nodiscard]] inline CallStatus status_of(const CallInProgress& call) {
    return call.shown.error == 0 ? CallStatus::successful : CallStatus::failed;
}

/// The end of a call as scripts are shown it.
[[nodiscard]] inline SyscallExit exit_of(const CallInProgress& call, std::uint32_t error) {
    return {.call = call.call,
            .args = call.shown.args,
            .result = call.shown.result,
            .error = error,
            .injected = call.injected,
            .made_with = call.args};
}

/// What JSON says of a tracee in every object.
struct Introduction {
    std::string comm{};
    std::uint64_t comm_read_at = 0;  ///< monotonic clock, ns; 0: it has to be read
};

/// One traced thread, as its worker knows it. Worker only.
struct Tracee {
    explicit Tracee(TaskFacts about) : facts(about), memory(about.id.tid) {}

    TaskFacts facts;
    TraceeMemory memory;
    lifecycle::State state = lifecycle::Outside{};
    /// At its last stop at a call; at others only where it is printed.
    std::optional<std::uint64_t> instruction_pointer{};
    CallInProgress call;
    HalfDone half{};  ///< what the entry half of its call left to print
    Introduction introduction{};
    /// Its parent's event has not come yet. It may come after the tracee's whole life.
    bool parent_unknown = false;
    /// It runs under the filter that launched tracees inherit. Unknown (false) until its parent says so: PTRACE_SYSCALL is right in both
    /// cases.
    bool has_filter = false;
    /// What it has put on itself over that, or inherited. Nothing: none; what another thread of its process put on all of them, the
    /// `FilterBook` knows.
    std::shared_ptr<const OwnFilters> own_filters{};
    /// It is between the entry and the exit of a call that puts filters on all threads of its process.
    bool synchronises = false;
    /// It has asked for no_new_privs, or inherited that.
    bool no_new_privs = false;
    /// It is in a call that makes a child, which is not followed.
    bool makes_unfollowed = false;
    /// The call it is in makes a thread that we do not see.
    bool makes_unseen_thread = false;
    /// It believes that it is in seccomp's strict mode.
    bool is_strict = false;
    /// How it was last resumed; tells whether it must be interrupted when the plan changes.
    lifecycle::Watching watching = lifecycle::Watching::nothing;
    /// A signal that a hook injected and that has not been seen delivered: its origin is ours to set.
    std::optional<int> injected_signal;
    RuleCounters counters;
    Abi abi = Abi::x86_64;        ///< of its last call, for the message that it changed
    std::uint64_t served_in = 0;  ///< the round in which it was last served
    std::uint64_t last_stop = 0;  ///< the number of its last stop, of all stops of its worker
    Talk talk;
    /// It runs in its parent's memory, and its parent sleeps until it calls execve.
    bool until_exec = false;
    /// It was handed to this worker and has not stopped here yet: what it gets back then.
    std::optional<Parked> arriving;
};

}  // namespace troupe
