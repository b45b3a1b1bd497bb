#include "actors/output/sequencer.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

Piece numbered(std::uint64_t sequence) { return Piece{.sequence = sequence, .text = std::to_string(sequence)}; }

std::vector<std::uint64_t> numbers_of(const std::vector<Piece>& pieces) {
    std::vector<std::uint64_t> numbers;
    for (const auto& piece : pieces) {
        numbers.push_back(piece.sequence);
    }
    return numbers;
}

using Numbers = std::vector<std::uint64_t>;

TEST(Sequencer, PieceWaitsForTheOneBefore) {
    Sequencer sequencer;
    std::vector<Piece> batch;
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

TEST(Sequencer, TakesNoMoreThanTheLimit) {
    Sequencer sequencer;
    for (std::uint64_t i = 0; i < 3; ++i) {
        sequencer.put(numbered(i));
    }
    std::vector<Piece> batch;
    sequencer.take(batch, 2);
    EXPECT_EQ(numbers_of(batch), (Numbers{0, 1}));
    EXPECT_EQ(sequencer.size(), 1U);
}

TEST(Sequencer, GrowsForAPieceThatIsFarAheadAndKeepsTheOthers) {
    Sequencer sequencer;
    std::vector<Piece> batch;
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
        ASSERT_EQ(batch[i].sequence, i + 90);
        ASSERT_EQ(batch[i].text, std::to_string(i + 90));
    }
}

TEST(Sequencer, RestSkipsGaps) {
    Sequencer sequencer;
    sequencer.put(numbered(2));
    sequencer.put(numbered(7));
    sequencer.put(numbered(100));
    std::vector<Piece> batch;
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
    std::vector<Piece> batch;
    sequencer.take(batch, 1);
    EXPECT_DEATH(sequencer.put(numbered(0)), "after its turn");
}

}  // namespace
}  // namespace troupe
