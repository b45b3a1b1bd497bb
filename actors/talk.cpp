#include "actors/talk.hpp"

#include <algorithm>
#include <utility>

namespace troupe {
namespace {

// A crossing of 20 to 50 us is a few percent of this.
constexpr std::uint64_t soon = 1'000'000;
// Time without a call after which a tracee is quiet. Longer than `soon`, so that nothing flaps.
constexpr std::uint64_t long_silence = 50'000'000;
constexpr unsigned calls_until_talkative = 8;
// Moving costs about as much as forty stops.
constexpr unsigned longest_interval = 2048;

}  // namespace

bool Talk::hear(std::uint64_t now) {
    const bool follows_soon = now - last_call_ < soon;
    last_call_ = now;
    rapid_ = follows_soon ? std::min(rapid_ + 1, calls_until_talkative) : rapid_ / 2;
    return rapid_ >= calls_until_talkative;
}

bool Talk::is_silent(std::uint64_t now) const { return now > last_call_ && now - last_call_ > long_silence; }

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
