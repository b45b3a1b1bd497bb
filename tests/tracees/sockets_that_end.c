/* Sockets that are looked at before and after they are given names, are connected, and lose their peers, by this process and by others.
   The program says itself what a trace that remembers what it saw first shows of each look, a line a look, and then that it is done. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "expect.h"

static int looks;

/* Each look has a number of its own. */
static void look(int fd, const char* name) {
    EXPECT_FAILS(syscall(SYS_lseek, fd, ++looks, SEEK_SET), ESPIPE);
    printf("lseek(%d<%s>, %d, SEEK_SET) = -1 ESPIPE (Illegal seek)\n", fd, name, looks);
}

static void look_in_child(int fd, const char* name) {
    fflush(stdout);
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        look(fd, name);
        fflush(stdout);
        _exit(0);
    }
    int status = 0;
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
    ++looks;
}

struct Look {
    int fd;
    const char* name;
};
static void* look_for(void* about) {
    struct Look* what = about;
    look(what->fd, what->name);
    return NULL;
}
static void look_in_thread(int fd, const char* name) {
    struct Look what = {fd, name};
    pthread_t thread;
    EXPECT(pthread_create(&thread, NULL, look_for, &what) == 0 && pthread_join(thread, NULL) == 0);
}

static unsigned long inode_of(int fd) {
    struct stat file;
    EXPECT(fstat(fd, &file) == 0);
    return (unsigned long)file.st_ino;
}

static void look_at_pairs(void) {
    static const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
    for (int i = 0; i < 3; ++i) {
        const char* kind = types[i] == SOCK_STREAM ? "UNIX-STREAM" : "UNIX";
        char name[100];
        int ends[2], unseen[2];
        EXPECT(socketpair(AF_UNIX, types[i], 0, ends) == 0 && socketpair(AF_UNIX, types[i], 0, unseen) == 0);
        snprintf(name, sizeof name, "%s:[%lu->%lu]", kind, inode_of(ends[0]), inode_of(ends[1]));
        look_in_child(ends[0], name);
        EXPECT(close(ends[1]) == 0 && close(unseen[1]) == 0);
        look(ends[0], name);
        look_in_thread(ends[0], name);
        look_in_child(ends[0], name);
        snprintf(name, sizeof name, "%s:[%lu]", kind, inode_of(unseen[0]));
        look(unseen[0], name);
        EXPECT(dup2(unseen[0], ends[0]) == ends[0]); /* the number is another socket's from now on */
        look(ends[0], name);
        EXPECT(close(ends[0]) == 0 && close(unseen[0]) == 0);
    }
}

/* In the abstract namespace; `letter` makes it another one. */
static struct sockaddr_un address_of(char letter) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "sockets-that-end-%c-%07d", letter, getpid());
    return address;
}
static const socklen_t address_size = offsetof(struct sockaddr_un, sun_path) + 1 + 19 + 7;

static void look_at_names(void) {
    struct sockaddr_un here = address_of('a'), there = address_of('b');
    char name[200];
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0), other = socket(AF_UNIX, SOCK_DGRAM, 0), third = socket(AF_UNIX, SOCK_DGRAM, 0);
    snprintf(name, sizeof name, "UNIX:[%lu]", inode_of(fd));
    look(fd, name); /* there is nothing to remember yet */
    EXPECT(bind(fd, (struct sockaddr*)&here, address_size) == 0 && bind(other, (struct sockaddr*)&there, address_size) == 0);
    snprintf(name, sizeof name, "UNIX:[%lu,@\"%s\"]", inode_of(fd), here.sun_path + 1);
    look_in_thread(fd, name);
    EXPECT(connect(fd, (struct sockaddr*)&there, address_size) == 0);
    look(fd, name);
    EXPECT(connect(third, (struct sockaddr*)&here, address_size) == -1); /* which answers to the other one only */
    EXPECT(connect(other, (struct sockaddr*)&there, address_size) == 0);
    snprintf(name, sizeof name, "UNIX:[%lu->%lu,@\"%s\"]", inode_of(other), inode_of(other), there.sun_path + 1);
    look(other, name);
    EXPECT(close(fd) == 0 && close(other) == 0 && close(third) == 0);
}

