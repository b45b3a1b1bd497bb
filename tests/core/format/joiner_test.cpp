// Lines that records make. The expected text was compared with what the distribution's strace prints for programs that do the
// same; where the comma stands in unfinished calls follows later versions.

#include "troupe/core/joiner.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr TaskId leader{12560, 1};
constexpr TaskId thread{12561, 2};

Record entry(TaskId task, const std::string& name, const std::string& arguments = "") {
    return {{.task = task}, CallBegan{.bytes = name + "(" + arguments, .call = calls_named(name).at(0)}};
}

Record complete_entry(TaskId task, const std::string& name, const std::string& arguments = "") {
    return {{.task = task}, CallBegan{.bytes = name + "(" + arguments, .call = calls_named(name).at(0), .complete = true}};
}

Record exiting_entry(TaskId task, const std::string& name, const std::string& arguments) {
    return {{.task = task}, CallBegan{.bytes = name + "(" + arguments, .call = calls_named(name).at(0), .never_returns = true}};
}

Record exit_of(TaskId task, const std::string& arguments, const std::string& result) {
    return {{.task = task}, CallEnded{.bytes = arguments + " " + result, .result_at = arguments.size() + 1}};
}

Record line(TaskId task, std::string text) { return {{.task = task}, SignalSeen{std::move(text)}}; }
Record died(TaskId task, std::string text) { return {{.task = task}, Died{std::move(text)}}; }
Record detached(TaskId task) { return {{.task = task}, Detached{}}; }
Record appeared(TaskId task, std::string text = "") { return {{.task = task}, Born{std::move(text)}}; }
Record superseded(TaskId task, std::string text, TaskId former, TaskId successor) {
    return {{.task = task}, Superseded{.bytes = std::move(text), .former = former, .successor = successor}};
}

std::string joined(JoinerStyle style, std::initializer_list<Record> records) {
    Joiner joiner(style);
    std::string out;
    for (Record record : records) {
        joiner.accept(std::move(record), out);
    }
    joiner.finish(out);
    return out;
}

constexpr JoinerStyle alone{};
constexpr JoinerStyle terminal{.prefix = PidPrefix::bracketed_while_several};
constexpr JoinerStyle in_file{.prefix = PidPrefix::plain};

TEST(Joiner, ANameStandsBehindThePid) {
    const Record begun{{.task = leader, .comm = std::make_shared<const std::string>("<make>")},
                       CallBegan{.bytes = "close(2", .call = calls_named("close").at(0)}};
    const Record ended{{.task = leader, .comm = std::make_shared<const std::string>("<cc1>")}, CallEnded{.bytes = ") = 0", .result_at = 2}};
    EXPECT_EQ(joined({.prefix = PidPrefix::bracketed}, {begun, ended}), "[pid 12560<make>] close(2)              = 0\n");
    EXPECT_EQ(joined(in_file, {begun, line(thread, "--- SIGHUP ---"), ended}),
              "12560<make> close(2 <unfinished ...>\n12561 --- SIGHUP ---\n12560<cc1> <... close resumed>)         = 0\n");
    const Record short_number{{.task = TaskId{4, 1}, .comm = std::make_shared<const std::string>("<sh>")}, SignalSeen{"--- SIGHUP ---"}};
    EXPECT_EQ(joined(in_file, {short_number}), "4<sh> --- SIGHUP ---\n");
    EXPECT_EQ(joined({.prefix = PidPrefix::bracketed}, {short_number}), "[pid     4<sh>] --- SIGHUP ---\n");
}

TEST(Joiner, ResultStandsInColumn40) {
    EXPECT_EQ(joined(alone, {entry(leader, "close", "2"), exit_of(leader, ")", "= 0")}), "close(2)                                = 0\n");
}

Record ended_as(CallStatus status, TaskId task, const std::string& result) {
    return {{.task = task}, CallEnded{.bytes = ") " + result, .result_at = 2, .status = status}};
}

TEST(Joiner, WhatStandsBelowACallFollowsItsLine) {
    const Record ended{{.task = leader}, CallEnded{.bytes = ") = 0", .result_at = 2, .below = " | 00000\n"}};
    EXPECT_EQ(joined({.column = 8}, {entry(leader, "write", "2"), ended}), "write(2) = 0\n | 00000\n");
    EXPECT_EQ(joined({.column = 8, .endings = {.statuses = {CallStatus::failed}}}, {entry(leader, "write", "2"), ended}), "");
}

