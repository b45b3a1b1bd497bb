// A path in the last four bytes before memory that is not mapped; prints them after chdir was called with it.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    const long page = sysconf(_SC_PAGESIZE);
    char* pages = mmap(NULL, 2 * (size_t)page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED || munmap(pages + page, (size_t)page) != 0) {
        return 1;
    }
    char* path = pages + page - 4;
    memcpy(path, "/xy", 4);
    syscall(SYS_chdir, path);
    printf("%.4s\n", path);
    return 0;
}
