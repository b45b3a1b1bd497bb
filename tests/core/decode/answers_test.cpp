#include <gtest/gtest.h>
#include <poll.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/whole_call.hpp"

/// What calls tell by what they write back, also where that and the result do not agree.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

struct Polls : DecodedCall {
    explicit Polls(std::array<pollfd, 2> entries) : DecodedCall("poll") { memory.put_object(place, entries); }
};

TEST(PolledDescriptors, AreToldWhereSomethingHappened) {
    EXPECT_EQ(Polls({pollfd{3, POLLIN, 0}, pollfd{4, POLLIN, POLLHUP}}).args({place, 2, 5}).returns(1),
              "poll([{fd=3, events=POLLIN}, {fd=4, events=POLLIN}], 2, 5) = 1 ([{fd=4, revents=POLLHUP}])");
    EXPECT_EQ(Polls({pollfd{-1, POLLIN, POLLIN}, pollfd{4, POLLIN, 0}}).args({place, 2, 5}).returns(1),
              "poll([{fd=-1}, {fd=4, events=POLLIN}], 2, 5) = 1 ([{fd=-1, revents=POLLIN}])");
    EXPECT_EQ(Polls({pollfd{3, POLLIN, 0}, pollfd{4, POLLIN, 0}}).args({place, 2, 5}).returns(1),
              "poll([{fd=3, events=POLLIN}, {fd=4, events=POLLIN}], 2, 5) = 1");
}

TEST(PolledDescriptors, AreAnAddressWhereTheyCannotBeRead) {
    EXPECT_EQ(DecodedCall("poll").args({nowhere, 2, 5}).returns(1), "poll(0x999000, 2, 5) = 1 ([0x999000])");
    EXPECT_EQ(DecodedCall("poll").args({0, 2, 5}).returns(1), "poll(NULL, 2, 5) = 1");
    EXPECT_EQ(Polls({pollfd{3, 0, POLLIN}, pollfd{4, 0, 0}}).args({place, 3, 5}).returns(1),
              "poll([{fd=3, events=0}, {fd=4, events=0}, ... /* 0x1010 */], 3, 5) = 1 ([{fd=3, revents=POLLIN}, 0x1010])");
}

TEST(TimeLeft, StandsAloneWhereNothingIsReady) {
    DecodedCall call("ppoll");
    call.memory.put_object(place, std::array<pollfd, 1>{pollfd{3, 0, 0}});
    call.memory.put_object(other_place, std::array<std::uint64_t, 2>{1, 2});
    EXPECT_EQ(whole(call, {place, 1, other_place, 0, 8}, 1),
              "ppoll([{fd=3, events=0}], 1, {tv_sec=1, tv_nsec=2}, NULL, 8) = 1 (left {tv_sec=1, tv_nsec=2})");
    EXPECT_EQ(whole(call, {0, 1, other_place, 0, 8}, 1), "ppoll(NULL, 1, {tv_sec=1, tv_nsec=2}, NULL, 8) = 1");
}

TEST(SelectedDescriptors, AreNoMoreThanTheResultSays) {
    DecodedCall call("select");
    call.memory.put_object(place, std::uint64_t{6});
    call.memory.put_object(other_place, std::uint64_t{12});
    EXPECT_EQ(whole(call, {4, place, other_place, 0, 0}, 3), "select(4, [1 2], [2 3], NULL, NULL) = 3 (in [1 2], out [2])");
    EXPECT_EQ(whole(call, {4, 0, 0, 0, 0}, 3), "select(4, NULL, NULL, NULL, NULL) = 3 ()");
}

TEST(PathsThatAreTold, AreAsLongAsTheResultSays) {
    DecodedCall call("getcwd");
    call.memory.put(place, "/a/b\0"s);
    EXPECT_EQ(whole(call, {place, 100}, 5), "getcwd(\"/a/b\", 100) = 5");
    EXPECT_EQ(whole(call, {place, 100}, 3), "getcwd(\"/a\"..., 100) = 3");
    EXPECT_EQ(whole(call, {place, 100}, 0), "getcwd(\"/a/b\", 100) = 0");
    EXPECT_EQ(failing(call, {place, 2}, 34), "getcwd(0x1000, 2) = -1 ERANGE (Numerical result out of range)");
}

TEST(OffsetsOfTransfers, AreToldWhereSomethingWasTransferred) {
    DecodedCall call("sendfile");
    call.memory.put_object(place, std::uint64_t{7});
    EXPECT_EQ(whole(call, {1, 2, place, 3}, 3), "sendfile(1, 2, [7 => 7], 3) = 3");
    EXPECT_EQ(whole(call, {1, 2, place, 3}, 0), "sendfile(1, 2, [7], 3) = 0");
}

TEST(TimeOfASleepThatIsLeft, IsToldWhereTheCallIsMadeAgain) {
    constexpr std::uint64_t interrupted = 4, restart_block = 516;
    DecodedCall call("nanosleep");
    call.memory.put_object(place, std::array<std::uint64_t, 2>{1, 2});
    EXPECT_EQ(failing(call, {place, place}, interrupted), "nanosleep({tv_sec=1, tv_nsec=2}, 0x1000) = -1 EINTR (Interrupted system call)");
    EXPECT_EQ(failing(call, {place, place}, restart_block),
              "nanosleep({tv_sec=1, tv_nsec=2}, {tv_sec=1, tv_nsec=2}) = ? ERESTART_RESTARTBLOCK (Interrupted by signal)");
}

TEST(Directories, AreAnAddressWhereMoreIsToldThanThereWasRoom) {
    DecodedCall call("getdents64");
    call.memory.put(place, std::string(64, '\0'));
    EXPECT_EQ(whole(call, {3, place, 2}, 3), "getdents64(3, 0x1000, 2) = 3");
    EXPECT_EQ(whole(call, {3, place, 100}, 3), "getdents64(3, 0x1000 /* 0+ entries */, 100) = 3");
}

TEST(SignalsInSetsOfOddLengths, AreThoseOfWholeWords) {
    DecodedCall call("rt_sigsuspend", Abi::i386);
    call.memory.put(place, "\x01\x00\x00\x00\xff\xff\xff\xff"s);
    EXPECT_EQ(failing(call, {place, 5}, 4),
              "rt_sigsuspend([HUP RT_1 RT_2 RT_3 RT_4 RT_5 RT_6 RT_7 RT_8], 5) = -1 EINTR (Interrupted system call)");
    call.memory.put(place, "\xff\xff\xff\xff\xff"s);
    EXPECT_TRUE(failing(call, {place, 5}, 4).starts_with("rt_sigsuspend([HUP INT ")) << "40 of 64 are not most of them";
}

}  // namespace
}  // namespace troupe::tests
