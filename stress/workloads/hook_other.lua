-- A hook on a call that the workloads never make: what tracing costs a program that does not use it.
assert(strace.hook('swapoff', 'entering', function(tcp) end))
