#include "core/expression/set_text.hpp"

#include <algorithm>

namespace troupe {

SetText split_set(std::string_view text) {
    SetText set;
    const std::size_t marks = std::min(text.find_first_not_of('!'), text.size());
    set.inverted = marks % 2 == 1;
    set.body = {text.substr(marks), marks};
    for (std::size_t start = marks; start < text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        if (end > start) set.elements.push_back({text.substr(start, end - start), start});
        start = end + 1;
    }
    return set;
}

std::string hint_at(std::string_view nearest) {
    return nearest.empty() ? std::string{} : " (did you mean '" + std::string(nearest) + "'?)";
}

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

}  // namespace troupe
