// What a hook injects is what the program gets and what is printed, in every combination and configuration.

#include <signal.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LuaInjection : public ScriptTest {
 protected:
    /// A hook at the entry of a call that runs these statements.
    static std::string on_entry(const std::string& name, const std::string& statements) {
        return "assert(strace.hook('" + name + "', 'entering', function(tcp) " + statements + " end))\n";
    }

    /// Runs call_results, 64 and 32 bit, printed and not, and looks at its lines and at the trace.
    void expect_seen(const std::string& script, const std::vector<std::string>& seen, const std::vector<std::string>& printed = {}) {
        for (const char* program : {"call_results", "call_results_32"}) {
            const Outcome silent = run_script(script, {tracee(program)});
            EXPECT_TRUE(silent.exited_with(0)) << silent.text();
            const Outcome shown = run_script(script, {tracee(program)}, to_file());
            EXPECT_TRUE(shown.exited_with(0)) << shown.text();
            for (const std::string& line : seen) {
                EXPECT_TRUE(contains(silent.out, line + "\n")) << program << ": " << line << "\n" << silent.text();
                EXPECT_TRUE(contains(shown.out, line + "\n")) << program << ": " << line << "\n" << shown.text();
            }
            for (const std::string& expression : printed) {
                EXPECT_FALSE(lines_matching(trace(), expression).empty()) << program << ": " << expression << "\n" << trace();
            }
        }
    }
};

TEST_P(LuaInjection, AnErrorByNameNumberAndText) {
    expect_seen(on_entry("getsid", "assert(strace.inject_error('EACCES'))") + on_entry("getpriority", "assert(strace.inject_error(11))") +
                    on_entry("sched_yield", "assert(strace.inject_error('4095'))"),
                {"getsid: -1 errno 13", "getpriority: -1 errno 11", "sched_yield: -1 errno 4095", "close: -1 errno 9"},
                {"getsid\\(0\\) += -1 EACCES \\(Permission denied\\) \\(INJECTED\\)$",
                 "getpriority\\(.*\\) += -1 EAGAIN \\(Resource temporarily unavailable\\) \\(INJECTED\\)$"});
}

TEST_P(LuaInjection, AnErrorKeepsTheCallFromBeingMade) {
    const std::string file = scratch_.path("kept");
    scratch_.write("kept", "text");
    const Outcome outcome = run_script(
        on_entry("unlink", "assert(strace.inject_error('EPERM'))") + on_entry("unlinkat", "assert(strace.inject_error('EPERM'))"),
        {"/bin/rm", "-f", file});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "Operation not permitted")) << outcome.text();
    EXPECT_EQ(scratch_.read("kept"), "text");
}

TEST_P(LuaInjection, AReturnValue) {
    expect_seen(on_entry("getsid", "assert(strace.inject_retval(77))") + on_entry("umask", "assert(strace.inject_retval(0))") +
                    on_entry("access", "assert(strace.inject_retval(-13))"),
                {"getsid: 77", "access: -1 errno 13"}, {"getsid\\(0\\) += 77 \\(INJECTED\\)$"});
}

TEST_P(LuaInjection, AReturnValueOf64Bits) {
    const Outcome outcome = run_script(on_entry("getsid", "assert(strace.inject_retval(2^40 + 1))"), {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.out, "getsid: 1099511627777\n")) << outcome.text();
}

TEST_P(LuaInjection, ASignalIsDeliveredWithTheCall) {
    expect_seen(on_entry("sched_yield", "assert(strace.inject_signal('SIGUSR1'))") + on_entry("getsid", "assert(strace.inject_signal(12))"),
                {"sched_yield: 0", "signals inside sched_yield: 1", "SIGUSR1: 1, SIGUSR2: 1"},
                {"sched_yield\\(\\) += 0$", "--- SIGUSR1 \\{si_signo=SIGUSR1"});
}

TEST_P(LuaInjection, ASignalAndAnErrorCombine) {
    expect_seen(on_entry("sched_yield", "assert(strace.inject_signal('SIGUSR1')) assert(strace.inject_error('EINTR'))"),
                {"sched_yield: -1 errno 4", "signals inside sched_yield: 1", "SIGUSR1: 1, SIGUSR2: 0"},
                {"sched_yield\\(\\) += -1 EINTR \\(Interrupted system call\\) \\(INJECTED\\)$"});
}

TEST_P(LuaInjection, ASignalAndAReturnValueFromTwoHooksCombine) {
    expect_seen(
        on_entry("sched_yield", "assert(strace.inject_signal('SIGUSR2'))") + on_entry("sched_yield", "assert(strace.inject_retval(5))"),
        {"sched_yield: 5", "SIGUSR1: 0, SIGUSR2: 1"}, {"sched_yield\\(\\) += 5 \\(INJECTED\\)$"});
}

TEST_P(LuaInjection, TheLastOfAKindWins) {
    expect_seen(on_entry("getsid", "assert(strace.inject_error('EACCES'))") + on_entry("getsid", "assert(strace.inject_error('EPERM'))") +
                    on_entry("umask", "assert(strace.inject_retval(1))") +
                    on_entry("sched_yield", "assert(strace.inject_signal('SIGUSR1'))") +
                    on_entry("sched_yield", "assert(strace.inject_signal('SIGUSR2'))"),
                {"getsid: -1 errno 1", "SIGUSR1: 0, SIGUSR2: 1"});
}

