#include "troupe/core/unique_fd.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

namespace troupe {
namespace {

UniqueFd some_file() { return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }
bool is_open(int fd) { return ::fcntl(fd, F_GETFD) >= 0; }

TEST(UniqueFd, OwnsNothingUntilItIsGivenSomething) {
    const UniqueFd none;
    EXPECT_FALSE(none.valid());
    EXPECT_FALSE(static_cast<bool>(none));
    EXPECT_EQ(none.get(), -1);
}

TEST(UniqueFd, TakesAFailedOpenForNothing) {
    const UniqueFd failed(::open("/dev/null/nowhere", O_RDONLY));
    EXPECT_FALSE(failed.valid());
}

TEST(UniqueFd, ClosesWhatItOwns) {
    int fd = -1;
    {
        const UniqueFd file = some_file();
        fd = file.get();
        ASSERT_TRUE(is_open(fd));
    }
    EXPECT_FALSE(is_open(fd));
}

TEST(UniqueFd, AMoveLeavesNothingBehindAndClosesNothing) {
    UniqueFd from = some_file();
    const int fd = from.get();
    const UniqueFd into = std::move(from);
    EXPECT_EQ(into.get(), fd);
    EXPECT_FALSE(from.valid());  // NOLINT(bugprone-use-after-move): this is what it promises
    EXPECT_TRUE(is_open(fd));
}

TEST(UniqueFd, AssignmentClosesWhatWasThere) {
    UniqueFd first = some_file();
    UniqueFd second = some_file();
    const int closed = first.get();
    const int kept = second.get();
    first = std::move(second);
    EXPECT_EQ(first.get(), kept);
    EXPECT_FALSE(is_open(closed));
    EXPECT_TRUE(is_open(kept));
}

TEST(UniqueFd, AssignmentToItselfKeepsIt) {
    UniqueFd file = some_file();
    UniqueFd& same = file;
    const int fd = file.get();
    file = std::move(same);
    EXPECT_EQ(file.get(), fd);
    EXPECT_TRUE(is_open(fd));
}

TEST(UniqueFd, WhatIsReleasedStaysOpen) {
    int fd = -1;
    {
        UniqueFd file = some_file();
        fd = file.release();
        EXPECT_FALSE(file.valid());
    }
    EXPECT_TRUE(is_open(fd));
    ::close(fd);
}

TEST(UniqueFd, ResetClosesTheOldOneAndTakesTheNewOne) {
    UniqueFd file = some_file();
    const int old_one = file.get();
    const int new_one = some_file().release();
    file.reset(new_one);
    EXPECT_EQ(file.get(), new_one);
    EXPECT_FALSE(is_open(old_one));
    file.reset();
    EXPECT_FALSE(file.valid());
    EXPECT_FALSE(is_open(new_one));
}

}  // namespace
}  // namespace troupe
