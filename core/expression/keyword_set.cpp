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
    const std::string hint = nearest.empty() ? "" : " (did you mean '" + std::string(nearest) + "'?)";
    return wrong("invalid " + std::string(kind) + " '" + std::string(element.text) + "'" + hint, element.column);
}

}  // namespace

// An empty word is refused, as strace does it in these sets; in those of calls and signals it is passed over.
tl::expected<std::uint32_t, ParseError> parse_keywords(std::string_view kind, std::span<const Keyword> words, std::string_view text) {
    const SetText parts = split_set(text);
    std::uint32_t members = 0;
    for (std::size_t start = parts.body.column; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const Element element{text.substr(start, end - start), start};
        const std::string word = in_capitals(element.text);
        const auto row = std::ranges::find_if(words, [&word](const Keyword& known) { return in_capitals(known.word) == word; });
        if (row != words.end()) {
            members |= row->members;
        } else if (word == "ALL") {
            members |= all_of(words);
        } else if (word != "NONE") {
            return unknown(kind, words, element);
        }
        start = end + 1;
    }
    return parts.inverted ? all_of(words) & ~members : members;
}

}  // namespace troupe