TEST_P(LuaInjection, AnExitHookSeesWhatTheProgramGets) {
    const std::string script =
        on_entry("getsid", "assert(strace.inject_error('EACCES'))") + on_entry("getpriority", "assert(strace.inject_retval(42))") + R"(
        assert(strace.hook('getsid', 'exiting', function(tcp) print('getsid', tcp.u_rval == -1, tonumber(tcp.u_error)) end))
        assert(strace.hook('getpriority', 'exiting', function(tcp) print('getpriority', tonumber(tcp.u_rval), tonumber(tcp.u_error)) end))
    )";
    const Outcome outcome = run_script(script, {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.err, "getsid\ttrue\t13\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "getpriority\t42\t0\n")) << outcome.text();
}

TEST_P(LuaInjection, AtExitItIsRefused) {
    const Outcome outcome = run_script(R"(
        assert(strace.hook('getsid', 'exiting', function(tcp)
            print('error', strace.inject_error('EACCES'))
            print('retval', strace.inject_retval(1))
            print('signal', strace.inject_signal('SIGUSR1'))
        end))
        assert(strace.hook('getsid', 'entering', function(tcp)
            print('unknown error', strace.inject_error('ENOSUCH'))
            print('unknown signal', strace.inject_signal('SIGNONE'))
            print('short signal', strace.inject_signal('USR1'))
        end))
    )",
                                       {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.err, "unknown error\tfalse\terror not found\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "unknown signal\tfalse\tsignal not found\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "short signal\tfalse\tsignal not found\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "error\tfalse\tcannot inject error\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "retval\tfalse\tcannot inject return value\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "signal\tfalse\tcannot inject signal\n")) << outcome.text();
    EXPECT_FALSE(contains(outcome.out, "getsid: -1")) << outcome.text();
    EXPECT_TRUE(contains(outcome.out, "SIGUSR1: 0, SIGUSR2: 0\n")) << outcome.text();
}

TEST_P(LuaInjection, IntoEveryThreadOfManyIsExact) {
    // Every second call of each thread is answered by us with the value that it expects; the tracee checks every one.
    const Outcome outcome = run_script(R"(
        local per_thread, parent, injected = {}, nil, 0
        assert(strace.hook('getppid', 'both', function(tcp)
            if strace.exiting() then parent = parent or tcp.u_rval return end
            local n = (per_thread[tcp.pid] or 0) + 1
            per_thread[tcp.pid] = n
            if parent and n % 2 == 0 then assert(strace.inject_retval(parent)) injected = injected + 1 end
        end))
        strace.at_exit(function() print('injected:', injected) end)
    )",
                                       {tracee("getppid_threads"), "16", "200"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "injected:\t"), 16 * 100) << outcome.text();
}

TEST_P(LuaInjection, ASignalThatKillsEndsTheCommand) {
    const Outcome outcome = run_script(on_entry("getpriority", "assert(strace.inject_signal('SIGKILL'))"), {tracee("call_results")});
    EXPECT_TRUE(outcome.killed_by(SIGKILL)) << outcome.text();
    const Outcome term = run_script(on_entry("getpriority", "assert(strace.inject_signal('SIGTERM'))"), {tracee("call_results")});
    EXPECT_TRUE(term.killed_by(SIGTERM)) << term.text();
}

TEST_P(LuaInjection, OnTheFirstExecveTheCommandIsReportedAsNotStarted) {
    const Outcome outcome = run_script(on_entry("execve", "assert(strace.inject_error('ENOENT'))"), {"/bin/echo", "started"});
    EXPECT_TRUE(outcome.exited_with(127)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(contains(outcome.err, "exec: No such file or directory")) << outcome.text();
    const Outcome refused = run_script(on_entry("execve", "assert(strace.inject_error('EPERM'))"), {"/bin/echo", "started"});
    EXPECT_TRUE(refused.exited_with(126)) << refused.text();
    EXPECT_TRUE(contains(refused.err, "Operation not permitted")) << refused.text();
}

TEST_P(LuaInjection, IntoInt80CallsOfA64BitProgram) {
    const Outcome outcome = run_script(R"(
        local i386 = 0
        assert(strace.hook('getppid', 'entering', function(tcp) if tcp.currpers == 1 then i386 = i386 + 1 end end))
        assert(strace.hook_scno(64, 1, 'exiting', function(tcp) assert(tcp.u_rval > 0) end))
        assert(strace.hook('open', 'entering', function(tcp) if tcp.currpers == 1 then assert(strace.inject_error('ENOENT')) end end))
        strace.at_exit(function() print('i386:', i386) end)
    )",
                                       {tracee("int80_calls"), "50"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "i386:\t"), 50) << outcome.text();
}

TEST_P(LuaInjection, IntoX32CallsAnswersForTheKernel) {
    const Outcome outcome = run_script(R"(
        local seen = 0
        assert(strace.hook('getppid', 'both', function(tcp)
            if tcp.currpers ~= 2 then return end
            assert(tcp.scno == 110)
            seen = seen + 1
            if strace.entering() then assert(strace.inject_error('ENOSYS')) end
        end))
        strace.at_exit(function() print('seen:', seen) end)
    )",
                                       {tracee("x32_calls"), "20"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "seen:\t"), 40) << outcome.text();
}

TEST_P(LuaInjection, IntoMultiplexedCallsByTheirOwnNames) {
    const Outcome outcome = run_script(R"(
        local names = {}
        assert(strace.hook({'socketpair', 'sendto', 'recvfrom', 'shutdown', 'shmget', 'shmctl', 'semget'}, 'entering', function(tcp)
            names[#names + 1] = strace.get_sc_name(tcp.scno, tcp.currpers)
        end))
        strace.at_exit(function() print(table.concat(names, ' ')) end)
    )",
                                       {tracee("multiplexed_calls_32")});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "sendto recvfrom shutdown")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "shmget shmctl semget")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaInjection, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
