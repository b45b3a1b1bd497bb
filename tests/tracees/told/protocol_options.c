/* Options of the levels of protocols: those that are structures, and numbers of each level; got without the kernel, so that what stands in
   memory is what comes back. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "told.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void tell_set(const char* level_and_option, int level, int option, const void* at, int length, const char* value) {
    TELL(syscall(SYS_setsockopt, -1, level, option, at, length), "setsockopt(-1, %s, %s, %d)", level_and_option, value, length);
}
static void tell_got(const char* level_and_option, int level, int option, void* at, int length, const char* value) {
    TELL_AS(syscall(SYS_getsockopt, -1, level, option, at, PUT(7, length)), "getsockopt(-1, %s, %s, [%d]) = 0 (INJECTED)", level_and_option,
            value, length);
}

static const struct {
    int level;
    const char* level_name;
    int option;
    const char* name;
} options[] = {
#define OPTION(level, level_name, option, name) \
    { level, #level_name, option, #name }
    OPTION(0, SOL_IP, 1, IP_TOS),
    OPTION(0, SOL_IP, 2, IP_TTL),
    OPTION(0, SOL_IP, 10, IP_MTU_DISCOVER),
    OPTION(0, SOL_IP, 24, IP_BIND_ADDRESS_NO_PORT),
    OPTION(0, SOL_IP, 51, IP_LOCAL_PORT_RANGE),
    OPTION(0, SOL_IP, 49, IP_MULTICAST_ALL),
    OPTION(41, SOL_IPV6, 26, IPV6_V6ONLY),
    OPTION(41, SOL_IPV6, 16, IPV6_UNICAST_HOPS),
    OPTION(41, SOL_IPV6, 67, IPV6_TCLASS),
    OPTION(41, SOL_IPV6, 78, IPV6_FREEBIND),
    OPTION(6, SOL_TCP, 1, TCP_NODELAY),
    OPTION(6, SOL_TCP, 19, TCP_REPAIR),
    OPTION(6, SOL_TCP, 36, TCP_INQ),
    OPTION(6, SOL_TCP, 38, TCP_AO_ADD_KEY),
    OPTION(17, SOL_UDP, 1, UDP_CORK),
    OPTION(17, SOL_UDP, 103, UDP_SEGMENT),
    OPTION(101, SOL_CAN_RAW, 3, CAN_RAW_LOOPBACK),
    OPTION(132, SOL_SCTP, 104, SCTP_GET_PEER_ADDRS_OLD),
    OPTION(278, SOL_CAIF, 129, CAIFSO_RSP_PARAM),
    OPTION(263, SOL_PACKET, 10, PACKET_VERSION),
    OPTION(263, SOL_PACKET, 18, PACKET_FANOUT),
    OPTION(132, SOL_SCTP, 3, SCTP_NODELAY),
    OPTION(269, SOL_DCCP, 2, DCCP_SOCKOPT_SERVICE),
    OPTION(277, SOL_IUCV, 0x80, SO_IPRMDATA_MSG),
    OPTION(282, SOL_TLS, 1, TLS_TX),
    OPTION(283, SOL_XDP, 3, XDP_TX_RING),
    OPTION(271, SOL_TIPC, 127, TIPC_IMPORTANCE),
    OPTION(274, SOL_BLUETOOTH, 4, BT_SECURITY),
    OPTION(279, SOL_ALG, 1, ALG_SET_KEY),
    OPTION(281, SOL_KCM, 1, KCM_RECV_DISABLE),
    OPTION(276, SOL_RDS, 5, RDS_RECVERR),
    OPTION(278, SOL_CAIF, 127, CAIFSO_LINK_SELECT),
    OPTION(280, SOL_NFC, 0, NFC_LLCP_RW),
    OPTION(268, SOL_LLC, 1, LLC_OPT_RETRY),
    OPTION(272, SOL_RXRPC, 1, RXRPC_SECURITY_KEY),
    OPTION(273, SOL_PPPOL2TP, 1, PPPOL2TP_SO_DEBUG),
    OPTION(275, SOL_PNPIPE, 1, PNPIPE_ENCAP),
    OPTION(256, SOL_IPX, 1, IPX_TYPE),
    OPTION(257, SOL_AX25, 1, AX25_WINDOW),
    OPTION(266, SOL_IRDA, 1, IRLMP_ENUMDEVICES),
#undef OPTION
};

static void tell_of_each_level(void) {
    static const char bytes[40] = {1, 0, 0, 0, 'a', (char)0xff};
    const char* shown = "\"\\1\\0\\0\\0a\\377\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...";
    for (size_t i = 0; i < COUNT(options); ++i) {
        const int level = options[i].level, option = options[i].option;
        const char* both = text("%s, %s", named((word)level, options[i].level_name), named((word)option, options[i].name));
        void* at = PUT(1, bytes);
        tell_set(both, level, option, at, 4, "[1]");
        tell_set(both, level, option, at, 3, "\"\\1\\0\\0\"");
        tell_set(both, level, option, at, 6, "\"\\1\\0\\0\\0a\\377\"");
        tell_set(both, level, option, at, 40, shown);
        const void* short_one = put_at(2, bytes, 5);
        tell_set(both, level, option, short_one, 6, pointer(short_one));
        tell_set(both, level, option, NULL, 4, "NULL");
        tell_set(both, level, option, unreadable(), 4, pointer(unreadable()));
        tell_got(both, level, option, at, 4, "[1]");
        tell_got(both, level, option, at, 2, "\"\\1\\0\"");
        tell_got(both, level, option, at, 0, pointer(at));
        tell_got(both, level, option, at, 40, shown);
        tell_got(both, level, option, NULL, 4, "NULL");
    }
    const int zero = 0;
    void* at_zero = PUT(1, zero);
    tell_set(text("%s, %s", named(0, "SOL_IP"), named(96, "ARPT_SO_SET_REPLACE")), 0, 96, at_zero, 4, "[0]");
    tell_got(text("%s, %s", named(0, "SOL_IP"), named(96, "ARPT_SO_GET_INFO")), 0, 96, at_zero, 4, "[0]");
    tell_set(text("%s, %s", named(0, "SOL_IP"), named(64, "IPT_SO_SET_REPLACE")), 0, 64, at_zero, 4, "[0]");
    tell_got(text("%s, %s", named(0, "SOL_IP"), named(64, "IPT_SO_GET_INFO")), 0, 64, at_zero, 4, "[0]");
    tell_got(text("%s, %s", named(41, "SOL_IPV6"), named(68, "IP6T_SO_GET_REVISION_MATCH")), 41, 68, at_zero, 4, "[0]");
    const char* unknown = text("%s, 5", style == in_numbers ? "0x4d" : "0x4d /* SOL_?? */");
    const int one = 1;
    tell_set(unknown, 77, 5, PUT(1, one), 4, "[1]");
    tell_set(unknown, 77, 5, PUT(1, one), 2, "\"\\1\\0\"");
}

