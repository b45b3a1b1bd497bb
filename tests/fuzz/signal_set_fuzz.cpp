// Any text is a set of signals or an error inside the text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "troupe/core/check.hpp"
#include "troupe/core/signal_set.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto set = troupe::SignalSet::parse(text);
    if (!set) {
        TROUPE_CHECK(set.error().column <= size, "an error outside the text");
        TROUPE_CHECK(!set.error().what.empty(), "an error that says nothing");
        return 0;
    }
    for (int signal = -1; signal <= 66; ++signal) {
        const bool possible = signal >= 0 && signal <= 64;
        TROUPE_CHECK(possible || !set->contains(signal), "a signal that there is not");
    }
    return 0;
}
