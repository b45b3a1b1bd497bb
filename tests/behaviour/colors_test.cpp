// --color, in files and on terminals.

#include <gtest/gtest.h>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"
#include "tests/support/without_colors.hpp"

namespace troupe::tests {
namespace {

constexpr const char* exit_line = "exit_group(3)                           = ?";

class Colors : public testing::Test {
 protected:
    /// What a terminal shows of a trace, where the environment has these variables besides.
    std::string on_terminal(std::vector<std::string> variables, const std::string& option = "") {
        std::vector<std::string> argv = {"/usr/bin/env", "-u", "NO_COLOR", "-u", "STRACE_COLORS"};
        argv.insert(argv.end(), variables.begin(), variables.end());
        argv.insert(argv.end(), {"/usr/bin/script", "-qec", binary() + " -e trace=exit_group " + option + " " + tracee("exit_code") + " 3",
                                 scratch_.path("typescript")});
        const Outcome outcome = run_native(std::move(argv));
        EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
        return scratch_.read("typescript");
    }

    Scratch scratch_;
};

TEST_F(Colors, AreInAFileWhereTheyAreWantedAlways) {
    const Outcome outcome =
        run_troupe({"--color=always", "-o", scratch_.path("trace"), "-e", "trace=exit_group", tracee("exit_code"), "3"});
    EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
    const std::string trace = scratch_.read("trace");
    EXPECT_TRUE(contains(trace, "\033[1mexit_group\033[0m(3) ")) << trace;
    EXPECT_EQ(lines_of(without_colors(trace)).front(), exit_line);
}

TEST_F(Colors, AreNotInAFileOrPipeOfThemselves) {
    for (const char* option : {"--color=auto", "--color=never"}) {
        const Outcome outcome = run_troupe({option, "-e", "trace=exit_group", tracee("exit_code"), "3"});
        EXPECT_EQ(lines_of(outcome.err).front(), exit_line) << outcome.text();
    }
}

TEST_F(Colors, ChangeNothingElseOfALongTrace) {
    const auto traced = [&](const char* option) {
        const Outcome outcome =
            run_native({"/usr/bin/setarch", "-R", binary(), option, "-v", "-X", "verbose", "-o", scratch_.path("trace"), "-e",
                        "trace=nanosleep,setitimer,getitimer,clock_getres,clock_nanosleep", tracee("told_times"), "both", "whole"});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return without_colors(scratch_.read("trace"));
    };
    EXPECT_EQ(traced("--color=always"), traced("--color=never"));
}

TEST_F(Colors, AreOnATerminalThatHasSome) {
    EXPECT_TRUE(contains(on_terminal({"TERM=xterm"}), "\033[1mexit_group\033[0m(3) "));
    EXPECT_FALSE(contains(on_terminal({"TERM=vt100"}), "\033["));
    EXPECT_FALSE(contains(on_terminal({"TERM=nosuch"}), "\033["));
    EXPECT_FALSE(contains(on_terminal({"TERM=xterm", "NO_COLOR=1"}), "\033["));
    EXPECT_FALSE(contains(on_terminal({"TERM=xterm"}, "--color=never"), "\033["));
    EXPECT_TRUE(contains(on_terminal({"TERM=xterm", "NO_COLOR="}), "\033["));
    EXPECT_TRUE(contains(on_terminal({"TERM=vt100", "NO_COLOR=1"}, "--color=always"), "\033["));
}

TEST_F(Colors, AreThoseOfTheEnvironment) {
    const std::string trace = on_terminal({"TERM=xterm", "STRACE_COLORS=syscall=1;34:punct=90:retval="});
    EXPECT_TRUE(contains(trace, "\033[1;34mexit_group\033[0m\033[90m(\033[0m3\033[90m)\033[0m")) << trace;
    EXPECT_TRUE(contains(on_terminal({"TERM=xterm", "STRACE_COLORS=colour=1"}), "'colour=1' in STRACE_COLORS is no colour, and ignored"));
}

}  // namespace
}  // namespace troupe::tests
