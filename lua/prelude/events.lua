-- The event that callbacks of troupe.hook and troupe.observe are given: fields of the call, and its arguments by name. It is lent for the
-- time of the callback.
local shared = ...
local C, ffi, now = shared.C, shared.ffi, shared.now
local plain = shared.plain
local bit = require 'bit'

local source = C.troupe_current_event()
local current -- the event that may be used now
local methods = shared.event_methods

-- Signatures by personality and number: lists of {name, reading, kind, …}, and the places of names.
local reading = {
    word = 0, signed_32 = 1, unsigned_32 = 2, signed_word = 3, text = 4, flags = 5, low_high = 6, high_low = 7, signed_low_high = 8,
}
shared.reading = reading
local signatures = {[0] = {}, {}, {}}
local slot = ffi.new('struct troupe_argument')

function shared.signature_of(pers, scno)
    local signature = signatures[pers][scno]
    if not signature then
        signature = {places = {}}
        while C.troupe_argument_of(scno, pers, #signature, slot) do
            local place = #signature + 1
            local name = ffi.string(slot.name, slot.name_length)
            signature[place] = {
                name = name,
                reading = slot.reading,
                kind = slot.kind,
                is_plain = slot.stands_for_itself,
                is_pointer = slot.is_pointer,
                flag_set = slot.flag_set ~= nil and slot.flag_set or nil,
                names = slot.is_named and {} or nil, -- of values, as they are asked for
            }
            if name ~= '' then
                signature.places[name] = signature.places[name] or place
            end
        end
        signatures[pers][scno] = signature
    end
    return signature
end

local value_slot, mask_slot = ffi.new('kernel_ulong_t[1]'), ffi.new('kernel_ulong_t[1]')

-- Value and mask of a named constant of an argument, as 64-bit cdata; nil where there is none of that name.
function shared.constant_of(argument, name)
    if C.troupe_constant(argument.kind, name, #name, value_slot, mask_slot) then
        return value_slot[0], mask_slot[0]
    end
    return nil
end

local text_length = ffi.new('size_t[1]')

local function text_at(place, argument)
    if now.phase == 2 and source.kept then
        local text = shared.decoded_argument(argument.name)
        return type(text) == 'string' and text or nil
    end
    if now.phase == 3 then
        local text = C.troupe_observed_text(place - 1, text_length)
        return text ~= nil and ffi.string(text, text_length[0]) or nil
    end
    local address = source.args[place - 1]
    return address ~= 0 and shared.strace.read_str(address) or nil
end

local function pair(low, high)
    return bit.bor(bit.lshift(source.args[high], 32), source.args[low])
end

local read = {
    [reading.word] = function(place)
        return plain(source.args[place - 1])
    end,
    [reading.signed_32] = function(place)
        return tonumber(ffi.cast('int32_t', source.args[place - 1]))
    end,
    [reading.unsigned_32] = function(place)
        return tonumber(ffi.cast('uint32_t', source.args[place - 1]))
    end,
    [reading.signed_word] = function(place)
        if source.personality == 1 then
            return tonumber(ffi.cast('int32_t', source.args[place - 1]))
        end
        return plain(ffi.cast('int64_t', source.args[place - 1]))
    end,
    [reading.text] = text_at,
    [reading.flags] = function(place, argument)
        return shared.flags_of(argument.flag_set, source.args[place - 1])
    end,
    [reading.low_high] = function(place)
        return plain(pair(place - 1, place))
    end,
    [reading.high_low] = function(place)
        return plain(ffi.cast('int64_t', pair(place, place - 1)))
    end,
    [reading.signed_low_high] = function(place)
        return plain(ffi.cast('int64_t', pair(place - 1, place)))
    end,
}

-- The name of a value in a register, or nil.
local function name_of_value(place, argument)
    local value = tonumber(source.args[place - 1])
    local name = argument.names[value]
    if name == nil then
        local text = C.troupe_name_of_value(argument.kind, source.args[place - 1], text_length)
        name = text ~= nil and ffi.string(text, text_length[0])
        argument.names[value] = name
    end
    return name or nil
end

-- What decoders make of an argument, and whether the call has one of that name.
local function decoded_argument(name, level)
    local value, known = shared.decoded_argument(name)
    if shared.is_unreadable(value) and now.phase == 3 and not source.kept then
        error(name .. ' stands in memory, and the tracee has gone on: an observer sees it with the option decode = true', level + 1)
    end
    return value, known
end

-- The value of an argument, and whether the call has one of that name: also one that is there may have no value, a text at NULL. What the
-- register says is all that there is to say of most; decoders are asked about the others, also about what is called so only with this
-- command.
local function argument_named(name, level)
    local signature = shared.signature_of(source.personality, source.number)
    local place = signature.places[name]
    if not place then
        if type(name) ~= 'string' then
            return nil, false
        end
        return decoded_argument(name, level + 1)
    end
    local argument = signature[place]
    if not argument.is_plain then
        local value, known = decoded_argument(name, level + 1)
        if known then
            return value, true
        elseif argument.is_pointer then
            return shared.address_at(source.args[place - 1]), true -- of what is written at the exit
        end
    elseif argument.is_pointer then
        return shared.address_at(source.args[place - 1]), true
    elseif argument.names then
        local value_name = name_of_value(place, argument)
        if value_name then
            return value_name, true
        end
    end
    if argument.reading == reading.flags and not argument.flag_set then
        return plain(source.args[place - 1] + 0), true
    end
    return read[argument.reading](place, argument), true
end

function shared.must_be_current(ev, level)
    if ev ~= current then
        error('this event is over', level + 1)
    end
end

-- ev.args: the registers by number from 1, arguments by name.
local args_meta = {
    __index = function(args, key)
        shared.must_be_current(rawget(args, 0), 2)
        if type(key) == 'number' then
            return key >= 1 and key <= 6 and plain(source.args[key - 1]) or nil
        end
        return (argument_named(key, 2))
    end,
}

local abi_names = {[0] = 'x86_64', 'i386', 'x32'}

local getters = {
    name = function()
        local name = shared.strace.get_sc_name(source.number, source.personality)
        return name or string.format('syscall_0x%x', source.number)
    end,
    number = function()
        return source.number
    end,
    personality = function()
        return source.personality
    end,
    tid = function()
        return source.tid
    end,
    tgid = function()
        return shared.process_of(source.tid, source.tgid)
    end,
    parent = function()
        return source.parent
    end,
    abi = function()
        return abi_names[source.personality]
    end,
    time = function()
        return shared.time_of_event()
    end,
    duration = function()
        if source.entering then
            return nil
        end
        return shared.duration_of_event()
    end,
    decoded = function()
        return shared.decoded_arguments()
    end,
    descriptors = function()
        return shared.descriptors_of_event(source.tid)
    end,
    entering = function()
        return source.entering
    end,
    exiting = function()
        return not source.entering
    end,
    sequence = function()
        return plain(source.sequence)
    end,
    result = function()
        if source.entering then
            return nil
        end
        return plain(source.result)
    end,
    error = function()
        if source.entering or source.error == 0 then
            return nil
        end
        return shared.strace.get_err_name(source.error, source.personality) or source.error
    end,
    injected = function()
        return source.injected
    end,
    meaning = function()
        local text = not source.entering and C.troupe_meaning(text_length) or nil
        return text ~= nil and ffi.string(text, text_length[0]) or nil
    end,
    thread_data = function()
        return shared.table_of_thread()
    end,
    process_data = function()
        return shared.table_of_process(shared.process_of(source.tid, source.tgid))
    end,
    args = function(ev)
        return setmetatable({[0] = ev}, args_meta)
    end,
}

for name, ask in pairs(shared.of_task) do
    getters[name] = function()
        return ask(source.tid)
    end
end

-- An argument goes before the process's own: what execve is given.
function getters.argv()
    if shared.signature_of(source.personality, source.number).places.argv then
        return (argument_named('argv', 3))
    end
    return shared.of_task.argv(source.tid)
end

local why_not_shown = {
    [1] = 'an observer comes too late: the line is written',
    [2] = 'the line has begun: a hook with the option whole_line = true (or --whole-calls) can leave it out at the exit',
    [3] = 'the call was left out at its entry',
}

-- Whether the call is printed. At the exit only where its line has waited for that.
function methods.show(ev, shown)
    shared.must_be_current(ev, 2)
    if type(shown) ~= 'boolean' then
        error('expected true or false, got a ' .. type(shown), 2)
    end
    local refusal = C.troupe_show(shown)
    if refusal ~= 0 then
        return false, why_not_shown[refusal]
    end
    return true
end

-- Says something about the call, behind its line: /* text */.
function methods.note(ev, text)
    shared.must_be_current(ev, 2)
    if type(text) ~= 'string' and type(text) ~= 'number' then
        error('expected a text, got a ' .. type(text), 2)
    end
    text = tostring(text)
    if not C.troupe_note(text, #text) then
        return false, why_not_shown[1]
    end
    return true
end

-- The names of a call's arguments, for people.
function shared.names_of_arguments(signature)
    local names = {}
    for _, argument in ipairs(signature) do
        if argument.name ~= '' then
            names[#names + 1] = argument.name
        end
    end
    return #names == 0 and 'no arguments' or 'the arguments ' .. table.concat(names, ', ')
end

-- A script that asks for `ev.path` where the argument is called pathname would otherwise never match, and never say why.
local function no_such_name(key)
    local fields = {}
    for _, known in ipairs({getters, methods}) do
        for name in pairs(known) do
            fields[#fields + 1] = name
        end
    end
    table.sort(fields)
    local list = shared.names_of_arguments(shared.signature_of(source.personality, source.number))
    error(string.format("%s has no '%s': it has %s; every call has %s", getters.name(), tostring(key), list, table.concat(fields, ', ')), 3)
end

local event_meta = {}

function event_meta.__index(ev, key)
    local method = methods[key]
    if method then
        return method
    end
    shared.must_be_current(ev, 2)
    local get = getters[key]
    if get then
        return get(ev)
    end
    local value, known = argument_named(key, 2)
    if not known then
        no_such_name(key)
    end
    return value
end

-- Calls `callback` with the event of the moment.
function shared.lend_event(callback)
    local ev = setmetatable({}, event_meta)
    current = ev
    shared.forget_decoded()
    callback(ev)
    current = nil
end

function shared.event_is_over()
    current = nil
end
