#include <gtest/gtest.h>

#include <array>
#include <cstdint>

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

TEST(SocketOptions, ThatAreStructuresNeedRoomForThem) {
    EXPECT_EQ(set(0, 35, 8), std::string(R"(setsockopt(3, SOL_IP, IP_ADD_MEMBERSHIP, {imr_multiaddr=inet_addr("1.0.0.0"), )"
                                         R"(imr_interface=inet_addr("101.102.103.104")}, 8))")
                                 .append(refused));
    EXPECT_EQ(set(0, 35, 4), std::string("setsockopt(3, SOL_IP, IP_ADD_MEMBERSHIP, 0x1000, 4)").append(refused));
    EXPECT_EQ(set(263, 5, 8), std::string("setsockopt(3, SOL_PACKET, PACKET_RX_RING, 0x1000, 8)").append(refused));
    EXPECT_EQ(set(41, 64, 4), std::string("setsockopt(3, SOL_IPV6, IP6T_SO_SET_REPLACE, [1], 4)").append(refused));
}

TEST(SocketOptions, OfLevelsThatFewUseHaveNamesAsWell) {
    EXPECT_EQ(set(132, 3, 4), std::string("setsockopt(3, SOL_SCTP, SCTP_NODELAY, [1], 4)").append(refused));
    EXPECT_EQ(set(279, 1, 4), std::string("setsockopt(3, SOL_ALG, ALG_SET_KEY, [1], 4)").append(refused));
    EXPECT_EQ(set(271, 5, 4), std::string("setsockopt(3, SOL_TIPC, 0x5 /* TIPC_??? */, [1], 4)").append(refused));
}

TEST(SocketOptions, OfRawSocketsAreASetOfMessages) {
    EXPECT_EQ(set(255, 1, 4), std::string("setsockopt(3, SOL_RAW, ICMP_FILTER, [ICMP_ECHOREPLY], 4)").append(refused));
    const auto most = [](std::uint64_t length) {
        DecodedCall call("setsockopt");
        call.memory.put_object(0x1000, std::uint32_t{0xfffffff6});
        return call.args({3, 255, 1, 0x1000, length}).returns(0);
    };
    EXPECT_EQ(most(4), "setsockopt(3, SOL_RAW, ICMP_FILTER, ~[ICMP_ECHOREPLY ICMP_DEST_UNREACH], 4) = 0");
    EXPECT_EQ(most(1), "setsockopt(3, SOL_RAW, ICMP_FILTER, ~[ICMP_ECHOREPLY ICMP_DEST_UNREACH], 1) = 0");
    EXPECT_EQ(most(0), "setsockopt(3, SOL_RAW, ICMP_FILTER, 0x1000, 0) = 0");
}

/// getsockopt of an option of SOL_SOCKET that has `length` bytes.
std::string told(std::uint64_t option, std::int32_t length) {
    DecodedCall call("getsockopt");
    call.memory.put_object(0x1000, std::array<std::int32_t, 4>{1, 2, 3, 4});
    call.memory.put_object(0x2000, length);
    return call.args({3, 1, option, 0x1000, 0x2000}).returns(0);
}

TEST(SocketOptions, ThatAreStructuresAreShownAsFarAsTheyGo) {
    EXPECT_EQ(told(17, 12), "getsockopt(3, SOL_SOCKET, SO_PEERCRED, {pid=1, uid=2, gid=3}, [12]) = 0");
    EXPECT_EQ(told(77, 4), "getsockopt(3, SOL_SOCKET, SO_PEERPIDFD, [1], [4]) = 0");
    EXPECT_EQ(told(17, 6), R"(getsockopt(3, SOL_SOCKET, SO_PEERCRED, {pid=1, uid="\x02\x00"}, [6]) = 0)");
    EXPECT_EQ(told(13, 4), "getsockopt(3, SOL_SOCKET, SO_LINGER, {l_onoff=1}, [4]) = 0");
    EXPECT_EQ(told(13, 0), "getsockopt(3, SOL_SOCKET, SO_LINGER, 0x1000, [0]) = 0");
}

