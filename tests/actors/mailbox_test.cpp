#include "actors/mailbox.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace troupe {
namespace {

using Box = Mailbox<int>;

TEST(Mailbox, TheFirstPostTakesTheBatonAndTheOthersQueue) {
    Box box;
    EXPECT_EQ(box.post(1), Posted::baton_is_yours);
    EXPECT_EQ(box.post(2), Posted::queued);
    EXPECT_EQ(box.post(3), Posted::queued);
}

TEST(Mailbox, TheHolderTakesItsOwnItemLikeAnyOther) {
    Box box;
    ASSERT_EQ(box.post(7), Posted::baton_is_yours);
    Box::Drainer drainer(box);
    EXPECT_EQ(drainer.take(), 7);
    EXPECT_FALSE(drainer.settle());
}

TEST(Mailbox, TheBatonIsGoneWithTheLastItemAndNotBefore) {
    Box box;
    ASSERT_EQ(box.post(1), Posted::baton_is_yours);
    ASSERT_EQ(box.post(2), Posted::queued);
    Box::Drainer drainer(box);
    EXPECT_EQ(drainer.take(), 1);
    EXPECT_TRUE(drainer.settle());
    EXPECT_EQ(drainer.take(), 2);
    EXPECT_EQ(box.post(3), Posted::queued) << "the second item is taken, but not settled";
    EXPECT_TRUE(drainer.settle());
    EXPECT_EQ(drainer.take(), 3);
    EXPECT_FALSE(drainer.settle());
    EXPECT_EQ(box.post(4), Posted::baton_is_yours) << "no thread drains any more";
}

TEST(Mailbox, WhoeverTheBatonIsHandedToGoesOnWhereTheOtherEnded) {
    Box box;
    ASSERT_EQ(box.post(1), Posted::baton_is_yours);
    ASSERT_EQ(box.post(2), Posted::queued);
    ASSERT_EQ(box.post(3), Posted::queued);
    Box::Drainer giver(box);
    EXPECT_EQ(giver.take(), 1);
    EXPECT_TRUE(giver.settle());
    const int handed_on = giver.take();  // with an unsettled item, so that no post takes the baton meanwhile
    EXPECT_EQ(handed_on, 2);
    EXPECT_EQ(box.post(4), Posted::queued);
    std::thread([&box] {
        Box::Drainer taker(box);
        EXPECT_TRUE(taker.settle());
        EXPECT_EQ(taker.take(), 3);
        EXPECT_TRUE(taker.settle());
        EXPECT_EQ(taker.take(), 4);
        EXPECT_FALSE(taker.settle());
    }).join();
}

TEST(Mailbox, AClosedOneRefuses) {
    Box box;
    box.close();
    EXPECT_EQ(box.post(1), Posted::closed);
    EXPECT_EQ(box.post(1), Posted::closed);
}

TEST(Mailbox, WhatWasThereBeforeItClosedIsStillDrained) {
    Box box;
    ASSERT_EQ(box.post(1), Posted::baton_is_yours);
    ASSERT_EQ(box.post(2), Posted::queued);
    Box::Drainer drainer(box);
    EXPECT_EQ(drainer.take(), 1);
    box.close();
    EXPECT_EQ(box.post(3), Posted::closed);
    EXPECT_TRUE(drainer.settle());
    EXPECT_EQ(drainer.take(), 2);
    EXPECT_FALSE(drainer.settle());
    EXPECT_EQ(box.post(4), Posted::closed) << "an empty one does not open again";
}

/// A queue without an order, in which something may happen between the moment that an item is there and the return to its poster.
class WatchedQueue {
 public:
    void enqueue(int item) {
        items_.push_back(item);
        if (item == watched) {
            meanwhile();
        }
    }
    bool try_dequeue(int& item) {
        if (items_.empty()) {
            return false;
        }
        item = items_.back();
        items_.pop_back();
        return true;
    }

    inline static int watched = 0;
    inline static std::function<void()> meanwhile;

 private:
    std::vector<int> items_;
};

TEST(Mailbox, AnItemThatIsTakenBeforeItsPosterReturnsDoesNotBringItTheBaton) {
    Mailbox<int, WatchedQueue> box;
    ASSERT_EQ(box.post(1), Posted::baton_is_yours);
    Mailbox<int, WatchedQueue>::Drainer drainer(box);
    ASSERT_EQ(drainer.take(), 1);
    ASSERT_EQ(box.post(2), Posted::queued);
    WatchedQueue::watched = 3;
    WatchedQueue::meanwhile = [&] {
        ASSERT_TRUE(drainer.settle());
        ASSERT_EQ(drainer.take(), 3);
        EXPECT_TRUE(drainer.settle()) << "the second item is still there";
    };
    EXPECT_EQ(box.post(3), Posted::queued) << "the baton is the drainer's, and the item is dealt with";
    EXPECT_EQ(drainer.take(), 2);
    EXPECT_FALSE(drainer.settle());
}

/// A queue whose poster has been taken off the CPU of the thread that drains it: the item is there when that thread has slept.
class SlowQueue {
 public:
    void enqueue(int item) { item_ = item; }
    bool try_dequeue(int& item) {
        item = item_;
        const long slept = times_slept();
        before_ = before_ < 0 ? slept : before_;
        gave_up = ++tries_ > 10'000'000;
        return slept > before_ || gave_up;
    }

