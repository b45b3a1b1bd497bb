#pragma once

#include <concurrentqueue/concurrentqueue.h>
#include <time.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "troupe/core/thread_roles.hpp"

/// A queue that is drained by the thread that posts when no other drains it, so that the posted work costs no wake-up.
///
/// The problem: hooks must run one at a time, and a thread of their own would cost two wake-ups that cross CPUs per hook, more
/// than everything else together. What we do: the right to drain, the baton, goes to the poster that finds the mailbox empty. It
/// works until the mailbox is empty again, or, so that no thread drains for others for ever, hands the baton to the poster of the
/// next item. Price: a poster whose item is queued waits for another worker's thread to get to it.
///
/// There is one counter and no flag: who raises it from 0 has the baton, who lowers it to 0 has given it up. So there is no moment at
/// which an item is there and no thread is bound to take it. It is raised before the item is queued: an item that was not counted yet
/// could be taken in the place of another (items of several posters have no order), and its poster would then be given the baton
/// for an item that another thread answers, and be gone before the answer.
namespace troupe {

enum class Posted : std::uint8_t {
    queued,          ///< the holder of the baton gets to it
    baton_is_yours,  ///< drain now
    closed,          ///< not taken: no answer will ever come
};

/// Item is a pointer-like value. Many posters, one drainer at a time.
template <typename Item, typename Queue = moodycamel::ConcurrentQueue<Item>>
class Mailbox {
 public:
    class Drainer;

    [[nodiscard]] Posted post(Item item) {
        if (closed_.load(std::memory_order_acquire)) {
            return Posted::closed;
        }
        const bool first = pending_.fetch_add(1, std::memory_order_acq_rel) == 0;
        queue_.enqueue(item);
        return first ? Posted::baton_is_yours : Posted::queued;
    }

    /// From now on `post` refuses. What is queued is still drained.
    void close() { closed_.store(true, std::memory_order_release); }

    /// The right to drain this mailbox; move-only by being neither copied nor moved: it lives in one frame.
    class [[nodiscard]] Drainer {
     public:
        explicit Drainer(Mailbox& mailbox) : mailbox_(mailbox) {}
        Drainer(const Drainer&) = delete;
        Drainer& operator=(const Drainer&) = delete;

        /// The next item; there is one.
        [[nodiscard]] Item take() {
            Item item{};
            for (unsigned tries = 0; !mailbox_.queue_.try_dequeue(item); ++tries) {
                // It is counted, and its poster is about to queue it: it is there in a moment. But where the poster was taken off this very
                // CPU, it does not come back while we spin: yielding does not help where we run in real time, sleeping does.
                if (tries >= tries_before_sleep) {
                    const timespec moment{0, sleep_ns};
                    ::nanosleep(&moment, nullptr);
                }
            }
            return item;
        }
        /// The item is dealt with. False: it was the last one, and the baton is gone.
        [[nodiscard]] bool settle() { return mailbox_.pending_.fetch_sub(1, std::memory_order_acq_rel) != 1; }

     private:
        static constexpr unsigned tries_before_sleep = 1000;  // some 10 us; queueing takes a tenth of one
        static constexpr long sleep_ns = 20'000;

        Mailbox& mailbox_;
    };

 private:
    // Any thread: atomic
    Queue queue_;
    std::atomic<std::size_t> pending_{0};
    std::atomic<bool> closed_{false};
};

}  // namespace troupe
