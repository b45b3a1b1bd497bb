/* Control messages of sockets: those that are sent and received over a pair, of each level, and such as are short, long or unknown. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <sys/socket.h>
#include <time.h>

#include "told.h"

/* sendmsg of one control message with `size` bytes behind its header, which says `length` of itself and stands in `room` bytes. */
static void tell_message(int level, int type, const void* data, size_t size, size_t length, size_t room, const char* control) {
    char bytes[512] = {0};
    const struct cmsghdr header = {.cmsg_len = length, .cmsg_level = level, .cmsg_type = type};
    memcpy(bytes, &header, sizeof(header));
    if (size != 0) {
        memcpy(bytes + CMSG_LEN(0), data, size);
    }
    struct msghdr message = {.msg_control = put_at(1, bytes, room), .msg_controllen = room};
    const struct msghdr* at = PUT(2, message);
    TELL(syscall(SYS_sendmsg, -1, at, 0),
         "sendmsg(-1, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=0, msg_control=%s, msg_controllen=%zu, msg_flags=0}, 0)",
         control, room);
}

static const char* message_text(size_t length, const char* level, const char* type, const char* data) {
    return text("{cmsg_len=%zu, cmsg_level=%s, cmsg_type=%s%s%s}", length, level, type, data[0] ? ", cmsg_data=" : "", data);
}

/* As long as it is. */
static void tell_whole(int level, const char* level_name, int type, const char* type_name, const void* data, size_t size,
                       const char* shown) {
    const size_t length = CMSG_LEN(size);
    const char* type_text = type_name[0] == '?'   ? unnamed((word)type, type_name + 1)
                            : type_name[0] == '#' ? hex((word)type)
                                                  : named((word)type, type_name);
    tell_message(level, type, data, size, length, length,
                 text("[%s]", message_text(length, named((word)level, level_name), type_text, shown)));
}

static void tell_of_sockets(void) {
    const int numbers[] = {0, 1, 7};
    tell_whole(1, "SOL_SOCKET", 1, "SCM_RIGHTS", numbers, 12, "[0, 1, 7]");
    tell_whole(1, "SOL_SOCKET", 1, "SCM_RIGHTS", numbers, 4, "[0]");
    tell_whole(1, "SOL_SOCKET", 1, "SCM_RIGHTS", numbers, 0, "");
    tell_whole(1, "SOL_SOCKET", 1, "SCM_RIGHTS", numbers, 7, "[0]");
    tell_whole(1, "SOL_SOCKET", 1, "SCM_RIGHTS", numbers, 3, "");
    tell_whole(1, "SOL_SOCKET", 2, "SCM_CREDENTIALS", numbers, 12, "{pid=0, uid=1, gid=7}");
    tell_whole(1, "SOL_SOCKET", 2, "SCM_CREDENTIALS", numbers, 11, "");
    tell_whole(1, "SOL_SOCKET", 3, "SCM_SECURITY", "label", 6, "\"label\\0\"");
    const struct timespec times[3] = {{1, 2}, {3, 4}, {5, 6}};
    tell_whole(1, "SOL_SOCKET", 35, "SO_TIMESTAMPNS_OLD", times, sizeof(times[0]), "{tv_sec=1, tv_nsec=2}");
    tell_whole(1, "SOL_SOCKET", 29, "SO_TIMESTAMP_OLD", times, sizeof(times[0]), "{tv_sec=1, tv_usec=2}");
    tell_whole(1, "SOL_SOCKET", 37, "SO_TIMESTAMPING_OLD", times, sizeof(times),
               "[{tv_sec=1, tv_nsec=2}, {tv_sec=3, tv_nsec=4}, {tv_sec=5, tv_nsec=6}]");
    const int64_t wide[6] = {1, 2, 3, 4, 5, 6};
    tell_whole(1, "SOL_SOCKET", 64, "SO_TIMESTAMPNS_NEW", wide, 16, "{tv_sec=1, tv_nsec=2}");
    tell_whole(1, "SOL_SOCKET", 63, "SO_TIMESTAMP_NEW", wide, 16, "{tv_sec=1, tv_usec=2}");
    tell_whole(1, "SOL_SOCKET", 65, "SO_TIMESTAMPING_NEW", wide, 48,
               "[{tv_sec=1, tv_nsec=2}, {tv_sec=3, tv_nsec=4}, {tv_sec=5, tv_nsec=6}]");
    tell_whole(1, "SOL_SOCKET", 99, "?SCM", numbers, 4, "");
    tell_whole(1, "SOL_SOCKET", 99, "?SCM", numbers, 0, "");
}

