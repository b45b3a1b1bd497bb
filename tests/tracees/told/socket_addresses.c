/* Addresses of sockets: each family that has an address of its own, as long as it is, shorter and longer, what is no address, and what
   comes back. */
#define _GNU_SOURCE
#include <linux/if_alg.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/if_xdp.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <linux/vm_sockets.h>
#include <linux/x25.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/un.h>

#include "told.h"

static const char* internet(const char* port, const char* port_bytes, const char* address, const char* address_bytes) {
    return text("{sa_family=%s, sin_port=%s, sin_addr=%s}", NAMED(AF_INET), network_order(text("htons(%s)", port), port_bytes),
                network_order(text("inet_addr(\"%s\")", address), address_bytes));
}
static void tell_address_of(const void* bytes, size_t size, const char* address) {
    const void* at = put_at(1, bytes, size);
    TELL(syscall(SYS_connect, -1, at, size), "connect(-1, %s, %zu)", address, size);
    TELL(syscall(SYS_bind, -1, at, size), "bind(-1, %s, %zu)", address, size);
}
#define TELL_ADDRESS(object, ...) tell_address_of(&(object), sizeof(object), text(__VA_ARGS__))
#define TELL_PART_OF(object, size, ...) tell_address_of(&(object), size, text(__VA_ARGS__))

static void tell_what_is_no_address(void) {
    const struct sockaddr_in loopback = {.sin_family = AF_INET};
    const void* whole_one = PUT(1, loopback);
    TELL(syscall(SYS_connect, -1, NULL, 16), "connect(-1, NULL, 16)");
    TELL(syscall(SYS_bind, -1, NULL, 0), "bind(-1, NULL, 0)");
    TELL(syscall(SYS_connect, -1, unreadable(), 16), "connect(-1, %s, 16)", pointer(unreadable()));
    TELL(syscall(SYS_bind, -1, unreadable(), 0), "bind(-1, %s, 0)", pointer(unreadable()));
    TELL(syscall(SYS_bind, -1, whole_one, 0), "bind(-1, %s, 0)", pointer(whole_one));
    TELL(syscall(SYS_bind, -1, whole_one, 1), "bind(-1, %s, 1)", pointer(whole_one));
    TELL(syscall(SYS_bind, -1, whole_one, 17), "bind(-1, %s, 17)", pointer(whole_one));
    TELL(syscall(SYS_connect, -1, whole_one, -1), "connect(-1, %s, -1)", pointer(whole_one));
    const uint16_t family = AF_INET;
    tell_address_of(&family, sizeof(family), text("{sa_family=%s}", NAMED(AF_INET)));
    const char unknown[] = {(char)0xff, 0x7f, 'a', 0, (char)0x80};
    tell_address_of(unknown, sizeof(unknown), text("{sa_family=%s, sa_data=\"a\\0\\200\"}", unnamed(0x7fff, "AF")));
    const char unspecified[] = {0, 0, 1, 2};
    tell_address_of(unspecified, sizeof(unspecified), text("{sa_family=%s, sa_data=\"\\1\\2\"}", NAMED(AF_UNSPEC)));
    static const char long_one[200] = {AF_INET & 0xff, 0, 0, 80, 127, 0, 0, 1};
    tell_address_of(long_one, sizeof(long_one), internet("80", "\\x00\\x50", "127.0.0.1", "\\x7f\\x00\\x00\\x01"));
}

static void tell_local(void) {
    struct sockaddr_un local = {.sun_family = AF_UNIX, .sun_path = "/a\"b\n/c"};
    const size_t path = offsetof(struct sockaddr_un, sun_path);
    TELL_ADDRESS(local, "{sa_family=%s, sun_path=\"/a\\\"b\\n/c\"}", NAMED(AF_UNIX));
    TELL_PART_OF(local, path + 3, "{sa_family=%s, sun_path=\"/a\\\"\"}", NAMED(AF_UNIX));
    TELL_PART_OF(local, path, "{sa_family=%s}", NAMED(AF_UNIX));
    memcpy(local.sun_path, "\0abstract\0name", 14);
    TELL_PART_OF(local, path + 14, "{sa_family=%s, sun_path=@\"abstract\\0name\"}", NAMED(AF_UNIX));
    TELL_PART_OF(local, path + 1, "{sa_family=%s, sun_path=@\"\"}", NAMED(AF_UNIX));
    memset(local.sun_path, 'x', sizeof(local.sun_path));
    char all[sizeof(local.sun_path) + 1] = {0};
    memset(all, 'x', sizeof(local.sun_path));
    TELL_ADDRESS(local, "{sa_family=%s, sun_path=\"%s\"}", NAMED(AF_UNIX), all);
    char longer[sizeof(local) + 10];
    memset(longer, 'x', sizeof(longer));
    memcpy(longer, &local, sizeof(local));
    tell_address_of(longer, sizeof(longer), text("{sa_family=%s, sun_path=\"%s\"}", NAMED(AF_UNIX), all));
}

