-- Counts what a storm says that it did.
local calls, spawned, execs, signals = 0, 0, 0, 0
assert(strace.hook('getppid', 'entering', function() calls = calls + 1 end))
troupe.on('spawn', function() spawned = spawned + 1 end)
troupe.on('exec', function() execs = execs + 1 end)
troupe.on('signal', function(event) if event.signal == 34 then signals = signals + 1 end end)
strace.at_exit(function() print(('counted: calls %d spawned %d execs %d signals %d'):format(calls, spawned, execs, signals)) end)
