#include "troupe/core/signal_set.hpp"

#include <string>

#include "core/expression/set_text.hpp"
#include "core/expression/signal_text.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

ParseError invalid_signal(Element element) {
    const std::string_view nearest = element.text.empty() ? std::string_view{} : nearest_signal(element.text);
    return {"invalid signal '" + std::string(element.text) + "'", element.column, hint_at(nearest)};
}

}  // namespace

SignalSet SignalSet::all() {
    SignalSet set;
    set.signals_.set();
    return set;
}

tl::expected<SignalSet, ParseError> SignalSet::parse(std::string_view text) {
    const SetText parts = split_set(text);
    if (parts.elements.empty()) return tl::unexpected(invalid_signal({text, 0}));
    SignalSet set;
    if (parts.body.text == "all") {
        set.signals_.set();
    } else if (parts.body.text != "none") {
        for (const Element element : parts.elements) {
            const int signal = signal_meant(element.text);
            if (signal < 0) return tl::unexpected(invalid_signal(element));
            // Numbers may be larger than any signal: they are in the set, and never come.
            if (signal <= last_signal) set.signals_.set(static_cast<std::size_t>(signal));
        }
    }
    if (parts.inverted) set.signals_.flip();
    return set;
}

bool SignalSet::contains(int signal) const {
    return signal >= 0 && signal <= last_signal && signals_.test(static_cast<std::size_t>(signal));
}

}  // namespace troupe
