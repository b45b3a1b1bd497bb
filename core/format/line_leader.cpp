#include "core/format/line_leader.hpp"

#include <time.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/format/numbers.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t second = 1'000'000'000;

/// .413517
void append_fraction(std::uint64_t nanoseconds, Precision precision, std::string& out) {
    const auto wanted = static_cast<std::size_t>(precision);
    if (wanted == 0) {
        return;
    }
    std::array<char, 9> digits{};
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        *digit = static_cast<char>('0' + nanoseconds % 10);
        nanoseconds /= 10;
    }
    out += '.';
    out.append(digits.data(), wanted);
}

void append_interval(std::uint64_t nanoseconds, Precision precision, std::string& out) {
    append_unsigned(out, nanoseconds / second);
    append_fraction(nanoseconds % second, precision, out);
}

std::uint64_t interval(std::uint64_t begin, std::uint64_t end) { return end > begin ? end - begin : 0; }

void append_pointer(const Head& head, std::string& out) {
    const std::size_t digits = head.has_wide_addresses ? 16 : 8;
    out += '[';
    if (head.instruction_pointer) {
        std::string hex;
        append_number(hex, *head.instruction_pointer, 16);
        out.append(digits - std::min(digits, hex.size()), '0').append(hex);
    } else {
        out.append(digits, '?');
    }
    out += "] ";
}

}  // namespace

void LineLeader::append(const Head& head, std::string& out) {
    if (columns_.clock != LineColumns::Clock::none) {
        append_clock(head.time.realtime, out);
    }
    if (columns_.since_last) {
        append_since_last(head.time.monotonic, out);
    }
    if (columns_.number) {
        out += '[';
        append_at(Side::right, out, head.number, 4);
        out += "] ";
    }
    if (columns_.instruction_pointer) {
        append_pointer(head, out);
    }
}

void LineLeader::append_clock(std::uint64_t realtime, std::string& out) {
    const std::uint64_t seconds = realtime / second;
    if (columns_.clock == LineColumns::Clock::unix_time) {
        append_unsigned(out, seconds);
    } else {
        if (seconds != known_second_) {
            const auto moment = static_cast<time_t>(seconds);
            tm local{};
            std::array<char, 16> text{};
            ::localtime_r(&moment, &local);
            time_of_day_.assign(text.data(), ::strftime(text.data(), text.size(), "%T", &local));
            known_second_ = seconds;
        }
        out += time_of_day_;
    }
    append_fraction(realtime % second, columns_.clock_precision, out);
    out += ' ';
}

void LineLeader::append_since_last(std::uint64_t monotonic, std::string& out) {
    constexpr std::size_t width = 6;  // of the seconds
    const std::uint64_t before = std::exchange(last_line_, monotonic);
    const std::uint64_t since = before == 0 ? 0 : interval(before, monotonic);
    const bool second_column = columns_.clock != LineColumns::Clock::none;
    out += second_column ? "(+" : "";
    append_at(Side::right, out, static_cast<std::int64_t>(since / second), width);
    append_fraction(since % second, *columns_.since_last, out);
    out += second_column ? ") " : " ";
}

void LineLeader::append_spent(Timestamp begin, Timestamp end, std::string& out) const {
    if (!columns_.spent) {
        return;
    }
    out += " <";
    append_interval(interval(begin.monotonic, end.monotonic), *columns_.spent, out);
    out += '>';
}

}  // namespace troupe
