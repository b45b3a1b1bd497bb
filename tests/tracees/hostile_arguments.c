/* Arguments as a fuzzer makes them: strings of random bytes, of invalid UTF-8 and of a megabyte, structures full of random bytes, wrong
   lengths, calls with random numbers as arguments. Each call fails or does no harm, and the program goes on.
   Usage: hostile_arguments [ROUNDS [SEED]] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>

#include "expect.h"

enum { megabyte = 1 << 20, block = 4096 };

static uint64_t state;

static uint64_t random_number(void) { /* xorshift64 */
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void fill(unsigned char* bytes, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        bytes[i] = (unsigned char)random_number();
    }
}

/* Paths that no file has: below a file that is no folder. */
static void pass_strings(unsigned char* bytes, int null) {
    static const char* const texts[] = {"\xff\xfe",
                                        "\xc0\x80",
                                        "\xed\xa0\x80",
                                        "\xf4\x90\x80\x80",
                                        "\xf0\x9f\x8e",
                                        "Gr\xc3\xbc\xc3\x9f"
                                        "e",
                                        "\"\\\n\t\b\x01\x7f",
                                        "\xe2\x80\xa8\xe2\x80\xa9",
                                        "</script>",
                                        "{\"base64\":1}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
        char path[64];
        snprintf(path, sizeof path, "/dev/null/%s", texts[i]);
        EXPECT_FAILS(open(path, O_RDONLY), ENOTDIR);
        EXPECT(write(null, texts[i], strlen(texts[i])) == (ssize_t)strlen(texts[i]));
    }
    fill(bytes, block);
    memcpy(bytes, "/dev/null/", 10);
    bytes[200] = 0;
    EXPECT(open((char*)bytes, O_RDONLY) == -1);
    EXPECT(stat((char*)bytes, (struct stat*)(bytes + block)) == -1);
}

static void pass_a_megabyte(unsigned char* bytes, int null) {
    fill(bytes, megabyte);
    EXPECT(write(null, bytes, megabyte) == megabyte);
    memset(bytes, '/', megabyte - 1);
    bytes[megabyte - 1] = 0;
    EXPECT_FAILS(open((char*)bytes, O_RDONLY), ENAMETOOLONG);
    char* arguments[] = {(char*)bytes, (char*)bytes, NULL};
    EXPECT(execve("/dev/null/x", arguments, arguments) == -1);
}

static void pass_structures(unsigned char* bytes, int null) {
    int pair[2];
    EXPECT(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) == 0);
    fill(bytes, block);
    /* Lengths that may not be waited for or allocated are kept small; all else is random. */
    socklen_t length = (socklen_t)(random_number() % 140);
    connect(pair[0], (struct sockaddr*)bytes, length);
    bind(pair[0], (struct sockaddr*)bytes, length);
    setsockopt(pair[0], (int)(random_number() % 300), (int)(random_number() % 60), bytes, length);
    getsockopt(pair[0], (int)(random_number() % 300), (int)(random_number() % 60), bytes, &length);
    struct iovec vector[4] = {{bytes, 10}, {(void*)(uintptr_t)random_number(), 5}, {bytes, (size_t)random_number() % block}, {NULL, 3}};
    struct msghdr message = {bytes, length, vector, 1 + random_number() % 4, bytes + 500, random_number() % 100, (int)random_number()};
    sendmsg(pair[0], &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    recvmsg(pair[1], &message, MSG_DONTWAIT);
    writev(null, vector, 4);
    struct epoll_event event;
    fill((unsigned char*)&event, sizeof event);
    epoll_ctl(null, (int)(random_number() % 5), pair[0], &event);
    struct pollfd polls[8];
    fill((unsigned char*)polls, sizeof polls);
    poll(polls, 8, 0);
    struct timespec times[2];
    fill((unsigned char*)times, sizeof times);
    utimensat(-1, "x", times, 0);
    times[0].tv_nsec = -1;
    EXPECT_FAILS(nanosleep(&times[0], NULL), EINVAL);
    fill(bytes, block);
    syscall(SYS_rt_sigqueueinfo, -1, SIGUSR1, bytes);
    fcntl(null, (int)(random_number() % 50), bytes);
    for (int i = 0; i < 4; ++i) {
        syscall(SYS_ioctl, null, (unsigned)random_number(), bytes);
    }
    close(pair[0]);
    close(pair[1]);
}

/* Calls that only ask, with any numbers: they cannot do harm. */
static void pass_numbers(void) {
    static const long calls[] = {
        SYS_fstat, SYS_lseek,     SYS_getdents64, SYS_getpeername, SYS_sched_getaffinity, SYS_readlink,      SYS_statx,     SYS_getpriority,
        SYS_times, SYS_faccessat, SYS_flistxattr, SYS_mincore,     SYS_getgroups,         SYS_rt_sigpending, SYS_getitimer, 900,
        4095};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; ++i) {
        syscall(calls[i], (long)random_number() | 0x100000, (long)random_number(), (long)random_number(), (long)random_number(),
                (long)random_number(), (long)random_number());
    }
}

int main(int argc, char** argv) {
    long rounds = number_argument(argc, argv, 1, 20);
    state = (uint64_t)number_argument(argc, argv, 2, 1) * 0x9e3779b97f4a7c15ULL | 1;
    unsigned char* bytes = mmap(NULL, 2 * megabyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    EXPECT(bytes != MAP_FAILED && null >= 0);
    pass_a_megabyte(bytes, null);
    for (long i = 0; i < rounds; ++i) {
        pass_strings(bytes, null);
        pass_structures(bytes, null);
        pass_numbers();
    }
    printf("hostile arguments passed\n");
    return 0;
}
