/* Options of the level of sockets, set and got: numbers and structures, as long as they are, shorter and longer, and what is nowhere. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "told.h"

static int end; /* of a pair of sockets */

static const struct {
    int option;
    const char* name;
} numbers[] = {
#define NUMBER(option) \
    { option, #option }
    NUMBER(SO_DEBUG),        NUMBER(SO_REUSEADDR),  NUMBER(SO_DONTROUTE),        NUMBER(SO_BROADCAST), NUMBER(SO_SNDBUF),
    NUMBER(SO_RCVBUF),       NUMBER(SO_KEEPALIVE),  NUMBER(SO_OOBINLINE),        NUMBER(SO_NO_CHECK),  NUMBER(SO_PRIORITY),
    NUMBER(SO_REUSEPORT),    NUMBER(SO_PASSCRED),   NUMBER(SO_RCVLOWAT),         NUMBER(SO_SNDLOWAT),  NUMBER(SO_DETACH_FILTER),
    NUMBER(SO_ACCEPTCONN),   NUMBER(SO_PASSSEC),    {35, "SO_TIMESTAMPNS_OLD"},  NUMBER(SO_MARK),      NUMBER(SO_RXQ_OVFL),
    NUMBER(SO_PEEK_OFF),     NUMBER(SO_NOFCS),      NUMBER(SO_LOCK_FILTER),      NUMBER(SO_BUSY_POLL), NUMBER(SO_ZEROCOPY),
    NUMBER(SO_INCOMING_CPU), NUMBER(SO_CNX_ADVICE), {37, "SO_TIMESTAMPING_OLD"}, {75, "SO_RCVMARK"},   {73, "SO_RESERVE_MEM"},
#undef NUMBER
};

/* Nothing is changed: these lengths are not taken. */
static void tell_set_number(const char* option, int number) {
    const int values[2] = {1, 2};
    const void* at = PUT_SHORT(1, values, 5);
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, number, at, 3), "setsockopt(%d, %s, %s, %s, 3)", end, NAMED(SOL_SOCKET), option,
         pointer(at));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, number, at, 4), "setsockopt(%d, %s, %s, %s, 4)", end, NAMED(SOL_SOCKET), option,
         pointer(at));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, number, NULL, 4), "setsockopt(%d, %s, %s, NULL, 4)", end, NAMED(SOL_SOCKET), option);
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, number, at, 0), "setsockopt(%d, %s, %s, %s, 0)", end, NAMED(SOL_SOCKET), option,
         pointer(at));
    at = PUT(1, values);
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, number, at, 4), "setsockopt(-1, %s, %s, [1], 4)", NAMED(SOL_SOCKET), option);
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, number, at, 8), "setsockopt(-1, %s, %s, [1], 8)", NAMED(SOL_SOCKET), option);
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, number, at, -1), "setsockopt(-1, %s, %s, %s, -1)", NAMED(SOL_SOCKET), option, pointer(at));
}

static void tell_get_number(const char* option, int number) {
    const int none = 0, size = 4;
    int* value = PUT(1, none);
    int* length = PUT(2, size);
    long back = syscall(SYS_getsockopt, end, SOL_SOCKET, number, value, length);
    if (back != 0) {
        fprintf(telling, "getsockopt(%d, %s, %s, %s, [4])", end, NAMED(SOL_SOCKET), option, pointer(value));
    } else {
        fprintf(telling, "getsockopt(%d, %s, %s, [%d], [4])", end, NAMED(SOL_SOCKET), option, *value);
    }
    tell_result(back, errno);
    TELL(syscall(SYS_getsockopt, -1, SOL_SOCKET, number, value, length), "getsockopt(-1, %s, %s, %s, [4])", NAMED(SOL_SOCKET), option,
         pointer(value));
}

