// What rules do beyond strace's, and what a delay must not do: hold up anybody else, or be in the way of an end.

#include <signal.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

const std::vector<std::string> hold_for_long = {"-e", "trace=getpriority,getppid", "-e", "inject=getpriority:delay_enter=1000s"};

class Rules : public ScriptTest {
 protected:
    Outcome run_with(std::vector<std::string> options, std::vector<std::string> command) {
        options.insert(options.end(), command.begin(), command.end());
        return run(troupe(GetParam(), std::move(options)));
    }

    Started start_held(const std::string& what, std::vector<std::string> options = hold_for_long) {
        options.insert(options.end(), {"-o", scratch_.path("trace"), tracee("held_thread"), what});
        return Started(troupe(GetParam(), std::move(options)));
    }
};

TEST_P(Rules, ApplyToCallsThatNobodyPrints) {
    const Outcome outcome =
        run_with({"-e", "trace=none", "-e", "inject=getpriority:error=EIO:when=2", "-e", "inject=chdir:retval=3:poke_exit=@arg1=41", "-e",
                  "inject=sched_yield:error=EPERM", "-o", scratch_.path("trace")},
                 {tracee("tampered_calls")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::string priority = std::to_string(kernel_priority());
    EXPECT_TRUE(
        contains(outcome.out, "getpriority 1: " + priority + ", errno 0\ngetpriority 2: -1, errno 5\ngetpriority 3: " + priority + ","))
        << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, ": 3, errno 0, Adoes/not/exist\n"), 4U) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, ": -1, errno 1, 0 signals\n"), 4U) << outcome.text();
    EXPECT_EQ(trace(), std::string(lines_matching(trace(), "exited").empty() ? "" : lines_of(trace()).front() + "\n"));
}

TEST_P(Rules, AFixedErrorOfEveryAbiReachesTheProgram) {
    for (const char* program : {"tampered_calls", "tampered_calls_32"}) {
        const Outcome outcome = run_with({"-e", "trace=none", "--fault=getpriority,chdir,sched_yield"}, {tracee(program), "3"});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(occurrences(outcome.out, ": -1, errno 38"), 36U) << outcome.text();
    }
}

TEST_P(Rules, AnErrorOfWhatALaunchCallsIsForTheProgramAlone) {
    // The filter is there before the command is: none of these may keep it from starting.
    const Outcome outcome = run_with({"-e", "trace=none", "--fault=rt_sigaction,rt_sigprocmask,close_range,sched_setaffinity,execve"},
                                     {"/bin/sh", "-c", "trap : USR1; /bin/true || echo refused"});
    EXPECT_TRUE(contains(outcome.out, "refused\n")) << outcome.text();
}

TEST_P(Rules, SubcallsOf32BitsHaveThem) {
    const Outcome by_ipc = run_with({"-e", "trace=none", "-e", "inject=semget:error=EXDEV"}, {tracee("multiplexed_calls_32")});
    EXPECT_TRUE(by_ipc.exited_with(99)) << by_ipc.text();
    EXPECT_TRUE(contains(by_ipc.out, "(errno 18,")) << by_ipc.text();
    const Outcome by_socketcall = run_with({"-e", "trace=none", "--fault=shutdown@32:error=EXDEV"}, {tracee("multiplexed_calls_32")});
    EXPECT_TRUE(by_socketcall.exited_with(99)) << by_socketcall.text();
    EXPECT_TRUE(contains(by_socketcall.out, "shut) == 0 (errno 18,")) << by_socketcall.text();
}

TEST_P(Rules, AResultThatIsWiderThanTheCallIsShownWhole) {
    // The program is one of 64 bits: all of it is in the register that it looks at.
    const Outcome outcome =
        run_with({"-o", scratch_.path("trace"), "-e", "trace=clock_gettime64", "-e", "inject=clock_gettime64:retval=0x100000000"},
                 {tracee("int80_calls"), "1"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(lines_matching(trace(), "= 4294967296 \\(INJECTED\\)$").size(), 1U) << trace();
}

TEST_P(Rules, AHooksDecisionGoesOverTheRulesOfItsKind) {
    const std::string script = R"(
        assert(strace.hook('getpriority', 'entering', function(tcp) assert(strace.inject_error('EACCES')) end))
        assert(strace.hook('sched_yield', 'entering', function(tcp) assert(strace.inject_retval(8)) end))
        assert(strace.hook('chdir', 'exiting', function(tcp) print('chdir', tonumber(tcp.u_rval), strace.read_str(tcp.u_arg[0])) end))
    )";
    const Outcome outcome = run_script(script, {tracee("tampered_calls")},
                                       {"-e", "inject=getpriority:error=EIO", "-e", "inject=sched_yield:signal=USR1:error=EIO:when=2", "-e",
                                        "inject=chdir:retval=3:poke_exit=@arg1=41", "-o", scratch_.path("trace")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, "getpriority"), 4U);
    EXPECT_EQ(occurrences(outcome.out, ": -1, errno 13\n"), 4U) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "sched_yield 1: 8, errno 0, 0 signals\nsched_yield 2: 8, errno 0, 1 signals\n")) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "chdir\t3\tAdoes/not/exist\n"), 4U) << outcome.text();
    EXPECT_EQ(lines_matching(trace(), "getpriority\\(.*\\) += -1 EACCES \\(Permission denied\\) \\(INJECTED\\)$").size(), 4U) << trace();
    EXPECT_EQ(lines_matching(trace(), "chdir\\(\"/does/not/exist\"\\) += 3 \\(INJECTED: args, retval\\)$").size(), 4U) << trace();
}

