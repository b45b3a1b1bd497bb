#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <linux/if_alg.h>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>
#include <net/ethernet.h>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

sockaddr_in localhost() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::string bound(const auto& address, std::uint64_t length) {
    DecodedCall call("bind");
    call.memory.put_object(0x1000, address);
    return call.args({4, 0x1000, length}).fails(22);
}

TEST(Sockets, ShowNoMoreOfAMessageThatIsCutThanThereIsRoomFor) {
    DecodedCall call("recvfrom");
    call.memory.put(0x1000, std::string_view("hello"));
    EXPECT_EQ(call.args({3, 0x1000, 2, MSG_TRUNC, 0, 0}).returns(5), R"(recvfrom(3, "he", 2, MSG_TRUNC, NULL, NULL) = 5)");
}

TEST(SocketAddresses, OfIpV4) {
    EXPECT_EQ(bound(localhost(), 16),
              R"(bind(4, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINVAL (Invalid argument))");
}

TEST(SocketAddresses, ThatAreTooShortAreBytes) {
    EXPECT_EQ(bound(localhost(), 8), R"(bind(4, {sa_family=AF_INET, sa_data="\0P\177\0\0\1"}, 8) = -1 EINVAL (Invalid argument))");
    EXPECT_EQ(bound(localhost(), 2), R"(bind(4, {sa_family=AF_INET}, 2) = -1 EINVAL (Invalid argument))");
    EXPECT_EQ(bound(localhost(), 1), R"(bind(4, 0x1000, 1) = -1 EINVAL (Invalid argument))");
    EXPECT_EQ(bound(localhost(), 0xffffffff), R"(bind(4, 0x1000, -1) = -1 EINVAL (Invalid argument))");
}

TEST(SocketAddresses, OfNetlinkHaveGroupsOfEightCharacters) {
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    EXPECT_EQ(bound(address, 12), "bind(4, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = -1 EINVAL (Invalid argument)");
    address.nl_groups = 1;
    EXPECT_EQ(bound(address, 12), "bind(4, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000001}, 12) = -1 EINVAL (Invalid argument)");
    address.nl_pad = 0x2c9e;
    EXPECT_EQ(bound(address, 12),
              "bind(4, {sa_family=AF_NETLINK, nl_pad=0x2c9e, nl_pid=0, nl_groups=0x000001}, 12) = -1 EINVAL (Invalid argument)");
}

TEST(SocketAddresses, OfPacketsHaveAsManyBytesAsTheySay) {
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_IP);
    address.sll_ifindex = 77;
    address.sll_hatype = ARPHRD_ETHER;
    address.sll_halen = 2;
    address.sll_addr[0] = 0xab;
    EXPECT_EQ(bound(address, 20),
              "bind(4, {sa_family=AF_PACKET, sll_protocol=htons(ETH_P_IP), sll_ifindex=77, sll_hatype=ARPHRD_ETHER, "
              "sll_pkttype=PACKET_HOST, sll_halen=2, sll_addr=[0xab, 00]}, 20) = -1 EINVAL (Invalid argument)");
}

TEST(SocketAddresses, OfVirtualMachinesHaveAContextAndAPort) {
    sockaddr_vm address{};
    address.svm_family = AF_VSOCK;
    address.svm_port = 0x1234;
    address.svm_cid = VMADDR_CID_ANY;
    EXPECT_EQ(bound(address, 16),
              "bind(4, {sa_family=AF_VSOCK, svm_cid=VMADDR_CID_ANY, svm_port=0x1234, svm_flags=0}, 16) = -1 EINVAL (Invalid argument)");
    address.svm_zero[1] = 2;
    EXPECT_NE(bound(address, 16).find(R"(svm_flags=0, svm_zero="\x00\x02)"), std::string::npos);
}

TEST(SocketAddresses, OfAlgorithmsHaveNames) {
    sockaddr_alg address{};
    address.salg_family = AF_ALG;
    memcpy(address.salg_type, "hash", 5);
    memcpy(address.salg_name, "sha1", 5);
    EXPECT_EQ(bound(address, 88), R"(bind(4, {sa_family=AF_ALG, salg_type="hash", salg_feat=0, salg_mask=0, salg_name="sha1"}, 88))"
                                  " = -1 EINVAL (Invalid argument)");
}

TEST(SocketAddresses, OfIpV6HaveAScopeWhereThereIsRoom) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(8080);
    address.sin6_addr = in6addr_loopback;
    address.sin6_scope_id = 3;
    EXPECT_EQ(
        bound(address, 28),
        R"(bind(4, {sa_family=AF_INET6, sin6_port=htons(8080), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=3}, 28) = -1 EINVAL (Invalid argument))");
    EXPECT_EQ(
        bound(address, 24),
        R"(bind(4, {sa_family=AF_INET6, sin6_port=htons(8080), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr)}, 24) = -1 EINVAL (Invalid argument))");
    EXPECT_NE(bound(address, 25).find("sin6_scope_id=3}, 25)"), std::string::npos) << "what is missing of one that is cut is 0";
}

