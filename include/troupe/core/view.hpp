#pragma once

#include <sys/types.h>

#include <cstdint>
#include <span>
#include <string>

#include "troupe/core/decision.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/lineage.hpp"
#include "troupe/core/memory.hpp"
#include "troupe/core/task_id.hpp"

namespace troupe {

class Tape;

/// What is known of the tracee of an event.
struct TaskFacts {
    TaskId id;
    pid_t process = 0;  ///< thread group id; 0 while unknown
    pid_t parent = 0;   ///< tid of the tracee that made this one; 0 for a command of ours and for attached ones
    bool attached = false;
    Lineage lineage{};  ///< unknown until the parent's event
};

/// Where the arguments of a call are.
enum class CallRegisters : std::uint8_t {
    its_own,
    in_memory,  ///< socketcall and ipc of i386
    inherited,  ///< and a child that it makes has the same
};

/// What is known of a call since its entry.
struct CallSoFar {
    std::uint64_t began = 0;          ///< monotonic clock, ns; 0: its entry was not seen, or nothing wanted to know
    const Tape* arguments = nullptr;  ///< what they were, of one that replaces the memory that they were in: execve
    CallRegisters registers = CallRegisters::its_own;
    bool may_be_detached = true;  ///< a filter of ours would fail it, once there is no tracer
    /// Numbers of the hooks whose circumstances held at its entry.
    std::span<const int> holding{};
    bool line_waits = false;  ///< its line is not begun before its end: it can be left out, and a note is not too late
};

/// An event as a hook may see it: made by the worker that holds the tracee, lent for one call, on whichever thread runs the hook.
/// It carries no right to act on the tracee.
class EventView {
 public:
    EventView(const Event& event, const TaskFacts& task, Memory& memory, const Decision& so_far, std::uint64_t sequence,
              unsigned qualifiers, CallSoFar call = {})
        : event_(event), task_(task), memory_(memory), so_far_(so_far), sequence_(sequence), qualifiers_(qualifiers), call_(call) {}
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
    [[nodiscard]] const CallSoFar& call() const { return call_; }

 private:
    const Event& event_;
    const TaskFacts& task_;
    Memory& memory_;
    const Decision& so_far_;
    std::uint64_t sequence_;
    unsigned qualifiers_;
    CallSoFar call_;
};

}  // namespace troupe
