/* Messages over a pair of sockets: bytes, headers and vectors of them, one and several in a call, and headers that make no sense. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

#include "told.h"

static int out, in;

static void tell_bytes(void) {
    const char bytes[] = "hello\n\xff\0001234567890123456789012345";
    const char* brief = "\"hello\\n\\377\\000123456789012345678901234\"...";
    const void* at = put_at(1, bytes, 33);
    TELL(syscall(SYS_sendto, out, at, 5, MSG_DONTWAIT | MSG_NOSIGNAL, NULL, 0), "sendto(%d, \"hello\", 5, %s, NULL, 0)", out,
         named(MSG_DONTWAIT | MSG_NOSIGNAL, "MSG_DONTWAIT|MSG_NOSIGNAL"));
    TELL(syscall(SYS_sendto, out, at, 33, 0, NULL, 0), "sendto(%d, %s, 33, 0, NULL, 0)", out, brief);
    TELL(syscall(SYS_sendto, out, at, 0, 0, NULL, 0), "sendto(%d, \"\", 0, 0, NULL, 0)", out);
    TELL(syscall(SYS_sendto, out, NULL, 5, 0, NULL, 0), "sendto(%d, NULL, 5, 0, NULL, 0)", out);
    TELL(syscall(SYS_sendto, out, unreadable(), 5, 0, NULL, 0), "sendto(%d, %s, 5, 0, NULL, 0)", out, pointer(unreadable()));
    at = put_at(1, bytes, 5);
    TELL(syscall(SYS_sendto, out, at, 6, 0, NULL, 0), "sendto(%d, %s, 6, 0, NULL, 0)", out, pointer(at));
    TELL(syscall(SYS_sendto, -1, at, 5, 0xffffffffU, NULL, 0), "sendto(-1, \"hello\", 5, %s, NULL, 0)",
         named(0xffffffff,
               "MSG_OOB|MSG_PEEK|MSG_DONTROUTE|MSG_CTRUNC|MSG_PROBE|MSG_TRUNC|MSG_DONTWAIT|MSG_EOR|MSG_WAITALL|MSG_FIN|MSG_SYN|MSG_CONFIRM|"
               "MSG_RST|MSG_ERRQUEUE|MSG_NOSIGNAL|MSG_MORE|MSG_WAITFORONE|MSG_SENDPAGE_NOTLAST|MSG_BATCH|MSG_NO_SHARED_FRAGS|MSG_ZEROCOPY|"
               "MSG_FASTOPEN|MSG_CMSG_CLOEXEC|MSG_CMSG_COMPAT|0x1bf00000"));
    TELL(syscall(SYS_sendto, -1, at, 5, 0x1000000, NULL, 0), "sendto(-1, \"hello\", 5, %s, NULL, 0)", unnamed(0x1000000, "MSG"));
    const struct sockaddr_in to = {AF_INET, htons(53), {htonl(0x7f000001)}, {0}};
    const char* address = text("{sa_family=%s, sin_port=%s, sin_addr=%s}", NAMED(AF_INET), network_order("htons(53)", "\\x00\\x35"),
                               network_order("inet_addr(\"127.0.0.1\")", "\\x7f\\x00\\x00\\x01"));
    TELL(syscall(SYS_sendto, -1, at, 5, 0, PUT(2, to), 16), "sendto(-1, \"hello\", 5, 0, %s, 16)", address);
    TELL(syscall(SYS_sendto, -1, at, 5, 0, PUT(2, to), 17), "sendto(-1, \"hello\", 5, 0, %s, 17)", pointer(PUT(2, to)));
    TELL(syscall(SYS_sendto, -1, at, 5, 0, NULL, 16), "sendto(-1, \"hello\", 5, 0, NULL, 16)");
}

static void tell_received(void) {
    char room[40] = {0};
    const struct sockaddr_un none = {.sun_family = 0};
    const int size = sizeof(none);
    void* at = PUT(1, room);
    void* from = PUT(2, none);
    int* length = PUT(3, size);
    TELL(syscall(SYS_recvfrom, in, at, 40, MSG_PEEK, from, length), "recvfrom(%d, \"hello\", 40, %s, %s, [110 => 0])", in, NAMED(MSG_PEEK),
         pointer(from));
    *length = 110;
    TELL(syscall(SYS_recvfrom, in, at, 2, MSG_TRUNC, NULL, NULL), "recvfrom(%d, \"he\", 2, %s, NULL, NULL)", in, NAMED(MSG_TRUNC));
    TELL(syscall(SYS_recvfrom, in, at, 40, 0, NULL, length),
         "recvfrom(%d, \"hello\\n\\377\\000123456789012345678901234\"..., 40, 0, NULL, %s)", in, pointer(length));
    TELL(syscall(SYS_recvfrom, in, at, 40, 0, from, NULL), "recvfrom(%d, %s, 40, 0, %s, NULL)", in, pointer(at), pointer(from));
    TELL(syscall(SYS_recvfrom, in, at, 40, MSG_DONTWAIT, from, length), "recvfrom(%d, %s, 40, %s, %s, [110])", in, pointer(at),
         NAMED(MSG_DONTWAIT), pointer(from));
    TELL(syscall(SYS_recvfrom, -1, NULL, 0, 0, from, unreadable()), "recvfrom(-1, NULL, 0, 0, %s, %s)", pointer(from),
         pointer(unreadable()));
}

static void tell_header(const char* call, int number, const struct msghdr* message, const char* header) {
    TELL(syscall(number, out, message, MSG_DONTWAIT), "%s(%d, %s, %s)", call, out, header, NAMED(MSG_DONTWAIT));
}

static void tell_headers(void) {
    struct iovec parts[3] = {{put_at(1, "abc", 3), 3}, {NULL, 0}, {put_at(2, "de", 2), 2}};
    struct msghdr message = {.msg_iov = PUT(3, parts), .msg_iovlen = 3};
    const char* vector = "[{iov_base=\"abc\", iov_len=3}, {iov_base=NULL, iov_len=0}, {iov_base=\"de\", iov_len=2}]";
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                text("{msg_name=NULL, msg_namelen=0, msg_iov=%s, msg_iovlen=3, msg_controllen=0, msg_flags=0}", vector));
    message.msg_flags = MSG_EOR;
    message.msg_namelen = 7;
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                text("{msg_name=NULL, msg_namelen=7, msg_iov=%s, msg_iovlen=3, msg_controllen=0, msg_flags=%s}", vector, NAMED(MSG_EOR)));
    message.msg_flags = 0;
    message.msg_name = unreadable();
    tell_header(
        "sendmsg", SYS_sendmsg, PUT(4, message),
        text("{msg_name=%s, msg_namelen=7, msg_iov=%s, msg_iovlen=3, msg_controllen=0, msg_flags=0}", pointer(unreadable()), vector));
    message = (struct msghdr){.msg_iov = NULL, .msg_iovlen = 3};
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                "{msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=3, msg_controllen=0, msg_flags=0}");
    message = (struct msghdr){.msg_iov = unreadable(), .msg_iovlen = 3};
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                text("{msg_name=NULL, msg_namelen=0, msg_iov=%s, msg_iovlen=3, msg_controllen=0, msg_flags=0}", pointer(unreadable())));
    message = (struct msghdr){.msg_iov = PUT(3, parts), .msg_iovlen = 4};
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                text("{msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"abc\", iov_len=3}, {iov_base=NULL, iov_len=0}, {iov_base=\"de\", "
                     "iov_len=2}, ... /* %s */], msg_iovlen=4, msg_controllen=0, msg_flags=0}",
                     pointer((char*)PUT(3, parts) + sizeof(parts))));
    message.msg_iovlen = 0;
    tell_header("sendmsg", SYS_sendmsg, PUT(4, message),
                "{msg_name=NULL, msg_namelen=0, msg_iov=[], msg_iovlen=0, msg_controllen=0, msg_flags=0}");
    tell_header("sendmsg", SYS_sendmsg, NULL, "NULL");
    tell_header("sendmsg", SYS_sendmsg, unreadable(), pointer(unreadable()));
    const void* half = PUT_SHORT(4, message, 1);
    tell_header("sendmsg", SYS_sendmsg, half, pointer(half));
    tell_header("recvmsg", SYS_recvmsg, NULL, "NULL");
    tell_header("recvmsg", SYS_recvmsg, unreadable(), pointer(unreadable()));
    tell_header("recvmsg", SYS_recvmsg, half, pointer(half));
}

