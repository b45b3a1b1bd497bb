#include "actors/output/write_all.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string>
#include <thread>

#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

TEST(WriteAll, AFullPipeThatDoesNotBlockIsWaitedFor) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_NONBLOCK), 0);
    const UniqueFd read_end(ends[0]);
    UniqueFd write_end(ends[1]);
    ASSERT_EQ(::fcntl(read_end.get(), F_SETFL, 0), 0);
    const std::string bytes(1 << 20, 'x');
    WrittenBytes done;
    std::thread writer([&] {
        done = write_all(write_end.get(), bytes);
        write_end.reset();
    });
    std::size_t got = 0;
    std::array<char, 1000> some{};
    while (const auto count = ::read(read_end.get(), some.data(), some.size())) {
        ASSERT_GT(count, 0);
        got += static_cast<std::size_t>(count);
    }
    writer.join();
    EXPECT_EQ(got, bytes.size());
    EXPECT_EQ(done.bytes, bytes.size());
    EXPECT_EQ(done.code, 0);
}

TEST(WriteAll, ADescriptorThatIsReadyAndTakesNothingIsGivenUp) {
    // An event descriptor is ready while it has room for 1, and refuses what is more than it has room for.
    const UniqueFd counter(::eventfd(0, EFD_NONBLOCK));
    const std::uint64_t nearly_all = UINT64_MAX - 2;
    ASSERT_EQ(::write(counter.get(), &nearly_all, sizeof nearly_all), static_cast<ssize_t>(sizeof nearly_all));
    const std::uint64_t two = 2;
    const WrittenBytes done = write_all(counter.get(), {reinterpret_cast<const char*>(&two), sizeof two});
    EXPECT_EQ(done.bytes, 0U);
    EXPECT_EQ(done.code, EAGAIN);
}

}  // namespace
}  // namespace troupe
