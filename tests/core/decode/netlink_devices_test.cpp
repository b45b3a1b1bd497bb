#include <gtest/gtest.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/netlink.h>
#include <linux/nexthop.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <string>

#include "tests/core/decode/netlink_sockets.hpp"
#include "tests/support/decoded_call.hpp"
#include "tests/support/netlink_bytes.hpp"

/// What links, bridges, queues and neighbours have in their attributes.
namespace troupe::tests {
namespace {

/// 01 02 03 …
std::string counted(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>(i + 1);
    }
    return bytes;
}

/// What is shown of one attribute in a message that begins with `header`, behind the names of the attributes that it is in.
std::string shown(std::uint16_t type, const std::string& header, const std::string& attributes) {
    const std::string bytes =
        bytes_of_object(nlmsghdr{static_cast<std::uint32_t>(NLMSG_HDRLEN + header.size() + attributes.size()), type, 0, 0, 0}) + header +
        attributes;
    DecodedCall call("sendto");
    call.memory.put(buffer, bytes);
    call.sockets(sockets());
    const std::string line = call.args({route, buffer, bytes.size(), 0, 0, 0}).fails(111);
    const std::size_t begin = line.rfind("nla_type="), end = line.rfind(", " + std::to_string(bytes.size()));
    EXPECT_NE(begin, std::string::npos) << line;
    return line.substr(begin + 9, line.find_last_not_of(']', end - 1) + 1 - begin - 9);
}

std::string of_link(const std::string& attributes, unsigned char family = AF_UNSPEC) {
    return shown(RTM_NEWLINK, bytes_of_object(ifinfomsg{family, 0, 1, 0, 0, 0}), attributes);
}
std::string of_kind(const std::string& kind, const std::string& data) {
    return of_link(attribute(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, kind) + attribute(IFLA_INFO_DATA, data)));
}

TEST(NetlinkDevices, DataOfALinkIsWhatItsKindSays) {
    const std::string bridge("bridge\0", 7), tunnel("tun\0", 4);
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_FORWARD_DELAY, counted(2))), "IFLA_BR_FORWARD_DELAY}, 513 /* 5.13 s */");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_FORWARD_DELAY, std::string(8, '\xff'))),
              "IFLA_BR_FORWARD_DELAY}, 18446744073709551615 /* 184467440737095516.15 s */");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_FORWARD_DELAY, std::string(8, '\0'))), "IFLA_BR_FORWARD_DELAY}, 0");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_FORWARD_DELAY, counted(9))),
              R"(IFLA_BR_FORWARD_DELAY}, "\x01\x02\x03\x04\x05\x06\x07\x08\x09")");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_ROOT_ID, counted(8))), "IFLA_BR_ROOT_ID}, {prio=[1, 2], addr=03:04:05:06:07:08}");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_MULTI_BOOLOPT, bytes_of_object(br_boolopt_multi{1, 4}))),
              "IFLA_BR_MULTI_BOOLOPT}, {optval=1<<BR_BOOLOPT_NO_LL_LEARN, optmask=1<<BR_BOOLOPT_MST_ENABLE}");
    EXPECT_EQ(of_kind(bridge, attribute(IFLA_BR_MCAST_QUERIER_STATE, attribute(BRIDGE_QUERIER_IP_ADDRESS, counted(4)))),
              R"(BRIDGE_QUERIER_IP_ADDRESS}, inet_addr("1.2.3.4"))");
    EXPECT_EQ(of_kind(tunnel, attribute(IFLA_TUN_OWNER, std::string(4, '\xff'))), "IFLA_TUN_OWNER}, -1");
    EXPECT_EQ(of_kind(tunnel, attribute(IFLA_TUN_TYPE, "\1")), "IFLA_TUN_TYPE}, IFF_TUN");
    EXPECT_EQ(of_kind(std::string("veth\0", 5), attribute(1, counted(4))), R"(IFLA_INFO_DATA}, "\x08\x00\x01\x00\x01\x02\x03\x04")");
    EXPECT_EQ(of_link(attribute(IFLA_LINKINFO, attribute(IFLA_INFO_SLAVE_KIND, bridge) +
                                                   attribute(IFLA_INFO_SLAVE_DATA, attribute(IFLA_BRPORT_STATE, "\3")))),
              "IFLA_BRPORT_STATE}, 3");
}