static void tell_headers_received(void) {
    char room[10] = {0};
    struct iovec parts[2] = {{put_at(1, room, 4), 4}, {put_at(2, room, 3), 3}};
    struct sockaddr_un none = {.sun_family = 0};
    struct msghdr empty = {.msg_name = PUT(5, none), .msg_namelen = 110, .msg_iov = PUT(3, parts), .msg_iovlen = 2};
    struct msghdr* message = PUT(4, empty);
    TELL(syscall(SYS_recvmsg, in, message, MSG_PEEK),
         "recvmsg(%d, {msg_name=%s, msg_namelen=110 => 0, msg_iov=[{iov_base=\"abcd\", iov_len=4}, {iov_base=\"e\", iov_len=3}], "
         "msg_iovlen=2, msg_controllen=0, msg_flags=0}, %s)",
         in, pointer(empty.msg_name), NAMED(MSG_PEEK));
    empty.msg_iovlen = 1;
    empty.msg_name = NULL;
    message = PUT(4, empty);
    TELL(syscall(SYS_recvmsg, in, message, 0),
         "recvmsg(%d, {msg_name=NULL, msg_namelen=110, msg_iov=[{iov_base=\"abcd\", iov_len=4}], msg_iovlen=1, msg_controllen=0, "
         "msg_flags=%s}, 0)",
         in, NAMED(MSG_TRUNC));
    TELL(syscall(SYS_recvfrom, in, room, 1, MSG_TRUNC, NULL, NULL), "recvfrom(%d, \"a\", 1, %s, NULL, NULL)", in, NAMED(MSG_TRUNC));
    TELL(syscall(SYS_recvfrom, in, room, 1, 0, NULL, NULL), "recvfrom(%d, \"\", 1, 0, NULL, NULL)", in);
    TELL(syscall(SYS_recvmsg, in, message, MSG_DONTWAIT), "recvmsg(%d, {msg_namelen=110}, %s)", in, NAMED(MSG_DONTWAIT));
}

