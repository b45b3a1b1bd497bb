#include "lua/path_match.hpp"

#include <algorithm>
#include <variant>
#include <vector>

#include "lua/tracee_memory.hpp"

namespace troupe::lua {
namespace {

const Arguments& arguments_of(const Event& event) {
    if (const auto* entry = std::get_if<SyscallEntry>(&event)) return entry->args;
    return std::get<SyscallExit>(event).args;
}

}  // namespace

std::vector<int> descriptors_of(Border& border) {
    std::vector<int> found;
    const Event* event = border.observation != nullptr ? &border.observation->event : border.at_syscall() ? &border.view->event() : nullptr;
    if (event == nullptr) return found;
    NoMemory none;
    const SyscallId id{static_cast<Abi>(border.event.personality), border.event.number};
    const CallOfTask call{id, arguments_of(*event), border.event.tid, border.view != nullptr ? border.view->memory() : none};
    const auto note = [&](int fd) {
        if (std::ranges::find(found, fd) == found.end()) found.push_back(fd);
        return false;
    };
    (void)touches(call, {.path = [](std::string_view) { return false; }, .descriptor = note});
    return found;
}

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
