// -ff

#include <gtest/gtest.h>

#include "actors/output/output.hpp"
#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

constexpr TaskId first_task{12560, 1};
constexpr TaskId second_task{12561, 2};

class StreamPerTracee : public testing::Test {
 protected:
    std::unique_ptr<Output> open() {
        const OutputConfig config{
            .target = OutputConfig::Target::file, .destination = scratch_.file("trace"), .separately = true, .follow = true};
        return Output::open(config).value();
    }
    [[nodiscard]] std::string written(TaskId task) const { return contents(scratch_.file("trace." + std::to_string(task.tid))); }

    Scratch scratch_;
};

TEST_F(StreamPerTracee, LinesOfSeveralTraceesDoNotInterruptEachOther) {
    const auto output = open();
    output->deliver(entry_of(*output, second_task, "pause"));
    output->deliver(entry_of(*output, first_task, "getpid"));
    output->deliver(exit_of(*output, second_task, "= -1"));
    output->deliver(exit_of(*output, first_task, "= 12560"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(written(first_task), "getpid()                                = 12560\n");
    EXPECT_EQ(written(second_task), "pause()                                 = -1\n");
}

TEST_F(StreamPerTracee, FileOfATraceeThatDiedIsComplete) {
    const auto output = open();
    output->deliver(entry_of(*output, second_task, "pause"));
    output->deliver(record_of(*output, second_task, Died{"+++ killed by SIGKILL +++"}));
    EXPECT_EQ(written(second_task), "pause( <unfinished ...>)                = ?\n+++ killed by SIGKILL +++\n");
}

TEST_F(StreamPerTracee, TraceeOfWhichNothingIsPrintedHasAnEmptyFile) {
    const auto output = open();
    output->deliver(record_of(*output, second_task, Born{}));
    output->deliver(record_of(*output, second_task, Died{}));
    EXPECT_TRUE(std::filesystem::exists(scratch_.file("trace.12561")));
    EXPECT_EQ(written(second_task), "");
}

TEST_F(StreamPerTracee, TraceeThatGetsAUsedTidIsAppended) {
    const auto output = open();
    output->deliver(record_of(*output, second_task, Died{"+++ exited with 1 +++"}));
    constexpr TaskId later{second_task.tid, second_task.serial + 1};
    output->deliver(record_of(*output, later, Died{"+++ exited with 2 +++"}));
    EXPECT_EQ(written(second_task), "+++ exited with 1 +++\n+++ exited with 2 +++\n");
}

TEST_F(StreamPerTracee, ThreadThatExecsGoesOnInTheFileOfTheLeader) {
    const auto output = open();
    output->deliver(entry_of(*output, first_task, "read", "3"));
    output->deliver(entry_of(*output, second_task, "execve", "\"x\""));
    constexpr TaskId successor{first_task.tid, second_task.serial};
    output->deliver(record_of(*output, first_task, Superseded{"+++ superseded by execve in pid 12561 +++", second_task, successor}));
    output->deliver(exit_of(*output, successor, "= 0"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(written(second_task), "execve(\"x\" <pid changed to 12560 ...>\n");
    EXPECT_EQ(written(first_task),
              "read(3 <unfinished ...>)                = ?\n"
              "+++ superseded by execve in pid 12561 +++\n"
              "<... execve resumed>)                   = 0\n");
}

TEST_F(StreamPerTracee, SupersededLeaderMayKeepItsName) {
    const auto output = open();
    output->deliver(entry_of(*output, second_task, "execve", "\"x\""));
    output->deliver(record_of(*output, first_task, Superseded{"", second_task, first_task}));
    output->deliver(exit_of(*output, first_task, "= 0"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(written(first_task), "<... execve resumed>)                   = 0\n");
}

TEST_F(StreamPerTracee, DetachedTraceeEndsItsFile) {
    const auto output = open();
    output->deliver(entry_of(*output, first_task, "read", "3"));
    output->deliver(record_of(*output, first_task, Detached{}));
    EXPECT_EQ(written(first_task), "read(3 <detached ...>\n");
}

TEST_F(StreamPerTracee, FlushReachesEveryFile) {
    const auto output = open();
    output->deliver(line_of(*output, first_task, "--- x ---"));
    output->deliver(line_of(*output, second_task, "--- y ---"));
    EXPECT_EQ(written(first_task), "");
    output->flush();
    EXPECT_EQ(written(first_task), "--- x ---\n");
    EXPECT_EQ(written(second_task), "--- y ---\n");
}

TEST_F(StreamPerTracee, FileThatCannotBeOpenedIsReportedAndTheOthersGoOn) {
    std::filesystem::create_directory(scratch_.file("trace.12560"));
    const auto output = open();
    output->deliver(line_of(*output, first_task, "--- x ---"));
    output->deliver(line_of(*output, second_task, "--- y ---"));
    const auto error = output->take_error();
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->text(), "Can't fopen '" + scratch_.file("trace.12560") + "': Is a directory");
    EXPECT_EQ(output->close().text(), "10 bytes of the trace are lost: " + error->text());
    EXPECT_EQ(written(second_task), "--- y ---\n");
}

TEST_F(StreamPerTracee, EveryFileWithALossIsCountedAndTheFirstFewAreNamed) {
    for (pid_t tid = 1; tid <= 6; ++tid) {
        std::filesystem::create_symlink("/dev/full", scratch_.file("trace." + std::to_string(tid)));
    }
    const auto output = open();
    for (pid_t tid = 1; tid <= 6; ++tid) {
        output->deliver(line_of(*output, {tid, 1}, "--- x ---"));
    }
    output->flush();
    const std::string trace = scratch_.file("trace.");
    EXPECT_EQ(output->close().text(), "60 bytes of the trace are lost in 6 files, the first: write to " + trace +
                                          "1: No space left on device; also " + trace + "2, " + trace + "3, " + trace + "4 and 2 more");
}

}  // namespace
}  // namespace troupe
