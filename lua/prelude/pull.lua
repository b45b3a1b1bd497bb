-- Pull style: next_sc() suspends the coroutine that scripts run in, and C++ resumes it with the next event. The token by which C++
-- and the wrappers below know such a yield is ours alone; it travels outwards through coroutines that the script made itself. A
-- yield of the script's own must not get out.
local shared = ...
local strace, tcp, now = shared.strace, shared.tcp, shared.now

local create, resume, running, yield = coroutine.create, coroutine.resume, coroutine.running, coroutine.yield
local token = {}
local outermost = {[shared.scripts] = true, [shared.happenings] = true}

function strace.next_sc()
    if now.ended ~= 0 then
        return nil
    end
    if now.phase == 3 or running() == nil then
        error('next_sc cannot be used here', 2)
    end
    shared.note_pull()
    if yield(token) then
        return tcp
    end
    return nil
end

-- Takes the results of resume(co): a token goes on outwards and its answer back in, anything else is the caller's, nil or not.
local function carry(co, ...)
    local ok, first = ...
    if ok and first == token then
        return carry(co, resume(co, yield(token)))
    end
    return ...
end

function coroutine.yield(...)
    if outermost[running()] then
        error('attempt to yield across C-call boundary', 2)
    end
    return yield(...)
end

function coroutine.resume(co, ...)
    return carry(co, resume(co, ...))
end

local function unwrap(ok, ...)
    if not ok then
        error((...), 0)
    end
    return ...
end

function coroutine.wrap(body)
    local co = create(body)
    return function(...)
        return unwrap(carry(co, resume(co, ...)))
    end
end
