// What a hook of troupe.hook decides is what the program gets: arguments, transfers, calls that are left out, tracees that are let run.

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

const int rounds = slow_build ? 10 : 100;

class LuaDecisions : public ScriptTest {
 protected:
    Outcome expect_success(std::string_view script, std::vector<std::string> command, std::vector<std::string> options = {"-e", "none"}) {
        Outcome outcome = run_script(script, std::move(command), std::move(options));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        return outcome;
    }
};

TEST_P(LuaDecisions, AnArgumentThatIsSetIsWhatTheKernelSeesAndTheProgramHasItsOwnBehindIt) {
    for (const char* program : {"kept_registers", "kept_registers_32"}) {
        const Outcome outcome = expect_success(R"(
            troupe.hook('write', {args = {count = 10}}, function(ev)
                assert(ev:set('count', 7))
                assert(ev.count == 7 and ev.args[3] == 7)
                assert(ev:set(3, 3))
            end)
            troupe.hook('dup2', {when = 'both'}, function(ev)
                if ev.entering then assert(ev:set('newfd', 77)) else assert(ev.newfd == 77 and ev.result == 77) end
            end)
            troupe.hook('execve', function(ev) if ev.pathname == '/does/not/exist' then assert(ev:set('pathname', 0)) end end)
        )",
                                               {tracee(program), "4", std::to_string(rounds)});
        EXPECT_EQ(outcome.out, "written: 3\nread: 3\ndescriptor: 77\nexecve: -14\n") << outcome.text();
    }
}

TEST_P(LuaDecisions, AnArgumentThatIsSetIsPrintedAsTheKernelSeesIt) {
    std::vector<std::string> options = to_file();
    options.insert(options.end(), {"-e", "trace=write,dup2"});
    expect_success(R"(
        troupe.hook('write', {args = {count = 10}}, function(ev) ev:set('count', 3) end)
        troupe.hook('dup2', function(ev) ev:set('newfd', 77) end)
    )",
                   {tracee("kept_registers")}, options);
    EXPECT_EQ(lines_matching(trace(), "write\\([0-9]+, \"012\", 3\\) += 3 \\(INJECTED: args\\)$").size(), 1U) << trace();
    EXPECT_EQ(lines_matching(trace(), "dup2\\(0, 77\\) += 77 \\(INJECTED: args\\)$").size(), 1U) << trace();
}

TEST_P(LuaDecisions, SetArgumentsGoWithAnErrorThatIsInjected) {
    const Outcome outcome =
        expect_success("troupe.hook('dup2', function(ev) ev:set('newfd', 77) ev:fail('EMFILE') end)", {tracee("kept_registers"), "1", "1"});
    EXPECT_TRUE(contains(outcome.out, "descriptor: -24\n")) << outcome.text();
}

TEST_P(LuaDecisions, TransfersAreShortened) {
    for (const char* program : {"kept_registers", "kept_registers_32"}) {
        const Outcome outcome = expect_success(R"(
            troupe.hook('write', {args = {count = 10}}, function(ev) assert(ev:shorten(6)) assert(ev:shorten(100)) end)
            troupe.hook('read', {args = {count = 10}}, function(ev) assert(ev:shorten(2)) end)
        )",
                                               {tracee(program), "4", std::to_string(rounds)});
        EXPECT_TRUE(contains(outcome.out, "written: 6\nread: 2\n")) << outcome.text();
    }
}

TEST_P(LuaDecisions, AProgramThatIsGivenLittleAtATimeDoesItsWork) {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += std::to_string(i) + "\n";
    }
    const std::string file = scratch_.write("long", text);
    const Outcome outcome = expect_success(
        "troupe.hook('read,write,copy_file_range,splice,sendfile', function(ev) if ev.name ~= 'read' or ev.fd > 2 then ev:shorten(1000) "
        "end "
        "end)",
        {"/bin/cat", file});
    EXPECT_EQ(outcome.out, text);
}

TEST_P(LuaDecisions, ACallThatIsSkippedIsNotMadeAndReturnsZero) {
    const Outcome outcome = expect_success("troupe.hook('uname', function(ev) assert(ev:skip()) end)", {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.out, "uname: 0\nsystem: \n")) << outcome.text();
}

TEST_P(LuaDecisions, ATraceeIsDetachedWhereNoFilterOfOursIsOnIt) {
    const Outcome outcome = expect_success(R"(
        troupe.on('detach', function(ev) print('event', ev.process == ev.pid, ev.comm) end)
        troupe.hook('getsid', function(ev) print('detach', ev:detach()) end)
        troupe.hook('getpriority', function(ev) print('still traced') end)
    )",
                                           {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.out, "getpriority: " + std::to_string(kernel_priority()))) << outcome.text();
    if (GetParam().has_filter()) {
        EXPECT_TRUE(contains(outcome.err, "detach\tfalse\tit runs under a filter of ours")) << outcome.text();
        EXPECT_TRUE(contains(outcome.err, "still traced\n")) << outcome.text();
    } else {
        EXPECT_TRUE(contains(outcome.err, "detach\ttrue\nevent\ttrue\tcall_results\n")) << outcome.text();
        EXPECT_FALSE(contains(outcome.err, "still traced")) << outcome.text();
    }
}

TEST_P(LuaDecisions, AProgramIsDetachedWhenItIsExecuted) {
    if (GetParam().has_filter()) {
        GTEST_SKIP() << "it runs under a filter of ours";
    }
    const Outcome outcome =
        expect_success(R"(
        troupe.on('exec', function(ev) if ev.comm == 'cat' then print(ev:detach()) end end)
        troupe.hook('openat', function(ev) if ev.comm == 'cat' then print('traced', ev.pathname) end end)
    )",
                       {"/bin/sh", "-c", "/bin/cat /etc/passwd >/dev/null; exit 0"}, {"-qqq", "-e", "none", "-e", "signal=none"});
    EXPECT_EQ(outcome.err, "true\n") << outcome.text();
}

TEST_P(LuaDecisions, AResultMeansWhatStandsBehindIt) {
    const Outcome outcome = expect_success(R"(
        troupe.hook('close', {when = 'exiting', args = {fd = -1}}, function(ev) print('close', ev.meaning) end)
        troupe.hook('getsid', {when = 'both'}, function(ev) print('getsid', ev.meaning) end)
        troupe.observe('close', {when = 'exiting', args = {fd = -1}}, function(ev) print('observed', ev.meaning) end)
    )",
                                           {tracee("call_results")});
    EXPECT_TRUE(contains(outcome.err, "close\tBad file descriptor\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "observed\tBad file descriptor\n")) << outcome.text();
    EXPECT_EQ(occurrences(outcome.err, "getsid\tnil\n"), 2U) << outcome.text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, LuaDecisions, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
