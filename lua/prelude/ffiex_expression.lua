-- Evaluates a C expression, given as tokens without macros. Precedence climbing; types and conversions as on x86-64.
local shared = ...
local ffi = shared.ffi
local tokens = shared.module('ffiex_tokens.lua')
local values = shared.module('ffiex_values.lua')

local expression = {}

local precedence = {
    ['||'] = 1, ['&&'] = 2, ['|'] = 3, ['^'] = 4, ['&'] = 5, ['=='] = 6, ['!='] = 6, ['<'] = 7, ['>'] = 7, ['<='] = 7, ['>='] = 7,
    ['<<'] = 8, ['>>'] = 8, ['+'] = 9, ['-'] = 9, ['*'] = 10, ['/'] = 10, ['%'] = 10,
}

local type_words = {}
for word in ('void char short int long float double signed unsigned _Bool bool struct union enum const volatile __const __volatile__ ' ..
    '__signed__ __extension__'):gmatch('%S+') do
    type_words[word] = true
end

-- Stands for what is not evaluated.
local nothing = values.integer('i32', 0)

local parser = {}
parser.__index = parser

function parser:peek(text)
    local token = self.list[self.at]
    return token ~= nil and token.kind == 'punct' and token.text == text
end

function parser:accept(text)
    if self:peek(text) then
        self.at = self.at + 1
        return true
    end
    return false
end

function parser:expect(text)
    if not self:accept(text) then
        local token = self.list[self.at]
        error(("'%s' expected near '%s'"):format(text, token and (token.text or '') or 'the end'), 0)
    end
end

-- Numbers ------------------------------------------------------------------------------------------------------------------------------

local digits = {}
for i = 0, 9 do digits[tostring(i)] = i end
for i, letter in ipairs({'a', 'b', 'c', 'd', 'e', 'f'}) do digits[letter] = 9 + i end

local function whole_number(text, base, suffix)
    local value = 0ULL
    for digit in text:gmatch('.') do
        local number = digits[digit:lower()]
        if not number or number >= base then
            error('malformed number', 0)
        end
        value = value * base + number
    end
    local unsigned, long = suffix:find('[uU]') ~= nil, suffix:find('[lL]') ~= nil
    if not long and value <= 0x7fffffffULL and not unsigned then
        return values.integer('i32', value)
    elseif not long and value <= 0xffffffffULL and (unsigned or base ~= 10) then
        return values.integer('u32', value)
    elseif not unsigned and value <= 0x7fffffffffffffffULL then
        return values.integer('i64', value)
    end
    return values.integer('u64', value)
end

local function number(text)
    local hex, suffix = text:match('^0[xX](%x+)([uUlLzZ]*)$')
    if hex then
        return whole_number(hex, 16, suffix)
    end
    local binary
    binary, suffix = text:match('^0[bB]([01]+)([uUlLzZ]*)$')
    if binary then
        return whole_number(binary, 2, suffix)
    end
    local decimal
    decimal, suffix = text:match('^(%d+)([uUlLzZ]*)$')
    if decimal then
        return whole_number(decimal, decimal:sub(1, 1) == '0' and 8 or 10, suffix)
    end
    local is_hex = text:find('^0[xX]') ~= nil
    local float = tonumber((text:gsub(is_hex and '[lL]$' or '[fFlL]$', '')))
    if not float then
        error("malformed number '" .. text .. "'", 0)
    end
    return {type = 'float', value = float}
end

-- Characters and strings ---------------------------------------------------------------------------------------------------------------

local escapes = {a = '\a', b = '\b', e = '\27', f = '\f', n = '\n', r = '\r', t = '\t', v = '\v'}

local function unescaped(text)
    return (text:gsub('\\(.)(%x*)', function(letter, rest)
        if letter == 'x' then
            return string.char(bit.band(tonumber(rest, 16) or 0, 255))
        elseif letter:find('[0-7]') then
            local more, remainder = rest:match('^([0-7]?[0-7]?)(.*)$')
            return string.char(bit.band(tonumber(letter .. more, 8), 255)) .. remainder
        end
        return (escapes[letter] or letter) .. rest
    end))
