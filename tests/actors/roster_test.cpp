#include "actors/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TaskFacts facts_of(pid_t tid) {
    TaskFacts facts;
    facts.id = {tid, static_cast<std::uint32_t>(tid)};
    return facts;
}

TEST(Roster, FindsWhomItHasAndNobodyElse) {
    Roster roster;
    EXPECT_TRUE(roster.empty());
    Tracee& added = roster.add(facts_of(10));
    EXPECT_EQ(roster.find(10), &added);
    EXPECT_EQ(roster.find(11), nullptr);
    EXPECT_EQ(added.facts.id, (TaskId{10, 10}));
    EXPECT_EQ(roster.size(), 1U);
    roster.remove(11);
    EXPECT_EQ(roster.size(), 1U);
    roster.remove(10);
    EXPECT_TRUE(roster.empty());
    EXPECT_EQ(roster.find(10), nullptr);
}

TEST(Roster, ATraceeStaysWhereItIsWhileOthersComeAndGo) {
    Roster roster;
    Tracee& first = roster.add(facts_of(1));
    for (pid_t tid = 2; tid < 500; ++tid) {
        (void)roster.add(facts_of(tid));
    }
    for (pid_t tid = 2; tid < 400; ++tid) {
        roster.remove(tid);
    }
    EXPECT_EQ(roster.find(1), &first);
    EXPECT_EQ(first.facts.id.tid, 1);
    EXPECT_EQ(roster.tids().size(), 101U);
}

TEST(Roster, ARecycledTidIsANewTracee) {
    Roster roster;
    roster.add(facts_of(10)).has_filter = true;
    Tracee& later = roster.add(facts_of(10));
    EXPECT_FALSE(later.has_filter);
    EXPECT_EQ(roster.size(), 1U);
}

TEST(RosterRounds, OfOneTraceeAreNeverOver) {
    Roster roster;
    Tracee& only = roster.add(facts_of(10));
    for (int stops = 0; stops < 100; ++stops) {
        roster.served(only);
        ASSERT_FALSE(roster.round_is_over()) << "none can starve beside it";
    }
}

TEST(RosterRounds, AreOverAfterMoreStopsThanThereAreTracees) {
    Roster roster;
    Tracee& busy = roster.add(facts_of(10));
    for (pid_t tid = 11; tid < 30; ++tid) {
        (void)roster.add(facts_of(tid));
    }
    EXPECT_FALSE(roster.round_is_over());
    for (int stops = 0; stops < 20; ++stops) {
        roster.served(busy);
        EXPECT_FALSE(roster.round_is_over());
    }
    roster.served(busy);
    EXPECT_TRUE(roster.round_is_over());
}

TEST(RosterRounds, OfAFewTraceesLastAsLongAsThoseOfSixteen) {
    Roster roster;
    Tracee& busy = roster.add(facts_of(10));
    (void)roster.add(facts_of(11));
    for (int stops = 0; stops < 16; ++stops) {
        roster.served(busy);
        EXPECT_FALSE(roster.round_is_over());
    }
    roster.served(busy);
    EXPECT_TRUE(roster.round_is_over());
}

TEST(RosterRounds, ThoseThatWereNotServedAreStarvedAndTheNextRoundBegins) {
    Roster roster;
    Tracee& busy = roster.add(facts_of(10));
    (void)roster.add(facts_of(11));
    (void)roster.add(facts_of(12));
    for (int stops = 0; stops < 4; ++stops) {
        roster.served(busy);
    }
    EXPECT_THAT(roster.starved(), UnorderedElementsAre(11, 12));
    EXPECT_FALSE(roster.round_is_over());
    EXPECT_THAT(roster.starved(), UnorderedElementsAre(10, 11, 12)) << "none was served since";
}

TEST(RosterRounds, WhoWasServedIsNotStarved) {
    Roster roster;
    Tracee& busy = roster.add(facts_of(10));
    Tracee& slow = roster.add(facts_of(11));
    roster.served(busy);
    roster.served(slow);
    EXPECT_THAT(roster.starved(), IsEmpty());
    roster.served(busy);
    EXPECT_THAT(roster.starved(), ElementsAre(11)) << "what counts is this round";
}

TEST(RosterRounds, ANewcomerThatHasNotStoppedIsAskedFor) {
    Roster roster;
    Tracee& busy = roster.add(facts_of(10));
    roster.served(busy);
    (void)roster.add(facts_of(11));
    EXPECT_THAT(roster.starved(), ElementsAre(11));
}

TEST(RosterRename, TheLeadersTidIsTheCallersAndTheLeaderIsGone) {
    Roster roster;
    roster.add(facts_of(100)).has_filter = false;
    Tracee& caller = roster.add(facts_of(105));
    caller.has_filter = true;
    Tracee& renamed = roster.rename(105, {100, 105});
    EXPECT_EQ(&renamed, &caller);
    EXPECT_EQ(roster.find(100), &caller);
    EXPECT_EQ(roster.find(105), nullptr);
    EXPECT_EQ(roster.size(), 1U);
    EXPECT_EQ(renamed.facts.id, (TaskId{100, 105}));
    EXPECT_TRUE(renamed.has_filter);
}

TEST(RosterRename, WorksWhereTheLeaderIsNotHere) {
    Roster roster;
    (void)roster.add(facts_of(105));
    EXPECT_EQ(roster.rename(105, {100, 7}).facts.id, (TaskId{100, 7}));
    EXPECT_THAT(roster.tids(), ElementsAre(100));
}

TEST(RosterRename, ToItsOwnTidKeepsIt) {
    Roster roster;
    Tracee& leader = roster.add(facts_of(100));
    EXPECT_EQ(&roster.rename(100, {100, 100}), &leader);
    EXPECT_EQ(roster.find(100), &leader);
    EXPECT_EQ(roster.size(), 1U);
}

TEST(RosterRename, ItsMemoryIsReadUnderTheNewTid) {
    Roster roster;
    constexpr pid_t no_such_tid = 0x7ffffff0;  // beyond what a tid can be
    (void)roster.add(facts_of(no_such_tid));
    const std::uint32_t here = 0x12345678;
    std::uint32_t read = 0;
    EXPECT_FALSE(roster.find(no_such_tid)->memory.read_object(reinterpret_cast<std::uint64_t>(&here), read));
    Tracee& renamed = roster.rename(no_such_tid, {::getpid(), 1});
    EXPECT_TRUE(renamed.memory.read_object(reinterpret_cast<std::uint64_t>(&here), read));
    EXPECT_EQ(read, here);
}

TEST(RosterDeathTest, ARenameOfSomebodyElsesTraceeIsABugOfOurs) {
    Roster roster;
    EXPECT_DEATH((void)roster.rename(105, {100, 1}), "only a tracee of this worker can be renamed here");
}

}  // namespace
}  // namespace troupe
