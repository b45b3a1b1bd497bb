/* Descriptors of every sort, used, given another meaning, and closed. The program says itself what a trace that tells what descriptors are
   shows of each call, a line a call, and then that it is done. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "expect.h"

#define NULL_DEVICE "/dev/null<char 1:3>"

static void say(const char* result, const char* format, ...) {
    char call[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(call, sizeof call, format, arguments);
    va_end(arguments);
    printf("%-39s = %s\n", call, result);
}

static unsigned long inode_of(int fd) {
    struct stat file;
    EXPECT(fstat(fd, &file) == 0);
    return (unsigned long)file.st_ino;
}

static void use(int fd, const char* name) {
    EXPECT_FAILS(fdatasync(fd), EINVAL);
    say("-1 EINVAL (Invalid argument)", "fdatasync(%d<%s>)", fd, name);
}

static void use_files(void) {
    char result[100];
    int fd = open("/dev/null", O_RDONLY);
    use(fd, NULL_DEVICE);
    int copy = dup(fd);
    snprintf(result, sizeof result, "%d<" NULL_DEVICE ">", copy);
    say(result, "dup(%d<" NULL_DEVICE ">)", fd);
    int high = (int)syscall(SYS_fcntl, fd, F_DUPFD, 50);
    snprintf(result, sizeof result, "%d<" NULL_DEVICE ">", high);
    say(result, "fcntl(%d<" NULL_DEVICE ">, F_DUPFD, 50)", fd);
    EXPECT(close(copy) == 0);
    say("0", "close(%d<" NULL_DEVICE ">)", copy);
    EXPECT_FAILS(close(copy), EBADF);
    say("-1 EBADF (Bad file descriptor)", "close(%d)", copy);
    EXPECT_FAILS(close(-1), EBADF);
    say("-1 EBADF (Bad file descriptor)", "close(-1)");
    syscall(SYS_kcmp, getpid(), getppid(), 0, fd, fd); /* KCMP_FILE; not every kernel has it */
    printf("kcmp(%d, %d, KCMP_FILE, %d<" NULL_DEVICE ">, %d)\n", getpid(), getppid(), fd, fd);
    EXPECT(chdir("/") == 0);
    EXPECT_FAILS(syscall(SYS_openat, AT_FDCWD, "nowhere", O_RDONLY), ENOENT);
    say("-1 ENOENT (No such file or directory)", "openat(AT_FDCWD</>, \"nowhere\", O_RDONLY)");
    EXPECT_FAILS(syscall(SYS_openat, fd, "nowhere", O_RDONLY), ENOTDIR);
    say("-1 ENOTDIR (Not a directory)", "openat(%d<" NULL_DEVICE ">, \"nowhere\", O_RDONLY)", fd);
    EXPECT(close(fd) == 0);
}

/* A number that stands for one thing after the other. */
static void use_pipes(void) {
    char name[100];
    int ends[2], other[2];
    EXPECT(pipe(ends) == 0 && pipe(other) == 0);
    snprintf(name, sizeof name, "pipe:[%lu]", inode_of(ends[0]));
    use(ends[0], name);
    struct pollfd asked = {ends[0], POLLIN, 0};
    EXPECT(poll(&asked, 1, 0) == 0);
    say("0 (Timeout)", "poll([{fd=%d<%s>, events=POLLIN}], 1, 0)", ends[0], name);
    asked.events = POLLOUT;
    asked.fd = ends[1];
    EXPECT(poll(&asked, 1, 0) == 1);
    snprintf(name, sizeof name, "1 ([{fd=%d, revents=POLLOUT}])", ends[1]);
    say(name, "poll([{fd=%d<pipe:[%lu]>, events=POLLOUT}], 1, 0)", ends[1], inode_of(ends[1]));
    EXPECT(dup2(other[0], ends[0]) == ends[0]);
    snprintf(name, sizeof name, "pipe:[%lu]", inode_of(other[0]));
    use(ends[0], name);
}

static void use_sockets(void) {
    char name[200];
    int pair[2];
    EXPECT(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) == 0);
    snprintf(name, sizeof name, "UNIX:[%lu->%lu]", inode_of(pair[0]), inode_of(pair[1]));
    use(pair[0], name);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    int client = socket(AF_INET, SOCK_STREAM, 0);
    snprintf(name, sizeof name, "TCP:[%lu]", inode_of(server));
    use(server, name);
    EXPECT(bind(server, (struct sockaddr*)&address, size) == 0 && listen(server, 1) == 0);
    EXPECT(getsockname(server, (struct sockaddr*)&address, &size) == 0);
    const unsigned port = ntohs(address.sin_port);
    snprintf(name, sizeof name, "TCP:[127.0.0.1:%u]", port);
    use(server, name);
    EXPECT(connect(client, (struct sockaddr*)&address, size) == 0);
    EXPECT(getsockname(client, (struct sockaddr*)&address, &size) == 0);
    snprintf(name, sizeof name, "TCP:[127.0.0.1:%u->127.0.0.1:%u]", ntohs(address.sin_port), port);
    use(client, name);
}

static void use_events(void) {
    int fd = eventfd(3, EFD_SEMAPHORE);
    char path[100], line[100], name[200];
    int id = -1;
    snprintf(path, sizeof path, "/proc/self/fdinfo/%d", fd);
    FILE* info = fopen(path, "r");
    EXPECT(info != NULL);
    while (fgets(line, sizeof line, info) != NULL) {
        sscanf(line, "eventfd-id: %d", &id);
    }
    fclose(info);
    snprintf(name, sizeof name, "{eventfd-count=0x3, eventfd-id=%d, eventfd-semaphore=1}", id);
    use(fd, name);
}

int main(void) {
    use_files();
    use_pipes();
    use_sockets();
    use_events();
    puts("descriptors were used");
    return 0;
}
