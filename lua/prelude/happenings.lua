-- troupe.on: events that are no syscalls.
local shared = ...
local troupe, C, now = shared.troupe, shared.C, shared.now

-- Numbers and order of arguments: ScriptEngine::push_happening.
local events = {spawn = 0, exec = 1, exit = 2, signal = 3, attach = 4, detach = 5}
local names = {[0] = 'spawn', 'exec', 'exit', 'signal', 'attach', 'detach'}
local callbacks = {[0] = {}, {}, {}, {}, {}, {}}

function troupe.on(event, callback)
    local number = events[event]
    if not number then
        error("unknown event '" .. tostring(event) .. "' (spawn, exec, exit, signal, attach, detach)", 2)
    end
    if type(callback) ~= 'function' then
        error('expected a function, got a ' .. type(callback), 2)
    end
    local list = callbacks[number]
    list[#list + 1] = {callback = callback, number = shared.new_hook(callback)}
    C.troupe_want_happening(number)
end

local current -- the event that may be asked now

local function must_be_current(event, level)
    if event ~= current then
        error('this event is over', level + 1)
    end
end

-- What can be done about a signal.
local decisions = {}

-- The signal is not delivered.
function decisions:drop()
    return self:replace(0)
end

-- Another one is delivered: a number, or a name.
function decisions:replace(signal)
    must_be_current(self, 2)
    local number = tonumber(signal) or shared.strace.get_signo(signal)
    if not number then
        return false, 'signal not found'
    end
    if not C.troupe_replace_signal(number) then
        return false, 'cannot replace signal'
    end
    return true
end

-- Its process is killed, before it makes one call more.
function decisions:kill()
    must_be_current(self, 2)
    return C.troupe_kill()
end

-- Its thread is not traced any more.
function decisions:detach()
    must_be_current(self, 2)
    return shared.detach()
end

-- What can be done about which event.
local decisions_of = {
    [0] = {}, {'kill', 'detach'}, {}, {'drop', 'replace', 'kill', 'detach'}, {}, {},
}

local spawn_kinds = {[0] = 'fork', 'vfork', 'clone'}

local make = {
    [0] = function(child, kind, is_thread)
        return {child = child, kind = spawn_kinds[kind], makes = is_thread and 'thread' or 'process'}
    end,
    function(former_tid)
        return {former_tid = former_tid}
    end,
    function(code, killed, core_dumped)
        if killed then
            return {killed = true, signal = code, name = shared.strace.get_sig_name(code), core_dumped = core_dumped}
        end
        return {killed = false, code = code, core_dumped = false}
    end,
    function(signal, code, sender)
        local name = shared.strace.get_sig_name(signal) or signal > 32 and 'SIGRT_' .. signal - 32 or nil
        return {signal = signal, name = name, code = code, sender = sender}
    end,
    function()
        return {}
    end,
    function()
        return {}
    end,
}

-- What is there beside that, and may be nil.
local fields = {
    [0] = {'child', 'kind', 'makes'},
    {'former_tid', 'path'},
    {'killed', 'code', 'signal', 'name', 'core_dumped'},
    {'signal', 'name', 'code', 'sender'},
    {},
    {},
}

local function known_fields(number)
    local known = {'pid', 'process', 'time', 'thread_data', 'process_data'}
    for _, list in ipairs({fields[number], decisions_of[number]}) do
        for _, name in ipairs(list) do
            known[#known + 1] = name
        end
    end
    for name in pairs(shared.of_task) do
        known[#known + 1] = name
    end
    table.sort(known)
    return known
end

local function ask(number, event, key)
    if number == 1 and key == 'path' then
        return shared.of_task.exe(event.pid)
    elseif key == 'time' then
        return shared.time_of_event()
    elseif key == 'thread_data' then
        return shared.table_of_thread()
    elseif key == 'process_data' then
        return shared.table_of_process(event.process)
    end
    return shared.of_task[key](event.pid)
end

local is_asked = {time = true, path = true, thread_data = true, process_data = true}
for name in pairs(shared.of_task) do
    is_asked[name] = true
end

-- What is asked of the tracee is asked when the script looks at it, and kept.
local function meta_of(number)
    local known = {}
    for _, name in ipairs(known_fields(number)) do
        known[name] = true
    end
    return {
        __index = function(event, key)
            if known[key] and decisions[key] then
                return decisions[key]
            end
            if not known[key] then
                local list = table.concat(known_fields(number), ', ')
                error(string.format("the event '%s' has no '%s': it has %s", names[number], tostring(key), list), 2)
            end
            if not is_asked[key] then
                return nil
            end
            if event ~= current then
                error("this event is over: '" .. key .. "' is asked while its callback runs", 2)
            end
            local value = ask(number, event, key)
            rawset(event, key, value)
            return value
        end,
    }
end

local metas = {[0] = meta_of(0), meta_of(1), meta_of(2), meta_of(3), meta_of(4), meta_of(5)}

function shared.happened(number, tid, process, ...)
    local event = setmetatable(make[number](...), metas[number])
    event.pid, event.process = tid, shared.process_of(tid, process)
    current = event
    local list = callbacks[number]
    for i = 1, #list do
        now.hook = list[i].number
        list[i].callback(event)
    end
    current = nil
end