static void tell_internet(void) {
    struct sockaddr_in in = {AF_INET, htons(65535), {htonl(0xc0a80001)}, {1}};
    TELL_ADDRESS(in, "%s", internet("65535", "\\xff\\xff", "192.168.0.1", "\\xc0\\xa8\\x00\\x01"));
    TELL_PART_OF(in, 15, "{sa_family=%s, sa_data=\"\\377\\377\\300\\250\\0\\1\\1\\0\\0\\0\\0\\0\\0\"}", NAMED(AF_INET));
    struct sockaddr_in6 in6 = {AF_INET6, htons(53), htonl(7), {{{0xfe, 0x80, [15] = 1}}}, 0x12345678};
    const char* bytes = "\"\\xfe\\x80\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01\"";
    const char* address = style == in_names     ? "inet_pton(AF_INET6, \"fe80::1\", &sin6_addr)"
                          : style == in_numbers ? text("sin6_addr=%s", bytes)
                                                : text("sin6_addr=%s /* inet_pton(AF_INET6, \"fe80::1\") */", bytes);
    const char* in6_text = text("{sa_family=%s, sin6_port=%s, sin6_flowinfo=%s, %s", NAMED(AF_INET6),
                                network_order("htons(53)", "\\x00\\x35"), network_order("htonl(7)", "\\x00\\x00\\x00\\x07"), address);
    TELL_ADDRESS(in6, "%s, sin6_scope_id=305419896}", in6_text);
    TELL_PART_OF(in6, 26, "%s, sin6_scope_id=22136}", in6_text);
    TELL_PART_OF(in6, 24, "%s}", in6_text);
    TELL_PART_OF(in6, 23, "{sa_family=%s, sa_data=\"\\0005\\0\\0\\0\\7\\376\\200\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"}",
                 NAMED(AF_INET6));
}

static void tell_kernel(void) {
    struct sockaddr_nl netlink = {AF_NETLINK, 0, 7, 0x11};
    TELL_ADDRESS(netlink, "{sa_family=%s, nl_pid=7, nl_groups=0x000011}", NAMED(AF_NETLINK));
    TELL_PART_OF(netlink, 11, "{sa_family=%s, sa_data=\"\\0\\0\\7\\0\\0\\0\\21\\0\\0\"}", NAMED(AF_NETLINK));
    netlink.nl_pad = 0x102;
    netlink.nl_pid = (uint32_t)-1;
    TELL_ADDRESS(netlink, "{sa_family=%s, nl_pad=0x102, nl_pid=-1, nl_groups=0x000011}", NAMED(AF_NETLINK));
    struct sockaddr_vm host = {.svm_family = AF_VSOCK, .svm_port = 42, .svm_cid = 0x7777};
    TELL_ADDRESS(host, "{sa_family=%s, svm_cid=0x7777, svm_port=0x2a, svm_flags=0}", NAMED(AF_VSOCK));
    host.svm_port = VMADDR_PORT_ANY;
    host.svm_cid = VMADDR_CID_HOST;
    TELL_ADDRESS(host, "{sa_family=%s, svm_cid=%s, svm_port=%s, svm_flags=0}", NAMED(AF_VSOCK), NAMED(VMADDR_CID_HOST),
                 NAMED(VMADDR_PORT_ANY));
    struct {
        uint16_t family;
        uint8_t type[14];
        uint32_t features, mask;
        uint8_t name[64];
    } algorithm = {AF_ALG, "hash", 0, 0, "sha256"};
    TELL_ADDRESS(algorithm, "{sa_family=%s, salg_type=\"hash\", salg_feat=0, salg_mask=0, salg_name=\"sha256\"}", NAMED(AF_ALG));
    struct sockaddr_xdp xdp = {AF_XDP, XDP_COPY, 0, 3, 0};
    TELL_ADDRESS(xdp, "{sa_family=%s, sxdp_flags=%s, sxdp_ifindex=0, sxdp_queue_id=3}", NAMED(AF_XDP), NAMED(XDP_COPY));
}

