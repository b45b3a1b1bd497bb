-- The script as a program: print, os.exit, at_exit.
local shared = ...
local strace = shared.strace

-- Standard output belongs to the tracees.
function print(...)
    local texts = {}
    for i = 1, select('#', ...) do
        texts[i] = tostring((select(i, ...)))
    end
    local text = table.concat(texts, '\t') .. '\n'
    shared.C.troupe_print(text, #text)
end

-- The trace may go to standard error, too: whole lines only.
local methods = getmetatable(io.stderr).__index
local write_to_file = methods.write
function methods.write(file, ...)
    if file ~= io.stderr then
        return write_to_file(file, ...)
    end
    for i = 1, select('#', ...) do
        local text = select(i, ...)
        if type(text) ~= 'string' and type(text) ~= 'number' then
            error("bad argument #" .. i .. " to 'write' (string expected, got " .. type(text) .. ')', 2)
        end
        text = tostring(text)
        shared.C.troupe_print(text, #text)
    end
    return true
end

os.exit = shared.exit

local at_exit = {}

function strace.at_exit(callback)
    if type(callback) ~= 'function' then
        error('expected a function', 2)
    end
    at_exit[#at_exit + 1] = {callback = callback, number = shared.new_hook(callback)}
end

shared.troupe.at_exit = strace.at_exit

-- One that is registered by another runs, too.
function shared.run_at_exit()
    local i = 1
    while at_exit[i] do
        shared.now.hook = at_exit[i].number
        at_exit[i].callback()
        i = i + 1
    end
end