TEST(SocketOptions, ThatStandForSomethingHaveItsName) {
    EXPECT_EQ(told(4, 4), "getsockopt(3, SOL_SOCKET, SO_ERROR, [EPERM], [4]) = 0");
    EXPECT_EQ(told(74, 4), "getsockopt(3, SOL_SOCKET, SO_TXREHASH, [SOCK_TXREHASH_ENABLED], [4]) = 0");
    EXPECT_EQ(told(3, 0), "getsockopt(3, SOL_SOCKET, SO_TYPE, 0x1000, [0]) = 0");
}

TEST(SocketOptions, ThatSetAFilterGetItUnderAnotherName) {
    EXPECT_EQ(told(26, 0), "getsockopt(3, SOL_SOCKET, SO_GET_FILTER, 0x1000, [0]) = 0");
    EXPECT_EQ(told(26, 1), "getsockopt(3, SOL_SOCKET, SO_GET_FILTER, 0x1000, [1]) = 0");
    DecodedCall call("getsockopt");
    const std::uint16_t statement[] = {6, 0, 0xffff, 0};
    call.memory.put_object(0x1000, statement);
    call.memory.put_object(0x3000, std::int32_t{1});
    call.qualifiers(qualifier::trace | qualifier::verbose);
    EXPECT_EQ(call.args({3, 1, 26, 0x1000, 0x3000}).returns(0),
              "getsockopt(3, SOL_SOCKET, SO_GET_FILTER, [BPF_STMT(BPF_RET|BPF_K, 0xffff)], [1]) = 0");
}

TEST(SocketOptions, OfNetlinkAreIntsHoweverShortTheyAre) {
    DecodedCall call("getsockopt");
    call.memory.put_object(0x1000, std::int32_t{1});
    call.memory.put_object(0x2000, std::int32_t{3});
    EXPECT_EQ(call.args({3, 270, 3, 0x1000, 0x2000}).returns(0), "getsockopt(3, SOL_NETLINK, NETLINK_PKTINFO, [1], [3]) = 0");
}

TEST(SocketOptions, OfTheTablesOfArpAndOfRawCanHaveNames) {
    EXPECT_EQ(set(0, 96, 4), std::string("setsockopt(3, SOL_IP, ARPT_SO_SET_REPLACE, [1], 4)").append(refused));
    EXPECT_EQ(set(101, 4, 4), std::string("setsockopt(3, SOL_CAN_RAW, CAN_RAW_RECV_OWN_MSGS, [1], 4)").append(refused));
}

TEST(SocketOptions, OfNetlinkListTheWholeWordsOfItsGroups) {
    const auto groups = [](std::int32_t length) {
        DecodedCall call("getsockopt");
        const std::uint32_t words[] = {3, 0x80000000};
        call.memory.put_object(0x1000, words);
        call.memory.put_object(0x2000, length);
        return call.args({3, 270, 9, 0x1000, 0x2000}).returns(0);
    };
    EXPECT_EQ(groups(8), "getsockopt(3, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, [3, 2147483648], [8]) = 0");
    EXPECT_EQ(groups(7), "getsockopt(3, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, [3], [7]) = 0");
    EXPECT_EQ(groups(3), "getsockopt(3, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, [], [3]) = 0");
    EXPECT_EQ(groups(0), "getsockopt(3, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, 0x1000, [0]) = 0");
}

TEST(SocketOptions, OfPacketsShowNoMoreOfAnAddressThanItsLengthSays) {
    const auto member = [](std::uint16_t length) {
        DecodedCall call("setsockopt");
        const std::uint16_t request[8] = {77, 0, 1, length, 0x0201, 0x0403, 0, 0};
        call.memory.put_object(0x1000, request);
        return call.args({3, 263, 1, 0x1000, sizeof(request)}).returns(0);
    };
    EXPECT_NE(member(0).find("mr_type=PACKET_MR_PROMISC, mr_alen=0, mr_address=}"), std::string::npos) << member(0);
    EXPECT_NE(member(3).find("mr_alen=3, mr_address=01:02:03}"), std::string::npos) << member(3);
}

}  // namespace
}  // namespace troupe::tests
