#include "tests/lua/script_fixture.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// troupe.every, and `require`.
class TimersTest : public ScriptTest {
 protected:
    void ring() { stop = hooks->ring(effects); }
    /// Until the clock has come to what is due.
    void wait_until_due() const {
        while (monotonic_ns() < hooks->next_due()) {
        }
    }
};

TEST_F(TimersTest, ATimerIsDueAfterItsTimeAndThenAgain) {
    const std::uint64_t before = monotonic_ns();
    run_well(say + "local n = 0 troupe.every(0.001, function() n = n + 1 say(n) end)");
    const std::uint64_t first = hooks->next_due();
    EXPECT_GE(first, before + 1'000'000);
    ring();
    EXPECT_LE(said().size(), 2U) << "not before it is due, but the machine may be slow";
    wait_until_due();
    ring();
    EXPECT_GT(hooks->next_due(), first);
    EXPECT_THAT(said(), HasSubstr("1\n"));
}

TEST_F(TimersTest, TheEarliestOfAllIsDue) {
    run_well("troupe.every(1000, function() end)");
    const std::uint64_t late = hooks->next_due();
    run_well("troupe.every(2000, function() end) troupe.every(1, function() end)");
    EXPECT_LT(hooks->next_due(), late);
}

TEST_F(TimersTest, ATimerThatWasRemovedRingsNoMore) {
    run_well(say + R"(
        local timer
        timer = troupe.every(0.001, function() say('rings', timer:remove(), timer:remove()) end)
    )");
    wait_until_due();
    ring();
    EXPECT_EQ(said(), "rings true false\n");
    EXPECT_EQ(hooks->next_due(), 0U);
    ring();
    EXPECT_EQ(said(), "rings true false\n");
}

TEST_F(TimersTest, AnErrorInATimerEndsTheRun) {
    run("troupe.every(0.001, function() error('enough') end)");
    wait_until_due();
    ring();
    EXPECT_THAT(message(), HasSubstr("t.lua:1: enough"));
}

TEST_F(TimersTest, APeriodIsANumberOfSecondsAndATimerHasNoCall) {
    run("troupe.every('soon', function() end)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected a number of seconds from 0.001 on, got soon"));
    run("troupe.every(0, function() end)");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: expected a number of seconds from 0.001 on, got 0"));
    run_well(say + "troupe.every(0.001, function() say(strace.inject_error(5)) say(pcall(strace.entering)) end)");
    wait_until_due();
    ring();
    EXPECT_THAT(said(), HasSubstr("false cannot inject error\nfalse"));
}

TEST_F(TimersTest, RequireLooksBesideTheScriptFirst) {
    std::filesystem::create_directories(directory_ + "/lib");
    file("one.lua", "return {name = 'one', two = require 'lib.two'}");
    file("lib/two.lua", "return 'two beside ' .. require 'three'");
    file("lib/three.lua", "return 'three'");
    file("socket.lua", "return 'ours'");
    run_well(say + "local one = require 'one' say(one.name, one.two, require 'socket', require 'ffi' ~= nil)");
    EXPECT_EQ(said(), "one two beside three ours true\n");
}

TEST_F(TimersTest, AModuleThatIsNotThereSaysWhereItWasLookedFor) {
    run("require 'absent'");
    EXPECT_THAT(message(), HasSubstr("module 'absent' not found"));
    EXPECT_THAT(message(), HasSubstr("no file '" + directory_ + "/absent.lua'"));
    file("broken.lua", "return (");
    run("require 'broken'");
    EXPECT_THAT(message(), HasSubstr("error loading module 'broken' from file '" + directory_ + "/broken.lua'"));
}

}  // namespace
}  // namespace troupe