static void tell_memberships(void) {
    const struct ip_mreqn request = {{htonl(0xe0000001)}, {htonl(0x7f000001)}, 0};
    const void* at = PUT(1, request);
    const char* name = text("%s, %s", named(0, "SOL_IP"), named(35, "IP_ADD_MEMBERSHIP"));
    const char* addresses = text("{imr_multiaddr=%s, imr_interface=%s}", network_order("inet_addr(\"224.0.0.1\")", "\\xe0\\x00\\x00\\x01"),
                                 network_order("inet_addr(\"127.0.0.1\")", "\\x7f\\x00\\x00\\x01"));
    tell_set(name, 0, IP_ADD_MEMBERSHIP, at, 8, addresses);
    tell_set(name, 0, IP_ADD_MEMBERSHIP, at, 12, addresses);
    tell_set(name, 0, IP_ADD_MEMBERSHIP, at, 7, pointer(at));
    tell_set(name, 0, IP_ADD_MEMBERSHIP, NULL, 8, "NULL");
    tell_set(name, 0, IP_ADD_MEMBERSHIP, unreadable(), 8, pointer(unreadable()));
    const struct ipv6_mreq six = {{{{0xff, 2, [15] = 1}}}, 0};
    at = PUT(1, six);
    name = text("%s, %s", named(41, "SOL_IPV6"), named(20, "IPV6_ADD_MEMBERSHIP"));
    const char* bytes = "\"\\xff\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01\"";
    const char* address = style == in_names     ? "inet_pton(AF_INET6, \"ff02::1\", &ipv6mr_multiaddr)"
                          : style == in_numbers ? text("ipv6mr_multiaddr=%s", bytes)
                                                : text("ipv6mr_multiaddr=%s /* inet_pton(AF_INET6, \"ff02::1\") */", bytes);
    const char* all = text("{%s, ipv6mr_interface=0}", address);
    tell_set(name, 41, 20, at, 20, all);
    tell_set(name, 41, 20, at, 24, all);
    tell_set(name, 41, 20, at, 19, pointer(at));
    struct group_req group = {.gr_interface = 0};
    const struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr = {htonl(0xe0000001)}};
    memcpy(&group.gr_group, &in, sizeof(in));
    at = PUT(1, group);
    name = text("%s, %s", named(0, "SOL_IP"), named(42, "MCAST_JOIN_GROUP"));
    tell_set(name, 0, 42, at, sizeof(group),
             text("{gr_interface=0, gr_group={sa_family=%s, sin_port=%s, sin_addr=%s}}", NAMED(AF_INET),
                  network_order("htons(0)", "\\x00\\x00"), network_order("inet_addr(\"224.0.0.1\")", "\\xe0\\x00\\x00\\x01")));
    tell_set(name, 0, 42, at, sizeof(group) - 1, pointer(at));
}

