#pragma once

#include <optional>
#include <vector>

#include "actors/worker/lifetimes.hpp"
#include "actors/worker/transfer.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// How the first tracees come: a command is launched, running threads are attached to. Worker only.
class Arrivals {
 public:
    Arrivals(WorkerContext& here, LaunchWatch& launch, Transfer& transfer, Lifetimes& lifetimes)
        : here_(here), launch_(launch), transfer_(transfer), lifetimes_(lifetimes) {}

    /// Nothing: it could not be launched, and that was said. Else it sleeps in a read until `release` is written to. Where all of its calls
    /// are watched it has been interrupted, and has to be seen stopped before.
    [[nodiscard]] std::optional<Launched> launch();
    void attach(const orders::AttachTo& order);

 private:
    void look_for_user_faults(pid_t process) const;
    [[nodiscard]] Tracee* adopt_attached(pid_t tid, int& code, const std::set<pid_t>& tracers);
    void announce(Tracee& tracee, pid_t named);

    WorkerContext& here_;
    LaunchWatch& launch_;
    Transfer& transfer_;
    Lifetimes& lifetimes_;
};

}  // namespace troupe