static void tell_of_protocols(void) {
    const struct in_pktinfo where = {0, {htonl(0x7f000001)}, {htonl(0xc0a80001)}};
    tell_whole(0, "SOL_IP", 8, "IP_PKTINFO", &where, sizeof(where),
               text("{ipi_ifindex=0, ipi_spec_dst=%s, ipi_addr=%s}", network_order("inet_addr(\"127.0.0.1\")", "\\x7f\\x00\\x00\\x01"),
                    network_order("inet_addr(\"192.168.0.1\")", "\\xc0\\xa8\\x00\\x01")));
    const int number = 64;
    tell_whole(0, "SOL_IP", 2, "IP_TTL", &number, 4, "[64]");
    tell_whole(0, "SOL_IP", 1, "IP_TOS", &number, 1, "[0x40]");
    tell_whole(0, "SOL_IP", 23, "IP_CHECKSUM", &number, 4, "[64]");
    tell_whole(0, "SOL_IP", 7, "IP_RETOPTS", &number, 3, "[0x40, 0, 0]");
    tell_whole(0, "SOL_IP", 6, "IP_RECVOPTS", &number, 3, "[0x40, 0, 0]");
    tell_whole(0, "SOL_IP", 99, "?IP", &number, 4, "");
    tell_whole(41, "SOL_IPV6", 52, "#", &number, 4, "");
    tell_whole(17, "SOL_UDP", 103, "#", &number, 4, "");
    tell_whole(279, "SOL_ALG", 3, "#", &number, 4, "");
}

static void tell_strange(void) {
    const int numbers[] = {0, 1, 7};
    const char* rights = text("%s, cmsg_type=%s", NAMED(SOL_SOCKET), NAMED(SCM_RIGHTS));
    const size_t header = CMSG_LEN(0);
    tell_message(1, 1, numbers, 12, header + 12, header + 8,
                 text("[{cmsg_len=%zu, cmsg_level=%s, cmsg_data=[0, 1]}]", header + 12, rights));
    tell_message(1, 1, numbers, 12, header - 1, header + 8,
                 text("[{cmsg_len=%zu, cmsg_level=%s}, ... /* %s */]", header - 1, rights, pointer(place_ends[1] - 8)));
    tell_message(1, 1, numbers, 12, 0, header + 8, text("[{cmsg_len=0, cmsg_level=%s}, ... /* %s */]", rights, pointer(place_ends[1] - 8)));
    tell_message(1, 1, numbers, 12, header + 4, header - 1, pointer(place_ends[1] - header + 1));
    tell_message(1, 1, numbers, 12, header + 4, header, text("[{cmsg_len=%zu, cmsg_level=%s}]", header + 4, rights));
    tell_message(1, 1, numbers, 12, header + 4, header + 5,
                 text("[{cmsg_len=%zu, cmsg_level=%s, cmsg_data=[0]}%s]", header + 4, rights,
                      sizeof(word) == 8 ? "" : text(", ... /* %s */", pointer(place_ends[1] - 1))));
    tell_message(77, 1, numbers, 4, header + 4, header + 4,
                 text("[{cmsg_len=%zu, cmsg_level=%s, cmsg_type=0x1}]", header + 4, unnamed(77, "SOL")));
    struct msghdr message = {.msg_control = unreadable(), .msg_controllen = 24};
    TELL(syscall(SYS_sendmsg, -1, PUT(2, message), 0),
         "sendmsg(-1, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=0, msg_control=%s, msg_controllen=24, msg_flags=0}, 0)",
         pointer(unreadable()));
    message.msg_control = NULL;
    TELL(syscall(SYS_sendmsg, -1, PUT(2, message), 0),
         "sendmsg(-1, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=0, msg_control=NULL, msg_controllen=24, msg_flags=0}, 0)");
}

static void tell_passed(void) {
    int pair[2];
    EXPECT(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair) == 0);
    fprintf(telling, "socketpair(%s, %s|%s, 0, [%d, %d]) = 0\n", NAMED(AF_UNIX), NAMED(SOCK_DGRAM), NAMED(SOCK_CLOEXEC), pair[0], pair[1]);
    char bytes[CMSG_SPACE(8)] = {0};
    const struct cmsghdr header = {.cmsg_len = CMSG_LEN(8), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    memcpy(bytes, &header, sizeof(header));
    memcpy(bytes + CMSG_LEN(0), pair, 8);
    struct iovec part = {put_at(1, "x", 1), 1};
    struct msghdr message = {.msg_iov = PUT(2, part), .msg_iovlen = 1, .msg_control = PUT(3, bytes), .msg_controllen = sizeof(bytes)};
    struct msghdr* at = PUT(4, message);
    const char* start = "{msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", iov_len=1}], msg_iovlen=1";
    const char* rights = text("{cmsg_len=%zu, cmsg_level=%s, cmsg_type=%s", (size_t)CMSG_LEN(8), NAMED(SOL_SOCKET), NAMED(SCM_RIGHTS));
    TELL(syscall(SYS_sendmsg, pair[0], at, 0),
         "sendmsg(%d, %s, msg_control=[%s, cmsg_data=[%d, %d]}], msg_controllen=%zu, msg_flags=0}, 0)", pair[0], start, rights, pair[0],
         pair[1], sizeof(bytes));
    int* got = (int*)((char*)message.msg_control + CMSG_LEN(0));
    TELL(syscall(SYS_recvmsg, pair[1], at, MSG_CMSG_CLOEXEC),
         "recvmsg(%d, %s, msg_control=[%s, cmsg_data=[%d, %d]}], msg_controllen=%zu, msg_flags=%s}, %s)", pair[1], start, rights, got[0],
         got[1], sizeof(bytes), NAMED(MSG_CMSG_CLOEXEC), NAMED(MSG_CMSG_CLOEXEC));
}

static void tell_calls(void) {
    tell_of_sockets();
    tell_of_protocols();
    tell_strange();
    tell_passed();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
