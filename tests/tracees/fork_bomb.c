/* Forks and threads until the kernel says no: everybody forks, its children too, until each has been refused (EAGAIN). All of them stay
   until then, and are counted at the end. The limit is that of a user of its own, where we may become another. Usage: fork_bomb [LIMIT] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int all_refused[2];
static struct {
    int made;
    int refused;
} * counts; /* shared by all */

static void* do_nothing(void* unused) { return unused; }

/* A fork that is interrupted has been counted for a moment, and others are refused for it: where a thread can be made, there is room yet.
 */
static int there_is_room(void) {
    pthread_t thread;
    const int refused = pthread_create(&thread, NULL, do_nothing, NULL);
    EXPECT(refused == EAGAIN || (refused == 0 && pthread_join(thread, NULL) == 0));
    return refused == 0;
}

static void fork_until_refused(void) {
    char byte;
    do {
        pid_t child;
        while ((child = fork()) > 0) {
            __atomic_add_fetch(&counts->made, 1, __ATOMIC_SEQ_CST);
        }
        if (child == 0) {
            fork_until_refused();
            return;
        }
        EXPECT(errno == EAGAIN);
    } while (there_is_room());
    EXPECT(syscall(SYS_getppid) >= 0);
    __atomic_add_fetch(&counts->refused, 1, __ATOMIC_SEQ_CST);
    EXPECT(close(all_refused[1]) == 0);
    EXPECT(read(all_refused[0], &byte, 1) == 0);
}

int main(int argc, char** argv) {
    pid_t first = getpid();
    struct rlimit limit;
    long most = number_argument(argc, argv, 1, 30);
    int status = 0;
    counts = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    EXPECT(counts != MAP_FAILED);
    EXPECT(pipe(all_refused) == 0);
    if (geteuid() == 0) {
        EXPECT(setuid(1000000 + (uid_t)first) == 0);
    }
    limit.rlim_cur = limit.rlim_max = (rlim_t)most;
    EXPECT(setrlimit(RLIMIT_NPROC, &limit) == 0);
    fork_until_refused();
    while (wait(&status) > 0) {
        EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    if (getpid() != first) {
        return 0;
    }
    EXPECT(errno == ECHILD);
    EXPECT(counts->refused == counts->made + 1 && counts->made < most);
    printf("the kernel said no to everybody\n");
    return 0;
}
