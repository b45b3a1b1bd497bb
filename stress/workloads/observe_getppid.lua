-- The same, told of later and in batches: the tracee does not wait for Lua.
troupe.observe('getppid', function(ev) end)
