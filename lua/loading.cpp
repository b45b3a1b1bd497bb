#include <lua.hpp>
#include <string>

#include "lua/children.hpp"
#include "lua/engine.hpp"
#include "lua/flat.hpp"
#include "lua/jit_choice.hpp"
#include "lua/prelude_files.hpp"
#include "troupe/core/check.hpp"

namespace troupe::lua {
namespace {

/// In the order in which they build on each other.
constexpr const char* prelude[] = {"border.lua",  "lookups.lua",    "hooks.lua",   "inject.lua",    "memory.lua",
                                   "options.lua", "pull.lua",       "tables.lua",  "program.lua",   "troupe.lua",
                                   "emit.lua",    "values.lua",     "tasks.lua",   "decisions.lua", "happenings.lua",
                                   "events.lua",  "predicates.lua", "handles.lua", "timers.lua",    "require.lua"};

/// Modules for `require`, compiled when asked for.
constexpr const char* modules[] = {"ffiex.lua",        "ffiex_state.lua",        "ffiex_preprocessor.lua",
                                   "ffiex_tokens.lua", "ffiex_values.lua",       "ffiex_expression.lua",
                                   "ffiex_macros.lua", "ffiex_declarations.lua", "ffiex_source.lua"};

void push_text(lua_State* state, std::string_view text) { lua_pushlstring(state, text.data(), text.size()); }

int load_text(lua_State* state, const char* file) {
    const std::string_view text = prelude_file(file);
    TROUPE_CHECK(!text.empty(), file);
    return luaL_loadbuffer(state, text.data(), text.size(), (std::string("@troupe/") + file).c_str());
}

/// os.exit([code]): true and nothing are 0, false is 1.
int exit_script(lua_State* state) {
    int status = 0;
    if (lua_isboolean(state, 1)) {
        status = lua_toboolean(state, 1) != 0 ? 0 : 1;
    } else if (!lua_isnoneornil(state, 1)) {
        status = static_cast<int>(luaL_checkinteger(state, 1));
    }
    static_cast<Break*>(lua_touserdata(state, lua_upvalueindex(1)))->exit_script(state, status);
}

int load_module(lua_State* state) {
    if (load_text(state, lua_tostring(state, lua_upvalueindex(1))) != 0) return lua_error(state);
    lua_pushvalue(state, lua_upvalueindex(2));
    lua_call(state, 1, 1);
    return 1;
}

ScriptStop error_on_top(lua_State* state) {
    const char* text = lua_tostring(state, -1);
    return {ScriptStop::Kind::error, 1, text == nullptr ? "(error object cannot be converted to string)" : text};
}

}  // namespace

std::optional<ScriptStop> ScriptEngine::load(const LuaConfig& config) {
    state_.reset(luaL_newstate());
    if (!state_) return ScriptStop{ScriptStop::Kind::error, 1, "not enough memory"};
    lua_State* const state = state_.get();
    luaL_openlibs(state);
    if (config.of_children) give_to_children(state, *config.of_children);
    const JitChoice jit = choose_jit(state, config.jit);
    jit_note_ = jit.reason;
    compiles_ = jit.on;
    scripts_ = lua_newthread(state);
    lua_setfield(state, LUA_REGISTRYINDEX, "troupe scripts");
    happenings_ = lua_newthread(state);
    lua_setfield(state, LUA_REGISTRYINDEX, "troupe happenings");
    break_ = std::make_unique<Break>(state);
    for (const void* function : flat_functions()) TROUPE_CHECK(function != nullptr, "a flat function is missing");

    const BorderInUse use(border_);
    if (auto stop = load_prelude(config)) return stop;
    for (const std::string& argument : config.scripts) {
        if (auto stop = load_script(argument)) return stop;
    }
    return std::nullopt;
}

/// Each file of the prelude gets the same table, which ends up with the entrances.
std::optional<ScriptStop> ScriptEngine::load_prelude(const LuaConfig& config) {
    lua_State* const state = state_.get();
    lua_newtable(state);
    const int shared = lua_gettop(state);
    push_text(state, std::string(prelude_file("hook_abi.h")) + std::string(prelude_file("value_abi.h")));
    lua_setfield(state, shared, "declarations");
    lua_getfield(state, LUA_REGISTRYINDEX, "troupe scripts");
    lua_setfield(state, shared, "scripts");
    lua_getfield(state, LUA_REGISTRYINDEX, "troupe happenings");
    lua_setfield(state, shared, "happenings");
    lua_pushlightuserdata(state, break_.get());
    lua_pushcclosure(state, exit_script, 1);
    lua_setfield(state, shared, "exit");
    push_text(state, config.program_name);
    lua_setfield(state, shared, "program_name");
    lua_newtable(state);
    for (const char* file : modules) {
        lua_pushstring(state, file);
        lua_pushvalue(state, shared);
        lua_pushcclosure(state, load_module, 2);
        lua_setfield(state, -2, file);
    }
    lua_setfield(state, shared, "modules");

    for (const char* file : prelude) {
        if (load_text(state, file) != 0) return error_on_top(state);
        lua_pushvalue(state, shared);
        if (lua_pcall(state, 1, 0, 0) != 0) return error_on_top(state);
    }
    const auto entrance = [&](const char* name) {
        lua_getfield(state, shared, name);
        TROUPE_CHECK(lua_isfunction(state, -1), name);
        return luaL_ref(state, LUA_REGISTRYINDEX);
    };
    entrances_ = {.on_entry = entrance("on_entry"),
                  .on_exit = entrance("on_exit"),
                  .happened = entrance("happened"),
                  .observed = entrance("observed"),
                  .ring = entrance("ring"),
                  .at_exit = entrance("run_at_exit")};
    const auto table = [&](const char* name) {
        lua_getfield(state, shared, name);
        TROUPE_CHECK(lua_istable(state, -1), name);
        return luaL_ref(state, LUA_REGISTRYINDEX);
    };
    tables_ = {.of_threads = table("tables_of_threads"), .of_processes = table("tables_of_processes")};
    lua_pushvalue(state, shared);
    lua_setfield(state, LUA_REGISTRYINDEX, "troupe shared");
    lua_settop(state, 0);
    return std::nullopt;
}

std::optional<ScriptStop> ScriptEngine::load_script(const std::string& argument) {
    lua_State* const state = state_.get();
    Script script{take_apart(argument), 0};
    if (luaL_loadfile(state, script.argument.file.c_str()) != 0) return error_on_top(state);
    lua_getfield(state, LUA_REGISTRYINDEX, "troupe shared");
    lua_getfield(state, -1, "arguments_of_script");
    lua_pushvalue(state, -3);
    lua_newtable(state);
    for (const ScriptArgument::Setting& setting : script.argument.settings) {
        push_text(state, setting.key);
        if (setting.flag) {
            lua_pushboolean(state, 1);
        } else {
            push_text(state, setting.value);
        }
        lua_settable(state, -3);
    }
    if (lua_pcall(state, 2, 0, 0) != 0) return error_on_top(state);
    lua_pop(state, 1);
    script.chunk = luaL_ref(state, LUA_REGISTRYINDEX);
    chunks_.push_back(std::move(script));
    return std::nullopt;
}

}  // namespace troupe::lua

namespace troupe {

tl::expected<std::unique_ptr<Hooks>, ScriptStop> load_scripts(const LuaConfig& config) {
    auto engine = std::make_unique<lua::ScriptEngine>();
    if (auto stop = engine->load(config)) return tl::unexpected(std::move(*stop));
    return engine;
}

}  // namespace troupe
