-- troupe.hook and troupe.observe: callbacks that may ask for arguments, and can be removed again.
local shared = ...
local troupe, C, ffi, now = shared.troupe, shared.C, shared.ffi, shared.now

-- Observers by moment, personality and number of the call: {count, callbacks = {…}, numbers = {…}}, as hooks are kept.
local observed_entries = {[0] = {}, {}, {}}
local observed_exits = {[0] = {}, {}, {}}

local room = 1024
local numbers = ffi.new('unsigned int[?]', room)

-- Of hooks and of observers.
local known_options = {
    [false] = {when = true, args = true, whole_line = true},
    [true] = {when = true, args = true, decode = true},
}
local list_of_options = {[false] = 'when, args, whole_line', [true] = 'when, args, decode'}

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
    local asks = options.args ~= nil and next(options.args) ~= nil
    local complaint
    local when = (on_entry and 1 or 0) + (on_exit and 2 or 0) + (observer and 4 or 0) + (options.decode and 8 or 0)
        + (options.whole_line and 16 or 0)

    local function run()
        if not handle.removed and (not asks or C.troupe_holds(handle.number)) then
            shared.lend_event(callback)
        end
    end
    for _, call in ipairs(calls) do
        local pers, scno = call[1], call[2]
        local ok, fits = true, true
        if asks then
            ok, fits = pcall(shared.make_predicate, pers, scno, options.args)
        else
            C.troupe_predicate()
        end
        if not ok then
            complaint = complaint or type(fits) == 'table' and fits.complaint or fits
            if call[3] or type(fits) ~= 'table' or not fits.misfit then
                setmetatable(handle, handle_meta):remove()
                error(type(fits) == 'table' and fits.complaint or fits, 2)
            end
            fits = false
        end
        if fits and (on_entry or on_exit) then
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

-- hook(names, {when=, args=}, callback): the callback decides.
function troupe.hook(names, options, callback)
    return register(shared.hook_lists, false, names, options, callback)
end

-- observe(names, {when=, args=}, callback): the tracee does not wait for it.
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
