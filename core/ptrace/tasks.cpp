#include "troupe/core/tasks.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "troupe/core/affinity.hpp"

namespace troupe {
namespace {

class LinuxTasks final : public Tasks {
 public:
    std::optional<procfs::Status> status_of(pid_t tid) override { return procfs::status_of(tid); }
    std::optional<CpuSet> cpus_of(pid_t tid) override { return affinity::of(tid); }
    bool is_thread_of(pid_t process, pid_t tid) override {
        return ::access(fmt::format("/proc/{}/task/{}", process, tid).c_str(), F_OK) == 0;
    }
    bool is_over(pid_t process) override { return procfs::is_over(process); }
    std::optional<std::uint64_t> time_on_cpu(pid_t tid) override { return procfs::time_on_cpu(tid); }
    std::optional<int> ending_of(pid_t process) override { return procfs::ending_of(process); }
};

}  // namespace

Tasks& linux_tasks() {
    static LinuxTasks tasks;
    return tasks;
}

}  // namespace troupe
