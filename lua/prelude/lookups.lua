-- Names to numbers and back. Where the personality is left out, it is that of the current event, or 0 without one.
local shared = ...
local strace, C, ffi, now = shared.strace, shared.C, shared.ffi, shared.now
local string_argument = shared.string_argument

strace.npersonalities = 3
strace.max_args = 6
strace.path_max = 4096

local constants
local function tables()
    constants = constants or C.troupe_constants()
    return constants
end
shared.tables = tables

local function personality_argument(value, level)
    if value == nil then
        return now.personality
    end
    local number = tonumber(value)
    if not number or not (number >= 0 and number < strace.npersonalities) then
        error('invalid personality number', level + 1)
    end
    return math.floor(number)
end
shared.personality_argument = personality_argument

-- The index if it is one of a table of so many rows.
local function index_argument(value, count, level)
    local number = tonumber(value)
    if not number then
        error('expected a number', level + 1)
    end
    if number >= 0 and number < count then
        return math.floor(number)
    end
    return nil
end

local function name_or_nil(text)
    if text ~= nil then
        return ffi.string(text)
    end
    return nil
end

function strace.get_sc_name(scno, pers)
    pers = personality_argument(pers, 2)
    local index = index_argument(scno, tables().nsysent_vec[pers], 2)
    return index and name_or_nil(tables().sysent_vec[pers][index].sys_name)
end

function strace.get_sc_flags(scno, pers)
    pers = personality_argument(pers, 2)
    local index = index_argument(scno, tables().nsysent_vec[pers], 2)
    if index and tables().sysent_vec[pers][index].sys_name ~= nil then
        return tables().sysent_vec[pers][index].sys_flags
    end
    return nil
end

function strace.get_sig_name(signo, pers)
    pers = personality_argument(pers, 2)
    local index = index_argument(signo, tables().nsignalent_vec[pers], 2)
    return index and name_or_nil(tables().signalent_vec[pers][index])
end

function strace.get_err_name(err, pers)
    pers = personality_argument(pers, 2)
    local index = index_argument(err, tables().nerrnoent_vec[pers], 2)
    return index and name_or_nil(tables().errnoent_vec[pers][index])
end

-- Several devices share codes; the first of them in order of names is the answer.
function strace.get_ioctl_name(code, pers)
    pers = personality_argument(pers, 2)
    local wanted = index_argument(code, 2 ^ 32, 2)
    local rows, low, high = tables().ioctlent_vec[pers], 0, tables().nioctlent_vec[pers]
    if not wanted then
        return nil
    end
    while low < high do
        local middle = math.floor((low + high) / 2)
        if rows[middle].code < wanted then
            low = middle + 1
        else
            high = middle
        end
    end
    if low < tables().nioctlent_vec[pers] and rows[low].code == wanted then
        return ffi.string(rows[low].symbol)
    end
    return nil
end

local function found(number)
    number = tonumber(number)
    if number >= 0 then
        return number
    end
    return nil
end

function strace.get_scno(name, pers)
    name = string_argument(name, 2)
    return found(C.troupe_syscall_number(name, #name, personality_argument(pers, 2)))
end

function strace.get_signo(name, pers)
    name = string_argument(name, 2)
    personality_argument(pers, 2)
    return found(C.troupe_signal_number(name, #name))
end

function strace.get_errno(name, pers)
    name = string_argument(name, 2)
    personality_argument(pers, 2)
    return found(C.troupe_errno_number(name, #name))
end

function strace.get_ioctl_code(name, pers)
    name = string_argument(name, 2)
    return found(C.troupe_ioctl_code(name, #name, personality_argument(pers, 2)))
end

function strace.get_class_flagbit(name)
    name = string_argument(name, 2)
    local rows, i = tables().syscall_classes, 0
    while rows[i].name ~= nil do
        if ffi.string(rows[i].name) == name then
            return rows[i].value
        end
        i = i + 1
    end
    return nil
end

function strace.ptr_to_kulong(pointer)
    return ffi.cast('kernel_ulong_t', ffi.cast('const void *', pointer))
end
