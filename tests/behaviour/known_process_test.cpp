// Scripts are told of which process a thread is, always: whichever thread made it, and whichever report came first.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

// Three processes, each with itself, two threads, a fork, a vfork, two of CLONE_PARENT, and two around an execve by a thread.
constexpr int calls = 3 * 9;

constexpr std::string_view script = R"(
    local right, ends = 0, 0
    assert(troupe.hook('getpriority', function(ev)
        if not ev.entering then return end
        if ev.tgid == tonumber(ev.args[2]) then right = right + 1
        else print('wrong:', ev.tid, ev.tgid, tonumber(ev.args[2])) end
    end))
    troupe.on('exit', function(event) if event.process == 0 then print('wrong: an end of no process', event.pid) end end)
    troupe.on('spawn', function(event) if event.process == 0 then print('wrong: a spawn by no process', event.pid) end end)
    troupe.on('exec', function(event) if event.process ~= event.pid then print('wrong: an exec', event.process, event.pid) end end)
    strace.at_exit(function() print('right:', right) end)
)";

class KnownProcess : public ScriptTest {};

TEST_P(KnownProcess, OfEveryThreadAndChildOfACommand) {
    for (const char* program : {"known_process", "known_process_32"}) {
        const Outcome outcome = run_script(script, {tracee(program)});
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_FALSE(contains(outcome.err, "wrong")) << outcome.text();
        EXPECT_EQ(number_after(outcome.err, "right:\t"), calls) << outcome.text();
    }
}

TEST_P(KnownProcess, OfEveryThreadAndChildOfWhatWeAttachTo) {
    Command command;
    command.argv = {tracee("known_process"), "wait"};
    Started program(std::move(command));
    EXPECT_TRUE(program.wait_for_out("ready\n")) << program.out();
    Started tracer(troupe(GetParam(), {"-e", "none", "-l", scratch_.write("script.lua", script), "-p", std::to_string(program.pid())}));
    EXPECT_TRUE(tracer.wait_for_err("attached")) << tracer.err();
    program.say("go on\n");
    EXPECT_TRUE(program.finish().exited_with(0));
    const Outcome outcome = tracer.finish();
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_FALSE(contains(outcome.err, "wrong")) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "right:\t"), calls) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, KnownProcess, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
