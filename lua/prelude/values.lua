-- Decoded arguments: what C++ lists, one value after the other, becomes tables.
local shared = ...
local C, ffi, now = shared.C, shared.ffi, shared.now
local bit = require 'bit'

-- As numbers of Lua where these are exact, else as 64-bit cdata.
local exact = 2 ^ 53

local function plain(value)
    local number = tonumber(value)
    if number < exact and number > -exact then
        return number
    end
    return value
end
shared.plain = plain

-- Addresses: numbers that print in hexadecimal.
local address_type = ffi.typeof('struct troupe_address')

local function number_of(value)
    return ffi.istype(address_type, value) and value.value or ffi.cast('kernel_ulong_t', value)
end

local function difference(left, right)
    if ffi.istype(address_type, right) then
        return plain(ffi.cast('kernel_long_t', number_of(left) - right.value))
    end
    return address_type(left.value - ffi.cast('kernel_ulong_t', right))
end

ffi.metatype(address_type, {
    __tostring = function(address)
        return '0x' .. bit.tohex(address.value):gsub('^0+(%x)', '%1')
    end,
    __concat = function(left, right)
        return tostring(left) .. tostring(right)
    end,
    __add = function(left, right)
        return address_type(number_of(left) + number_of(right))
    end,
    __sub = difference,
    __eq = function(left, right)
        local ok, same = pcall(function()
            return number_of(left) == number_of(right)
        end)
        return ok and same
    end,
    __lt = function(left, right)
        return number_of(left) < number_of(right)
    end,
    __le = function(left, right)
        return number_of(left) <= number_of(right)
    end,
})
shared.address_type = address_type

-- NULL is nil.
function shared.address_at(register)
    if register ~= 0 then
        return address_type(register)
    end
    return nil
end

-- For functions that take addresses.
function shared.address_argument(value)
    if ffi.istype(address_type, value) then
        return value.value
    end
    return value
end

-- Names between bars as a list; what was taken apart before is remembered.
local taken_apart, remembered = {}, 0

