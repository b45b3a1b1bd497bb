-- strace.C: the low level, as C functions and constant tables.
local shared = ...
local C = shared.C

local functions = {
    inject_signo = C.troupe_inject_signo,
    inject_retval = C.troupe_inject_retval,
    umove = C.troupe_umove,
    umove_str = C.troupe_umove_str,
    upoke = C.troupe_upoke,
    path_match = C.troupe_path_match,
    monitor = C.troupe_monitor,
    monitor_all = C.troupe_monitor_all,
}

local names = {
    'sysent_vec', 'errnoent_vec', 'signalent_vec', 'ioctlent_vec', 'nsysent_vec', 'nerrnoent_vec', 'nsignalent_vec',
    'nioctlent_vec', 'syscall_classes', 'pers_name', 'pers_wordsize', 'pers_klongsize',
}

-- The tables are built when the first of them is asked for.
shared.strace.C = setmetatable(functions, {
    __index = function(self, wanted)
        for _, name in ipairs(names) do
            rawset(self, name, shared.tables()[name])
        end
        return rawget(self, wanted)
    end,
})
