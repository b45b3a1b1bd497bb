#include "actors/supervisor/attaching.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <set>

#include "actors/tracers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

void Attaching::round() {
    const EngineConfig& config = desk_.config;
    std::set<pid_t> wanted;
    for (const pid_t pid : config.attach) {
        wanted.insert(pid);
        if (config.follow) {
            const auto threads = procfs::threads_of(pid);
            wanted.insert(threads.begin(), threads.end());
        }
    }
    std::vector<std::vector<pid_t>> shares(desk_.workers.count());
    std::size_t next = 0;
    for (const pid_t tid : wanted) {
        if (!outcome_.contains(tid) && !desk_.registry.contains(tid)) {
            shares[next++ % shares.size()].push_back(tid);
        }
    }
    if (next == 0) {
        report();
        return;
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!shares[i].empty()) {
            ++answers_due_;
            desk_.workers.send(i, orders::AttachTo{shares[i]});
        }
    }
}

void Attaching::answered(const notices::Attached& answer, bool go_on) {
    for (const auto& [tid, code] : answer.outcomes) {
        outcome_[tid] = code;
    }
    if (--answers_due_ != 0) {
        return;
    }
    if (desk_.config.follow && go_on) {
        round();
    } else {
        report();
    }
}

void Attaching::report() {
    bool any = false;
    for (const pid_t pid : desk_.config.attach) {
        const auto outcome = outcome_.find(pid);
        if (outcome != outcome_.end() && outcome->second != 0) {
            desk_.say(why_not(pid, outcome->second));
        } else {
            any = true;
        }
    }
    done_(any);
}

std::string Attaching::why_not(pid_t pid, int code) const {
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
