#pragma once

#include <cstdint>
#include <optional>

#include "actors/roster.hpp"
#include "actors/turns.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// Where tracees live: a talkative one is kept on the CPU of its worker, with the worker that placement names; a quiet one runs where it
/// likes. Worker only.
///
/// A wake-up that crosses CPUs costs more than all else of a stop together, and the scheduler crosses every time if it may: it likes the
/// idle CPU. So a tracee that stops often shares its worker's CPU. The tracee does not see it: it is told the CPUs that it asked for.
class Residence {
 public:
    Residence(WorkerContext& here, Roster& roster) : here_(here), roster_(roster) {}

    /// A call reached us, and is of this role.
    void note_call(Tracee& tracee, CallRole role);
    /// It came out of a call.
    void note_exit(Tracee& tracee) const { tracee.talk.wake(here_.stage.loads); }
    /// It makes a child or thread that is not traced: kept here, that one would take our CPU for its own.
    void note_untraced_child(Tracee& tracee) { fall_quiet(tracee); }
    /// Those that made no call for long.
    void look_for_quiet(std::uint64_t now);

    /// It lives with this worker from now on.
    void live_here(Tracee& tracee);
    /// It has come from another worker, where it counted for this one already.
    void has_arrived(const Tracee& tracee) { turns_.add(tracee.facts.id.tid); }
    /// It is dead, or is nothing of ours any more.
    void forget(Tracee& tracee) const { tracee.talk.fall_quiet(here_.stage.loads); }

    [[nodiscard]] bool is_kept_here(const Tracee& tracee) const;
    /// Nothing speaks against parking it at the exit of its call.
    [[nodiscard]] bool may_move(const Tracee& tracee) const;

    /// Those that live here are asked in turn; one that has left is found out when it is asked.
    [[nodiscard]] Turns& turns() { return turns_; }

 private:
    void choose_worker(Tracee& tracee);
    [[nodiscard]] std::size_t placed(const Tracee& tracee, bool newly) const;
    void fall_quiet(Tracee& tracee);

    WorkerContext& here_;
    Roster& roster_;
    Crowd crowd_;
    Turns turns_;
};

}  // namespace troupe
