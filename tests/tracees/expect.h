/* What every tracee checks itself with: a failed expectation names itself on stdout and ends the program with status 99. */
#ifndef TROUPE_TESTS_TRACEES_EXPECT_H
#define TROUPE_TESTS_TRACEES_EXPECT_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPECT(condition)                                                                                                        \
    do {                                                                                                                         \
        if (!(condition)) {                                                                                                      \
            int expect_errno = errno;                                                                                            \
            printf("%s:%d: expected %s (errno %d, %s)\n", __FILE__, __LINE__, #condition, expect_errno, strerror(expect_errno)); \
            fflush(stdout);                                                                                                      \
            _exit(99);                                                                                                           \
        }                                                                                                                        \
    } while (0)

/* The call gives -1 and this errno. */
#define EXPECT_FAILS(call, code) \
    do {                         \
        errno = 0;               \
        EXPECT((call) == -1);    \
        EXPECT(errno == (code)); \
    } while (0)

static inline long number_argument(int argc, char** argv, int index, long otherwise) {
    return index < argc ? strtol(argv[index], NULL, 0) : otherwise;
}

#endif
