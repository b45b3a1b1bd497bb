#pragma once

#include <strings.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/options/reading.hpp"

/// Options whose value is one of a few words.
namespace troupe::options::apply {

/// `invalid -s argument: 'x'`, with the words of the option as it was given.
[[nodiscard]] inline tl::unexpected<Complaint> invalid(const Given& given, const std::string& hint = {}) {
    Complaint complaint{"invalid " + given.spelled + " argument: '" + std::string(*given.value) + "'", {}, true};
    if (!hint.empty()) {
        complaint.reason += " (" + hint + ")";
    }
    return tl::unexpected(std::move(complaint));
}

template <typename Value, std::size_t count>
using Words = std::array<std::pair<std::string_view, Value>, count>;

/// In any case, as for strace.
template <typename Value, std::size_t count>
[[nodiscard]] std::optional<Value> meant(const Words<Value, count>& words, std::string_view word) {
    const auto found = std::ranges::find_if(words, [&](const auto& row) {
        return row.first.size() == word.size() && ::strncasecmp(row.first.data(), word.data(), word.size()) == 0;
    });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

template <typename Value, std::size_t count>
[[nodiscard]] Verdict choose(Value& to, const Given& given, const Words<Value, count>& words, const std::string& expected = {}) {
    const auto value = meant(words, *given.value);
    if (!value) {
        return invalid(given, expected);
    }
    to = *value;
    return {};
}

}  // namespace troupe::options::apply
