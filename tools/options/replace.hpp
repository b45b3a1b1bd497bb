#pragma once

#include "tools/options/reading.hpp"

/// Options whose value is a set.
namespace troupe::options::apply {

/// The reason on the first line; below it, where a set has several elements, the place it is about.
[[nodiscard]] Verdict set_error(const Given& given, const ParseError& error);

/// A set replaces what an earlier option said.
template <typename Set>
[[nodiscard]] Verdict replace(Set& set, const Given& given) {
    auto parsed = Set::parse(*given.value);
    if (!parsed) {
        return set_error(given, parsed.error());
    }
    set = *std::move(parsed);
    return {};
}

}  // namespace troupe::options::apply
