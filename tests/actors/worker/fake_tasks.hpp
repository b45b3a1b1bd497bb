#pragma once

#include <map>
#include <set>

#include "troupe/core/launch.hpp"
#include "troupe/core/tasks.hpp"

namespace troupe::tests {

/// A /proc of made-up tasks.
class FakeTasks final : public Tasks {
 public:
    std::map<pid_t, procfs::Status> statuses;  // of tasks that there are
    std::map<pid_t, int> endings;
    std::map<pid_t, std::uint64_t> times_on_cpu;
    std::set<pid_t> over;  // zombies without threads

    std::optional<procfs::Status> status_of(pid_t tid) override { return found(statuses, tid); }
    std::optional<CpuSet> cpus_of(pid_t) override { return Inheritance::take().cpus; }
    bool is_thread_of(pid_t process, pid_t tid) override { return statuses.contains(tid) && statuses.at(tid).process == process; }
    bool is_over(pid_t process) override { return over.contains(process); }
    std::optional<std::uint64_t> time_on_cpu(pid_t tid) override { return found(times_on_cpu, tid); }
    std::optional<int> ending_of(pid_t process) override { return found(endings, process); }

 private:
    template <typename T>
    static std::optional<T> found(const std::map<pid_t, T>& map, pid_t key) {
        return map.contains(key) ? std::optional(map.at(key)) : std::nullopt;
    }
};

}  // namespace troupe::tests
