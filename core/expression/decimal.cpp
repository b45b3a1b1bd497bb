#include "troupe/core/decimal.hpp"

#include <algorithm>
#include <charconv>

namespace troupe {

std::optional<std::uint32_t> decimal(std::string_view text, std::uint32_t largest) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stopped != end || number > largest) return std::nullopt;
    return number;
}

SignedText behind_sign(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n\v\f\r"), text.size()));
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    return {text, negative};
}

std::optional<std::uint32_t> signed_decimal(std::string_view text, std::uint32_t largest) {
    const SignedText number = behind_sign(text);
    return decimal(number.digits, number.negative ? 0 : largest);
}

}  // namespace troupe
