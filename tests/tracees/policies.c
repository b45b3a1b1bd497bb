/* The kernel accepts from a talkative thread the scheduling policies that it accepts from a quiet one. SCHED_DEADLINE takes a thread that
   may run on all CPUs, so a tracer that keeps talkative threads on one has to think of it. Answers that cannot be written are no answers.
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "expect.h"

struct attributes { /* struct sched_attr, man 2 sched_setattr */
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
};

static int try_deadline(void) {
    struct attributes one_of_ten = {.size = sizeof one_of_ten, .policy = 6, .runtime = 1000000, .deadline = 10000000, .period = 10000000};
    return syscall(SYS_sched_setattr, 0, &one_of_ten, 0) == 0 ? 0 : errno;
}

static int try_fifo(void) {
    const struct sched_param first = {1};
    return sched_setscheduler(0, SCHED_FIFO, &first) == 0 ? 0 : errno;
}

static void be_ordinary(void) {
    const struct sched_param none = {0};
    EXPECT(sched_setscheduler(0, SCHED_OTHER, &none) == 0);
    EXPECT(sched_getscheduler(0) == SCHED_OTHER);
}

static void talk(void) {
    for (int i = 0; i < 2000; ++i) {
        syscall(SYS_getppid);
    }
}

int main(void) {
    cpu_set_t all, seen;
    void* page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(page != MAP_FAILED);
    EXPECT(sched_getaffinity(0, sizeof all, &all) == 0);
    const int deadline = try_deadline();
    be_ordinary();
    const int fifo = try_fifo();
    be_ordinary();
    for (int i = 0; i < 3; ++i) {
        talk();
        EXPECT(try_deadline() == deadline);
        EXPECT(sched_getaffinity(0, sizeof seen, &seen) == 0 && CPU_EQUAL(&seen, &all));
        be_ordinary();
        talk();
        EXPECT(try_fifo() == fifo);
        EXPECT(sched_getaffinity(0, sizeof seen, &seen) == 0 && CPU_EQUAL(&seen, &all));
        be_ordinary();
        talk();
        EXPECT(sched_getaffinity(0, sizeof seen, &seen) == 0 && CPU_EQUAL(&seen, &all));
        EXPECT_FAILS(syscall(SYS_sched_getaffinity, 0, 4096, page), EFAULT);
    }
    printf("policies were accepted as before\n");
    return 0;
}
