#include "actors/supervisor/attaching.hpp"

#include <algorithm>
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

void Attaching::report() {
    bool any = false;
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
