#pragma once

#include <chrono>
#include <optional>

#include "actors/untraced_clones.hpp"
#include "actors/worker/call_filter.hpp"
#include "actors/worker/call_rules.hpp"
#include "actors/worker/filter_watch.hpp"
#include "actors/worker/held_tracees.hpp"
#include "actors/worker/lifetimes.hpp"
#include "actors/worker/observers.hpp"
#include "actors/worker/own_children.hpp"
#include "actors/worker/residence.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// A call from its entry to its exit: observers are told, rules and hooks are asked, it is printed, what was decided is applied.
/// Worker only.
///
/// The order at an entry has a meaning. Observers see the call as it was made. What a rule pokes comes before hooks and the printer, so
/// that both see what the kernel will. Hooks come before the printer, because they may change what is shown. What was decided is applied
/// when it is printed. Strict mode and filters come last: a call that hooks have replaced is not made.
class CallPath {
 public:
    struct Parts {
        HeldTracees& held;
        UntracedClones& untraced;
        const LaunchWatch& launch;
        Residence& residence;
        Observers& observers;
        FilterWatch& filters;
        Lifetimes& lifetimes;
        OwnChildren& own_children;
    };
    CallPath(WorkerContext& here, const Parts& parts)
        : here_(here), parts_(parts), filter_(here.stage.config.printing.files), rules_(here, parts.launch) {}

    [[nodiscard]] Onward entry(Tracee& tracee, Stop& stop, const SyscallInfo& seen, bool by_filter);
    [[nodiscard]] Onward exit(Tracee& tracee, Stop& stop, const SyscallInfo& info);
    /// Before a tracee is detached: what its call was to have of us at its exit.
    void finish_for_detach(Tracee& tracee, const Stop& stop);

 private:
    /// What a stop of a call has led to.
    struct Served {
        ExitWanted wanted{};
        std::optional<std::chrono::nanoseconds> delay{};
        bool gone = false;
        bool leaves = false;            ///< it is to be detached
        bool waits_for_others = false;  ///< threads of its process are to be watched before the call is made
        void take(const std::optional<Applied>& applied);
    };

    [[nodiscard]] bool is_wanted(const SyscallInfo& info) const;
    [[nodiscard]] Served begin(Tracee& tracee, const Stopped& stopped, SyscallInfo& info, CallRole role);
    [[nodiscard]] Decision decide_by_rules(Tracee& tracee, const Stopped& stopped, const SyscallEntry& entry, Served& served);
    [[nodiscard]] Decision ask_hooks(Tracee& tracee, const SyscallEntry& entry, Decision decision);
    void print_entry(Tracee& tracee, const Stopped& stopped);
    void note_stack(Tracee& tracee, const Stopped& stopped);
    void end_call_about_cpus(Tracee& tracee);
    [[nodiscard]] Served end(Tracee& tracee, const Stopped& stopped, SyscallInfo info);
    [[nodiscard]] bool is_within_limit(const CallInProgress& call) const;
    void apply_ours_at_exit(Tracee& tracee, const Stopped& stopped, SyscallInfo& info, Served& served);
    void begin_filter_call(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info, Served& served);
    void note_spawn(Tracee& tracee, const SyscallInfo& info, bool filtered);
    [[nodiscard]] Onward onward(Tracee& tracee, Stop& stop, const Served& served);

    WorkerContext& here_;
    Parts parts_;
    CallFilter filter_;
    CallRules rules_;
};

}  // namespace troupe