static void tell_links(void) {
    struct sockaddr_ll link = {AF_PACKET, htons(ETH_P_ARP), 0, 1, PACKET_OTHERHOST, 6, {1, 2, 0, 0xff, 5, 6}};
    TELL_ADDRESS(link,
                 "{sa_family=%s, sll_protocol=%s, sll_ifindex=0, sll_hatype=%s, sll_pkttype=%s, sll_halen=6, sll_addr=[0x1, 0x2, 00, 0xff, "
                 "0x5, 0x6]}",
                 NAMED(AF_PACKET), network_order("htons(ETH_P_ARP)", "\\x08\\x06"), named(1, "ARPHRD_ETHER"), NAMED(PACKET_OTHERHOST));
    link.sll_halen = 0;
    link.sll_protocol = htons(0xfefe);
    link.sll_pkttype = 99;
    link.sll_hatype = 0xfefe;
    TELL_ADDRESS(link, "{sa_family=%s, sll_protocol=%s, sll_ifindex=0, sll_hatype=%s, sll_pkttype=%s, sll_halen=0}", NAMED(AF_PACKET),
                 network_order("htons(0xfefe /* ETH_P_??? */)", "\\xfe\\xfe"), unnamed(0xfefe, "ARPHRD"), unnamed(99, "PACKET"));
    TELL_PART_OF(link, 19, "{sa_family=%s, sa_data=\"\\376\\376\\0\\0\\0\\0\\376\\376c\\0\\1\\2\\0\\377\\5\\6\\0\"}", NAMED(AF_PACKET));
    struct {
        uint16_t family;
        char address[16];
    } x25 = {AF_X25, "12345"};
    TELL_ADDRESS(x25, "{sa_family=%s, sx25_addr={x25_addr=\"12345\"}}", NAMED(AF_X25));
    struct sockaddr_qrtr qualcomm = {AF_QIPCRTR, 5, 6};
    TELL_ADDRESS(qualcomm, "{sa_family=%s, sq_node=0x5, sq_port=0x6}", NAMED(AF_QIPCRTR));
}

/* A number that stays one in every style, with its name behind it. */
static const char* numbered(word value, const char* name) { return style == in_numbers ? hex(value) : text("%#lx /* %s */", value, name); }

static void tell_bluetooth(void) {
    const char* device = network_order("01:02:03:04:05:06", "\\x01\\x02\\x03\\x04\\x05\\x06");
    struct {
        uint16_t family;
        uint8_t address[6];
    } synchronous = {AF_BLUETOOTH, {1, 2, 3, 4, 5, 6}};
    TELL_ADDRESS(synchronous, "{sa_family=%s, sco_bdaddr=%s}", NAMED(AF_BLUETOOTH), device);
    struct {
        uint16_t family;
        uint8_t address[6];
        uint8_t channel, pad;
    } serial = {AF_BLUETOOTH, {1, 2, 3, 4, 5, 6}, 9, 0};
    TELL_ADDRESS(serial, "{sa_family=%s, rc_bdaddr=%s, rc_channel=9}", NAMED(AF_BLUETOOTH), device);
    struct {
        uint16_t family, device, channel;
    } controller = {AF_BLUETOOTH, 0xffff, 7};
    TELL_ADDRESS(controller, "{sa_family=%s, hci_dev=htobs(65535), hci_channel=%s}", NAMED(AF_BLUETOOTH), unnamed(7, "HCI_CHANNEL"));
    struct {
        uint16_t family, multiplexer;
        uint8_t address[6];
        uint16_t channel;
        uint8_t address_type;
    } link = {AF_BLUETOOTH, 1, {1, 2, 3, 4, 5, 6}, 4, 2};
    TELL_ADDRESS(link, "{sa_family=%s, l2_psm=htobs(%s), l2_bdaddr=%s, l2_cid=htobs(%s), l2_bdaddr_type=%s}", NAMED(AF_BLUETOOTH),
                 named(1, "L2CAP_PSM_SDP"), device, named(4, "L2CAP_CID_ATT"), named(2, "BDADDR_LE_RANDOM"));
}

