#include "actors/output/output.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

constexpr TaskId leader{12560, 1};
constexpr TaskId thread{12561, 2};

OutputConfig to_file(const std::string& path) { return {.target = OutputConfig::Target::file, .destination = path}; }

OutputConfig to_command(const std::string& command) { return {.target = OutputConfig::Target::command, .destination = command}; }

TEST(Output, RecordsAreWrittenInTheOrderOfTheirNumbers) {
    const Scratch scratch;
    auto output = Output::open(to_file(scratch.file("trace"))).value();
    auto first = entry_of(*output, leader, "close", "2");
    auto second = exit_of(*output, leader, "= 0");
    auto third = record_of(*output, leader, Died{"+++ exited with 0 +++"});
    output->deliver(std::move(third));
    output->deliver(std::move(second));
    output->deliver(std::move(first));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("trace")), "close(2)                                = 0\n+++ exited with 0 +++\n");
}

TEST(Output, EntryHalfIsOnTheScreenBeforeTheCallReturns) {
    Pipe pipe;
    const auto output = open_to(pipe);
    output->deliver(entry_of(*output, leader, "pause"));
    EXPECT_EQ(read_some(pipe.reader), "pause(");
    output->deliver(exit_of(*output, leader, "= ? ERESTARTNOHAND"));
    EXPECT_EQ(read_some(pipe.reader), ")                                 = ? ERESTARTNOHAND\n");
}

TEST(Output, FileIsBufferedUntilItIsFlushed) {
    const Scratch scratch;
    auto output = Output::open(to_file(scratch.file("trace"))).value();
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_EQ(contents(scratch.file("trace")), "");
    output->flush();
    EXPECT_EQ(contents(scratch.file("trace")), "--- x ---\n");
}

