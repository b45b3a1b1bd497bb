#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// The compiler of LuaJIT: right before fast.
class JitTest : public ScriptTest {
 protected:
    std::string note() const { return effects.logged.empty() ? "" : effects.logged.front().second; }
};

TEST_F(JitTest, NestedLoopsOverTablesCountRightTwoMillionTimes) {
    run_well(say + R"(
        local t, u = {}, {}
        for i = 1, 5 do t['k' .. i] = i; u['m' .. i] = i end
        local right, wrong = 0, 0
        strace.hook('getppid', 'entering', function()
            local n = 0
            for _ in pairs(t) do for _ in pairs(u) do n = n + 1 end end
            if n == 25 then right = right + 1 else wrong = wrong + 1 end
        end)
        strace.at_exit(function() say(right, wrong) end)
    )");
    const Event event = SyscallEntry{call_named("getppid"), {}, 0, 0};
    for (int i = 0; i < 2'000'000; ++i) {
        EventView lent(event, task, memory, so_far, 1, qualifiers);
        ASSERT_TRUE(hooks->decide(lent, effects).has_value());
    }
    finish();
    EXPECT_EQ(said(), "2000000 0\n");
}

TEST_F(JitTest, AutomaticSaysWhyItIsOff) {
    run_well(say + "say(jit.status())");
    const bool known_wrong = note().find("2.1.0-beta3") != std::string::npos;
    if (known_wrong) {
        EXPECT_THAT(note(), HasSubstr("JIT compiler off: LuaJIT 2.1.0-beta3 is known to compile wrongly"));
        EXPECT_THAT(said(), HasSubstr("false"));
    } else {
        EXPECT_THAT(note(), HasSubstr("JIT compiler o"));
    }
    EXPECT_EQ(effects.logged.front().first, LogLevel::debug);
}

TEST_F(JitTest, OnAndOffAreObeyed) {
    jit = LuaConfig::Jit::on;
    run_well(say + "say((jit.status()))");
    EXPECT_EQ(said(), "true\n");
    EXPECT_EQ(note(), "JIT compiler on, as asked");
    effects.logged.clear();
    jit = LuaConfig::Jit::off;
    run_well(say + "say((jit.status()))");
    EXPECT_EQ(said(), "false\n");
    EXPECT_EQ(note(), "JIT compiler off, as asked");
}

TEST_F(JitTest, WithTheCompilerOnNobodyPromisesToBreakALoop) {
    jit = LuaConfig::Jit::on;
    run_well("");
    EXPECT_FALSE(hooks->interrupt());
}

TEST_F(JitTest, DispatchOfHooksCompilesAndNothingInItCannotBeCompiled) {
    jit = LuaConfig::Jit::on;
    // Aborts 8 and 9 are "leaving loop in root trace" and "inner loop in root trace": a list of few hooks is left before the loop is worth
    // a trace of its own, and a trace that begins before it comes upon it. Which one it is depends on where counters of hot code lie.
    run_well(say + R"(
        local leaving_loop, inner_loop = 8, 9
        local aborts, compiled, begun = {}, 0, nil
        jit.attach(function(what, trace, func, pc, code)
            if what == 'start' then
                begun = debug.getinfo(func, 'S').source
            elseif begun == '@troupe/hooks.lua' then
                if what == 'stop' then compiled = compiled + 1
                elseif what == 'abort' and code ~= leaving_loop and code ~= inner_loop then aborts[#aborts + 1] = tostring(code) end
            end
        end, 'trace')
        n = 0
        strace.hook('getppid', 'both', function(tcp) if tcp.u_arg[0] == 1 then n = n + 1 end end)
        strace.hook('getppid', 'entering', function(tcp) if strace.entering() then n = n + 1 end end)
        strace.at_exit(function() say(n, compiled > 0, table.concat(aborts, ' ')) end)
    )");
    for (int i = 0; i < 2000; ++i) {
        enter("getppid", {1});
        leave("getppid");
    }
    finish();
    EXPECT_EQ(said(), "4000 true \n");
}

}  // namespace
}  // namespace troupe
