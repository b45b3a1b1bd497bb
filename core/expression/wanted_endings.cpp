#include <algorithm>
#include <string>

#include "core/expression/set_text.hpp"
#include "troupe/core/call_status.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

tl::expected<WantedEndings, ParseError> WantedEndings::parse(std::string_view text) {
    using Statuses = KeywordSet<CallStatus>;
    const SetText parts = split_set(text);
    WantedEndings endings{.statuses = {}};
    std::string words;
    for (const Element element : parts.elements) {
        const ErrnoRow* row = errno_named(in_capitals(element.text));
        if (row == nullptr) {
            words.append(words.empty() ? "" : ",").append(element.text);
        } else if (parts.inverted) {
            return wrong("invalid status '" + std::string(element.text) + "' (an error in a set that is inverted)", element.column);
        } else {
            endings.errors.push_back(row->number);
        }
    }
    if (!endings.errors.empty() && words.empty()) {
        return endings;
    }
    auto statuses = Statuses::parse(endings.errors.empty() ? text : words);
    if (!statuses) {
        return tl::unexpected(statuses.error());
    }
    endings.statuses = *statuses;
    return endings;
}

}  // namespace troupe
