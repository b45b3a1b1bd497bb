#include "core/format/whole_bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace troupe {
namespace {

/// So many bytes from address 0 on; remembers the most that was asked for at once.
class ShortMemory final : public Memory {
 public:
    explicit ShortMemory(std::size_t size) : size_(size) {}

    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        most_asked = std::max(most_asked, out.size());
        const std::size_t there = address < size_ ? std::min(size_ - address, out.size()) : 0;
        std::ranges::fill(out.first(there), std::byte{'x'});
        return there;
    }
    StringEnd read_string(std::uint64_t, std::size_t, std::string&) override { return StringEnd::fault; }
    Written write(std::uint64_t, std::span<const std::byte>) override { return Written::fault; }

    std::size_t most_asked = 0;

 private:
    std::size_t size_;
};

TEST(WholeBytes, AreAllOrNone) {
    ShortMemory memory(1'000'000);
    EXPECT_EQ(read_whole(memory, 0, 0), "");
    EXPECT_EQ(read_whole(memory, 10, 3), "xxx");
    EXPECT_EQ(read_whole(memory, 0, 1'000'000), std::string(1'000'000, 'x'));
    EXPECT_EQ(read_whole(memory, 0, 1'000'001), std::nullopt);
    EXPECT_EQ(read_whole(memory, 2'000'000, 1), std::nullopt);
}

TEST(WholeBytes, OfALengthThatNothingStandsBehindCostNoRoom) {
    ShortMemory memory(4096);
    EXPECT_EQ(read_whole(memory, 0, std::uint64_t{1} << 60), std::nullopt);
    EXPECT_LE(memory.most_asked, std::size_t{1} << 16);
}

}  // namespace
}  // namespace troupe
