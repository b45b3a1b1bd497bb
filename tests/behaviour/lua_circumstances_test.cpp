// troupe.hook and troupe.observe by path, descriptor and thread.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// Standard error is the script's alone.
const std::vector<std::string> only_the_script = {"-qqq", "-e", "none", "-e", "signal=none"};

class LuaCircumstances : public ScriptTest {
 protected:
    Outcome expect_success(std::string_view script, std::vector<std::string> command, std::vector<std::string> options = {"-e", "none"}) {
        Outcome outcome = run_script(script, std::move(command), std::move(options));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }
};

TEST_P(LuaCircumstances, APathIsTouchedFromItsOpeningToItsClosing) {
    const std::string file = scratch_.write("touched", "text");
    for (const char* function : {"hook", "observe"}) {
        const Outcome outcome = expect_success(std::string("local path = '") + file + "'\n" + R"(
            local names = {}
            troupe.)" + function + R"(('%file,%desc', {when = 'exiting', path = path}, function(ev) names[#names + 1] = ev.name end)
            troupe.at_exit(function() print(names[1], names[#names], #names) end)
        )",
                                               {"/bin/cat", file});
        EXPECT_EQ(outcome.out, "text");
        EXPECT_TRUE(contains(outcome.err, "openat\tclose\t")) << function << outcome.text();
        EXPECT_GE(number_after(outcome.err, "close\t"), 4) << outcome.text();
        EXPECT_LE(number_after(outcome.err, "close\t"), 8) << outcome.text();
    }
}

TEST_P(LuaCircumstances, APatternOfPathsIsAskedOfTheProgramsOwnPaths) {
    const Outcome outcome =
        expect_success("troupe.hook('openat', {path = {'/nowhere/*', '/etc/passwd'}}, function(ev) print(ev.pathname) end)",
                       {"/bin/sh", "-c", "cat /nowhere/near /etc/group /etc/passwd >/dev/null 2>&1; exit 0"}, only_the_script);
    EXPECT_EQ(outcome.err, "/nowhere/near\n/etc/passwd\n");
}

TEST_P(LuaCircumstances, ADescriptorIsAskedWhateverItsArgumentIsCalled) {
    const Outcome outcome = expect_success(R"(
        local n, wrong = 0, 0
        troupe.hook('%desc', {fd = {104, 105}}, function(ev)
            n = n + 1
            if ev.descriptors[1].fd ~= 104 and ev.descriptors[1].fd ~= 105 then wrong = wrong + 1 end
        end)
        local m = 0
        troupe.observe('fcntl', {fd = {min = 107}, when = 'exiting'}, function(ev) m = m + 1 end)
        troupe.at_exit(function() print('n:', n) print('m:', m) print('wrong:', wrong) end)
    )",
                                           {tracee("asked_arguments"), "4", "20"});
    EXPECT_EQ(number_after(outcome.err, "n:\t"), 160) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "m:\t"), 240) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
}

TEST_P(LuaCircumstances, EitherOfTwoDescriptorsIsMeant) {
    const Outcome outcome = expect_success(
        "troupe.hook('dup2', {fd = 50}, function(ev) print('second', ev.newfd) end)\n"
        "troupe.hook('dup2', {fd = 0}, function(ev) print('first', ev.oldfd) end)\n"
        "troupe.hook('dup2', {fd = 7}, function(ev) print('none') end)",
        {tracee("kept_registers")}, only_the_script);
    EXPECT_EQ(outcome.err, "second\t50\nfirst\t0\n");
}

TEST_P(LuaCircumstances, AThreadIsMeantByNameOrByLineage) {
    const Outcome outcome = expect_success(R"(
        local wrong = 0
        troupe.hook('openat', {thread = 'c?t'}, function(ev) if ev.comm ~= 'cat' then wrong = wrong + 1 end print('name', ev.pathname) end)
        troupe.hook('openat', {thread = '0.1'}, function(ev) print('lineage', ev.thread, ev.pathname) end)
        troupe.hook('openat', {thread = '0.1.*'}, function(ev) wrong = wrong + 1 end)
        troupe.observe('openat', {thread = '0', when = 'exiting'}, function(ev) if ev.comm ~= 'sh' then wrong = wrong + 1 end end)
        troupe.at_exit(function() print('wrong:', wrong) end)
    )",
                                           {"/bin/sh", "-c", "/bin/cat /etc/passwd >/dev/null; exit 0"});
    EXPECT_TRUE(contains(outcome.err, "name\t/etc/passwd\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "lineage\t0.1\t/etc/passwd\n")) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
}

TEST_P(LuaCircumstances, AllThatIsAskedHasToHold) {
    const std::string file = scratch_.write("touched", "text");
    const Outcome outcome = expect_success("local path = '" + file + "'\n" + R"(
        troupe.hook('read', {path = path, fd = {0, 1, 2}}, function(ev) print('wrong') end)
        troupe.hook('read', {path = path, fd = {min = 3}, thread = 'cat', args = {count = {min = 1}}}, function(ev) print('right') end)
        troupe.hook('read', {path = path, thread = 'dog'}, function(ev) print('wrong') end)
    )",
                                           {"/bin/cat", file});
    EXPECT_TRUE(contains(outcome.err, "right\n")) << outcome.text();
    EXPECT_FALSE(contains(outcome.err, "wrong")) << outcome.text();
}

TEST_P(LuaCircumstances, AHandleThatIsRemovedLeavesTheOthers) {
    const Outcome outcome = expect_success(R"(
        local one, other = 0, 0
        local handle
        handle = troupe.hook('fcntl', {thread = 'asked_*'}, function()
            one = one + 1
            if one == 5 then handle:remove() end
        end)
        troupe.hook('fcntl', {thread = 'asked_*', fd = 104}, function() other = other + 1 end)
        troupe.at_exit(function() print('one:', one) print('other:', other) end)
    )",
                                           {tracee("asked_arguments"), "2", "20"});
    EXPECT_EQ(number_after(outcome.err, "one:\t"), 5) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "other:\t"), 40) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaCircumstances, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
