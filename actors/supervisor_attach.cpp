// How processes that run already become tracees: `-p`.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <set>

#include "actors/supervisor.hpp"
#include "actors/tracers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

/// Workers divide the threads among themselves. A thread that is made meanwhile by one that is not attached yet is found by the
/// next round; there is one until nothing new is found.
void Supervisor::attach_round() {
    std::set<pid_t> wanted;
    for (const pid_t pid : config_.attach) {
        wanted.insert(pid);
        if (config_.follow) {
            const auto threads = procfs::threads_of(pid);
            wanted.insert(threads.begin(), threads.end());
        }
    }
    std::vector<std::vector<pid_t>> shares(workers_.size());
    std::size_t next = 0;
    for (const pid_t tid : wanted) {
        if (!attach_outcome_.contains(tid) && !registry_.contains(tid)) {
            shares[next++ % shares.size()].push_back(tid);
        }
    }
    if (next == 0) {
        report_attached();
        return;
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!shares[i].empty()) {
            ++attach_answers_due_;
            workers_[i]->send(orders::AttachTo{shares[i]});
        }
    }
}

void Supervisor::attached(const std::vector<Notices::Attached>& outcome) {
    for (const auto& [tid, code] : outcome) {
        attach_outcome_[tid] = code;
    }
    if (--attach_answers_due_ != 0) {
        return;
    }
    if (config_.follow && phase_ == Phase::running) {
        attach_round();
    } else {
        report_attached();
    }
}

void Supervisor::report_attached() {
    urgent_.reset();
    bool any = false;
    for (const pid_t pid : config_.attach) {
        const int code = attach_outcome_.contains(pid) ? attach_outcome_[pid] : 0;
        if (code != 0) {
            say(why_not_attached(pid, code));
            continue;
        }
        any = true;
    }
    if (!any) {
        attach_failed_ = true;
        command_pending_ = false;
        result_ = {RunResult::How::status, 1};
    } else if (config_.command) {
        workers_.front()->send(orders::LaunchCommand{});
    }
    look_whether_over();
}

std::string Supervisor::why_not_attached(pid_t pid, int code) const {
    if (code == ELOOP) {
        return fmt::format("attach to {}: it traces us", pid);
    }
    std::string text = fmt::format("attach to {}: {}", pid, ::strerrordesc_np(code));
    if (code != EPERM) {
        return text;
    }
    if (const std::string tracer = traced_by(pid); !tracer.empty()) {
        return text + ": it is " + tracer;
    }
    if (const auto scope = procfs::ptrace_scope(); scope && *scope > 0) {
        return text +
               fmt::format("; kernel.yama.ptrace_scope is {}: be root, or allow it with `sysctl kernel.yama.ptrace_scope=0`", *scope);
    }
    return text + "; it takes the same user id as the process, or CAP_SYS_PTRACE (root)";
}

}  // namespace troupe