static struct sockaddr_in bound(int fd) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    EXPECT(bind(fd, (struct sockaddr*)&address, size) == 0 && getsockname(fd, (struct sockaddr*)&address, &size) == 0);
    return address;
}

static void look_at_connections(void) {
    char name[100], far[100];
    int server = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);
    snprintf(name, sizeof name, "TCP:[%lu]", inode_of(client));
    look(client, name);
    struct sockaddr_in here = bound(server), there = bound(client);
    EXPECT(listen(server, 1) == 0 && connect(client, (struct sockaddr*)&here, sizeof here) == 0);
    int peer = accept(server, NULL, NULL);
    snprintf(name, sizeof name, "TCP:[127.0.0.1:%d->127.0.0.1:%d]", ntohs(there.sin_port), ntohs(here.sin_port));
    snprintf(far, sizeof far, "TCP:[127.0.0.1:%d->127.0.0.1:%d]", ntohs(here.sin_port), ntohs(there.sin_port));
    look_in_child(client, name);
    look_in_thread(peer, far);
    struct linger at_once = {1, 0};
    EXPECT(setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once) == 0);
    look(client, name);
    EXPECT(close(client) == 0);
    look(peer, far);
    snprintf(name, sizeof name, "TCP:[127.0.0.1:%d]", ntohs(here.sin_port));
    look(server, name);
    EXPECT(shutdown(server, SHUT_RDWR) == 0);
    look_in_child(server, name);
    EXPECT(close(peer) == 0 && close(server) == 0);
}

static void look_at_datagrams(void) {
    char name[100];
    struct sockaddr_in nobody = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr none = {.sa_family = AF_UNSPEC};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in here = bound(fd);
    snprintf(name, sizeof name, "UDP:[127.0.0.1:%d]", ntohs(here.sin_port));
    look(fd, name);
    EXPECT(connect(fd, (struct sockaddr*)&nobody, sizeof nobody) == 0);
    look_in_child(fd, name);
    EXPECT(connect(fd, &none, sizeof none) == 0);
    look_in_thread(fd, name);
    EXPECT(close(fd) == 0);
}

/* A trace remembers a socket for each remainder of inodes: another one with the same remainder drives it out. */
static void look_at_what_is_forgotten(void) {
    char name[100];
    int ends[2], other[2] = {-1, -1};
    EXPECT(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    snprintf(name, sizeof name, "UNIX-STREAM:[%lu->%lu]", inode_of(ends[0]), inode_of(ends[1]));
    look(ends[0], name);
    EXPECT(close(ends[1]) == 0);
    for (int i = 0;; ++i) {
        EXPECT(i < 1000000 && socketpair(AF_UNIX, SOCK_STREAM, 0, other) == 0);
        if (inode_of(other[0]) % 1024 == inode_of(ends[0]) % 1024) {
            break;
        }
        if (inode_of(other[1]) % 1024 == inode_of(ends[0]) % 1024) {
            int swapped = other[0];
            other[0] = other[1];
            other[1] = swapped;
            break;
        }
        EXPECT(close(other[0]) == 0 && close(other[1]) == 0);
    }
    look(ends[0], name);
    snprintf(name, sizeof name, "UNIX-STREAM:[%lu->%lu]", inode_of(other[0]), inode_of(other[1]));
    look_in_child(other[0], name);
    snprintf(name, sizeof name, "UNIX-STREAM:[%lu]", inode_of(ends[0]));
    look(ends[0], name);
    EXPECT(close(other[0]) == 0 && close(other[1]) == 0 && close(ends[0]) == 0);
}

int main(void) {
    look_at_pairs();
    look_at_names();
    look_at_connections();
    look_at_datagrams();
    look_at_what_is_forgotten();
    puts("sockets were looked at");
    return 0;
}
