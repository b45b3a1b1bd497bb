#include "actors/supervisor/attaching.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <set>

#include "actors/attach_obstacle.hpp"
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

/// A process that is there has a thread at least; one that is gone by now is no matter.
std::vector<pid_t> Attaching::without_list_of_threads() const {
    std::vector<pid_t> found;
    for (const auto& [pid, code] : outcome_) {
        const bool asked_for = std::ranges::find(desk_.config.attach, pid) != desk_.config.attach.end();
        if (asked_for && code == 0 && procfs::threads_of(pid).empty() && (::kill(pid, 0) == 0 || errno != ESRCH)) {
            found.push_back(pid);
        }
    }
    return found;
}

void Attaching::report() {
    bool any = false;
    if (const auto pids = desk_.config.follow ? without_list_of_threads() : std::vector<pid_t>(); !pids.empty()) {
        desk_.say(
            fmt::format("the threads of {} cannot be listed (/proc/{}/task): of those that run already only the named ones are traced; "
                        "mount /proc (`mount -t proc proc /proc`), or name each thread with -p",
                        fmt::join(pids, ", "), pids.front()));
    }
    for (const pid_t pid : desk_.config.attach) {
        const auto outcome = outcome_.find(pid);
        if (outcome != outcome_.end() && outcome->second != 0) {
            desk_.say(attach_obstacle(pid, outcome->second, desk_.config.follow));
            any = any || has_attached_threads(pid);
        } else {
            any = true;
        }
    }
    done_(any);
}

bool Attaching::has_attached_threads(pid_t pid) const {
    const auto threads = desk_.config.follow ? procfs::threads_of(pid) : std::vector<pid_t>();
    return std::ranges::any_of(threads, [this](pid_t tid) { return desk_.registry.contains(tid); });
}

}  // namespace troupe
