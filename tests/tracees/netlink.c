/* Messages through a socket of netlink: good ones, several, short and cut ones, and such that lie about their length. The kernel takes none
   of them for a request but the last. The program says itself what a trace shows of each call, a line a call, and then that it is done. */
#define _GNU_SOURCE
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include "expect.h"

enum { page = 4096, header_size = sizeof(struct nlmsghdr), link_size = sizeof(struct ifinfomsg) };

#define HEADER(length, type) "{nlmsg_len=" length ", nlmsg_type=" type ", nlmsg_flags=0, nlmsg_seq=7, nlmsg_pid=0}"
#define LINK "{ifi_family=AF_INET, ifi_type=ARPHRD_ETHER, ifi_index=if_nametoindex(\"lo\"), ifi_flags=IFF_UP, ifi_change=0x1}"

static int sock;
static char* room; /* a page, behind which there is nothing */

/* A message about a device, with so many bytes of attributes behind it. */
static size_t put(char* where, uint16_t type, uint32_t length, const void* attributes, size_t size) {
    struct nlmsghdr header = {length, type, 0, 7, 0};
    struct ifinfomsg link = {.ifi_family = AF_INET, .ifi_type = 1, .ifi_index = 1, .ifi_flags = 1, .ifi_change = 1};
    memcpy(where, &header, sizeof header);
    memcpy(where + header_size, &link, sizeof link);
    if (size != 0) {
        memcpy(where + header_size + link_size, attributes, size);
    }
    return header_size + link_size + size;
}

static void say(const char* message, size_t size) { printf("sendto(%d, %s, %zu, 0, NULL, 0) = %zu\n", sock, message, size, size); }

static void pass(const char* shown, size_t size) {
    EXPECT(sendto(sock, room, size, 0, NULL, 0) == (ssize_t)size);
    say(shown, size);
}

static void pass_good_ones(void) {
    struct {
        struct nlattr header;
        char name[8];
        struct nlattr mtu_header;
        uint32_t mtu;
    } attributes = {{9, IFLA_IFNAME}, "eth0", {8, IFLA_MTU}, 1500};
    size_t size = put(room, RTM_SETLINK, header_size + link_size, NULL, 0);
    pass("[" HEADER("32", "RTM_SETLINK") ", " LINK "]", size);
    size += put(room + size, RTM_SETLINK, header_size + link_size, NULL, 0);
    pass("[[" HEADER("32", "RTM_SETLINK") ", " LINK "], [" HEADER("32", "RTM_SETLINK") ", " LINK "]]", size);
    size = put(room, RTM_SETLINK, header_size + link_size + sizeof attributes, &attributes, sizeof attributes);
    pass("[" HEADER("52", "RTM_SETLINK") ", " LINK
                                         ", [[{nla_len=9, nla_type=IFLA_IFNAME}, \"eth0\"], [{nla_len=8, nla_type=IFLA_MTU}, 1500]]]",
         size);
}

static void pass_short_ones(void) {
    put(room, RTM_SETLINK, header_size + link_size, NULL, 0);
    pass(HEADER("32", "RTM_SETLINK"), header_size);
    pass("[" HEADER("32", "RTM_SETLINK") ", {ifi_family=AF_INET, ...}]", header_size + 1);
    pass("[" HEADER("32", "RTM_SETLINK") ", {ifi_family=AF_INET, ...}]", header_size + link_size - 1);
}

static void pass_lies(void) {
    struct nlattr lie = {0, IFLA_MTU};
    size_t size = put(room, RTM_SETLINK, 0, NULL, 0);
    pass(HEADER("0", "RTM_SETLINK"), size);
    put(room, RTM_SETLINK, 15, NULL, 0);
    pass(HEADER("15", "RTM_SETLINK"), size);
    put(room, RTM_SETLINK, UINT32_MAX, NULL, 0);
    pass("[" HEADER("4294967295", "RTM_SETLINK") ", " LINK "]", size);
    size = put(room, RTM_SETLINK, header_size + link_size + sizeof lie, &lie, sizeof lie);
    pass("[" HEADER("36", "RTM_SETLINK") ", " LINK ", {nla_len=0, nla_type=IFLA_MTU}]", size);
    lie.nla_len = UINT16_MAX;
    put(room, RTM_SETLINK, header_size + link_size + sizeof lie, &lie, sizeof lie);
    pass("[" HEADER("36", "RTM_SETLINK") ", " LINK ", {nla_len=65535, nla_type=IFLA_MTU}]", size);
}

/* What stands behind the page cannot be read, neither by the kernel nor by a tracer. */
static void pass_holes(void) {
    char* message = room + page - header_size - 4;
    struct nlmsghdr header = {40, RTM_SETLINK, 0, 7, 0};
    memcpy(message, &header, sizeof header);
    memset(message + header_size, AF_INET, 4);
    EXPECT_FAILS(sendto(sock, message, 40, 0, NULL, 0), EFAULT);
    printf("sendto(%d, [" HEADER("40", "RTM_SETLINK") ", {ifi_family=AF_INET, %p}], 40, 0, NULL, 0) = -1 EFAULT (Bad address)\n", sock,
           (void*)(message + header_size + 1));
    message = room + page - 8;
    EXPECT_FAILS(sendto(sock, message, 40, 0, NULL, 0), EFAULT);
}

static void ask(unsigned port) {
    struct nlmsghdr request = {header_size, 0x3ff, NLM_F_REQUEST, 9, 0};
    EXPECT(sendto(sock, &request, sizeof request, 0, NULL, 0) == sizeof request);
    printf(
        "sendto(%d, {nlmsg_len=16, nlmsg_type=0x3ff /* RTM_??? */, nlmsg_flags=NLM_F_REQUEST, nlmsg_seq=9, nlmsg_pid=0}, 16, 0, NULL, 0) = "
        "16\n",
        sock);
    ssize_t size = recvfrom(sock, room, page, 0, NULL, NULL);
    EXPECT(size == header_size + 4 + header_size);
    printf(
        "[{nlmsg_len=36, nlmsg_type=NLMSG_ERROR, nlmsg_flags=%s, nlmsg_seq=9, nlmsg_pid=%d}, {error=-EOPNOTSUPP, "
        "msg={nlmsg_len=16, nlmsg_type=0x3ff /* RTM_??? */, nlmsg_flags=NLM_F_REQUEST, nlmsg_seq=9, nlmsg_pid=0}}], 4096, 0, NULL, NULL) = "
        "36\n",
        ((struct nlmsghdr*)room)->nlmsg_flags != 0 ? "NLM_F_CAPPED" : "0", (int)port);
}

int main(void) {
    struct sockaddr_nl address = {.nl_family = AF_NETLINK};
    socklen_t length = sizeof address;
    sock = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    EXPECT(sock >= 0 && bind(sock, (struct sockaddr*)&address, sizeof address) == 0);
    EXPECT(getsockname(sock, (struct sockaddr*)&address, &length) == 0);
    room = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(room != MAP_FAILED && munmap(room + page, page) == 0);
    pass_good_ones();
    pass_short_ones();
    pass_lies();
    pass_holes();
    ask(address.nl_pid);
    printf("messages of netlink passed\n");
    return 0;
}
