// Where the text goes and how its lines begin and end: stderr, -o FILE, -o |COMMAND, -ff, [pid N], unfinished and resumed.

#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <map>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Output : public testing::TestWithParam<Configuration> {
 protected:
    Outcome trace(std::vector<std::string> arguments) { return run(troupe(GetParam(), std::move(arguments))); }
    Scratch scratch_;
};

TEST_P(Output, GoesToStderrWithoutAPidForOneProcess) {
    const Outcome outcome = trace({"-e", "trace=getsid,umask", tracee("call_results")});
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_FALSE(lines_matching(outcome.err, "^getsid\\(0\\) {31}= [0-9]+$").empty()) << outcome.text();
    EXPECT_FALSE(lines_matching(outcome.err, "^umask\\(022\\) {30}= 0?[0-9]+$").empty()) << outcome.text();
    EXPECT_EQ(lines_of(outcome.err).size(), 3U) << outcome.text();
    EXPECT_EQ(lines_of(outcome.err).back(), "+++ exited with 0 +++");
    EXPECT_FALSE(contains(outcome.out, "getsid(0)"));
}

TEST_P(Output, OnStderrNamesThePidWhileThereIsMoreThanOne) {
    const Outcome outcome = trace({"-e", "trace=getppid", tracee("getppid_threads"), "1", "3"});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::vector<std::string> named = lines_matching(outcome.err, "^\\[pid +[0-9]+\\] getppid\\(\\) +");
    EXPECT_EQ(named.size(), 3U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^getppid\\(\\) += [0-9]+$").size(), 1U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^\\[pid +[0-9]+\\] \\+\\+\\+ exited with 0 \\+\\+\\+$").size(), 1U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, ": Process [0-9]+ attached$").size(), 1U) << outcome.text();
    EXPECT_EQ(lines_of(outcome.err).back(), "+++ exited with 0 +++");
}

TEST_P(Output, IsKeptInSeveralFilesWithoutALineLost) {
    for (const std::string form : {"text", "jsonl"}) {
        const Outcome outcome = trace({"-o", scratch_.path(form), "--output-format=" + form, "--rotate=2000:10000", "-e", "trace=getppid",
                                       tracee("getppid_threads"), "4", "50"});
        EXPECT_TRUE(outcome.exited_with(0));
        EXPECT_EQ(outcome.err, "");
        std::string text = scratch_.read(form);
        std::size_t files = 1;
        for (; std::filesystem::exists(scratch_.path(form + '.' + std::to_string(files))); ++files) {
            std::string older = scratch_.read(form + '.' + std::to_string(files));
            EXPECT_LE(older.size(), 2000U);
            EXPECT_TRUE(older.ends_with('\n')) << older;
            text.insert(0, older);
        }
        EXPECT_GT(files, 3U);
        EXPECT_EQ(lines_matching(text, form == "text" ? "getppid\\(\\) += [0-9]+$|getppid resumed>\\) += [0-9]+$" : "\"name\":\"getppid\"")
                      .size(),
                  201U);
    }
}

TEST_P(Output, InAFileBeginsEachLineWithThePidWhenFollowing) {
    const Outcome outcome = trace({"-o", scratch_.path("trace"), tracee("fork_tree"), "2", "2"});
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_EQ(outcome.err, "");
    const std::string text = scratch_.read("trace");
    EXPECT_EQ(lines_matching(text, "^[0-9]+ +[^ ]").size(), lines_of(text).size()) << text;
    EXPECT_EQ(lines_matching(text, "\\+\\+\\+ exited with [0-9] \\+\\+\\+$").size(), 7U) << text;
}

TEST_P(Output, EveryLineIsWholeAndEachProcessEndsOnceAtItsLastLine) {
    const Outcome outcome = trace({"-o", scratch_.path("trace"), tracee("getppid_threads"), "32", "50"});
    EXPECT_TRUE(outcome.exited_with(0));
    std::map<std::string, bool> over;
    std::map<std::string, std::string> open_call;
    for (const std::string& line : lines_of(scratch_.read("trace"))) {
        const std::string pid = line.substr(0, line.find(' '));
        const std::string rest = line.substr(line.find_first_not_of(' ', pid.size()));
        EXPECT_FALSE(over[pid]) << line;
        if (rest.starts_with("+++ ")) {
            over[pid] = true;
        } else if (rest.ends_with(" <unfinished ...>")) {
            EXPECT_EQ(open_call[pid], "") << line;
            open_call[pid] = rest.substr(0, rest.find('('));
        } else if (rest.starts_with("<... ")) {
            EXPECT_EQ("<... " + open_call[pid] + " resumed>", rest.substr(0, rest.find('>') + 1)) << line;
            open_call[pid] = "";
        } else if (!rest.starts_with("--- ")) {
            EXPECT_EQ(open_call[pid], "") << line;
            EXPECT_FALSE(lines_matching(line, "^[0-9]+ +[a-z_0-9]+\\(.*\\) += (-?[0-9]+|\\?|0x[0-9a-f]+)").empty()) << line;
        }
    }
    EXPECT_EQ(over.size(), 33U);
}

