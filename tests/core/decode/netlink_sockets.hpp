#pragma once

#include <linux/netlink.h>

#include <cstdint>

#include "tests/support/fake_sockets.hpp"

/// What the tests of netlink share: the descriptors of a tracee, by their protocol.
namespace troupe::tests {

constexpr int route = 3, diagnosis = 4, unbound = 5, netfilter = 6, events = 7, no_netlink = 8, generic = 9, cryptography = 10;
constexpr std::uint64_t buffer = 0x10000;

inline const FakeSockets& sockets() {
    static FakeSockets all;
    all.netlink = {{route, {NETLINK_ROUTE}},         {diagnosis, {NETLINK_SOCK_DIAG}},   {unbound, {}},
                   {netfilter, {NETLINK_NETFILTER}}, {events, {NETLINK_KOBJECT_UEVENT}}, {generic, {NETLINK_GENERIC}},
                   {cryptography, {NETLINK_CRYPTO}}};
    all.devices = {{1, "lo"}};
    return all;
}

}  // namespace troupe::tests
