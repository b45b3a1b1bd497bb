#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// What a hook says about the line of a call: ev:show and ev:note.
class PrintingTest : public ScriptTest {
 protected:
    Decision leave_with(CallSoFar so_far_of_call, unsigned bits) {
        const Event event = SyscallExit{call_named("close"), {3}, 0, 0, false, {3}};
        EventView view(event, task, memory, so_far, 1, bits, so_far_of_call);
        auto decision = hooks->decide(view, effects);
        if (decision) return std::move(*decision);
        stop = decision.error();
        return {};
    }
    static bool is_shown(const Decision& decision) { return !decision.shown || (decision.shown->qualifiers & qualifier::trace) != 0; }
};

TEST_F(PrintingTest, ALineCanBeLeftOutAtTheEntry) {
    run_well(say + "troupe.hook('close', function(ev) say(ev:show(ev.fd == 3)) end)");
    EXPECT_TRUE(is_shown(enter("close", {3})));
    EXPECT_FALSE(is_shown(enter("close", {4})));
    EXPECT_EQ(said(), "true\ntrue\n");
}

TEST_F(PrintingTest, AtTheExitOnlyALineThatHasWaitedCanBeLeftOut) {
    run_well(say + "troupe.hook('close', {when = 'exiting', whole_line = true}, function(ev) say(ev:show(false)) end)");
    EXPECT_TRUE(hooks->subscription().of(call_named("close")).whole_line);
    EXPECT_FALSE(is_shown(leave_with({.line_waits = true}, qualifiers)));
    EXPECT_TRUE(is_shown(leave_with({.line_waits = false}, qualifiers)));
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(),
              "true\nfalse the line has begun: a hook with the option whole_line = true (or --whole-calls) can leave it out at the exit\n");
}

TEST_F(PrintingTest, WhatWasLeftOutAtTheEntryCannotBeShownAtTheExit) {
    run_well(say + "troupe.hook('close', {when = 'exiting'}, function(ev) say(ev:show(true)) say(ev:show(false)) end)");
    leave_with({.line_waits = true}, 0);
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(), "false the call was left out at its entry\ntrue\n");
}

TEST_F(PrintingTest, NotesOfSeveralHooksStandBehindTheLine) {
    run_well("troupe.hook('close', function(ev) ev:note('first') end) troupe.hook('close', function(ev) ev:note(2) end)");
    EXPECT_EQ(joined(enter("close", {3}).notes), "first, 2");
}

TEST_F(PrintingTest, WrongArgumentsAreErrorsAndAnObserverComesTooLate) {
    run("troupe.hook('close', function(ev) ev:show('no') end)");
    enter("close", {3});
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected true or false, got a string"));
    run("troupe.hook('close', function(ev) ev:note({}) end)");
    enter("close", {3});
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected a text, got a table"));
    run_well(say + "troupe.observe('close', function(ev) say(ev:show(false)) say(ev:note('x')) say(ev:fail('EIO')) end)");
    const Observation observation{.task = task, .event = SyscallEntry{call_named("close"), {3}}, .texts = {}};
    stop = hooks->observe({&observation, 1}, effects);
    EXPECT_EQ(message(), "");
    EXPECT_EQ(said(),
              "false an observer comes too late: the line is written\nfalse an observer comes too late: the line is written\n"
              "false an observer decides nothing: the tracee has gone on\n");
}

TEST_F(PrintingTest, ADecisionThatComesTooLateSaysSo) {
    run_well(say + "troupe.hook('close', {when = 'both'}, function(ev) say(ev:fail('EIO')) say(ev:fail(5000)) end)");
    enter("close", {3});
    leave("close", 0, {3});
    EXPECT_EQ(said(),
              "true\nfalse an errno is 1 to 4095\nfalse it is too late: the call was made\nfalse it is too late: the call was made\n");
}

TEST_F(PrintingTest, AProcessCanBeKilled) {
    run_well(say + "troupe.hook('close', function(ev) say(ev:kill()) end)");
    EXPECT_TRUE(enter("close", {3}).kill);
    EXPECT_EQ(said(), "true\n");
}

}  // namespace
}  // namespace troupe
