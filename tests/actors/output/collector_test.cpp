#include "actors/output/collector.hpp"

#include <gtest/gtest.h>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

constexpr TaskId sender{12560, 1};

class CollectorTest : public testing::Test {
 protected:
    [[nodiscard]] std::string written() const { return contents(scratch_.file("trace")); }
    /// Is written as soon as its turn has come: no buffer holds it.
    void deliver_large_line() { output_->deliver(line_of(*output_, sender, large_)); }
    static Record line(std::string text) { return {{.task = sender}, SignalSeen{std::move(text)}}; }

    Scratch scratch_;
    const std::string large_ = std::string(70'000, 'x');
    std::unique_ptr<Output> output_ = Output::open({.target = OutputConfig::Target::file, .destination = scratch_.file("trace")}).value();
    Collector collector_{*output_};
};

TEST_F(CollectorTest, WhatIsCollectedHoldsBackWhatComesLaterUntilItIsSentOff) {
    collector_.add(line("first"));
    deliver_large_line();
    EXPECT_EQ(written(), "");
    collector_.send_off();
    EXPECT_EQ(written(), "first\n" + large_ + "\n");
}

TEST_F(CollectorTest, FlushSendsOffWhatIsHeldByAThreadThatIsBlocked) {
    collector_.add(line("first"));
    deliver_large_line();
    output_->flush();
    EXPECT_EQ(written(), "first\n" + large_ + "\n");
}

TEST_F(CollectorTest, NoMoreIsCollectedThanIsWorthIt) {
    for (std::size_t i = 0; i < output_->worth_collecting(); ++i) {
        EXPECT_EQ(written(), "") << i;
        collector_.add(line(large_));
    }
    EXPECT_EQ(written().size(), output_->worth_collecting() * (large_.size() + 1));
}

TEST_F(CollectorTest, WhereTheyComeOneAtATimeNothingIsHeldUntilASecondComes) {
    collector_.add(line("first"));
    collector_.send_off();
    collector_.add(line("second"));
    deliver_large_line();
    const std::string until_then = "first\nsecond\n" + large_ + "\n";
    EXPECT_EQ(written(), until_then);
    collector_.add(line("third"));
    deliver_large_line();
    EXPECT_EQ(written(), until_then);
    collector_.send_off();
    EXPECT_EQ(written(), until_then + "third\n" + large_ + "\n");
    collector_.add(line("fourth"));
    deliver_large_line();
    EXPECT_EQ(written(), until_then + "third\n" + large_ + "\n") << "two came before";
}

TEST_F(CollectorTest, WhatIsCollectedIsSentOffAtTheEnd) {
    {
        Collector another(*output_);
        another.add(line("first"));
    }
    deliver_large_line();
    EXPECT_EQ(written(), "first\n" + large_ + "\n");
}

TEST_F(CollectorTest, TwoThreadsThatCollectAndOneThatFlushesLoseNothing) {
    constexpr int lines = 20'000;
    const auto add_lines = [&](Collector& collector) {
        for (int i = 0; i < lines; ++i) {
            collector.add(line("line"));
        }
        collector.send_off();
    };
    Collector another(*output_);
    std::thread first([&] { add_lines(collector_); });
    std::thread second([&] { add_lines(another); });
    for (int i = 0; i < 200; ++i) {
        output_->flush();
    }
    first.join();
    second.join();
    output_->flush();
    EXPECT_EQ(written().size(), 2 * lines * sizeof "line");
}

}  // namespace
}  // namespace troupe
