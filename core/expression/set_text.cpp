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

int decimal(std::string_view text) {
    constexpr std::size_t most_digits = 9;
    const bool digits = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return -1;
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    if (text.size() > most_digits) return -1;
    int number = 0;
    for (const char digit : text) number = number * 10 + (digit - '0');
    return number;
}

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    std::ranges::transform(capitals, capitals.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

}  // namespace troupe
