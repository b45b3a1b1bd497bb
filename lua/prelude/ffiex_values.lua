-- Values of C expressions: {type=, value=}. Types: 'i32' 'u32' 'i64' 'u64' (value: an int64_t, for u64 a uint64_t), 'bool', 'float',
-- 'string', 'object' (any other cdata, or a C function). `cast` is the ctype that a cast gave it.
local shared = ...
local ffi = shared.ffi

local values = {}

local int32, uint32 = ffi.typeof('int32_t'), ffi.typeof('uint32_t')
local int64, uint64 = ffi.typeof('int64_t'), ffi.typeof('uint64_t')

-- Truncation to 32 bits goes through 64: the conversion of a double out of range would be undefined.
local wrap = {
    i32 = function(value) return int64(ffi.cast(int32, ffi.cast(int64, value))) end,
    u32 = function(value) return int64(ffi.cast(uint32, ffi.cast(int64, value))) end,
    i64 = function(value) return ffi.cast(int64, value) end,
    u64 = function(value) return ffi.cast(uint64, value) end,
}

local rank = {i32 = 1, u32 = 2, i64 = 3, u64 = 4, float = 5}

function values.integer(type, value)
    return {type = type, value = wrap[type](value)}
end

function values.boolean(value)
    return {type = 'bool', value = value and true or false}
end

function values.is_integer(value)
    return wrap[value.type] ~= nil
end

-- Booleans count as int; objects stay.
local function promoted(value)
    if value.type == 'bool' then
        return values.integer('i32', value.value and 1 or 0)
    end
    return value
end
values.promoted = promoted

local function integer_ctype(ctype)
    local text = tostring(ctype)
    if text:find('[*&%[(]') or text:find('struct') or text:find('union') or text:find('complex') then
        return nil
    end
    local ok, probe = pcall(ffi.cast, ctype, -1)
    if not ok then
        return nil
    end
    local number = tonumber(probe)
    if text:find('double') or text:find('float') then
        return 'float'
    end
    if type(number) ~= 'number' then
        return ffi.sizeof(ctype) == 1 and 'i32' or nil
    end
    if ffi.sizeof(ctype) == 8 then
        return number < 0 and 'i64' or 'u64'
    end
    return (ffi.sizeof(ctype) < 4 or number < 0) and 'i32' or 'u32'
end

-- A Lua value, or cdata, as the argument of a macro.
function values.from_lua(value)
    local kind = type(value)
    if kind == 'number' then
        if value ~= math.floor(value) or value >= 2 ^ 64 or value < -2 ^ 63 then
            return {type = 'float', value = value}
        elseif value >= -2 ^ 31 and value < 2 ^ 31 then
            return values.integer('i32', value)
        elseif value < 2 ^ 63 then
            return values.integer('i64', value)
        end
        return values.integer('u64', value)
    elseif kind == 'boolean' then
        return values.boolean(value)
    elseif kind == 'string' then
        return {type = 'string', value = value}
    elseif kind == 'cdata' then
        local ctype = ffi.typeof(value)
        local integer = integer_ctype(ctype)
        if integer == 'float' then
            return {type = 'float', value = tonumber(value)}
        elseif integer then
            return values.integer(integer, value)
        end
    end
    return {type = 'object', value = value}
end

-- Numbers where a double holds them exactly, 64-bit cdata above.
function values.to_lua(value)
    if value.cast then
        return ffi.cast(value.cast, value.value)
    end
    if wrap[value.type] then
        local number = tonumber(value.value)
        if math.abs(number) <= 2 ^ 53 then
            return number
        end
    end
    return value.value
end

function values.truth(value)
    if value.type == 'bool' then
        return value.value
    elseif value.type == 'string' then
        return true
    elseif value.type == 'object' then
        return value.value ~= nil
    end
    return value.value ~= 0
end

