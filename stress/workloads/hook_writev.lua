-- One hook on what nginx answers with.
assert(strace.hook('writev', 'entering', function(tcp) end))