Record entry_with_stack(TaskId task, const std::string& name, bool never_returns) {
    return {
        {.task = task},
        CallBegan{
            .bytes = name + "(", .call = calls_named(name).at(0), .complete = true, .closing = " > f\n", .never_returns = never_returns}};
}

TEST(Joiner, AStackFollowsWhatElseStandsBelowACall) {
    const Record ended{{.task = leader}, CallEnded{.bytes = ") = 0", .result_at = 2, .below = " | 00000\n"}};
    EXPECT_EQ(joined({.column = 8}, {entry_with_stack(leader, "write", false), ended}), "write() = 0\n | 00000\n > f\n");
    const Record signal{{.task = leader}, SignalSeen{"--- SIGHUP ---", " > f\n"}};
    EXPECT_EQ(joined(alone, {signal}), "--- SIGHUP ---\n > f\n");
}

TEST(Joiner, TheStackOfACallThatNeverReturnedFollowsTheEndOfItsThread) {
    const JoinerStyle style{.column = 8};
    EXPECT_EQ(joined(style, {entry_with_stack(leader, "exit", true), died(leader, "+++ exited with 0 +++")}),
              "exit()  = ?\n+++ exited with 0 +++\n > f\n");
    EXPECT_EQ(joined(style, {entry_with_stack(leader, "pause", false), died(leader, "")}), "pause() = ?\n > f\n");
    EXPECT_EQ(joined(style, {entry_with_stack(leader, "exit", true), entry(thread, "read"), died(leader, ""), exit_of(thread, ")", "= 0")}),
              "exit()  = ?\nread( <unfinished ...>\n > f\n<... read resumed>) = 0\n");
    const JoinerStyle ends_only{.column = 8, .endings = {.statuses = {CallStatus::failed}}};
    EXPECT_EQ(joined(ends_only, {entry_with_stack(leader, "exit", true), died(leader, "")}), "");
}

TEST(Joiner, ColoursTakeNoColumns) {
    Palette palette;
    ASSERT_TRUE(palette.set("syscall=1").empty());
    const JoinerStyle colored{.column = 8, .palette = &palette};
    EXPECT_EQ(joined(colored, {entry(leader, "dup", "\033[1m2\033[0m"), exit_of(leader, ")", "= 3")}), "dup(\033[1m2\033[0m)  = 3\n");
    EXPECT_EQ(
        joined(colored, {entry(leader, "dup", "2"), entry(thread, "dup", "4"), exit_of(leader, ")", "= 3"), exit_of(thread, ")", "= 5")}),
        "dup(2 <unfinished ...>\ndup(4 <unfinished ...>\n<... \033[1mdup\033[0m resumed>) = 3\n<... \033[1mdup\033[0m resumed>) = 5\n");
}

TEST(Joiner, WholeCallsAreWrittenWhenTheyEnd) {
    EXPECT_EQ(joined({.column = 8, .whole_calls = true},
                     {entry(leader, "wait4", "1"), entry(thread, "close", "2"), exit_of(thread, ")", "= 0"), exit_of(leader, ")", "= 7")}),
              "close(2) = 0\nwait4(1) = 7\n");
}

TEST(Joiner, ACallThatWaitsForItsEndMayBeLeftOutAndOthersMayNot) {
    const Record waits{{.task = leader}, CallBegan{.bytes = "read(0", .call = calls_named("read").at(0), .waits = true}};
    const Record hidden{{.task = leader}, CallEnded{.bytes = ") = 1", .result_at = 2, .is_hidden = true}};
    EXPECT_EQ(joined({.column = 8}, {waits, entry(thread, "close", "2"), exit_of(thread, ")", "= 0"), hidden}), "close(2) = 0\n");
    EXPECT_EQ(joined({.column = 8}, {waits, entry(thread, "close", "2"), exit_of(thread, ")", "= 0"), exit_of(leader, ")", "= 7")}),
              "close(2) = 0\nread(0) = 7\n");
    EXPECT_EQ(joined({.column = 8}, {entry(leader, "read", "0"), hidden}), "read(0) = 1\n") << "its line has begun";
    EXPECT_EQ(joined({.column = 8}, {waits, died(leader, "+++ killed by SIGKILL +++")}),
              "read(0 <unfinished ...>) = ?\n+++ killed by SIGKILL +++\n");
    EXPECT_EQ(joined({.column = 8}, {waits, detached(leader)}), "read(0 <detached ...>\n");
}

