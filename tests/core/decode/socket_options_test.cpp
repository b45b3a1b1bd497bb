#include <gtest/gtest.h>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

std::string set(std::uint64_t level, std::uint64_t option, std::uint64_t length) {
    DecodedCall call("setsockopt");
    call.memory.put(0x1000, std::string_view("\1\0\0\0efgh", 8));
    return call.args({3, level, option, 0x1000, length}).fails(92);
}

constexpr std::string_view refused = " = -1 ENOPROTOOPT (Protocol not available)";

TEST(SocketOptions, OfUnknownLevelsAreNumbers) {
    EXPECT_EQ(set(77, 3, 4), std::string("setsockopt(3, 0x4d /* SOL_?? */, 3, [1], 4)").append(refused));
    EXPECT_EQ(set(77, 3, 2), std::string(R"(setsockopt(3, 0x4d /* SOL_?? */, 3, "\1\0", 2))").append(refused));
}

TEST(SocketOptions, OfASocketNeedRoomForAnInt) {
    EXPECT_EQ(set(1, 2, 4), std::string("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4)").append(refused));
    EXPECT_EQ(set(1, 2, 8), std::string("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 8)").append(refused));
    EXPECT_EQ(set(1, 2, 1), std::string("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 0x1000, 1)").append(refused));
    EXPECT_EQ(set(1, 2, 0xffffffff), std::string("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 0x1000, -1)").append(refused));
}

TEST(SocketOptions, OfProtocolsAreBytesWhereTheyAreNoInt) {
    EXPECT_EQ(set(0, 1, 1), std::string(R"(setsockopt(3, SOL_IP, IP_TOS, "\1", 1))").append(refused));
    EXPECT_EQ(set(6, 1, 8), std::string(R"(setsockopt(3, SOL_TCP, TCP_NODELAY, "\1\0\0\0efgh", 8))").append(refused));
}

TEST(SocketOptions, WithoutANameHaveAValue) {
    EXPECT_EQ(set(1, 200, 4), std::string("setsockopt(3, SOL_SOCKET, 0xc8 /* SO_??? */, [1], 4)").append(refused));
    EXPECT_EQ(set(17, 1, 4), std::string("setsockopt(3, SOL_UDP, UDP_CORK, [1], 4)").append(refused));
}

TEST(SocketOptions, AreAnsweredInAsMuchRoomAsThereIs) {
    DecodedCall call("getsockopt");
    call.memory.put_object(0x1000, std::int32_t{1});
    call.memory.put_object(0x2000, std::int32_t{1});
    EXPECT_EQ(call.args({3, 1, 2, 0x1000, 0x2000}).returns(0), R"(getsockopt(3, SOL_SOCKET, SO_REUSEADDR, "\x01", [1]) = 0)");
}

}  // namespace
}  // namespace troupe::tests
