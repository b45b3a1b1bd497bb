#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

/// Words of the ABI, or of so many bytes, zero-extended, that stand one after the other in a tracee's memory. Every look there is a system
/// call, so they are read in blocks, though never beyond the page that holds the one asked for: the next page may not be there.
class Words {
 public:
    explicit Words(Decoder& decoder) : Words(decoder, decoder.word_size()) {}
    Words(Decoder& decoder, std::size_t size) : memory_(decoder.memory()), word_size_(size) {}

    /// False: it cannot be read.
    [[nodiscard]] bool read(std::uint64_t where, std::uint64_t& word);

 private:
    [[nodiscard]] bool holds(std::uint64_t where) const;

    Memory& memory_;
    const std::size_t word_size_;
    std::array<std::byte, 256> block_;
    std::uint64_t begin_ = 0;  // where the block stood
    std::size_t size_ = 0;     // bytes of it that could be read
};

}  // namespace troupe
