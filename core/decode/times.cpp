#include "core/decode/times.hpp"

#include <ctime>
#include <iterator>

#include "core/decode/numbers.hpp"
#include "fmt/format.h"

namespace troupe {

bool append_date(std::string& out, std::int64_t seconds, std::uint64_t fraction, int digits) {
    static constexpr std::uint64_t scale[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    if (digits != 0 && fraction >= scale[digits]) {
        return false;
    }
    const std::time_t time = seconds;
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) {
        return false;
    }
    char text[64];
    if (std::strftime(text, sizeof(text), "%FT%T", &local) == 0) {
        return false;
    }
    out += text;
    if (fraction != 0 && digits != 0) {
        fmt::format_to(std::back_inserter(out), ".{:0{}}", fraction, digits);
    }
    if (std::strftime(text, sizeof(text), "%z", &local) != 0) {
        out += text;
    }
    return true;
}

void append_date_comment(std::string& out, std::int64_t seconds, std::uint64_t fraction, int digits) {
    if (seconds == 0 && fraction == 0) {
        return;
    }
    const std::size_t start = out.size();
    out += " /* ";
    if (!append_date(out, seconds, fraction, digits)) {
        out.resize(start);
        return;
    }
    out += " */";
}

void append_ticks(std::string& out, std::int64_t ticks) {
    constexpr double ticks_per_second = 100;  // USER_HZ of x86
    append_signed(out, ticks);
    if (ticks != 0) {
        fmt::format_to(std::back_inserter(out), " /* {:.2f} s */", static_cast<double>(ticks) / ticks_per_second);
    }
}

}  // namespace troupe
