// Any text is a rule or an error inside the text, for --inject and for --fault. A rule keeps the limits of the grammar.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "troupe/core/check.hpp"
#include "troupe/core/rules.hpp"

namespace {

/// regcomp of the C library takes time and memory without end for nested repetitions, which is its own affair.
bool repeats_in_a_pattern(std::string_view text) {
    return text.find('/') != text.npos && text.find_first_of("{*+?", text.find('/')) != text.npos;
}

void check(const tl::expected<troupe::WrittenRule, troupe::ParseError>& written, std::size_t size) {
    if (!written) {
        TROUPE_CHECK(written.error().column <= size, "an error outside the text");
        TROUPE_CHECK(!written.error().what.empty(), "an error that says nothing");
        return;
    }
    const troupe::InjectRule& rule = written->rule;
    TROUPE_CHECK(!rule.error || (*rule.error >= 1 && *rule.error <= 4095), "an error that there is not");
    TROUPE_CHECK(!rule.error || !rule.retval, "an error and a return value");
    TROUPE_CHECK(!rule.signal || (*rule.signal >= 1 && *rule.signal <= 64), "a signal that there is not");
    TROUPE_CHECK(rule.when.first >= 1 && rule.when.step >= 1 && rule.when.last >= rule.when.first, "calls that never come");
    TROUPE_CHECK(!rule.delay_enter || rule.delay_enter->count() >= 0, "a delay into the past");
    for (const troupe::ArgumentPoke& poke : rule.poke_enter) {
        TROUPE_CHECK(poke.argument < 7 && !poke.bytes.empty() && poke.bytes.size() <= 1024, "a poke past its limits");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (repeats_in_a_pattern(text)) return 0;
    check(troupe::parse_inject(text), size);
    check(troupe::parse_fault(text), size);
    return 0;
}
