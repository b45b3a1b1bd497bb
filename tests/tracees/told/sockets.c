/* Making sockets, and what is done with them before anything is sent: domains, types with flags, protocols of each domain. */
#define _GNU_SOURCE
#include <linux/if_ether.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "told.h"

enum { no_type = 0x60 }; /* none that the kernel has: no socket of it is made */

static void tell_domains_and_types(void) {
    TELL(syscall(SYS_socket, 0x7777, SOCK_STREAM, 0), "socket(%s, %s, 0)", unnamed(0x7777, "AF"), NAMED(SOCK_STREAM));
    TELL(syscall(SYS_socket, -1, -1, -1), "socket(%s, %s, 4294967295)", unnamed(0xffffffff, "AF"),
         named(0xffffffff, "SOCK_CLOEXEC|SOCK_NONBLOCK|0xfff7f7ff"));
    TELL(syscall(SYS_socket, AF_INET, 0xfff, 0), "socket(%s, %s, %s)", NAMED(AF_INET), named(0xfff, "SOCK_NONBLOCK|0x7ff"),
         NAMED(IPPROTO_IP));
    TELL(syscall(SYS_socket, AF_INET, SOCK_STREAM | SOCK_NONBLOCK | 0x10, 0), "socket(%s, %s|%s, %s)", NAMED(AF_INET), NAMED(SOCK_STREAM),
         named(SOCK_NONBLOCK | 0x10, "SOCK_NONBLOCK|0x10"), NAMED(IPPROTO_IP));
    TELL(syscall(SYS_socket, AF_INET, SOCK_RAW | no_type, 0), "socket(%s, %s|%s, %s)", NAMED(AF_INET), NAMED(SOCK_RAW),
         unnamed(no_type, "SOCK"), NAMED(IPPROTO_IP));
    TELL(syscall(SYS_socket, AF_INET, 0, 0), "socket(%s, 0, %s)", NAMED(AF_INET), NAMED(IPPROTO_IP));
    TELL(syscall(SYS_socket, AF_PACKET, no_type, htons(ETH_P_ALL)), "socket(%s, %s, htons(%s))", NAMED(AF_PACKET), unnamed(no_type, "SOCK"),
         NAMED(ETH_P_ALL));
}

