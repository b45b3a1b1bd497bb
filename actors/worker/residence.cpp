#include "actors/worker/residence.hpp"

#include "troupe/core/clock.hpp"

namespace troupe {

void Residence::note_call(Tracee& tracee, CallRole role) {
    Talk& talk = tracee.talk;
    talk.wake(here_.stage.loads);
    if (talk.hear(monotonic_ns(), crowd_) && (!talk.is_talkative() || talk.is_due())) {
        choose_worker(tracee);
    }
    if (may_last(role)) {
        talk.rest(here_.stage.loads);
    }
}

/// It is talkative: it goes where placement says, or is kept here. It counts there from now on, so that those that are placed next do not
/// all go the same way.
void Residence::choose_worker(Tracee& tracee) {
    Talk& talk = tracee.talk;
    const bool newly = !talk.is_talkative();
    talk.uncount(here_.stage.loads);
    talk.bound_for.reset();
    const std::size_t there = placed(tracee, newly);
    if (there == here_.index) {
        live_here(tracee);
        return;
    }
    talk.count_at(there, here_.stage.loads);
    talk.bound_for = there;
}

std::size_t Residence::placed(const Tracee& tracee, bool newly) const {
    const Stage& stage = here_.stage;
    if (stage.workers.count() < 2 || !tracee.talk.may_move || !may_move(tracee) ||
        (!newly && stage.config.placement != Placement::automatic)) {
        return here_.index;
    }
    const auto kept = stage.affinity.asked_by(tracee.facts.id.tid);
    const auto asked = kept ? kept : here_.tasks.cpus_of(tracee.facts.id.tid);
    return asked ? place(stage.config.placement, stage.loads.loads(), here_.index, *asked, stage.loads.next_turn()) : here_.index;
}

void Residence::live_here(Tracee& tracee) {
    tracee.talk.count_at(here_.index, here_.stage.loads);
    turns_.add(tracee.facts.id.tid);
    if (here_.stage.config.affinity == AffinityUse::automatic) {
        (void)here_.stage.affinity.keep(tracee.facts.id, here_.cpu, tracee.facts.attached);
    }
}

bool Residence::is_kept_here(const Tracee& tracee) const {
    const EngineConfig& config = here_.stage.config;
    const bool kept = config.affinity == AffinityUse::automatic && tracee.talk.is_talkative() && !tracee.talk.bound_for;
    return kept || config.inheritance.cpus.count() == 1;
}

bool Residence::may_move(const Tracee& tracee) const {
    // Without -f its process has threads that are not traced: one that calls execve would take over the tid of a parked one unseen.
    return here_.stage.config.follow && !here_.ending && !tracee.parent_unknown && !tracee.until_exec;
}

void Residence::fall_quiet(Tracee& tracee) {
    tracee.talk.fall_quiet(here_.stage.loads);
    turns_.remove(tracee.facts.id.tid);
    here_.stage.affinity.release(tracee.facts.id);
}

void Residence::look_for_quiet(std::uint64_t now) {
    for (const pid_t tid : roster_.tids()) {
        Tracee& tracee = *roster_.find(tid);
        if (tracee.talk.is_talkative() && tracee.talk.is_silent(now, crowd_)) {
            fall_quiet(tracee);
        }
    }
}

}  // namespace troupe
