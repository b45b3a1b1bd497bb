#include "troupe/core/keyword_set.hpp"

#include <algorithm>
#include <string>

#include "core/expression/set_text.hpp"
#include "core/tables/nearest_name.hpp"

namespace troupe {

namespace {

std::uint32_t all_of(std::span<const Keyword> words) {
    std::uint32_t members = 0;
    for (const Keyword& row : words) members |= row.members;
    return members;
}

tl::unexpected<ParseError> unknown(std::string_view kind, std::span<const Keyword> words, Element element) {
    NearestName search(element.text);
    for (const Keyword& row : words) search.offer(row.word);
    const std::string_view nearest = element.text.empty() ? std::string_view{} : search.best();
    return tl::unexpected(
        ParseError{"invalid " + std::string(kind) + " '" + std::string(element.text) + "'", element.column, hint_at(nearest)});
}

}  // namespace

tl::expected<std::uint32_t, ParseError> parse_keywords(std::string_view kind, std::span<const Keyword> words, std::string_view text) {
    const SetText parts = split_set(text);
    if (parts.elements.empty()) return unknown(kind, words, {text, 0});
    std::uint32_t members = parts.body.text == "all" ? all_of(words) : 0;
    if (parts.body.text != "all" && parts.body.text != "none") {
        for (const Element element : parts.elements) {
            const std::string word = in_capitals(element.text);
            const auto row = std::ranges::find_if(words, [&word](const Keyword& known) { return in_capitals(known.word) == word; });
            if (row == words.end()) return unknown(kind, words, element);
            members |= row->members;
        }
    }
    return parts.inverted ? all_of(words) & ~members : members;
}

}  // namespace troupe
