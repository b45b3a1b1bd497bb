// A command that cannot be started: we say which and why, nothing was run, 127 where there is no such file and 126 for the rest.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LaunchErrors : public testing::TestWithParam<Configuration> {
 protected:
    void expect_refusal(std::vector<std::string> arguments, const std::string& name, int status, const std::string& reason) const {
        const Outcome outcome = run(troupe(GetParam(), std::move(arguments)));
        EXPECT_TRUE(outcome.exited_with(status)) << outcome.text();
        EXPECT_EQ(outcome.out, "");
        EXPECT_TRUE(contains(outcome.err, name)) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, reason)) << outcome.text();
    }

    Scratch scratch_;
};

TEST_P(LaunchErrors, NoSuchCommandInThePath) { expect_refusal({"no-such-command"}, "no-such-command", 127, "No such file or directory"); }

TEST_P(LaunchErrors, NoSuchFile) { expect_refusal({"/no/such/file", "argument"}, "/no/such/file", 127, "No such file or directory"); }

TEST_P(LaunchErrors, AFileThatMayNotBeExecuted) {
    const std::string file = scratch_.write("plain", "text");
    expect_refusal({file}, file, 126, "Permission denied");
}

TEST_P(LaunchErrors, AFolder) { expect_refusal({scratch_.folder()}, scratch_.folder(), 126, "Permission denied"); }

TEST_P(LaunchErrors, AFileWithoutAFormat) {
    const std::string file = scratch_.write("no-format", "echo this is no program\n", true);
    expect_refusal({file}, file, 126, "Exec format error");
}

TEST_P(LaunchErrors, AnInterpreterThatIsNotThere) {
    const std::string file = scratch_.write("script", "#!/no/such/interpreter\n", true);
    expect_refusal({file}, file, 127, "No such file or directory");
}

TEST_P(LaunchErrors, TheExecveThatFailedIsInTheTrace) {
    const std::vector<std::tuple<std::string, std::string, int>> refused = {
        {scratch_.write("plain", "text"), "EACCES \\(Permission denied\\)", 126},
        {scratch_.folder(), "EACCES \\(Permission denied\\)", 126},
        {scratch_.write("no-format", "echo this is no program\n", true), "ENOEXEC \\(Exec format error\\)", 126},
        {scratch_.write("script", "#!/no/such/interpreter\n", true), "ENOENT \\(No such file or directory\\)", 127},
    };
    for (const auto& [file, error, status] : refused) {
        const Outcome outcome = run(troupe(GetParam(), {"-o", scratch_.path("trace"), file}));
        EXPECT_TRUE(outcome.exited_with(status)) << outcome.text();
        const std::string trace = scratch_.read("trace");
        EXPECT_EQ(lines_matching(trace, "execve\\(\"" + file + "\", .*\\) = -1 " + error + "$").size(), 1U) << trace;
        EXPECT_EQ(lines_matching(trace, fmt::format("\\+\\+\\+ exited with {} \\+\\+\\+$", status)).size(), 1U) << trace;
        EXPECT_EQ(lines_of(trace).size(), 2U) << trace;
    }
}

TEST_P(LaunchErrors, TheReasonIsSaidBeforeTheEnd) {
    const Outcome outcome = run(troupe(GetParam(), {scratch_.folder()}));
    const std::vector<std::string> lines = lines_of(outcome.err);
    ASSERT_EQ(lines.size(), 3U) << outcome.text();
    EXPECT_TRUE(lines[0].starts_with("execve(")) << outcome.text();
    EXPECT_TRUE(lines[1].ends_with("troupe: exec: Permission denied")) << outcome.text();
    EXPECT_EQ(lines[2], "+++ exited with 126 +++");
}

TEST_P(LaunchErrors, AFolderOnTheWayThatIsAFile) {
    const std::string file = scratch_.write("plain", "text") + "/program";
    expect_refusal({file}, file, 127, "Not a directory");  // not found, in POSIX's words
}

TEST_P(LaunchErrors, AProgramThatAnotherUserMayNotExecute) {
    const std::string file = scratch_.write("private/program", "#!/bin/sh\n", true);
    std::filesystem::permissions(scratch_.path("private"), std::filesystem::perms::owner_all);
    expect_refusal({"-u", "nobody", file}, file, 126, "Permission denied");
}

TEST_P(LaunchErrors, AScriptDoesNotKeepItFromBeingSaid) {
    const std::string script = scratch_.write(
        "hook.lua", "assert(strace.hook('getppid', 'both', function() end)) strace.at_exit(function() print('the end') end)");
    expect_refusal({"-l", script, "-e", "none", "/no/such/file"}, "/no/such/file", 127, "No such file or directory");
}

TEST_P(LaunchErrors, AScriptWithAnInterpreterRuns) {
    const Outcome outcome =
        run(troupe(GetParam(), {"-o", "/dev/null", scratch_.write("script", "#!/bin/sh\necho started $1\n", true), "well"}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "started well\n");
}

TEST_P(LaunchErrors, ACommandIsFoundInThePathOfItsOwnEnvironment) {
    scratch_.write("folder/only-here", "#!/bin/sh\necho found\n", true);
    Command command = troupe(GetParam(), {"-o", "/dev/null", "only-here"});
    command.variables = {"PATH=" + scratch_.path("folder") + ":/bin:/usr/bin"};
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "found\n");
}

INSTANTIATE_TEST_SUITE_P(Configurations, LaunchErrors, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
