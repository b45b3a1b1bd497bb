-- Text of C, after the preprocessor, as tokens {kind=, text=}: 'name', 'number', 'string', 'char', 'punct'.
local tokens = {}

-- Longest first: what starts with the same character is tried in this order.
local punctuators = {
    '...', '<<=', '>>=', '->', '++', '--', '<<', '>>', '<=', '>=', '==', '!=', '&&', '||', '*=', '/=', '%=', '+=', '-=', '&=',
    '^=', '|=', '##',
}

local function quoted_end(text, position, quote)
    local at = position + 1
    while true do
        local character = text:sub(at, at)
        if character == '' then
            error('unterminated ' .. (quote == '"' and 'string' or 'character') .. ' constant', 0)
        elseif character == '\\' then
            at = at + 2
        elseif character == quote then
            return at
        else
            at = at + 1
        end
    end
end

local function punctuator_at(text, position)
    local three = text:sub(position, position + 2)
    for _, one in ipairs(punctuators) do
        if three:sub(1, #one) == one then
            return one
        end
    end
    return three:sub(1, 1)
end

-- Appends the tokens of `text` to `list`; each gets `mark`.
function tokens.append(list, text, mark)
    local position, count, find, sub = 1, #list, string.find, string.sub
    local function add(kind, last)
        count = count + 1
        list[count] = {kind = kind, text = sub(text, position, last), mark = mark}
        position = last + 1
    end
    while true do
        position = find(text, '%S', position)
        if not position then
            return list
        end
        local _, last = find(text, '^[%a_$][%w_$]*', position)
        local quote = sub(text, last and last + 1 or position, last and last + 1 or position)
        local prefix = last and sub(text, position, last) or ''
        if (quote == '"' or quote == "'") and (prefix == '' or prefix == 'L' or prefix == 'u' or prefix == 'U' or prefix == 'u8') then
            add(quote == '"' and 'string' or 'char', quoted_end(text, position + #prefix, quote))
        elseif last then
            add('name', last)
        elseif find(text, '^%.?%d', position) then
            last = position
            while true do
                local _, more = find(text, '^[eEpP][+-]', last)
                if not more then
                    _, more = find(text, '^[%w_.]', last)
                end
                if not more then
                    break
                end
                last = more + 1
            end
            add('number', last - 1)
        else
            add('punct', position + #punctuator_at(text, position) - 1)
        end
    end
end

function tokens.of(text)
    return tokens.append({}, text)
end

-- Text again, from token `first` to `last`.
function tokens.join(list, first, last)
    local texts = {}
    for i = first or 1, last or #list do
        texts[#texts + 1] = list[i].text
    end
    return table.concat(texts, ' ')
end

local closing = {['('] = ')', ['['] = ']', ['{'] = '}'}

-- The index of the bracket that closes the one at `open`, or nil.
function tokens.matching(list, open)
    local depth = 0
    for i = open, #list do
        local token = list[i]
        if token.kind == 'punct' then
            if closing[token.text] then
                depth = depth + 1
            elseif token.text == ')' or token.text == ']' or token.text == '}' then
                depth = depth - 1
                if depth == 0 then
                    return i
                end
            end
        end
    end
end

return tokens
