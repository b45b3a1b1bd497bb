#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "troupe/core/decision.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/lineage.hpp"
#include "troupe/core/memory.hpp"
#include "troupe/core/task_id.hpp"

namespace troupe {

/// What is known of the tracee of an event.
struct TaskFacts {
    TaskId id;
    pid_t process = 0;  ///< thread group id; 0 while unknown
    pid_t parent = 0;   ///< tid of the tracee that made this one; 0 for a command of ours and for attached ones
    bool attached = false;
    Lineage lineage{};  ///< unknown until the parent's event
};

/// An event as a hook may see it: made by the worker that holds the tracee, lent for one call, on whichever thread runs the hook.
/// It carries no right to act on the tracee.
class EventView {
 public:
    EventView(const Event& event, const TaskFacts& task, Memory& memory, const Decision& so_far, std::uint64_t sequence,
              unsigned qualifiers)
        : event_(event), task_(task), memory_(memory), so_far_(so_far), sequence_(sequence), qualifiers_(qualifiers) {}
    EventView(const EventView&) = delete;
    EventView& operator=(const EventView&) = delete;

    [[nodiscard]] const Event& event() const { return event_; }
    [[nodiscard]] const TaskFacts& task() const { return task_; }
    [[nodiscard]] Memory& memory() const { return memory_; }
    /// What rules and, at exit, the hooks of the entry have decided.
    [[nodiscard]] const Decision& so_far() const { return so_far_; }
    [[nodiscard]] std::uint64_t sequence() const { return sequence_; }
    /// How this call would be printed (`qualifier::` bits).
    [[nodiscard]] unsigned qualifiers() const { return qualifiers_; }

 private:
    const Event& event_;
    const TaskFacts& task_;
    Memory& memory_;
    const Decision& so_far_;
    std::uint64_t sequence_;
    unsigned qualifiers_;
};

}  // namespace troupe