TEST(Joiner, OfCallsThatFailThoseWithAWantedErrorHaveALine) {
    const auto failed_with = [](std::uint32_t error) -> Record {
        return {{.task = leader}, CallEnded{.bytes = ") = -1", .result_at = 2, .status = CallStatus::failed, .error = error}};
    };
    EXPECT_EQ(joined({.column = 8, .endings = {.statuses = {}, .errors = {9}}},
                     {entry(leader, "close", "2"), failed_with(9), entry(leader, "close", "3"), failed_with(5)}),
              "close(2) = -1\n");
}

JoinerStyle showing(KeywordSet<CallStatus> statuses, PidPrefix prefix = PidPrefix::none) {
    return {.prefix = prefix, .column = 8, .endings = {.statuses = statuses}};
}

TEST(Joiner, OnlyCallsThatEndInAWantedWayHaveALine) {
    const auto trace = {entry(leader, "close", "2"),
                        ended_as(CallStatus::successful, leader, "= 0"),
                        entry(leader, "close", "3"),
                        ended_as(CallStatus::failed, leader, "= -1 EBADF"),
                        line(leader, "--- SIGHUP ---"),
                        entry(leader, "read", "0"),
                        died(leader, "+++ killed by SIGKILL +++")};
    EXPECT_EQ(joined(showing({CallStatus::successful}), trace), "close(2) = 0\n--- SIGHUP ---\n+++ killed by SIGKILL +++\n");
    EXPECT_EQ(joined(showing({CallStatus::failed}), trace), "close(3) = -1 EBADF\n--- SIGHUP ---\n+++ killed by SIGKILL +++\n");
    EXPECT_EQ(joined(showing({CallStatus::unfinished}), trace),
              "--- SIGHUP ---\nread(0 <unfinished ...>) = ?\n+++ killed by SIGKILL +++\n");
    EXPECT_EQ(joined(showing({}), trace), "--- SIGHUP ---\n+++ killed by SIGKILL +++\n");
}

TEST(Joiner, ALineThatWaitedForItsEndIsWholeAndBeginsAsItDidThen) {
    EXPECT_EQ(joined(showing({CallStatus::successful}, PidPrefix::bracketed_while_several),
                     {appeared(leader), entry(leader, "wait4", "-1"), appeared(thread), entry(thread, "read", "0"),
                      ended_as(CallStatus::successful, thread, "= 5"), died(thread, "+++ exited with 0 +++"),
                      line(leader, "--- SIGCHLD ---"), ended_as(CallStatus::successful, leader, "= 12561")}),
              "[pid 12561] read(0) = 5\n[pid 12561] +++ exited with 0 +++\n--- SIGCHLD ---\nwait4(-1) = 12561\n");
}

TEST(Joiner, ACallThatDoesNotReturnIsUnfinished) {
    const auto trace = {exiting_entry(leader, "exit_group", "0"), died(leader, "+++ exited with 0 +++")};
    EXPECT_EQ(joined(showing({CallStatus::unfinished}), trace), "exit_group(0) = ?\n+++ exited with 0 +++\n");
    EXPECT_EQ(joined(showing({CallStatus::successful, CallStatus::failed}), trace), "+++ exited with 0 +++\n");
}

TEST(Joiner, ACallInWhichATraceeIsLeftIsDetached) {
    const auto trace = {entry(leader, "pause"), detached(leader)};
    EXPECT_EQ(joined(showing({CallStatus::detached}), trace), "pause( <detached ...>\n");
    EXPECT_EQ(joined(showing({CallStatus::unfinished, CallStatus::failed}), trace), "");
    EXPECT_EQ(joined(showing({CallStatus::detached}), {detached(leader)}), "");
}

TEST(Joiner, AnExecveOfAThreadIsResumedAsTheLeadersAlsoWhereLinesWaitForTheirEnd) {
    const auto trace = {entry(leader, "pause"), entry(thread, "execve", "\"/bin/true\""),
                        superseded(leader, "+++ superseded by execve in pid 12561 +++", thread, leader),
                        ended_as(CallStatus::successful, leader, "= 0")};
    EXPECT_EQ(joined(showing({CallStatus::successful}), trace), "+++ superseded by execve in pid 12561 +++\n<... execve resumed>) = 0\n");
    EXPECT_EQ(joined(showing({CallStatus::unfinished}), trace),
              "pause( <unfinished ...>) = ?\n+++ superseded by execve in pid 12561 +++\n");
}

