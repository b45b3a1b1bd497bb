// Which events a script gets, in which order, pushed and pulled; hooks that come later; options of the very call.

#include <unistd.h>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class LuaEvents : public ScriptTest {
 protected:
    Outcome expect_success(std::string_view script, std::vector<std::string> command, std::vector<std::string> options = {"-e", "none"}) {
        Outcome outcome = run_script(script, std::move(command), std::move(options));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }
};

TEST_P(LuaEvents, TheFirstIsTheCommandsOwnExecve) {
    const Outcome outcome = expect_success(R"(
        strace.C.monitor_all(true, true)
        local tcp = strace.next_sc()
        print('first:', strace.get_sc_name(tcp.scno, tcp.currpers), strace.entering(), strace.read_path(tcp.u_arg[0]))
        tcp = strace.next_sc()
        print('second:', strace.get_sc_name(tcp.scno, tcp.currpers), strace.exiting(), tonumber(tcp.u_rval))
    )",
                                           {"/bin/true"});
    EXPECT_TRUE(contains(outcome.err, "first:\texecve\ttrue\t/bin/true\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "second:\texecve\ttrue\t0\n")) << outcome.text();
}

TEST_P(LuaEvents, ExecveIntoA32BitProgramEndsInItsPersonality) {
    const Outcome outcome = expect_success(R"(
        assert(strace.hook('execve', 'both', function(tcp)
            print(strace.entering() and 'entry' or 'exit', tcp.currpers, strace.get_sc_name(tcp.scno, tcp.currpers))
        end))
    )",
                                           {tracee("exit_code_32"), "0"});
    EXPECT_TRUE(contains(outcome.err, "entry\t0\texecve\n")) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^exit\t[01]\texecve$").size(), 1U) << outcome.text();
}

TEST_P(LuaEvents, AreAllPulledByAMainChunkThatLoops) {
    const Outcome outcome = expect_success(R"(
        assert(strace.C.monitor(strace.get_scno('getppid', 0), 0, true, true))
        local entries, exits = 0, 0
        while true do
            local tcp = strace.next_sc()
            if tcp == nil then break end
            assert(tcp.scno == strace.get_scno('getppid', 0))
            if strace.entering() then entries = entries + 1 else exits = exits + 1 end
        end
        print('entries:', entries)
        print('exits:', exits)
        print('for ever', strace.next_sc(), strace.next_sc())
    )",
                                           {tracee("getppid_threads"), "16", "100"});
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), 1601) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "exits:\t"), 1601) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "for ever\tnil\tnil\n")) << outcome.text();
}

TEST_P(LuaEvents, GoToTheHooksAfterAMainChunkLeftEarly) {
    const Outcome outcome = expect_success(R"(
        local pushed, pulled = 0, 0
        assert(strace.hook('getppid', 'entering', function() pushed = pushed + 1 end))
        for i = 1, 100 do
            assert(strace.next_sc())
            pulled = pulled + 1
        end
        strace.at_exit(function() print('pushed:', pushed) print('pulled:', pulled) end)
    )",
                                           {tracee("getppid_threads"), "8", "100"});
    EXPECT_EQ(number_after(outcome.err, "pulled:\t"), 100) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "pushed:\t"), 701) << outcome.text();
}

TEST_P(LuaEvents, ArePulledWithInjection) {
    const Outcome outcome = expect_success(R"(
        assert(strace.C.monitor(strace.get_scno('getsid', 0), 0, true, true))
        while strace.next_sc() do
            if strace.entering() then assert(strace.inject_error('EACCES')) end
        end
    )",
                                           {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.out, "getsid: -1 errno 13\n")) << outcome.text();
}

TEST_P(LuaEvents, InsideAHookAreAdvancedByNextSc) {
    const Outcome outcome = expect_success(R"(
        local called, inside = 0, 0
        assert(strace.hook('sched_yield', 'entering', function() called = called + 1 end))
        assert(strace.hook('getsid', 'entering', function()
            while true do
                local tcp = strace.next_sc()
                if tcp.scno == strace.get_scno('sched_yield', tcp.currpers) then inside = inside + 1 return end
            end
        end))
        strace.at_exit(function() print('called:', called) print('inside:', inside) end)
    )",
                                           {tracee("call_results")});
    EXPECT_EQ(number_after(outcome.err, "inside:\t"), 1) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "called:\t"), 0) << outcome.text();
}

