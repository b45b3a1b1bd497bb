#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

class HookTest : public ScriptTest {};

TEST_F(HookTest, HookRunsAtTheMomentsThatItAskedFor) {
    run_well(say + R"(
        assert(strace.hook('read', 'entering', function(tcp) say('in', strace.entering(), strace.exiting()) end) == true)
        assert(strace.hook('read', 'exiting', function(tcp) say('out', strace.entering(), strace.exiting('extra')) end) == true)
        strace.hook('write', 'both', function(tcp) say('both', strace.entering(1, 2)) end)
        strace.hook('close', {true, false}, function(tcp) say('close', strace.entering()) end)
        strace.hook('open', {false, false}, function(tcp) say('never') end)
    )");
    EXPECT_EQ(hooks->subscription().of(call_named("read")), (Interest{true, true}));
    EXPECT_EQ(hooks->subscription().of(call_named("close")), (Interest{true, false}));
    EXPECT_EQ(hooks->subscription().of(call_named("open")), (Interest{false, false}));
    enter("read");
    leave("read");
    enter("write");
    leave("write");
    enter("close");
    leave("close");
    EXPECT_EQ(said(), "in true false\nout false true\nboth true\nboth false\nclose true\n");
}

TEST_F(HookTest, UnknownWhenIsAnErrorWithTheScriptsLine) {
    run("strace.hook('read', 'sometimes', print)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown \"when\" value\nstack traceback:"));
    EXPECT_EQ(stop->kind, ScriptStop::Kind::error);
    EXPECT_EQ(stop->exit_status, 1);
    run("strace.hook_class('%file', nil, print)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown \"when\" value"));
    run("strace.hook_scno(0, 0, 'x', print)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown \"when\" value"));
}

TEST_F(HookTest, HookIsTrueIfAnyNameIsKnownOnAnyPersonality) {
    run_well(say + R"(
        local f = function() end
        say(strace.hook('read', 'entering', f), strace.hook('no_such_call', 'entering', f))
        say(strace.hook({'no_such_call', 'waitpid'}, 'entering', f), strace.hook({}, 'entering', f))
        say(strace.hook('?read', 'entering', f), strace.hook('/read', 'entering', f), strace.hook('read@64', 'entering', f))
        say(strace.hook('%file', 'entering', f))
    )");
    EXPECT_EQ(said(), "true false\ntrue false\nfalse false false\nfalse\n");
    EXPECT_TRUE(hooks->subscription().of(call_named("waitpid", Abi::i386)).entry);
}

TEST_F(HookTest, HookIsOnEveryPersonalityAndEveryNumberOfTheName) {
    run_well(say + "strace.hook('socket', 'entering', function(tcp) say(tcp.currpers, tcp.scno) end)");
    for (const SyscallId& call : calls_named("socket")) {
        EXPECT_TRUE(hooks->subscription().of(call).entry) << call.number;
    }
    decide(SyscallEntry{call_named("socket", Abi::x86_64), {}, 0, 0});
    decide(SyscallEntry{call_named("socket", Abi::i386), {}, 0, 0});
    decide(SyscallEntry{call_named("socket", Abi::x32), {}, 0, 0});
    EXPECT_EQ(said(), "0 41ULL\n1 359ULL\n2 41ULL\n");
}

TEST_F(HookTest, HookClassTakesNewAndOldNamesAndLists) {
    run_well(say + R"(
        local f = function() end
        say(strace.hook_class('%desc', 'entering', f), strace.hook_class('%nonsense', 'entering', f))
        for _, name in ipairs{'desc', 'file', 'memory', 'process', 'signal', 'ipc', 'network'} do
            assert(strace.hook_class(name, 'exiting', f) == true, name)
        end
        say(strace.hook_class({'%nonsense', '%ipc'}, 'entering', f))
    )");
    EXPECT_EQ(said(), "true false\ntrue\n");
    EXPECT_EQ(hooks->subscription().of(call_named("read")), (Interest{true, true}));
    EXPECT_EQ(hooks->subscription().of(call_named("mmap", Abi::i386)).exit, true);
    EXPECT_FALSE(hooks->subscription().of(call_named("getpid")).any());
}

TEST_F(HookTest, HookByNumberTakesUnknownNumbersButNoNegativeOnes) {
    run_well(say + R"(
        local f = function(tcp) say('hook', tcp.scno) end
        say(strace.hook_scno(0, 0, 'entering', f), strace.hook_scno({1, 9000}, 2, 'exiting', f), strace.hook_scno(-1, 0, 'entering', f))
    )");
    EXPECT_EQ(said(), "true true false\n");
    EXPECT_TRUE(hooks->subscription().of({Abi::x32, 9000}).exit);
    decide(SyscallExit{{Abi::x32, 9000}, {}, 0, 0, false});
    EXPECT_THAT(said(), HasSubstr("hook 9000ULL\n"));
}

TEST_F(HookTest, HookByNumberRefusesAnUnknownPersonality) {
    run("strace.hook_scno(0, 3, 'entering', print)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: invalid personality number"));
}

