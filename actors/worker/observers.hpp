#pragma once

#include "actors/worker/worker_context.hpp"

namespace troupe {

/// What observers are told of calls: the tracee goes on, and a batch of values follows later. Worker only.
class Observers {
 public:
    explicit Observers(WorkerContext& here) : here_(here) {}

    /// True: an observer wants the exit of this call, too.
    [[nodiscard]] bool entry(Tracee& tracee, const SyscallEntry& entry);
    void exit(Tracee& tracee, std::uint32_t error);

    /// A batch is complete.
    [[nodiscard]] bool has_batch() const { return has_batch_; }
    /// Batches are told, also those that are not complete.
    void tell();

 private:
    WorkerContext& here_;
    bool has_batch_ = false;
};

}  // namespace troupe
