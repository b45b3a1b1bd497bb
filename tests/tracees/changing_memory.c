/* Arguments that another thread changes, protects and unmaps while the calls are made: each call gives one of the results that
   the kernel allows. Usage: changing_memory [ROUNDS] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>

#include "expect.h"

static char* page;
static volatile int finished;

static void* change(void* unused) {
    (void)unused;
    for (unsigned round = 0; !finished; ++round) {
        switch (round % 4) {
            case 0:
                EXPECT(mprotect(page, 4096, PROT_READ | PROT_WRITE) == 0);
                break;
            case 1:
                memset(page, 'b', 4096);
                break; /* no end of the string on this page */
            case 2:
                strcpy(page, "/does/not/exist");
                break;
            default:
                if (round % 8 == 3) {
                    EXPECT(mprotect(page, 4096, PROT_NONE) == 0);
                } else {
                    EXPECT(mmap(page, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page);
                }
        }
    }
    return NULL;
}

int main(int argc, char** argv) {
    long rounds = number_argument(argc, argv, 1, 500);
    pthread_t thread;
    char* pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(pages != MAP_FAILED);
    page = pages;
    EXPECT(munmap(pages + 4096, 4096) == 0);
    EXPECT(pthread_create(&thread, NULL, change, NULL) == 0);
    for (long i = 0; i < rounds; ++i) {
        errno = 0;
        EXPECT(open(page, O_RDONLY) == -1);
        EXPECT(errno == ENOENT || errno == EFAULT || errno == ENAMETOOLONG);
        errno = 0;
        EXPECT(access(page + 4000, R_OK) == -1);
        EXPECT(errno == ENOENT || errno == EFAULT);
    }
    finished = 1;
    pthread_join(thread, NULL);
    printf("changing memory survived\n");
    return 0;
}
