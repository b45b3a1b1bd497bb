# cmake -D OUTPUT=file.cpp -D FILES="a.lua;b.lua" -P embed.cmake: every file as bytes, with its name.
string(REPLACE "\"" "" FILES "${FILES}")
set(arrays "")
set(rows "")
set(index 0)
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char file_${index}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char*>(file_${index}), sizeof(file_${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"lua/prelude_files.hpp\"

#include <algorithm>

namespace troupe::lua {
namespace {
${arrays}
const PreludeFile files[] = {
${rows}};
}  // namespace

std::string_view prelude_file(std::string_view name) {
    const auto* found = std::find_if(std::begin(files), std::end(files), [&](const PreludeFile& file) { return file.name == name; });
    return found == std::end(files) ? std::string_view() : found->text;
}
}  // namespace troupe::lua
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
