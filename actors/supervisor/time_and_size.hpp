#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>

#include "actors/call_limit.hpp"
#include "actors/supervisor/desk.hpp"

namespace troupe {

/// --stop-after: a run is over after a time, or when its file has a size. Supervisor only.
class TimeAndSize {
 public:
    /// `enough`: no call more is printed, and all is to be detached.
    TimeAndSize(const Desk& desk, CallLimit& limit, std::function<void()> enough);

    /// From now on, until the context stops.
    void begin();

 private:
    void look_at_size();
    void is_enough();

    const Desk& desk_;
    CallLimit& limit_;
    std::function<void()> enough_;
    boost::asio::steady_timer time_;
    boost::asio::steady_timer look_;
};

}  // namespace troupe
