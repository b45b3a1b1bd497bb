-- Declarations of real headers for LuaJIT's cdef: one at a time, so that what it does not understand (_Float128, __int128,
-- inline functions) costs nothing else.
local shared = ...
local ffi = shared.ffi
local tokens = shared.module('ffiex_tokens.lua')
local cdef = ffi.cdef

local declarations = {}

-- What LuaJIT calls differently, or has no use for.
local spelled = {
    _Noreturn = '', _Thread_local = '', __thread = '', _Float32 = 'float', _Float32x = 'double', _Float64 = 'double',
    _Float64x = 'long double',
}

local function is(token, text)
    return token ~= nil and token.text == text and token.kind ~= 'string'
end

-- The last token before `at` that is not part of an attribute.
local function before_attributes(list, at, first)
    at = at - 1
    while at > first and is(list[at], ')') do
        local depth, open = 0, at
        while open >= first do
            if is(list[open], ')') then
                depth = depth + 1
            elseif is(list[open], '(') then
                depth = depth - 1
            end
            if depth == 0 then
                break
            end
            open = open - 1
        end
        local name = list[open - 1]
        if not (is(name, '__attribute__') or is(name, '__attribute') or is(name, '__asm__')) then
            return at
        end
        at = open - 2
    end
    return at
end

-- A prototype instead of a function with its body; nil for one that cannot be linked to.
local function prototype(list, first, last)
    local texts = {}
    for i = first, last do
        local text = list[i].text
        if text == 'static' then
            return nil
        elseif text ~= 'inline' and text ~= '__inline' and text ~= '__inline__' then
            texts[#texts + 1] = spelled[text] or text
        end
    end
    return table.concat(texts, ' ') .. ' ;'
end

local function plain(list, first, last)
    local texts = {}
    for i = first, last do
        local token = list[i]
        texts[#texts + 1] = token.kind == 'name' and spelled[token.text] or token.text
    end
    return table.concat(texts, ' ')
end

-- Cuts a list of tokens into declarations {text=, first=, last=, own=}.
function declarations.split(list)
    local result, first, i = {}, 1, 1
    local function finish(last, text)
        if text and last > first - 1 then
            result[#result + 1] = {text = text, first = first, last = last, own = list[first].mark}
        end
        first = last + 1
        i = last + 1
    end
    while i <= #list do
        local token = list[i]
        if token.kind ~= 'punct' then
            i = i + 1
        elseif token.text == ';' then
            finish(i, i > first and plain(list, first, i) or nil)
        elseif token.text == '{' then
            local close = tokens.matching(list, i) or #list
            if is(list[before_attributes(list, i, first)], ')') then
                finish(close, prototype(list, first, i - 1))
            else
                i = close + 1
            end
        elseif token.text == '(' or token.text == '[' then
            i = (tokens.matching(list, i) or #list) + 1
        else
            i = i + 1
        end
    end
    if first <= #list then
        finish(#list, plain(list, first, #list))
    end
    return result
end

local tag_keywords = {struct = true, union = true, enum = true}

-- The names that a declaration introduces, as a set.
function declarations.names(list, declaration)
    local names = {}
    local depth, candidate = 0, nil
    local i = declaration.first
    while i <= declaration.last do
        local token, following = list[i], list[i + 1]
        if token.kind == 'name' and tag_keywords[token.text] and following and following.kind == 'name' and is(list[i + 2], '{') then
            names[token.text .. ' ' .. following.text] = true
            i = i + 1
        elseif is(token, '{') then
            local close = tokens.matching(list, i) or declaration.last
            for inner = i + 1, close - 1 do
                -- Enumerators: what follows the brace or a comma. Members are no names of the declaration, but do no harm.
                if list[inner].kind == 'name' and (is(list[inner - 1], '{') or is(list[inner - 1], ',')) then
                    names[list[inner].text] = true
                end
            end
            i = close
        elseif is(token, '__attribute__') or is(token, '__asm__') then
            i = following and tokens.matching(list, i + 1) or i
        elseif is(token, '(') then
            if depth == 0 and candidate and not is(following, '*') then
                names[candidate] = true
                i = tokens.matching(list, i) or i
            else
                depth = depth + 1
            end
        elseif is(token, ')') then
            depth = depth - 1
            if candidate then
                names[candidate] = true
            end
        elseif token.kind == 'name' then
            candidate = token.text
        elseif (is(token, ';') or is(token, ',') or is(token, '[')) and candidate then
            names[candidate] = true
        end
        i = i + 1
    end
    return names
end

-- Without the members of a struct, union or enum that is known already.
local function without_body(text)
    local shorter, count = text:gsub('(%f[%w_]struct%s+[%w_]+)%s*%b{}', '%1')
    if count == 0 then
        shorter, count = text:gsub('(%f[%w_]union%s+[%w_]+)%s*%b{}', '%1')
    end
    if count == 0 then
        shorter, count = text:gsub('(%f[%w_]enum%s+[%w_]+)%s*%b{}', '%1')
    end
    if count == 0 then
        shorter, count = text:gsub('^(typedef%s+)enum%s*%b{}', '%1int')
    end
    return count > 0 and shorter or nil
end

local declared = {}

-- Declares one; returns an error text for what is the script's own and wrong.
local function declare(declaration)
    local text = declaration.text
    if declared[text] or text:find('^_Static_assert') then
        return nil
    end
    declared[text] = true
    local ok, message = pcall(cdef, text)
    if ok then
        return nil
    end
    if message:find('attempt to redefine', 1, true) then
        local shorter = without_body(text)
        if shorter then
            pcall(cdef, shorter)
        end
        return nil
    end
    declared[text] = nil
    return declaration.own and message or nil
end

-- Declares all; an error in the script's own text is raised when the others are done.
function declarations.declare(list, level)
    local wrong
    for _, declaration in ipairs(list) do
        wrong = wrong or declare(declaration)
        if wrong and declaration.own then
            break
        end
    end
    if wrong then
        error(wrong, level + 1)
    end
end

return declarations