static void tell_numbers(void) {
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); ++i) {
        const char* option = named((word)numbers[i].option, numbers[i].name);
        tell_set_number(option, numbers[i].option);
        tell_get_number(option, numbers[i].option);
    }
    const char text_of_five[] = {'a', 0, (char)0x80, '"', '\n'};
    const void* five = PUT(1, text_of_five);
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, 0x7777, five, 5), "setsockopt(%d, %s, %s, \"a\\0\\200\\\"\\n\", 5)", end,
         NAMED(SOL_SOCKET), unnamed(0x7777, "SO"));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, 0x7777, five, 6), "setsockopt(%d, %s, %s, %s, 6)", end, NAMED(SOL_SOCKET),
         unnamed(0x7777, "SO"), pointer(five));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, 0x7777, five, 0), "setsockopt(%d, %s, %s, \"\", 0)", end, NAMED(SOL_SOCKET),
         unnamed(0x7777, "SO"));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, 0x7777, five, 4), "setsockopt(%d, %s, %s, [578814049], 4)", end, NAMED(SOL_SOCKET),
         unnamed(0x7777, "SO"));
}

static void tell_lengths(void) {
    const int values[2] = {77, 78}, size = 8;
    unsigned char* value = PUT(1, values);
    int* length = PUT(2, size);
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_TYPE, value, length), "getsockopt(%d, %s, %s, [1], [8 => 4])", end, NAMED(SOL_SOCKET),
         NAMED(SO_TYPE));
    *length = 3;
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_SNDLOWAT, value, length), "getsockopt(%d, %s, %s, \"\\x01\\x00\\x00\", [3])", end,
         NAMED(SOL_SOCKET), NAMED(SO_SNDLOWAT));
    *length = 0;
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_SNDLOWAT, value, length), "getsockopt(%d, %s, %s, %s, [0])", end, NAMED(SOL_SOCKET),
         NAMED(SO_SNDLOWAT), pointer(value));
    *length = -1;
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_SNDLOWAT, value, length), "getsockopt(%d, %s, %s, %s, [-1])", end, NAMED(SOL_SOCKET),
         NAMED(SO_SNDLOWAT), pointer(value));
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_SNDLOWAT, value, NULL), "getsockopt(%d, %s, %s, %s, NULL)", end, NAMED(SOL_SOCKET),
         NAMED(SO_SNDLOWAT), pointer(value));
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_SNDLOWAT, value, unreadable()), "getsockopt(%d, %s, %s, %s, %s)", end,
         NAMED(SOL_SOCKET), NAMED(SO_SNDLOWAT), pointer(value), pointer(unreadable()));
    *length = 4;
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_ERROR, value, length), "getsockopt(%d, %s, %s, [0], [4])", end, NAMED(SOL_SOCKET),
         NAMED(SO_ERROR));
    *length = 4;
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_DOMAIN, value, length), "getsockopt(%d, %s, %s, [1], [4])", end, NAMED(SOL_SOCKET),
         NAMED(SO_DOMAIN));
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_PROTOCOL, value, length), "getsockopt(%d, %s, %s, [0], [4])", end, NAMED(SOL_SOCKET),
         NAMED(SO_PROTOCOL));
}

static void tell_linger(void) {
    const struct linger set = {1, 5};
    struct linger* at = PUT(1, set);
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, SO_LINGER, at, sizeof(set)), "setsockopt(%d, %s, %s, {l_onoff=1, l_linger=5}, 8)", end,
         NAMED(SOL_SOCKET), NAMED(SO_LINGER));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, SO_LINGER, at, 7), "setsockopt(%d, %s, %s, %s, 7)", end, NAMED(SOL_SOCKET),
         NAMED(SO_LINGER), pointer(at));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, SO_LINGER, at, 9), "setsockopt(%d, %s, %s, {l_onoff=1, l_linger=5}, 9)", end,
         NAMED(SOL_SOCKET), NAMED(SO_LINGER));
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, SO_LINGER, NULL, 8), "setsockopt(%d, %s, %s, NULL, 8)", end, NAMED(SOL_SOCKET),
         NAMED(SO_LINGER));
    const int sizes[] = {8, 9, 5, 3};
    const char* texts[] = {"{l_onoff=1, l_linger=5}, [8]", "{l_onoff=1, l_linger=5}, [9 => 8]", "{l_onoff=1, l_linger=\"\\x05\"}, [5]",
                           "{l_onoff=\"\\x01\\x00\\x00\"}, [3]"};
    for (int i = 0; i < 4; ++i) {
        int* length = PUT(2, sizes[i]);
        TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_LINGER, at, length), "getsockopt(%d, %s, %s, %s)", end, NAMED(SOL_SOCKET),
             NAMED(SO_LINGER), texts[i]);
    }
}