TEST_P(Rules, AHookSeesAFixedErrorThatItDoesNotChange) {
    const Outcome outcome =
        run_script("assert(strace.hook('getpriority', 'exiting', function(tcp) print('seen', tonumber(tcp.u_error)) end))",
                   {tracee("tampered_calls")}, {"-e", "trace=none", "-e", "inject=getpriority:error=EIO"});
    EXPECT_EQ(occurrences(outcome.err, "seen\t5\n"), 4U) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, "-1, errno 5\n"), 4U) << outcome.text();
}

TEST_P(Rules, AHookThatComesLateSeesWhatTheKernelHasFailedSoFar) {
    const std::string script = R"(
        assert(strace.hook('chdir', 'entering', function(tcp)
            if not hooked then
                hooked = true
                assert(strace.hook('sched_yield', 'exiting', function(tcp) print('seen', tonumber(tcp.u_error)) end))
            end
        end))
    )";
    const Outcome outcome = run_script(script, {tracee("tampered_calls")}, {"-e", "trace=none", "-e", "inject=sched_yield:error=EIO"});
    EXPECT_EQ(occurrences(outcome.err, "seen\t5\n"), 4U) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, "-1, errno 5, 0 signals\n"), 4U) << outcome.text();
}

TEST_P(Rules, ATraceesOwnFilterThatKillsWhatWasReplacedIsExplained) {
    const Outcome outcome = run_with({"-e", "trace=none", "-e", "inject=getppid:retval=1"}, {tracee("strict_seccomp")});
    if (outcome.exited_with(0)) {
        EXPECT_TRUE(contains(outcome.out, "allowed")) << outcome.text();  // behind our own filter's stop, no filter is asked any more
        return;
    }
    EXPECT_TRUE(outcome.killed_by(SIGSYS)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "syscall=getpid")) << outcome.text();
    const Outcome other = run_with({"-e", "trace=none", "-e", "inject=getppid:retval=1:syscall=getpid"}, {tracee("strict_seccomp")});
    EXPECT_TRUE(other.exited_with(0)) << other.text();
}

TEST_P(Rules, APokeThatCannotBeDoneIsSaid) {
    const Outcome outcome =
        run_with({"-e", "trace=none", "-e", "inject=getpriority:poke_enter=@arg1=00,@arg3=00:when=1"}, {tracee("tampered_calls")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err,
                             "Failed to tamper with process [0-9]+: requested to tamper with argument #3, "
                             "but system call 'getpriority' has only 2 arguments$")
                  .size(),
              1U)
        << outcome.text();
    EXPECT_EQ(
        lines_matching(outcome.err, "Failed to tamper with process [0-9]+: getpriority has no memory at 0x0 to poke 1 bytes into$").size(),
        1U)
        << outcome.text();
}

TEST_P(Rules, AnArgumentThatACallDoesNotHaveIsSaidOnceForEachRule) {
    const Outcome outcome = run_with({"-f", "-e", "trace=getppid", "-e", "inject=getppid:poke_enter=@arg2=00:poke_exit=@arg2=00"},
                                     {tracee("getppid_threads"), "8", "100"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "argument #2, but system call 'getppid' has only 0 arguments\n"), 1U);
}

TEST_P(Rules, APokeThatCannotBeDoneIsSaidBeforeItsCallIsPrinted) {
    const Outcome outcome =
        run_with({"-e", "trace=getpriority", "-e", "inject=getpriority:poke_enter=@arg1=00,@arg3=00:when=1"}, {tracee("tampered_calls")});
    const std::vector<std::string> lines = lines_of(outcome.err);
    ASSERT_GE(lines.size(), 3U) << outcome.text();
    EXPECT_FALSE(lines_matching(lines[0] + "\n", "argument #3, but").empty()) << outcome.text();
    EXPECT_FALSE(lines_matching(lines[1] + "\n", "has no memory at 0x0").empty()) << outcome.text();
    EXPECT_FALSE(lines_matching(lines[2] + "\n", "^getpriority\\(.*\\) += ").empty()) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "<unfinished ...>"), 0U) << outcome.text();
}