TEST_F(HookTest, CallbacksRunInTheOrderRegisteredWhicheverFunctionRegisteredThem) {
    run_well(say + R"(
        strace.hook_class('%desc', 'entering', function() say(1) end)
        strace.hook('read', 'both', function() say(2) end)
        strace.hook_scno(0, 0, 'entering', function() say(3) end)
        strace.hook('read', 'entering', function() say(4) end)
    )");
    enter("read");
    EXPECT_EQ(said(), "1\n2\n3\n4\n");
}

TEST_F(HookTest, TcbHoldsTheEntry) {
    qualifiers = qualifier::trace | qualifier::raw;
    run_well(say + R"(
        strace.hook('read', 'entering', function(tcp)
            say(tcp.pid, tcp.scno, tcp.currpers, tcp.u_rval, tcp.u_error, tcp.qual_flg)
            for i = 0, strace.max_args - 1 do say(tcp.u_arg[i]) end
            say(type(tcp.u_arg[0]), type(tcp.pid), require 'ffi'.istype('struct tcb *', tcp))
        end)
    )");
    enter("read", {1, 2, 3, 4, 5, ~0ULL});
    EXPECT_EQ(said(), "4711 0ULL 0 0LL 0ULL 9\n1ULL\n2ULL\n3ULL\n4ULL\n5ULL\n18446744073709551615ULL\ncdata number true\n");
}

TEST_F(HookTest, TcbHoldsTheResultAtExit) {
    run_well(say + "strace.hook('read', 'exiting', function(tcp) say(tcp.u_rval, tcp.u_error, tcp.u_arg[1]) end)");
    leave("read", 17, {0, 5});
    fail("read", 11);
    leave("read", -3000000000);
    EXPECT_EQ(said(), "17LL 0ULL 5ULL\n-1LL 11ULL 0ULL\n-3000000000LL 0ULL 0ULL\n");
}

TEST_F(HookTest, FieldsWrittenChangeWhatIsShownAndNothingElse) {
    run_well(R"(
        strace.hook('read', 'both', function(tcp)
            if strace.entering() then tcp.u_arg[1] = 77 else tcp.u_rval = 99; tcp.u_error = 2 end
        end)
    )");
    const Decision entry = enter("read", {1, 2, 3});
    ASSERT_TRUE(entry.shown);
    EXPECT_EQ(entry.shown->args, (Arguments{1, 77, 3}));
    EXPECT_EQ(entry.shown->qualifiers, qualifiers);
    EXPECT_FALSE(entry.replaces_call());
    const Decision exit = leave("read", 5);
    ASSERT_TRUE(exit.shown);
    EXPECT_EQ(exit.shown->result, 99);
    EXPECT_EQ(exit.shown->error, 2U);
}

TEST_F(HookTest, WhatIsOnlyReadIsShownAsItWas) {
    run_well("strace.hook('read', 'entering', function(tcp) local a = tcp.u_arg[0] end)");
    EXPECT_FALSE(enter("read").shown);
}

TEST_F(HookTest, OptionsChangeTheQualifiersOfThisCall) {
    run_well(R"(
        local todo
        strace.hook('read', 'entering', function() todo() end)
        function set(f) todo = f end
        local steps = {
            function() strace.trace(false) end, function() strace.trace(nil) strace.abbrev(nil) end,
            function() strace.trace() strace.raw() end, function() strace.raw('yes') strace.verbose(false) end,
        }
        local at = 0
        todo = function() at = at + 1 steps[at]() end
    )");
    const auto bits = [&] {
        const Decision decision = enter("read");
        return decision.shown ? static_cast<int>(decision.shown->qualifiers) : -1;
    };
    EXPECT_EQ(bits(), 6);
    EXPECT_EQ(bits(), 4);
    EXPECT_EQ(bits(), 15);
    EXPECT_EQ(bits(), 11);
}

TEST_F(HookTest, OptionsCannotBeChangedAtExit) {
    for (const char* name : {"trace", "abbrev", "verbose", "raw"}) {
        run_well(std::string("strace.hook('read', 'exiting', function() strace.") + name + "() end)");
        leave("read");
        EXPECT_THAT(message(), HasSubstr("t.lua:1: altering tracing options must be done on syscall entry\nstack traceback:"));
    }
}

TEST_F(HookTest, WithoutAnEventWhatNeedsOneRaises) {
    for (const char* call :
         {"entering()", "exiting()", "trace()", "abbrev()", "verbose()", "raw()", "inject_signal('SIGUSR1')", "inject_error('EPERM')"}) {
        run(std::string("strace.") + call);
        EXPECT_THAT(message(), HasSubstr("t.lua:1: ")) << call;
    }
}

TEST_F(HookTest, WithoutAnEventTheRestIsNilOrFalse) {
    run_well(say + R"(
        say(strace.inject_signal(10)) say(strace.inject_error(1)) say(strace.inject_retval(1))
        say(strace.read_obj(0, 'int'), strace.write_obj(0, require 'ffi'.new('int', 1)), strace.path_match('/x'))
        say(strace.read_str(0)) say(strace.read_path(0))
    )");
    EXPECT_EQ(said(),
              "false cannot inject signal\nfalse cannot inject error\nfalse cannot inject return value\nnil false false\n"
              "nil read error\nnil read error\n");
}