static void tell_radio(void) {
    struct {
        uint16_t family;
        uint32_t device, target, protocol;
    } near = {AF_NFC, 0, 2, 3};
    TELL_ADDRESS(near, "{sa_family=%s, dev_idx=0, target_idx=0x2, nfc_protocol=%s}", NAMED(AF_NFC), named(3, "NFC_PROTO_FELICA"));
    struct {
        uint16_t family;
        uint32_t type;
        uint16_t network, address;
        uint8_t room[6];
    } wireless = {AF_IEEE802154, 2, 0xffff, 0x1234, {0}};
    TELL_ADDRESS(wireless, "{sa_family=%s, addr={addr_type=%s, pan_id=%s, short_addr=0x1234}}", NAMED(AF_IEEE802154),
                 numbered(2, "IEEE802154_ADDR_SHORT"), numbered(0xffff, "IEEE802154_PANID_BROADCAST"));
    struct {
        uint16_t family, port;
        uint32_t network;
        uint8_t node[6], type, zero;
    } exchange = {AF_IPX, htons(1), htonl(2), {0, 1, 2, 3, 4, 0xff}, 0x11, 0};
    TELL_ADDRESS(exchange,
                 "{sa_family=%s, sipx_port=%s, sipx_network=htonl(0x2), sipx_node=[00, 0x1, 0x2, 0x3, 0x4, 0xff], sipx_type=0x11}",
                 NAMED(AF_IPX), network_order("htons(1)", "\\x00\\x01"));
    struct {
        uint16_t family, pad;
        uint32_t network;
        uint8_t address, type, tag, end;
    } component = {AF_MCTP, 0, 0, 8, 0x7e, 0x80, 0};
    TELL_ADDRESS(component, "{sa_family=%s, smctp_network=%s, smctp_addr={s_addr=0x8}, smctp_type=0x7e, smctp_tag=0x80}", NAMED(AF_MCTP),
                 named(0, "MCTP_NET_ANY"));
}

/* What the kernel writes, of which it says how long it is. */
static void tell_what_comes_back(void) {
    const int fd = (int)syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
    fprintf(telling, "socket(%s, %s, %s) = %d\n", NAMED(AF_INET), NAMED(SOCK_STREAM), NAMED(IPPROTO_IP), fd);
    struct sockaddr_in none = {.sin_family = 0};
    void* room = PUT(1, none);
    int size = sizeof(none);
    int* length = PUT(2, size);
    const char* any = internet("0", "\\x00\\x00", "0.0.0.0", "\\x00\\x00\\x00\\x00");
    TELL(syscall(SYS_getsockname, fd, room, length), "getsockname(%d, %s, [16])", fd, any);
    *length = 100;
    TELL(syscall(SYS_getsockname, fd, room, length), "getsockname(%d, %s, [100 => 16])", fd, any);
    *length = 4;
    TELL(syscall(SYS_getsockname, fd, room, length), "getsockname(%d, {sa_family=%s, sa_data=\"\\0\\0\"}, [4 => 16])", fd, NAMED(AF_INET));
    *length = 0;
    TELL(syscall(SYS_getsockname, fd, room, length), "getsockname(%d, %s, [0 => 16])", fd, pointer(room));
    *length = -1;
    TELL(syscall(SYS_getsockname, fd, room, length), "getsockname(%d, %s, [-1])", fd, pointer(room));
    *length = 16;
    TELL(syscall(SYS_getsockname, fd, NULL, length), "getsockname(%d, NULL, %s)", fd, pointer(length));
    TELL(syscall(SYS_getsockname, fd, room, NULL), "getsockname(%d, %s, NULL)", fd, pointer(room));
    TELL(syscall(SYS_getsockname, fd, room, unreadable()), "getsockname(%d, %s, %s)", fd, pointer(room), pointer(unreadable()));
    TELL(syscall(SYS_getpeername, fd, room, length), "getpeername(%d, %s, [16])", fd, pointer(room));
    TELL(syscall(SYS_getpeername, -1, room, length), "getpeername(-1, %s, [16])", pointer(room));
    TELL(syscall(SYS_accept4, -1, room, length, SOCK_CLOEXEC | SOCK_NONBLOCK), "accept4(-1, %s, [16], %s)", pointer(room),
         named(SOCK_CLOEXEC | SOCK_NONBLOCK, "SOCK_CLOEXEC|SOCK_NONBLOCK"));
    TELL(syscall(SYS_accept4, -1, NULL, NULL, 1), "accept4(-1, NULL, NULL, %s)", unnamed(1, "SOCK"));
    TELL(syscall(SYS_close, fd), "close(%d)", fd);
}

static void tell_calls(void) {
    tell_what_is_no_address();
    tell_local();
    tell_internet();
    tell_kernel();
    tell_links();
    tell_bluetooth();
    tell_radio();
    tell_what_comes_back();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
