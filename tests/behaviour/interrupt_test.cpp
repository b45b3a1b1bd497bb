// ^C, TERM and KILL of troupe: what we started goes with us, at_exit runs once, and no hook can hold us.

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Interrupt : public testing::TestWithParam<Configuration> {
 protected:
    Started start(const char* script, std::vector<std::string> command) {
        std::vector<std::string> arguments = {"-e", "none"};
        if (script != nullptr) {
            arguments.insert(arguments.end(), {"-l", scratch_.write("script.lua", script)});
        }
        arguments.insert(arguments.end(), command.begin(), command.end());
        return Started(troupe(GetParam(), std::move(arguments)));
    }

    Scratch scratch_;
};

constexpr const char* say_when_called = R"(
    local said = false
    assert(strace.hook('getppid', 'entering', function() if not said then said = true print('called') end end))
    strace.at_exit(function() print('at exit') end)
)";

TEST_P(Interrupt, OnceRunsAtExitOnceAndEndsWhatWeStarted) {
    Started tracer = start(say_when_called, {tracee("serve"), "4"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    ASSERT_TRUE(tracer.wait_for_err("called")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();  // also finds that nothing is left
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "at exit\n"), 1U) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\n");
}

TEST_P(Interrupt, TermEndsWhatWeStarted) {
    Started tracer = start(nullptr, {tracee("serve"), "4"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGTERM);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGTERM)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\n");
}

TEST_P(Interrupt, AKilledTroupeTakesWhatItStartedAlong) {
    Started tracer = start(say_when_called, {tracee("serve"), "8"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGKILL);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGKILL)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\n");
}

TEST_P(Interrupt, AKilledTroupeTakesBusyChildrenAlong) {
    Started tracer =
        start(say_when_called, {"/bin/sh", "-c", tracee("serve") + " 2 & " + tracee("serve") + " 2 & " + tracee("serve") + " 2; wait"});
    ASSERT_TRUE(eventually(std::chrono::seconds(20), [&] { return contains(tracer.out(), "ready\n"); })) << tracer.err();
    tracer.send(SIGKILL);
    EXPECT_TRUE(tracer.wait_for_end().killed_by(SIGKILL));
}

TEST_P(Interrupt, OfTheTerminalsGroupReachesTheCommandToo) {
    // What ^C does: everybody in the group gets it. The command dies of it, and so do we.
    Started tracer = start(say_when_called, {tracee("serve"), "2"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    ASSERT_EQ(::kill(-tracer.pid(), SIGINT), 0);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "at exit\n"), 1U) << outcome.text();
}

TEST_P(Interrupt, AHookThatLoopsIsNamedWithItsTracee) {
    Started tracer = start(R"(print('loading')
        assert(strace.hook('getpriority', 'entering', function(tcp)
            print('looping', tcp.pid)
            while true do end
        end))
    )",
                           {tracee("call_results")});
    ASSERT_TRUE(tracer.wait_for_err("looping")) << tracer.err();
    const long long pid = number_after(tracer.err(), "looping\t");
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT) || outcome.exited_with(1)) << outcome.text();
    EXPECT_FALSE(lines_matching(outcome.err, "script\\.lua:[24]").empty()) << outcome.text();
    EXPECT_TRUE(contains(outcome.err.substr(outcome.err.find("looping") + 10), std::to_string(pid))) << outcome.text();
}

TEST_P(Interrupt, AHookThatLoopsInsidePcallIsNamedWithItsTracee) {
    Started tracer = start(R"(print('loading')
        local function loop() while true do end end
        assert(strace.hook('getpriority', 'entering', function(tcp)
            print('looping', tcp.pid)
            while true do pcall(loop) end
        end))
    )",
                           {tracee("call_results")});
    ASSERT_TRUE(tracer.wait_for_err("looping")) << tracer.err();
    const long long pid = number_after(tracer.err(), "looping\t");
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT) || outcome.exited_with(1)) << outcome.text();
    EXPECT_FALSE(lines_matching(outcome.err, "script\\.lua:[235]").empty()) << outcome.text();
    EXPECT_TRUE(contains(outcome.err.substr(outcome.err.find("looping") + 10), std::to_string(pid))) << outcome.text();
}

TEST_P(Interrupt, AMainChunkThatLoopsOnNextScEndsWithNil) {
    Started tracer = start(R"(
        assert(strace.C.monitor(strace.get_scno('getppid', 0), 0, true, false))
        strace.at_exit(function() print('at exit') end)
        local n = 0
        while true do
            local tcp = strace.next_sc()
            if tcp == nil then break end
            n = n + 1
            if n == 1 then print('first') end
        end
        print('nil after', n)
    )",
                           {tracee("serve"), "4"});
    ASSERT_TRUE(tracer.wait_for_err("first")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "nil after"), 1U) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "at exit\n"), 1U) << outcome.text();
}

TEST_P(Interrupt, ACommandThatIgnoresTheSignalGoesAllTheSame) {
    Command command = troupe(GetParam(), {"-e", "none", tracee("serve"), "2"});
    command.ignored = {SIGTERM};
    Started tracer(std::move(command));
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGINT);
    EXPECT_TRUE(tracer.wait_for_end().killed_by(SIGINT));
}

TEST_P(Interrupt, ThatIsNeverWantedIsLeftToTheCommand) {
    Started tracer = start(nullptr, {"-I", "never", tracee("serve"), "2"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGINT);
    tracer.send(SIGTERM);
    tracer.say("enough\n");
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\nserved\n");
}

TEST_P(Interrupt, MayBeWantedBesideAnOutputFileToo) {
    Started tracer = start(nullptr, {"-I", "waiting", "-o", scratch_.path("trace"), tracee("serve"), "2"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
}

TEST_P(Interrupt, TheKeyThatStopsDoesNothingWhereItIsNotWanted) {
    Started tracer = start(nullptr, {"-I", "4", tracee("serve"), "2"});
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGTSTP);
    tracer.say("enough\n");
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "ready\nserved\n");
}

INSTANTIATE_TEST_SUITE_P(Configurations, Interrupt, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
