#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// next_sc: the script asks for events.
class PullTest : public ScriptTest {};

TEST_F(PullTest, MainChunkGetsEventAfterEventAndNilAtTheEnd) {
    run_well(say + R"(
        strace.C.monitor(0, 0, true, true)
        while true do
            local tcp = strace.next_sc()
            if not tcp then break end
            say(strace.entering(), tcp.u_arg[0])
        end
        say('over', strace.next_sc(), strace.next_sc())
        strace.at_exit(function() say('at exit', strace.next_sc()) end)
    )");
    enter("read", {1});
    leave("read", 0, {1});
    enter("read", {2});
    EXPECT_EQ(said(), "true 1ULL\nfalse 1ULL\ntrue 2ULL\n");
    finish();
    EXPECT_FALSE(stop) << message();
    EXPECT_EQ(said(), "true 1ULL\nfalse 1ULL\ntrue 2ULL\nover nil nil\nat exit nil\n");
}

TEST_F(PullTest, InjectionWorksOnThePulledEvent) {
    run_well("strace.C.monitor(0, 0, true, false) while strace.next_sc() do assert(strace.inject_error('EIO')) end");
    EXPECT_EQ(enter("read").error, 5);
    EXPECT_EQ(enter("read").error, 5);
}

TEST_F(PullTest, NoCallbackRunsForAPulledEvent) {
    run_well(say + R"(
        strace.hook('read', 'entering', function(tcp) say('hook', tcp.u_arg[0]) end)
        say('pulled', strace.next_sc().u_arg[0])
        say('pulled', strace.next_sc().u_arg[0])
    )");
    enter("read", {1});
    enter("read", {2});
    enter("read", {3});
    EXPECT_EQ(said(), "pulled 1ULL\npulled 2ULL\nhook 3ULL\n");
}

TEST_F(PullTest, HookAdvancesWithoutCallbacks) {
    run_well(say + R"(
        strace.hook('read', 'both', function(tcp)
            say('hook', strace.entering())
            if strace.entering() then
                local next = strace.next_sc()
                say('pulled', strace.entering(), next.u_rval)
            end
        end)
    )");
    enter("read");
    leave("read", 5);
    EXPECT_EQ(said(), "hook true\npulled false 5LL\n");
    leave("read", 6);
    EXPECT_EQ(said(), "hook true\npulled false 5LL\nhook false\n");
}

TEST_F(PullTest, AHookThatWaitsAtTheEndGetsNil) {
    run_well(say +
             "strace.hook('read', 'entering', function() say('got', strace.next_sc()) end)\nstrace.at_exit(function() say('exit') end)");
    enter("read");
    finish();
    EXPECT_FALSE(stop) << message();
    EXPECT_EQ(said(), "got nil\nexit\n");
}

TEST_F(PullTest, ItWorksInsideTheScriptsOwnCoroutinesAndPcall) {
    run_well(say + R"(
        strace.C.monitor(0, 0, true, false)
        local gen = coroutine.wrap(function()
            coroutine.yield('mine')
            local inner = coroutine.create(function() return select(2, pcall(strace.next_sc)).u_arg[0] end)
            coroutine.yield(select(2, coroutine.resume(inner)))
            coroutine.yield(strace.next_sc().u_arg[0])
        end)
        say(gen()) say(gen()) say(gen())
    )");
    EXPECT_EQ(said(), "mine\n");
    enter("read", {5});
    EXPECT_EQ(said(), "mine\n5ULL\n");
    enter("read", {6});
    EXPECT_EQ(said(), "mine\n5ULL\n6ULL\n");
}

TEST_F(PullTest, TheNextScriptStartsWhenTheFirstHasEnded) {
    const std::string first = file("a.lua", say + "strace.C.monitor(0, 0, true, false) say('a') strace.next_sc() say('a ends')");
    const std::string second = file("b.lua", say + "say('b') strace.hook('read', 'entering', function() say('hook') end)");
    run_files({first, second});
    EXPECT_EQ(said(), "a\n");
    enter("read");
    EXPECT_EQ(said(), "a\na ends\nb\n");
    enter("read");
    EXPECT_EQ(said(), "a\na ends\nb\nhook\n");
}

TEST_F(PullTest, MonitorAddedForTheExitDuringTheEntryBeginsWithTheNextCall) {
    run_well(say + R"(
        strace.C.monitor(0, 0, true, false)
        strace.next_sc()
        strace.C.monitor(0, 0, false, true)
        while true do
            local tcp = strace.next_sc()
            if not tcp then break end
            say(strace.entering())
        end
    )");
    enter("read");
    leave("read");
    EXPECT_EQ(said(), "");
    enter("read");
    leave("read");
    EXPECT_EQ(said(), "true\nfalse\n");
}

TEST_F(PullTest, ErrorAfterAPulledEventEndsEverything) {
    run_well("strace.C.monitor(0, 0, true, false)\nstrace.next_sc()\nerror('late')");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:3: late\nstack traceback:"));
}

TEST_F(PullTest, EventsThatAreNoSyscallsReachTheirHooksMeanwhile) {
    run_well(say + R"(
        troupe.on('spawn', function(ev) say('spawn', ev.child, pcall(strace.next_sc)) end)
        strace.C.monitor(0, 0, true, false)
        say(strace.next_sc().u_arg[0])
    )");
    decide(Spawn{SpawnKind::fork, 99});
    EXPECT_THAT(said(), HasSubstr("spawn 99 false"));
    enter("read", {3});
    EXPECT_THAT(said(), HasSubstr("3ULL\n"));
}

TEST_F(PullTest, YieldInTheMainChunkIsAnError) {
    run("coroutine.yield()");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: attempt to yield across C-call boundary"));
}

}  // namespace
}  // namespace troupe