static void tell_others(void) {
    const struct timeval wait = {1, 5};
    struct timeval* time = PUT(1, wait);
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_RCVTIMEO, time, sizeof(wait)), "setsockopt(-1, %s, %s, %s, %zu)", NAMED(SOL_SOCKET),
         named(20, "SO_RCVTIMEO_OLD"),
         sizeof(wait) == 8 ? "\"\\1\\0\\0\\0\\5\\0\\0\\0\"" : "\"\\1\\0\\0\\0\\0\\0\\0\\0\\5\\0\\0\\0\\0\\0\\0\\0\"", sizeof(wait));
    const char device[] = "lo-or-none";
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_BINDTODEVICE, put_at(1, device, sizeof(device)), sizeof(device)),
         "setsockopt(-1, %s, %s, \"lo-or-none\\0\", 11)", NAMED(SOL_SOCKET), NAMED(SO_BINDTODEVICE));
    struct ucred mine;
    const int size = sizeof(mine);
    struct ucred* at = PUT(1, mine);
    int* length = PUT(2, size);
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_PEERCRED, at, length), "getsockopt(%d, %s, %s, {pid=%d, uid=%d, gid=%d}, [12])", end,
         NAMED(SOL_SOCKET), NAMED(SO_PEERCRED), at->pid, (int)at->uid, (int)at->gid);
    const int rehash = 255;
    TELL(syscall(SYS_setsockopt, end, SOL_SOCKET, 74, PUT(1, rehash), 4), "setsockopt(%d, %s, %s, [%s], 4)", end, NAMED(SOL_SOCKET),
         named(74, "SO_TXREHASH"), named_decimal(255, "SOCK_TXREHASH_DEFAULT"));
}

static void tell_filters(void) {
    struct sock_filter statements[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 6, 0, 1),
                                       BPF_STMT(BPF_RET | BPF_K, 0xffff)};
    struct sock_fprog program = {3, PUT(3, statements)};
    const void* at = PUT(1, program);
    const char* all =
        text("{len=3, filter=[BPF_STMT(%s|%s|%s, 0), BPF_JUMP(%s|%s|%s, 0x6, 0, 0x1), BPF_STMT(%s|%s, 0xffff)]}", NAMED(BPF_LD),
             NAMED(BPF_W), NAMED(BPF_ABS), NAMED(BPF_JMP), NAMED(BPF_K), NAMED(BPF_JEQ), NAMED(BPF_RET), NAMED(BPF_K));
    const char* brief = text("{len=3, filter=%s}", pointer(program.filter));
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, at, sizeof(program)), "setsockopt(-1, %s, %s, %s, %zu)",
         NAMED(SOL_SOCKET), NAMED(SO_ATTACH_FILTER), either(brief, all), sizeof(program));
    TELL(syscall(SYS_setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, at, sizeof(program) - 1), "setsockopt(-1, %s, %s, %s, %zu)",
         NAMED(SOL_SOCKET), NAMED(SO_ATTACH_FILTER), pointer(at), sizeof(program) - 1);
    const int size = 3;
    int* length = PUT(2, size);
    TELL(syscall(SYS_getsockopt, end, SOL_SOCKET, SO_ATTACH_FILTER, at, length), "getsockopt(%d, %s, %s, %s, [3 => 0])", end,
         NAMED(SOL_SOCKET), named(SO_GET_FILTER, "SO_GET_FILTER"), pointer(at));
}

static void tell_calls(void) {
    int pair[2];
    EXPECT(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0);
    fprintf(telling, "socketpair(%s, %s|%s, 0, [%d, %d]) = 0\n", NAMED(AF_UNIX), NAMED(SOCK_STREAM), NAMED(SOCK_CLOEXEC), pair[0], pair[1]);
    end = pair[0];
    tell_numbers();
    tell_lengths();
    tell_linger();
    tell_others();
    tell_filters();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
