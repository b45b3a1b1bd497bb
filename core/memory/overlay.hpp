#pragma once

#include <span>
#include <vector>

#include "troupe/core/decision.hpp"

namespace troupe {

/// Makes bytes that were read at `address` look as they will once the pokes are done.
void lay_over(const std::vector<Poke>& pokes, std::uint64_t address, std::span<std::byte> bytes);

}  // namespace troupe
