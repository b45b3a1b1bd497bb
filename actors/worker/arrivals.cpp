#include "actors/worker/arrivals.hpp"

#include <cerrno>
#include <utility>

#include "actors/tracers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

std::optional<Launched> Arrivals::launch() {
    const Stage& stage = here_.stage;
    const CommandLine& command = *stage.config.command;
    const LaunchRequest request{
        .file = command.file,
        .arguments = command.arguments,
        .environment = command.environment,
        .user = command.user,
        .filter = stage.plans.launch_filter(),
        .seize = {.follow = stage.config.follow, .kill_on_exit = true, .filter_stops = !stage.plans.launch_filter().empty()},
        .waiting = stage.config.waiting_command,
        .give_up_handles = stage.config.hooks == nullptr};
    auto launched = here_.kernel.launch(request, stage.config.inheritance);
    if (!launched) {
        stage.tell(notices::Trouble{launched.error().text()});
        stage.tell(notices::CommandEnded{{.killed = false, .core_dumped = false, .code = 1}});
        stage.tell(notices::NoneLeft{});
        return std::nullopt;
    }
    stage.registry.set_command(launched->pid);
    Tracee& tracee = lifetimes_.adopt(launched->pid, false, launched->pid, !request.filter.empty());
    tracee.facts.lineage = Lineage::root(0);
    tracee.state = lifecycle::Launching{};
    here_.recorder.appeared(tracee, request.waiting.has_value());
    launch_.watch(launched->pid, std::move(launched->report));
    tracee.watching = here_.watching_of(tracee);
    if (tracee.watching == lifecycle::Watching::every_call) {
        here_.interrupt(launched->pid);
    }
    return std::move(*launched);
}

void Arrivals::attach(const orders::AttachTo& order) {
    notices::Attached answer;
    for (const pid_t tid : order.tids) {
        if (here_.stage.registry.contains(tid)) {
            continue;  // made by a tracee since the list was read
        }
        auto seized = transfer_.seize(tid, true);
        answer.outcomes.push_back({tid, seized ? 0 : seized.error().code});
    }
    const std::set<pid_t> tracers = processes_that_trace_us();
    std::set<pid_t> processes;
    std::vector<Tracee*> adopted;
    for (auto& [tid, code] : answer.outcomes) {
        Tracee* tracee = code == 0 ? adopt_attached(tid, code, tracers) : nullptr;
        if (tracee == nullptr) {
            continue;
        }
        if (processes.insert(tracee->facts.process).second) {
            look_for_user_faults(tracee->facts.process);
        }
        tracee->watching = here_.watching_of(*tracee);
        if (tracee->watching != lifecycle::Watching::nothing) {
            here_.interrupt(tid);
        }
        adopted.push_back(tracee);
    }
    // Once it is said none of their calls is missed: what is interrupted stops before it runs any further.
    for (Tracee* tracee : adopted) {
        announce(*tracee, order.named);
    }
    here_.stage.tell(std::move(answer));
}

/// It may have asked for them before we came, or a thread of it that is not traced may do so at any time.
void Arrivals::look_for_user_faults(pid_t process) const {
    const bool has_unseen_threads = !here_.stage.config.follow && procfs::threads_of(process).size() > 1;
    if (has_unseen_threads || procfs::has_user_faults(process)) {
        here_.stage.registry.user_faults().expect();
    }
}

/// nullptr: it traces us. It is detached when this thread ends.
Tracee* Arrivals::adopt_attached(pid_t tid, int& code, const std::set<pid_t>& tracers) {
    const auto status = here_.tasks.status_of(tid);
    if (status && tracers.contains(status->process)) {
        code = ELOOP;
        return nullptr;
    }
    Tracee& tracee = lifetimes_.adopt(tid, true, status ? status->process : tid, false);
    tracee.facts.lineage = here_.stage.registry.next_attached();
    return &tracee;
}

void Arrivals::announce(Tracee& tracee, pid_t named) {
    const pid_t tid = tracee.facts.id.tid;
    const bool is_named = tid == named;
    here_.recorder.appeared(tracee, is_named, is_named && here_.stage.config.follow ? procfs::threads_of(tid).size() : 1);
    if (here_.wants(Happening::attach)) {
        (void)here_.ask(Attach{}, tracee, 0);
    }
}

}  // namespace troupe
