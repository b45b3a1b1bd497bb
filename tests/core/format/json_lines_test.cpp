#include "troupe/core/json_lines.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace troupe {
namespace {

constexpr TaskId first_task{12560, 1};
constexpr TaskId second_task{12561, 2};

Record record(TaskId task, std::uint64_t time, What what) {
    return {{.task = task, .time = {.realtime = 1000 + time, .monotonic = time}}, std::move(what)};
}
Record began(TaskId task, std::uint64_t time, const std::string& name) {
    return record(task, time, CallBegan{.bytes = R"("name":")" + name + '"'});
}
Record ended(TaskId task, std::uint64_t time) { return record(task, time, CallEnded{.bytes = R"(,"result":0)"}); }

std::string lines_of(std::initializer_list<Record> records) {
    JsonLines lines;
    std::string out;
    for (Record one : records) {
        lines.accept(std::move(one), out);
    }
    lines.finish(out);
    return out;
}

TEST(JsonLines, CallIsOneLineWithBothTimes) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), ended(first_task, 5)}),
              R"({"v":1,"type":"call","seq":0,"start":{"realtime":1001,"monotonic":1},"end":{"realtime":1005,"monotonic":5},)"
              R"("name":"read","result":0})"
              "\n");
}

TEST(JsonLines, ACallThatAHookLeavesOutHasNoLine) {
    const Record hidden = record(first_task, 4, CallEnded{.bytes = R"(,"result":1)", .is_hidden = true});
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), hidden}), "");
}

TEST(JsonLines, OnlyCallsThatEndInAWantedWayHaveALine) {
    Record failed = record(first_task, 4, CallEnded{.bytes = R"(,"result":-1)", .status = CallStatus::failed});
    const std::initializer_list<Record> records = {began(first_task, 1, "read"),  ended(first_task, 2),
                                                   began(first_task, 3, "close"), failed,
                                                   began(first_task, 5, "pause"), record(first_task, 6, Died{}),
                                                   began(second_task, 7, "poll"), record(second_task, 8, Detached{R"("pid":1)"})};
    const auto calls = [&records](CallStatus status) {
        JsonLines lines({.statuses = {status}});
        std::string out;
        for (Record one : records) {
            lines.accept(std::move(one), out);
        }
        lines.finish(out);
        std::string names;
        for (const char* name : {"read", "close", "pause", "poll"}) {
            names += out.find(std::string(R"("name":")") + name) != std::string::npos ? name : "";
        }
        return names;
    };
    EXPECT_EQ(calls(CallStatus::successful), "read");
    EXPECT_EQ(calls(CallStatus::failed), "close");
    EXPECT_EQ(calls(CallStatus::unfinished), "pause");
    EXPECT_EQ(calls(CallStatus::detached), "poll");
    EXPECT_EQ(calls(CallStatus::unavailable), "");
}

TEST(JsonLines, CallsThatOverlapAreLinesInTheOrderOfTheirEnds) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), began(second_task, 2, "write"), ended(second_task, 3), ended(first_task, 4)}),
              R"({"v":1,"type":"call","seq":0,"start":{"realtime":1002,"monotonic":2},"end":{"realtime":1003,"monotonic":3},)"
              R"("name":"write","result":0})"
              "\n"
              R"({"v":1,"type":"call","seq":1,"start":{"realtime":1001,"monotonic":1},"end":{"realtime":1004,"monotonic":4},)"
              R"("name":"read","result":0})"
              "\n");
}

constexpr const char* unfinished_read =
    R"({"v":1,"type":"call","seq":0,"start":{"realtime":1001,"monotonic":1},"name":"read","unfinished":true})"
    "\n";

TEST(JsonLines, CallInWhichTheTaskDiesIsUnfinished) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), record(first_task, 2, Died{R"("status":3)"})}),
              std::string(unfinished_read) + R"({"v":1,"type":"exit","seq":1,"time":{"realtime":1002,"monotonic":2},"status":3})"
                                             "\n");
}

TEST(JsonLines, DeathThatIsNotPrintedEndsTheCallAsWell) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), record(first_task, 2, Died{})}), unfinished_read);
}