    inline static bool gave_up = false;

 private:
    static long times_slept() {
        rusage usage{};
        ::getrusage(RUSAGE_THREAD, &usage);
        return usage.ru_nvcsw;
    }

    int item_ = 0;
    long before_ = -1;
    std::uint64_t tries_ = 0;
};

TEST(Mailbox, ADrainerSleepsWhereAnItemIsCountedButDoesNotCome) {
    Mailbox<int, SlowQueue> box;
    ASSERT_EQ(box.post(1), Posted::baton_is_yours);
    Mailbox<int, SlowQueue>::Drainer drainer(box);
    EXPECT_EQ(drainer.take(), 1);
    EXPECT_FALSE(SlowQueue::gave_up);
    EXPECT_FALSE(drainer.settle());
}

/// What several threads post, and what the draining thread does with it: without any lock of its own.
class Senders {
 public:
    static constexpr std::size_t posters = 4;
    static constexpr std::uint64_t items_each = 20'000;

    void run() {
        std::vector<std::thread> threads;
        for (std::size_t poster = 0; poster < posters; ++poster) {
            threads.emplace_back([this, poster] {
                for (std::uint64_t item = 1; item <= items_each; ++item) {
                    const std::uint64_t own = poster << 32 | item;
                    if (box_.post(own) == Posted::baton_is_yours) {
                        drain(own);
                    }
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
    }
    void expect_all_settled() const {
        for (const std::uint64_t last : last_of_) {
            EXPECT_EQ(last, items_each);
        }
        EXPECT_EQ(settled_, posters * items_each);
        EXPECT_FALSE(out_of_order_);
        EXPECT_FALSE(two_at_once_);
        EXPECT_EQ(lost_their_own_, 0U) << "a thread took an item that was not counted yet, while its poster got the baton for it";
    }

 private:
    void drain(std::uint64_t own) {
        Mailbox<std::uint64_t>::Drainer drainer(box_);
        bool more = true;
        bool met_own = false;
        while (more) {
            two_at_once_ = inside_.exchange(true) || two_at_once_;
            const std::uint64_t item = drainer.take();
            met_own = met_own || item == own;
            std::uint64_t& last = last_of_[item >> 32];
            const std::uint64_t number = item & 0xffffffff;
            out_of_order_ = out_of_order_ || number != last + 1;
            last = number;
            ++settled_;
            inside_.store(false);
            more = drainer.settle();
        }
        if (!met_own) {
            lost_their_own_.fetch_add(1);
        }
    }

    Mailbox<std::uint64_t> box_;
    // Baton only: a second drainer would lose counts, and ThreadSanitizer would see it.
    std::array<std::uint64_t, posters> last_of_{};
    std::uint64_t settled_ = 0;
    bool out_of_order_ = false;
    bool two_at_once_ = false;
    // Any thread: atomic
    std::atomic<bool> inside_{false};
    std::atomic<unsigned> lost_their_own_{0};
};

TEST(Mailbox, OfManyPostersEveryItemIsSettledOnceInItsPostersOrderByOneDrainerAtATime) {
    Senders crowd;
    crowd.run();
    crowd.expect_all_settled();
}

TEST(Mailbox, OfAnItemThatRacesWithTheCloseIsEitherRefusedOrDrained) {
    for (int round = 0; round < 500; ++round) {
        Mailbox<int> box;
        std::atomic<int> refused{0};
        std::atomic<int> drained{0};
        const auto post = [&](bool close_it) {
            if (close_it) {
                box.close();
            }
            switch (box.post(1)) {
                case Posted::closed:
                    ++refused;
                    return;
                case Posted::queued:
                    return;
                case Posted::baton_is_yours:
                    break;
            }
            Mailbox<int>::Drainer drainer(box);
            do {
                drained += drainer.take();
            } while (drainer.settle());
        };
        std::thread closer(post, true);
        std::thread other(post, false);
        closer.join();
        other.join();
        ASSERT_EQ(refused + drained, 2);
        ASSERT_GE(refused, 1);
    }
}

}  // namespace
}  // namespace troupe
