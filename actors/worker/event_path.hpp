#pragma once

#include <vector>

#include "actors/untraced_clones.hpp"
#include "actors/worker/early_children.hpp"
#include "actors/worker/held_tracees.hpp"
#include "actors/worker/lifetimes.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// Stops that are not system calls: children that are made, execve, signals, job control. Worker only.
class EventPath {
 public:
    struct Parts {
        Roster& roster;
        HeldTracees& held;
        EarlyChildren& early;
        UntracedClones& untraced;
        LaunchWatch& launch;
        Lifetimes& lifetimes;
    };
    EventPath(WorkerContext& here, const Parts& parts) : here_(here), parts_(parts) {}

    /// The parent's event. An early child that it names goes on as soon as this one has been served (`take_born`).
    [[nodiscard]] Onward spawn(Tracee& parent, Stop& stop, SpawnKind kind);
    /// The early children whose parents have told of them since this was asked last.
    [[nodiscard]] std::vector<TaskId> take_born();
    /// The same, of a parent that is about to be detached: its child is not to stay on our CPU.
    void spawn_at_departure(const Tracee& parent, const Stop& stop);

    /// The tracee that an exec stop is of. The caller of execve has its process's tid from then on, whichever thread it was; the thread
    /// that had it is no more. nullptr: it is gone.
    [[nodiscard]] Tracee* caller_of_exec(const Stop& stop, pid_t& former);
    [[nodiscard]] Onward exec(Tracee& tracee, Stop& stop, pid_t former);
    [[nodiscard]] Onward signal(Tracee& tracee, Stop& stop, int signal);
    /// PTRACE_EVENT_STOP. An early child is held in its first one: hooks are to hear of its birth before its calls, and it is not to see
    /// the CPU that its parent is kept on.
    [[nodiscard]] Onward event_stop(Tracee& tracee, Stop& stop, int signal, bool is_early);

    /// Early children whose parents cannot tell of them any more. They wait no longer.
    [[nodiscard]] std::vector<TaskId> orphans();

 private:
    void note_child(const Tracee& parent, pid_t tid, SpawnKind kind, const Lineage& lineage);
    void introduce(Tracee& child, const Tracee& parent, SpawnKind kind);
    [[nodiscard]] Onward tell(Tracee& tracee, const Stop& stop, const Event& event);
    void note_place(Tracee& tracee, const Stopped& stopped) const;
    [[nodiscard]] bool is_ours(const Tracee& tracee, int signal, const siginfo_t& info) const;
    [[nodiscard]] bool parent_may_tell_of(TaskId child);
    [[nodiscard]] bool may_tell(const Tracee& tracee, const procfs::Status& child);

    WorkerContext& here_;
    Parts parts_;
    std::vector<TaskId> born_;
};

}  // namespace troupe
