#include <gtest/gtest.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include "troupe/core/tracee_sockets.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe::procfs::tests {
namespace {

std::optional<NetlinkSocket> netlink_of(const UniqueFd& fd) { return sockets_of_tracees().netlink_of(::getpid(), fd.get()); }

TEST(SocketsOfTracees, OfNetlinkAreKnownByTheirProtocolOnceTheyHaveAnAddress) {
    for (const int protocol : {NETLINK_ROUTE, NETLINK_SOCK_DIAG}) {
        const UniqueFd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
        ASSERT_GE(fd.get(), 0);
        ASSERT_TRUE(netlink_of(fd));
        EXPECT_FALSE(netlink_of(fd)->protocol);
        sockaddr_nl address{};
        address.nl_family = AF_NETLINK;
        ASSERT_EQ(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
        ASSERT_TRUE(netlink_of(fd));
        EXPECT_EQ(netlink_of(fd)->protocol, protocol);
    }
}

TEST(SocketsOfTracees, ThatAreNoneOfNetlinkAreNothing) {
    const UniqueFd other(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    EXPECT_FALSE(netlink_of(other));
    const auto& sockets = sockets_of_tracees();
    EXPECT_FALSE(sockets.netlink_of(::getpid(), 0)) << "no socket";
    EXPECT_FALSE(sockets.netlink_of(::getpid(), 987654)) << "no descriptor";
    EXPECT_FALSE(sockets.netlink_of(::getpid(), -1));
    EXPECT_FALSE(sockets.netlink_of(0x3ffffff, other.get())) << "no process";
}

TEST(SocketsOfTracees, DevicesHaveNames) {
    const auto& sockets = sockets_of_tracees();
    EXPECT_EQ(sockets.device_of(::getpid(), 1), "lo") << "the first one of every network namespace";
    EXPECT_EQ(sockets.device_of(::getpid(), 0), "");
    EXPECT_EQ(sockets.device_of(::getpid(), 0x7fffffff), "");
    EXPECT_EQ(sockets.device_of(0x3ffffff, 1), "") << "no process";
}

TEST(SocketsOfTracees, FamiliesOfGenericNetlinkHaveNames) {
    const auto control = sockets_of_tracees().generic_family_of(GENL_ID_CTRL);
    if (!control) {
        GTEST_SKIP() << "there is no generic netlink here";
    }
    EXPECT_EQ(control, "nlctrl");
    EXPECT_EQ(sockets_of_tracees().generic_family_of(0xfffe), "") << "not registered";
}

}  // namespace
}  // namespace troupe::procfs::tests