TEST(NetlinkDevices, TheLastKindBeforeTheDataCounts) {
    const std::string bridge = attribute(IFLA_INFO_KIND, std::string("bridge\0", 7)),
                      tunnel = attribute(IFLA_INFO_KIND, std::string("tun\0", 4)),
                      data = attribute(IFLA_INFO_DATA, attribute(1, counted(4)));
    EXPECT_EQ(of_link(attribute(IFLA_LINKINFO, bridge + tunnel + data)), "IFLA_TUN_OWNER}, 67305985");
    EXPECT_EQ(of_link(attribute(IFLA_LINKINFO, data + bridge)), R"(IFLA_INFO_KIND}, "bridge")");
    EXPECT_EQ(of_link(attribute(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, std::string("a\0b\0", 4)))), R"(IFLA_INFO_KIND}, "a")");
    EXPECT_EQ(of_link(attribute(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, "ab"))), R"(IFLA_INFO_KIND}, "ab"...)");
}

TEST(NetlinkDevices, MessagesOfBridgesHaveTheirOwnAttributes) {
    EXPECT_EQ(of_link(attribute(IFLA_PROTINFO, attribute(IFLA_BRPORT_COST, counted(4))), AF_BRIDGE), "IFLA_BRPORT_COST}, 67305985");
    EXPECT_EQ(of_link(attribute(IFLA_PROTINFO, counted(4))), R"(IFLA_PROTINFO}, "\x01\x02\x03\x04")");
    EXPECT_EQ(of_link(attribute(IFLA_AF_SPEC, attribute(IFLA_BRIDGE_FLAGS, std::string("\1\0", 2))), AF_BRIDGE),
              "IFLA_BRIDGE_FLAGS}, BRIDGE_FLAGS_MASTER");
    EXPECT_EQ(of_link(attribute(IFLA_AF_SPEC, attribute(IFLA_BRIDGE_VLAN_INFO, std::string("\2\0\7\0ab", 6))), AF_BRIDGE),
              R"(IFLA_BRIDGE_VLAN_INFO}, {flags=BRIDGE_VLAN_INFO_PVID, vid=7}, "\x61\x62")");
}

TEST(NetlinkDevices, VirtualFunctionsAreStructures) {
    const auto function = [](std::uint16_t type, const std::string& data) {
        return of_link(attribute(IFLA_VFINFO_LIST, attribute(IFLA_VF_INFO, attribute(type, data))));
    };
    EXPECT_EQ(function(IFLA_VF_RATE, counted(12)), "IFLA_VF_RATE}, {vf=67305985, min_tx_rate=134678021, max_tx_rate=202050057}");
    EXPECT_EQ(function(IFLA_VF_IB_NODE_GUID, counted(12)), "IFLA_VF_IB_NODE_GUID}, {vf=67305985, guid=0xc0b0a0908070605}");
    EXPECT_EQ(function(IFLA_VF_IB_NODE_GUID, counted(16)), "IFLA_VF_IB_NODE_GUID}, {vf=67305985, guid=0x100f0e0d0c0b0a09}");
    EXPECT_EQ(function(IFLA_VF_STATS, attribute(IFLA_VF_STATS_TX_BYTES, counted(8))), "IFLA_VF_STATS_TX_BYTES}, 578437695752307201");
    EXPECT_EQ(of_link(attribute(IFLA_PORT_SELF, attribute(IFLA_PORT_VSI_TYPE, counted(8)))),
              R"(IFLA_PORT_VSI_TYPE}, {vsi_mgr_id=1, vsi_type_id="\x02\x03\x04", vsi_type_version=5, pad="\x06\x07\x08"})");
}

