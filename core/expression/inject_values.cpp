#include "core/expression/inject_values.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>

#include "core/expression/signal_text.hpp"
#include "core/tables/nearest_name.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/decimal.hpp"
#include "troupe/core/duration.hpp"

namespace troupe {

namespace {

constexpr int largest_errno = 4095;  // MAX_ERRNO, include/linux/err.h

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The errno that a program finds where a call returns this in a register: 0 if it takes it for a success.
template <typename Word>
int errno_in(Word value) {
    return value < 0 && value >= -largest_errno ? static_cast<int>(-value) : 0;
}

bool is_pure_everywhere(const SyscallRow& row) {
    return (row.classes & syscall_class::pure) != 0 && std::ranges::find(row.numbers, absent) == row.numbers.end();
}

}  // namespace

Meant<int> errno_meant(Element value) {
    if (is_number(behind_sign(value.text).digits)) {
        const std::uint32_t number = signed_decimal(value.text, largest_errno).value_or(0);
        if (number < 1) return wrong("errors are 1 to 4095, not " + std::string(value.text), value.column);
        return static_cast<int>(number);
    }
    const ErrnoRow* row = errno_named(in_capitals(value.text));
    if (row == nullptr) return wrong("unknown error " + quoted(value.text) + hint_at(nearest_errno(value.text)), value.column);
    return static_cast<int>(row->number);
}

Meant<std::int64_t> retval_meant(Element value) {
    const std::string text(value.text);
    char* end = nullptr;
    errno = 0;
    const unsigned long long number = std::strtoull(text.c_str(), &end, 0);
    if (end == text.c_str() || end != text.c_str() + text.size()) {
        return wrong("a return value is a number (decimal, 0x… or 0…), not " + quoted(text), value.column);
    }
    if (errno == ERANGE) return wrong("a return value has 64 bits, " + text + " has more", value.column);
    return static_cast<std::int64_t>(number);
}

void warn_of_retval(std::uint64_t value, std::vector<std::string>& warnings) {
    const std::string shown = std::to_string(value);
    if (const int error = errno_in(static_cast<std::int64_t>(value)); error != 0) {
        warnings.push_back("Inadvertent injection of error " + std::to_string(error) + " is possible for retval=" + shown);
        return;
    }
    const auto word = static_cast<std::uint32_t>(value);
    if (const int error = errno_in(std::int64_t{static_cast<std::int32_t>(word)}); error != 0) {
        warnings.push_back("Inadvertent injection of error " + std::to_string(error) +
                           " is possible in compat personality for retval=" + shown);
        return;
    }
    if (value > std::numeric_limits<std::uint32_t>::max())
        warnings.push_back("Injected return value " + shown + " will be clipped to " + std::to_string(word) + " in compat personality");
}

Meant<int> injected_signal_meant(Element value) {
    const int signal = signal_meant(value.text);
    if (is_number(value.text) && (signal < 1 || signal > last_signal)) {
        return wrong("signals are 1 to " + std::to_string(last_signal) + ", not " + std::string(value.text), value.column);
    }
    if (signal < 1) return wrong("unknown signal " + quoted(value.text) + hint_at(nearest_signal(value.text)), value.column);
    return signal;
}

Meant<const SyscallRow*> pure_call_meant(Element value) {
    NearestName search(value.text);
    std::string known;
    for (const SyscallRow* row : syscall_rows()) {
        if (!is_pure_everywhere(*row)) continue;
        if (row->name == value.text) return row;
        search.offer(row->name);
        known += (known.empty() ? "" : ", ") + std::string(row->name);
    }
    const std::string why = search.best().empty() ? " (" + known + ")" : hint_at(search.best());
    return wrong(quoted(value.text) + " is not a call of %pure that every ABI has" + why, value.column);
}

Meant<std::chrono::nanoseconds> delay_meant(Element value) {
    auto duration = parse_duration(value.text);
    if (!duration) return wrong(duration.error().text(), value.column + duration.error().column);
    return *duration;
}

}  // namespace troupe
