-- The module `ffiex`: the table `ffi` itself, with a cdef that understands C as it is written, and the values of macros.
local shared = ...
local ffi = shared.ffi
local main = shared.module('ffiex_state.lua').new()

local methods = {
    'cdef', 'path', 'clear_paths', 'search', 'define', 'undef', 'copt', 'clear_copt', 'import', 'newstate', 'csrc',
}
for _, name in ipairs(methods) do
    ffi[name] = function(...)
        return main[name](main, ...)
    end
end
ffi.defs = main.defs

return ffi
