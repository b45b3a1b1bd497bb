-- One hook that decides nothing, asked once per call: what an entry stop costs with Lua in it.
assert(strace.hook('getppid', 'entering', function(tcp) end))
