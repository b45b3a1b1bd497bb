#include "lua/path_match.hpp"

#include <variant>
#include <vector>

namespace troupe::lua {
namespace {

const Arguments& arguments_of(const Event& event) {
    if (const auto* entry = std::get_if<SyscallEntry>(&event)) return entry->args;
    return std::get<SyscallExit>(event).args;
}

}  // namespace

bool touches_path(Border& border, std::span<const char* const> paths) {
    if (!border.at_syscall()) return false;
    std::vector<WantedPath> wanted;
    for (const char* path : paths) {
        if (path != nullptr) wanted.push_back(border.paths.find(path));
    }
    const CallOfTask call{border.call(), arguments_of(border.view->event()), border.view->task().id.tid, border.view->memory()};
    return troupe::touches_path(call, wanted);
}

}  // namespace troupe::lua
