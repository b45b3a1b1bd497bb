-- troupe.emit: an object of the script's becomes a record of the trace. It is put together on the C side, piece by piece.
local shared = ...
local C, ffi = shared.C, shared.ffi

local deepest = 100

local function text(json)
    C.troupe_emit_text(json, #json)
end

-- The keys of a table that is a list: 1 to n, and no other. nil: it is none. Lists among decoded values are lists though they are empty.
local function length_of_list(value)
    local meta = getmetatable(value)
    if type(meta) == 'table' and meta.is_list then
        return #value
    end
    local count = 0
    for _ in pairs(value) do
        count = count + 1
    end
    if count == 0 or #value ~= count then
        return nil
    end
    return count
end

local append

local function append_list(value, count, where, above)
    text('[')
    for i = 1, count do
        if i > 1 then
            text(',')
        end
        append(value[i], where .. '[' .. i .. ']', above)
    end
    text(']')
end

local function append_object(value, where, above)
    local names = {}
    for name in pairs(value) do
        if type(name) ~= 'string' then
            error(where .. ' has the key ' .. tostring(name) .. ', a ' .. type(name) .. ': names are strings, lists go from 1 to n', 0)
        end
        names[#names + 1] = name
    end
    table.sort(names)
    text('{')
    for i, name in ipairs(names) do
        if i > 1 then
            text(',')
        end
        local there = where .. '.' .. name
        if not C.troupe_emit_name(name, #name) then
            error(there .. ': the name is not UTF-8', 0)
        end
        append(value[name], there, above)
    end
    text('}')
end

local function append_table(value, where, above)
    if above[value] then
        error(where .. ' is in itself', 0)
    end
    above.depth = above.depth + 1
    if above.depth > deepest then
        error(where .. ' is nested more than ' .. deepest .. ' levels deep', 0)
    end
    above[value] = true
    local count = where ~= 'data' and length_of_list(value)
    if count then
        append_list(value, count, where, above)
    else
        append_object(value, where, above)
    end
    above[value] = nil
    above.depth = above.depth - 1
end

local function append_number(value, where)
    if value ~= value or value == math.huge or value == -math.huge then
        error(where .. ' is ' .. tostring(value) .. ', which JSON has no number for', 0)
    end
    C.troupe_emit_number(value)
end

-- Integers of C only; what else is cdata may be anything.
local function append_cdata(value, where)
    if ffi.istype(shared.address_type, value) then
        append(tostring(value), where)
    elseif ffi.istype('int64_t', value) then
        C.troupe_emit_signed(value)
    elseif ffi.istype('uint64_t', value) then
        C.troupe_emit_unsigned(value)
    else
        error(where .. ' is a cdata of type ' .. tostring(ffi.typeof(value)) .. ': ffi.string or tonumber make values of it', 0)
    end
end

local appenders = {
    table = append_table,
    number = append_number,
    cdata = append_cdata,
    string = function(value)
        C.troupe_emit_string(value, #value)
    end,
    boolean = function(value)
        text(value and 'true' or 'false')
    end,
}

function append(value, where, above)
    local appender = appenders[type(value)]
    if not appender then
        error(where .. ' is a ' .. type(value) .. ', which JSON has no value for', 0)
    end
    appender(value, where, above)
end

function shared.troupe.emit(data)
    if type(data) ~= 'table' then
        error('expected a table', 2)
    end
    C.troupe_emit_begin()
    local ok, complaint = pcall(append, data, 'data', {depth = 0})
    if not ok then
        error(complaint, 2)
    end
    C.troupe_emit_end()
end
