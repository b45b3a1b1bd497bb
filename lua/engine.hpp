#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lua/border.hpp"
#include "lua/break.hpp"
#include "lua/late_exits.hpp"
#include "lua/script_argument.hpp"
#include "troupe/core/hooks.hpp"
#include "troupe/lua/script_engine.hpp"

struct lua_State;

namespace troupe::lua {

/// Scripts in one Lua state.
///
/// Everything runs in one coroutine. A main chunk or a hook that asks for the next event (`next_sc`) yields a private token and stays
/// suspended; the next event resumes it. What does not yield costs the same as a protected call (166 ns against 172). Events that are no
/// syscalls run in a second coroutine, so that they reach their hooks while the first one waits.
class ScriptEngine final : public Hooks {
 public:
    ScriptEngine();
    ~ScriptEngine() override;

    /// Opens the libraries, chooses the JIT, loads the prelude, compiles.
    [[nodiscard]] std::optional<ScriptStop> load(const LuaConfig& config);

    [[nodiscard]] std::optional<ScriptStop> start(Effects& effects) override;
    [[nodiscard]] const Subscription& subscription() const override { return border_.wishes.hooks(); }
    [[nodiscard]] const Subscription& observed() const override { return border_.wishes.observers(); }
    [[nodiscard]] std::uint64_t revision() const override { return border_.revision.load(std::memory_order_acquire); }
    [[nodiscard]] tl::expected<Decision, ScriptStop> decide(EventView& view, Effects& effects) override;
    [[nodiscard]] std::optional<ScriptStop> observe(std::span<const Observation> batch, Effects& effects) override;
    [[nodiscard]] std::uint64_t next_due() const override { return border_.due; }
    [[nodiscard]] std::optional<ScriptStop> ring(Effects& effects) override;
    void forget(TaskId task, pid_t process) override;
    [[nodiscard]] std::optional<ScriptStop> finish(Ending ending, std::span<const TaskFacts> leaves, Effects& effects) override;
    [[nodiscard]] HookInProgress in_progress() const override;
    bool interrupt() override;

 private:
    /// References into Lua's registry to functions of the prelude.
    struct Entrances {
        int on_entry = 0, on_exit = 0, happened = 0, observed = 0, ring = 0, at_exit = 0;
    };
    /// The same, to tables of scripts that go away with whom they are about.
    struct Tables {
        int of_threads = 0, of_processes = 0;
    };
    enum class Left : std::uint8_t { finished, waits, failed };
    struct Call;

    [[nodiscard]] std::optional<ScriptStop> load_prelude(const LuaConfig& config);
    [[nodiscard]] std::optional<ScriptStop> load_script(const std::string& argument);
    void push(lua_State* where, int reference) const;
    void forget(int table, int key);
    [[nodiscard]] std::optional<ScriptStop> tell_of(std::span<const TaskFacts> leaves, Effects& effects);
    /// Resumes `thread` with so many arguments on its stack.
    [[nodiscard]] Left resume(lua_State* thread, int arguments);
    [[nodiscard]] std::optional<ScriptStop> run_scripts();
    [[nodiscard]] std::optional<ScriptStop> resume_scripts(int arguments);
    [[nodiscard]] std::optional<ScriptStop> wake_with(bool event);
    void note_waiting();
    [[nodiscard]] std::optional<ScriptStop> syscall(const SyscallId& call, const Arguments& args, bool entry, TaskId task);
    [[nodiscard]] std::optional<ScriptStop> happening(const Event& event, const TaskFacts& task);
    int push_happening(const Event& event, const TaskFacts& task);
    [[nodiscard]] ScriptStop stopped_by(lua_State* thread);

    // Baton only
    std::unique_ptr<lua_State, void (*)(lua_State*)> state_;
    lua_State* scripts_ = nullptr;     ///< the coroutine of main chunks and syscall hooks
    lua_State* happenings_ = nullptr;  ///< the coroutine of the other events
    Border border_;
    std::unique_ptr<Break> break_;
    Entrances entrances_;
    Tables tables_;
    LateExits late_exits_;
    struct Script {
        ScriptArgument argument;
        int chunk = 0;
    };
    std::vector<Script> chunks_;  ///< does not change after `load`
    std::size_t next_chunk_ = 0;
    int waiting_hook_ = 0;  ///< who waits: number of a hook, or of a main chunk
    bool waits_ = false;    ///< the scripts' coroutine is suspended in next_sc
    bool stopped_ = false;  ///< a ScriptStop was returned; Lua is not entered again
    std::string jit_note_;
    bool compiles_ = false;  ///< the JIT is on

    // Any thread: atomic
    std::atomic<pid_t> held_{0};
    std::atomic<std::uint64_t> since_{0};
};

}  // namespace troupe::lua
