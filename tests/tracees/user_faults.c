/* A program that supplies pages of its own memory itself (man 2 userfaultfd), and gives the kernel strings in such pages: a thread of it
   fills them in when they are looked at, for us as for itself. Threads work until a line on stdin ends it. Says "ready" and "served", as
   serve does. Usage: user_faults [N] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "server.h"

enum { page = 4096, most_threads = 64 };
static char* region;
static int faults;
static char content[page] __attribute__((aligned(4096))) = "/does/not/exist";

static void* supply(void* unused) {
    (void)unused;
    for (;;) {
        struct pollfd wait = {faults, POLLIN, 0};
        struct uffd_msg fault;
        poll(&wait, 1, -1);
        if (read(faults, &fault, sizeof fault) != sizeof fault) {
            continue;
        }
        struct uffdio_copy copy = {.dst = fault.arg.pagefault.address & ~(page - 1ULL), .src = (unsigned long)content, .len = page};
        EXPECT(ioctl(faults, UFFDIO_COPY, &copy) == 0 || errno == EEXIST);
    }
}

static void* look(void* unused) {
    char* mine = region + page * __atomic_fetch_add(&started, 1, __ATOMIC_SEQ_CST);
    (void)unused;
    do {
        EXPECT(madvise(mine, page, MADV_DONTNEED) == 0);
        EXPECT_FAILS(access(mine, R_OK), ENOENT);
        EXPECT(madvise(mine, page, MADV_DONTNEED) == 0);
        EXPECT_FAILS(write(-1, mine, 10), EBADF);
    } while (!finished);
    return NULL;
}

int main(int argc, char** argv) {
    pthread_t supplier;
    struct uffdio_api api = {.api = UFFD_API};
    region = mmap(NULL, most_threads * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct uffdio_register all = {.range = {(unsigned long)region, most_threads * page}, .mode = UFFDIO_REGISTER_MODE_MISSING};
    EXPECT(region != MAP_FAILED);
    faults = (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
    if (faults == -1 && (errno == EPERM || errno == ENOSYS)) { /* vm.unprivileged_userfaultfd */
        printf("served\n");
        return 0;
    }
    EXPECT(faults >= 0);
    EXPECT(ioctl(faults, UFFDIO_API, &api) == 0);
    EXPECT(ioctl(faults, UFFDIO_REGISTER, &all) == 0);
    EXPECT(pthread_create(&supplier, NULL, supply, NULL) == 0);
    serve_until_told(number_argument(argc, argv, 1, 1), look);
    return 0;
}
