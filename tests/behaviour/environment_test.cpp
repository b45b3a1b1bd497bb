// A traced program sees what it would see without us: descriptors, signals, limits, rights, variables, folder.

#include <gtest/gtest.h>
#include <signal.h>

#include <functional>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Environment : public testing::TestWithParam<Configuration> {
 protected:
    /// What must differ is taken out: the test's own marker, and that we, not the program, lead the session.
    static std::string seen(const Outcome& outcome) {
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        std::string text;
        for (const std::string& line : lines_of(outcome.out)) {
            if (!contains(line, "TROUPE_TEST_RUN") && !contains(line, "own group")) {
                text += line + "\n";
            }
        }
        return text;
    }

    static void expect_same(const std::function<void(Command&)>& surround) {
        for (const char* program : {"environment", "environment_32"}) {
            Command native;
            native.argv = {tracee(program), "first", "", "third argument"};
            surround(native);
            Command traced = troupe(GetParam(), {"-o", "/dev/null", tracee(program), "first", "", "third argument"});
            surround(traced);
            EXPECT_EQ(seen(run(std::move(native))), seen(run(std::move(traced))));
        }
    }

    Scratch scratch_;
};

TEST_P(Environment, IsTheSameAsWithoutUs) {
    expect_same([](Command&) {});
}

TEST_P(Environment, IgnoredSignalsStayIgnored) {
    expect_same([](Command& command) { command.ignored = {SIGINT, SIGHUP, SIGQUIT, SIGTERM, SIGPIPE, SIGCHLD, SIGTSTP, SIGTTOU}; });
}

TEST_P(Environment, BlockedSignalsStayBlocked) {
    expect_same([](Command& command) { command.blocked = {SIGINT, SIGTERM, SIGUSR1, SIGCHLD, SIGALRM, SIGRTMIN, SIGRTMAX}; });
}

TEST_P(Environment, FolderAndVariablesComeThrough) {
    expect_same([this](Command& command) {
        command.folder = scratch_.folder();
        command.variables = {"FIRST=1", "EMPTY=", "ODD=a=b c"};
    });
}

TEST_P(Environment, HasNoGroupOrSessionOfItsOwn) {
    const Outcome outcome = run(troupe(GetParam(), {"-o", "/dev/null", tracee("environment")}));
    EXPECT_TRUE(contains(outcome.out, "own group: 0, own session: 0\n")) << outcome.text();
}

TEST_P(Environment, HasNoDescriptorOfOursAlsoWithAScriptAndAPipe) {
    const std::string script =
        scratch_.write("hook.lua", "kept = io.open('/dev/null') assert(strace.hook('getppid', 'both', function() end))");
    const Outcome outcome = run(troupe(GetParam(), {"-o", "|cat >/dev/null", "-l", script, tracee("environment")}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "descriptor: 0\ndescriptor: 1\ndescriptor: 2\n")) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, "descriptor: "), 3U) << outcome.text();
}

TEST_P(Environment, StdinIsTheCommands) {
    Command command = troupe(GetParam(), {"-o", "/dev/null", "/bin/cat"});
    command.input = "a line\nand another\n";
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "a line\nand another\n");
}

TEST_P(Environment, ASigpipeKillsTheCommandAsItDoesWithoutUs) {
    const Outcome outcome =
        run(troupe(GetParam(), {"-o", "/dev/null", "/bin/sh", "-c", "(/bin/sh -c 'while echo line; do :; done'; echo $? >&2) | head -1"}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "line\n");
    EXPECT_TRUE(contains(outcome.err, "141")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Environment, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
