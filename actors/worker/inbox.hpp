#pragma once

#include <concurrentqueue/concurrentqueue.h>

#include <atomic>
#include <functional>
#include <utility>

namespace troupe {

/// The orders that a worker has not carried out yet. `send` queues one and rings; the worker looks when its bell has rung, and after each
/// report, because a bell may have to wait for long while busy tracees are served first.
template <typename Order>
class Inbox {
 public:
    /// `ring` wakes the worker; called on the thread that sends.
    explicit Inbox(std::function<void()> ring) : ring_(std::move(ring)) {}

    /// Any thread.
    void send(Order order) {
        orders_.enqueue(std::move(order));
        any_.store(true);  // in order with the bell's pid, see Doorbell::hang_again
        ring_();
    }
    /// Any thread.
    [[nodiscard]] bool any() const { return any_.load(); }

    /// Worker only: hands each order to `carry_out`. The flag is taken in one step: a plain store, made visible after the queue was found
    /// empty, would wipe out the flag of an order that came in between.
    template <typename CarryOut>
    void drain(CarryOut&& carry_out) {
        (void)any_.exchange(false, std::memory_order_acq_rel);
        Order order;
        while (orders_.try_dequeue(order)) {
            carry_out(order);
        }
    }

 private:
    // Immutable
    std::function<void()> ring_;

    // Any thread: atomic
    moodycamel::ConcurrentQueue<Order> orders_;
    std::atomic<bool> any_{false};
};

}  // namespace troupe