TEST(Joiner, ResultOfALineThatIsTooLongFollowsAfterOneBlank) {
    EXPECT_EQ(joined({.column = 8}, {entry(leader, "close", "2"), exit_of(leader, ")", "= 0")}), "close(2) = 0\n");
    EXPECT_EQ(joined({.column = 0}, {entry(leader, "close", "2"), exit_of(leader, ")", "= 0")}), "close(2) = 0\n");
}

TEST(Joiner, ColumnOneFurtherThanTheLineIsOneBlankAndTwoFurtherIsTwo) {
    EXPECT_EQ(joined({.column = 9}, {entry(leader, "close", "2"), exit_of(leader, ")", "= 0")}), "close(2) = 0\n");
    EXPECT_EQ(joined({.column = 10}, {entry(leader, "close", "2"), exit_of(leader, ")", "= 0")}), "close(2)  = 0\n");
}

TEST(Joiner, PrefixCountsForTheColumn) {
    EXPECT_EQ(joined({.prefix = PidPrefix::plain, .column = 22}, {exiting_entry(leader, "exit_group", "3"), died(leader, "")}),
              "12560 exit_group(3)   = ?\n");
    EXPECT_EQ(joined({.prefix = PidPrefix::bracketed}, {entry(leader, "write", "4, \"x\", 1"), exit_of(leader, ")", "= 1")}),
              "[pid 12560] write(4, \"x\", 1)            = 1\n");
}

TEST(Joiner, ShortPidsArePadded) {
    constexpr TaskId init{1, 1};
    EXPECT_EQ(joined({.prefix = PidPrefix::plain}, {line(init, "--- x ---")}), "1     --- x ---\n");
    EXPECT_EQ(joined({.prefix = PidPrefix::bracketed}, {line(init, "--- x ---")}), "[pid     1] --- x ---\n");
}

TEST(Joiner, EntryHalfIsWrittenBeforeTheCallReturns) {
    Joiner joiner(alone);
    std::string out;
    joiner.accept(entry(leader, "read", "0"), out);
    EXPECT_EQ(out, "read(0");
    joiner.accept(exit_of(leader, ", \"x\", 1)", "= 1"), out);
    EXPECT_EQ(out, "read(0, \"x\", 1)                         = 1\n");
}

TEST(Joiner, CallThatAnotherInterruptsIsUnfinishedAndResumed) {
    EXPECT_EQ(joined(in_file, {entry(thread, "read", "3"), entry(leader, "write", "4, \"x\", 1"), exit_of(leader, ")", "= 1"),
                               exit_of(thread, ", \"x\", 1)", "= 1")}),
              "12561 read(3 <unfinished ...>\n"
              "12560 write(4, \"x\", 1)                  = 1\n"
              "12561 <... read resumed>, \"x\", 1)       = 1\n");
}

TEST(Joiner, ResumedCallMayBeInterruptedByAnExitOfAnotherOpenCall) {
    EXPECT_EQ(joined(in_file, {entry(thread, "read", "3"), entry(leader, "poll", "0x1"), exit_of(thread, ", \"x\", 1)", "= 1"),
                               exit_of(leader, ", 1, -1)", "= 0")}),
              "12561 read(3 <unfinished ...>\n"
              "12560 poll(0x1 <unfinished ...>\n"
              "12561 <... read resumed>, \"x\", 1)       = 1\n"
              "12560 <... poll resumed>, 1, -1)        = 0\n");
}

TEST(Joiner, SignalOfAnotherEndsTheOpenLine) {
    EXPECT_EQ(joined(in_file,
                     {entry(thread, "read", "3"), line(leader, "--- SIGINT {si_signo=SIGINT} ---"), exit_of(thread, ", \"\", 1)", "= 0")}),
              "12561 read(3 <unfinished ...>\n"
              "12560 --- SIGINT {si_signo=SIGINT} ---\n"
              "12561 <... read resumed>, \"\", 1)        = 0\n");
}

TEST(Joiner, SignalInsideACallOfTheSameTaskGivesWholeLines) {
    EXPECT_EQ(joined(alone, {entry(leader, "read", "3"), line(leader, "--- SIGINT ---"), exit_of(leader, ", \"\", 1)", "= 0")}),
              "read(3 <unfinished ...>\n"
              "--- SIGINT ---\n"
              "<... read resumed>, \"\", 1)              = 0\n");
}

