#include <algorithm>
#include <cmath>

#include "troupe/core/summary.hpp"

namespace troupe {

void TimeTotal::add(std::uint64_t nanoseconds) {
    least = measured == 0 ? nanoseconds : std::min(least, nanoseconds);
    most = std::max(most, nanoseconds);
    sum += nanoseconds;
    ++measured;
}

TimeTotal& TimeTotal::operator+=(const TimeTotal& other) {
    if (other.measured != 0) {
        least = measured == 0 ? other.least : std::min(least, other.least);
    }
    most = std::max(most, other.most);
    sum += other.sum;
    measured += other.measured;
    return *this;
}

std::uint64_t TimeTotal::sum_of(std::uint64_t calls) const {
    if (measured == calls || measured == 0) {
        return sum;
    }
    return static_cast<std::uint64_t>(std::llround(static_cast<double>(sum) / static_cast<double>(measured) * static_cast<double>(calls)));
}

CallTotal& CallTotal::operator+=(const CallTotal& other) {
    calls += other.calls;
    errors += other.errors;
    system += other.system;
    wall += other.wall;
    return *this;
}

CallTotals& CallTotals::operator+=(const CallTotals& other) {
    for (const auto& [call, total] : other.totals_) {
        totals_[call] += total;
    }
    return *this;
}

Counted& Counted::operator+=(const Counted& other) {
    calls += other.calls;
    for (const auto& [thread, totals] : other.threads) {
        ThreadTotals& here = threads[thread];
        here.process = totals.process != 0 ? totals.process : here.process;
        here.calls += totals.calls;
    }
    return *this;
}

}  // namespace troupe