TEST_P(Output, WithFfGoesToAFilePerTracee) {
    const Outcome outcome = trace({"-ff", "-o", scratch_.path("trace"), "-e", "trace=getppid", tracee("getppid_threads"), "4", "20"});
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_EQ(outcome.err, "");
    std::size_t files = 0;
    std::size_t calls = 0;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.folder())) {
        const std::string name = entry.path().filename();
        const std::string text = scratch_.read(name);
        EXPECT_FALSE(lines_matching(name, "^trace\\.[0-9]+$").empty()) << name;
        EXPECT_EQ(occurrences(text, "+++ exited with 0 +++\n"), 1U) << text;
        EXPECT_EQ(occurrences(text, "resumed"), 0U) << text;
        EXPECT_EQ(lines_matching(text, "^getppid\\(\\) {31}= [0-9]+$").size() + 1, lines_of(text).size()) << text;
        calls += occurrences(text, "getppid()");
        ++files;
    }
    EXPECT_EQ(files, 5U);
    EXPECT_EQ(calls, 81U);
}

TEST_P(Output, ThroughAPipeIsWaitedFor) {
    const std::string file = scratch_.path("piped");
    const Outcome outcome = trace({"-o", "|sort >" + file, "-e", "trace=getppid", tracee("getppid_threads"), "4", "200"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.err, "");
    const std::string text = scratch_.read("piped");
    EXPECT_EQ(occurrences(text, "getppid resumed") + lines_matching(text, "getppid\\(\\) +=").size(), 801U);
}

TEST_P(Output, ThroughAPipeThatBreaksDoesNotHarmTheCommand) {
    const Outcome outcome = trace({"-o", "|head -c 10 >/dev/null", tracee("fork_tree"), "3", "3"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "39 descendants\n");
    EXPECT_EQ(lines_matching(outcome.err, "^[^ ]*troupe: [1-9][0-9]* bytes of the trace are lost: write to .*: Broken pipe$").size(), 1U)
        << outcome.text();
}

TEST_P(Output, WithFfAndFewDescriptorsNothingIsLost) {
    Command command = troupe(GetParam(), {});
    std::string line = "ulimit -n 60 && exec";
    for (const std::string& word : command.argv) {
        line += " " + word;
    }
    command.argv = {"/bin/sh", "-c",
                    line + " -ff -o " + scratch_.path("trace") + " -e trace=getppid " + tracee("getppid_threads") + " 100 3"};
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.err, "");
    std::size_t calls = 0;
    std::size_t ends = 0;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.folder())) {
        const std::string text = scratch_.read(entry.path().filename().string());
        calls += occurrences(text, "getppid()");
        ends += occurrences(text, "+++ exited with 0 +++\n");
    }
    EXPECT_EQ(calls, 301U);
    EXPECT_EQ(ends, 101U);
}

TEST_P(Output, TheCommandKeepsTheLimitOfDescriptorsThatTheUserSet) {
    Command command = troupe(GetParam(), {"-ff", "-o", scratch_.path("trace"), "/bin/sh", "-c", "ulimit -Sn"});
    command.argv.insert(command.argv.begin(), {"/bin/sh", "-c", "ulimit -Sn 123 && exec \"$@\"", "sh"});
    const Outcome outcome = run(std::move(command));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(outcome.out, "123\n");
}

