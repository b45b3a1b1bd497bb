#include <lua.hpp>
#include <type_traits>
#include <variant>

#include "lua/engine.hpp"
#include "troupe/core/constants.hpp"

namespace troupe::lua {
namespace {

constexpr const char* unprintable = "(error object cannot be converted to string)";

/// The error on top of `thread` as text. Runs `__tostring` on `state`, because `thread` is dead.
std::string error_text(lua_State* state, lua_State* thread) {
    if (lua_type(thread, -1) == LUA_TSTRING || lua_type(thread, -1) == LUA_TNUMBER) return lua_tostring(thread, -1);
    std::string text = unprintable;
    lua_pushvalue(thread, -1);
    lua_xmove(thread, state, 1);
    const int top = lua_gettop(state);
    if (luaL_getmetafield(state, top, "__tostring") != 0) {
        lua_pushvalue(state, top);
        if (lua_pcall(state, 1, 1, 0) == 0 && lua_isstring(state, -1) != 0) text = lua_tostring(state, -1);
    }
    lua_settop(state, top - 1);
    return text;
}

std::string with_traceback(lua_State* state, lua_State* thread, const std::string& message) {
    luaL_traceback(state, thread, message.c_str(), 0);
    std::string text = lua_tostring(state, -1);
    lua_pop(state, 1);
    return text;
}

}  // namespace

void ScriptEngine::push(lua_State* where, int reference) const { lua_rawgeti(where, LUA_REGISTRYINDEX, reference); }

/// Main chunks have negative numbers, hooks positive ones.
static int number_of_chunk(std::size_t index) { return -1 - static_cast<int>(index); }

ScriptEngine::Left ScriptEngine::resume(lua_State* thread, int arguments) {
    const int status = lua_resume(thread, arguments);
    if (status == 0) {
        lua_settop(thread, 0);
        return Left::finished;
    }
    if (status != LUA_YIELD) return Left::failed;
    lua_settop(thread, 0);  // the token of next_sc: nothing else gets out, see pull.lua
    return Left::waits;
}

std::optional<ScriptStop> ScriptEngine::resume_scripts(int arguments) {
    switch (resume(scripts_, arguments)) {
        case Left::failed:
            return stopped_by(scripts_);
        case Left::waits:
            note_waiting();
            return std::nullopt;
        case Left::finished:
            break;
    }
    waits_ = false;
    return next_chunk_ < chunks_.size() ? run_scripts() : std::nullopt;
}

/// Resumes what waits in next_sc, with the event or with nil.
std::optional<ScriptStop> ScriptEngine::wake_with(bool event) {
    border_.set_hook(waiting_hook_);
    if (event) {
        lua_pushboolean(scripts_, 1);
    } else {
        lua_pushnil(scripts_);
    }
    return resume_scripts(1);
}

void ScriptEngine::note_waiting() {
    waits_ = true;
    waiting_hook_ = border_.hook();
}

std::optional<ScriptStop> ScriptEngine::run_scripts() {
    while (next_chunk_ < chunks_.size()) {
        border_.set_hook(number_of_chunk(next_chunk_));
        push(scripts_, chunks_[next_chunk_++].chunk);
        switch (resume(scripts_, 0)) {
            case Left::failed:
                return stopped_by(scripts_);
            case Left::waits:
                note_waiting();
                return std::nullopt;
            case Left::finished:
                break;
        }
    }
    return std::nullopt;
}

ScriptStop ScriptEngine::stopped_by(lua_State* thread) {
    stopped_ = true;
    waits_ = false;
    if (auto stop = break_->take()) return *stop;
    return {ScriptStop::Kind::error, 1, with_traceback(state_.get(), thread, error_text(state_.get(), thread))};
}

std::optional<ScriptStop> ScriptEngine::happening(const Event& event, const TaskFacts& task) {
    if (std::holds_alternative<GroupStop>(event)) return std::nullopt;  // it cannot be asked for
    push(happenings_, entrances_.happened);
    if (resume(happenings_, push_happening(event, task)) == Left::failed) return stopped_by(happenings_);
    return std::nullopt;
}

/// The arguments of `happened` in troupe.lua: number of the event, thread, process, then what is particular to it.
int ScriptEngine::push_happening(const Event& event, const TaskFacts& task) {
    lua_State* const out = happenings_;
    const auto begin = [&](Happening what) {
        lua_pushinteger(out, static_cast<lua_Integer>(what));
        lua_pushinteger(out, task.id.tid);
        lua_pushinteger(out, task.process);
    };
    if (const auto* spawn = std::get_if<Spawn>(&event)) {
        begin(Happening::spawn);
        lua_pushinteger(out, spawn->child);
        lua_pushinteger(out, static_cast<lua_Integer>(spawn->kind));
        lua_pushboolean(out, spawn->process != 0 && spawn->process != spawn->child ? 1 : 0);
        return 6;
    }
    if (const auto* exec = std::get_if<Exec>(&event)) {
        begin(Happening::exec);
        lua_pushinteger(out, exec->former_tid);
        return 4;
    }
    if (const auto* dying = std::get_if<Dying>(&event)) {
        begin(Happening::exit);
        lua_pushinteger(out, dying->code);
        lua_pushboolean(out, dying->killed);
        lua_pushboolean(out, dying->core_dumped);
        return 6;
    }
    if (std::holds_alternative<Attach>(event) || std::holds_alternative<Detach>(event)) {
        begin(std::holds_alternative<Attach>(event) ? Happening::attach : Happening::detach);
        return 3;
    }
    const auto& stop = std::get<SignalStop>(event);
    begin(Happening::signal);
    lua_pushinteger(out, stop.signal);
    lua_pushinteger(out, stop.info.si_code);
    lua_pushinteger(out, stop.info.si_pid);
    return 6;
}

HookInProgress ScriptEngine::in_progress() const {
    HookInProgress result;
    result.since = since_.load(std::memory_order_acquire);
    if (result.since == 0) return {};
    result.tracee = held_.load(std::memory_order_relaxed);
    const int hook = border_.hook();
    const std::size_t chunk = hook < 0 ? static_cast<std::size_t>(-1 - hook) : chunks_.size();
    result.hook = chunk < chunks_.size() ? chunks_[chunk].argument.file + ": main chunk" : border_.names.of(hook);
    return result;
}

bool ScriptEngine::interrupt() { return break_->interrupt() && !compiles_; }

}  // namespace troupe::lua