local function names_of(text)
    local names = taken_apart[text]
    if not names then
        names = {}
        for name in text:gmatch('[^|]+') do
            names[#names + 1] = name
        end
        if remembered >= 4096 then
            taken_apart, remembered = {}, 0
        end
        taken_apart[text] = names
        remembered = remembered + 1
    end
    return names
end

local length_slot = ffi.new('size_t[1]')
local value_slot, mask_slot = ffi.new('kernel_ulong_t[1]'), ffi.new('kernel_ulong_t[1]')

-- A word of flags is the list of their names. `flags.O_CREAT` is true or false, `flags.value` the number. The metatable is each word's own:
-- it holds what is no member of the list.
local function is_set(flags, name)
    local meta = getmetatable(flags)
    if name == 'value' then
        return meta.bits and plain(meta.bits)
    end
    if type(name) ~= 'string' then
        return nil
    end
    if meta.set and C.troupe_flag_named(meta.set, name, #name, value_slot, mask_slot) then
        return bit.band(meta.bits, mask_slot[0]) == value_slot[0]
    end
    for i = 1, #flags do
        if rawget(flags, i) == name then
            return true
        end
    end
    if meta.set then
        local known = ffi.string(C.troupe_flags_known(meta.set, length_slot), length_slot[0])
        error("unknown flag '" .. name .. "': there are " .. known, 2)
    end
    return false
end

local function joined(flags)
    return #flags == 0 and '0' or table.concat(flags, '|')
end

local function flags_object(names, bits, set)
    local list = {}
    for i = 1, #names do
        list[i] = names[i]
    end
    return setmetatable(list, {is_list = true, bits = bits, set = set, __index = is_set, __tostring = joined})
end

-- Of a register.
function shared.flags_of(set, register)
    value_slot[0] = register
    local text = ffi.string(C.troupe_flag_names(set, value_slot, length_slot), length_slot[0])
    return flags_object(names_of(text), value_slot[0] + 0, set)
end

local unreadable_meta = {
    __tostring = function(value)
        return tostring(value.address)
    end,
}

local function unreadable(address)
    return setmetatable({address = address_type(address), unreadable = true}, unreadable_meta)
end

function shared.is_unreadable(value)
    return type(value) == 'table' and getmetatable(value) == unreadable_meta
end

-- Whether something was left out of what is being built.
local is_cut

local build

local function text_of(value, texts)
    return ffi.string(texts + value.text, value.text_length)
end

-- What was left out stands at the end: {more = true}, or where it begins and could not be read.
local function note_end(value, keep)
    if value.is_cut then
        is_cut = is_cut or not value.is_spelled
        keep(value.is_spelled and unreadable(value.number) or true)
    end
end

local function build_table(values, texts, i)
    local result = {}
    i = i + 1
    while values[i].what ~= C.troupe_value_end do
        local name = ffi.string(texts + values[i].name, values[i].name_length)
        result[name], i = build(values, texts, i)
    end
    note_end(values[i], function(what)
        result.more = what
    end)
    return result, i + 1
end

-- For troupe.emit, which takes an empty table for an object.
local list_meta = {is_list = true}

-- Elements that are nothing are false, so that a list has no holes.
local function build_list(values, texts, i)
    local result = {}
    i = i + 1
    while values[i].what ~= C.troupe_value_end do
        local value
        value, i = build(values, texts, i)
        result[#result + 1] = value == nil and false or value
    end
    note_end(values[i], function(what)
        result[#result + 1] = what == true and {more = true} or what
    end)
    return setmetatable(result, list_meta), i + 1
end

local function build_parts(values, texts, i)
    local names, bits = {}, nil
    if values[i].is_spelled then
        bits = values[i].number + 0
    end
    i = i + 1
    while values[i].what ~= C.troupe_value_end do
        local value = values[i]
        if value.what == C.troupe_value_flags then
            for _, name in ipairs(names_of(text_of(value, texts))) do
                names[#names + 1] = name
            end
            i = i + 1
        else
            names[#names + 1], i = build(values, texts, i)
        end
    end
    return flags_object(names, bits), i + 1
end

local builders = {
    [C.troupe_value_nothing] = function(_, _, i)
        return nil, i + 1
    end,
    [C.troupe_value_true] = function(_, _, i)
        return true, i + 1
    end,
    [C.troupe_value_signed] = function(values, _, i)
        return plain(ffi.cast('kernel_long_t', values[i].number)), i + 1
    end,
    [C.troupe_value_unsigned] = function(values, _, i)
        return plain(values[i].number + 0), i + 1
    end,
    [C.troupe_value_text] = function(values, texts, i)
        is_cut = is_cut or values[i].is_cut
        return text_of(values[i], texts), i + 1
    end,
    [C.troupe_value_flags] = function(values, texts, i)
        return flags_object(names_of(text_of(values[i], texts)), values[i].number + 0, values[i].set), i + 1
    end,
    [C.troupe_value_address] = function(values, _, i)
        return address_type(values[i].number), i + 1
    end,
    [C.troupe_value_unreadable] = function(values, _, i)
        return unreadable(values[i].number), i + 1
    end,
    [C.troupe_value_table] = build_table,
    [C.troupe_value_list] = build_list,
    [C.troupe_value_parts] = build_parts,
}

function build(values, texts, i)
    return builders[values[i].what](values, texts, i)
end

-- How much of strings is read at first, of what a structure holds where that is not all, and of an argument that is one.
local first_limit, inner_limit, longest = 4096, 65536, 1048576

-- The arguments of the event of the moment, decoded at most once for each callback: {values =, known =, cut =, limit =}, by name.
local decoded

local function decode(limit)
    local list = C.troupe_decode(limit)
    decoded = {values = {}, known = {}, cut = {}, limit = limit}
    local i, count = 0, list ~= nil and tonumber(list.count) or 0
    while i < count do
        local name = ffi.string(list.texts + list.values[i].name, list.values[i].name_length)
        is_cut = false
        decoded.values[name], i = build(list.values, list.texts, i)
        decoded.known[name] = true
        decoded.cut[name] = is_cut
    end
end

function shared.forget_decoded()
    decoded = nil
end

-- What was read at first is enough for most; of the others more is read. Where it was kept, there is no more.
local function decode_enough(limit)
    if decoded.limit < limit and not C.troupe_current_event().kept and now.phase ~= 3 then
        decode(limit)
    end
end

-- An argument, and whether the call shows one of that name.
function shared.decoded_argument(name)
    if not decoded then
        decode(first_limit)
    end
    if decoded.cut[name] then
        decode_enough(type(decoded.values[name]) == 'string' and longest or inner_limit)
    end
    return decoded.values[name], decoded.known[name] == true
end

-- All of them.
function shared.decoded_arguments()
    if not decoded then
        decode(first_limit)
    end
    for _, cut in pairs(decoded.cut) do
        if cut then
            decode_enough(inner_limit)
            break
        end
    end
    return decoded.values
end
