// Many threads, signals and deaths at once: everybody is served, and the counts are exact.

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Storm : public ScriptTest {};

TEST_P(Storm, AQuietThreadIsServedAmongBusyOnesAndAllTheirCallsAreCounted) {
    const Outcome outcome = run_script(R"(
        local entries = 0
        assert(strace.hook('getppid', 'entering', function() entries = entries + 1 end))
        strace.at_exit(function() print('entries:', entries) end)
    )",
                                       {tracee("busy_siblings"), slow_build ? "40" : "96", "10"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), number_after(outcome.out, "calls: ")) << outcome.text();
}

TEST_P(Storm, EveryQueuedSignalIsSeenOnce) {
    const Outcome outcome = run_script(R"(
        local signals = 0
        troupe.on('signal', function() signals = signals + 1 end)
        assert(strace.hook('getppid', 'both', function() end))
        strace.at_exit(function() print('signals:', signals) end)
    )",
                                       {tracee("signal_storm"), "8", slow_build ? "20" : "60"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "signals:\t"), number_after(outcome.out, "signals: ")) << outcome.text();
    EXPECT_GT(number_after(outcome.out, "signals: "), 0) << outcome.text();
}

TEST_P(Storm, SignalsDuringInjectedResultsChangeNeither) {
    for (const char* program : {"signalled_calls", "signalled_calls_32"}) {
        const Outcome outcome =
            run_script("assert(strace.hook('getppid', 'entering', function(tcp) assert(strace.inject_retval(4242)) end))",
                       {tracee(program), "60", "4242"});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    }
}

TEST_P(Storm, SignalsDuringInjectedErrorsChangeNeither) {
    const Outcome outcome = run_script("assert(strace.hook('getppid', 'entering', function(tcp) assert(strace.inject_error('EXDEV')) end))",
                                       {tracee("signalled_calls"), "60", "-18"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
}

TEST_P(Storm, ACommandKilledInTheMiddleOfItsWorkIsReportedAsKilled) {
    constexpr int works = 8;
    for (int seed = 1; seed <= 2 * works; ++seed) {
        const Outcome outcome = run_script(
            "assert(strace.hook({'getppid', 'clone', 'clone3', 'vfork', 'kill', 'execve'}, 'both', function() end))",
            {tracee("killed_anywhere"), std::to_string(seed % works), std::to_string(seed)}, {"-e", "none", "-q", "-o", "/dev/null"});
        EXPECT_TRUE(outcome.killed_by(SIGKILL)) << seed << outcome.text();
        EXPECT_EQ(outcome.err, "") << seed;
        EXPECT_EQ(outcome.out, "") << seed;
    }
}

TEST_P(Storm, UntracedChildrenAreNotLostToAFilter) {
    const Outcome outcome = run_script(R"(
        local entries = 0
        assert(strace.hook('getppid', 'both', function(tcp)
            if strace.entering() then entries = entries + 1 end
        end))
        strace.at_exit(function() print('entries:', entries) end)
    )",
                                       {tracee("untraced_children")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const bool filtered = GetParam().has_filter();
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), filtered ? 4 * 50 + 8 + 20 : 0) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Storm, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