TEST_P(Rules, OfAPokeThatRunsIntoUnmappedMemoryWhatFitsIsWrittenAndMarked) {
    for (const char* when : {"poke_enter", "poke_exit"}) {
        const Outcome outcome =
            run_with({"-e", "trace=chdir", "-e", std::string("inject=chdir:") + when + "=@arg1=2f612f622f63", "-o", scratch_.path("trace")},
                     {tracee("path_before_a_hole")});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.out, "/a/b\n") << when;
        EXPECT_EQ(lines_matching(trace(), "chdir\\(.*\\(INJECTED: args\\)$").size(), 1U) << trace();
        EXPECT_EQ(lines_matching(outcome.err, "chdir has no memory at 0x[0-9a-f]+000 to poke 2 bytes into$").size(), 1U) << outcome.text();
    }
}

TEST_P(Rules, ActOnTracedCallsOnly) {
    const Outcome outcome = run_with({"-e", "trace=chdir", "-e", "fault=%desc,getpriority,chdir:error=EIO", "-o", scratch_.path("trace")},
                                     {tracee("tampered_calls")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_FALSE(contains(outcome.out, "getpriority 1: -1")) << outcome.text();
    EXPECT_EQ(lines_matching(trace(), "chdir\\(.* = -1 EIO .*\\(INJECTED\\)$").size(), 4U) << trace();
}

TEST_P(Rules, ADelayTakesItsTime) {
    for (const char* where : {"delay_enter", "delay_exit"}) {
        const Outcome outcome =
            run_with({"-e", "trace=none", "-e", std::string("inject=getpriority:") + where + "=60ms"}, {tracee("delayed_call"), "60"});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.out, "long enough\n") << where;
    }
}

TEST_P(Rules, ASignalComesWithADelayedCall) {
    // The strace of the distribution forgets the signal.
    const Outcome outcome =
        run_with({"-e", "trace=none", "-e", "inject=sched_yield:delay_enter=100:signal=USR1:when=2+2"}, {tracee("tampered_calls"), "3"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(occurrences(outcome.out, "sched_yield 2: 0, errno 0, 1 signals\nsched_yield 3: 0, errno 0, 0 signals\n"), 3U)
        << outcome.text();
}

TEST_P(Rules, OthersGoOnWhileOneIsDelayedAndAnInterruptEndsAll) {
    std::vector<std::string> arguments = hold_for_long;
    arguments.insert(arguments.end(), {tracee("held_thread"), "work"});
    Started tracer(troupe(GetParam(), std::move(arguments)));
    ASSERT_TRUE(tracer.wait_for_out("worked\n")) << tracer.err();
    tracer.send(SIGINT);
    const Outcome outcome = tracer.wait_for_end();
    EXPECT_TRUE(outcome.killed_by(SIGINT)) << outcome.text();
    EXPECT_EQ(outcome.out, "worked\n");
    EXPECT_EQ(occurrences(outcome.err, "getppid()"), 1000U);
}

TEST_P(Rules, ADelayThatIsOverLetsTheCallGoOn) {
    Started tracer = start_held("work", {"-e", "trace=none", "-e", "inject=getpriority:delay_enter=300ms:delay_exit=1ms"});
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "worked\nthe call came back\n");
}

TEST_P(Rules, AHeldThreadDiesWithItsProcess) {
    const Outcome exits = start_held("exit").finish();
    EXPECT_TRUE(exits.exited_with(7)) << exits.text();
    const Outcome dies = start_held("kill").finish();
    EXPECT_TRUE(dies.killed_by(SIGKILL)) << dies.text();
}

TEST_P(Rules, AHeldThreadGoesWithAnExecve) {
    for (const char* who : {"exec", "thread-exec"}) {
        const Outcome outcome = start_held(who).finish();
        EXPECT_TRUE(outcome.exited_with(0)) << who << outcome.text();
        EXPECT_EQ(outcome.out, "another program\n") << who;
    }
}

TEST_P(Rules, AnInterruptLeavesAnAttachedProgramThatWasHeld) {
    for (const char* what : {"getppid:delay_enter=1000s", "getppid:delay_exit=1000s"}) {
        Command command;
        command.argv = {tracee("serve"), "3"};
        Started server(std::move(command));
        ASSERT_TRUE(server.wait_for_out("ready\n"));
        Started tracer(
            troupe(GetParam(), {"-e", std::string("inject=") + what, "-o", scratch_.path("trace"), "-p", std::to_string(server.pid())}));
        EXPECT_TRUE(eventually(std::chrono::seconds(20), [&] { return occurrences(trace(), "getppid(") == 3; })) << trace();
        tracer.send(SIGINT);
        EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
        expect_served(server);
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, Rules, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