static void tell_packets(void) {
    const struct packet_mreq request = {0, PACKET_MR_MULTICAST, 6, {1, 2, 3, 4, 5, 6}};
    const void* at = PUT(1, request);
    const char* name = text("%s, %s", NAMED(SOL_PACKET), NAMED(PACKET_ADD_MEMBERSHIP));
    tell_set(name, SOL_PACKET, PACKET_ADD_MEMBERSHIP, at, sizeof(request),
             text("{mr_ifindex=0, mr_type=%s, mr_alen=6, mr_address=%s}", NAMED(PACKET_MR_MULTICAST),
                  network_order("01:02:03:04:05:06", "\\x01\\x02\\x03\\x04\\x05\\x06")));
    tell_set(name, SOL_PACKET, PACKET_ADD_MEMBERSHIP, at, sizeof(request) - 1, pointer(at));
    const struct tpacket_req ring = {1, 2, 3, 4};
    at = PUT(1, ring);
    name = text("%s, %s", NAMED(SOL_PACKET), NAMED(PACKET_RX_RING));
    tell_set(name, SOL_PACKET, PACKET_RX_RING, at, 16, "{tp_block_size=1, tp_block_nr=2, tp_frame_size=3, tp_frame_nr=4}");
    tell_set(name, SOL_PACKET, PACKET_RX_RING, at, 15, pointer(at));
    const struct tpacket_stats_v3 counts = {1, 2, 3};
    void* got = PUT(1, counts);
    name = text("%s, %s", NAMED(SOL_PACKET), NAMED(PACKET_STATISTICS));
    tell_got(name, SOL_PACKET, PACKET_STATISTICS, got, 12, "{tp_packets=1, tp_drops=2, tp_freeze_q_cnt=3}");
    tell_got(name, SOL_PACKET, PACKET_STATISTICS, got, 8, "{tp_packets=1, tp_drops=2}");
    tell_got(name, SOL_PACKET, PACKET_STATISTICS, got, 6, "{tp_packets=1, tp_drops=\"\\x02\\x00\"}");
}

static void tell_kernel(void) {
    const int groups[] = {3, 5};
    void* at = PUT(1, groups);
    const char* name = text("%s, %s", NAMED(SOL_NETLINK), NAMED(NETLINK_LIST_MEMBERSHIPS));
    tell_got(name, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, at, 8, "[3, 5]");
    tell_got(name, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, at, 7, "[3]");
    tell_got(name, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, at, 3, "[]");
    name = text("%s, %s", NAMED(SOL_NETLINK), NAMED(NETLINK_PKTINFO));
    tell_set(name, SOL_NETLINK, NETLINK_PKTINFO, at, 4, "[3]");
    tell_set(name, SOL_NETLINK, NETLINK_PKTINFO, at, 3, pointer(at));
    tell_got(name, SOL_NETLINK, NETLINK_PKTINFO, at, 8, "[3]");
    tell_got(name, SOL_NETLINK, NETLINK_PKTINFO, at, 3, "[3]");
    tell_got(name, SOL_NETLINK, NETLINK_PKTINFO, at, 0, pointer(at));
    const unsigned few = 0x108, most = ~few;
    name = text("%s, %s", NAMED(SOL_RAW), named(1, "ICMP_FILTER"));
    tell_set(name, SOL_RAW, 1, PUT(1, few), 4, text("[%s %s]", named(3, "ICMP_DEST_UNREACH"), named(8, "ICMP_ECHO")));
    tell_set(name, SOL_RAW, 1, PUT(1, most), 4, text("~[%s %s]", named(3, "ICMP_DEST_UNREACH"), named(8, "ICMP_ECHO")));
    tell_set(name, SOL_RAW, 1, PUT(1, most), 1, text("~[%s]", named(3, "ICMP_DEST_UNREACH")));
    tell_set(name, SOL_RAW, 1, PUT(1, most), 0, pointer(PUT(1, most)));
}

static void tell_calls(void) {
    tell_of_each_level();
    tell_memberships();
    tell_packets();
    tell_kernel();
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=getsockopt:retval=0"); }
