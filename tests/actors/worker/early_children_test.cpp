#include "actors/worker/early_children.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

using Child = EarlyChildren::Child;

TEST(EarlyChildren, AChildThatIsNotHeardOfIsUnknown) {
    EarlyChildren early;
    EXPECT_EQ(early.parent_event(10, true), Child::unknown);
    EXPECT_FALSE(early.any_waits());
}

TEST(EarlyChildren, AFirstStopIsWaitedForUntilTheParentsEvent) {
    EarlyChildren early;
    early.first_stop({10, 1}, 77);
    EXPECT_TRUE(early.waits({10, 1}));
    EXPECT_EQ(early.since({10, 1}), 77U);
    EXPECT_EQ(early.parent_event(10, true), Child::early);
    EXPECT_FALSE(early.waits({10, 1}));
    EXPECT_EQ(early.parent_event(10, true), Child::unknown);
}

TEST(EarlyChildren, OneWithTheSameTidDoesNotWait) {
    EarlyChildren early;
    early.first_stop({10, 1}, 1);
    EXPECT_FALSE(early.waits({10, 2}));
    early.forget({10, 2});
    EXPECT_TRUE(early.waits({10, 1}));
    early.forget({10, 1});
    EXPECT_FALSE(early.any_waits());
}

TEST(EarlyChildren, AnEndBeforeTheEventIsRememberedForThatEvent) {
    EarlyChildren early;
    early.ended(10);
    EXPECT_TRUE(early.has_ended(10));
    EXPECT_EQ(early.parent_event(10, false), Child::ended);
    EXPECT_EQ(early.remembered(), 0U);
    EXPECT_EQ(early.parent_event(10, false), Child::unknown);
}

TEST(EarlyChildren, WhereTheTidExistsTheOneThatEndedIsNotMeant) {
    EarlyChildren early;
    early.ended(10);
    EXPECT_EQ(early.parent_event(10, true), Child::unknown);
    EXPECT_EQ(early.remembered(), 0U);
}

TEST(EarlyChildren, ARecycledTidForgetsTheOneThatEnded) {
    EarlyChildren early;
    early.ended(10);
    early.recycled(10);
    EXPECT_FALSE(early.has_ended(10));
}

TEST(EarlyChildren, TheEventOfOneThatEndedIsNotThatOfOneThatWaits) {
    EarlyChildren early;
    early.ended(10);
    early.first_stop({11, 1}, 1);
    EXPECT_EQ(early.parent_event(11, true), Child::early);
    EXPECT_EQ(early.parent_event(10, false), Child::ended);
}

}  // namespace
}  // namespace troupe
