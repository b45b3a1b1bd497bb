-- What `ffiex` and troupe.include work on: a state has macros and paths of its own; what it declares is everybody's, as LuaJIT has
-- one name space of C.
local shared = ...
local ffi = shared.ffi
local plain_cdef = ffi.cdef
local preprocessor = shared.module('ffiex_preprocessor.lua')
local declarations = shared.module('ffiex_declarations.lua')
local macros = shared.module('ffiex_macros.lua')
local expression = shared.module('ffiex_expression.lua')
local source = shared.module('ffiex_source.lua')
local tokens = shared.module('ffiex_tokens.lua')

local state_methods = {}
state_methods.__index = state_methods

local function quiet_evaluate(state, name)
    local list = macros.expand(state, {{kind = 'name', text = name}})
    local ok, value = pcall(expression.evaluate, list)
    if ok then
        return true, value
    end
    return false, tokens.join(list)
end

local function function_like(state, name)
    return function(...)
        local ok, value = pcall(function(...)
            return expression.evaluate(macros.call(state, name, {...}, select('#', ...)))
        end, ...)
        if not ok then
            error('macro ' .. name .. ': ' .. tostring(value), 2)
        end
        return value
    end
end

-- What is no expression is given as its text: the name of a type, say.
local function definition(state, name)
    local macro = type(name) == 'string' and state.macros[name] or nil
    if not macro then
        return nil
    elseif macro.parameters then
        return function_like(state, name)
    elseif macro.body == '' then
        return true
    end
    local _, value = quiet_evaluate(state, name)
    return value
end

local function new_state()
    local state = setmetatable({macros = {}, paths = {}, options = {}, compiler = 'cc'}, state_methods)
    state.defs = setmetatable({}, {
        __index = function(_, name)
            return definition(state, name)
        end,
    })
    return state
end

local function take_in(state, text, level, wanted)
    local list, changes = preprocessor.process(state, text, level + 1)
    local found = declarations.split(list)
    preprocessor.apply(state, changes, wanted ~= nil)
    if wanted then
        found = wanted(list, found)
    end
    declarations.declare(found, level + 1)
    return changes
end

function state_methods:cdef(text, ...)
    if select('#', ...) > 0 then
        return plain_cdef(text, ...)
    end
    take_in(self, text, 2)
end

function state_methods:path(name, system)
    table.insert(self.paths, {name = name, system = system and true or false})
end

function state_methods:clear_paths(system)
    for i = #self.paths, 1, -1 do
        if self.paths[i].system == (system and true or false) then
            table.remove(self.paths, i)
        end
    end
end

-- The first file of that name below `path`, or nil; with `add`, its folder is searched for headers from then on.
function state_methods:search(path, file, add)
    local output = preprocessor.run(('find %s -name %s'):format(preprocessor.shell_quoted(path), preprocessor.shell_quoted(file)))
    local found = output:match('^[^\n]+')
    if found and add then
        self:path(found:match('^(.*/)[^/]+$') or '.')
    end
    return found
end

function state_methods:define(definitions, value)
    if type(definitions) == 'string' then
        definitions = {[definitions] = value == nil and true or value}
    end
    source.each_definition(definitions, function(name, body)
        self.macros[name] = {body = body}
    end)
end

function state_methods:undef(names)
    for _, name in ipairs(shared.list_of(names)) do
        self.macros[name] = nil
    end
end

function state_methods:clear_copt()
    source.each_definition(self.options.define, function(name)
        self.macros[name] = nil
    end)
    self.options, self.compiler = {}, 'cc'
end

function state_methods:copt(options)
    options = source.checked_options(options, 2)
    self:clear_copt()
    self.options, self.compiler = options, options.cc or 'cc'
    self:define(options.define or {})
end

function state_methods:csrc(name, text, options)
    if options then
        self:copt(options)
    end
    local library, result = source.compile(self, name, text)
    if not library then
        return nil, result
    end
    take_in(self, result, 2)
    return library
end

-- The declarations that are wanted, and those that they need, in their order.
local function with_needs(names, list, found)
    local by_name, chosen = {}, {}
    for i, one in ipairs(found) do
        for name in pairs(declarations.names(list, one)) do
            by_name[name] = by_name[name] or i
        end
    end
    local function choose(index)
        if not index or chosen[index] then
            return
        end
        chosen[index] = true
        for i = found[index].first, found[index].last do
            local token, following = list[i], list[i + 1]
            if token.kind == 'name' then
                choose(by_name[token.text])
                if following and following.kind == 'name' then
                    choose(by_name[token.text .. ' ' .. following.text])
                end
            end
        end
    end
    for _, name in ipairs(names) do
        choose(by_name[name] or by_name['struct ' .. name] or by_name['union ' .. name] or by_name['enum ' .. name])
    end
    local result = {}
    for i, one in ipairs(found) do
        if chosen[i] then
            result[#result + 1] = one
        end
    end
    return result
end

function state_methods:import(names)
    local state = self
    local importer = {}
    function importer.from(_, code)
        take_in(state, code, 2, function(list, found)
            return with_needs(names, list, found)
        end)
        return state
    end
    return importer
end

function state_methods:newstate()
    return new_state()
end

-- troupe.include: integer macros of a header as enumerators, too, so that ffi.C knows them.
function shared.include(state, header, level)
    if not header:find('^[<"]') then
        header = '<' .. header .. '>'
    end
    local changes = take_in(state, '#include ' .. header, level + 1)
    for _, change in ipairs(changes) do
        local macro = change.macro
        if macro and not macro.builtin and not macro.parameters and macro.body ~= '' and not change.name:find('^_') then
            local ok, value = quiet_evaluate(state, change.name)
            if ok and type(value) == 'number' and value == math.floor(value) and value >= -2 ^ 31 and value < 2 ^ 32 then
                pcall(plain_cdef, ('enum { %s = %d };'):format(change.name, value))
            end
        end
    end
end
return {new = new_state}
