#include "core/decode/times.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <iterator>
#include <string>

namespace troupe {

std::string date_of(std::int64_t seconds, std::uint64_t fraction, int digits) {
    static constexpr std::uint64_t scale[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    if (digits != 0 && fraction >= scale[digits]) {
        return {};
    }
    const std::time_t time = seconds;
    std::tm local{};
    if (localtime_r(&time, &local) == nullptr) {
        return {};
    }
    std::array<char, 64> text{};
    if (std::strftime(text.data(), text.size(), "%FT%T", &local) == 0) {
        return {};
    }
    std::string date = text.data();
    if (fraction != 0 && digits != 0) {
        fmt::format_to(std::back_inserter(date), ".{:0{}}", fraction, digits);
    }
    if (std::strftime(text.data(), text.size(), "%z", &local) != 0) {
        date += text.data();
    }
    return date;
}

void comment_date(Decoder& decoder, std::int64_t seconds, std::uint64_t fraction, int digits) {
    if (seconds == 0 && fraction == 0) {
        return;
    }
    if (const std::string date = date_of(seconds, fraction, digits); !date.empty()) {
        decoder.out.comment(date);
    }
}

void write_ticks(Writer& out, std::uint64_t ticks) {
    constexpr std::uint64_t ticks_per_second = 100;  // USER_HZ of x86
    out.number(ticks, NumberForm::unsigned_decimal);
    if (ticks != 0) {
        out.comment(fmt::format("{}.{:02} s", ticks / ticks_per_second, ticks % ticks_per_second));
    }
}

}  // namespace troupe
