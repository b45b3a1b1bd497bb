#include "actors/tracers.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "troupe/core/procfs.hpp"

namespace troupe {

std::string traced_by(pid_t tid) {
    const auto status = procfs::status_of(tid);
    return status && status->tracer != 0 ? fmt::format("traced by {} ({})", status->tracer, procfs::comm_of(status->tracer)) : "";
}

std::set<pid_t> processes_that_trace_us() {
    std::set<pid_t> processes;
    for (const pid_t thread : procfs::threads_of(::getpid())) {
        const auto ours = procfs::status_of(thread);
        const auto tracer = ours && ours->tracer != 0 ? procfs::status_of(ours->tracer) : std::nullopt;
        if (tracer) {
            processes.insert(tracer->process);
        }
    }
    return processes;
}

}  // namespace troupe
