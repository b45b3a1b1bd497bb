// A call whose number no kernel has.
#define _GNU_SOURCE
#include <errno.h>
#include <unistd.h>

int main(void) { return syscall(1001, 1, 2, 3, 4, 5, 6) == -1 && errno == ENOSYS ? 0 : 1; }
