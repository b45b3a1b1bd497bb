#pragma once

#include <signal.h>

#include <memory>
#include <string>
#include <string_view>

#include "actors/tracee.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/core/record.hpp"

namespace troupe {

/// The bytes of records in one format. Made by workers, each with one of its own. Empty bytes: the format has no line for it.
class Rendering {
 public:
    Rendering() = default;
    Rendering(const Rendering&) = delete;
    Rendering& operator=(const Rendering&) = delete;
    virtual ~Rendering() = default;

    /// Whether records need the time.
    [[nodiscard]] virtual bool shows_time() const = 0;
    /// Whether records need the instruction pointer.
    [[nodiscard]] virtual bool shows_place() const { return false; }
    /// What stands behind the number of a tracee in text; nullptr: nothing.
    [[nodiscard]] virtual std::shared_ptr<const std::string> comm(Tracee&) { return nullptr; }

    /// The first half of `tracee.call`.
    [[nodiscard]] virtual CallBegan call_began(Tracee& tracee) = 0;
    /// Its second half.
    [[nodiscard]] virtual CallEnded call_ended(Tracee& tracee) = 0;
    [[nodiscard]] virtual std::string signal(Tracee& tracee, int signal, const siginfo_t& info) = 0;
    /// Where it was delivered.
    virtual void add_stack(const Stack& stack, SignalSeen& seen) = 0;
    [[nodiscard]] virtual std::string group_stop(Tracee& tracee, int signal) = 0;
    [[nodiscard]] virtual std::string spawned(Tracee& parent, const Spawn& spawn, const Lineage& child) = 0;
    /// `tracee` is known by another tid than `former_tid`, if it was not the leader.
    [[nodiscard]] virtual std::string executed(Tracee& tracee, pid_t former_tid) = 0;
    [[nodiscard]] virtual std::string died(Tracee& tracee, const Dying& how) = 0;
    [[nodiscard]] virtual std::string superseded(Tracee& caller, TaskId successor) = 0;
    [[nodiscard]] virtual std::string detached(Tracee& tracee) = 0;
    [[nodiscard]] virtual std::string message(Tracee& tracee, std::string_view text) = 0;
    /// A line of the trace that is about no event.
    [[nodiscard]] virtual What remark(Tracee& tracee, const std::string& text) = 0;
};

[[nodiscard]] std::unique_ptr<Rendering> make_rendering(const EngineConfig& config);

}  // namespace troupe
