-- troupe.hook and troupe.observe: callbacks that may ask for arguments, and can be removed again.
local shared = ...
local troupe, C, ffi, now = shared.troupe, shared.C, shared.ffi, shared.now
local bit = require 'bit'

-- Observers by moment, personality and number of the call: {count, callbacks = {…}, numbers = {…}}, as hooks are kept.
local observed_entries = {[0] = {}, {}, {}}
local observed_exits = {[0] = {}, {}, {}}

local room = 1024
local numbers = ffi.new('unsigned int[?]', room)

-- Of hooks and of observers.
local known_options = {
    [false] = {when = true, args = true, path = true, fd = true, thread = true, whole_line = true},
    [true] = {when = true, args = true, path = true, fd = true, thread = true, decode = true},
}
local list_of_options = {[false] = 'when, args, path, fd, thread, whole_line', [true] = 'when, args, path, fd, thread, decode'}

local function options_argument(options, observer, level)
    if options == nil then
        return {}
    end
    if type(options) ~= 'table' then
        error('expected a table of options', level + 1)
    end
    for key in pairs(options) do
        if not known_options[observer][key] then
            error("unknown option '" .. tostring(key) .. "' (" .. list_of_options[observer] .. ')', level + 1)
        end
    end
    if options.args ~= nil and type(options.args) ~= 'table' then
        error("expected a table for 'args'", level + 1)
    end
    return options
end

