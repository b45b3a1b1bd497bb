#include "lua/tracee_memory.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace troupe::lua {

int move_from(Border& border, std::uint64_t address, std::size_t length, void* out) {
    if (border.view == nullptr) return -1;
    if (length == 0) return 0;
    const std::span<std::byte> bytes(static_cast<std::byte*>(out), length);
    return border.view->memory().read(address, bytes) == length ? 0 : -1;
}

int move_string_from(Border& border, std::uint64_t address, std::size_t length, void* out) {
    if (border.view == nullptr) return -1;
    if (length == 0) return 0;
    const std::size_t readable = border.view->memory().read(address, {static_cast<std::byte*>(out), length});
    if (readable != 0 && std::memchr(out, 0, readable) != nullptr) return 1;
    return readable == length ? 0 : -1;
}

int move_to(Border& border, std::uint64_t address, std::size_t length, const void* bytes) {
    if (border.view == nullptr) return -1;
    if (length == 0) return 0;
    // What only the owner of the tracee can write is written before the tracee goes on: for the script it is done.
    const Written written = border.view->memory().write(address, {static_cast<const std::byte*>(bytes), length});
    return written == Written::fault ? -1 : 0;
}

}  // namespace troupe::lua