TEST(SocketAddresses, OfUnixEndAtTheNulAndMayBeAbstract) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, "/tmp/x");
    EXPECT_EQ(bound(address, 110), R"(bind(4, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 110) = -1 EINVAL (Invalid argument))");
    address.sun_path[0] = '\0';
    EXPECT_EQ(bound(address, 8), R"(bind(4, {sa_family=AF_UNIX, sun_path=@"tmp/x"}, 8) = -1 EINVAL (Invalid argument))");
    EXPECT_EQ(bound(address, 2), R"(bind(4, {sa_family=AF_UNIX}, 2) = -1 EINVAL (Invalid argument))");
}

TEST(SocketAddresses, ThatTheKernelAnswersEndWhereThereWasNoMoreRoom) {
    DecodedCall call("getsockname");
    call.memory.put_object(0x2000, std::int32_t{4});
    call.args({4, 0x1000, 0x2000});
    EXPECT_EQ(call.entry(), "getsockname(4");
    call.memory.put_object(0x1000, localhost());
    call.memory.put_object(0x2000, std::int32_t{16});
    EXPECT_EQ(call.returns(0), R"(getsockname(4, {sa_family=AF_INET, sa_data="\0P"}, [4 => 16]) = 0)");
}

TEST(SocketAddresses, OfAFailedCallAreAddresses) {
    DecodedCall call("getpeername");
    call.memory.put_object(0x2000, std::int32_t{16});
    EXPECT_EQ(call.args({4, 0x1000, 0x2000}).fails(107),
              "getpeername(4, 0x1000, [16]) = -1 ENOTCONN (Transport endpoint is not connected)");
}

class Messages : public ::testing::Test {
 protected:
    void put(DecodedCall& call, std::uint64_t control, std::uint64_t control_length, std::int32_t name_length) {
        call.memory.put_object(
            0x1000, std::array<std::uint64_t, 7>{0, static_cast<std::uint64_t>(name_length), 0x2000, 1, control, control_length, 0});
        call.memory.put_object(0x2000, std::array<std::uint64_t, 2>{0x3000, 3});
        call.memory.put(0x3000, "abc");
    }
};

TEST_F(Messages, ShowTheirPartsInOrder) {
    DecodedCall call("sendmsg");
    put(call, 0, 0, 0);
    EXPECT_EQ(
        call.args({5, 0x1000, MSG_NOSIGNAL}).returns(3),
        R"(sendmsg(5, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="abc", iov_len=3}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, MSG_NOSIGNAL) = 3)");
}

TEST_F(Messages, CarryDescriptors) {
    DecodedCall call("sendmsg");
    put(call, 0x4000, 24, 0);
    struct {
        std::uint64_t length = 24;
        std::int32_t level = SOL_SOCKET, type = SCM_RIGHTS, first = 3, second = 1;
    } control;
    call.memory.put_object(0x4000, control);
    const std::string text = call.args({5, 0x1000, 0}).returns(3);
    EXPECT_NE(text.find("msg_control=[{cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[3, 1]}], msg_controllen=24"),
              std::string::npos)
        << text;
}

TEST_F(Messages, ThatAreReceivedShowTheLengthOfTheNameBeforeAndAfter) {
    DecodedCall call("recvmsg");
    put(call, 0, 0, 110);
    call.args({5, 0x1000, 0});
    EXPECT_EQ(call.entry(), "recvmsg(5");
    put(call, 0, 0, 0);
    const std::string text = call.returns(2);
    EXPECT_NE(text.find(R"(msg_namelen=110 => 0, msg_iov=[{iov_base="ab", iov_len=3}])"), std::string::npos) << text;
}

TEST_F(Messages, WithControlDataThatNeverAdvancesEnd) {
    DecodedCall call("sendmsg");
    put(call, 0x4000, 64, 0);
    call.memory.put(0x4000, std::string(64, '\0'));
    EXPECT_TRUE(call.args({5, 0x1000, 0}).fails(22).ends_with("= -1 EINVAL (Invalid argument)"));
}

}  // namespace
}  // namespace troupe::tests
