#include "actors/output/sequencer.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

Record numbered(std::uint64_t sequence) { return {{.sequence = sequence}, SignalSeen{std::to_string(sequence)}}; }

std::vector<std::uint64_t> numbers_of(const std::vector<Record>& records) {
    std::vector<std::uint64_t> numbers;
    for (const auto& record : records) {
        numbers.push_back(record.head.sequence);
    }
    return numbers;
}

using Numbers = std::vector<std::uint64_t>;

TEST(Sequencer, RecordWaitsForTheOneBefore) {
    Sequencer sequencer;
    std::vector<Record> batch;
    sequencer.put(numbered(1));
    EXPECT_FALSE(sequencer.ready());
    sequencer.take(batch, 10);
    EXPECT_TRUE(batch.empty());
    sequencer.put(numbered(0));
    EXPECT_TRUE(sequencer.ready());
    sequencer.take(batch, 10);
    EXPECT_EQ(numbers_of(batch), (Numbers{0, 1}));
    EXPECT_EQ(sequencer.size(), 0U);
}

TEST(Sequencer, PassesTheNextOnesWhereNothingWaits) {
    Sequencer sequencer;
    const std::vector<Record> first = {numbered(0), numbered(1)};
    const std::vector<Record> later = {numbered(3), numbered(4)};
    const std::vector<Record> gap = {numbered(2), numbered(4)};
    EXPECT_FALSE(sequencer.pass(later));
    EXPECT_TRUE(sequencer.pass(first));
    EXPECT_FALSE(sequencer.pass(gap));
    sequencer.put(numbered(3));
    EXPECT_FALSE(sequencer.pass(std::vector<Record>{numbered(2)})) << "the one that waits would be left behind";
    sequencer.put(numbered(2));
    std::vector<Record> batch;
    sequencer.take(batch, 10);
    EXPECT_EQ(numbers_of(batch), (Numbers{2, 3}));
}

TEST(Sequencer, TakesNoMoreThanTheLimit) {
    Sequencer sequencer;
    for (std::uint64_t i = 0; i < 3; ++i) {
        sequencer.put(numbered(i));
    }
    std::vector<Record> batch;
    sequencer.take(batch, 2);
    EXPECT_EQ(numbers_of(batch), (Numbers{0, 1}));
    EXPECT_EQ(sequencer.size(), 1U);
}

TEST(Sequencer, GrowsForARecordThatIsFarAheadAndKeepsTheOthers) {
    Sequencer sequencer;
    std::vector<Record> batch;
    for (std::uint64_t i = 0; i < 100; ++i) {
        sequencer.put(numbered(i));
    }
    sequencer.take(batch, 90);
    batch.clear();
    for (std::uint64_t i = 5'000; i >= 100; --i) {
        sequencer.put(numbered(i));
    }
    sequencer.take(batch, 10'000);
    ASSERT_EQ(batch.size(), 4'911U);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        ASSERT_EQ(batch[i].head.sequence, i + 90);
        ASSERT_EQ(std::get<SignalSeen>(batch[i].what).bytes, std::to_string(i + 90));
    }
}

TEST(Sequencer, RestSkipsGaps) {
    Sequencer sequencer;
    sequencer.put(numbered(2));
    sequencer.put(numbered(7));
    sequencer.put(numbered(100));
    std::vector<Record> batch;
    sequencer.take_rest(batch);
    EXPECT_EQ(numbers_of(batch), (Numbers{2, 7, 100}));
}

TEST(SequencerDeathTest, SameNumberTwiceIsABugOfOurs) {
    Sequencer sequencer;
    sequencer.put(numbered(3));
    EXPECT_DEATH(sequencer.put(numbered(3)), "delivered twice");
}

TEST(SequencerDeathTest, NumberWhoseTurnIsOverIsABugOfOurs) {
    Sequencer sequencer;
    sequencer.put(numbered(0));
    std::vector<Record> batch;
    sequencer.take(batch, 1);
    EXPECT_DEATH(sequencer.put(numbered(0)), "after its turn");
}

}  // namespace
}  // namespace troupe
