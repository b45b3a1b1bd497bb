/* Descriptors with what they are open on (-yy): files, also removed ones, devices, pipes, what has no name, sockets; alone and in
 * structures. */
#define _GNU_SOURCE
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>

#include "own_folder.h"

enum { most = 16 };
static struct {
    int fd;
    char name[400];
} open_files[most];
static int open_count;
static char folder[300];

static void keep_as(int fd, const char* format, ...) __attribute__((format(printf, 2, 3)));
static void keep_as(int fd, const char* format, ...) {
    EXPECT(fd >= 0 && open_count < most);
    char* name = open_files[open_count].name;
    const int number = sprintf(name, "%d", fd);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(name + number, sizeof(open_files[0].name) - (size_t)number, format, arguments);
    va_end(arguments);
    open_files[open_count++].fd = fd;
}

/* What stands behind a descriptor, beside what its link in /proc says. */
static void keep(int fd, const char* more) {
    char link[64];
    snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
    char target[300];
    const ssize_t size = readlink(link, target, sizeof(target) - 1);
    EXPECT(size > 0);
    target[size] = '\0';
    keep_as(fd, "<%s%s>", target, more);
}

static const char* of(int fd) {
    for (int i = 0; i < open_count; ++i) {
        if (open_files[i].fd == fd) {
            return open_files[i].name;
        }
    }
    return text("%d", fd);
}
static const char* here(void) {
    const char* told_here = text("AT_FDCWD<%s>", folder);
    return style == in_names ? told_here : style == in_numbers ? text("-100<%s>", folder) : text("-100 /* AT_FDCWD */<%s>", folder);
}

static int file, removed, null, ends[2], duplicate, ticks, waiting, pair[2];

static void tell_each(void) {
    for (int i = 0; i < open_count; ++i) {
        const int fd = open_files[i].fd;
        TELL(syscall(SYS_fchdir, fd), "fchdir(%s)", of(fd));
    }
    TELL(syscall(SYS_read, -1, NULL, 1), "read(-1, NULL, 1)");
    TELL(syscall(SYS_read, 999, NULL, 1), "read(999, NULL, 1)");
}

static const char* of_fd_set(const fd_set* set) {
    const char* all = "";
    for (int fd = 0; fd < FD_SETSIZE; ++fd) {
        if (FD_ISSET(fd, set)) {
            all = *all == '\0' ? of(fd) : text("%s %s", all, of(fd));
        }
    }
    return text("[%s]", all);
}

