#include <array>
#include <string_view>

#include "tools/options/apply.hpp"
#include "tools/options/choose.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe::options::apply {

Verdict stack_trace(Reading& reading, const Given& given) {
    constexpr Words<bool, 2> words = {{{"symbol", false}, {"source", true}}};
    StackChoice& stack = reading.settings.engine.printing.stack;
    stack.wanted = true;
    if (given.by_letter) {
        ++reading.stack_letters;
        return {};
    }
    stack.with_source = false;
    return given.value ? choose(stack.with_source, given, words) : Verdict{};
}

Verdict stack_trace_frame_limit(Reading& reading, const Given& given) {
    constexpr unsigned most = 1'000'000;
    const auto limit = decimal(*given.value, most);
    if (!limit || *limit == 0) {
        return invalid(given);
    }
    reading.settings.engine.printing.stack.frame_limit = *limit;
    return {};
}

}  // namespace troupe::options::apply
