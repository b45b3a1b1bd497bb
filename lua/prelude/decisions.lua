-- What becomes of the tracee of a call: methods of its event. Where the event is not one where this can be done, they return false and why.
local shared = ...
local C, ffi, now = shared.C, shared.ffi, shared.now
local bit = require 'bit'

local source = C.troupe_current_event()
local methods = {}
shared.event_methods = methods

-- A number, or the one that a name stands for.
local function number_of(value, look_up, what)
    local number = tonumber(value) or look_up(value)
    if not number then
        error('unknown ' .. what .. " '" .. tostring(value) .. "'", 3)
    end
    return shared.as_int(number)
end

local function decided(done, why)
    if done then
        return true
    end
    if now.phase == 3 then
        return false, 'an observer decides nothing: the tracee has gone on'
    elseif now.phase == 2 then
        return false, 'it is too late: the call was made'
    end
    return false, why
end

-- The call is not made, and fails with this error: a name, or a number.
function methods.fail(ev, error_name)
    shared.must_be_current(ev, 2)
    local number = number_of(error_name, shared.strace.get_errno, 'errno')
    return decided(C.troupe_inject_error(number), 'an errno is 1 to 4095')
end

-- The call is not made, and returns this.
function methods.answer(ev, value)
    shared.must_be_current(ev, 2)
    return decided(C.troupe_inject_retval(value), 'the result cannot be injected')
end

-- The call is not made, as if it had succeeded with nothing to say.
function methods.skip(ev)
    shared.must_be_current(ev, 2)
    return decided(C.troupe_inject_retval(0), 'the result cannot be injected')
end

-- A signal is delivered with the call: a name, or a number.
function methods.signal(ev, signal)
    shared.must_be_current(ev, 2)
    local number = number_of(signal, shared.strace.get_signo, 'signal')
    return decided(C.troupe_inject_signo(number), 'a signal is 1 to 64')
end

-- The tracee is held for so many seconds, before the call or behind it; no other waits.
function methods.delay(ev, seconds)
    shared.must_be_current(ev, 2)
    seconds = tonumber(seconds)
    if not seconds or seconds < 0 or seconds > 1e9 then
        error('expected a number of seconds', 2)
    end
    return decided(C.troupe_delay(seconds * 1e9))
end

-- Its process is killed, before it makes one call more.
function methods.kill(ev)
    shared.must_be_current(ev, 2)
    return decided(C.troupe_kill())
end

local why_not_detached = {
    'an observer decides nothing: the tracee has gone on',
    'it runs under a filter of ours, and its calls would fail without us: --seccomp-bpf=off does without the filter',
}

-- Its thread is not traced any more: of the event of the moment.
function shared.detach()
    local refusal = C.troupe_detach()
    if refusal ~= 0 then
        return false, why_not_detached[refusal]
    end
    return true
end

function methods.detach(ev)
    shared.must_be_current(ev, 2)
    return shared.detach()
end

-- Where the halves of a 64-bit argument of i386 are, from its place on: the lower, the upper.
local halves_by_reading = {low_high = {0, 1}, high_low = {1, 0}, signed_low_high = {0, 1}}

-- Names of constants with bars between them, as a number.
local function named_word(argument, text, level)
    local word = 0ULL
    for part in (text .. '|'):gmatch('%s*(.-)%s*|') do
        local value = shared.constant_of(argument, part)
        if not value then
            error(string.format("'%s' is no constant of the argument '%s'", part, argument.name), level + 1)
        end
        word = bit.bor(word, value)
    end
    return word
end

local function word_of(argument, value, level)
    if ffi.istype(shared.address_type, value) then
        return value.value
    elseif type(value) == 'string' then
        if argument and argument.reading == shared.reading.text then
            error(string.format("'%s' is a string in memory: set an address, or write there with strace.write_obj", argument.name), level + 1)
        elseif not argument then
            error('expected a number: nothing is known of this argument', level + 1)
        end
        return named_word(argument, value, level + 1)
    end
    local word = shared.to_word(value)
    if not word then
        error('expected a number or names of constants, got a ' .. type(value), level + 1)
    end
    return word
end

-- The place of an argument, from 1, and what is known of it.
local function argument_argument(which, level)
    local signature = shared.signature_of(source.personality, source.number)
    local place = type(which) == 'number' and which or signature.places[which]
    if #signature == 0 and type(which) == 'number' and which >= 1 and which <= 6 then
        return which -- of a call that no table knows
    elseif not place or not signature[place] then
        local name = shared.strace.get_sc_name(source.number, source.personality) or 'the call'
        error(string.format("%s has no argument '%s': it has %s", name, tostring(which), shared.names_of_arguments(signature)), level + 1)
    end
    return place, signature[place]
end

local why_not_set = {
    [2] = 'the arguments of this call are in memory, and not in registers: strace.write_obj writes there',
    [3] = 'the child that this call makes would have the same registers',
}

local function set_word(place, word)
    local refusal = C.troupe_set_argument(place - 1, word)
    shared.forget_decoded()
    if refusal == 0 then
        return true
    end
    return decided(false, why_not_set[refusal])
end

local function halves_of(place, argument)
    for name, halves in pairs(halves_by_reading) do
        if argument and argument.reading == shared.reading[name] then
            return place + halves[1], place + halves[2]
        end
    end
end

-- The call is made with another value of an argument, by number from 1 or by name; behind it the tracee has its own again.
function methods.set(ev, which, value)
    shared.must_be_current(ev, 2)
    local place, argument = argument_argument(which, 2)
    local word = word_of(argument, value, 2)
    local low, high = halves_of(place, argument)
    if not low then
        return set_word(place, word)
    end
    local done, why = set_word(low, bit.band(word, 0xffffffffULL))
    if done then
        return set_word(high, bit.rshift(word, 32))
    end
    return done, why
end

-- By call: which argument says how many bytes there are.
local length_of_transfer = {
    read = 'count', write = 'count', pread64 = 'count', pwrite64 = 'count', sendto = 'len', recvfrom = 'len', send = 'len', recv = 'len',
    sendfile = 'count', sendfile64 = 'count', splice = 'len', tee = 'len', copy_file_range = 'len', getrandom = 'buflen',
}

local function known_transfers()
    local names = {}
    for name in pairs(length_of_transfer) do
        names[#names + 1] = name
    end
    table.sort(names)
    return table.concat(names, ', ')
end

-- The call transfers at most so many bytes.
function methods.shorten(ev, bytes)
    shared.must_be_current(ev, 2)
    local most = tonumber(bytes)
    if not most or most < 1 or most ~= math.floor(most) or most >= 2 ^ 53 then
        error('expected a number of bytes, 1 or more', 2)
    end
    local name = shared.strace.get_sc_name(source.number, source.personality)
    local length = length_of_transfer[name]
    local place = length and shared.signature_of(source.personality, source.number).places[length]
    if not place then
        return false, (name or 'this call') .. ' transfers no bytes that can be fewer: ' .. known_transfers() .. ' do'
    end
    local word = ffi.cast('uint64_t', most)
    if source.args[place - 1] <= word and source.entering and now.phase == 1 then
        return true
    end
    return set_word(place, word)
end
