-- What arguments have to be for a hook (`args = {...}`), turned into bounds that a filter in the kernel can compare.
local shared = ...
local C, ffi = shared.C, shared.ffi
local bit = require 'bit'
local reading = shared.reading

local all_bits, half_bits = -1ULL, 0xffffffffULL

local function fail(call, name, why)
    error({complaint = string.format("argument '%s' of %s %s", name, call, why)})
end

-- The wish is sound, but this call's argument is none of which it could hold: another call of the set may have one.
local function misfit(call, name, why)
    error({complaint = string.format("argument '%s' of %s %s", name, call, why), misfit = true})
end

local function to_word(value)
    if type(value) == 'number' then
        if value ~= math.floor(value) or value >= 2 ^ 53 or value <= -(2 ^ 53) then
            return nil
        end
        return ffi.cast('uint64_t', ffi.cast('int64_t', value))
    end
    if type(value) == 'cdata' then
        local ok, word = pcall(ffi.cast, 'uint64_t', value)
        return ok and word or nil
    end
    return nil
end

shared.to_word = to_word

-- `A|B`: all bits, and the mask of what they say.
local function named_bits(argument, text, call, name)
    local value, mask = 0ULL, 0ULL
    for part in (text .. '|'):gmatch('%s*(.-)%s*|') do
        local one, its_mask = shared.constant_of(argument, part)
        if not one then
            misfit(call, name, "knows no '" .. part .. "'")
        end
        value, mask = bit.bor(value, one), bit.bor(mask, its_mask)
    end
    return value, mask
end

local is_signed = {[reading.signed_32] = true, [reading.signed_word] = true, [reading.signed_low_high] = true}
local is_half = {[reading.signed_32] = true, [reading.unsigned_32] = true, [reading.flags] = true}
local is_pair = {[reading.low_high] = true, [reading.high_low] = true, [reading.signed_low_high] = true}

-- The bits that count where the script does not say: the kernel ignores the upper half of an `int`.
local function own_mask(argument, ...)
    if not is_half[argument.reading] then
        return all_bits
    end
    if argument.reading == reading.flags then
        for i = 1, select('#', ...) do
            if bit.rshift(select(i, ...), 32) ~= 0 then
                return all_bits
            end
        end
    end
    return half_bits
end

local function exactly(place, word, mask)
    C.troupe_predicate_argument(place - 1, mask)
    C.troupe_predicate_bounds(word, word)
end

-- A 64-bit value of i386 lies in two registers: each has to be its half.
local function exactly_pair(place, argument, word)
    local low, high = place, place + 1
    if argument.reading == reading.high_low then
        low, high = high, low
    end
    exactly(low, bit.band(word, half_bits), half_bits)
    exactly(high, bit.rshift(word, 32), half_bits)
end

local function range(place, argument, low, high)
    C.troupe_predicate_argument(place - 1, own_mask(argument))
    if not is_signed[argument.reading] then
        C.troupe_predicate_bounds(low and to_word(low) or 0ULL, high and to_word(high) or all_bits)
        return
    end
    -- Negative numbers are the upper half of the unsigned ones.
    local bits = argument.reading == reading.signed_32 and 32 or 64
    local least, most = bit.lshift(1ULL, bits - 1), bit.lshift(1ULL, bits - 1) - 1
    local low_word, high_word = low and to_word(low) or least, high and to_word(high) or most
    local low_negative, high_negative = not low or low < 0, high ~= nil and high < 0
    if low_negative then
        C.troupe_predicate_bounds(low_word, high_negative and high_word or all_bits)
    end
    if not high_negative then
        C.troupe_predicate_bounds(low_negative and 0ULL or low_word, high_word)
    end
end

local table_keys = {min = true, max = true, mask = true, value = true, any = true}

local function from_table(place, argument, wanted, call, name)
    if #wanted > 0 then
        local words = {}
        for i, one in ipairs(wanted) do
            words[i] = type(one) == 'string' and named_bits(argument, one, call, name) or to_word(one)
            if not words[i] then
                fail(call, name, 'cannot be compared with a ' .. type(one))
            end
        end
        C.troupe_predicate_argument(place - 1, own_mask(argument, unpack(words)))
        for _, word in ipairs(words) do
            C.troupe_predicate_bounds(word, word)
        end
        return
    end
    for key in pairs(wanted) do
        if not table_keys[key] then
            fail(call, name, "knows no '" .. tostring(key) .. "' (min, max, mask and value, any, or a list)")
        end
    end
    if wanted.any ~= nil then
        local bits = type(wanted.any) == 'string' and named_bits(argument, wanted.any, call, name) or to_word(wanted.any)
        if not bits then
            fail(call, name, 'has an `any` that is no set of bits')
        end
        C.troupe_predicate_argument(place - 1, bits)
        C.troupe_predicate_bounds(bit.band(bits, -bits), all_bits) -- the lowest of them, and more
    elseif wanted.mask ~= nil then
        local mask, value = to_word(wanted.mask), to_word(wanted.value)
        if not mask or not value then
            fail(call, name, 'needs numbers for mask and value')
        end
        exactly(place, value, mask)
    else
        if (wanted.min == nil and wanted.max == nil) or (wanted.min and not to_word(wanted.min)) or (wanted.max and not to_word(wanted.max)) then
            fail(call, name, 'needs numbers for min or max')
        end
        range(place, argument, wanted.min, wanted.max)
    end
end

local function add(place, argument, wanted, call, name)
    if argument.reading == reading.text then
        misfit(call, name, 'is a string in memory, where no filter can look: ask with the option path, or in the callback')
    end
    if is_pair[argument.reading] then
        local word = to_word(wanted)
        if not word then
            misfit(call, name, 'lies in two registers: only one number can be asked for')
        end
        exactly_pair(place, argument, word)
    elseif type(wanted) == 'table' then
        from_table(place, argument, wanted, call, name)
    elseif type(wanted) == 'string' then
        local value, mask = named_bits(argument, wanted, call, name)
        exactly(place, value, mask)
    else
        local word = to_word(wanted)
        if not word then
            fail(call, name, 'cannot be compared with a ' .. type(wanted))
        end
        exactly(place, word, own_mask(argument, word))
    end
end

-- Makes the predicate for one call. False: it has no argument of such a name. Raises {complaint=} where the
-- script asks for what cannot be, with {misfit=true} where only this call is in the way.
function shared.make_predicate(pers, scno, wanted_args)
    C.troupe_predicate()
    local signature = shared.signature_of(pers, scno)
    local call = shared.strace.get_sc_name(scno, pers)
    for key, wanted in pairs(wanted_args) do
        local place = type(key) == 'number' and key or signature.places[key]
        if not place or not signature[place] then
            return false
        end
        add(place, signature[place], wanted, call, tostring(key))
    end
    return true
end
