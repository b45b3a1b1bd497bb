#include "troupe/core/decision.hpp"

#include <gtest/gtest.h>

#include <cerrno>

namespace troupe {
namespace {

Poke poke_at(std::uint64_t address, unsigned char byte) { return {address, {std::byte{byte}}}; }

TEST(Decision, LetsThingsPassUnlessToldOtherwise) {
    const Decision decision;
    EXPECT_FALSE(decision.replaces_call());
    EXPECT_FALSE(decision.signal.has_value());
    EXPECT_FALSE(decision.wants_exit);
    EXPECT_TRUE(decision.pokes.empty());
    EXPECT_FALSE(decision.shown.has_value());
}

TEST(Decision, AnErrnoAndAReturnValueBothReplaceTheCall) {
    Decision fails;
    fails.error = EPERM;
    EXPECT_TRUE(fails.replaces_call());
    Decision returns;
    returns.retval = 0;
    EXPECT_TRUE(returns.replaces_call());
}

TEST(MergeOfDecisions, WithNothingOnTopEverythingBelowStays) {
    Decision under;
    under.error = ENOENT;
    under.signal = 10;
    under.wants_exit = true;
    under.pokes = {poke_at(0x10, 1)};
    under.shown = Shown{.result = 5};
    const Decision merged = merge(under, {});
    EXPECT_EQ(merged.error, ENOENT);
    EXPECT_FALSE(merged.retval.has_value());
    EXPECT_EQ(merged.signal, 10);
    EXPECT_TRUE(merged.wants_exit);
    EXPECT_EQ(merged.pokes.size(), 1U);
    ASSERT_TRUE(merged.shown.has_value());
    EXPECT_EQ(merged.shown->result, 5);
}

TEST(MergeOfDecisions, AReturnValueOnTopTakesTheErrnoAwayAndTheOtherWayRound) {
    Decision fails;
    fails.error = ENOENT;
    Decision returns;
    returns.retval = 42;

    const Decision returned = merge(fails, returns);
    EXPECT_FALSE(returned.error.has_value());
    EXPECT_EQ(returned.retval, 42);

    const Decision failed = merge(returns, fails);
    EXPECT_EQ(failed.error, ENOENT);
    EXPECT_FALSE(failed.retval.has_value());
}

TEST(MergeOfDecisions, ASignalOnTopLeavesTheReplacedCallBelowAlone) {
    Decision under;
    under.retval = 7;
    under.signal = 10;
    Decision over;
    over.signal = 0;
    const Decision merged = merge(under, over);
    EXPECT_EQ(merged.retval, 7);
    EXPECT_EQ(merged.signal, 0) << "0 drops a signal: it is a decision, too";
}

TEST(MergeOfDecisions, TheExitIsWantedIfEitherWantsIt) {
    Decision wants;
    wants.wants_exit = true;
    EXPECT_TRUE(merge(wants, {}).wants_exit);
    EXPECT_TRUE(merge({}, wants).wants_exit);
    EXPECT_FALSE(merge({}, {}).wants_exit);
}

TEST(MergeOfDecisions, PokesOnTopAreDoneLastSoThatTheyWin) {
    Decision under;
    under.pokes = {poke_at(0x10, 1), poke_at(0x20, 2)};
    Decision over;
    over.pokes = {poke_at(0x10, 3)};
    const Decision merged = merge(under, over);
    ASSERT_EQ(merged.pokes.size(), 3U);
    EXPECT_EQ(merged.pokes[0].bytes[0], std::byte{1});
    EXPECT_EQ(merged.pokes[2].address, 0x10U);
    EXPECT_EQ(merged.pokes[2].bytes[0], std::byte{3});
}

TEST(MergeOfDecisions, TheCallMadeInsteadAndTheDelayStayUnlessThereAreOthers) {
    using namespace std::chrono_literals;
    Decision under;
    under.error = ENOENT;
    under.instead = 39;
    under.delay = 5ms;
    Decision over;
    over.retval = 7;
    const Decision merged = merge(under, over);
    EXPECT_EQ(merged.retval, 7);
    EXPECT_EQ(merged.instead, 39U);
    EXPECT_EQ(merged.delay, 5ms);
    over.instead = 102;
    over.delay = 0ms;
    EXPECT_EQ(merge(under, over).instead, 102U);
    EXPECT_EQ(merge(under, over).delay, 0ms) << "no time is a delay, too";
}

TEST(MergeOfDecisions, WhatIsShownOnTopReplacesWhatWasShownBelowAsAWhole) {
    Decision under;
    under.shown = Shown{.args = {1, 2, 3}, .result = 5};
    Decision over;
    over.shown = Shown{.error = ENOENT, .qualifiers = qualifier::trace};
    const Decision merged = merge(under, over);
    ASSERT_TRUE(merged.shown.has_value());
    EXPECT_EQ(merged.shown->args[1], 0U);
    EXPECT_EQ(merged.shown->result, 0);
    EXPECT_EQ(merged.shown->error, static_cast<std::uint64_t>(ENOENT));
    EXPECT_EQ(merged.shown->qualifiers, qualifier::trace);
}

TEST(MergeOfDecisions, NotesOfBothAreKept) {
    EXPECT_EQ(joined(merge({.notes = {"one"}}, {.notes = {"two"}}).notes), "one, two");
    EXPECT_EQ(joined(merge({}, {.notes = {"two"}}).notes), "two");
    EXPECT_EQ(joined(merge({.notes = {"one"}}, {}).notes), "one");
}

}  // namespace
}  // namespace troupe
