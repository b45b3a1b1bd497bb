// Scripts that are wrong: message with file and line, traceback, exit status 1, nothing of the command left, at_exit not run.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LuaErrors : public ScriptTest {
 protected:
    void expect_error(const Outcome& outcome, const std::string& message, bool traceback) const {
        EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "troupe: lua: ")) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.text();
        EXPECT_EQ(contains(outcome.err, "stack traceback:"), traceback) << outcome.text();
        EXPECT_FALSE(contains(outcome.err, "must not run")) << outcome.text();
    }
};

TEST_P(LuaErrors, ASyntaxErrorStartsNothing) {
    const Outcome outcome = run_script("local a = 1\nlocal b = = 2\n", {"/bin/echo", "started"});
    expect_error(outcome, "script.lua:2: unexpected symbol near '='", false);
    EXPECT_EQ(outcome.out, "");
}

TEST_P(LuaErrors, AnUnreadableScriptStartsNothing) {
    for (const std::string& name : {scratch_.path("not-there.lua"), scratch_.folder().string()}) {
        const Outcome outcome = run(troupe(GetParam(), {"-l", name, "/bin/echo", "started"}));
        expect_error(outcome, name, false);
        EXPECT_EQ(outcome.out, "");
    }
}

TEST_P(LuaErrors, AnErrorInTheMainChunk) {
    const Outcome outcome =
        run_script("strace.at_exit(function() print('must not run') end)\n\nerror('wrong from the start')", {"/bin/echo", "started"});
    expect_error(outcome, "script.lua:3: wrong from the start", true);
    EXPECT_EQ(outcome.out, "");
}

TEST_P(LuaErrors, AnErrorInAHookEndsTheCommand) {
    for (const char* when : {"entering", "exiting"}) {
        const Outcome outcome =
            run_script(std::string("strace.at_exit(function() print('must not run') end)\n") + "assert(strace.hook('getpriority', '" +
                           when + "', function(tcp)\n    local x = nil + 1\nend))",
                       {tracee("call_results")});
        expect_error(outcome, "script.lua:3: attempt to perform arithmetic on a nil value", true);
        EXPECT_EQ(outcome.out, "");
    }
}

TEST_P(LuaErrors, AnErrorInAHookEndsEveryThreadOfABusyCommand) {
    const Outcome outcome = run_script(R"(
        local n = 0
        strace.at_exit(function() print('must not run') end)
        assert(strace.hook('getppid', 'both', function() n = n + 1 if n == 1000 then error('enough of it') end end))
    )",
                                       {tracee("getppid_threads"), "32", "100000"});
    expect_error(outcome, "script.lua:4: enough of it", true);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(occurrences(outcome.err, "enough of it"), 1U) << outcome.text();
}

TEST_P(LuaErrors, AnErrorInAtExitStopsTheRest) {
    const Outcome outcome = run_script(
        "strace.at_exit(function() print('first') end)\nstrace.at_exit(function() error('too late') end)\nstrace.at_exit(function() "
        "print('must not run') end)",
        {"/bin/echo", "ran"});
    expect_error(outcome, "script.lua:2: too late", true);
    EXPECT_EQ(occurrences(outcome.err, "first\n"), 1U) << outcome.text();
    EXPECT_EQ(outcome.out, "ran\n");
}

TEST_P(LuaErrors, AnErrorThatIsNoText) {
    for (const char* script : {"error({})", "assert(strace.hook('getpriority', 'entering', function() error({}) end))"}) {
        const Outcome outcome = run_script(script, {tracee("call_results")});
        EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "troupe: lua: (error object cannot be converted to string)\n")) << outcome.text();
        EXPECT_EQ(outcome.out, "");
    }
}

TEST_P(LuaErrors, AssertOnAnUnknownSyscall) {
    const Outcome outcome = run_script("assert(strace.hook('getppidd', 'both', function() end))", {"/bin/echo", "started"});
    expect_error(outcome, "assertion failed!", true);
    EXPECT_EQ(outcome.out, "");
}

TEST_P(LuaErrors, AnUnknownWhen) {
    expect_error(run_script("strace.hook('getppid', 'sometimes', function() end)", {"/bin/echo", "started"}), "unknown \"when\" value",
                 true);
}

TEST_P(LuaErrors, AHookThatYields) {
    expect_error(run_script("assert(strace.hook('getpriority', 'entering', function() coroutine.yield() end))", {tracee("call_results")}),
                 "attempt to yield across C-call boundary", true);
}

TEST_P(LuaErrors, TraceOptionsAtExit) {
    expect_error(run_script("assert(strace.hook('getpriority', 'exiting', function()\n strace.trace() end))", {tracee("call_results")}),
                 "altering tracing options must be done on syscall entry", true);
}

TEST_P(LuaErrors, OsExitEndsWithItsStatusAndLeavesNothing) {
    Outcome outcome = run_script("os.exit(7)", {"/bin/echo", "started"});
    EXPECT_TRUE(outcome.exited_with(7)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    outcome = run_script("local n = 0 assert(strace.hook('getppid', 'entering', function() n = n + 1 if n == 500 then os.exit(9) end end))",
                         {tracee("getppid_threads"), "16", "100000"});
    EXPECT_TRUE(outcome.exited_with(9)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    outcome = run_script("strace.at_exit(function() os.exit(11) end)", {"/bin/echo", "ran"});
    EXPECT_TRUE(outcome.exited_with(11)) << outcome.text();
}

TEST_P(LuaErrors, AnErrorSetsAnAttachedProgramFree) {
    Command command;
    command.argv = {tracee("serve"), "4"};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n"));
    const Outcome outcome =
        run_script("assert(strace.hook('access', 'both', function() error('not with me') end))", {"-p", std::to_string(server.pid())});
    expect_error(outcome, "script.lua:1: not with me", true);
    server.say("enough\n");
    EXPECT_EQ(server.finish().out, "ready\nserved\n");
}

TEST_P(LuaErrors, PrintGoesToStderrWithTabs) {
    const Outcome outcome = run_script("print('a', 1, nil, true) print()", {"/bin/true"}, {"-e", "none", "-qq"});
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_EQ(outcome.err, "a\t1\tnil\ttrue\n\n");
    EXPECT_EQ(outcome.out, "");
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaErrors, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
