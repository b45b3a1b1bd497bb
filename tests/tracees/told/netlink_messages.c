/* Messages of netlink of each protocol, several in one, cut, and with lengths that lie. None is taken: they are sent out of band. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/audit.h>
#include <linux/genetlink.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "told.h"

static int fd = -1;
static char bytes[1024];
static size_t size;

static void add(const void* object, size_t object_size) {
    EXPECT(size + object_size <= sizeof(bytes));
    memcpy(bytes + size, object, object_size);
    size += (object_size + 3) / 4 * 4;
}
#define ADD(object) add(&(object), sizeof(object))

static void add_header(unsigned length, int type, int flags) {
    const struct nlmsghdr header = {length, (uint16_t)type, (uint16_t)flags, 1, 0};
    ADD(header);
}
static void add_attribute(int type, const void* data, size_t data_size) {
    const struct nlattr attribute = {(uint16_t)(sizeof(attribute) + data_size), (uint16_t)type};
    ADD(attribute);
    add(data, data_size);
}

static const char* header(size_t length, const char* type, const char* flags) {
    return text("{nlmsg_len=%zu, nlmsg_type=%s, nlmsg_flags=%s, nlmsg_seq=1, nlmsg_pid=0}", length, type, flags);
}

/* What was added. */
static void tell_sent(const char* shown) {
    const void* at = put_at(1, bytes, size);
    TELL(syscall(SYS_sendto, fd, at, size, MSG_OOB, NULL, 0), "sendto(%d, %s, %zu, %s, NULL, 0)", fd, shown, size, NAMED(MSG_OOB));
    memset(bytes, 0, sizeof(bytes));
    size = 0;
}

/* The protocol of a socket is known of one that is bound. */
static bool opened(int protocol, const char* name) {
    fd = (int)syscall(SYS_socket, AF_NETLINK, SOCK_RAW, protocol);
    fprintf(telling, "socket(%s, %s, %s)", NAMED(AF_NETLINK), NAMED(SOCK_RAW), named((word)protocol, name));
    tell_result(fd, errno);
    if (fd < 0) {
        return false;
    }
    const struct sockaddr_nl any = {.nl_family = AF_NETLINK};
    TELL(syscall(SYS_bind, fd, PUT(1, any), sizeof(any)), "bind(%d, {sa_family=%s, nl_pid=0, nl_groups=00000000}, 12)", fd,
         NAMED(AF_NETLINK));
    return true;
}
static void closed(void) { TELL(syscall(SYS_close, fd), "close(%d)", fd); }

static void tell_headers(void) {
    const char* request = NAMED(NLM_F_REQUEST);
    const char* get = NAMED(RTM_GETLINK);
    for (unsigned length = 15; length <= 17; ++length) {
        add_header(length, RTM_GETLINK, NLM_F_REQUEST);
        tell_sent(header(length, get, request));
    }
    add_header(16, 0x7777, 0x305);
    tell_sent(header(16, unnamed(0x7777, "RTM"), named(0x305, "NLM_F_REQUEST|NLM_F_ACK|0x300")));
    add_header(16, NLMSG_NOOP, 0);
    add_header(16, NLMSG_OVERRUN, NLM_F_MULTI);
    tell_sent(text("[%s, %s]", header(16, NAMED(NLMSG_NOOP), "0"), header(16, NAMED(NLMSG_OVERRUN), NAMED(NLM_F_MULTI))));
    add_header(20, NLMSG_DONE, NLM_F_MULTI);
    const int error = -2;
    ADD(error);
    tell_sent(text("[%s, -2]", header(20, NAMED(NLMSG_DONE), NAMED(NLM_F_MULTI))));
    const int none = 0;
    add_header(36, NLMSG_ERROR, 0);
    ADD(none);
    add_header(16, RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP);
    tell_sent(
        text("[%s, {error=0, msg=%s}]", header(36, NAMED(NLMSG_ERROR), "0"), header(16, get, named(0x301, "NLM_F_REQUEST|NLM_F_DUMP"))));
    TELL(syscall(SYS_sendto, fd, NULL, 16, MSG_OOB, NULL, 0), "sendto(%d, NULL, 16, %s, NULL, 0)", fd, NAMED(MSG_OOB));
    TELL(syscall(SYS_sendto, fd, unreadable(), 16, MSG_OOB, NULL, 0), "sendto(%d, %s, 16, %s, NULL, 0)", fd, pointer(unreadable()),
         NAMED(MSG_OOB));
}

/* A number of an error, which stays decimal. */
static void tell_refused(void) {
    const int error = -2;
    add_header(36, NLMSG_ERROR, 0);
    ADD(error);
    add_header(16, RTM_GETLINK, NLM_F_REQUEST);
    tell_sent(text("[%s, {error=%s, msg=%s}]", header(36, NAMED(NLMSG_ERROR), "0"), named_decimal(-2, "-ENOENT"),
                   header(16, NAMED(RTM_GETLINK), NAMED(NLM_F_REQUEST))));
}

static const char* attribute(size_t length, const char* type, const char* value) {
    return text("{nla_len=%zu, nla_type=%s}, %s", length, type, value);
}