TEST(NetlinkDevices, ConstantsAreNoLongerThanALong) {
    EXPECT_EQ(of_link(attribute(IFLA_EXT_MASK, std::string("\1\0\0\0\0\0\0\0", 8))), "IFLA_EXT_MASK}, RTEXT_FILTER_VF");
    EXPECT_EQ(of_link(attribute(IFLA_EXT_MASK, counted(9))), R"(IFLA_EXT_MASK}, "\x01\x02\x03\x04\x05\x06\x07\x08\x09")");
    const std::string neighbour = bytes_of_object(ndmsg{AF_INET, 0, 0, 0, 0, 0, 0});
    EXPECT_EQ(shown(RTM_NEWNEIGH, neighbour, attribute(NDA_PROTOCOL, "\6")), "NDA_PROTOCOL}, IPPROTO_TCP");
    EXPECT_EQ(shown(RTM_NEWNEIGH, neighbour, attribute(NDA_NDM_FLAGS_MASK, "\x11\x22")), "NDA_NDM_FLAGS_MASK}, NTF_USE|NTF_EXT_LEARNED");
}

TEST(NetlinkDevices, MulticastEntriesHaveAttributesBehindThem) {
    const std::string header = bytes_of_object(br_port_msg{AF_BRIDGE, 0});
    EXPECT_EQ(shown(RTM_NEWMDB, header,
                    attribute(MDBA_ROUTER, attribute(MDBA_ROUTER_PORT, counted(4) + attribute(MDBA_ROUTER_PATTR_TYPE, "\2")))),
              "MDBA_ROUTER_PATTR_TYPE}, MDB_RTR_TYPE_PERM");
    const std::string entry = counted(8) + std::string(20, '\0');
    EXPECT_EQ(shown(RTM_NEWMDB, header, attribute(MDBA_MDB, attribute(MDBA_MDB_ENTRY, attribute(MDBA_MDB_ENTRY_INFO, entry)))),
              R"(MDBA_MDB_ENTRY_INFO}, {ifindex=67305985, state=0x5 /* MDB_??? */, flags=MDB_FLAGS_FAST_LEAVE|MDB_FLAGS_STAR_EXCL, )"
              R"(vid=2055, addr={u="\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", proto=htons(AF_UNSPEC)}})");
}

TEST(NetlinkDevices, GatewaysHaveAFamilyOfTheirOwn) {
    const std::string header = bytes_of_object(rtmsg{AF_INET, 0, 0, 0, 0, 0, 0, 0, 0});
    const auto via = [&](std::uint16_t family, const std::string& address) {
        return shown(RTM_NEWROUTE, header, attribute(RTA_VIA, bytes_of_object(family) + address));
    };
    EXPECT_EQ(via(AF_INET, counted(4)), R"(RTA_VIA}, {rtvia_family=AF_INET, rtvia_addr=inet_addr("1.2.3.4")})");
    EXPECT_EQ(via(AF_INET6, counted(16)),
              R"(RTA_VIA}, {rtvia_family=AF_INET6, inet_pton(AF_INET6, "102:304:506:708:90a:b0c:d0e:f10", &rtvia_addr)})");
    EXPECT_EQ(via(AF_INET, counted(3)), R"(RTA_VIA}, {rtvia_family=AF_INET, rtvia_addr="\x01\x02\x03"})");
    EXPECT_EQ(via(AF_UNIX, ""), "RTA_VIA}, {rtvia_family=AF_UNIX}");
    EXPECT_EQ(shown(RTM_NEWROUTE, header, attribute(RTA_VIA, "a")), R"(RTA_VIA}, "\x61")");
}

TEST(NetlinkDevices, QueuesHaveStatistics) {
    const std::string header = bytes_of_object(tcmsg{AF_UNSPEC, 0, 0, -1, 0, 0, 0});
    EXPECT_EQ(shown(RTM_NEWQDISC, header, attribute(TCA_STATS2, attribute(1, counted(12)))),
              "TCA_STATS_BASIC}, {bytes=578437695752307201, packets=202050057}");
    EXPECT_EQ(shown(RTM_NEWQDISC, header, attribute(TCA_STAB, attribute(2, counted(4)))), "TCA_STAB_DATA}, [513, 1027");
    EXPECT_EQ(shown(RTM_NEWNEXTHOP, bytes_of_object(nhmsg{}), attribute(NHA_RES_GROUP, attribute(NHA_RES_GROUP_BUCKETS, counted(2)))),
              "NHA_RES_GROUP_BUCKETS}, 513");
}

}  // namespace
}  // namespace troupe::tests