TEST(Joiner, ExitGroupGetsItsQuestionMarkWhenDeathComes) {
    Joiner joiner(alone);
    std::string out;
    joiner.accept(exiting_entry(leader, "exit_group", "0"), out);
    EXPECT_EQ(out, "exit_group(0");
    joiner.accept(died(leader, "+++ exited with 0 +++"), out);
    EXPECT_EQ(out, "exit_group(0)                           = ?\n+++ exited with 0 +++\n");
}

TEST(Joiner, ExitGroupIsNotUnfinishedWhereOtherThreadsDieFirst) {
    EXPECT_EQ(joined(in_file, {entry(thread, "read", "3"), exiting_entry(leader, "exit_group", "3"), died(thread, "+++ exited with 3 +++"),
                               died(leader, "+++ exited with 3 +++")}),
              "12561 read(3 <unfinished ...>\n"
              "12560 exit_group(3)                     = ?\n"
              "12561 <... read resumed> <unfinished ...>) = ?\n"
              "12561 +++ exited with 3 +++\n"
              "12560 +++ exited with 3 +++\n");
}

TEST(Joiner, ExitGroupThatWasMadeToFailGetsItsResult) {
    EXPECT_EQ(joined({.column = 0}, {exiting_entry(leader, "exit_group", "0"), exit_of(leader, ")", "= -1 ENOSYS (INJECTED)")}),
              "exit_group(0) = -1 ENOSYS (INJECTED)\n");
    EXPECT_EQ(joined({.column = 0},
                     {exiting_entry(leader, "exit_group", "0"), line(thread, "--- x ---"), exit_of(leader, ")", "= -1 ENOSYS (INJECTED)")}),
              "exit_group(0) = ?\n--- x ---\n<... exit_group resumed>) = -1 ENOSYS (INJECTED)\n");
}

TEST(Joiner, DeathInTheMiddleOfACall) {
    EXPECT_EQ(joined(alone, {entry(leader, "read", "0"), died(leader, "+++ killed by SIGKILL +++")}),
              "read(0 <unfinished ...>)                = ?\n+++ killed by SIGKILL +++\n");
}

TEST(Joiner, DeathInACallWhoseArgumentsAreAllPrinted) {
    EXPECT_EQ(joined(alone, {complete_entry(leader, "pause"), died(leader, "+++ killed by SIGKILL +++")}),
              "pause()                                 = ?\n+++ killed by SIGKILL +++\n");
    EXPECT_EQ(joined(in_file, {complete_entry(thread, "pause"), exiting_entry(leader, "exit_group", "3"), died(thread, "+++ x +++")}),
              "12561 pause( <unfinished ...>\n"
              "12560 exit_group(3)                     = ?\n"
              "12561 <... pause resumed>)              = ?\n"
              "12561 +++ x +++\n");
}

TEST(Joiner, DeathThatIsNotPrintedEndsTheCallAsWell) {
    EXPECT_EQ(joined({.column = 0}, {entry(leader, "read", "0"), died(leader, "")}), "read(0 <unfinished ...>) = ?\n");
}

TEST(Joiner, DetachedCall) {
    EXPECT_EQ(joined(in_file, {entry(thread, "read", "3"), entry(leader, "read", "3"), detached(leader), detached(thread)}),
              "12561 read(3 <unfinished ...>\n"
              "12560 read(3 <detached ...>\n");
}

TEST(Joiner, MessageMayStandInsideAnOpenLineAndDoesNotMoveTheColumn) {
    EXPECT_EQ(joined(terminal, {appeared(leader), entry(leader, "vfork"), appeared(thread, "strace: Process 12561 attached"),
                                exit_of(leader, ")", "= 12561")}),
              "vfork(strace: Process 12561 attached\n"
              ")                                 = 12561\n");
}

TEST(Joiner, PrefixStartsWithTheFirstLineAfterASecondTraceeAppeared) {
    EXPECT_EQ(joined(terminal, {appeared(leader), entry(leader, "vfork"), appeared(thread), exit_of(leader, ")", "= 12561"),
                                entry(leader, "getpid"), exit_of(leader, ")", "= 12560")}),
              "vfork()                                 = 12561\n"
              "[pid 12560] getpid()                    = 12560\n");
}