-- `value` as a value of that ctype.
function values.cast(ctype, value)
    local type = integer_ctype(ctype)
    local source = value.value
    if value.type == 'bool' then
        source = source and 1 or 0
    end
    if type == 'float' then
        return {type = 'float', value = tonumber(source), cast = ctype}
    elseif type then
        if value.type == 'object' then
            source = ffi.cast(uint64, ffi.cast('uintptr_t', source))
        end
        local result = values.integer(type, ffi.cast(ctype, source))
        result.cast = ctype
        return result
    end
    if wrap[value.type] then
        source = ffi.cast('intptr_t', source)
    end
    return {type = 'object', value = ffi.cast(ctype, source)}
end

local function common(left, right)
    return rank[left.type] >= rank[right.type] and left.type or right.type
end

local function demand_number(value)
    if not rank[value.type] then
        error('a number is needed in a C expression', 0)
    end
end

local arithmetic = {
    ['+'] = function(a, b) return a + b end,
    ['-'] = function(a, b) return a - b end,
    ['*'] = function(a, b) return a * b end,
    ['/'] = function(a, b) return a / b end,
    ['%'] = function(a, b) return a % b end,
    ['&'] = function(a, b) return bit.band(a, b) end,
    ['|'] = function(a, b) return bit.bor(a, b) end,
    ['^'] = function(a, b) return bit.bxor(a, b) end,
}
local comparison = {
    ['=='] = function(a, b) return a == b end,
    ['!='] = function(a, b) return a ~= b end,
    ['<'] = function(a, b) return a < b end,
    ['<='] = function(a, b) return a <= b end,
    ['>'] = function(a, b) return a > b end,
    ['>='] = function(a, b) return a >= b end,
}

local function shift(operator, left, right)
    local count, bits = tonumber(right.value), left.type:sub(2) == '32' and 32 or 64
    if count < 0 or count >= bits then
        error('shift count out of range', 0)
    end
    if operator == '<<' then
        return values.integer(left.type, bit.lshift(left.value, count))
    end
    local shifted = left.type:sub(1, 1) == 'u' and bit.rshift(left.value, count) or bit.arshift(left.value, count)
    return values.integer(left.type, shifted)
end

-- Pointers and structures: LuaJIT's own operators know them.
local function on_objects(operator, left, right)
    local function plain(value)
        return wrap[value.type] and tonumber(value.value) or value.value
    end
    if comparison[operator] then
        local a, b = plain(left), plain(right)
        if a == 0 then a = nil elseif b == 0 then b = nil end
        return values.boolean(comparison[operator](a, b))
    end
    local result = arithmetic[operator](plain(left), plain(right))
    return values.from_lua(result)
end

function values.binary(operator, left, right)
    left, right = promoted(left), promoted(right)
    if left.type == 'object' or right.type == 'object' then
        return on_objects(operator, left, right)
    end
    if left.type == 'string' and right.type == 'string' and comparison[operator] then
        return values.boolean(comparison[operator](left.value, right.value))
    end
    demand_number(left)
    demand_number(right)
    if operator == '<<' or operator == '>>' then
        return shift(operator, left, right)
    end
    local type = common(left, right)
    local a, b = left.value, right.value
    if type == 'float' then
        a, b = tonumber(a), tonumber(b)
    else
        a, b = wrap[type](a), wrap[type](b)
    end
    if comparison[operator] then
        return values.boolean(comparison[operator](a, b))
    end
    if type == 'float' then
        return {type = 'float', value = arithmetic[operator](a, b)}
    end
    if (operator == '/' or operator == '%') and b == 0 then
        error('division by zero', 0)
    end
    return values.integer(type, arithmetic[operator](a, b))
end

function values.unary(operator, value)
    if operator == '!' then
        return values.boolean(not values.truth(value))
    end
    value = promoted(value)
    demand_number(value)
    if value.type == 'float' then
        return {type = 'float', value = operator == '-' and -value.value or value.value}
    elseif operator == '-' then
        return values.integer(value.type, -value.value)
    elseif operator == '~' then
        return values.integer(value.type, bit.bnot(value.value))
    end
    return values.integer(value.type, value.value)
end

return values