TEST(Output, FileIsWrittenWhereItsBufferIsFull) {
    const Scratch scratch;
    auto output = Output::open(to_file(scratch.file("trace"))).value();
    output->deliver(line_of(*output, leader, std::string(70'000, 'x')));
    EXPECT_EQ(contents(scratch.file("trace")).size(), 70'001U);
}

TEST(Output, FifoIsNotBufferedBecauseItMayBeWatched) {
    const Scratch scratch;
    ASSERT_EQ(::mkfifo(scratch.file("fifo").c_str(), 0600), 0);
    const UniqueFd reader(::open(scratch.file("fifo").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    auto output = Output::open(to_file(scratch.file("fifo"))).value();
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_EQ(read_some(reader), "--- x ---\n");
}

TEST(Output, OldFileIsEmptiedUnlessWeAppend) {
    const Scratch scratch;
    std::ofstream(scratch.file("trace")) << "before\n";
    auto config = to_file(scratch.file("trace"));
    config.append = true;
    auto appending = Output::open(config).value();
    appending->deliver(line_of(*appending, leader, "--- x ---"));
    EXPECT_FALSE(appending->close().any());
    EXPECT_EQ(contents(scratch.file("trace")), "before\n--- x ---\n");
    config.append = false;
    auto emptying = Output::open(config).value();
    EXPECT_EQ(contents(scratch.file("trace")), "");
}

TEST(Output, PidIsNamedInAFileOnlyWhereSeveralTraceesAreExpected) {
    const Scratch scratch;
    const auto written = [&](bool follow, bool always) {
        auto config = to_file(scratch.file("trace"));
        config.follow = follow;
        config.always_show_pid = always;
        auto output = Output::open(config).value();
        output->deliver(line_of(*output, leader, "--- x ---"));
        EXPECT_FALSE(output->close().any());
        return contents(scratch.file("trace"));
    };
    EXPECT_EQ(written(false, false), "--- x ---\n");
    EXPECT_EQ(written(true, false), "12560 --- x ---\n");
    EXPECT_EQ(written(false, true), "12560 --- x ---\n");
}

TEST(Output, PidIsNamedOnTheScreenOnlyWhileSeveralTraceesExist) {
    Pipe pipe;
    const auto output = open_to(pipe);
    output->deliver(record_of(*output, leader, Born{}));
    output->deliver(line_of(*output, leader, "--- x ---"));
    output->deliver(record_of(*output, thread, Born{}));
    output->deliver(line_of(*output, leader, "--- x ---"));
    output->deliver(record_of(*output, thread, Died{}));
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(read_to_end(pipe.reader), "--- x ---\n[pid 12560] --- x ---\n--- x ---\n");
}

TEST(Output, PidIsAlwaysNamedOnTheScreenIfThatIsAskedFor) {
    Pipe pipe;
    const auto output = open_to(pipe, {.always_show_pid = true});
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_EQ(read_some(pipe.reader), "[pid 12560] --- x ---\n");
}

TEST(Output, MessagesGoToStandardErrorAndNotToTheFile) {
    const Scratch scratch;
    Pipe pipe;
    auto config = to_file(scratch.file("trace"));
    config.follow = true;
    const auto output = open_to(pipe, config);
    output->deliver(entry_of(*output, leader, "vfork"));
    output->deliver(record_of(*output, thread, Born{"strace: Process 12561 attached"}));
    output->deliver(exit_of(*output, leader, "= 12561"));
    output->deliver(record_of(*output, thread, Message{"strace: Process 12561 detached"}));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(read_to_end(pipe.reader), "strace: Process 12561 attached\nstrace: Process 12561 detached\n");
    EXPECT_EQ(contents(scratch.file("trace")), "12560 vfork()                           = 12561\n");
}

TEST(Output, CloseWritesWhatWaitsForARecordThatNeverCame) {
    const Scratch scratch;
    auto output = Output::open(to_file(scratch.file("trace"))).value();
    static_cast<void>(output->next_sequence());
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("trace")), "--- x ---\n");
}

TEST(Output, CloseEndsTheOpenLine) {
    const Scratch scratch;
    auto output = Output::open(to_file(scratch.file("trace"))).value();
    output->deliver(entry_of(*output, leader, "pause"));
    EXPECT_FALSE(output->close().any());
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("trace")), "pause( <unfinished ...>\n");
}

TEST(Output, FileThatCannotBeOpenedIsAnErrorThatNamesIt) {
    const auto output = Output::open(to_file("/nowhere/trace"));
    ASSERT_FALSE(output.has_value());
    EXPECT_EQ(output.error().text(), "Can't fopen '/nowhere/trace': No such file or directory");
}

TEST(Output, FullDeviceIsReportedOnceAndWhatIsLostIsCounted) {
    auto output = Output::open(to_file("/dev/full")).value();
    output->deliver(line_of(*output, leader, "--- x ---"));
    output->flush();
    output->deliver(line_of(*output, leader, "--- x ---"));
    output->flush();
    const auto error = output->take_error();
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->text(), "write to /dev/full: No space left on device");
    output->deliver(line_of(*output, leader, "--- x ---"));
    output->flush();
    EXPECT_FALSE(output->take_error().has_value());
    EXPECT_EQ(output->close().text(), "30 bytes of the trace are lost: write to /dev/full: No space left on device");
    EXPECT_EQ(output->close().bytes(), 30U);
}

TEST(Output, WhatIsLostAtTheEndIsCounted) {
    auto output = Output::open(to_file("/dev/full")).value();
    output->deliver(entry_of(*output, leader, "pause"));
    const Losses lost = output->close();
    EXPECT_TRUE(lost.any());
    EXPECT_FALSE(lost.only_readers_left());
    EXPECT_EQ(lost.bytes(), sizeof "pause( <unfinished ...>");
}

TEST(Output, ReaderThatWentAwayIsAnError) {
    ASSERT_NE(::signal(SIGPIPE, SIG_IGN), SIG_ERR);
    Pipe pipe;
    const auto output = open_to(pipe);
    pipe.reader.reset();
    output->deliver(line_of(*output, leader, "--- x ---"));
    const auto error = output->take_error();
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->text(), "write to standard error: Broken pipe");
    EXPECT_TRUE(output->close().only_readers_left());
}

TEST(Output, CommandReadsAllBeforeCloseReturns) {
    const Scratch scratch;
    OutputConfig config = to_command("cat >'" + scratch.file("copy") + "'");
    config.follow = true;
    auto output = Output::open(config).value();
    output->deliver(line_of(*output, leader, "--- x ---"));
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("copy")), "12560 --- x ---\n");
}

TEST(Output, CommandGetsSignalsThatWeHaveBlocked) {
    const Scratch scratch;
    sigset_t interrupts{};
    sigset_t before{};
    ::sigemptyset(&interrupts);
    ::sigaddset(&interrupts, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &interrupts, &before);
    const OutputConfig config = to_command("exec grep SigBlk /proc/self/status >'" + scratch.file("mask") + "'");
    auto output = Output::open(config).value();
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    EXPECT_FALSE(output->close().any());
    EXPECT_EQ(contents(scratch.file("mask")), "SigBlk:\t0000000000000000\n");
}

}  // namespace
}  // namespace troupe
