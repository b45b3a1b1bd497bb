// Several threads deliver.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <vector>

#include "actors/output/output.hpp"
#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

constexpr TaskId task{12560, 1};
constexpr std::size_t more_than_a_pipe_holds = 1'000'000;

/// Takes numbers in small lots and delivers each lot in a random order.
void deliver_shuffled(Output& output, int lots, unsigned seed) {
    std::minstd_rand random(seed);
    for (int lot = 0; lot < lots; ++lot) {
        std::vector<Record> records;
        for (int i = 0; i < 10; ++i) {
            records.push_back(line_of(output, task, ""));
            records.back().what = SignalSeen{std::to_string(records.back().head.sequence)};
        }
        std::shuffle(records.begin(), records.end(), random);
        for (auto& record : records) {
            output.deliver(std::move(record));
        }
    }
}

TEST(OutputBaton, EightThreadsDeliverOutOfOrderAndTheFileIsCompleteAndInOrder) {
    const Scratch scratch;
    const OutputConfig config{.target = OutputConfig::Target::file, .destination = scratch.file("trace")};
    const auto output = Output::open(config).value();
    constexpr int lots = 1'250;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 8; ++i) {
        threads.emplace_back([&output, i] { deliver_shuffled(*output, lots, i + 1); });
    }
    for (int i = 0; i < 100; ++i) {
        output->flush();
    }
    for (auto& one : threads) {
        one.join();
    }
    EXPECT_FALSE(output->close().any());
    std::ifstream file(scratch.file("trace"));
    std::string text;
    std::size_t expected = 0;
    while (std::getline(file, text)) {
        ASSERT_EQ(text, std::to_string(expected));
        ++expected;
    }
    EXPECT_EQ(expected, 100'000U);
}

TEST(OutputBaton, ADeliveryDoesNotWaitForAnothersWrite) {
    Pipe pipe;
    const auto output = open_to(pipe);
    auto first = line_of(*output, task, std::string(more_than_a_pipe_holds, 'x'));
    auto second = line_of(*output, task, "second");
    std::thread writer([&] { output->deliver(std::move(first)); });
    std::string bytes = read_exactly(pipe.reader, 1);
    // The writer is in write(2), and stays there until we read.
    output->deliver(std::move(second));
    output->flush();
    bytes += read_exactly(pipe.reader, more_than_a_pipe_holds + sizeof "second");
    writer.join();
    EXPECT_EQ(bytes, std::string(more_than_a_pipe_holds, 'x') + "\nsecond\n");
}

TEST(OutputBaton, PipeThatWasMadeNonBlockingLosesNothing) {
    Pipe pipe;
    ASSERT_EQ(::fcntl(pipe.writer.get(), F_SETFL, O_NONBLOCK), 0);
    const auto output = open_to(pipe);
    auto record = line_of(*output, task, std::string(more_than_a_pipe_holds, 'x'));
    std::thread writer([&] { output->deliver(std::move(record)); });
    EXPECT_EQ(read_exactly(pipe.reader, more_than_a_pipe_holds + 1), std::string(more_than_a_pipe_holds, 'x') + "\n");
    writer.join();
    EXPECT_FALSE(output->take_error().has_value());
}

void wait_until_asleep(pid_t tid) {
    const auto path = "/proc/self/task/" + std::to_string(tid) + "/stat";
    for (;;) {
        const auto text = contents(path);
        if (text.find(") S ") != std::string::npos) {
            return;
        }
        ::sched_yield();
    }
}

TEST(OutputBaton, WriterThatHasWrittenForLongLeavesTheRestToTheNextThreadThatDelivers) {
    Pipe pipe;
    const auto output = open_to(pipe);
    // The first writer asks to be relieved in its fifth lot of 256 records, where it meets a record that does not fit into the pipe. The
    // sixth has another.
    const std::string large(more_than_a_pipe_holds, 'x');
    std::vector<Record> records;
    std::vector<std::string> texts;
    for (int i = 0; i < 1'537; ++i) {
        texts.push_back(i == 1'024 || i == 1'280 ? large : "line");
        records.push_back(line_of(*output, task, texts.back()));
    }
    for (std::size_t i = 1; i < 1'536; ++i) {
        output->deliver(std::move(records[i]));
    }
    std::thread first([&] { output->deliver(std::move(records[0])); });
    constexpr std::size_t before_large = 1'024 * sizeof "line";
    std::string bytes = read_exactly(pipe.reader, before_large + 1);
    std::atomic<pid_t> successor_tid{0};
    std::thread successor([&] {
        successor_tid = ::gettid();
        output->deliver(std::move(records[1'536]));
    });
    while (successor_tid == 0) {
        ::sched_yield();
    }
    wait_until_asleep(successor_tid);
    // That ends the fifth lot. Did the first writer go on, it would now wait for us to read the sixth.
    bytes += read_exactly(pipe.reader, more_than_a_pipe_holds + 255 * sizeof "line");
    first.join();
    std::string expected;
    for (const auto& text : texts) {
        expected += text + "\n";
    }
    bytes += read_exactly(pipe.reader, expected.size() - bytes.size());
    successor.join();
    EXPECT_TRUE(bytes == expected);
}

}  // namespace
}  // namespace troupe
