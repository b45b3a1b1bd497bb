-- Expansion of macros for `defs`: the preprocessor's rules over tokens, where an argument may also be a Lua value. Such a token has
-- kind 'value' and the value of C in `value`.
local shared = ...
local tokens = shared.module('ffiex_tokens.lua')
local values = shared.module('ffiex_values.lua')

local macros = {}

-- Each token carries the set of macros that it came out of: those are not expanded again in it.
local function painted(token, name, hidden)
    local copy = {kind = token.kind, text = token.text, value = token.value, hidden = {[name] = true}}
    for _, set in ipairs({token.hidden or {}, hidden or {}}) do
        for one in pairs(set) do
            copy.hidden[one] = true
        end
    end
    return copy
end

local function text_of(token)
    if token.kind == 'value' then
        return tostring(values.to_lua(token.value))
    end
    return token.text
end

local function stringified(list)
    local texts = {}
    for _, token in ipairs(list) do
        texts[#texts + 1] = text_of(token)
    end
    local text = table.concat(texts, ' '):gsub('[\\"]', '\\%0')
    return {kind = 'string', text = '"' .. text .. '"'}
end

local function pasted(left, right)
    local list = tokens.of((left and text_of(left) or '') .. (right and text_of(right) or ''))
    if #list ~= 1 then
        error('pasting does not give a token', 0)
    end
    return list[1]
end

local expand

-- The body with arguments in the place of parameters; `arguments[name]` is a list of tokens.
local function substitute(state, body, arguments)
    local result, i = {}, 1
    local function argument(at)
        local token = body[at]
        return token and token.kind == 'name' and arguments[token.text] or nil
    end
    local function pastes(at)
        return body[at] ~= nil and body[at].text == '##'
    end
    while i <= #body do
        local token = body[i]
        if token.text == '#' and argument(i + 1) then
            result[#result + 1] = stringified(argument(i + 1))
            i = i + 2
        elseif pastes(i) then
            local right = argument(i + 1) or {body[i + 1]}
            local left = table.remove(result)
            if left or right[1] then
                result[#result + 1] = pasted(left, right[1])
            end
            for k = 2, #right do
                result[#result + 1] = right[k]
            end
            i = i + 2
        else
            local list = argument(i)
            if list then
                list = pastes(i + 1) and list or expand(state, list)
                for _, one in ipairs(list) do
                    result[#result + 1] = one
                end
            else
                result[#result + 1] = token
            end
            i = i + 1
        end
    end
    return result
end

local function bind(name, macro, list)
    local arguments = {}
    if macro.variadic then
        local rest = {}
        for i = #macro.parameters + 1, #list do
            if i > #macro.parameters + 1 then
                rest[#rest + 1] = {kind = 'punct', text = ','}
            end
            for _, token in ipairs(list[i]) do
                rest[#rest + 1] = token
            end
        end
        arguments[macro.variadic] = rest
    elseif #list > #macro.parameters and not (#list == 1 and #list[1] == 0) then
        error(name .. ' takes ' .. #macro.parameters .. ' arguments', 0)
    end
    for i, parameter in ipairs(macro.parameters) do
        if not list[i] then
            error(name .. ' takes ' .. #macro.parameters .. ' arguments', 0)
        end
        arguments[parameter] = list[i]
    end
    return arguments
end

-- The arguments between the bracket at `open` and its other half, as lists of tokens.
local function collect(list, open, close)
    local arguments, current, depth = {}, {}, 0
    for i = open + 1, close - 1 do
        local token = list[i]
        local text = token.kind == 'punct' and token.text or ''
        if text == ',' and depth == 0 then
            arguments[#arguments + 1], current = current, {}
        else
            if text == '(' or text == '[' or text == '{' then
                depth = depth + 1
            elseif text == ')' or text == ']' or text == '}' then
                depth = depth - 1
            end
            current[#current + 1] = token
        end
    end
    arguments[#arguments + 1] = current
    return arguments
end

local function replace(list, first, last, with)
    local result = {}
    for i = 1, first - 1 do result[#result + 1] = list[i] end
    for _, token in ipairs(with) do result[#result + 1] = token end
    for i = last + 1, #list do result[#result + 1] = list[i] end
    return result
end

local function paint_all(list, name, hidden)
    for i, token in ipairs(list) do
        list[i] = painted(token, name, hidden)
    end
    return list
end

-- All macros of `state` in `list` replaced.
function expand(state, list)
    local i = 1
    while i <= #list do
        local token = list[i]
        local macro = token.kind == 'name' and not (token.hidden and token.hidden[token.text]) and state.macros[token.text]
        if macro and not macro.parameters then
            list = replace(list, i, i, paint_all(tokens.of(macro.body), token.text, token.hidden))
        elseif macro and list[i + 1] and list[i + 1].text == '(' and tokens.matching(list, i + 1) then
            local close = tokens.matching(list, i + 1)
            local arguments = bind(token.text, macro, collect(list, i + 1, close))
            local body = substitute(state, tokens.of(macro.body), arguments)
            list = replace(list, i, close, paint_all(body, token.text, token.hidden))
        else
            i = i + 1
        end
    end
    return list
end
macros.expand = expand

-- What a call of the macro with Lua values becomes.
function macros.call(state, name, arguments, count)
    local macro, lists = state.macros[name], {}
    for i = 1, count do
        lists[i] = {{kind = 'value', text = '', value = values.from_lua(arguments[i])}}
    end
    if count == 0 then
        lists[1] = {}
    end
    local body = substitute(state, tokens.of(macro.body), bind(name, macro, lists))
    return expand(state, paint_all(body, name))
end

return macros