TEST_F(HookTest, HookAddedForTheExitDuringTheEntryBeginsWithTheNextCall) {
    run_well(say + R"(
        local once = true
        strace.hook('read', 'entering', function()
            if once then once = false strace.hook('read', 'exiting', function() say('exit') end) end
        end)
    )");
    enter("read");
    EXPECT_TRUE(hooks->subscription().of(call_named("read")).exit);
    leave("read");
    EXPECT_EQ(said(), "");
    enter("read");
    leave("read");
    EXPECT_EQ(said(), "exit\n");
}

TEST_F(HookTest, AmongHooksForTheExitOnlyTheNewOneWaits) {
    run_well(say + R"(
        strace.hook('read', 'both', function()
            if strace.exiting() then say('old') return end
            if not added then added = true strace.hook('read', 'exiting', function() say('new') end) end
        end)
    )");
    enter("read");
    leave("read");
    EXPECT_EQ(said(), "old\n");
    enter("read");
    leave("read");
    EXPECT_EQ(said(), "old\nold\nnew\n");
}

TEST_F(HookTest, AnExitThatNeverCameDoesNotSpoilTheNextOne) {
    run_well(say + R"(
        strace.hook('read', 'entering', function()
            if not added then added = true strace.hook({'read', 'write'}, 'exiting', function(tcp) say('exit', tcp.scno) end) end
        end)
    )");
    enter("read");
    leave("write");
    EXPECT_EQ(said(), "exit 1ULL\n");
    leave("read");
    EXPECT_EQ(said(), "exit 1ULL\nexit 0ULL\n");
}

TEST_F(HookTest, ATaskThatIsGoneLeavesNoLimitBehind) {
    run_well(say + R"(
        strace.hook('exit', 'entering', function()
            if not added then added = true strace.hook('exit', 'exiting', function() say('exit') end) end
        end)
    )");
    enter("exit");
    hooks->forget(task.id, 0);
    leave("exit");
    EXPECT_EQ(said(), "exit\n");
}

TEST_F(HookTest, RevisionGrowsWithTheSubscription) {
    run_well("strace.hook('read', 'entering', function() strace.hook('write', 'entering', function() end) end)");
    const auto before = hooks->revision();
    enter("close");
    EXPECT_EQ(hooks->revision(), before);
    enter("read");
    EXPECT_GT(hooks->revision(), before);
    const auto after = hooks->revision();
    enter("read");
    EXPECT_EQ(hooks->revision(), after);
}

TEST_F(HookTest, YieldInAHookIsAnError) {
    run_well("strace.hook('read', 'entering', function() coroutine.yield(1) end)");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: attempt to yield across C-call boundary"));
}

TEST_F(HookTest, CoroutinesOfTheScriptWorkInHooks) {
    run_well(say + R"(
        strace.hook('read', 'entering', function()
            local co = coroutine.create(function(a, b) local c = coroutine.yield(a + b, nil) error('oops' .. c, 0) end)
            say(select('#', coroutine.resume(co, 1, 2)), coroutine.resume(co, 'x'))
            say(coroutine.status(co), coroutine.resume(co))
            local gen = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(i) end end)
            say(gen(), gen(), gen() == nil)
            say(pcall(coroutine.wrap(function() error('wrapped', 0) end)))
        end)
    )");
    enter("read");
    EXPECT_FALSE(stop) << message();
    EXPECT_EQ(said(), "3 false oopsx\ndead false cannot resume dead coroutine\n1 2 true\nfalse wrapped\n");
}

TEST_F(HookTest, ErrorInAHookEndsEverything) {
    run_well("strace.hook('read', 'entering', function()\n error('boom')\nend)\nstrace.at_exit(function() print('not run') end)");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:2: boom\nstack traceback:\n"));
    EXPECT_THAT(message(), HasSubstr("t.lua:2: in function"));
    EXPECT_EQ(stop->kind, ScriptStop::Kind::error);
    stop.reset();
    testing::internal::CaptureStderr();
    EXPECT_FALSE(enter("read").replaces_call());
    EXPECT_FALSE(stop);
    finish();
    EXPECT_FALSE(stop);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_F(HookTest, ErrorObjectsThatAreNoTextSaySo) {
    for (const char* object : {"nil", "{}", "true", "print"}) {
        run(std::string("error(") + object + ")");
        EXPECT_THAT(message(), testing::StartsWith("(error object cannot be converted to string)\nstack traceback:"));
    }
    run("error(setmetatable({}, {__tostring = function() return 'spoken' end}))");
    EXPECT_THAT(message(), testing::StartsWith("spoken\nstack traceback:"));
    run("error(42, 0)");
    EXPECT_THAT(message(), testing::StartsWith("42\nstack traceback:"));
}

}  // namespace
}  // namespace troupe
