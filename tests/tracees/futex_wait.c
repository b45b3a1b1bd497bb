/* Waits on a futex that nothing wakes, until its time is over. */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>

#include "expect.h"

int main(void) {
    static uint32_t word;
    const struct timespec limit = {.tv_sec = 0, .tv_nsec = 1000000};
    EXPECT(syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, &limit, NULL, 0) == -1 && errno == ETIMEDOUT);
    puts("the wait was over in time");
    return 0;
}
