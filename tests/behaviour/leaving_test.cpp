// Tracees that are left while they run (-b, --syscall-limit), and a tracer that is no parent (-D).

#include <gtest/gtest.h>

#include <sstream>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Leaving : public testing::TestWithParam<Configuration> {
 protected:
    Outcome run_with(std::vector<std::string> options) {
        options.insert(options.begin(), {"-o", scratch_.path("trace")});
        return run(troupe(GetParam(), std::move(options)));
    }
    [[nodiscard]] std::string text() const { return scratch_.read("trace"); }
    [[nodiscard]] bool follows() const { return GetParam().options.front() == "-f"; }

    Scratch scratch_;
};

TEST_P(Leaving, AProcessThatExecutesAnotherProgramIsDetached) {
    const Outcome outcome = run_with({"-b", "execve", "-e", "trace=execve,getppid", "sh", "-c", "sh -c 'exit 5'; exit $?"});
    EXPECT_TRUE(outcome.exited_with(5)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), "execve\\(.* = 0").size(), 1U) << text();
    EXPECT_EQ(lines_matching(text(), "execve\\(.* <detached \\.\\.\\.>$").size(), follows() ? 1U : 0U) << text();
    EXPECT_EQ(lines_matching(text(), "exited with 5").size(), 1U) << text();
}

TEST_P(Leaving, WhenTheCommandItselfIsDetachedTheStatusIs0) {
    Command command =
        troupe(GetParam(), {"-o", scratch_.path("trace"), "--detach-on=execve", "-e", "trace=execve", "/bin/sh", "-c", "exec /bin/false"});
    command.may_leave_processes = true;
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(lines_of(text()).size(), 2U) << text();
    EXPECT_TRUE(contains(lines_of(text()).back(), " <detached ...>")) << text();
}

TEST_P(Leaving, AfterSoManyCallsEverythingIsDetachedAndLivesOn) {
    Command command = troupe(GetParam(), {"-o", scratch_.path("trace"), "--syscall-limit=3", "-e", "trace=getppid,read,write",
                                          tracee("getppid_threads"), "1", "20"});
    command.may_leave_processes = true;
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), " = ").size(), 3U) << text();
    EXPECT_EQ(lines_matching(text(), "exited with").size(), 0U) << text();
}

TEST_P(Leaving, OnlyCallsThatAreShownCount) {
    const Outcome outcome = run_with({"--syscall-limit=2", "-Z", "-e", "trace=close,getppid", "sh", "-c", "exec 7>&-; exit 3"});
    EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), "exited with 3").size(), 1U) << text();
}

TEST_P(Leaving, WithDTheCommandIsAChildOfTheCaller) {
    Command command;
    std::vector<std::string> words = {"/bin/sh", "-c", "\"$0\" \"$@\" & echo started $!; wait $!; echo status $?", binary()};
    words.insert(words.end(), GetParam().options.begin(), GetParam().options.end());
    words.insert(words.end(), {"-D", "-o", scratch_.path("trace"), "-e", "trace=none", "sh", "-c", "echo command $$ $PPID; exit 7"});
    command.argv = std::move(words);
    const Outcome outcome = run(std::move(command));
    const auto numbers = [&](const std::string& word) {
        const auto lines = lines_matching(outcome.out, "^" + word + " ");
        return lines.empty() ? std::string() : lines.front().substr(word.size() + 1);
    };
    EXPECT_EQ(numbers("status"), "7") << outcome.text();
    EXPECT_NE(numbers("started"), "");
    EXPECT_TRUE(numbers("command").starts_with(numbers("started") + " ")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Leaving, testing::ValuesIn(configurations()),
                         [](const auto& configuration) { return name_of(configuration.param); });

TEST(Grandchild, ACommandThatIsNotThereIsSaidAsEver) {
    const Outcome outcome = run_troupe({"-D", "no-such-command"});
    EXPECT_TRUE(outcome.exited_with(127)) << outcome.text();
}

TEST(Grandchild, WhatKeepsTheTracerFromBeginningEndsTheCommandWith1) {
    const Outcome outcome = run_troupe({"-D", "-o", "/nowhere/trace", "echo", "ran"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(contains(outcome.err, "/nowhere/trace")) << outcome.text();
}

TEST(Grandchild, HasAGroupAndASessionOfItsOwnWhereThatIsAskedFor) {
    // Fields of /proc/PID/stat behind the name: state, parent, group, session.
    const std::string script =
        "tracer=$(sed -n 's/^TracerPid:[[:space:]]*//p' /proc/$$/status); "
        "sed 's/.*) //' /proc/$tracer/stat | { read -r s p group session rest; echo $$ $tracer $group $session; }";
    const auto asked = [&](const std::string& option) {
        const Outcome outcome = run_troupe({option, "-o", "/dev/null", "-e", "trace=none", "sh", "-c", script});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        std::vector<std::string> words;
        std::istringstream in(outcome.out);
        for (std::string word; in >> word;) {
            words.push_back(word);
        }
        words.resize(4);
        return words;  // command, a thread of the tracer, its group, its session
    };
    const auto together = asked("-D"), apart = asked("-DD"), alone = asked("-DDD");
    EXPECT_EQ(together[2], together[3]) << "of the command, which runs in a session of its own";
    EXPECT_NE(apart[2], apart[3]);
    EXPECT_EQ(alone[2], alone[3]);
    EXPECT_NE(alone[2], alone[0]);
}

}  // namespace
}  // namespace troupe::tests
