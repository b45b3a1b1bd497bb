-- `require` looks beside the script that asks first: a script and its modules are one folder, wherever they are run from.
local function folder_of(level)
    local info = debug.getinfo(level + 1, 'S')
    local file = info and info.source:match('^@(.*)$')
    return file and (file:match('^(.*/)[^/]*$') or './')
end

-- Levels: this function, `require`, and what called it.
local function beside_the_script(name)
    local folder = folder_of(3)
    if not folder then
        return nil
    end
    local missing = ''
    local path = folder .. name:gsub('%.', '/')
    for _, file in ipairs({path .. '.lua', path .. '/init.lua'}) do
        local opened = io.open(file)
        if opened then
            opened:close()
            local chunk, complaint = loadfile(file)
            if not chunk then
                error("error loading module '" .. name .. "' from file '" .. file .. "':\n\t" .. complaint, 0)
            end
            return chunk
        end
        missing = missing .. "\n\tno file '" .. file .. "'"
    end
    return missing
end

table.insert(package.loaders, 2, beside_the_script)
