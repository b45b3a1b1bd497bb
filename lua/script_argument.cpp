#include "lua/script_argument.hpp"

#include <unistd.h>

namespace troupe::lua {
namespace {

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

/// Where the file name ends.
std::size_t file_length(std::string_view argument) {
    for (std::size_t end = argument.size(); end != 0 && end != std::string_view::npos; end = argument.rfind(',', end - 1)) {
        if (exists(std::string(argument.substr(0, end)))) return end;
    }
    return std::min(argument.find(','), argument.size());
}

ScriptArgument::Setting setting(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return {std::string(text), {}, true};
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)), false};
}

}  // namespace

ScriptArgument take_apart(std::string_view argument) {
    ScriptArgument result;
    const std::size_t length = file_length(argument);
    result.file = argument.substr(0, length);
    std::string_view rest = argument.substr(length);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (end != 0) result.settings.push_back(setting(rest.substr(0, end)));
        rest.remove_prefix(end);
    }
    return result;
}

}  // namespace troupe::lua
