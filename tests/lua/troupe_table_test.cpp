#include "lua/script_argument.hpp"
#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// The table `troupe`.
class TroupeTableTest : public ScriptTest {};

TEST_F(TroupeTableTest, LogGoesToTheEngineWithItsLevel) {
    run_well("for _, level in ipairs{'trace', 'debug', 'info', 'warning', 'error'} do troupe.log(level, level) end troupe.log('info', 5)");
    std::vector<std::pair<LogLevel, std::string>> expected{{LogLevel::trace, "trace"}, {LogLevel::debug, "debug"},
                                                           {LogLevel::info, "info"},   {LogLevel::warning, "warning"},
                                                           {LogLevel::error, "error"}, {LogLevel::info, "5"}};
    ASSERT_GE(effects.logged.size(), expected.size());
    EXPECT_EQ(std::vector(effects.logged.end() - static_cast<std::ptrdiff_t>(expected.size()), effects.logged.end()), expected);
}

TEST_F(TroupeTableTest, UnknownLevelIsAnError) {
    run("troupe.log('loud', 'x')");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown log level"));
}

TEST_F(TroupeTableTest, EventsThatAreNoSyscallsCarryTheirData) {
    run_well(say + R"(
        troupe.on('spawn', function(ev) say('spawn', ev.pid, ev.process, ev.kind, ev.child) end)
        troupe.on('exec', function(ev) say('exec', ev.pid, ev.former_tid) end)
        troupe.on('exit', function(ev) say('exit', ev.killed, ev.code, ev.signal, ev.core_dumped) end)
        troupe.on('signal', function(ev) say('signal', ev.signal, ev.name, ev.code, ev.sender) end)
    )");
    for (const Happening one : {Happening::spawn, Happening::exec, Happening::exit, Happening::signal}) {
        EXPECT_TRUE(hooks->subscription().wants(one));
    }
    decide(Spawn{SpawnKind::vfork, 99});
    decide(Exec{12});
    decide(Dying{false, false, 3});
    decide(Dying{true, true, 11});
    SignalStop signal{10, {}};
    signal.info.si_code = SI_USER;
    signal.info.si_pid = 55;
    decide(signal);
    EXPECT_EQ(said(), "spawn 4711 4711 vfork 99\nexec 4711 12\nexit false 3 nil false\nexit true nil 11 true\nsignal 10 SIGUSR1 0 55\n");
}

TEST_F(TroupeTableTest, TraceesThatComeAndLeaveAliveAreEvents) {
    run_well(say + R"(
        for _, event in ipairs{'attach', 'detach'} do
            troupe.on(event, function(ev) say(event, ev.pid, ev.process, ev.time ~= nil, pcall(function() return ev.child end)) end)
        end
    )");
    EXPECT_TRUE(hooks->subscription().wants(Happening::attach));
    EXPECT_TRUE(hooks->subscription().wants(Happening::detach));
    decide(Attach{});
    decide(Detach{});
    const std::string all = said();
    EXPECT_THAT(all, HasSubstr("attach 4711 4711 true false "));
    EXPECT_THAT(all, HasSubstr("the event 'attach' has no 'child': it has argv, comm, cwd, exe, pid"));
    EXPECT_THAT(all, HasSubstr("detach 4711 4711 true false "));
}

TEST_F(TroupeTableTest, WhatIsLeftAtTheEndIsToldBeforeAtExit) {
    run_well(say + R"(
        troupe.on('detach', function(ev) say('detach', ev.pid, ev.process) end)
        troupe.at_exit(function() say('exit') end)
    )");
    finish(Ending::interrupted, {{.id = {12, 3}, .process = 11}, {.id = {13, 4}, .process = 11}});
    EXPECT_EQ(said(), "detach 12 11\ndetach 13 11\nexit\n");
}

TEST_F(TroupeTableTest, WhatIsExecutedIsKilledOrDetached) {
    run_well(say + R"(
        troupe.on('exec', function(ev)
            if ev.former_tid == 1 then say(ev:kill()) elseif ev.former_tid == 2 then say(ev:detach()) end
            kept = ev
        end)
        troupe.on('exit', function(ev) say(pcall(kept.kill, kept)) say(pcall(function() return ev:kill() end)) end)
    )");
    EXPECT_TRUE(decide(Exec{1}).kill);
    EXPECT_TRUE(decide(Exec{2}).detach);
    EXPECT_FALSE(decide(Dying{}).kill);
    EXPECT_THAT(said(), HasSubstr("true\ntrue\nfalse "));
    EXPECT_THAT(said(), HasSubstr("this event is over"));
    EXPECT_THAT(said(), HasSubstr("the event 'exit' has no 'kill'"));
}

