#include "troupe/core/descriptor_set.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "core/expression/set_text.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe {

namespace {

tl::unexpected<ParseError> invalid(Element element) {
    return wrong("invalid descriptor '" + std::string(element.text) + "'", element.column);
}

}  // namespace

tl::expected<DescriptorSet, ParseError> DescriptorSet::parse(std::string_view text) {
    const SetText parts = split_set(text);
    if (parts.elements.empty()) return invalid({text, 0});
    DescriptorSet set;
    set.inverted_ = parts.inverted != (parts.body.text == "all");
    if (parts.body.text == "all" || parts.body.text == "none") return set;
    for (const Element element : parts.elements) {
        const auto fd = signed_decimal(element.text, std::numeric_limits<int>::max());
        if (!fd) return invalid(element);
        set.named_.push_back(static_cast<int>(*fd));
    }
    std::ranges::sort(set.named_);
    return set;
}

bool DescriptorSet::contains(int fd) const { return std::ranges::binary_search(named_, fd) != inverted_; }

}  // namespace troupe
