#include "lua/engine.hpp"

#include <cstring>
#include <lua.hpp>
#include <type_traits>
#include <variant>

#include "lua/tracee_memory.hpp"
#include "troupe/core/clock.hpp"

namespace troupe::lua {
namespace {

/// `tcb::flags`, as strace has them.
constexpr int flag_at_exit = 0x04;
constexpr int flag_attached = 0x08;

void fill(abi::tcb& tcb, const EventView& view) {
    tcb = {};
    tcb.pid = view.task().id.tid;
    tcb.flags = view.task().attached ? flag_attached : 0;
    tcb.qual_flg = static_cast<int>(view.qualifiers());
    const auto call = [&](const SyscallId& id, const Arguments& args) {
        tcb.scno = id.number;
        tcb.currpers = static_cast<unsigned>(index_of(id.abi));
        std::copy(args.begin(), args.end(), tcb.u_arg);
    };
    if (const auto* entry = std::get_if<SyscallEntry>(&view.event())) {
        call(entry->call, entry->args);
    } else if (const auto* exit = std::get_if<SyscallExit>(&view.event())) {
        call(exit->call, exit->args);
        tcb.flags |= flag_at_exit;
        tcb.u_rval = exit->error != 0 ? -1 : exit->result;
        tcb.u_error = exit->error;
    }
}

Shown shown(const abi::tcb& tcb) {
    Shown result;
    std::copy(std::begin(tcb.u_arg), std::end(tcb.u_arg), result.args.begin());
    result.result = tcb.u_rval;
    result.error = tcb.u_error;
    result.qualifiers = static_cast<unsigned>(tcb.qual_flg);
    return result;
}

bool same(const Shown& left, const Shown& right) {
    return left.args == right.args && left.result == right.result && left.error == right.error && left.qualifiers == right.qualifiers;
}

}  // namespace

/// One call of Hooks: what it lends is in the border for exactly as long as this lives.
struct ScriptEngine::Call {
    Call(ScriptEngine& engine, Effects* effects, EventView* view, int phase) : engine_(engine), use_(engine.border_) {
        Border& border = engine.border_;
        border.effects = effects;
        border.view = view;
        border.decision = {};
        border.now.phase = phase;
        border.now.personality = 0;
        border.set_hook(0);
        engine.held_.store(view == nullptr ? 0 : view->task().id.tid, std::memory_order_relaxed);
        border.since = monotonic_ns();
        engine.since_.store(border.since, std::memory_order_release);
        engine.break_->enter();
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    ~Call() {
        engine_.break_->leave();
        engine_.since_.store(0, std::memory_order_release);
        Border& border = engine_.border_;
        border.view = nullptr;
        border.effects = nullptr;
        border.holding = {};
        border.now.phase = abi::no_event;
    }

 private:
    ScriptEngine& engine_;
    BorderInUse use_;
};

ScriptEngine::ScriptEngine() : state_(nullptr, &lua_close) {}
ScriptEngine::~ScriptEngine() = default;

std::optional<ScriptStop> ScriptEngine::start(Effects& effects) {
    const Call call(*this, &effects, nullptr, abi::no_event);
    effects.log(LogLevel::debug, jit_note_);
    return run_scripts();
}

tl::expected<Decision, ScriptStop> ScriptEngine::decide(EventView& view, Effects& effects) {
    if (stopped_) return Decision{};
    const auto ask = [&](int phase, auto&& run) -> tl::expected<Decision, ScriptStop> {
        const Call call(*this, &effects, &view, phase);
        if (auto stop = run()) return tl::unexpected(std::move(*stop));
        return std::move(border_.decision);
    };
    const auto ask_syscall = [&](const SyscallId& id, const Arguments& args, bool entry) {
        return ask(entry ? abi::entry : abi::exit, [&] {
            fill(border_.tcb, view);
            border_.now.personality = border_.tcb.currpers;
            border_.show(view.event(), view.task(), view.sequence());
            border_.holding = view.call().holding;
            border_.event.kept = !entry && view.call().arguments != nullptr;
            const Shown before = shown(border_.tcb);
            auto stop = syscall(id, args, entry, view.task().id);
            if (const Shown after = shown(border_.tcb); !same(before, after)) border_.decision.shown = after;
            return stop;
        });
    };
    if (const auto* entry = std::get_if<SyscallEntry>(&view.event())) return ask_syscall(entry->call, entry->args, true);
    if (const auto* exit = std::get_if<SyscallExit>(&view.event())) return ask_syscall(exit->call, exit->made_with, false);
    return ask(abi::other, [&] { return happening(view.event(), view.task()); });
}

std::optional<ScriptStop> ScriptEngine::observe(std::span<const Observation> batch, Effects& effects) {
    if (stopped_) return std::nullopt;
    const Call call(*this, &effects, nullptr, abi::other);
    for (const Observation& observation : batch) {
        border_.observation = &observation;
        border_.holding = observation.holding;
        border_.show(observation.event, observation.task, observation.sequence);
        border_.event.kept = observation.arguments != nullptr;
        push(happenings_, entrances_.observed);
        lua_pushinteger(happenings_, static_cast<lua_Integer>(border_.event.personality));
        lua_pushinteger(happenings_, static_cast<lua_Integer>(border_.event.number));
        lua_pushboolean(happenings_, border_.event.entering ? 1 : 0);
        const Left left = resume(happenings_, 3);
        border_.observation = nullptr;
        if (left == Left::failed) return stopped_by(happenings_);
    }
    return std::nullopt;
}

std::optional<ScriptStop> ScriptEngine::ring(Effects& effects) {
    if (stopped_) return std::nullopt;
    const Call call(*this, &effects, nullptr, abi::other);
    push(happenings_, entrances_.ring);
    lua_pushnumber(happenings_, static_cast<lua_Number>(border_.since));
    if (resume(happenings_, 1) == Left::failed) return stopped_by(happenings_);
    return std::nullopt;
}

void ScriptEngine::forget(TaskId task, pid_t process) {
    late_exits_.forget(task);
    forget(tables_.of_threads, static_cast<int>(task.serial));
    if (process != 0) forget(tables_.of_processes, process);
}

/// Runs no Lua, and takes no memory.
void ScriptEngine::forget(int table, int key) {
    lua_State* const state = state_.get();
    push(state, table);
    lua_rawgeti(state, -1, key);
    const bool is_there = !lua_isnil(state, -1);
    lua_pop(state, 1);
    if (is_there) {
        lua_pushnil(state);
        lua_rawseti(state, -2, key);
    }
    lua_pop(state, 1);
}

std::optional<ScriptStop> ScriptEngine::tell_of(std::span<const TaskFacts> leaves, Effects& effects) {
    if (!border_.wishes.hooks().wants(Happening::detach)) return std::nullopt;
    NoMemory none;
    const Event event = Detach{};
    const Decision nothing;
    for (const TaskFacts& facts : leaves) {
        EventView view(event, facts, none, nothing, 0, 0);
        const Call call(*this, &effects, &view, abi::other);
        if (auto stop = happening(event, facts)) return stop;
    }
    return std::nullopt;
}

std::optional<ScriptStop> ScriptEngine::finish(Ending, std::span<const TaskFacts> leaves, Effects& effects) {
    if (stopped_) return std::nullopt;
    if (auto stop = tell_of(leaves, effects)) return stop;
    const Call call(*this, &effects, nullptr, abi::no_event);
    border_.now.ended = 1;
    if (waits_) {
        if (auto stop = wake_with(false)) return stop;
    }
    push(scripts_, entrances_.at_exit);
    const Left left = resume(scripts_, 0);
    stopped_ = true;
    if (left == Left::failed) return stopped_by(scripts_);
    return std::nullopt;
}

std::optional<ScriptStop> ScriptEngine::syscall(const SyscallId& call, const Arguments& args, bool entry, TaskId task) {
    if (!entry) {
        const int last = late_exits_.take(task, call);
        if (last == LateExits::no_hook) return std::nullopt;
        if (waits_) return wake_with(true);
        border_.set_hook(border_.first_hooks.of(call, false));
        push(scripts_, entrances_.on_exit);
        lua_pushinteger(scripts_, static_cast<lua_Integer>(index_of(call.abi)));
        lua_pushinteger(scripts_, static_cast<lua_Integer>(call.number));
        lua_pushinteger(scripts_, last);
        return resume_scripts(3);
    }
    late_exits_.forget(task);
    const bool exit_wanted = border_.wishes.hooks().of(call, args).exit;
    const int hooks = border_.names.count();
    std::optional<ScriptStop> stop;
    if (waits_) {
        stop = wake_with(true);
    } else {
        border_.set_hook(border_.first_hooks.of(call, true));
        push(scripts_, entrances_.on_entry);
        lua_pushinteger(scripts_, static_cast<lua_Integer>(index_of(call.abi)));
        lua_pushinteger(scripts_, static_cast<lua_Integer>(call.number));
        stop = resume_scripts(2);
    }
    if (!exit_wanted && border_.wishes.hooks().of(call, args).exit) {
        late_exits_.limit(task, call, LateExits::no_hook);
    } else if (border_.names.count() != hooks) {
        late_exits_.limit(task, call, hooks);
    }
    return stop;
}

}  // namespace troupe::lua
