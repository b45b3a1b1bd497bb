#include "actors/supervisor/alarms.hpp"

#include <chrono>

#include "troupe/core/clock.hpp"

namespace troupe {

void Alarms::wake_at(std::uint64_t when, unsigned worker) {
    const bool earliest = due_.empty() || when < due_.begin()->first;
    due_.emplace(when, worker);
    if (earliest) {
        arm();
    }
}

/// For the earliest of all; arming it again takes the place of what it was armed for.
void Alarms::arm() {
    const auto when = std::chrono::nanoseconds(due_.begin()->first);
    timer_.expires_at(std::chrono::steady_clock::time_point(when));
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (error) {
            return;
        }
        const std::uint64_t now = monotonic_ns();
        while (!due_.empty() && due_.begin()->first <= now) {
            workers_.send(due_.begin()->second, orders::HoldsOver{});
            due_.erase(due_.begin());
        }
        if (!due_.empty()) {
            arm();
        }
    });
}

}  // namespace troupe
