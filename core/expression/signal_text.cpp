#include "core/expression/signal_text.hpp"

#include <string>

#include "core/expression/set_text.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe {

namespace {

constexpr std::uint32_t largest_number = 255;

}  // namespace

int signal_meant(std::string_view text) {
    if (const auto number = decimal(text, largest_number)) return static_cast<int>(*number);
    std::string name = in_capitals(text);
    if (!name.starts_with("SIG")) name.insert(0, "SIG");
    const int signal = signal_named(name);
    return signal == 0 ? -1 : signal;
}

}  // namespace troupe
