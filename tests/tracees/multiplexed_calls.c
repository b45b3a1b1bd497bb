/* socketcall and ipc, by which an i386 program may make many calls through one number. 32 bit only. */
#define _GNU_SOURCE
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include "expect.h"

enum { call_socketpair = 8, call_sendto = 11, call_recvfrom = 12, call_shutdown = 13 };
enum { ipc_semget = 2, ipc_shmget = 23, ipc_shmctl = 24, ipc_version_64 = 0x100 };

int main(void) {
    int ends[2] = {-1, -1};
    char buffer[16] = "";
    long pair[] = {AF_UNIX, SOCK_STREAM, 0, (long)ends};
    EXPECT(syscall(SYS_socketcall, call_socketpair, pair) == 0);
    EXPECT(ends[0] >= 0 && ends[1] >= 0);
    long send_hello[] = {ends[0], (long)"hello", 5, 0, 0, 0};
    EXPECT(syscall(SYS_socketcall, call_sendto, send_hello) == 5);
    long receive[] = {ends[1], (long)buffer, sizeof buffer, 0, 0, 0};
    EXPECT(syscall(SYS_socketcall, call_recvfrom, receive) == 5);
    EXPECT(memcmp(buffer, "hello", 5) == 0);
    long shut[] = {ends[0], SHUT_RDWR};
    EXPECT(syscall(SYS_socketcall, call_shutdown, shut) == 0);
    EXPECT_FAILS(syscall(SYS_socketcall, 99, pair), EINVAL);
    EXPECT_FAILS(syscall(SYS_socketcall, call_socketpair, (void*)8), EFAULT);

    long segment = syscall(SYS_ipc, ipc_shmget, IPC_PRIVATE, 4096, IPC_CREAT | 0600, 0, 0);
    EXPECT(segment >= 0);
    EXPECT(syscall(SYS_ipc, ipc_shmctl, segment, IPC_RMID | ipc_version_64, 0, NULL, 0) == 0);
    EXPECT(syscall(SYS_ipc, ipc_semget, IPC_PRIVATE, -1, 0, 0, 0) == -1);
    EXPECT(errno == EINVAL || errno == ENOSPC);
    printf("multiplexed calls answered\n");
    return 0;
}