static void tell_several(void) {
    struct iovec parts[2] = {{put_at(1, "one", 3), 3}, {put_at(2, "two2", 4), 4}};
    struct iovec* at = PUT(3, parts);
    struct mmsghdr pair[2] = {{.msg_hdr = {.msg_iov = at, .msg_iovlen = 1}}, {.msg_hdr = {.msg_iov = at + 1, .msg_iovlen = 1}}};
    struct mmsghdr* messages = PUT(4, pair);
    const char* one =
        "{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"one\", iov_len=3}], msg_iovlen=1, msg_controllen=0, msg_flags=0}";
    const char* two =
        "{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"two2\", iov_len=4}], msg_iovlen=1, msg_controllen=0, msg_flags=0}";
    const char* both = text("%s, msg_len=3}, %s, msg_len=4}", one, two);
    TELL(syscall(SYS_sendmmsg, -1, messages, 2, 0), "sendmmsg(-1, [%s}, %s}], 2, 0)", one, two);
    TELL(syscall(SYS_sendmmsg, -1, messages, 0, 0), "sendmmsg(-1, [], 0, 0)");
    TELL(syscall(SYS_sendmmsg, -1, NULL, 2, 0), "sendmmsg(-1, NULL, 2, 0)");
    TELL(syscall(SYS_sendmmsg, out, unreadable(), 2, 0), "sendmmsg(%d, %s, 2, 0)", out, pointer(unreadable()));
    TELL(syscall(SYS_sendmmsg, out, messages, 3, 0), "sendmmsg(%d, [%s, ... /* %s */], 3, 0)", out, both, pointer(messages + 2));
    TELL(syscall(SYS_recvmmsg, in, messages, 2, MSG_DONTWAIT, NULL), "recvmmsg(%d, [%s], 2, %s, NULL)", in, both, NAMED(MSG_DONTWAIT));
    TELL(syscall(SYS_sendmmsg, out, messages, 2, 0), "sendmmsg(%d, [%s], 2, 0)", out, both);
    const struct timespec wait = {0, 1};
    TELL_AS(syscall(SYS_recvmmsg, in, messages, 2, MSG_WAITFORONE, PUT(5, wait)),
            "recvmmsg(%d, [%s], 2, %s, {tv_sec=0, tv_nsec=1}) = 1 (left {tv_sec=0, tv_nsec=0})", in, text("%s, msg_len=3}", one),
            NAMED(MSG_WAITFORONE));
    TELL(syscall(SYS_recvmmsg, in, messages, 2, MSG_DONTWAIT, NULL),
         "recvmmsg(%d, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"two\", iov_len=3}], msg_iovlen=1, msg_controllen=0, "
         "msg_flags=%s}, msg_len=3}], 2, %s, NULL)",
         in, NAMED(MSG_TRUNC), NAMED(MSG_DONTWAIT));
    TELL(syscall(SYS_recvmmsg, in, messages, 2, MSG_DONTWAIT, NULL), "recvmmsg(%d, %s, 2, %s, NULL)", in, pointer(messages),
         NAMED(MSG_DONTWAIT));
    TELL(syscall(SYS_recvmmsg, -1, messages, 2, 0, PUT(5, wait)), "recvmmsg(-1, %s, 2, 0, {tv_sec=0, tv_nsec=1})", pointer(messages));
    TELL(syscall(SYS_recvmmsg, -1, NULL, 2, 0, unreadable()), "recvmmsg(-1, NULL, 2, 0, %s)", pointer(unreadable()));
}

static void tell_calls(void) {
    int pair[2];
    EXPECT(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair) == 0);
    fprintf(telling, "socketpair(%s, %s|%s, 0, [%d, %d]) = 0\n", NAMED(AF_UNIX), NAMED(SOCK_DGRAM), NAMED(SOCK_CLOEXEC), pair[0], pair[1]);
    out = pair[0];
    in = pair[1];
    tell_bytes();
    tell_received();
    tell_headers();
    tell_headers_received();
    tell_several();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
