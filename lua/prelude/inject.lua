-- Injection: what C refuses becomes false and a text.
local shared = ...
local strace, C, ffi, now = shared.strace, shared.C, shared.ffi, shared.now

-- A number as it is or in a string, else what `look_up` finds for the name. Names need an event, as they always did.
local function number_or_name(value, look_up, level)
    local number = tonumber(value)
    if number then
        return number
    end
    shared.demand_event(level + 1)
    local name = shared.string_argument(value, level + 1)
    return look_up(name)
end

-- What no int of C holds is no number of a signal or an error, either.
local function as_int(number)
    if number >= -2147483648 and number <= 2147483647 then
        return number
    end
    return 0
end

shared.as_int = as_int

function strace.inject_signal(sig)
    local number = number_or_name(sig, strace.get_signo, 2)
    if not number then
        return false, 'signal not found'
    end
    if not C.troupe_inject_signo(as_int(number)) then
        return false, 'cannot inject signal'
    end
    return true
end

function strace.inject_error(err)
    local number = number_or_name(err, strace.get_errno, 2)
    if not number then
        return false, 'error not found'
    end
    if not C.troupe_inject_error(as_int(number)) then
        return false, 'cannot inject error'
    end
    return true
end

function strace.inject_retval(value)
    if not C.troupe_inject_retval(value) then
        return false, 'cannot inject return value'
    end
    return true
end