TEST(JsonLines, CallOfWhichATaskIsDetachedIsUnfinished) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), record(first_task, 2, Detached{R"("tid":12560)"})}),
              std::string(unfinished_read) + R"({"v":1,"type":"detach","seq":1,"time":{"realtime":1002,"monotonic":2},"tid":12560})"
                                             "\n");
}

TEST(JsonLines, CallsThatAreLeftAtTheEndAreUnfinishedInTheOrderOfTheirBeginnings) {
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), began(second_task, 2, "pause")}),
              std::string(unfinished_read) +
                  R"({"v":1,"type":"call","seq":1,"start":{"realtime":1002,"monotonic":2},"name":"pause","unfinished":true})"
                  "\n");
}

TEST(JsonLines, ArgumentsOfACallThatIsUnfinishedAreClosed) {
    EXPECT_EQ(lines_of({record(first_task, 1, CallBegan{.bytes = R"("args":{"a":[1)", .closing = "]}"})}),
              R"({"v":1,"type":"call","seq":0,"start":{"realtime":1001,"monotonic":1},"args":{"a":[1]},"unfinished":true})"
              "\n");
}

TEST(JsonLines, CallThatIsFollowedByAnotherWithoutAnEndIsUnfinished) {
    const std::string out = lines_of({began(first_task, 1, "read"), began(first_task, 2, "write"), ended(first_task, 3)});
    EXPECT_TRUE(out.starts_with(unfinished_read)) << out;
    EXPECT_NE(out.find(R"("seq":1,)"), std::string::npos) << out;
}

TEST(JsonLines, CallOfAThreadThatExecsEndsUnderItsNewName) {
    constexpr TaskId successor{12560, 2};
    EXPECT_EQ(lines_of({began(first_task, 1, "read"), began(second_task, 2, "execve"),
                        record(first_task, 3, Superseded{R"("former_tid":12561)", second_task, successor}), ended(successor, 4)}),
              std::string(unfinished_read) +
                  R"({"v":1,"type":"superseded","seq":1,"time":{"realtime":1003,"monotonic":3},"former_tid":12561})"
                  "\n"
                  R"({"v":1,"type":"call","seq":2,"start":{"realtime":1002,"monotonic":2},"end":{"realtime":1004,"monotonic":4},)"
                  R"("name":"execve","result":0})"
                  "\n");
}

TEST(JsonLines, CallMayGoOnInAnotherStream) {
    JsonLines of_thread;
    JsonLines of_leader;
    std::string thread_file;
    std::string leader_file;
    of_thread.accept(began(second_task, 2, "execve"), thread_file);
    of_leader.take_over({12560, 2}, of_thread.hand_over(second_task, 12560, thread_file));
    of_thread.finish(thread_file);
    of_leader.accept(ended({12560, 2}, 4), leader_file);
    EXPECT_EQ(thread_file, "");
    EXPECT_EQ(leader_file, R"({"v":1,"type":"call","seq":0,"start":{"realtime":1002,"monotonic":2},"end":{"realtime":1004,)"
                           R"("monotonic":4},"name":"execve","result":0})"
                           "\n");
}

TEST(JsonLines, OtherRecordsAreLinesOfTheirTypes) {
    EXPECT_EQ(lines_of({record(first_task, 1, Born{"never written"}), record(first_task, 1, SignalSeen{R"("a":1)"}),
                        record(first_task, 2, GroupStopped{R"("a":2)"}), record(first_task, 3, Spawned{R"("a":3)"}),
                        record(first_task, 4, Executed{R"("a":4)"}), record(first_task, 5, Message{"never written", R"("a":5)"})}),
              R"({"v":1,"type":"signal","seq":0,"time":{"realtime":1001,"monotonic":1},"a":1})"
              "\n"
              R"({"v":1,"type":"stop","seq":1,"time":{"realtime":1002,"monotonic":2},"a":2})"
              "\n"
              R"({"v":1,"type":"spawn","seq":2,"time":{"realtime":1003,"monotonic":3},"a":3})"
              "\n"
              R"({"v":1,"type":"exec","seq":3,"time":{"realtime":1004,"monotonic":4},"a":4})"
              "\n"
              R"({"v":1,"type":"message","seq":4,"time":{"realtime":1005,"monotonic":5},"a":5})"
              "\n");
}

}  // namespace
}  // namespace troupe
