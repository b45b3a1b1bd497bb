#pragma once

#include <cstddef>
#include <cstdint>

#include "lua/border.hpp"

namespace troupe::lua {

/// 0, or -1 where not all of it could be read.
[[nodiscard]] int move_from(Border& border, std::uint64_t address, std::size_t length, void* out);
/// 1: the NUL was seen and is in `out`; 0: `length` bytes without one; -1: unreadable memory came first.
[[nodiscard]] int move_string_from(Border& border, std::uint64_t address, std::size_t length, void* out);
/// 0, or -1 where nothing was written.
[[nodiscard]] int move_to(Border& border, std::uint64_t address, std::size_t length, const void* bytes);

/// Of a tracee that has gone on.
class NoMemory final : public Memory {
 public:
    std::size_t read(std::uint64_t, std::span<std::byte>) override { return 0; }
    StringEnd read_string(std::uint64_t, std::size_t, std::string&) override { return StringEnd::fault; }
    Written write(std::uint64_t, std::span<const std::byte>) override { return Written::fault; }
};

}  // namespace troupe::lua
