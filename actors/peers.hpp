#pragma once

#include <cstddef>

#include "actors/worker/orders.hpp"

namespace troupe {

/// The workers of a run, as they are reached by each other and by the supervisor. Any thread.
class Peers {
 public:
    Peers() = default;
    Peers(const Peers&) = delete;
    Peers& operator=(const Peers&) = delete;
    virtual ~Peers() = default;

    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual int cpu_of(std::size_t worker) const = 0;
    virtual void send(std::size_t worker, orders::Order order) = 0;
};

}  // namespace troupe
