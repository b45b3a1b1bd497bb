#include "core/expression/signal_text.hpp"

#include <string>

#include "core/expression/set_text.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

constexpr int largest_number = 255;

}  // namespace

int signal_meant(std::string_view text) {
    if (const int number = decimal(text); number >= 0) return number <= largest_number ? number : -1;
    std::string name = in_capitals(text);
    if (!name.starts_with("SIG")) name.insert(0, "SIG");
    const int signal = signal_named(name);
    return signal == 0 ? -1 : signal;
}

}  // namespace troupe