TEST(Joiner, PrefixStopsAfterTheLineOfTheLastButOne) {
    EXPECT_EQ(joined(terminal, {appeared(leader), appeared(thread), entry(leader, "wait4", "-1"), exiting_entry(thread, "exit", "0"),
                                died(thread, "+++ exited with 0 +++"), exit_of(leader, ", NULL, 0, NULL)", "= 12561")}),
              "[pid 12560] wait4(-1 <unfinished ...>\n"
              "[pid 12561] exit(0)                     = ?\n"
              "[pid 12561] +++ exited with 0 +++\n"
              "<... wait4 resumed>, NULL, 0, NULL)     = 12561\n");
}

TEST(Joiner, TraceeThatWasDetachedDoesNotCountForThePrefix) {
    EXPECT_EQ(joined(terminal, {appeared(leader), appeared(thread), detached(thread), line(leader, "--- x ---")}), "--- x ---\n");
}

TEST(Joiner, ThreadThatExecsGoesOnAsTheLeader) {
    EXPECT_EQ(
        joined(terminal, {appeared(leader), appeared(thread), entry(leader, "read", "3"), complete_entry(thread, "execve", "\"/bin/true\""),
                          superseded(leader, "+++ superseded by execve in pid 12561 +++", thread, leader), exit_of(leader, ")", "= 0"),
                          exiting_entry(leader, "exit_group", "0"), died(leader, "+++ exited with 0 +++")}),
        "[pid 12560] read(3 <unfinished ...>\n"
        "[pid 12561] execve(\"/bin/true\" <unfinished ...>\n"
        "[pid 12560] <... read resumed> <unfinished ...>) = ?\n"
        "+++ superseded by execve in pid 12561 +++\n"
        "<... execve resumed>)                   = 0\n"
        "exit_group(0)                           = ?\n"
        "+++ exited with 0 +++\n");
}

TEST(Joiner, ThreadThatExecsInSilenceEndsItsOwnLine) {
    constexpr TaskId after{12560, 2};
    EXPECT_EQ(joined(in_file, {appeared(leader), complete_entry(thread, "execve", "\"x\""), superseded(leader, "", thread, after),
                               exit_of(after, ")", "= 0")}),
              "12561 execve(\"x\" <pid changed to 12560 ...>\n"
              "12560 <... execve resumed>)             = 0\n");
}

TEST(Joiner, TheOpenLineOfAThreadThatExecsSaysHowItIsCalledNow) {
    EXPECT_EQ(joined(terminal, {appeared(leader), appeared(thread), complete_entry(thread, "execve", "\"/bin/true\""),
                                superseded(leader, "+++ superseded by execve in pid 12561 +++", thread, {12560, 2}),
                                exit_of({12560, 2}, ")", "= 0")}),
              "[pid 12561] execve(\"/bin/true\" <pid changed to 12560 ...>\n"
              "+++ superseded by execve in pid 12561 +++\n"
              "<... execve resumed>)                   = 0\n");
}

TEST(Joiner, ThreadThatExecsWhereTheLeaderIsNoTraceeGoesOnWithItsCall) {
    EXPECT_EQ(joined(alone, {appeared(thread), complete_entry(thread, "execve", "\"x\""), superseded({}, "", thread, {12560, 2}),
                             exit_of({12560, 2}, ")", "= 0")}),
              "execve(\"x\" <pid changed to 12560 ...>\n"
              "<... execve resumed>)                   = 0\n");
}

TEST(Joiner, WhatMakesALineInJsonAloneMakesNone) {
    EXPECT_EQ(joined(alone, {{{.task = leader}, Spawned{"{}"}}, {{.task = leader}, Executed{"{}"}}}), "");
}

TEST(Joiner, TraceesThatDiedDoNotCountForThePrefix) {
    Joiner joiner(terminal);
    std::string out;
    for (pid_t tid = 1; tid <= 100; ++tid) {
        joiner.accept(complete_entry({tid, 1}, "pause"), out);
        joiner.accept(died({tid, 1}, ""), out);
    }
    out.clear();
    joiner.accept(line(leader, "--- x ---"), out);
    EXPECT_EQ(out, "--- x ---\n");
}

TEST(Joiner, EndOfTheStreamEndsTheOpenLine) {
    EXPECT_EQ(joined(alone, {entry(leader, "read", "3")}), "read(3 <unfinished ...>\n");
    EXPECT_EQ(joined({.column = 0}, {exiting_entry(leader, "exit_group", "3")}), "exit_group(3) = ?\n");
    EXPECT_EQ(joined(alone, {}), "");
}

}  // namespace
}  // namespace troupe
