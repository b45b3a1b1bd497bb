-- The system's C preprocessor, over text of a script: what it leaves, and which macros it defined. A preprocessor of our own would
-- have to know what every C library expects of its compiler.
local shared = ...
local tokens = shared.module('ffiex_tokens.lua')

local preprocessor = {}

-- The name under which the preprocessor knows the script's own text.
local own_text = 'ffiex.cdef'

local function shell_quoted(text)
    return "'" .. text:gsub("'", "'\\''") .. "'"
end
preprocessor.shell_quoted = shell_quoted

local function write_file(name, text)
    local file = assert(io.open(name, 'w'))
    file:write(text)
    file:close()
end

local function read_and_remove(name)
    local file = io.open(name, 'r')
    local text = file and file:read('*a') or ''
    if file then
        file:close()
    end
    os.remove(name)
    return text
end

-- Runs a command; its output, its exit status, and what it wrote to standard error.
function preprocessor.run(command)
    local errors = os.tmpname()
    -- Lua 5.1 does not give a pipe's exit status, so the shell appends it.
    local pipe = assert(io.popen('{ ' .. command .. '; } 2>' .. shell_quoted(errors) .. '; echo "#exit $?"', 'r'))
    local output = pipe:read('*a')
    pipe:close()
    local before, status = output:match('^(.-)#exit (%d+)\n$')
    return before or output, tonumber(status or 1), read_and_remove(errors)
end

local function parameters_of(text)
    local names, variadic = {}, nil
    for name in text:gmatch('[^,%s]+') do
        if name == '...' then
            variadic = '__VA_ARGS__'
        elseif name:find('%.%.%.$') then
            variadic = name:sub(1, -4)
        else
            names[#names + 1] = name
        end
    end
    return names, variadic
end

-- The text behind `#define`, as a macro.
local function parse_define(text)
    local name, parameters, body = text:match('^([%w_$]+)%(([^)]*)%)%s*(.*)$')
    if name then
        local names, variadic = parameters_of(parameters)
        return name, {parameters = names, variadic = variadic, written = parameters, body = body}
    end
    name, body = text:match('^([%w_$]+)%s*(.*)$')
    return name, {body = body}
end

function preprocessor.define_line(name, macro)
    local head = macro.parameters and name .. '(' .. macro.written .. ')' or name
    return '#define ' .. head .. ' ' .. macro.body .. '\n'
end

-- Macros that the state knows already go in front of the text, those of the compiler and those that are only looked up do not.
local function preamble(state)
    local lines = {}
    for name, macro in pairs(state.macros) do
        if not macro.builtin and not macro.lookup_only then
            lines[#lines + 1] = preprocessor.define_line(name, macro)
        end
    end
    return table.concat(lines)
end

function preprocessor.path_options(state)
    local options = {'-iquote', '.'}
    for _, path in ipairs(state.paths) do
        options[#options + 1] = (path.system and '-isystem ' or '-I') .. shell_quoted(path.name)
    end
    return table.concat(options, ' ')
end

-- Reads what `cc -E -dD` says. Directives become changes of macros; the rest becomes tokens, marked true if they are the script's own.
local function take_apart(output, input_name)
    local list, changes, pending = {}, {}, {}
    local origin, own = '', false
    local function flush()
        if pending[1] then
            tokens.append(list, table.concat(pending, '\n'), own)
            pending = {}
        end
    end
    for line in output:gmatch('[^\n]+') do
        if line:sub(1, 1) ~= '#' then
            pending[#pending + 1] = line
        else
            local file = line:match('^# %d+ "(.-)"')
            local defined = line:match('^#define (.*)$')
            local undefined = line:match('^#undef ([%w_$]+)')
            if file then
                flush()
                origin, own = file, file == own_text
            elseif defined and origin ~= input_name then
                local name, macro = parse_define(defined)
                macro.builtin = origin == '<built-in>' or origin == '<command-line>'
                changes[#changes + 1] = {name = name, macro = macro}
            elseif undefined then
                changes[#changes + 1] = {name = undefined}
            end
        end
    end
    flush()
    return list, changes
end

-- Tokens and changes of macros of `text`; an error of the preprocessor is raised with its words.
function preprocessor.process(state, text, level)
    local input_name = os.tmpname()
    write_file(input_name, preamble(state) .. '#line 1 "' .. own_text .. '"\n' .. text .. '\n')
    local command = ('LC_ALL=C %s -E -dD -w %s %s -x c %s'):format(state.compiler, preprocessor.path_options(state),
        state.define_options or '', shell_quoted(input_name))
    local output, status, errors = preprocessor.run(command)
    os.remove(input_name)
    if status ~= 0 then
        error((status == 127 and 'no C compiler: ' or '') .. errors:gsub('%s+$', ''), level + 1)
    end
    return take_apart(output, input_name)
end

function preprocessor.apply(state, changes, lookup_only)
    for _, change in ipairs(changes) do
        if change.macro and lookup_only then
            change.macro.lookup_only = not (state.macros[change.name] and not state.macros[change.name].lookup_only)
        end
        state.macros[change.name] = change.macro
    end
end

return preprocessor
