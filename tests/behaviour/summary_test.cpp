// Tables of counts and times: -c, -C and what goes with them.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// The rows of a table without their times; of `-U calls,errors,name`.
std::string row(long long calls, const std::string& errors, const std::string& name) {
    std::string count = std::to_string(calls);
    return std::string(9 - count.size(), ' ') + count + " " + std::string(9 - errors.size(), ' ') + errors + " " + name + "\n";
}

std::string table(const std::string& rows, const std::string& total) {
    const std::string rule = "--------- --------- ----------------\n";
    return "    calls    errors syscall\n" + rule + rows + rule + total;
}

class Summary : public testing::TestWithParam<Configuration> {
 protected:
    Outcome trace(std::vector<std::string> options, const std::vector<std::string>& command) {
        options.insert(options.end(), command.begin(), command.end());
        Outcome outcome = run(troupe(GetParam(), std::move(options)));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }
    /// Its output goes to a file, so that messages about threads are not among it.
    std::string summary(std::vector<std::string> options, const std::vector<std::string>& command) {
        options.insert(options.begin(), {"-o", scratch_.path("table"), "-U", "calls,errors,name", "-S", "nothing"});
        const Outcome outcome = trace(std::move(options), command);
        EXPECT_EQ(outcome.err, "") << outcome.text();
        return scratch_.read("table");
    }

    Scratch scratch_;
};

TEST_P(Summary, CountsEveryCallOf64Threads) {
    const long long calls = slow_build ? 50 : 500;
    const std::vector<std::string> command = {tracee("getppid_threads"), "64", std::to_string(calls)};
    for (const char* clock : {"-c", "-cw"}) {  // main asks once
        const std::string counted = summary({clock, "-e", "trace=getppid"}, command);
        EXPECT_EQ(counted, table(row(64 * calls + 1, "", "getppid"), row(64 * calls + 1, "", "total"))) << clock;
    }
}

TEST_P(Summary, CountsErrorsAlsoThoseThatARulePutsIn) {
    EXPECT_EQ(summary({"-c", "-e", "trace=getpgid,umask", "-e", "inject=umask:error=EPERM"}, {tracee("call_results")}),
              table(row(1, "1", "umask") + row(1, "", "getpgid"), row(2, "1", "total")));
}

TEST_P(Summary, LeavesOutCallsThatAreNotTracedOrNeverReturn) {
    EXPECT_EQ(summary({"-c", "-e", "trace=umask,exit_group"}, {tracee("call_results")}), table(row(1, "", "umask"), row(1, "", "total")));
    EXPECT_EQ(summary({"-c", "-e", "trace=none"}, {tracee("call_results")}), "");
}

TEST_P(Summary, StandsBehindTheTrace) {
    const std::string text = summary({"-C", "-e", "trace=umask"}, {tracee("call_results")});
    const std::string counted = table(row(1, "", "umask"), row(1, "", "total"));
    ASSERT_GT(text.size(), counted.size());
    EXPECT_EQ(text.substr(text.size() - counted.size()), counted);
    EXPECT_EQ(lines_matching(text, "umask\\(.*\\) += ").size(), 1U) << text;
    EXPECT_EQ(lines_matching(text, "\\+\\+\\+ exited with 0 \\+\\+\\+$").size(), 1U) << text;
}

TEST_P(Summary, IsOnStandardErrorWithoutAnythingElse) {
    const Outcome outcome = trace({"-c", "-e", "trace=umask", "-U", "calls,errors,name"}, {tracee("call_results")});
    EXPECT_EQ(outcome.err, table(row(1, "", "umask"), row(1, "", "total")));
}

TEST_P(Summary, HasATableForEachThreadInItsOwnFileWithTwoFs) {
    const std::vector<std::string> command = {tracee("getppid_threads"), "8", "50"};
    (void)trace({"-c", "-ff", "-o", scratch_.path("table"), "-U", "calls,errors,name", "-e", "trace=getppid"}, command);
    std::size_t of_threads = 0;
    std::size_t of_the_process = 0;
    for (const auto& file : std::filesystem::directory_iterator(scratch_.path(""))) {
        const std::string text = scratch_.read(file.path().filename().string());
        if (text == table(row(50, "", "getppid"), row(50, "", "total"))) {
            ++of_threads;
        } else {
            EXPECT_TRUE(contains(text, "Process ")) << text;
            EXPECT_TRUE(contains(text, table(row(401, "", "getppid"), row(401, "", "total")))) << text;
            ++of_the_process;
        }
    }
    EXPECT_EQ(of_threads, 8U);
    EXPECT_EQ(of_the_process, 1U);
}

