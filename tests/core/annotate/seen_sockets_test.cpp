#include "core/annotate/seen_sockets.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>

namespace troupe::tests {
namespace {

DescriptorNote noted(std::string text) { return {.pieces = {{NotePiece::Form::plain, std::move(text)}}}; }
std::string text_of(const std::optional<DescriptorNote>& note) { return note ? note->pieces.at(0).text : "nothing"; }

TEST(SeenSockets, AreCalledAsTheyWereSeenFirst) {
    const auto seen = std::make_unique<SeenSockets>();
    EXPECT_EQ(text_of(seen->of(5)), "nothing");
    EXPECT_EQ(text_of(seen->add(5, noted("first"))), "first");
    EXPECT_EQ(text_of(seen->add(5, noted("second"))), "first");
    EXPECT_EQ(text_of(seen->of(5)), "first");
    EXPECT_EQ(text_of(seen->of(6)), "nothing");
    EXPECT_EQ(text_of(seen->of(0)), "nothing");
}

TEST(SeenSockets, AreForgottenWhenAnotherOneTakesTheirPlace) {
    const auto seen = std::make_unique<SeenSockets>();
    (void)seen->add(5, noted("first"));
    (void)seen->add(5 + 1024, noted("successor"));
    (void)seen->add(5 + 1023, noted("neighbour"));
    EXPECT_EQ(text_of(seen->of(5)), "nothing");
    EXPECT_EQ(text_of(seen->of(5 + 1024)), "successor");
    EXPECT_EQ(text_of(seen->of(5 + 1023)), "neighbour");
    EXPECT_EQ(text_of(seen->add(5, noted("again"))), "again");
    EXPECT_EQ(text_of(seen->of(5 + 1024)), "nothing");
}

TEST(SeenSockets, AreRememberedForAllThreads) {
    constexpr std::uint64_t inode = 0xffffffff00000007;  // of no socket
    std::thread([] { (void)seen_sockets().add(inode, noted("by another worker")); }).join();
    EXPECT_EQ(text_of(seen_sockets().of(inode)), "by another worker");
}

}  // namespace
}  // namespace troupe::tests