local function path_argument(path, level)
    if type(path) ~= 'string' or path == '' then
        error("expected a path or a list of paths for 'path', got " .. (path == '' and 'an empty one' or 'a ' .. type(path)), level + 1)
    end
    C.troupe_circumstance_path(path, #path)
end

local largest_descriptor = 2147483647

local function descriptor_argument(fd, level)
    if type(fd) ~= 'number' or fd < 0 or fd > largest_descriptor or fd ~= math.floor(fd) then
        error("expected the number of a descriptor, a list of them, or {min=, max=} for 'fd', got " .. tostring(fd), level + 1)
    end
    return fd
end

local function thread_argument(thread, level)
    if type(thread) == 'number' and thread > 0 and thread == math.floor(thread) then
        C.troupe_circumstance_thread(nil, 0, thread)
    elseif type(thread) == 'string' and thread ~= '' then
        C.troupe_circumstance_thread(thread, #thread, 0)
    else
        error("expected a name, a lineage, the number of a thread, or a list of them for 'thread', got " .. tostring(thread), level + 1)
    end
end

-- Of a list, each.
local function each(value, take, level)
    if type(value) ~= 'table' then
        take(value, level + 1)
        return
    end
    for i = 1, math.max(#value, 1) do
        take(value[i], level + 1)
    end
end

-- What no filter in the kernel can tell is asked where the call has stopped. Returns what the calls have to touch: bits of
-- troupe_may_touch.
local function take_circumstances(options, level)
    C.troupe_circumstances()
    if options.path ~= nil then
        each(options.path, path_argument, level + 1)
    end
    local fd = options.fd
    if type(fd) == 'table' and (fd.min ~= nil or fd.max ~= nil) then
        local low, high = descriptor_argument(fd.min or 0, level + 1), descriptor_argument(fd.max or largest_descriptor, level + 1)
        C.troupe_circumstance_descriptors(low, high)
    elseif fd ~= nil then
        each(fd, function(one, its_level)
            descriptor_argument(one, its_level + 1)
            C.troupe_circumstance_descriptors(one, one)
        end, level + 1)
    end
    if options.thread ~= nil then
        each(options.thread, thread_argument, level + 1)
    end
    return bit.bor(options.path ~= nil and 1 or 0, fd ~= nil and 2 or 0)
end

local given_nothing = {'no path and no descriptor', 'no descriptor', 'no descriptor'}

-- Whether such a call can touch what is asked for. nil and why.
local function touches_what_is_asked(pers, scno, touched)
    if bit.band(C.troupe_may_touch(scno, pers), touched) == touched then
        return true
    end
    return nil, shared.strace.get_sc_name(scno, pers) .. ' is given ' .. given_nothing[touched]
end

-- The parts of a set that may be names of calls: `openat` and `pread64` of `openat,?pread64@32,%file`.
local function names_in(text)
    local names = {}
    for part in text:gmatch('[^,]+') do
        names[part:match('^%s*%??([%w_]+)') or ''] = true
    end
    return names
end

-- Calls with personality, as {pers, scno, was named}. Those of a class, an expression or `all` were not named.
local function calls_of(names, level)
    local calls = {}
    for _, name in ipairs(shared.list_of(names)) do
        local text = shared.string_argument(name, level + 1)
        local named = names_in(text)
        for pers = 0, 2 do
            local count = C.troupe_calls_of(text, #text, pers, numbers, room)
            if count < 0 then
                error(ffi.string(C.troupe_complaint()), level + 1)
            end
            for i = 0, count - 1 do
                calls[#calls + 1] = {pers, numbers[i], named[shared.strace.get_sc_name(numbers[i], pers)] ~= nil}
            end
        end
    end
    return calls
end

local handle_methods = {}
local handle_meta = {__index = handle_methods}

-- From now on it is not called any more. False: it was removed before.
function handle_methods:remove()
    if self.removed then
        return false
    end
    self.removed = true
    C.troupe_unwatch(self.number)
    for _, call in ipairs(self.calls) do
        shared.drop_callbacks(self.lists, call[1], call[2], self.number)
        if not self.observes then
            shared.tell_first_hooks(call[1], call[2])
        end
    end
    return true
end

-- `lists` are those of entries and of exits.
local function register(lists, observer, names, options, callback)
    if callback == nil and shared.is_callable(options) then
        options, callback = nil, options
    end
    options = options_argument(options, observer, 2)
    local on_entry, on_exit = shared.when_argument(options.when == nil and 'entering' or options.when, 2)
    shared.callback_argument(callback, 2)
    local calls = calls_of(names, 2)
    local handle = {number = shared.new_hook(callback), calls = {}, lists = lists, observes = observer, removed = false}
    local asks_args = options.args ~= nil and next(options.args) ~= nil
    local asks = asks_args or options.path ~= nil or options.fd ~= nil or options.thread ~= nil
    local touched = take_circumstances(options, 2)
    local complaint
    local when = (on_entry and 1 or 0) + (on_exit and 2 or 0) + (observer and 4 or 0) + (options.decode and 8 or 0)
        + (options.whole_line and 16 or 0)

    local function run()
        if not handle.removed and (not asks or C.troupe_holds(handle.number)) then
            shared.lend_event(callback)
        end
    end
    -- This call cannot be what is asked for. An error where it was named, or where no other could be it, either.
    local function leave_out(call, why, is_misfit)
        complaint = complaint or why
        if call[3] or not is_misfit then
            setmetatable(handle, handle_meta):remove()
            error(why, 3)
        end
    end
    local function fits(call)
        local may, why = touches_what_is_asked(call[1], call[2], touched)
        if not may then
            return leave_out(call, why, true)
        elseif not asks_args then
            C.troupe_predicate()
            return true
        end
        local ok, result = pcall(shared.make_predicate, call[1], call[2], options.args)
        if ok then
            return result
        end
        local told = type(result) == 'table'
        return leave_out(call, told and result.complaint or result, told and result.misfit)
    end
    for _, call in ipairs(calls) do
        local pers, scno = call[1], call[2]
        if fits(call) and (on_entry or on_exit) then
            C.troupe_watch(handle.number, scno, pers, when)
            shared.add_callback(lists, pers, scno, on_entry, on_exit, run, handle.number)
            handle.calls[#handle.calls + 1] = call
        end
    end
    if asks and #handle.calls == 0 then
        error(complaint or 'none of these calls has such arguments', 2)
    end
    return setmetatable(handle, handle_meta)
end

-- hook(names, {when=, args=, path=, fd=, thread=}, callback): the callback decides.
function troupe.hook(names, options, callback)
    return register(shared.hook_lists, false, names, options, callback)
end

-- observe(names, {when=, args=, path=, fd=, thread=}, callback): the tracee does not wait for it.
function troupe.observe(names, options, callback)
    return register({observed_entries, observed_exits}, true, names, options, callback)
end

function shared.observed(pers, scno, entering)
    local list = (entering and observed_entries or observed_exits)[pers][scno]
    if list then
        for i = 1, list.count do
            now.hook = list.numbers[i]
            list.callbacks[i]()
        end
    end
end
