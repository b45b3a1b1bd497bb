// Delays: a worker that keeps a tracee in its stop sleeps in wait like any other, so its alarm clock is here.
#include "actors/supervisor.hpp"

namespace troupe {

void Supervisor::wake_at(std::uint64_t when, unsigned worker) {
    const bool earliest = wake_ups_.empty() || when < wake_ups_.begin()->first;
    wake_ups_.emplace(when, worker);
    if (earliest) {
        arm_wake_up();
    }
}

/// For the earliest of all; arming it again takes the place of what it was armed for.
void Supervisor::arm_wake_up() {
    const auto when = std::chrono::nanoseconds(wake_ups_.begin()->first);
    wake_up_timer_.expires_at(std::chrono::steady_clock::time_point(when));
    wake_up_timer_.async_wait([this](const boost::system::error_code& error) {
        if (error) {
            return;
        }
        const auto now = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
        while (!wake_ups_.empty() && wake_ups_.begin()->first <= now) {
            workers_[wake_ups_.begin()->second]->send(orders::HoldsOver{});
            wake_ups_.erase(wake_ups_.begin());
        }
        if (!wake_ups_.empty()) {
            arm_wake_up();
        }
    });
}

}  // namespace troupe
