#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <span>

#include "troupe/core/memory.hpp"

namespace troupe {

/// The memory of a tracee while it is stopped, read by pieces: a stack is many words near each other.
class StackMemory {
 public:
    StackMemory(Memory& memory, std::size_t word_size) : memory_(memory), word_size_(word_size) {}

    /// A word of the tracee's, of 4 or 8 bytes.
    [[nodiscard]] std::optional<std::uint64_t> word(std::uint64_t address) { return number(address, word_size_); }
    [[nodiscard]] std::optional<std::uint64_t> number(std::uint64_t address, std::size_t size) {
        std::uint64_t value = 0;
        const std::byte* bytes = find(address, size);
        if (bytes == nullptr) {
            return std::nullopt;
        }
        std::memcpy(&value, bytes, size);
        return value;
    }

 private:
    static constexpr std::size_t piece_size = 4096;
    struct Piece {
        std::uint64_t start;
        std::size_t length;
        std::array<std::byte, piece_size> bytes;
    };

    [[nodiscard]] const std::byte* find(std::uint64_t address, std::size_t size) {
        for (const Piece& piece : pieces_) {
            if (piece.start <= address && address - piece.start < piece.length && piece.length - (address - piece.start) >= size) {
                return piece.bytes.data() + (address - piece.start);
            }
        }
        Piece& piece = pieces_.emplace_back();
        piece.start = address;
        piece.length = memory_.read(address, piece.bytes);
        return piece.length >= size ? piece.bytes.data() : nullptr;
    }

    Memory& memory_;
    const std::size_t word_size_;
    std::deque<Piece> pieces_;
};

}  // namespace troupe
