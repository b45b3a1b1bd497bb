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
