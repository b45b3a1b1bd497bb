-- What moment it is, and how the call is printed.
local shared = ...
local strace, tcp, now = shared.strace, shared.tcp, shared.now

function strace.entering()
    shared.demand_event(2)
    return now.phase == 1
end

function strace.exiting()
    shared.demand_event(2)
    return now.phase == 2
end

local bits = {trace = 1, abbrev = 2, verbose = 4, raw = 8}

for name, value in pairs(bits) do
    strace[name] = function(...)
        shared.demand_event(2)
        if now.phase ~= 1 then
            error('altering tracing options must be done on syscall entry', 2)
        end
        if select('#', ...) == 0 or (...) then
            tcp.qual_flg = bit.bor(tcp.qual_flg, value)
        else
            tcp.qual_flg = bit.band(tcp.qual_flg, bit.bnot(value))
        end
    end
end
