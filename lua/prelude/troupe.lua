-- The table `troupe`: what strace never had.
local shared = ...
local troupe, C, now = shared.troupe, shared.C, shared.now

-- Options of the scripts, by chunk name: `troupe.args` is that of the asking script.
local arguments = {}
local latest = {}

function shared.arguments_of_script(chunk, settings)
    arguments[debug.getinfo(chunk, 'S').source] = settings
    latest = settings
end

setmetatable(troupe, {
    __index = function(_, key)
        if key == 'args' then
            return arguments[debug.getinfo(2, 'S').source] or latest
        end
    end,
})

-- A header's structures, functions, enumerators and integer macros become names of the FFI; what is returned knows all macros, those
-- with arguments as functions, and falls back to ffi.C.
local include_state, included

function troupe.include(header)
    local states = shared.module('ffiex_state.lua')
    if not include_state then
        include_state = states.new()
        included = setmetatable({}, {
            __index = function(_, name)
                local value = include_state.defs[name]
                if value == nil then
                    value = shared.ffi.C[name]
                end
                return value
            end,
        })
    end
    shared.include(include_state, shared.string_argument(header, 2), 2)
    return included
end

local levels = {trace = 0, debug = 1, info = 2, warning = 3, error = 4}

function troupe.log(level, text)
    local number = levels[level]
    if not number then
        error('unknown log level', 2)
    end
    text = tostring(text)
    C.troupe_log(number, text, #text)
end

-- Events that are no syscalls. Numbers and order of arguments: ScriptEngine::push_happening.
local events = {spawn = 0, exec = 1, exit = 2, signal = 3}
local callbacks = {[0] = {}, {}, {}, {}}

function troupe.on(event, callback)
    local number = events[event]
    if not number then
        error('unknown event ' .. tostring(event), 2)
    end
    if type(callback) ~= 'function' then
        error('expected a function', 2)
    end
    local list = callbacks[number]
    list[#list + 1] = {callback = callback, number = shared.new_hook(callback)}
    C.troupe_want_happening(number)
end

local signal_event = {}
signal_event.__index = signal_event

-- The signal is not delivered.
function signal_event:drop()
    return self:replace(0)
end

-- Another one is delivered: a number, or a name.
function signal_event:replace(signal)
    local number = tonumber(signal) or shared.strace.get_signo(signal)
    if not number then
        return false, 'signal not found'
    end
    if not C.troupe_replace_signal(number) then
        return false, 'cannot replace signal'
    end
    return true
end

local spawn_kinds = {[0] = 'fork', 'vfork', 'clone'}

local make = {
    [0] = function(child, kind)
        return {child = child, kind = spawn_kinds[kind]}
    end,
    function(former_tid)
        return {former_tid = former_tid}
    end,
    function(code, killed, core_dumped)
        if killed then
            return {killed = true, signal = code, core_dumped = core_dumped}
        end
        return {killed = false, code = code, core_dumped = false}
    end,
    function(signal, code, sender)
        local name = shared.strace.get_sig_name(signal) or signal > 32 and 'SIGRT_' .. signal - 32 or nil
        return setmetatable({signal = signal, name = name, code = code, sender = sender}, signal_event)
    end,
}

function shared.happened(number, tid, process, ...)
    local event = make[number](...)
    event.pid, event.process = tid, process
    local list = callbacks[number]
    for i = 1, #list do
        now.hook = list[i].number
        list[i].callback(event)
    end
end
