#include "troupe/core/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/expression/set_text.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe {

namespace {

struct Unit {
    std::string_view name;
    double nanoseconds;
};
constexpr std::array<Unit, 5> units{{{"s", 1e9}, {"ms", 1e6}, {"us", 1e3}, {"ns", 1}, {"", 1e3}}};

constexpr double a_century = 100.0 * 365.25 * 24 * 3600 * 1e9;

}  // namespace

tl::expected<std::chrono::nanoseconds, ParseError> parse_duration(std::string_view text) {
    const auto [unsigned_text, negative] = behind_sign(text);
    const bool begins_like_a_number =
        !unsigned_text.empty() && (unsigned_text.front() == '.' || (unsigned_text.front() >= '0' && unsigned_text.front() <= '9'));
    double number = 0;
    const auto [end, problem] = std::from_chars(unsigned_text.data(), unsigned_text.data() + unsigned_text.size(), number);
    if (!begins_like_a_number || problem == std::errc::invalid_argument || (negative && number != 0)) {
        return wrong("a duration is a number and s, ms, us or ns, not '" + std::string(text) + "'", 0);
    }
    const auto digits = static_cast<std::size_t>(end - text.data());
    const std::string_view suffix = text.substr(digits);
    const auto unit = std::ranges::find(units, suffix, &Unit::name);
    if (unit == units.end()) {
        return wrong("unknown unit '" + std::string(suffix) + "' of a duration (s, ms, us or ns)", digits);
    }
    std::int64_t whole = 0;
    const bool has_too_many_digits =
        std::from_chars(unsigned_text.data(), unsigned_text.data() + unsigned_text.size(), whole).ec == std::errc::result_out_of_range;
    if (problem == std::errc::result_out_of_range || has_too_many_digits) {
        return wrong("a duration out of range", 0);
    }
    return std::chrono::nanoseconds(static_cast<std::int64_t>(std::round(std::min(number * unit->nanoseconds, a_century))));
}

}  // namespace troupe
