// Where something runs out - descriptors, disk space, patience: it is said once, nothing hangs, and the command is none the wiser.

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

constexpr const char* threads = slow_build ? "200" : "1000";
constexpr const char* rest = "4000000";  // microseconds between their calls, or there would be nothing but those on a busy machine

class Limits : public ScriptTest {
 protected:
    Outcome run_in_shell(const std::string& before, const std::vector<std::string>& arguments, const std::string& after = "") {
        std::string line = before + " exec " + binary();
        for (const std::vector<std::string>& some : {GetParam().options, arguments}) {
            for (const std::string& argument : some) {
                line += " '" + argument + "'";
            }
        }
        return run_native({"/bin/sh", "-c", line + after});
    }
};

TEST_P(Limits, WithFewDescriptorsItWorksOrSaysWhatIsMissing) {
    for (const int descriptors : {5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 20, 30}) {
        for (const char* where : {"-o", "-ffo"}) {
            const Outcome outcome = run_in_shell("ulimit -n " + std::to_string(descriptors) + ";",
                                                 {where, scratch_.path("trace"), tracee("fork_tree"), "2", "2"});
            if (outcome.exited_with(0)) {
                EXPECT_EQ(outcome.out, "6 descendants\n");
                EXPECT_LE(occurrences(outcome.err, "\n"), 1U) << outcome.text();
            } else {
                EXPECT_TRUE(outcome.exited_with(1)) << descriptors << outcome.text();
            }
            EXPECT_TRUE(outcome.err.empty() || contains(outcome.err, "Too many open files")) << descriptors << outcome.text();
        }
    }
}

TEST_P(Limits, AFullDiskIsReportedOnceAndTheCommandGoesOn) {
    const Outcome outcome = run(troupe(GetParam(), {"-o", "/dev/full", tracee("fork_tree")}));
    EXPECT_TRUE(outcome.exited_with(1)) << "the command's 0 would say that all is well: " << outcome.text();
    EXPECT_EQ(outcome.out, "39 descendants\n");
    // At the end how much is lost; before that the error alone, where the trace was flushed by then.
    EXPECT_EQ(lines_matching(outcome.err, ": [0-9]+ bytes of the trace are lost: write to /dev/full: No space left on device$").size(), 1U)
        << outcome.text();
    EXPECT_EQ(lines_of(outcome.err).size() - lines_matching(outcome.err, "troupe: write to /dev/full: No space left on device$").size(), 1U)
        << outcome.text();
    EXPECT_LE(lines_of(outcome.err).size(), 2U) << outcome.text();
}

TEST_P(Limits, MessagesThatCannotBeReadAreNotInTheWay) {
    for (const std::vector<std::string>& options : {std::vector<std::string>{}, std::vector<std::string>{"-o", "/dev/full"}}) {
        std::vector<std::string> arguments = options;
        arguments.insert(arguments.end(), {tracee("exit_code"), "7"});
        const Outcome outcome = run_in_shell("", arguments, " 2>/dev/full");
        EXPECT_TRUE(outcome.exited_with(7)) << outcome.text();
    }
    EXPECT_TRUE(run_in_shell("", {"/does/not/exist"}, " 2>/dev/full").exited_with(127));
    EXPECT_TRUE(run_in_shell("", {"--no-such-option"}, " 2>/dev/full").exited_with(1));
}

TEST_P(Limits, AThousandThreadsEndWithAnInterrupt) {
    Command command =
        troupe(GetParam(), {"-e", "none", "-l", scratch_.write("script.lua", "assert(strace.hook('getppid', 'both', function() end))"),
                            tracee("serve"), threads, rest});
    command.limit = std::chrono::seconds(150);  // ten thousand calls before it is ready, and other processes may want the CPUs
    Started tracer(std::move(command));
    ASSERT_TRUE(tracer.wait_for_out("ready\n")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
}

TEST_P(Limits, AThousandAttachedThreadsAreLetGoByAnInterrupt) {
    Command command;
    command.argv = {tracee("serve"), threads, rest};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n")) << server.err();
    Started tracer(troupe(GetParam(), {"-e", "trace=getppid", "-o", scratch_.path("trace"), "-p", std::to_string(server.pid())}));
    ASSERT_TRUE(tracer.wait_for_err("attached with")) << tracer.err();
    ASSERT_TRUE(eventually(std::chrono::seconds(60), [&] { return contains(scratch_.read("trace"), "getppid()"); }));
    tracer.send(SIGINT);
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    for (const pid_t thread : threads_of(server.pid())) {
        EXPECT_EQ(status_field(thread, "TracerPid"), "0");
    }
    server.say("enough\n");
    EXPECT_EQ(server.finish().out, "ready\nserved\n");
}

INSTANTIATE_TEST_SUITE_P(Configurations, Limits, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
