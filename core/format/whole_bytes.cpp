#include "core/format/whole_bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace troupe {

std::optional<std::string> read_whole(Memory& memory, std::uint64_t address, std::uint64_t length) {
    constexpr std::uint64_t step = 1 << 16;
    std::string bytes;
    while (bytes.size() < length) {
        const std::size_t have = bytes.size();
        bytes.resize(have + std::min(std::max<std::uint64_t>(step, have), length - have));
        const std::span<char> room = std::span(bytes).subspan(have);
        if (memory.read(address + have, std::as_writable_bytes(room)) != room.size()) {
            return std::nullopt;
        }
    }
    return bytes;
}

}  // namespace troupe
