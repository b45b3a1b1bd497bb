#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "troupe/core/memory.hpp"

namespace troupe {

/// Nothing: not all of it can be read. Room is made only for what is there, because lengths are a program's to choose.
[[nodiscard]] std::optional<std::string> read_whole(Memory& memory, std::uint64_t address, std::uint64_t length);

}  // namespace troupe