static void tell_links(void) {
    const struct ifinfomsg link = {.ifi_family = AF_UNSPEC, .ifi_type = 1, .ifi_flags = IFF_UP};
    const unsigned mtu = 1500;
    add_header(52, RTM_NEWLINK, NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL);
    ADD(link);
    add_attribute(IFLA_IFNAME, "veth9", 6);
    add_attribute(IFLA_MTU, &mtu, 4);
    const char* fields = text("{ifi_family=%s, ifi_type=%s, ifi_index=0, ifi_flags=%s, ifi_change=0}", NAMED(AF_UNSPEC),
                              named(1, "ARPHRD_ETHER"), NAMED(IFF_UP));
    tell_sent(text("[%s, %s, [[%s], [%s]]]", header(52, NAMED(RTM_NEWLINK), named(0x601, "NLM_F_REQUEST|NLM_F_EXCL|NLM_F_CREATE")), fields,
                   attribute(10, NAMED(IFLA_IFNAME), "\"veth9\""), attribute(8, NAMED(IFLA_MTU), "1500")));
    add_header(20, RTM_NEWLINK, 0);
    ADD(mtu);
    tell_sent(text("[%s, {ifi_family=%s, ...}]", header(20, NAMED(RTM_NEWLINK), "0"), unnamed(0xdc, "AF")));
    const struct tcmsg discipline = {.tcm_family = AF_UNSPEC, .tcm_handle = 0x10000, .tcm_parent = TC_H_ROOT};
    add_header(43, RTM_NEWQDISC, 0);
    ADD(discipline);
    add_attribute(TCA_KIND, "fq\0", 3);
    tell_sent(text("[%s, {tcm_family=%s, tcm_ifindex=0, tcm_handle=65536, tcm_parent=4294967295, tcm_info=0}, [%s]]",
                   header(43, NAMED(RTM_NEWQDISC), "0"), NAMED(AF_UNSPEC), attribute(7, NAMED(TCA_KIND), "\"fq\"")));
    const struct rtgenmsg general = {AF_INET6};
    add_header(17, RTM_GETNETCONF, NLM_F_DUMP);
    ADD(general);
    tell_sent(text("[%s, {ncm_family=%s}]", header(17, NAMED(RTM_GETNETCONF), NAMED(NLM_F_DUMP)), NAMED(AF_INET6)));
}

static void tell_addresses(void) {
    const uint32_t loopback = htonl(0x7f000001);
    const char* shown = network_order("inet_addr(\"127.0.0.1\")", "\\x7f\\x00\\x00\\x01");
    const struct ifaddrmsg address = {AF_INET, 24, IFA_F_PERMANENT, RT_SCOPE_HOST, 0};
    add_header(32, RTM_NEWADDR, NLM_F_REPLACE);
    ADD(address);
    add_attribute(IFA_LOCAL, &loopback, 4);
    tell_sent(text("[%s, {ifa_family=%s, ifa_prefixlen=24, ifa_flags=%s, ifa_scope=%s, ifa_index=0}, [%s]]",
                   header(32, NAMED(RTM_NEWADDR), NAMED(NLM_F_REPLACE)), NAMED(AF_INET), NAMED(IFA_F_PERMANENT), NAMED(RT_SCOPE_HOST),
                   attribute(8, NAMED(IFA_LOCAL), shown)));
    const struct rtmsg route = {AF_INET, 8, 0, 0, RT_TABLE_MAIN, RTPROT_STATIC, RT_SCOPE_UNIVERSE, RTN_UNICAST, RTM_F_NOTIFY};
    add_header(36, RTM_NEWROUTE, NLM_F_APPEND);
    ADD(route);
    add_attribute(RTA_DST, &loopback, 4);
    tell_sent(
        text("[%s, {rtm_family=%s, rtm_dst_len=8, rtm_src_len=0, rtm_tos=0, rtm_table=%s, rtm_protocol=%s, rtm_scope=%s, rtm_type=%s, "
             "rtm_flags=%s}, [%s]]",
             header(36, NAMED(RTM_NEWROUTE), NAMED(NLM_F_APPEND)), NAMED(AF_INET), NAMED(RT_TABLE_MAIN), NAMED(RTPROT_STATIC),
             NAMED(RT_SCOPE_UNIVERSE), NAMED(RTN_UNICAST), NAMED(RTM_F_NOTIFY), attribute(8, NAMED(RTA_DST), shown)));
    const struct ndmsg neighbour = {.ndm_family = AF_INET, .ndm_state = NUD_REACHABLE, .ndm_flags = NTF_PROXY, .ndm_type = RTN_LOCAL};
    add_header(38, RTM_NEWNEIGH, 0);
    ADD(neighbour);
    add_attribute(NDA_LLADDR, "\1\2\3\4\5\6", 6);
    tell_sent(text("[%s, {ndm_family=%s, ndm_ifindex=0, ndm_state=%s, ndm_flags=%s, ndm_type=%s}, [%s]]",
                   header(38, NAMED(RTM_NEWNEIGH), "0"), NAMED(AF_INET), NAMED(NUD_REACHABLE), NAMED(NTF_PROXY), NAMED(RTN_LOCAL),
                   attribute(10, NAMED(NDA_LLADDR), network_order("01:02:03:04:05:06", "\\x01\\x02\\x03\\x04\\x05\\x06"))));
}