TEST_P(LuaEvents, OfHooksAddedInsideHooksAreSeen) {
    // Nothing but access is asked for at first; the hook widens what stops.
    const Outcome outcome = expect_success(R"(
        local later = {}
        assert(strace.hook('access', 'entering', function(tcp)
            if strace.read_path(tcp.u_arg[0]) ~= '/dev/null' then return end
            for _, name in ipairs{'sched_yield', 'getpriority', 'uname'} do
                assert(strace.hook(name, 'both', function() later[#later + 1] = name .. (strace.entering() and '+' or '-') end))
            end
            assert(strace.hook('access', 'exiting', function() later[#later + 1] = 'access-' end))
        end))
        strace.at_exit(function() print(table.concat(later, ' ')) end)
    )",
                                           {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.err, "sched_yield+ sched_yield- getpriority+ getpriority- uname+ uname-\n")) << outcome.text();
    EXPECT_FALSE(contains(outcome.err, "access-")) << "an exit asked for at entry begins with the next call\n" << outcome.text();
}

TEST_P(LuaEvents, OfHooksAddedLateReachOtherThreadsAndChildren) {
    const Outcome outcome = expect_success(R"(
        local n, added = 0, false
        assert(strace.hook('clone3', 'entering', function()
            if added then return end
            added = true
            assert(strace.hook('getppid', 'entering', function() n = n + 1 end))
        end))
        strace.at_exit(function() print('n:', n) end)
    )",
                                           {tracee("getppid_threads"), "16", "100"});
    EXPECT_EQ(number_after(outcome.err, "n:\t"), 1600) << outcome.text();
}

TEST_P(LuaEvents, RunTheirHooksInTheOrderOfRegistration) {
    const Outcome outcome = expect_success(R"(
        local order = {}
        local function note(name) return function() order[#order + 1] = name end end
        assert(strace.hook('getsid', 'entering', note('a')))
        assert(strace.hook_class('%pure', 'entering', function(tcp) if tcp.scno == strace.get_scno('getsid', 0) then order[#order + 1] = 'b' end end))
        assert(strace.hook_scno(strace.get_scno('getsid', 0), 0, 'both', note('c')))
        assert(strace.hook({'umask', 'getsid'}, {true, false}, function(tcp) if tcp.scno == strace.get_scno('getsid', 0) then order[#order + 1] = 'd' end end))
        assert(strace.hook('getsid', {false, false}, note('never')))
        strace.at_exit(function() print(table.concat(order, ' ')) end)
    )",
                                           {tracee("call_results")});
    EXPECT_FALSE(lines_matching(outcome.err, "^a (b )?c d c$").empty()) << outcome.text();
}

TEST_P(LuaEvents, OptionsOfAHookActOnThisVeryCall) {
    std::vector<std::string> options = to_file();
    options.insert(options.end(), {"-e", "trace=getsid,access,close"});
    expect_success(R"(
        assert(strace.hook('getsid', 'entering', function() strace.trace(false) end))
        assert(strace.hook('getpriority', 'entering', function() strace.trace() end))
        assert(strace.hook('access', 'entering', function(tcp)
            if strace.read_path(tcp.u_arg[0]) == '/dev/null' then strace.raw(true) end
        end))
    )",
                   {tracee("call_results")}, options);
    EXPECT_FALSE(contains(trace(), "getsid(")) << trace();
    const std::string priority = std::to_string(kernel_priority());
    EXPECT_EQ(lines_matching(trace(), "getpriority\\(PRIO_PROCESS, 0\\) += " + priority + "$").size(), 1U) << trace();
    EXPECT_EQ(lines_matching(trace(), "access\\(0x[0-9a-f]+, 0x4\\) += 0$").size(), 1U) << trace();
    EXPECT_FALSE(contains(trace(), "umask(")) << trace();
}

TEST_P(LuaEvents, WhatAScriptWritesIntoATcbIsOnlyPrinted) {
    std::vector<std::string> options = to_file();
    options.insert(options.end(), {"-e", "trace=close"});
    const Outcome outcome = expect_success(R"(
        assert(strace.hook('close', 'entering', function(tcp) if tcp.u_arg[0] ~= 0 and tonumber(tcp.u_arg[0]) > 1000 then tcp.u_arg[0] = 77 end end))
    )",
                                           {tracee("call_results")}, options);
    EXPECT_TRUE(contains(outcome.out, "close: -1 errno 9\n")) << outcome.text();
    EXPECT_EQ(lines_matching(trace(), "close\\(77\\) += -1 EBADF \\(Bad file descriptor\\)$").size(), 1U) << trace();
}

TEST_P(LuaEvents, HooksAreCalledWhateverIsTraced) {
    std::vector<std::string> options = to_file();
    options.insert(options.end(), {"-e", "trace=umask"});
    const Outcome outcome =
        expect_success("assert(strace.hook('getsid', 'both', function() print('seen') end))", {tracee("call_results")}, options);
    EXPECT_EQ(occurrences(outcome.err, "seen\n"), 2U) << outcome.text();
    EXPECT_FALSE(contains(trace(), "getsid")) << trace();
}

TEST_P(LuaEvents, ScriptsShareOneStateInOrder) {
    const std::string first =
        scratch_.write("first.lua", "shared = {'first'} strace.at_exit(function() print(table.concat(shared, ' ')) end)");
    const std::string second = scratch_.write("second.lua", "shared[2] = 'second' strace.at_exit(function() print('last') end)");
    const Outcome outcome = run(troupe(GetParam(), {"-qq", "-e", "none", "-l", first, "-l", second, "/bin/true"}));
    EXPECT_EQ(outcome.err, "first second\nlast\n");
}

TEST_P(LuaEvents, AtExitRunsInOrderAndAlsoWhatItRegisters) {
    const Outcome outcome = expect_success(R"(
        strace.at_exit(function() print('one') strace.at_exit(function() print('three') end) end)
        strace.at_exit(function() print('two') end)
    )",
                                           {"/bin/true"}, {"-qq", "-e", "none"});
    EXPECT_EQ(outcome.err, "one\ntwo\nthree\n");
}

TEST_P(LuaEvents, AChildOfAHookIsNoTracee) {
    const Outcome outcome = expect_success(R"(
        assert(strace.hook('getsid', 'entering', function()
            local child = assert(io.popen('echo said by a child', 'r'))
            print(child:read('*a'))
            print(child:close())
            print(os.execute('exit 0') == 0)
        end))
    )",
                                           {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.err, "said by a child\n")) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "true\n"), 2U) << outcome.text();
}

TEST_P(LuaEvents, AChildOfAHookIsAsTheUsersShellWouldStartIt) {
    const Outcome outcome = expect_success(R"(
        local function look(how)
            local command = "grep -E '^(SigBlk|Cpus_allowed):' /proc/self/status"
            if how == 'execute' then os.execute(command .. ' >&2') return end
            local child = assert(io.popen(command, 'r'))
            io.stderr:write(child:read('*a'))
            child:close()
        end
        assert(strace.hook('getsid', 'entering', function() look('execute') look('popen') end))
        strace.at_exit(function() look('execute') look('popen') end)
    )",
                                           {tracee("call_results")});
    for (const char* field : {"SigBlk", "Cpus_allowed"}) {
        const std::string expected = std::string(field) + ":\t" + status_field(::getpid(), field) + "\n";
        EXPECT_EQ(occurrences(outcome.err, expected), 4U) << expected << outcome.text();
    }
}

TEST_P(LuaEvents, AChildOfAHookHasTheUsersLimitOfOpenFiles) {
    // With a file for each tracee ours is raised.
    const std::string script = scratch_.write("limit.lua", R"(
        strace.at_exit(function()
            os.execute('echo executed $(ulimit -Sn) of $(ulimit -Hn) >&2')
            local child = io.popen('echo opened `ulimit -Sn`', 'r')
            io.stderr:write(child:read('*a'))
            child:close()
            os.execute('')
            print(os.execute('exit 3'), os.execute() ~= 0)
        end)
    )");
    Command command = troupe(GetParam(), {"-ff", "-o", scratch_.path("trace"), "-l", script, "/bin/true"});
    command.argv.insert(command.argv.begin(), {"/bin/sh", "-c", "ulimit -Sn 512; exec \"$@\"", "sh"});
    const Outcome outcome = run(command);
    EXPECT_TRUE(contains(outcome.err, "executed 512 of ")) << outcome.text();
    EXPECT_FALSE(contains(outcome.err, "executed 512 of 512\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "opened 512\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "768\ttrue\n")) << outcome.text();
}

TEST_P(LuaEvents, AWrongArgumentOfPopenIsAnErrorOfTheScript) {
    const Outcome outcome = expect_success(R"(
        strace.at_exit(function() print(pcall(io.popen)) print(pcall(os.execute, {})) print(io.popen('exit 3'):close()) end)
    )",
                                           {"/bin/true"}, {"-qq", "-e", "none"});
    EXPECT_EQ(occurrences(outcome.err, "false\tbad argument #1"), 2U) << outcome.text();
}

TEST_P(LuaEvents, BothKindsOfJitGiveTheSameCounts) {
    for (const char* jit : {"--jit=auto", "--jit=off", "--jit=on"}) {
        const Outcome outcome = expect_success(R"(
            local n = 0
            assert(strace.hook('getppid', 'entering', function() n = n + 1 end))
            strace.at_exit(function() print('n:', n) end)
        )",
                                               {tracee("getppid_threads"), "8", "100"}, {jit, "-e", "none"});
        EXPECT_EQ(number_after(outcome.err, "n:\t"), 801) << jit << outcome.text();
    }
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaEvents, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
