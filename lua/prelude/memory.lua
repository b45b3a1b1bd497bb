-- Reading and writing the tracee's memory.
local shared = ...
local strace, C, ffi = shared.strace, shared.C, shared.ffi

-- Addresses of decoded arguments are welcome.
local function plain_address(addr)
    return type(addr) == 'cdata' and shared.address_argument(addr) or addr
end

local pointer_slot = ffi.new('void *[1]')

local function to_pointer(object)
    pointer_slot[0] = object
end

-- What there is to know of a type, by LuaJIT's number of it: `variable`, no size of its own; `box`, an array of one for what C cannot
-- get at when it is passed as it is: numbers do not convert to a pointer, pointers convert to what they point at.
local layouts = {}

local function layout_of(ctype)
    local id = tonumber(ctype)
    local layout = layouts[id]
    if not layout then
        layout = {variable = not pcall(ffi.sizeof, ctype)}
        -- The zero of a pointer type is NULL; the address of an array or structure never is.
        if not layout.variable and (not pcall(to_pointer, ffi.new(ctype)) or pointer_slot[0] == nil) then
            layout.box = ffi.typeof('$[1]', ctype)
        end
        layouts[id] = layout
    end
    return layout
end

-- How many elements an object of variable length has.
local function element_count(object, ctype)
    local base = ffi.sizeof(ctype, 0)
    return (ffi.sizeof(object) - base) / (ffi.sizeof(ctype, 1) - base)
end

local function new_variable(ctype, template, nelem)
    if nelem ~= nil then
        return ffi.new(ctype, tonumber(nelem))
    elseif type(template) == 'cdata' and ffi.istype(ctype, template) then
        return ffi.new(ctype, element_count(template, ctype))
    end
    error('the number of elements is missing', 3)
end

function strace.read_obj(addr, ct, nelem)
    addr = plain_address(addr)
    local ctype = ffi.typeof(ct)
    local layout = layout_of(ctype)
    if layout.box then
        local box = layout.box()
        if C.troupe_umove(addr, ffi.sizeof(box), box) ~= 0 then
            return nil
        end
        return ffi.new(ctype, box[0])
    end
    local object = layout.variable and new_variable(ctype, ct, nelem) or ffi.new(ctype)
    if C.troupe_umove(addr, ffi.sizeof(object), object) ~= 0 then
        return nil
    end
    return object
end

function strace.write_obj(addr, object)
    if type(object) ~= 'cdata' then
        error('expected a cdata object', 2)
    end
    local box = layout_of(ffi.typeof(object)).box
    if box then
        object = box({object})
    end
    return C.troupe_upoke(plain_address(addr), ffi.sizeof(object), object) == 0
end

function strace.read_str(addr, maxsz, bufsz)
    maxsz = maxsz and tonumber(maxsz) or 4 * 1024 * 1024
    bufsz = bufsz and tonumber(bufsz) or 1024
    addr = ffi.cast('kernel_ulong_t', plain_address(addr))
    local buffer = ffi.new('char[?]', bufsz + 1)
    local pieces, length = {}, 0
    while true do
        local result = C.troupe_umove_str(addr, bufsz, buffer)
        if result < 0 then
            return nil, 'read error'
        end
        local piece = result > 0 and ffi.string(buffer) or ffi.string(buffer, bufsz)
        length = length + #piece
        if length > maxsz then
            return nil, 'string is too long'
        end
        pieces[#pieces + 1] = piece
        if result > 0 then
            return table.concat(pieces)
        end
        addr = addr + bufsz
    end
end

function strace.read_path(addr)
    return strace.read_str(addr, strace.path_max - 1, strace.path_max)
end

function strace.path_match(paths)
    local list = shared.list_of(paths)
    local set = ffi.new('const char *[?]', #list + 1)
    local kept = {}
    for i, path in ipairs(list) do
        kept[i] = shared.string_argument(path, 2)
        set[i - 1] = kept[i]
    end
    return C.troupe_path_match(set, #kept)
end
