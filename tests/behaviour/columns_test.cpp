// What stands before the text of a line, and behind the result of a call.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Columns : public testing::TestWithParam<Configuration> {
 protected:
    std::vector<std::string> lines(const std::vector<std::string>& options) {
        std::vector<std::string> arguments = options;
        arguments.insert(arguments.end(), {"-e", "trace=getppid", tracee("getppid_threads"), "1", "2"});
        const Outcome outcome = run(troupe(GetParam(), std::move(arguments)));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return lines_of(outcome.err);
    }
    static void expect_all(const std::vector<std::string>& lines, const std::string& pattern) {
        std::string all;
        for (const std::string& line : lines) {
            all += line + "\n";
        }
        EXPECT_EQ(lines_matching(all, pattern).size(), lines.size()) << all;
        EXPECT_GE(lines.size(), 2U);
    }
};

TEST_P(Columns, TheTimeOfDayStandsBehindThePid) {
    expect_all(lines({"-q", "-t"}), "^(\\[pid +[0-9]+\\] )?[0-9]{2}:[0-9]{2}:[0-9]{2} (getppid|\\+\\+\\+|<)");
    expect_all(lines({"-q", "-ttt"}), "^(\\[pid +[0-9]+\\] )?1[0-9]{9}\\.[0-9]{6} (getppid|\\+\\+\\+|<)");
}

TEST_P(Columns, EachLineTellsTheTimeSinceTheLast) {
    const std::vector<std::string> seen = lines({"-q", "-r"});
    expect_all(seen, "^(\\[pid +[0-9]+\\] )? +[0-9]+\\.[0-9]{6} (getppid|\\+\\+\\+|<)");
    EXPECT_TRUE(contains(seen.front(), " 0.000000 ")) << seen.front();
    expect_all(lines({"-q", "-r", "-tt"}), "^(\\[pid +[0-9]+\\] )?[0-9:.]{15} \\(\\+ +[0-9]+\\.[0-9]{6}\\) (getppid|\\+\\+\\+|<)");
}

TEST_P(Columns, TheTimeSpentStandsBehindEachResult) {
    std::string calls;
    for (const std::string& line : lines({"-q", "-T"})) {
        calls += contains(line, "= ") ? line + "\n" : "";
    }
    EXPECT_EQ(lines_matching(calls, "getppid.*= [0-9]+ <[0-9]+\\.[0-9]{6}>$").size(), lines_of(calls).size()) << calls;
    EXPECT_NE(calls, "");
}

TEST_P(Columns, NumberAndPlaceOfTheDeadAreThoseOfTheLastCallAndNone) {
    const std::vector<std::string> seen = lines({"-q", "-n", "-i"});
    expect_all(seen, "^(\\[pid +[0-9]+\\] )?\\[ +[0-9]+\\] \\[([0-9a-f]{16}|[?]{16})\\] (getppid|\\+\\+\\+|<)");
    EXPECT_TRUE(contains(seen.front(), "[ 110] ")) << seen.front();
    EXPECT_TRUE(contains(seen.back(), "[????????????????] +++ exited with 0 +++")) << seen.back();
}

TEST_P(Columns, APersonalityThatChangesIsALineOfTheTrace) {
    const Outcome outcome = run(troupe(GetParam(), {"-n", "-i", "-e", "trace=exit_group,execve", tracee("exit_code_32"), "0"}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^\\[ *[0-9]+\\] \\[[0-9a-f]{8}\\] \\[ Process PID=[0-9]+ runs in 32 bit mode\\. \\]$").size(),
              1U)
        << outcome.text();
}

TEST_P(Columns, ThePidIsShownOfOneProcessWhereItIsWanted) {
    const Outcome outcome = run(troupe(GetParam(), {"--always-show-pid", "-e", "trace=none", tracee("exit_code"), "0"}));
    EXPECT_EQ(lines_matching(outcome.err, "^\\[pid +[0-9]+\\] \\+\\+\\+ exited with 0 \\+\\+\\+$").size(), 1U) << outcome.text();
}

TEST(ColumnOfNumbers, IsOfTheLastCallAlsoWhereThatIsNotTraced) {
    for (const char* follow : {"-q", "-f"}) {
        const Outcome none = run_troupe({follow, "-n", "-e", "trace=none", tracee("exit_code"), "0"});
        EXPECT_EQ(lines_of(none.err).back(), "[ 231] +++ exited with 0 +++") << none.text();
        const Outcome some = run_troupe({follow, "-n", "-e", "trace=execve", tracee("exit_code"), "0"});
        EXPECT_EQ(lines_of(some.err).back(), "[ 231] +++ exited with 0 +++") << some.text();
        EXPECT_EQ(lines_of(some.err).size(), 2U) << some.text();
    }
}

TEST(ColumnOfNumbers, IsOfTheCallThroughWhichOthersAreMade) {
    const Outcome outcome = run_troupe({"-n", "-e", "trace=%network", tracee("multiplexed_calls_32")});
    EXPECT_EQ(lines_matching(outcome.err, "^\\[ 102\\] socketpair\\(").size(), 1U) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Columns, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
