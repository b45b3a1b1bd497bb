-- Hooks no call at all: no filter is installed, and nothing stops.
strace.at_exit(function() print('done') end)
