#include "actors/supervisor/attaching.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "actors/attach_obstacle.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {

void Attaching::begin() { attach_to_next(); }

void Attaching::attach_to_next() {
    for (; process_ < desk_.config.attach.size(); ++process_, is_asking_ = false) {
        const pid_t process = desk_.config.attach[process_];
        if (!std::exchange(is_asking_, true)) {
            is_ours_already_ = desk_.registry.contains(process);
        }
        if (ask_workers(process)) {
            return;
        }
        tell(process);
    }
    report();
}

bool Attaching::ask_workers(pid_t process) {
    std::set<pid_t> wanted{process};
    if (desk_.config.follow) {
        const auto threads = procfs::threads_of(process);
        wanted.insert(threads.begin(), threads.end());
    }
    std::vector<std::vector<pid_t>> shares(desk_.workers.count());
    for (const pid_t tid : wanted) {
        if (!outcome_.contains(tid) && !desk_.registry.contains(tid)) {
            shares[next_worker_++ % shares.size()].push_back(tid);
        }
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!shares[i].empty()) {
            ++answers_due_;
            desk_.workers.send(i, orders::AttachTo{process, shares[i]});
        }
    }
    return answers_due_ != 0;
}

void Attaching::answered(const notices::Attached& answer, bool go_on) {
    for (const auto& [tid, code] : answer.outcomes) {
        outcome_[tid] = code;
    }
    if (--answers_due_ != 0) {
        return;
    }
    if (go_on) {
        attach_to_next();
    } else {
        tell(desk_.config.attach[process_]);
        report();
    }
}

/// A process that is there has a thread at least; one that is gone by now is no matter.
std::vector<pid_t> Attaching::without_list_of_threads() const {
    std::vector<pid_t> found;
    for (const auto& [pid, code] : outcome_) {
        const bool asked_for = std::ranges::find(desk_.config.attach, pid) != desk_.config.attach.end();
        if (asked_for && code == 0 && procfs::threads_of(pid).empty() && is_there(pid)) {
            found.push_back(pid);
        }
    }
    return found;
}

void Attaching::tell(pid_t process) {
    const auto outcome = outcome_.find(process);
    const int error = outcome == outcome_.end() ? 0 : outcome->second;
    if (error != 0) {
        desk_.say(attach_obstacle(process, error, desk_.config.follow));
    } else if (is_ours_already_) {
        desk_.say(attach_obstacle_of_ours(process));
    }
    any_ = any_ || error == 0 || has_attached_threads(process);
}

void Attaching::report() {
    if (const auto pids = desk_.config.follow ? without_list_of_threads() : std::vector<pid_t>(); !pids.empty()) {
        desk_.say(
            fmt::format("the threads of {} cannot be listed (/proc/{}/task): of those that run already only the named ones are traced; "
                        "mount /proc (`mount -t proc proc /proc`), or name each thread with -p",
                        fmt::join(pids, ", "), pids.front()));
    }
    done_(any_);
}

bool Attaching::has_attached_threads(pid_t pid) const {
    const auto threads = desk_.config.follow ? procfs::threads_of(pid) : std::vector<pid_t>();
    return std::ranges::any_of(threads, [this](pid_t tid) { return desk_.registry.contains(tid); });
}

}  // namespace troupe