static const struct {
    int domain;
    const char* domain_name;
    int protocol;
    const char* name;   /* or none is known, */
    const char* prefix; /* where one of these is expected, or a number */
} protocols[] = {
#define PROTOCOL(domain, protocol, name, prefix) \
    { domain, #domain, protocol, name, prefix }
    PROTOCOL(AF_UNIX, 77, NULL, NULL),
    PROTOCOL(AF_INET, IPPROTO_TCP, "IPPROTO_TCP", NULL),
    PROTOCOL(AF_INET, IPPROTO_UDPLITE, "IPPROTO_UDPLITE", NULL),
    PROTOCOL(AF_INET, IPPROTO_RAW, "IPPROTO_RAW", NULL),
    PROTOCOL(AF_INET, 0x7777, NULL, "IPPROTO"),
    PROTOCOL(AF_INET6, IPPROTO_ICMPV6, "IPPROTO_ICMPV6", NULL),
    PROTOCOL(AF_INET6, IPPROTO_MPTCP, "IPPROTO_MPTCP", NULL),
    PROTOCOL(AF_NETLINK, 0, "NETLINK_ROUTE", NULL),
    PROTOCOL(AF_NETLINK, 16, "NETLINK_GENERIC", NULL),
    PROTOCOL(AF_NETLINK, 77, NULL, "NETLINK"),
    PROTOCOL(AF_BLUETOOTH, 3, "BTPROTO_RFCOMM", NULL),
    PROTOCOL(AF_BLUETOOTH, 99, NULL, "BTPROTO"),
    PROTOCOL(AF_CAN, 1, "CAN_RAW", NULL),
    PROTOCOL(AF_CAN, 99, NULL, "CAN"),
    PROTOCOL(AF_SMC, 1, "SMCPROTO_SMC6", NULL),
    PROTOCOL(AF_SMC, 99, NULL, "SMCPROTO"),
    PROTOCOL(AF_PHONET, 2, "PN_PROTO_PIPE", NULL),
    PROTOCOL(AF_PHONET, 99, NULL, "PN_PROTO"),
    PROTOCOL(AF_CAIF, 1, "CAIFPROTO_DATAGRAM", NULL),
    PROTOCOL(AF_CAIF, 99, NULL, "CAIFPROTO"),
    PROTOCOL(AF_NFC, 0, "NFC_SOCKPROTO_RAW", NULL),
    PROTOCOL(AF_NFC, 99, NULL, "NFC_SOCKPROTO"),
    PROTOCOL(AF_ISDN, 2, "ISDN_P_NT_S0", NULL),
    PROTOCOL(AF_ISDN, 99, NULL, "ISDN_P"),
    PROTOCOL(AF_KEY, 2, NULL, NULL),
    PROTOCOL(AF_VSOCK, 2, NULL, NULL),
    PROTOCOL(AF_XDP, 2, NULL, NULL),
    PROTOCOL(AF_MCTP, 2, NULL, NULL),
    PROTOCOL(AF_IEEE802154, 2, NULL, NULL),
    PROTOCOL(AF_ALG, 2, NULL, NULL),
#undef PROTOCOL
};

static void tell_protocols(void) {
    for (size_t i = 0; i < sizeof(protocols) / sizeof(protocols[0]); ++i) {
        const word number = (word)protocols[i].protocol;
        const char* protocol = protocols[i].name != NULL     ? named(number, protocols[i].name)
                               : protocols[i].prefix != NULL ? unnamed(number, protocols[i].prefix)
                                                             : text("%lu", number);
        TELL(syscall(SYS_socket, protocols[i].domain, SOCK_DGRAM | no_type, number), "socket(%s, %s|%s, %s)",
             named((word)protocols[i].domain, protocols[i].domain_name), NAMED(SOCK_DGRAM), unnamed(no_type, "SOCK"), protocol);
    }
}

static void tell_pairs(void) {
    const int none[2] = {-1, -1};
    int* pair = PUT(1, none);
    TELL(syscall(SYS_socketpair, AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), "socketpair(%s, %s|%s, 0, [%d, %d])", NAMED(AF_UNIX),
         NAMED(SOCK_SEQPACKET), NAMED(SOCK_CLOEXEC), pair[0], pair[1]);
    TELL(syscall(SYS_shutdown, pair[0], SHUT_RD), "shutdown(%d, %s)", pair[0], NAMED(SHUT_RD));
    TELL(syscall(SYS_shutdown, pair[0], SHUT_RDWR), "shutdown(%d, %s)", pair[0], NAMED(SHUT_RDWR));
    TELL(syscall(SYS_listen, pair[0], 5), "listen(%d, 5)", pair[0]);
    TELL(syscall(SYS_close, pair[1]), "close(%d)", pair[1]);
    TELL(syscall(SYS_close, pair[0]), "close(%d)", pair[0]);
    pair = PUT(1, none);
    TELL(syscall(SYS_socketpair, AF_INET, SOCK_STREAM, IPPROTO_TCP, pair), "socketpair(%s, %s, 6, %s)", NAMED(AF_INET), NAMED(SOCK_STREAM),
         pointer(pair));
    TELL(syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, NULL), "socketpair(%s, %s, 0, NULL)", NAMED(AF_UNIX), NAMED(SOCK_STREAM));
    TELL(syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, unreadable()), "socketpair(%s, %s, 0, %s)", NAMED(AF_UNIX), NAMED(SOCK_STREAM),
         pointer(unreadable()));
    void* half = PUT_SHORT(1, none, 1);
    TELL(syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, half), "socketpair(%s, %s, 0, %s)", NAMED(AF_UNIX), NAMED(SOCK_STREAM),
         pointer(half));
}

static void tell_none(void) {
    TELL(syscall(SYS_listen, -1, -1), "listen(-1, -1)");
    TELL(syscall(SYS_shutdown, -1, SHUT_WR), "shutdown(-1, %s)", NAMED(SHUT_WR));
    TELL(syscall(SYS_shutdown, -1, 3), "shutdown(-1, %s)", unnamed(3, "SHUT"));
    TELL(syscall(SYS_shutdown, -1, -1), "shutdown(-1, %s)", unnamed(0xffffffff, "SHUT"));
}

static void tell_calls(void) {
    tell_domains_and_types();
    tell_protocols();
    tell_pairs();
    tell_none();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
