#pragma once

#include <boost/asio/steady_timer.hpp>

#include "actors/guardian.hpp"
#include "actors/placement.hpp"
#include "actors/supervisor/crew.hpp"
#include "actors/supervisor/desk.hpp"

namespace troupe {

/// What has to be looked at every now and then, because no report tells of it: output that lies in buffers, tracees that fell quiet or
/// vanished, a worker that is stuck in a seize, a guardian that was killed. Supervisor only.
class Upkeep {
 public:
    Upkeep(const Desk& desk, const Crew& crew, const LoadBoard& loads, Guardian& guardian)
        : desk_(desk), crew_(crew), loads_(loads), guardian_(guardian), timer_(desk.context) {}

    /// From now on, until the context stops.
    void begin();

 private:
    void round();
    void look_after(std::size_t worker);
    void reap_for(std::size_t worker);

    const Desk& desk_;
    const Crew& crew_;
    const LoadBoard& loads_;
    Guardian& guardian_;
    boost::asio::steady_timer timer_;
};

}  // namespace troupe
