#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace troupe {

/// A decimal number up to `largest`: digits and nothing else, so no sign, blank or hexadecimal; leading zeros are welcome.
[[nodiscard]] std::optional<std::uint32_t> decimal(std::string_view text,
                                                   std::uint32_t largest = std::numeric_limits<std::uint32_t>::max());

}  // namespace troupe
