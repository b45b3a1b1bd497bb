// Hooks count exactly: every thread, process and configuration.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

constexpr const char* count_entries = R"(
    local n = 0
    assert(strace.hook('getppid', 'entering', function() n = n + 1 end))
    strace.at_exit(function() print('entries:', n) end)
)";

constexpr const char* count_both = R"(
    local entries, exits, wrong = 0, 0, 0
    assert(strace.hook('getppid', 'both', function(tcp)
        if strace.entering() then
            entries = entries + 1
        else
            exits = exits + 1
            if tcp.u_rval <= 0 or tcp.u_error ~= 0 then wrong = wrong + 1 end
        end
    end))
    strace.at_exit(function() print('entries:', entries) print('exits:', exits) print('wrong:', wrong) end)
)";

class Counting : public testing::TestWithParam<Configuration> {
 protected:
    Outcome run_script(const char* script, std::vector<std::string> command) {
        std::vector<std::string> arguments = {"-e", "none", "-l", scratch_.write("script.lua", script)};
        arguments.insert(arguments.end(), command.begin(), command.end());
        Outcome outcome = run(troupe(GetParam(), std::move(arguments)));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }

    Scratch scratch_;
};

TEST_P(Counting, EveryCallOf64ThreadsIsCountedTenTimesInARow) {
    const long long calls = slow_build ? 50 : 500;
    for (int round = 0; round < 10; ++round) {
        const Outcome outcome = run_script(count_entries, {tracee("getppid_threads"), "64", std::to_string(calls)});
        ASSERT_EQ(number_after(outcome.err, "entries:\t"), 64 * calls + 1) << outcome.text();  // main asks once
    }
}

TEST_P(Counting, SixHundredAndFortyThousandCallsAreCounted) {
    const long long calls = slow_build ? 200 : 10'000;
    const Outcome outcome = run_script(count_entries, {tracee("getppid_threads"), "64", std::to_string(calls)});
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), 64 * calls + 1) << outcome.text();
}

TEST_P(Counting, EntriesAndExitsComeInPairsWithTheRightResult) {
    const long long calls = slow_build ? 50 : 500;
    for (const char* program : {"getppid_threads", "getppid_threads_32"}) {
        const Outcome outcome = run_script(count_both, {tracee(program), "16", std::to_string(calls)});
        EXPECT_EQ(number_after(outcome.err, "entries:\t"), 16 * calls + 1) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "exits:\t"), 16 * calls + 1) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
    }
}

TEST_P(Counting, NestedPairsInAHookCountRightTwoMillionTimes) {
    const Outcome outcome = run_script(R"(
        local t = {a = {x = 1, y = 2}, b = {z = 3}, c = {}, d = {p = 1, q = 2, r = 3}}
        local right, wrong = 0, 0
        assert(strace.hook('getppid', 'entering', function()
            for i = 1, 400 do
                local n = 0
                for _, inner in pairs(t) do
                    for _, value in pairs(inner) do n = n + value end
                end
                if n == 12 then right = right + 1 else wrong = wrong + 1 end
            end
        end))
        strace.at_exit(function() print('right:', right) print('wrong:', wrong) end)
    )",
                                       {tracee("getppid_threads"), "8", slow_build ? "60" : "625"});
    EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "right:\t"), 400LL * (8 * (slow_build ? 60 : 625) + 1)) << outcome.text();
}

TEST_P(Counting, ThreadsThatComeAndGoAreCountedTenTimesInARow) {
    // Each thread makes two calls: one through syscall, one through the library.
    for (int round = 0; round < 10; ++round) {
        const Outcome outcome = run_script(count_entries, {tracee("thread_churn"), "100"});
        ASSERT_EQ(number_after(outcome.err, "entries:\t"), 200) << outcome.text();
    }
}

TEST_P(Counting, ForksVforksAndExecsOfATreeAreCounted) {
    constexpr const char* script = R"(
        local counts = {}
        local function count(name)
            counts[name] = 0
            assert(strace.hook(name, 'exiting', function(tcp) if tcp.u_rval ~= -1 then counts[name] = counts[name] + 1 end end))
        end
        for _, name in ipairs{'clone', 'clone3', 'fork', 'vfork', 'execve'} do count(name) end
        strace.at_exit(function() for name, n in pairs(counts) do print(name .. ':', n) end end)
    )";
    Outcome outcome = run_script(script, {tracee("fork_tree"), "3", "3"});
    EXPECT_EQ(number_after(outcome.err, "clone:\t") + number_after(outcome.err, "\nfork:\t"), 39) << outcome.text();
    outcome = run_script(script, {tracee("vfork_exec"), "20"});
    EXPECT_EQ(number_after(outcome.err, "vfork:\t"), 20) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "execve:\t"), 21) << outcome.text();
    outcome = run_script(script, {tracee("exec_from_thread"), "4"});
    EXPECT_EQ(number_after(outcome.err, "execve:\t"), 5) << outcome.text();
    // Of each round's last clone3 the exit is lost if the new thread has executed before.
    EXPECT_GE(number_after(outcome.err, "clone3:\t"), 4 * 16) << outcome.text();
    EXPECT_LE(number_after(outcome.err, "clone3:\t"), 4 * 17) << outcome.text();
}

TEST_P(Counting, PrintedCallsAreAsManyAsHookedOnes) {
    const std::string script = scratch_.write("script.lua", count_entries);
    const Outcome outcome = run(
        troupe(GetParam(), {"-e", "trace=getppid", "-o", scratch_.path("trace"), "-l", script, tracee("getppid_threads"), "16", "200"}));
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), 16 * 200 + 1) << outcome.text();
    const std::string trace = scratch_.read("trace");
    const std::size_t whole = lines_matching(trace, "getppid\\(\\) += [0-9]+$").size();
    const std::size_t resumed = lines_matching(trace, "<\\.\\.\\. getppid resumed>").size();
    EXPECT_EQ(whole + resumed, 16U * 200 + 1);
    EXPECT_EQ(resumed, lines_matching(trace, "getppid\\( <unfinished \\.\\.\\.>$").size());
    EXPECT_EQ(lines_matching(trace, "\\+\\+\\+ exited with 0 \\+\\+\\+$").size(), 17U);
}

INSTANTIATE_TEST_SUITE_P(Configurations, Counting, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
