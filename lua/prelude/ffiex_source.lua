-- C source of a script, compiled into a shared object and loaded.
local shared = ...
local ffi = shared.ffi
local preprocessor = shared.module('ffiex_preprocessor.lua')

local source = {}

local quoted = preprocessor.shell_quoted

local function listed(options, flag, list)
    for _, one in ipairs(list or {}) do
        options[#options + 1] = flag .. quoted(tostring(one))
    end
end

-- NAME of a list, or NAME=VALUE.
local function each_definition(definitions, visit)
    for key, value in pairs(definitions or {}) do
        if type(key) == 'number' then
            visit(tostring(value), '')
        else
            visit(key, value == true and '' or tostring(value))
        end
    end
end
source.each_definition = each_definition

local known = {cc = 'string', path = 'table', lib = 'table', define = 'table', extra = 'table'}

-- Options: cc, path = {include, sys_include, lib}, lib, define, extra; or just a list of compiler options.
function source.checked_options(options, level)
    if options[1] and not options.extra then
        options = {cc = options.cc, path = options.path, lib = options.lib, define = options.define, extra = options}
    end
    for key, value in pairs(options) do
        if type(key) == 'string' and type(value) ~= known[key] then
            error('unknown or malformed compile option ' .. key, level + 1)
        end
    end
    return options
end

local function build_options(state)
    local options = {'-shared', '-fPIC', '-O2', preprocessor.path_options(state)}
    local given = state.options
    for _, one in ipairs(given.extra or {}) do
        options[#options + 1] = quoted(one)
    end
    local path = given.path or {}
    listed(options, '-I', path.include)
    listed(options, '-isystem ', path.sys_include)
    listed(options, '-L', path.lib)
    each_definition(given.define, function(name, value)
        options[#options + 1] = '-D' .. quoted(name .. '=' .. value)
    end)
    return table.concat(options, ' ')
end

local function read_file(name)
    local file, message = io.open(name, 'r')
    if not file then
        return nil, message
    end
    local text = file:read('*a')
    file:close()
    return text
end

-- The loaded library, or nil and what the compiler said.
function source.compile(state, name, text)
    local given_text, message = text, nil
    if not text then
        text, message = read_file(name)
        if not text then
            return nil, message
        end
    end
    local c_file, object = os.tmpname(), os.tmpname()
    local file = assert(io.open(c_file, 'w'))
    file:write(given_text and '#line 1 "' .. name:gsub('[\\"]', '\\%0') .. '"\n' or '#line 1 "' .. name .. '"\n', text, '\n')
    file:close()
    local libraries = {}
    listed(libraries, '-l', state.options.lib)
    local command = ('LC_ALL=C %s %s -x c %s -x none -o %s %s'):format(state.compiler, build_options(state), quoted(c_file),
        quoted(object), table.concat(libraries, ' '))
    local _, status, errors = preprocessor.run(command)
    os.remove(c_file)
    if status ~= 0 then
        os.remove(object)
        return nil, errors
    end
    local ok, library = pcall(ffi.load, object)
    os.remove(object)
    if not ok then
        return nil, library
    end
    return library, text
end

return source
