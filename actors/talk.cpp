#include "actors/talk.hpp"

#include <algorithm>
#include <utility>

namespace troupe {
namespace {

// A crossing of 20 to 50 us is a few percent of this.
constexpr std::uint64_t soon_alone = 1'000'000;
// Of a hundred that take turns none comes again within that time, however busy it is; and it is the calls of all of them that cross.
constexpr std::uint64_t soon_for_each = 50'000;
constexpr std::uint64_t crowd_window = 10'000'000;
// Time without a call after which a tracee is quiet. Longer than `soon`, so that nothing flaps.
constexpr std::uint64_t long_silence = 50'000'000;
constexpr std::uint64_t silence_factor = 8;
constexpr unsigned calls_until_talkative = 8;
// Moving costs about as much as forty stops.
constexpr unsigned longest_interval = 2048;

}  // namespace

void Crowd::note(std::uint64_t now, std::uint64_t& counted_in) {
    if (now - began_ > crowd_window) {
        began_ = now;
        before_ = now_;
        now_ = 0;
        ++window_;
    }
    if (counted_in != window_) {
        counted_in = window_;
        ++now_;
    }
}

std::uint64_t Crowd::soon() const { return std::max(soon_alone, soon_for_each * std::max(before_, now_)); }

bool Talk::hear(std::uint64_t now, Crowd& crowd) {
    crowd.note(now, counted_in_);
    const bool follows_soon = now - last_call_ < crowd.soon();
    last_call_ = now;
    rapid_ = follows_soon ? std::min(rapid_ + 1, calls_until_talkative) : rapid_ / 2;
    return rapid_ >= calls_until_talkative;
}

bool Talk::is_silent(std::uint64_t now, const Crowd& crowd) const {
    return now > last_call_ && now - last_call_ > std::max(long_silence, silence_factor * crowd.soon());
}

void Talk::count_at(std::size_t worker, LoadBoard& loads) {
    uncount(loads);
    loads.came(worker);
    counted_at_ = worker;
}

void Talk::rest(LoadBoard& loads) {
    if (counted_at_ && !std::exchange(rests_, true)) {
        loads.rests(*counted_at_);
    }
}

void Talk::wake(LoadBoard& loads) {
    if (std::exchange(rests_, false)) {
        loads.wakes(*counted_at_);
    }
}

void Talk::uncount(LoadBoard& loads) {
    wake(loads);
    if (const auto worker = std::exchange(counted_at_, std::nullopt)) {
        loads.left(*worker);
    }
}

void Talk::fall_quiet(LoadBoard& loads) {
    uncount(loads);
    rapid_ = 0;
    bound_for.reset();
}

bool Talk::is_due() {
    if (++since_placed_ < interval_) {
        return false;
    }
    since_placed_ = 0;
    return true;
}

void Talk::was_moved() { interval_ = std::min(interval_ * 2, longest_interval); }

}  // namespace troupe