TEST_P(Output, WhatHooksPrintStandsBetweenLines) {
    const std::string script = scratch_.write("print.lua", R"(
        strace.hook('getppid', 'both', function() print('printed') io.stderr:write('half ') io.stderr:write('and half\n') end)
    )");
    const Outcome outcome = trace({"-e", "trace=getppid", "-l", script, tracee("getppid_threads"), "4", "25"});
    EXPECT_TRUE(outcome.exited_with(0));
    EXPECT_EQ(lines_matching(outcome.err, "^printed$").size(), 202U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^half and half$").size(), 202U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "printed|half").size(), 404U) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, " <unfinished \\.\\.\\.>$").size(), 101U) << outcome.text();
}

TEST_P(Output, ThatCannotBeWrittenIsSaidAndTheExitStatusTells) {
    const Outcome outcome = trace({"-o", "/dev/full", tracee("exit_code"), "0"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_EQ(
        lines_matching(outcome.err, "^[^ ]*troupe: [1-9][0-9]* bytes of the trace are lost: write to /dev/full: No space left on device$")
            .size(),
        1U)
        << outcome.text();
    EXPECT_TRUE(trace({"-o", "/dev/full", tracee("exit_code"), "7"}).exited_with(7));
}

TEST_P(Output, ThatCannotBeWrittenIsInTheStatistics) {
    const Outcome outcome = trace({"--engine-stats", "-o", "/dev/full", tracee("exit_code"), "0"});
    EXPECT_EQ(lines_matching(outcome.err, "; [1-9][0-9]* bytes of output lost; ").size(), 1U) << outcome.text();
    const Outcome whole = trace({"--engine-stats", "-o", "/dev/null", tracee("exit_code"), "0"});
    EXPECT_EQ(lines_matching(whole.err, "; 0 bytes of output lost; ").size(), 1U) << whole.text();
}

TEST_P(Output, UnfinishedAndResumedFollowTheNewerSeparators) {
    // A blocked read is overtaken by another process's calls: its pipe is closed when /proc says that it is in read(0, …).
    const std::string fifo = scratch_.path("fifo");
    const std::string until_blocked = "mkfifo " + fifo + "; { read pid <" + fifo +
                                      R"(; until grep -qs '^0 0x0 ' /proc/$pid/syscall; do :; done; } )" + "| sh -c 'echo $$ >" + fifo +
                                      "; exec cat'";
    const Outcome outcome = trace({"-o", scratch_.path("trace"), "-e", "trace=read,wait4", "/bin/sh", "-c", until_blocked});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string text = scratch_.read("trace");
    EXPECT_FALSE(lines_matching(text, "read\\(0 <unfinished \\.\\.\\.>$").empty()) << text;
    EXPECT_FALSE(lines_matching(text, "<\\.\\.\\. read resumed>, \"\", [0-9]+\\) += 0$").empty()) << text;
}

TEST_P(Output, ACallInWhichTheThreadDiesHasNoResult) {
    const Outcome outcome = trace({"-o", scratch_.path("trace"), tracee("exit_code"), "0", "thread"});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string text = scratch_.read("trace");
    EXPECT_FALSE(lines_matching(text, "exit_group\\(0\\) += \\?$|exit_group\\(0 <unfinished \\.\\.\\.>$").empty()) << text;
}

TEST_P(Output, SignalsArePrintedWithTheirDetails) {
    const Outcome outcome = trace({"-o", scratch_.path("trace"), tracee("counted_signals"), "2"});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string text = scratch_.read("trace");
    EXPECT_FALSE(lines_matching(text, "--- SIGUSR1 \\{si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=[0-9]+, si_uid=0\\} ---$").empty())
        << text;
    EXPECT_EQ(lines_matching(text, "--- SIGUSR1 ").size(), 5U) << text;
    EXPECT_EQ(
        lines_matching(text, "--- SIGRT_5 \\{si_signo=SIGRT_5, si_code=SI_QUEUE, si_pid=[0-9]+, si_uid=0, si_int=1, si_ptr=0x1\\} ---$")
            .size(),
        1U)
        << text;
    EXPECT_FALSE(lines_matching(text, "rt_sigreturn\\(\\{mask=\\[\\]\\}\\) += 0$").empty()) << text;
}

TEST_P(Output, SupersededThreadsAreNamed) {
    const Outcome outcome = trace({"-o", scratch_.path("trace"), tracee("exec_from_thread"), "1"});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string text = scratch_.read("trace");
    EXPECT_EQ(lines_matching(text, "^[0-9]+ +\\+\\+\\+ superseded by execve in pid [0-9]+ \\+\\+\\+$").size(), 1U) << text;
    EXPECT_EQ(lines_matching(text, "<\\.\\.\\. execve resumed>\\) += 0$").size(), 1U) << text;
}

TEST_P(Output, AnOpenExecveOfAThreadSaysWhichPidItHasNow) {
    const Outcome outcome =
        trace({"-o", scratch_.path("trace"), "-e", "trace=execve", "-e", "quiet=exit", tracee("exec_from_thread"), "1"});
    EXPECT_TRUE(outcome.exited_with(0));
    const std::string text = scratch_.read("trace");
    EXPECT_EQ(lines_matching(text, "^[0-9]+ +execve\\(.* <pid changed to [0-9]+ \\.\\.\\.>$").size(), 1U) << text;
    EXPECT_EQ(lines_matching(text, "<\\.\\.\\. execve resumed>\\) += 0$").size(), 1U) << text;
}

INSTANTIATE_TEST_SUITE_P(Configurations, Output, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

TEST(OutputFiles, ThatCannotBeOpenedAreRefusedBeforeAnythingStarts) {
    const Outcome outcome = run_troupe({"-o", "/no/such/folder/file", "/bin/echo", "started"});
    EXPECT_TRUE(outcome.exited_with(1)) << outcome.text();
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(contains(outcome.err, "/no/such/folder/file")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "No such file or directory")) << outcome.text();
}

TEST(OutputFiles, WithoutFollowingHaveNoPid) {
    const Scratch scratch;
    EXPECT_TRUE(run_troupe({"-o", scratch.path("trace"), "-e", "trace=getsid", tracee("call_results")}).exited_with(0));
    EXPECT_EQ(lines_matching(scratch.read("trace"), "^getsid\\(0\\) {31}= [0-9]+$").size(), 1U) << scratch.read("trace");
}

TEST(OutputFiles, AreReplacedAndNotAppendedTo) {
    const Scratch scratch;
    const std::string file = scratch.write("trace", "what was there before\n");
    EXPECT_TRUE(run_troupe({"-o", file, "-e", "trace=getsid", tracee("call_results")}).exited_with(0));
    EXPECT_FALSE(contains(scratch.read("trace"), "before"));
}

}  // namespace
}  // namespace troupe::tests
