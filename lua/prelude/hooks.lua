-- Hooks on syscalls: registration, and the two functions that C++ calls for an entry and an exit.
local shared = ...
local strace, C, ffi = shared.strace, shared.C, shared.ffi
local now, tcp, tables = shared.now, shared.tcp, shared.tables
local string_argument, list_of = shared.string_argument, shared.list_of

-- entries[personality][number] is a list {count, callbacks = {…}, numbers = {…}}; the number of a hook tells its age.
local entries = {[0] = {}, {}, {}}
local exits = {[0] = {}, {}, {}}
local last_number = 0

-- Numbers a callback, so that ^C can say where the one that is stuck was defined.
function shared.new_hook(callback)
    last_number = last_number + 1
    local text = 'a hook'
    if type(callback) == 'function' then
        local info = debug.getinfo(callback, 'S')
        text = info.source:gsub('^[@=]', '') .. ':' .. info.linedefined
    end
    C.troupe_name_hook(last_number, text, #text)
    return last_number
end

local function add(lists, pers, scno, callback, number)
    local list = lists[pers][scno]
    if not list then
        list = {count = 0, callbacks = {}, numbers = {}}
        lists[pers][scno] = list
    end
    list.count = list.count + 1
    list.callbacks[list.count] = callback
    list.numbers[list.count] = number
end

shared.hook_lists = {entries, exits}

function shared.add_callback(lists, pers, scno, on_entry, on_exit, callback, number)
    if on_entry then
        add(lists[1], pers, scno, callback, number)
    end
    if on_exit then
        add(lists[2], pers, scno, callback, number)
    end
end

-- A list that is being gone through stays as it is: the rest gets a new one.
function shared.drop_callbacks(lists, pers, scno, number)
    for _, moment in ipairs(lists) do
        local old = moment[pers][scno]
        moment[pers][scno] = nil
        for i = 1, old and old.count or 0 do
            if old.numbers[i] ~= number then
                add(moment, pers, scno, old.callbacks[i], old.numbers[i])
            end
        end
    end
end

-- C++ says who runs before it calls.
function shared.tell_first_hooks(pers, scno)
    local entry, exit = entries[pers][scno], exits[pers][scno]
    C.troupe_first_hooks(scno, pers, entry and entry.numbers[1] or 0, exit and exit.numbers[1] or 0)
end

local function when_argument(when, level)
    if when == 'entering' then
        return true, false
    elseif when == 'exiting' then
        return false, true
    elseif when == 'both' then
        return true, true
    elseif type(when) == 'table' then
        return when[1] and true or false, when[2] and true or false
    end
    error('unknown "when" value', level + 1)
end

local function is_callable(value)
    if type(value) == 'function' then
        return true
    end
    local meta = debug.getmetatable(value)
    return type(meta) == 'table' and meta.__call ~= nil
end

local function callback_argument(callback, level)
    if not is_callable(callback) then
        error('expected a function', level + 1)
    end
    return callback
end

shared.when_argument, shared.is_callable, shared.callback_argument = when_argument, is_callable, callback_argument

-- `number` is made when the first syscall is found, so that a hook on nothing leaves no trace.
local function hook_call(pers, scno, on_entry, on_exit, callback, number)
    if on_entry then
        add(entries, pers, scno, callback, number)
    end
    if on_exit then
        add(exits, pers, scno, callback, number)
    end
    if on_entry or on_exit then
        C.troupe_monitor_hook(scno, pers, on_entry, on_exit, number)
    end
end

local room = 8
local numbers = ffi.new('unsigned int[?]', room)

function strace.hook(names, when, callback)
    local on_entry, on_exit = when_argument(when, 2)
    callback_argument(callback, 2)
    local hook
    for _, name in ipairs(list_of(names)) do
        name = string_argument(name, 2)
        for pers = 0, strace.npersonalities - 1 do
            for i = 0, C.troupe_calls_named(name, #name, pers, numbers, room) - 1 do
                hook = hook or shared.new_hook(callback)
                hook_call(pers, numbers[i], on_entry, on_exit, callback, hook)
            end
        end
    end
    return hook ~= nil
end

function strace.hook_class(names, when, callback)
    local on_entry, on_exit = when_argument(when, 2)
    callback_argument(callback, 2)
    local mask = 0
    for _, name in ipairs(list_of(names)) do
        mask = bit.bor(mask, strace.get_class_flagbit(string_argument(name, 2)) or 0)
    end
    if mask == 0 then
        return false
    end
    local hook = shared.new_hook(callback)
    for pers = 0, strace.npersonalities - 1 do
        local rows = tables().sysent_vec[pers]
        for scno = 0, tables().nsysent_vec[pers] - 1 do
            if bit.band(rows[scno].sys_flags, mask) ~= 0 then
                hook_call(pers, scno, on_entry, on_exit, callback, hook)
            end
        end
    end
    return true
end

function strace.hook_scno(scnos, pers, when, callback)
    local on_entry, on_exit = when_argument(when, 2)
    pers = shared.personality_argument(pers, 2)
    callback_argument(callback, 2)
    local list = {}
    for i, scno in ipairs(list_of(scnos)) do
        local number = tonumber(scno)
        if not number then
            error('expected a number', 2)
        end
        if number < 0 then
            return false
        end
        list[i] = math.floor(number)
    end
    local hook = shared.new_hook(callback)
    for _, scno in ipairs(list) do
        hook_call(pers, scno, on_entry, on_exit, callback, hook)
    end
    return true
end

-- How often a script went on to another event with next_sc.
local pulls = 0
function shared.note_pull()
    pulls = pulls + 1
    shared.event_is_over()
end

-- Calls the hooks of one list up to number `last`. A hook that went on to another event has left this one: the rest of the list has
-- nothing to look at any more. C++ wrote down who the first one is, where it could.
local function run(list, first_known, last)
    local before = pulls
    local callbacks, ids = list.callbacks, list.numbers
    for i = 1, list.count do
        if ids[i] > last then
            break
        end
        if i > 1 or not first_known then
            now.hook = ids[i]
        end
        callbacks[i](tcp)
        if pulls ~= before then
            break
        end
    end
end

local known_below = C.troupe_call_numbers

function shared.on_entry(pers, scno)
    local list = entries[pers][scno]
    if list then
        run(list, scno < known_below, 2147483647)
    end
end

function shared.on_exit(pers, scno, last)
    local list = exits[pers][scno]
    if list then
        run(list, scno < known_below, last)
    end
end
