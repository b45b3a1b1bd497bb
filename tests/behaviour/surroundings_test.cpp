// What troupe is started with, and what stands around it: handles that are closed, signals that are ignored, readers that wait.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/syscall.h>

#include <cerrno>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Surroundings : public testing::TestWithParam<Configuration> {
 protected:
    /// troupe with these options, as a shell has it.
    static std::string words(const std::string& arguments) {
        std::string words = binary();
        for (const std::string& option : GetParam().options) {
            words += ' ' + option;
        }
        return words + ' ' + arguments;
    }
    static Outcome run_shell(const std::string& script) { return run(Command{.argv = {"/bin/sh", "-c", script}}); }

    Scratch scratch_;
};

TEST_P(Surroundings, ClosedHandlesAreNoReasonNotToRun) {
    const Outcome error = run_shell(words("sh -c 'echo ran; exit 3' 2>&-; echo $?"));
    EXPECT_EQ(error.out, "ran\n3\n") << error.text();
    const Outcome all =
        run_shell(words("-o " + scratch_.path("trace") + " sh -c 'test -e /proc/self/fd/0 || exit 4' <&- >&- 2>&-; echo $?"));
    EXPECT_EQ(all.out, "4\n") << "the command finds them closed, as they were";
}

TEST_P(Surroundings, ReadersOfTheCommandsOutputWaitForItAlone) {
    const std::string fifo = scratch_.path("fifo");
    const Outcome outcome = run_shell("mkfifo " + fifo + "; " + words("-o /dev/null sh -c 'exec >&- 2>&-; read go <" + fifo + "'") +
                                      " | { cat; echo go >" + fifo + "; }; echo over");
    EXPECT_EQ(outcome.out, "over\n") << outcome.text();
}

TEST_P(Surroundings, ASignalToTheGroupThatTheCommandIgnoresDoesNotEndUs) {
    for (const char* signal : {"ALRM", "USR1", "PROF", "RTMIN"}) {
        const Outcome outcome =
            run(troupe(GetParam(), {"-e", "none", "/bin/sh", "-c", "trap '' " + std::string(signal) + "; kill -" + signal + " 0; exit 3"}));
        EXPECT_TRUE(outcome.exited_with(3)) << signal << ' ' << outcome.text();
    }
}

TEST_P(Surroundings, ThreadsThatAreRefusedAreAnError) {
    for (const int code : {EPERM, EAGAIN, ENOMEM}) {
        Command command = troupe(GetParam(), {"-o", "/dev/null", tracee("exit_code"), "7"});
        command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(SYS_clone3), std::to_string(code)});
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "start the thread of worker 0: ")) << outcome.text();
    }
}

TEST_P(Surroundings, CpusThatMayNotBeAskedForAreNoReasonNotToRun) {
    for (const long call : {SYS_sched_getaffinity, SYS_sched_setaffinity}) {
        if (slow_build && call == SYS_sched_getaffinity) {
            continue;  // sanitizers ask for them, and give up
        }
        for (const int code : {EPERM, EINVAL, ENOSYS}) {
            Command command = troupe(GetParam(), {"-o", "/dev/null", tracee("exit_code"), "7"});
            command.argv.insert(command.argv.begin(), {tracee("refuse_call"), std::to_string(call), std::to_string(code)});
            const Outcome outcome = run(command);
            EXPECT_TRUE(outcome.exited_with(7)) << call << ' ' << code << ' ' << outcome.text();
        }
    }
}

TEST_P(Surroundings, TermEndsAHookThatHoldsOnAsTerm) {
    const std::string script =
        scratch_.write("loop.lua", "strace.hook('getppid', 'entering', function() print('called') while true do end end)");
    Started tracer(troupe(GetParam(), {"-e", "none", "-o", "/dev/null", "-l", script, tracee("serve")}));
    ASSERT_TRUE(tracer.wait_for_err("called")) << tracer.err();
    tracer.send(SIGTERM);
    EXPECT_TRUE(tracer.wait_for_end().killed_by(SIGTERM));
}

TEST_P(Surroundings, AnInterruptThatWasIgnoredAtTheStartLeavesWhatWeAttachedTo) {
    Started target(Command{.argv = {tracee("serve")}});
    ASSERT_TRUE(target.wait_for_out("ready\n"));
    Command attach = troupe(GetParam(), {"-e", "none", "-p", std::to_string(target.pid())});
    attach.ignored = {SIGINT, SIGQUIT};  // as shells do for what runs in the background
    Started tracer(attach);
    ASSERT_TRUE(tracer.wait_for_err("attached")) << tracer.err();
    tracer.send(SIGINT);
    EXPECT_TRUE(contains(tracer.wait_for_end().err, "detached"));
    target.say("\n");
    EXPECT_TRUE(target.finish().exited_with(0));
}

INSTANTIATE_TEST_SUITE_P(Configurations, Surroundings, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
