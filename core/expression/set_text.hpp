#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// A piece of a longer text, and where it starts there.
struct Element {
    std::string_view text;
    std::size_t column = 0;
};

/// What all sets of the command line share: `[!…]element,element`. Each `!` inverts; empty elements are passed over.
struct SetText {
    bool inverted = false;
    Element body;                   ///< without the `!`
    std::vector<Element> elements;  ///< none where the text says nothing: that is an error of the whole text
};

[[nodiscard]] SetText split_set(std::string_view text);

/// ASCII letters only.
[[nodiscard]] std::string in_capitals(std::string_view text);

/// ` (did you mean 'open'?)`; nothing where there is nothing near.
[[nodiscard]] std::string hint_at(std::string_view nearest);

inline tl::unexpected<ParseError> wrong(std::string message, std::size_t column) {
    return tl::unexpected(ParseError{std::move(message), column});
}

}  // namespace troupe