TEST_F(TroupeTableTest, OnlyWhatIsListenedToIsWanted) {
    run_well("troupe.on('exec', function() end)");
    EXPECT_TRUE(hooks->subscription().wants(Happening::exec));
    EXPECT_FALSE(hooks->subscription().wants(Happening::spawn));
    EXPECT_FALSE(hooks->subscription().any_call());
}

TEST_F(TroupeTableTest, SignalsAreDroppedAndReplaced) {
    run_well(say + R"(
        troupe.on('signal', function(ev)
            if ev.signal == 10 then say(ev:drop())
            elseif ev.signal == 12 then say(ev:replace('SIGTERM'))
            elseif ev.signal == 15 then say(ev:replace('NOTHING')) say(ev:replace(99)) end
        end)
    )");
    EXPECT_EQ(decide(SignalStop{10, {}}).signal, 0);
    EXPECT_EQ(decide(SignalStop{12, {}}).signal, 15);
    EXPECT_FALSE(decide(SignalStop{15, {}}).signal);
    EXPECT_FALSE(decide(SignalStop{1, {}}).signal);
    EXPECT_EQ(said(), "true\ntrue\nfalse signal not found\nfalse cannot replace signal\n");
}

TEST_F(TroupeTableTest, SyscallFunctionsDoNothingInOtherEvents) {
    run_well(say + R"(
        troupe.on('signal', function(ev)
            say(pcall(strace.entering) == false, strace.inject_signal(10))
            say(tonumber(strace.read_obj(0x1000, 'int')))
        end)
    )");
    memory.map(0x1000, std::string("\5\0\0\0", 4));
    EXPECT_FALSE(decide(SignalStop{1, {}}).signal);
    EXPECT_EQ(said(), "true false cannot inject signal\n5\n");
}

TEST_F(TroupeTableTest, ErrorInSuchAHookEndsEverything) {
    run_well("troupe.on('exit', function()\n error('dead') end)");
    decide(Dying{});
    EXPECT_THAT(message(), HasSubstr("t.lua:2: dead\nstack traceback:"));
}

TEST_F(TroupeTableTest, GroupStopsReachNoHook) {
    run_well("for _, event in ipairs{'spawn', 'exec', 'exit', 'signal'} do troupe.on(event, function() error(event) end) end");
    decide(GroupStop{19});
    EXPECT_FALSE(stop) << message();
}

TEST_F(TroupeTableTest, UnknownEventIsAnError) {
    run("troupe.on('birthday', print)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown event 'birthday' (spawn, exec, exit, signal, attach, detach)"));
}

TEST_F(TroupeTableTest, ArgumentsAreEachScriptsOwn) {
    const std::string text =
        say + "local function show() say(troupe.args.key, troupe.args.flag, troupe.args.empty) end show() strace.at_exit(show)";
    run_files({file("a.lua", text) + ",key=one=1,flag", file("b.lua", text) + ",key=two,empty="});
    ASSERT_FALSE(stop) << message();
    finish();
    EXPECT_EQ(said(), "one=1 true nil\ntwo nil \none=1 true nil\ntwo nil \n");
}

TEST_F(TroupeTableTest, FileWithACommaInItsNameWins) {
    const std::string comma = file("with,comma=1.lua", say + "say('comma', troupe.args.x)");
    run_files({comma});
    run_files({comma + ",x=2"});
    EXPECT_EQ(said(), "comma nil\ncomma 2\n");
}

TEST_F(TroupeTableTest, WhereNoFileExistsTheNameEndsAtTheFirstComma) {
    const lua::ScriptArgument apart = lua::take_apart("/no/such.lua,a=b,c");
    EXPECT_EQ(apart.file, "/no/such.lua");
    ASSERT_EQ(apart.settings.size(), 2U);
    EXPECT_EQ(apart.settings[0].key, "a");
    EXPECT_EQ(apart.settings[0].value, "b");
    EXPECT_TRUE(apart.settings[1].flag);
    EXPECT_EQ(lua::take_apart("/no/such.lua").file, "/no/such.lua");
}

TEST_F(TroupeTableTest, ProgramKnowsItsName) {
    run_well(say + "say(troupe.program_name)");
    EXPECT_EQ(said(), "troupe\n");
}

}  // namespace
}  // namespace troupe
