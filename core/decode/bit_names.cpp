#include <algorithm>
#include <vector>

#include "core/decode/array.hpp"

/// Sets of bits in memory that are numbers with names: what an input device has.
namespace troupe {

void write_bit_names(Decoder& decoder, const ValueSet& set, std::uint64_t most, std::uint64_t address) {
    constexpr std::uint64_t word = 8, shown_in_brief = 4, most_bytes = 4096;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (decoder.count_returned() == 0) {
        write_unread(decoder, address);
        return;
    }
    const std::uint64_t bytes = std::min({decoder.count_returned(), most_bytes, (most / (word * 8) + 1) * word});
    std::vector<std::byte> bits(static_cast<std::size_t>((bytes + word - 1) / word * word));
    if (decoder.memory().read(address, bits) != bits.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const std::uint64_t limit = decoder.abbreviates() ? shown_in_brief : most;
    std::uint64_t shown = 0;
    decoder.out.open(Shape::set);
    for (std::uint64_t i = 0; i < std::min(most, bytes * 8); ++i) {
        if (((static_cast<unsigned>(bits[i / 8]) >> (i % 8)) & 1u) == 0) {
            continue;
        }
        if (shown++ == limit) {
            decoder.out.close(End::cut);
            return;
        }
        decoder.out.element();
        decoder.out.constant(set, i);
    }
    decoder.out.close();
}

}  // namespace troupe