static void tell_diagnosis(void) {
    const char* both = named(0x301, "NLM_F_REQUEST|NLM_F_DUMP");
    const struct unix_diag_req local = {.sdiag_family = AF_UNIX, .udiag_states = 0x402, .udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER};
    add_header(40, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP);
    ADD(local);
    tell_sent(text("[%s, {sdiag_family=%s, sdiag_protocol=0, udiag_states=%s, udiag_ino=0, udiag_show=%s, udiag_cookie=[0, 0]}]",
                   header(40, NAMED(SOCK_DIAG_BY_FAMILY), both), NAMED(AF_UNIX), named(0x402, "1<<TCP_ESTABLISHED|1<<TCP_LISTEN"),
                   named(5, "UDIAG_SHOW_NAME|UDIAG_SHOW_PEER")));
    struct inet_diag_req_v2 internet = {.sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_TCP, .idiag_states = 1 << 10};
    internet.id.idiag_sport = htons(80);
    const char* nowhere =
        network_order("inet_addr(\"0.0.0.0\")", "\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00");
    add_header(72, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP);
    ADD(internet);
    tell_sent(
        text("[%s, {sdiag_family=%s, sdiag_protocol=%s, idiag_ext=0, idiag_states=%s, id={idiag_sport=%s, idiag_dport=%s, idiag_src=%s, "
             "idiag_dst=%s, idiag_if=0, idiag_cookie=[0, 0]}}]",
             header(72, NAMED(SOCK_DIAG_BY_FAMILY), both), NAMED(AF_INET), NAMED(IPPROTO_TCP), named(0x400, "1<<TCP_LISTEN"),
             network_order("htons(80)", "\\x00\\x50"), network_order("htons(0)", "\\x00\\x00"), nowhere, nowhere));
    add_header(18, SOCK_DIAG_BY_FAMILY, 0);
    add("\1", 2);
    tell_sent(text("[%s, {udiag_family=%s, ...}]", header(18, NAMED(SOCK_DIAG_BY_FAMILY), "0"), NAMED(AF_UNIX)));
    add_header(18, SOCK_DIAG_BY_FAMILY, 0);
    add("\x77", 2);
    tell_sent(text("[%s, {family=%s, data=\"\\x00\"}]", header(18, NAMED(SOCK_DIAG_BY_FAMILY), "0"), unnamed(0x77, "AF")));
}

static void tell_others(void) {
    if (opened(NETLINK_GENERIC, "NETLINK_GENERIC")) {
        const struct genlmsghdr general = {CTRL_CMD_GETFAMILY, 2, 0};
        add_header(32, GENL_ID_CTRL, NLM_F_REQUEST);
        ADD(general);
        add_attribute(CTRL_ATTR_FAMILY_NAME, "none", 5);
        tell_sent(text("[%s, \"\\x03\\x02\\x00\\x00\\x09\\x00\\x02\\x00\\x6e\\x6f\\x6e\\x65\\x00\\x00\\x00\\x00\"]",
                       header(32, named(GENL_ID_CTRL, "nlctrl"), NAMED(NLM_F_REQUEST))));
        closed();
    }
    if (opened(NETLINK_AUDIT, "NETLINK_AUDIT")) {
        add_header(16, AUDIT_GET, NLM_F_REQUEST | NLM_F_ACK);
        tell_sent(header(16, NAMED(AUDIT_GET), named(5, "NLM_F_REQUEST|NLM_F_ACK")));
        add_header(20, 0x7777, 0);
        add("abc", 4);
        tell_sent(text("[%s, \"\\x61\\x62\\x63\\x00\"]", header(20, unnamed(0x7777, "AUDIT"), "0")));
        closed();
    }
    if (opened(NETLINK_XFRM, "NETLINK_XFRM")) {
        add_header(20, 0x12, NLM_F_REQUEST | NLM_F_DUMP);
        add("abc", 4);
        tell_sent(
            text("[%s, \"\\x61\\x62\\x63\\x00\"]", header(20, named(0x12, "XFRM_MSG_GETSA"), named(0x301, "NLM_F_REQUEST|NLM_F_DUMP"))));
        closed();
    }
    if (opened(NETLINK_KOBJECT_UEVENT, "NETLINK_KOBJECT_UEVENT")) {
        add("add@/devices/none", 18);
        size = 18;
        tell_sent("\"add@/devices/none\\0\"");
        closed();
    }
}

static void tell_calls(void) {
    EXPECT(opened(NETLINK_ROUTE, "NETLINK_ROUTE"));
    tell_headers();
    tell_refused();
    tell_links();
    tell_addresses();
    closed();
    if (opened(NETLINK_SOCK_DIAG, "NETLINK_SOCK_DIAG")) {
        tell_diagnosis();
        closed();
    }
    tell_others();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