end

local function character(text)
    local content = unescaped(text:match("^%w*'(.*)'$"))
    local value = 0
    for i = 1, #content do
        value = value * 256 + content:byte(i)
    end
    if #content == 1 and value > 127 then
        value = value - 256
    end
    return values.integer('i32', value)
end

function parser:string()
    local pieces = {}
    while self.list[self.at] and self.list[self.at].kind == 'string' do
        pieces[#pieces + 1] = unescaped(self.list[self.at].text:match('^%w*"(.*)"$'))
        self.at = self.at + 1
    end
    return {type = 'string', value = table.concat(pieces)}
end

-- Types --------------------------------------------------------------------------------------------------------------------------------

local function ctype_of(text)
    local ok, ctype = pcall(ffi.typeof, text)
    return ok and ctype or nil
end

-- If a type in brackets begins at `open`: the type, and the index of the closing bracket.
function parser:type_in_brackets(open)
    local first = self.list[open + 1]
    local close = self.list[open] and self.list[open].text == '(' and tokens.matching(self.list, open)
    if not close or not first or first.kind ~= 'name' then
        return nil
    end
    if not type_words[first.text] and not ctype_of(first.text) then
        return nil
    end
    for i = open + 1, close - 1 do
        if self.list[i].kind == 'value' then
            return nil
        end
    end
    return ctype_of((tokens.join(self.list, open + 1, close - 1):gsub('__extension__', ''))), close
end

-- Names --------------------------------------------------------------------------------------------------------------------------------

local function c_symbol(name)
    return ffi.C[name]
end

local function swapped(bits)
    return function(value)
        local result = bit.bswap(ffi.cast('uint64_t', value))
        return bit.rshift(result, 64 - bits)
    end
end

-- What compilers know without a declaration, and C libraries define inline.
local builtins = {
    __builtin_expect = function(value) return value end,
    __builtin_constant_p = function() return 0 end,
    __builtin_bswap16 = swapped(16), __builtin_bswap32 = swapped(32), __builtin_bswap64 = swapped(64),
    __bswap_16 = swapped(16), __bswap_32 = swapped(32), __bswap_64 = swapped(64),
    __uint16_identity = function(value) return value end,
    __uint32_identity = function(value) return value end,
    __uint64_identity = function(value) return value end,
}

function parser:name(text)
    if builtins[text] then
        return {type = 'object', value = builtins[text]}
    end
    local ok, symbol = pcall(c_symbol, text)
    if not ok then
        error("unknown name '" .. text .. "' in a C expression", 0)
    end
    return values.from_lua(symbol)
end

function parser:offset_of()
    self:expect('(')
    local first = self.at
    while self.list[self.at] and not self:peek(',') do
        self.at = self.at + 1
    end
    local ctype = ctype_of(tokens.join(self.list, first, self.at - 1))
    self:expect(',')
    local member = self.list[self.at]
    self.at = self.at + 1
    self:expect(')')
    local offset = ctype and member and ffi.offsetof(ctype, member.text)
    if not offset then
        error('offsetof of an unknown type or member', 0)
    end
    return values.integer('u64', offset)
end

-- Expressions --------------------------------------------------------------------------------------------------------------------------

function parser:primary()
    local token = self.list[self.at]
    if not token then
        error('expression expected', 0)
    end
    if token.kind == 'string' then
        return self:string()
    end
    self.at = self.at + 1
    if token.kind == 'value' then
        return token.value
    elseif token.kind == 'number' then
        return number(token.text)
    elseif token.kind == 'char' then
        return character(token.text)
    elseif token.text == '__extension__' then
        return self:unary()
    elseif token.text == '__builtin_offsetof' then
        return self:offset_of()
    elseif token.kind == 'name' then
        return self:name(token.text)
    elseif token.text == '(' then
        local value = self:comma()
        self:expect(')')
        return value
    end
    error("expression expected near '" .. token.text .. "'", 0)
end

function parser:call(callee)
    local arguments, count = {}, 0
    while not self:accept(')') do
        if count > 0 then
            self:expect(',')
        end
        count = count + 1
        arguments[count] = values.to_lua(self:conditional())
    end
    if not self.live then
        return nothing
    end
    return values.from_lua(callee.value(unpack(arguments, 1, count)))
end

local function indexed(object, key)
    return object[key]
end

-- An array stands for a pointer to its first element.
local function member_of(object, name)
    local ok, value = pcall(indexed, object, name)
    if not ok then
        value = object[0][name]
    end
    return values.from_lua(value)
end

function parser:postfix()
    local value = self:primary()
    while true do
        if self:accept('(') then
            value = self:call(value)
        elseif self:accept('[') then
            local index = self:comma()
            self:expect(']')
            value = self.live and values.from_lua(value.value[tonumber(index.value)]) or nothing
        elseif self:accept('.') or self:accept('->') then
            local member = self.list[self.at]
            self.at = self.at + 1
            value = self.live and member_of(value.value, member.text) or nothing
        else
            return value
        end
    end
end

local sizes = {i32 = 4, u32 = 4, i64 = 8, u64 = 8, bool = 4, float = 8}

function parser:size_of()
    local ctype, close = self:type_in_brackets(self.at)
    if ctype then
        self.at = close + 1
        return values.integer('u64', ffi.sizeof(ctype))
    end
    local value = self:unary()
    local size = value.cast and ffi.sizeof(value.cast) or sizes[value.type]
    if value.type == 'string' then
        size = #value.value + 1
    end
    return values.integer('u64', size or ffi.sizeof(value.value))
end

function parser:unary()
    local token = self.list[self.at]
    local text = token and token.kind ~= 'string' and token.text or nil
    if text == '-' or text == '+' or text == '~' or text == '!' then
        self.at = self.at + 1
        local value = self:unary()
        return self.live and values.unary(text, value) or nothing
    elseif text == 'sizeof' then
        self.at = self.at + 1
        return self:size_of()
    elseif text == '_Alignof' or text == '__alignof__' then
        local ctype, close = self:type_in_brackets(self.at + 1)
        if not ctype then
            error('alignment of an unknown type', 0)
        end
        self.at = close + 1
        return values.integer('u64', ffi.alignof(ctype))
    elseif text == '*' then
        self.at = self.at + 1
        local pointer = self:unary()
        return self.live and values.from_lua(pointer.value[0]) or nothing
    elseif text == '(' then
        local ctype, close = self:type_in_brackets(self.at)
        if ctype then
            self.at = close + 1
            return values.cast(ctype, self:unary())
        end
    end
    return self:postfix()
end

-- C does not evaluate the branch that is not chosen: a division by zero there is no error, a call is not made.
function parser:guarded(live, parse)
    local before = self.live
    self.live = before and live
    local value = parse(self)
    self.live = before
    return value
end

function parser:binary(least)
    local left = self:unary()
    while true do
        local token = self.list[self.at]
        local operator = token and token.kind == 'punct' and token.text
        local strength = precedence[operator]
        if not strength or strength < least then
            return left
        end
        self.at = self.at + 1
        local function right()
            return self:binary(strength + 1)
        end
        if operator == '&&' or operator == '||' then
            local decided = values.truth(left) == (operator == '||')
            local other = self:guarded(not decided, right)
            left = values.boolean(decided and operator == '||' or not decided and values.truth(other))
        else
            local other = right()
            left = self.live and values.binary(operator, left, other) or nothing
        end
    end
end

function parser:conditional()
    local condition = self:binary(1)
    if not self:accept('?') then
        return condition
    end
    local chosen = values.truth(condition)
    local first = self:guarded(chosen, self.comma)
    self:expect(':')
    local second = self:guarded(not chosen, self.conditional)
    return chosen and first or second
end

function parser:comma()
    local value = self:conditional()
    while self:accept(',') do
        value = self:conditional()
    end
    return value
end

-- The Lua value of an expression; raises where it is none.
function expression.evaluate(list)
    local self = setmetatable({list = list, at = 1, live = true}, parser)
    local value = self:comma()
    if list[self.at] then
        error("unexpected '" .. tostring(list[self.at].text) .. "' in a C expression", 0)
    end
    return values.to_lua(value)
end

return expression
