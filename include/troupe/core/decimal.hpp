#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace troupe {

/// A decimal number up to `largest`: digits and nothing else, so no sign, blank or hexadecimal; leading zeros are welcome.
[[nodiscard]] std::optional<std::uint32_t> decimal(std::string_view text,
                                                   std::uint32_t largest = std::numeric_limits<std::uint32_t>::max());

/// The same behind blanks and a sign, as strtol(3) takes it and with it most options of strace: ` 7`, `+7`; of negative numbers `-0` alone.
[[nodiscard]] std::optional<std::uint32_t> signed_decimal(std::string_view text,
                                                          std::uint32_t largest = std::numeric_limits<std::uint32_t>::max());
/// The text behind blanks and a sign, and whether that is a minus.
struct SignedText {
    std::string_view digits;
    bool negative = false;
};
[[nodiscard]] SignedText behind_sign(std::string_view text);

}  // namespace troupe
