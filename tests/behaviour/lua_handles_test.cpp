// troupe.hook with predicates, and troupe.observe: the same counts whether a filter in the kernel compares arguments or we do.

#include <gtest/gtest.h>

#include <string>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

const int handle_rounds = slow_build ? 20 : 200;
constexpr int thread_count = 8;

class Handles : public ScriptTest {
 protected:
    Outcome ask(std::string_view script, const std::string& program = "asked_arguments", const std::string& special = "0") {
        const Outcome outcome = run_script(script, {tracee(program), std::to_string(thread_count), std::to_string(handle_rounds), special});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }
};

TEST_P(Handles, OnlyCallsWithTheArgumentsThatAHookAskedForReachIt) {
    for (const char* program : {"asked_arguments", "asked_arguments_32"}) {
        const Outcome outcome = ask(R"(
            local one, some, exits, wrong = 0, 0, 0, 0
            troupe.hook('fcntl', {args = {fd = 105, cmd = 'F_GETFD'}}, function(ev)
                one = one + 1
                if ev.fd ~= 105 then wrong = wrong + 1 end
                ev:fail('EIO')
            end)
            troupe.hook('fcntl', {args = {fd = {min = 108, max = 200}}}, function(ev)
                some = some + 1
                if ev.fd < 108 then wrong = wrong + 1 end
            end)
            troupe.hook('fcntl', {when = 'exiting', args = {fd = 101}}, function(ev)
                exits = exits + 1
                if ev.fd ~= 101 or ev.error ~= 'EBADF' or ev.result ~= -1 then wrong = wrong + 1 end
            end)
            troupe.hook('fcntl', {args = {fd = 99}}, function() wrong = wrong + 1 end)
            strace.at_exit(function() print('one:', one) print('some:', some) print('exits:', exits) print('wrong:', wrong) end)
        )",
                                    program, "105");
        EXPECT_EQ(number_after(outcome.err, "one:\t"), thread_count * handle_rounds) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "some:\t"), thread_count * handle_rounds * 2) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "exits:\t"), thread_count * handle_rounds) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
    }
}

TEST_P(Handles, AHookThatWasRemovedIsNotCalledAnyMore) {
    const Outcome outcome = ask(R"(
        local n, others = 0, 0
        local handle
        handle = troupe.hook('fcntl', function()
            n = n + 1
            if n == 50 then handle:remove() end
        end)
        troupe.hook('fcntl', {args = {fd = 109}}, function() others = others + 1 end)
        strace.at_exit(function() print('n:', n) print('others:', others) end)
    )");
    EXPECT_EQ(number_after(outcome.err, "n:\t"), 50) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "others:\t"), thread_count * handle_rounds) << outcome.text();
}

TEST_P(Handles, AHookThatComesLateGetsTheCallsAfterIt) {
    const Outcome outcome = ask(R"(
        local before, after = 0, 0
        local first
        first = troupe.hook('fcntl', {args = {fd = 100}}, function()
            before = before + 1
            if before == 1 then
                troupe.hook('fcntl', {args = {fd = 104}}, function() after = after + 1 end)
            end
        end)
        strace.at_exit(function() print('before:', before) print('after:', after) end)
    )");
    EXPECT_EQ(number_after(outcome.err, "before:\t"), thread_count * handle_rounds) << outcome.text();
    // Threads that were past it in their first rounds are not many; the one that added it gets all.
    EXPECT_LE(number_after(outcome.err, "after:\t"), thread_count * handle_rounds) << outcome.text();
    EXPECT_GE(number_after(outcome.err, "after:\t"), handle_rounds) << outcome.text();
}

TEST_P(Handles, ObserversHearOfEveryCallInOrder) {
    for (const char* program : {"asked_arguments", "asked_arguments_32"}) {
        const Outcome outcome = ask(R"(
            local n, wrong, due, last, late = 0, 0, 0, {}, 0
            troupe.observe('fcntl', {when = 'exiting'}, function(ev)
                n = n + 1
                if ev.sequence ~= due or ev.error ~= 'EBADF' then wrong = wrong + 1 end
                due = due + 1
                local expected = last[ev.tid] and (last[ev.tid] + 1 - 100) % 10 + 100 or 100
                if ev.fd ~= expected then wrong = wrong + 1 end
                last[ev.tid] = ev.fd
                if last[-ev.tid] then late = late + 1 end
            end)
            troupe.on('exit', function(ev) last[-ev.pid] = true end)
            strace.at_exit(function() print('n:', n) print('wrong:', wrong) print('late:', late) end)
        )",
                                    program);
        EXPECT_EQ(number_after(outcome.err, "n:\t"), thread_count * handle_rounds * 10) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "wrong:\t"), 0) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "late:\t"), 0) << "told of a thread that was said to be gone\n" << outcome.text();
    }
}

TEST_P(Handles, ObserversAskForArgumentsToo) {
    const Outcome outcome = ask(R"(
        local n, entries = 0, 0
        troupe.observe('fcntl', {when = 'both', args = {fd = {102, 103}}}, function(ev)
            n = n + 1
            if ev.entering then entries = entries + 1 end
        end)
        strace.at_exit(function() print('n:', n) print('entries:', entries) end)
    )");
    EXPECT_EQ(number_after(outcome.err, "n:\t"), thread_count * handle_rounds * 4) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "entries:\t"), thread_count * handle_rounds * 2) << outcome.text();
}

TEST_P(Handles, AnObserverSeesTheStringsOfCallsThatAreOver) {
    const Outcome outcome = run_script(R"(
        troupe.observe('execve', {when = 'exiting'}, function(ev) print('executed', ev.pathname, ev.result) end)
        troupe.observe('openat,open', {when = 'exiting'}, function(ev) if ev.error then print('missing', ev.pathname, ev.error) end end)
    )",
                                       {"/bin/cat", "/nonexistent/file"});
    EXPECT_TRUE(contains(outcome.err, "executed\t/bin/cat\t0\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "missing\t/nonexistent/file\tENOENT\n")) << outcome.text();
}

TEST_P(Handles, AnErrorInAnObserverEndsTheRunWithItsPlace) {
    const Outcome outcome = run_script("troupe.observe('fcntl', function(ev) error('enough') end)", {tracee("asked_arguments"), "2", "20"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "script.lua:1: enough")) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Handles, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
