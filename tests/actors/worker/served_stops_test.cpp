#include <gtest/gtest.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

/// Everything is traced, without a filter: each call stops twice.
class ServedStops : public testing::Test {
 protected:
    ServedStops() { scene_.begin(); }
    Scenario scene_{Setting{}};
};

TEST_F(ServedStops, ACallIsFollowedFromItsEntryToItsExit) {
    EXPECT_EQ(scene_.see(entry(1)), "call 1");
    EXPECT_EQ(scene_.see(tests::exit_of(1, 42)), "call 1");
}

TEST_F(ServedStops, ASignalIsDeliveredWithTheResumption) { EXPECT_EQ(scene_.see(signals(1, SIGTERM)), "call 1 with 15"); }

TEST_F(ServedStops, AGroupStopGoesOnUntilItsEnd) {
    EXPECT_EQ(scene_.see(signals(1, SIGSTOP)), "call 1 with 19");
    EXPECT_EQ(scene_.see(event(1, SIGSTOP)), "listen 1");
    EXPECT_EQ(scene_.see(event(1)), "call 1");
}

TEST_F(ServedStops, AnEventThatWeNeverAskedForIsPassedOver) { EXPECT_EQ(scene_.see(stop_of(1, StopReason::Kind::other)), "call 1"); }

TEST_F(ServedStops, AStopThatIsNoCallIsPassedOver) {
    EXPECT_EQ(scene_.see(call_of(1, StopReason::Kind::syscall, {.at = SyscallInfo::At::none})), "call 1");
}

TEST_F(ServedStops, TheEndOfTheCommandIsToldAndNothingIsLeft) {
    EXPECT_EQ(scene_.see(exits(1, 3)), "");
    EXPECT_EQ(scene_.said(), "command ended 3, none left");
    EXPECT_EQ(scene_.ledger().reaped, 1U);
    EXPECT_TRUE(scene_.ledger().balanced());
}

TEST(FilterStops, OfTheVsyscallPageAreNoCalls) {
    Scenario scene({.filter = true});
    scene.begin();
    FakeReport stop = filtered(1, SYS_gettimeofday);
    stop.info.instruction_pointer = 0xffff'ffff'ff60'0000;
    EXPECT_EQ(scene.see(stop), "cont 1");
    EXPECT_EQ(scene.see(filtered(1)), "call 1");
    EXPECT_EQ(scene.see(tests::exit_of(1, 7)), "cont 1");
    EXPECT_EQ(scene.trace().find("gettimeofday"), std::string::npos) << scene.trace();
    EXPECT_NE(scene.trace().find("= 7"), std::string::npos) << scene.trace();
}

}  // namespace
}  // namespace troupe
