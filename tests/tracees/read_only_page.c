/* Calls access with a string on a page that is only readable, then prints the page: a write into it is seen here.
   A private anonymous page first, then a private mapping of a file, then a shared one. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "expect.h"

static void use(const char* what, const char* page) {
    errno = 0;
    long result = syscall(SYS_access, page, F_OK);
    printf("%s: %s, access: %ld errno %d\n", what, page, result, errno);
}

int main(void) {
    static const char text[] = "/written/before";
    char* anonymous = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(anonymous != MAP_FAILED);
    memcpy(anonymous, text, sizeof text);
    EXPECT(mprotect(anonymous, 4096, PROT_READ) == 0);
    use("anonymous", anonymous);

    int fd = (int)syscall(SYS_memfd_create, "page", 0);
    EXPECT(fd >= 0);
    EXPECT(write(fd, text, sizeof text) == (ssize_t)sizeof text);
    const char* file = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
    EXPECT(file != MAP_FAILED);
    use("file", file);

    char kept[sizeof text] = "";
    EXPECT(pread(fd, kept, sizeof kept, 0) == (ssize_t)sizeof kept);
    printf("the file itself: %s\n", kept);
    return 0;
}
