#include "actors/worker/inbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace troupe {
namespace {

using testing::ElementsAre;

TEST(Inbox, OrdersAreCarriedOutInTheirOrderAndEachRings) {
    int rings = 0;
    Inbox<int> inbox([&] { ++rings; });
    EXPECT_FALSE(inbox.any());
    inbox.send(1);
    inbox.send(2);
    EXPECT_TRUE(inbox.any());
    EXPECT_EQ(rings, 2);
    std::vector<int> orders;
    inbox.drain([&](int order) { orders.push_back(order); });
    EXPECT_THAT(orders, ElementsAre(1, 2));
    EXPECT_FALSE(inbox.any());
}

TEST(Inbox, WhatIsSentWhileOrdersAreCarriedOutIsCarriedOutAsWell) {
    Inbox<int> inbox([] {});
    inbox.send(1);
    std::vector<int> orders;
    inbox.drain([&](int order) {
        orders.push_back(order);
        if (order == 1) {
            inbox.send(2);
        }
    });
    EXPECT_THAT(orders, ElementsAre(1, 2));
}

// The worker looks at the flag alone here, as it does while busy tracees keep its bell waiting.
TEST(Inbox, NoOrderWaitsForTheNextOne) {
    constexpr int each = 5'000;
    Inbox<int> inbox([] {});
    std::atomic<int> carried_out{0};
    std::atomic<bool> over{false};
    std::thread worker([&] {
        while (!over.load()) {
            if (inbox.any()) {
                inbox.drain([&](int order) {
                    carried_out.store(order);
                    carried_out.notify_one();
                });
            }
        }
    });
    for (int order = 1; order <= each; ++order) {
        inbox.send(order);
        if (order % 2 == 0) {
            continue;
        }
        for (int seen = carried_out.load(); seen < order; seen = carried_out.load()) {
            carried_out.wait(seen);  // for ever, if the order was overlooked
        }
    }
    over.store(true);
    worker.join();
}

}  // namespace
}  // namespace troupe
