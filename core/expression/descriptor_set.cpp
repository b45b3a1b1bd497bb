#include "troupe/core/descriptor_set.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "core/expression/set_text.hpp"

namespace troupe {

namespace {

tl::unexpected<ParseError> invalid(Element element) {
    return wrong("invalid descriptor '" + std::string(element.text) + "'", element.column);
}

/// Decimal, and after blanks, as strace takes it.
std::optional<int> descriptor_meant(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    int fd = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), fd);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && fd >= 0 ? std::optional(fd) : std::nullopt;
}

}  // namespace

tl::expected<DescriptorSet, ParseError> DescriptorSet::parse(std::string_view text) {
    const SetText parts = split_set(text);
    if (parts.elements.empty()) return invalid({text, 0});
    DescriptorSet set;
    set.inverted_ = parts.inverted != (parts.body.text == "all");
    if (parts.body.text == "all" || parts.body.text == "none") return set;
    for (const Element element : parts.elements) {
        const auto fd = descriptor_meant(element.text);
        if (!fd) return invalid(element);
        set.named_.push_back(*fd);
    }
    std::ranges::sort(set.named_);
    return set;
}

bool DescriptorSet::contains(int fd) const { return std::ranges::binary_search(named_, fd) != inverted_; }

}  // namespace troupe
