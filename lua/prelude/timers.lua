-- troupe.every: callbacks by the clock, between events.
local shared = ...
local troupe, C, now = shared.troupe, shared.C, shared.now

local timers = {} -- in the order in which they were made

local function set_due()
    local first = 0
    for _, timer in ipairs(timers) do
        if first == 0 or timer.due < first then
            first = timer.due
        end
    end
    C.troupe_set_due(first)
end

local methods = {}
local timer_meta = {__index = methods}

-- It does not ring any more. False: it was removed before.
function methods:remove()
    for i, timer in ipairs(timers) do
        if timer == self then
            table.remove(timers, i)
            set_due()
            return true
        end
    end
    return false
end

-- Calls f about every so many seconds, for the first time after as many.
function troupe.every(seconds, callback)
    local period = tonumber(seconds)
    if not period or not (period >= 0.001 and period <= 1e9) then
        error('expected a number of seconds from 0.001 on, got ' .. tostring(seconds), 2)
    end
    shared.callback_argument(callback, 2)
    local timer = setmetatable({period = period * 1e9, callback = callback, number = shared.new_hook(callback)}, timer_meta)
    timer.due = tonumber(C.troupe_monotonic()) + timer.period
    timers[#timers + 1] = timer
    set_due()
    return timer
end

-- Times that were missed, because a callback took long, are not made up for.
function shared.ring(time)
    local due = {}
    for _, timer in ipairs(timers) do
        if timer.due <= time then
            due[#due + 1] = timer
            timer.due = math.max(timer.due + timer.period, time + timer.period / 2)
        end
    end
    set_due()
    for _, timer in ipairs(due) do
        now.hook = timer.number
        timer.callback()
    end
end
