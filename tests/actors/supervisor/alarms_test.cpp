#include "actors/supervisor/alarms.hpp"

#include <gtest/gtest.h>

#include "tests/actors/supervisor/fake_peers.hpp"
#include "troupe/core/clock.hpp"

namespace troupe::tests {
namespace {

constexpr std::uint64_t an_hour = 3'600'000'000'000;

class AlarmsTest : public testing::Test {
 protected:
    FakePeers workers{4};
    boost::asio::io_context context;
    Alarms alarms{context, workers};
};

TEST_F(AlarmsTest, AWorkerIsWokenWhenItsTimeHasCome) {
    alarms.wake_at(monotonic_ns(), 2);
    context.run();
    EXPECT_EQ(workers.sent(), "2: holds over");
}

TEST_F(AlarmsTest, AllWhoseTimeHasComeAreWokenInTheOrderOfTheirTimes) {
    const std::uint64_t now = monotonic_ns();
    alarms.wake_at(now, 1);
    alarms.wake_at(now - 2, 3);
    alarms.wake_at(now - 1, 0);
    context.run();
    EXPECT_EQ(workers.sent(), "3: holds over, 0: holds over, 1: holds over");
}

TEST_F(AlarmsTest, AnEarlierTimeTakesThePlaceOfTheOneThatWasWaitedFor) {
    alarms.wake_at(monotonic_ns() + an_hour, 1);
    alarms.wake_at(monotonic_ns(), 2);
    context.run_one();  // the wait that was given up
    context.run_one();
    EXPECT_EQ(workers.sent(), "2: holds over");
}

TEST_F(AlarmsTest, ALaterTimeIsWaitedForWhenTheFirstIsOver) {
    const std::uint64_t now = monotonic_ns();
    alarms.wake_at(now, 1);
    alarms.wake_at(now + 1, 1);
    context.run();
    EXPECT_EQ(workers.sent(), "1: holds over, 1: holds over");
}

}  // namespace
}  // namespace troupe::tests
