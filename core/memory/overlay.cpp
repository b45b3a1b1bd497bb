#include "core/memory/overlay.hpp"

#include <algorithm>

namespace troupe {

void lay_over(const std::vector<Poke>& pokes, std::uint64_t address, std::span<std::byte> bytes) {
    for (const Poke& poke : pokes) {
        const std::uint64_t begin = std::max(address, poke.address);
        const std::uint64_t end = std::min(address + bytes.size(), poke.address + poke.bytes.size());
        if (begin < end) {
            const auto from = poke.bytes.begin() + static_cast<std::ptrdiff_t>(begin - poke.address);
            std::copy_n(from, end - begin, bytes.begin() + static_cast<std::ptrdiff_t>(begin - address));
        }
    }
}

}  // namespace troupe
