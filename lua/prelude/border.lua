-- What every file of the prelude builds on: the FFI, the C side, and the two tables that scripts get.
local shared = ...
local ffi = require 'ffi'

ffi.cdef(shared.declarations)
local C = ffi.C

strace = {}
troupe = {program_name = shared.program_name}

shared.ffi, shared.C = ffi, C
shared.strace, shared.troupe = strace, troupe
-- One tcb and one state for all events: C++ fills them before it calls.
shared.tcp = C.troupe_tcb()
shared.now = C.troupe_state()
shared.phase = {none = 0, entry = 1, exit = 2, other = 3}

local now = shared.now

-- Raises where there is no syscall event; `level` as for error().
function shared.demand_event(level)
    if now.phase ~= 1 and now.phase ~= 2 then
        error('there is no current syscall event', level + 1)
    end
end

local function text_of(value)
    return ffi.string(value)
end

-- A Lua string, or a cdata C string; anything else raises.
function shared.string_argument(value, level)
    if type(value) == 'string' then
        return value
    end
    if type(value) == 'cdata' and value ~= nil then
        local ok, text = pcall(text_of, value)
        if ok then
            return text
        end
    end
    error('expected either a Lua string or a cdata C string', level + 1)
end

-- A list is as good as one.
function shared.list_of(value)
    if type(value) == 'table' then
        return value
    end
    return {value}
end

-- A module of ours, compiled when it is first asked for.
local loaded = {}
function shared.module(name)
    if not loaded[name] then
        loaded[name] = shared.modules[name]()
    end
    return loaded[name]
end

package.preload.ffiex = function()
    return shared.module('ffiex.lua')
end
