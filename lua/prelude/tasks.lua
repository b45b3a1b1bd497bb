-- Time, and who a tracee is: what events of both tables of callbacks tell when they are asked.
local shared = ...
local troupe, C, ffi = shared.troupe, shared.C, shared.ffi

-- Points in time: `realtime` in ns since 1970, as 64-bit cdata, and `monotonic` in ns.
local time_meta = {
    __index = function(time, key)
        if key == 'seconds' then
            return tonumber(time.realtime) / 1e9
        end
    end,
    __tostring = function(time)
        return string.format('%d.%09d', tonumber(time.realtime / 1000000000), tonumber(time.realtime % 1000000000))
    end,
    __sub = function(left, right)
        return left.monotonic - right.monotonic
    end,
    __lt = function(left, right)
        return left.monotonic < right.monotonic
    end,
    __le = function(left, right)
        return left.monotonic <= right.monotonic
    end,
    __eq = function(left, right)
        return left.monotonic == right.monotonic
    end,
}

local function time_at(monotonic)
    local realtime = ffi.cast('int64_t', C.troupe_realtime() - C.troupe_monotonic() + monotonic)
    return setmetatable({realtime = realtime, monotonic = tonumber(monotonic)}, time_meta)
end

function troupe.now()
    return time_at(C.troupe_monotonic())
end

local began, duration = ffi.new('kernel_ulong_t[1]'), ffi.new('kernel_ulong_t[1]')

-- When the event's call began, or the event was; nil where that is not known.
function shared.time_of_event()
    return C.troupe_times(began, duration) and time_at(began[0]) or nil
end

function shared.duration_of_event()
    return C.troupe_times(began, duration) and tonumber(duration[0]) or nil
end

local length = ffi.new('size_t[1]')

local function text_of_task(what, tid)
    local text = C.troupe_task_text(what, tid, length)
    return text ~= nil and length[0] > 0 and ffi.string(text, length[0]) or nil
end

-- By name: what is asked of a tracee by its number. nil where it is gone.
shared.of_task = {
    comm = function(tid)
        return text_of_task(0, tid)
    end,
    exe = function(tid)
        return text_of_task(1, tid)
    end,
    cwd = function(tid)
        return text_of_task(2, tid)
    end,
    argv = function(tid)
        local text = text_of_task(3, tid)
        if not text then
            return nil
        end
        local list = {}
        for argument in (text:sub(-1) == '\0' and text or text .. '\0'):gmatch('([^%z]*)%z') do
            list[#list + 1] = argument
        end
        return list
    end,
    thread = function(tid)
        return text_of_task(4, tid)
    end,
}

-- Tables of scripts, by the serial number of a thread and by process. C++ drops what is of one that is gone.
shared.tables_of_threads, shared.tables_of_processes = {}, {}

local function table_in(tables, owner)
    local data = tables[owner]
    if not data then
        data = {}
        tables[owner] = data
    end
    return data
end

function shared.table_of_thread()
    return table_in(shared.tables_of_threads, C.troupe_serial())
end

function shared.table_of_process(process)
    return table_in(shared.tables_of_processes, process)
end

-- Never 0: the tracee's own number where it is gone, and nothing better is known.
function shared.process_of(tid, known)
    if known ~= 0 then
        return known
    end
    local process = C.troupe_process_of(tid)
    return process ~= 0 and process or tid
end

local function text_of_descriptor(what, tid, fd)
    local text = C.troupe_descriptor_text(what, tid, fd, length)
    return text ~= nil and ffi.string(text, length[0]) or nil
end

-- A descriptor of a call: `fd`, and when it is asked `path`, what the kernel says it is, and `name`, what -yy says.
local descriptor_meta = {
    __index = function(descriptor, key)
        local tid = getmetatable(descriptor).tid
        if key == 'path' then
            return text_of_descriptor(0, tid, descriptor.fd)
        elseif key == 'name' then
            return text_of_descriptor(1, tid, descriptor.fd)
        end
        error("a descriptor has no '" .. tostring(key) .. "': it has fd, path, name", 2)
    end,
    __tostring = function(descriptor)
        local name = descriptor.name
        return descriptor.fd .. (name and '<' .. name .. '>' or '')
    end,
}

local room = 1024
local numbers = ffi.new('int[?]', room)

function shared.descriptors_of_event(tid)
    local meta = {tid = tid, __index = descriptor_meta.__index, __tostring = descriptor_meta.__tostring}
    local list = {}
    for i = 1, math.min(C.troupe_descriptors(numbers, room), room) do
        list[i] = setmetatable({fd = numbers[i - 1]}, meta)
    end
    return list
end

-- A thread by its number, or that of an event.
local function task_argument(task, level)
    local tid = type(task) == 'table' and (rawget(task, 'pid') or task.tid) or tonumber(task)
    if type(tid) ~= 'number' then
        error('expected an event or the number of a thread, got a ' .. type(task), level + 1)
    end
    return tid
end

local function descriptor_argument(fd, level)
    local number = tonumber(fd)
    if not number or number < 0 or number > 2147483647 then
        error('expected the number of a descriptor, got ' .. tostring(fd), level + 1)
    end
    return number
end

-- What the kernel says that a descriptor is: /etc/passwd, socket:[4711]. nil: there is none.
function troupe.fd_path(task, fd)
    return text_of_descriptor(0, task_argument(task, 2), descriptor_argument(fd, 2))
end

-- What -yy says: TCP:[127.0.0.1:80->127.0.0.1:5000].
function troupe.fd_name(task, fd)
    return text_of_descriptor(1, task_argument(task, 2), descriptor_argument(fd, 2))
end
