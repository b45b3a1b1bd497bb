#pragma once

namespace troupe {

/// For its lifetime the calling thread runs before all ordinary ones (SCHED_FIFO, man 7 sched), where it may. A thread that attaches to a
/// program of hundreds of busy threads competes with all of them for its CPU: one turn in hundreds takes seconds for what takes
/// milliseconds. Processes and threads made meanwhile are ordinary ones.
class [[nodiscard]] Urgent {
 public:
    Urgent();
    Urgent(Urgent&& other) noexcept;
    Urgent& operator=(Urgent&&) = delete;
    Urgent(const Urgent&) = delete;
    Urgent& operator=(const Urgent&) = delete;
    /// On the same thread.
    ~Urgent();

 private:
    bool raised_ = false;
};

/// The same for good: for a process of ours that sleeps nearly always and is waited for when it does not, and for a thread that is about to
/// end. Async-signal-safe.
void stay_urgent() noexcept;

}  // namespace troupe