TEST_P(Summary, HasATableForEachProcessOnStandardErrorWithTwoFs) {
    const Outcome outcome = trace({"-c", "-ff", "-U", "calls,errors,name", "-e", "trace=umask"}, {tracee("call_results")});
    EXPECT_EQ(lines_matching(outcome.err, "^Process [0-9]+:$").size(), 1U) << outcome.err;
    EXPECT_TRUE(contains(outcome.err, table(row(1, "", "umask"), row(1, "", "total")))) << outcome.err;
}

TEST_P(Summary, HasATableForEachAbi) {
    const std::string text = summary({"-c", "-e", "trace=getppid"}, {tracee("int80_calls"), "3"});
    EXPECT_TRUE(contains(text, row(9, "", "getppid"))) << text;
    const std::size_t heading = text.find("System call usage summary for 32 bit mode:\n    calls    errors syscall\n");
    ASSERT_NE(heading, std::string::npos) << text;
    EXPECT_TRUE(contains(text.substr(heading), row(3, "", "getppid"))) << text;
    EXPECT_TRUE(contains(text.substr(heading), row(1, "1", "syscall_0x270f"))) << text;
}

TEST_P(Summary, MeasuresDelaysByTheClockAlone) {
    const std::vector<std::string> delayed = {"-e", "trace=umask", "-e", "inject=umask:delay_enter=1s", "-U", "min-time,name"};
    std::vector<std::string> by_clock = delayed;
    by_clock.emplace_back("-cw");
    std::vector<std::string> by_cpu = delayed;
    by_cpu.emplace_back("-c");
    EXPECT_EQ(lines_matching(trace(by_clock, {tracee("call_results")}).err, "^[1-9][0-9]*\\.[0-9]{6} umask$").size(), 1U);
    EXPECT_EQ(lines_matching(trace(by_cpu, {tracee("call_results")}).err, "^0\\.[0-9]{6} umask$").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Configurations, Summary, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(SummaryOfOne, IsPrintedEverySoOften) {
    const Outcome outcome = run_troupe({"-c", "-e", "inject=getsid:delay_enter=1s", "-e", "trace=getpgid,getsid,umask", "-U",
                                        "calls,errors,name", "--summary-every=100ms", tracee("call_results")});
    const std::string early = table(row(1, "", "getpgid"), row(1, "", "total"));
    EXPECT_TRUE(contains(outcome.err, early)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, row(3, "", "total"))) << outcome.text();
}

TEST(SummaryOfOne, EndsWithTheStatusOfTheCommand) {
    const Outcome outcome = run_troupe({"-c", "-e", "trace=execve", tracee("exit_code"), "7"});
    EXPECT_TRUE(outcome.exited_with(7)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, " execve\n")) << outcome.text();
}

TEST(SummaryOfOne, GoesToTheCommandThatReads) {
    const Outcome outcome = run_troupe({"-c", "-o", "|tail -n1", "-e", "trace=umask", "-U", "calls,name", tracee("call_results")});
    EXPECT_TRUE(contains(outcome.out, "        1 total\n")) << outcome.text();
}

TEST(SummaryOfOne, IsBesideObjectsWhereThoseAreTheTrace) {
    const Scratch scratch;
    const Outcome outcome = run_troupe({"-C", "--output-format=jsonl", "-o", scratch.path("lines"), "-e", "trace=umask", "-U",
                                        "calls,errors,name", tracee("call_results")});
    EXPECT_EQ(outcome.err, table(row(1, "", "umask"), row(1, "", "total"))) << outcome.text();
    EXPECT_FALSE(contains(scratch.read("lines"), "total"));
}

}  // namespace
}  // namespace troupe::tests
