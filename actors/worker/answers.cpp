#include "actors/worker/answers.hpp"

#include <linux/capability.h>

#include <cerrno>

#include "actors/filter_calls.hpp"
#include "actors/strict_mode.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

void begin_call_about_cpus(AffinityBook& book, const Tracee& tracee, const SyscallInfo& info) {
    if (const auto thread = procfs::thread_known_as(static_cast<pid_t>(info.args[0]), tracee.facts.id.tid)) {
        book.begin_call(tracee.facts.id, *thread);
    }
}

Decision strict_mode_answer(Tasks& tasks, Tracee& tracee, const SyscallInfo& info, bool filtered, int own_filters) {
    if (tracee.is_strict) {
        return {.kill = !is_allowed_in_strict_mode(info.call)};
    }
    if (!filtered || tracee.call.injected || !asks_for_strict_mode(info.call, info.args)) {
        return {};
    }
    const auto status = tasks.status_of(tracee.facts.id.tid);
    if (!status || status->filters != own_filters + 1) {
        return {};  // a filter of its own as well: the kernel refuses, with or without us
    }
    tracee.is_strict = true;
    return {.retval = 0};
}

Decision filter_answer(const Stage& stage, Tasks& tasks, const Tracee& tracee) {
    const bool asks_for_mode = filter_call_of(tracee.call.call, tracee.call.args) == FilterCall::ask_mode;
    if (!asks_for_mode) {
        const bool is_ours = stage.filters.set_no_new_privs() && !tracee.no_new_privs;
        return is_ours ? Decision{.retval = 0} : Decision{};
    }
    const auto status = tasks.status_of(tracee.facts.id.tid);
    return stage.own_filters == 0 && status && status->filters == 1 ? Decision{.retval = 0} : Decision{};
}

Decision filter_refusal(Tasks& tasks, const Tracee& tracee, bool set_no_new_privs) {
    if (!set_no_new_privs || tracee.no_new_privs) {
        return {};
    }
    const auto status = tasks.status_of(tracee.facts.id.tid);
    const bool may = !status || (status->capabilities >> CAP_SYS_ADMIN & 1U) != 0;
    return may ? Decision{} : Decision{.error = EACCES};
}

}  // namespace troupe
