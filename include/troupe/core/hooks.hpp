#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/observation.hpp"
#include "troupe/core/subscription.hpp"
#include "troupe/core/view.hpp"

namespace troupe {

/// The script cannot go on, or does not want to.
struct ScriptStop {
    enum class Kind : std::uint8_t {
        error,        ///< a Lua error that was not caught
        exit,         ///< os.exit
        interrupted,  ///< broken off by `Hooks::interrupt`
    };
    Kind kind = Kind::error;
    int exit_status = 1;
    /// `chunk:line: message` with the traceback below it; empty for exit.
    std::string message;
};

/// Why the events are over.
enum class Ending : std::uint8_t { all_gone, interrupted };

/// Which hook runs at this moment, for ^C. Strings, because the script may be stuck in it.
struct HookInProgress {
    std::string hook;         ///< `01-count.lua:4`: where the hook function was defined; empty: none runs
    pid_t tracee = 0;         ///< whom it holds; 0: the main chunk or at_exit
    std::uint64_t since = 0;  ///< monotonic clock, ns
};

enum class LogLevel : std::uint8_t { trace, debug, info, warning, error };

/// What a hook may ask of the engine beside its decision. Implemented by actors; used only inside a call of `Hooks`.
class Effects {
 public:
    Effects() = default;
    Effects(const Effects&) = delete;
    Effects& operator=(const Effects&) = delete;
    virtual ~Effects() = default;

    virtual void log(LogLevel level, std::string_view text) = 0;
    /// Text for the person at the terminal, on standard error. Where the trace goes there too, it stands between its lines: what
    /// does not end with a newline waits for one.
    virtual void print(std::string_view text) = 0;
    /// An object of the script's (JSON) into the stream of records. `task`: whose event it is about; nullptr: none.
    virtual void emit(const TaskFacts* task, std::string_view object) = 0;
};

/// The seam between the engine and a scripting language. One object, one thread at a time (the baton), any thread;
/// the members that say "any thread" may be called beside a running hook.
class Hooks {
 public:
    Hooks() = default;
    Hooks(const Hooks&) = delete;
    Hooks& operator=(const Hooks&) = delete;
    virtual ~Hooks() = default;

    /// Compiled scripts run until they end or ask for an event. Called once, before anything is started.
    [[nodiscard]] virtual std::optional<ScriptStop> start(Effects& effects) = 0;

    /// What hooks want to decide about. Changes only while a call of this object runs; `revision` says that it did.
    [[nodiscard]] virtual const Subscription& subscription() const = 0;
    /// What observers want to be told of; changes likewise.
    [[nodiscard]] virtual const Subscription& observed() const = 0;
    /// Any thread.
    [[nodiscard]] virtual std::uint64_t revision() const = 0;

    /// Asks the hooks about one event.
    [[nodiscard]] virtual tl::expected<Decision, ScriptStop> decide(EventView& view, Effects& effects) = 0;

    /// Tells the observers, in this order. Their tracees have gone on.
    [[nodiscard]] virtual std::optional<ScriptStop> observe(std::span<const Observation> batch, Effects& effects) = 0;

    /// Baton: when a timer of a script is due next (monotonic clock, ns); 0: none is. Changes only while a call of this object runs.
    [[nodiscard]] virtual std::uint64_t next_due() const = 0;
    /// Calls what is due by now.
    [[nodiscard]] virtual std::optional<ScriptStop> ring(Effects& effects) = 0;

    /// The tracee is gone; its tables may go. `process` is not 0 where no thread of that process is left.
    virtual void forget(TaskId task, pid_t process) = 0;

    /// No event will come any more: a main chunk that waits for one is resumed with nil, hooks are told of those that will be detached
    /// (`leaves`), then at_exit callbacks run.
    [[nodiscard]] virtual std::optional<ScriptStop> finish(Ending ending, std::span<const TaskFacts> leaves, Effects& effects) = 0;

    /// Any thread: what runs now.
    [[nodiscard]] virtual HookInProgress in_progress() const = 0;
    /// Any thread: break off whatever runs, also a loop that catches errors. False: nothing runs, or compiled code that cannot be broken.
    virtual bool interrupt() = 0;
};

}  // namespace troupe