static void tell_structures(void) {
    struct pollfd polled[2] = {{.fd = file, .events = POLLIN}, {.fd = -1}};
    const void* place = PUT(1, polled);
    TELL_AS(syscall(SYS_poll, place, 2, 0), "poll([{fd=%s, events=%s}, {fd=-1}], 2, 0) = 1 ([{fd=%d, revents=%s}])", of(file),
            NAMED(POLLIN), file, NAMED(POLLIN));
    fd_set set;
    FD_ZERO(&set);
    FD_SET(file, &set);
    FD_SET(null, &set);
    const struct timespec none = {0, 0};
    const void* moment = PUT(2, none);
    fd_set* wanted = PUT(1, set);
#ifdef __i386__
    enum { select_call = SYS__newselect };
#else
    enum { select_call = SYS_select };
#endif
    const char* asked = of_fd_set(wanted);
    TELL_AS(syscall(select_call, null + 1, wanted, NULL, NULL, moment),
            "%s(%d, %s, NULL, NULL, {tv_sec=0, tv_usec=0}) = 2 (in [%d %d], left {tv_sec=0, tv_usec=0})",
            sizeof(long) == 8 ? "select" : "_newselect", null + 1, asked, file, null);
    const struct epoll_event event = {.events = EPOLLIN};
    place = PUT(1, event);
    TELL(syscall(SYS_epoll_ctl, waiting, EPOLL_CTL_ADD, file, place), "epoll_ctl(%s, %s, %s, {events=%s, data=0})", of(waiting),
         NAMED(EPOLL_CTL_ADD), of(file), NAMED(EPOLLIN));
    const unsigned long long for_users[4] = {0x100000, 0, 0, (unsigned)null};
    const unsigned long long for_none[4] = {0x100000, 0, 0, ~0ULL};
    const char* idmap = named(0x100000, "MOUNT_ATTR_IDMAP");
    const char* none_set = style == in_numbers ? "0" : "0 /* MS_??? */";
    TELL(syscall(SYS_mount_setattr, file, "absent", 0, PUT(1, for_users), 32),
         "mount_setattr(%s, \"absent\", 0, {attr_set=%s, attr_clr=0, propagation=%s, userns_fd=%s}, 32)", of(file), idmap, none_set,
         of(null));
    TELL(syscall(SYS_mount_setattr, file, "absent", 0, PUT(1, for_none), 32),
         "mount_setattr(%s, \"absent\", 0, {attr_set=%s, attr_clr=0, propagation=%s, userns_fd=18446744073709551615}, 32)", of(file), idmap,
         none_set);
    TELL(syscall(SYS_dup3, file, file, 0), "dup3(%s, %s, 0)", of(file), of(file));
    TELL(syscall(SYS_splice, file, NULL, ends[1], NULL, 0, 0), "splice(%s, NULL, %s, NULL, 0, 0)", of(file), of(ends[1]));
    TELL(syscall(SYS_sendfile, null, file, NULL, 0), "sendfile(%s, %s, NULL, 0)", of(null), of(file));
    TELL_AS(syscall(SYS_dup, file), "dup(%s) = %ld<%s/file>", of(file), result, folder);
    TELL_AS(syscall(SYS_openat, AT_FDCWD, "file", O_RDONLY), "openat(%s, \"file\", %s) = %ld<%s/file>", here(), NAMED(O_RDONLY), result,
            folder);
    TELL(syscall(SYS_close, duplicate), "close(%s)", of(duplicate));
    TELL(syscall(SYS_close, duplicate), "close(%d)", duplicate);
}

static void tell_calls(void) {
    tell_each();
    tell_structures();
    TELL(syscall(SYS_openat, AT_FDCWD, "absent", O_RDONLY), "openat(%s, \"absent\", %s)", here(), NAMED(O_RDONLY));
    TELL(syscall(SYS_openat, file, "absent", O_RDONLY), "openat(%s, \"absent\", %s)", of(file), NAMED(O_RDONLY));
}

int main(int argc, char** argv) {
    enter_own_folder();
    EXPECT(getcwd(folder, sizeof(folder)) != NULL);
    file = open("file", O_CREAT | O_RDWR, 0600);
    removed = open("removed", O_CREAT | O_RDWR, 0600);
    EXPECT(unlink("removed") == 0);
    null = open("/dev/null", O_RDWR);
    EXPECT(pipe(ends) == 0);
    duplicate = dup(file);
    ticks = timerfd_create(CLOCK_MONOTONIC, 0);
    waiting = epoll_create1(0);
    EXPECT(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
    keep(file, "");
    keep_as(removed, "<%s/removed>(deleted)", folder);
    keep(null, "<char 1:3>");
    keep(ends[0], "");
    keep(ends[1], "");
    keep_as(duplicate, "<%s/file>", folder);
    keep(ticks, "");
    keep(waiting, "");
    struct stat ends_of_pair[2];
    EXPECT(fstat(pair[0], &ends_of_pair[0]) == 0 && fstat(pair[1], &ends_of_pair[1]) == 0);
    keep_as(pair[0], "<UNIX-STREAM:[%lu->%lu]>", (word)ends_of_pair[0].st_ino, (word)ends_of_pair[1].st_ino);
    const int status = tell_main(argc, argv, "-yy");
    leave_own_folder();
    return status;
}
