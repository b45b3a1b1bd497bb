#include "actors/worker/worker_context.hpp"

#include "troupe/core/circumstances.hpp"

namespace troupe {

WorkerContext::WorkerContext(const Stage& the_stage, unsigned the_index, int the_cpu)
    : stage(the_stage),
      kernel(the_stage.kernel),
      tasks(the_stage.tasks),
      index(the_index),
      cpu(the_cpu),
      recorder(the_stage.config, the_stage.output),
      counter(the_stage.config.summary, the_stage.tasks),
      plan_(the_stage.plans.current()) {
    if (stage.config.printing.stack.wanted) {
        stacks_.emplace(stage.config.printing.stack);
    }
    heed_plan();
}

Stack WorkerContext::stack_of(Tracee& tracee, const Stopped& stopped) {
    const auto registers = stacks_ ? kernel.unwind_registers(stopped) : tl::unexpected(Error{});
    return registers ? stacks_->read(tracee.facts.id.tid, *registers, tracee.memory) : Stack{};
}

void WorkerContext::refresh_plan() {
    if (stage.plans.revision() != plan_->revision) {
        plan_ = stage.plans.current();
        plan_is_new_ = true;
        heed_plan();
    }
}

/// Where tracees run without stops, no call tells that their memory may keep a reader waiting.
void WorkerContext::heed_plan() const {
    if (!plan_->wants_calls) {
        stage.registry.user_faults().expect();
    }
}

lifecycle::Watching WorkerContext::watching_of(const Tracee& tracee) const {
    if (!plan_->wants_calls) {
        return lifecycle::Watching::nothing;
    }
    return stops_by_filter(tracee) ? lifecycle::Watching::by_filter : lifecycle::Watching::every_call;
}

/// Whether the filter that it was launched under stops all that is wanted.
bool WorkerContext::stops_by_filter(const Tracee& tracee) const {
    if (!tracee.has_filter || !plan_->filter_suffices || tracee.is_strict) {
        return false;
    }
    if (stage.config.filter == FilterUse::on || (!tracee.own_filters && !stage.filters.any())) {
        return true;
    }
    const auto own = own_filters_of(tracee);
    return !own || own->leave_wanted_calls(*plan_);
}

std::shared_ptr<const OwnFilters> WorkerContext::own_filters_of(const Tracee& tracee) const {
    return stage.filters.any() ? stage.filters.of(tracee.facts.process, tracee.own_filters) : tracee.own_filters;
}

Interest WorkerContext::interest_in(Tracee& tracee, const SyscallEntry& entry, const Subscription& wishes) const {
    if (stage.executor == nullptr) {
        return {};
    }
    return wishes.of(entry.call, entry.args, [&](const Circumstances& asked) {
        const bool hold = asked.hold({entry.call, entry.args, tracee.facts.id.tid, tracee.memory}, tracee.facts);
        if (hold) {
            tracee.call.more().holding.push_back(asked.asker);
        }
        return hold;
    });
}

Decision WorkerContext::ask(const Event& event, Tracee& tracee, unsigned qualifiers, const Decision& so_far) {
    ++ledger.asked;
    const CallInProgress& call = tracee.call;
    const OutputConfig& output = stage.config.output;
    const bool line_waits = call.line_waits || output.whole_calls || !output.endings.are_all() || output.format != OutputFormat::text;
    const Tape* seen = call.extras != nullptr && call.extras->seen ? &call.extras->seen->tape : nullptr;
    const bool is_filtered = !stage.plans.launch_filter().empty() && !tracee.facts.attached;
    const CallSoFar known{.began = call.began,
                          .arguments = seen,
                          .registers = call.registers,
                          .may_be_detached = !is_filtered,
                          .holding = call.extras != nullptr ? std::span<const int>(call.extras->holding) : std::span<const int>{},
                          .line_waits = line_waits};
    EventView view(event, tracee.facts, tracee.memory, so_far, stage.executor->next_sequence(), qualifiers, known);
    recorder.send_off();
    Decision decision = stage.executor->ask(view);
    decision.kill = decision.kill || (stage.executor->script_over() && !tracee.facts.attached);  // not one call more
    return decision;
}

std::optional<Applied> WorkerContext::act(Tracee& tracee, const Stopped& stopped, const Decision& decision, Moment moment) {
    if (!decision.changes_tracee() && !tracee.memory.has_pokes()) {
        return Applied{};
    }
    auto applied = apply(kernel, stopped, tracee.memory, decision, moment);
    if (!applied) {
        return std::nullopt;
    }
    if (applied->refused) {
        complain(*applied->refused);
    }
    if (applied->sent) {
        tracee.injected_signal = applied->sent;
    }
    return std::move(*applied);
}

Onward WorkerContext::after(const Error& error) const {
    complain(error);
    return is_gone(error) ? Onward::gone : Onward::resume;
}

// Gone under us is an outcome, not an error: its end will be reported.
void WorkerContext::complain(const Error& error) const {
    if (!is_gone(error)) {
        stage.log.write(LogLevel::error, error.text());
    }
}

void WorkerContext::interrupt(pid_t tid) const {
    if (auto done = kernel.interrupt(tid); !done) {
        complain(done.error());
    }
}

}  // namespace troupe
