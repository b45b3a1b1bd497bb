// --output-format=jsonl: real traces are as docs/records.md says, and nothing is missing in them.

#include "tests/behaviour/records.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/processes.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

constexpr const char* count_calls = R"(
    local n = 0
    assert(strace.hook('getppid', 'entering', function() n = n + 1 end))
    strace.at_exit(function() print('hook:', n) end)
)";

TEST_P(Records, CallsOf64BusyThreadsAreAsManyAsAHookCounts) {
    const Outcome outcome =
        trace({"-e", "trace=getppid", "-l", scratch_.write("count.lua", count_calls), tracee("getppid_threads"), "64", "20"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::string counts = checked();
    EXPECT_EQ(number_after(counts, "call getppid: "), number_after(outcome.err, "hook:\t")) << counts;
    EXPECT_EQ(number_after(counts, "call getppid: "), follows() ? 64 * 20 + 1 : 1) << counts;
}

TEST_P(Records, EveryCallOfHostileArgumentsIsWhole) {
    for (const char* program : {"hostile_arguments", "hostile_arguments_32"}) {
        EXPECT_TRUE(trace({"-v", "-s", "2000000", tracee(program), "4"}).exited_with(0));
        const std::string counts = checked();
        EXPECT_EQ(number_after(counts, "unfinished: "), 1) << counts;  // exit_group
        EXPECT_EQ(number_after(counts, "call rt_sigqueueinfo: "), 4) << counts;
        EXPECT_EQ(number_after(counts, "call syscall_0xfff: "), 4) << counts;
    }
}

TEST_P(Records, CallInWhichTheProcessIsKilledIsUnfinished) {
    EXPECT_TRUE(trace({"/bin/sh", "-c", "kill -KILL $$"}).killed_by(SIGKILL));
    (void)checked();
    const std::vector<std::string> ends = lines_matching(text(), R"("type":"exit",.*"signal":"SIGKILL","core_dumped":false\})");
    EXPECT_EQ(ends.size(), 1U) << text();
    const std::vector<std::string> calls = lines_matching(text(), R"("name":"kill",.*"unfinished":true\})");
    EXPECT_EQ(calls.size(), 1U) << text();
}

TEST_P(Records, SignalsAreLines) {
    EXPECT_TRUE(trace({tracee("counted_signals"), "2"}).exited_with(0));
    (void)checked();
    EXPECT_EQ(lines_matching(text(), R"("type":"signal",.*"signal":"SIGUSR1")").size(), follows() ? 5U : 3U) << text();
}

TEST_P(Records, WhatIsInjectedNamesTheRuleOrTheHook) {
    (void)trace({"-e", "inject=getsid:retval=7:when=1", "-e", "trace=getsid,umask", tracee("call_results")});
    (void)checked();
    EXPECT_FALSE(
        lines_matching(text(), R"json("name":"getsid",.*"result":7,"injected":\{"by":"rule","rule":"getsid:retval=7:when=1"\}\}$)json")
            .empty())
        << text();
    const std::string script = scratch_.write("fail.lua", "strace.hook('uname', 'entering', function() strace.inject_error('EIO') end)");
    EXPECT_TRUE(trace({"-e", "trace=uname", "-l", script, "/bin/uname"}).exited_with(1));
    (void)checked();
    EXPECT_FALSE(lines_matching(text(), R"json("name":"uname",.*"errno":5,"error":"EIO","injected":\{"by":"hook"\}\}$)json").empty())
        << text();
}

TEST_P(Records, ThroughACommandAndOnStandardErrorAreNothingButObjects) {
    const std::string file = scratch_.path("piped");
    EXPECT_TRUE(run(troupe(GetParam(), {"--output-format=jsonl", "-o", "|cat >" + file, tracee("fork_tree"), "2", "2"})).exited_with(0));
    (void)checked({file});
    const Outcome outcome = run(troupe(GetParam(), {"--output-format=jsonl", tracee("fork_tree"), "2", "2"}));
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string counts = checked({scratch_.write("stderr", outcome.err)});
    EXPECT_EQ(number_after(counts, "\nmessage: "), follows() ? 6 : -1) << counts;
}

TEST_P(Records, OfAScriptStandWhereItEmitsThem) {
    const std::string script = scratch_.write("emit.lua", R"(
        troupe.emit{where = 'main chunk'}
        troupe.hook('uname', function(ev) troupe.emit{where = 'hook', list = {1, 2}} print('said') end)
        strace.at_exit(function() troupe.emit{where = 'at_exit'} end)
    )");
    EXPECT_TRUE(trace({"-e", "trace=uname", "-l", script, "/bin/uname"}).exited_with(0));
    const std::string counts = checked();
    EXPECT_EQ(number_after(counts, "emit: "), number_after(counts, "call uname: ") + 2) << text();
    EXPECT_FALSE(lines_matching(text(), R"json("type":"emit",.*"lineage":"0","data":\{"list":\[1,2\],"where":"hook"\}\}$)json").empty())
        << text();
    const Outcome outcome = run(troupe(GetParam(), {"--output-format=jsonl", "-e", "trace=uname", "-l", script, "/bin/uname"}));
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_EQ(number_after(checked({scratch_.write("stderr", outcome.err)}), "\nmessage: "), number_after(counts, "call uname: "));
}

TEST_P(Records, OfAnExecveByAThreadGoOnUnderTheLeadersTid) {
    EXPECT_TRUE(trace({"-e", "trace=execve", tracee("exec_from_thread"), "1"}).exited_with(0));
    const std::string counts = checked();
    if (follows()) {
        EXPECT_EQ(number_after(counts, "call execve: "), 2) << counts;
        EXPECT_EQ(number_after(counts, "superseded: "), 1) << counts;
        EXPECT_EQ(number_after(counts, "unfinished: "), 0) << counts;
    }
}

/// The lines of the manual's last block.
std::vector<std::string> lines_for_jq() {
    return lines_matching(run_native({"/bin/cat", TROUPE_SOURCE_DIR "/docs/records.md"}).out, "^jq ");
}

TEST_P(Records, AnswerTheQuestionOfTheManualWithItsTwoLinesOfJq) {
    const std::string missing = scratch_.path("missing");
    const Outcome outcome = trace({"/bin/sh", "-c", "cat " + missing + "; cat " + missing + "; echo $$"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::vector<std::string> lines = lines_for_jq();
    ASSERT_EQ(lines.size(), 2U);
    const auto answer = [&](const std::string& line) {
        Command command;
        command.argv = {"/bin/sh", "-c", line};
        command.folder = scratch_.folder();
        std::filesystem::copy_file(scratch_.path("trace"), scratch_.path("trace.jsonl"), std::filesystem::copy_options::overwrite_existing);
        const Outcome answered = run(std::move(command));
        EXPECT_TRUE(answered.exited_with(0)) << answered.text();
        return answered.out;
    };
    const std::size_t cats = follows() ? 2 : 0;
    EXPECT_EQ(lines_matching(answer(lines[0]), "^[0-9]+ cat .*/missing ENOENT$").size(), cats);
    EXPECT_EQ(lines_matching(answer(lines[1]), R"(/missing: \[[0-9]+,[0-9]+\]$)").size(), cats / 2);
}

INSTANTIATE_TEST_SUITE_P(AllConfigurations, Records, testing::ValuesIn(configurations()),
                         [](const auto& one) { return name_of(one.param); });

class RecordsOfMany : public Records {};

TEST_P(RecordsOfMany, OfAProcessThatWasAttachedToEndWithDetach) {
    Command command;
    command.argv = {tracee("serve"), "3"};
    Started server(std::move(command));
    ASSERT_TRUE(server.wait_for_out("ready\n"));
    Started tracer(troupe(GetParam(), {"--output-format=jsonl", "-o", scratch_.path("trace"), "-p", std::to_string(server.pid())}));
    for (const char* lineage : {"1", "2", "3", "4"}) {
        const std::string expected = R"("lineage":")" + std::string(lineage) + '"';
        EXPECT_TRUE(eventually(std::chrono::seconds(20), [&] { return contains(text(), expected); })) << tracer.err() << text();
    }
    tracer.send(SIGINT);
    EXPECT_TRUE(tracer.finish().killed_by(SIGINT));
    const std::string counts = checked();
    EXPECT_EQ(number_after(counts, "detach: "), 4) << counts;
    EXPECT_GT(number_after(counts, "call: "), 4) << counts;
    EXPECT_EQ(lines_matching(text(), R"("text":"Process [0-9]+ attached with 4 threads")").size(), 1U) << text();
    expect_served(server);
}

TEST_P(RecordsOfMany, AParallelBuildHasEachProcessOnce) {
    std::string rules = "all:";
    for (int i = 0; i < 4; ++i) {
        const std::string name = "part" + std::to_string(i);
        (void)scratch_.write(name + ".c", "int " + name + "(int x) { return x + 1; }\n");
        rules += " " + name + ".o";
    }
    (void)scratch_.write("Makefile", rules + "\n");
    const Outcome outcome =
        trace({"-e", "trace=execve,openat,clone,clone3,vfork,wait4,exit_group", "/usr/bin/make", "-s", "-j4", "-C", scratch_.folder()});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    const std::string counts = checked();
    EXPECT_EQ(number_after(counts, "\nexit: "), number_after(counts, "\nspawn: ") + 1) << counts;
    EXPECT_EQ(lines_matching(text(), R"("lineage":null)").size(), 0U) << text();
}

TEST_P(RecordsOfMany, WithFfAreWholeInTheFileOfEachTracee) {
    EXPECT_TRUE(trace({"-ff", tracee("fork_tree"), "3", "3"}).exited_with(0));
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.folder())) {
        files.push_back(entry.path());
    }
    EXPECT_EQ(files.size(), 40U);
    const std::string counts = checked(files);
    EXPECT_EQ(number_after(counts, "\nexit: "), 40) << counts;
    EXPECT_EQ(number_after(counts, "\nspawn: "), 39) << counts;
}

TEST_P(RecordsOfMany, ChildrenAreNamedByTheOrderInWhichTheirParentMadeThem) {
    EXPECT_TRUE(trace({"-e", "none", tracee("fork_tree"), "2", "2"}).exited_with(0));
    (void)checked();
    for (const char* lineage : {"0", "0.1", "0.2", "0.1.1", "0.1.2", "0.2.1", "0.2.2"}) {
        const std::string named = replace_all(lineage, "\\.", "\\.");
        EXPECT_EQ(lines_matching(text(), R"("type":"exit",.*"lineage":")" + named + "\",").size(), 1U) << text();
    }
}

INSTANTIATE_TEST_SUITE_P(FollowingConfigurations, RecordsOfMany, testing::ValuesIn(following_configurations()),
                         [](const auto& one) { return name_of(one.param); });

}  // namespace
}  // namespace troupe::tests
