#pragma once

#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <map>

#include "actors/peers.hpp"

namespace troupe {

/// The alarm clock of workers that delay tracees: a worker that keeps one in its stop sleeps in wait like any other. Supervisor only.
class Alarms {
 public:
    Alarms(boost::asio::io_context& context, Peers& workers) : workers_(workers), timer_(context) {}

    /// That worker gets an `orders::HoldsOver` at this time (monotonic clock, ns), or soon after it.
    void wake_at(std::uint64_t when, unsigned worker);

 private:
    void arm();

    Peers& workers_;
    boost::asio::steady_timer timer_;
    std::multimap<std::uint64_t, unsigned> due_;  // which worker wants to look at its holds when
};

}  // namespace troupe
