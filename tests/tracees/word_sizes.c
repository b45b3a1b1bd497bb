/* Programs of one word size that start programs of the other, and change into one another: by fork and exec, by vfork and exec, by exec
   alone. Each makes calls of its own kind and checks them. Usage: word_sizes [STEPS] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static char own_path[4096];
static char other_path[4100];

static void find_paths(void) {
    ssize_t length = readlink("/proc/self/exe", own_path, sizeof own_path - 1);
    EXPECT(length > 0);
    strcpy(other_path, own_path);
    if (length > 3 && strcmp(own_path + length - 3, "_32") == 0) {
        other_path[length - 3] = '\0';
    } else {
        strcat(other_path, "_32");
    }
}

static void check_calls(void) {
    struct stat status;
    char byte;
    EXPECT(syscall(SYS_getppid) == getppid());
    EXPECT_FAILS(access("/does/not/exist", R_OK), ENOENT);
    EXPECT(stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));
    int file = open("/dev/zero", O_RDONLY);
    EXPECT(file >= 0 && read(file, &byte, 1) == 1 && byte == 0);
    EXPECT(close(file) == 0);
    EXPECT_FAILS(close(file), EBADF);
}

static void expect_child(pid_t child, int code) {
    int status = 0;
    EXPECT(child > 0);
    EXPECT(waitpid(child, &status, 0) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == code);
}

int main(int argc, char** argv) {
    long steps = number_argument(argc, argv, 1, 6);
    char left[24];
    find_paths();
    check_calls();
    if (argc > 2) {
        return (int)sizeof(void*); /* a child */
    }
    for (int i = 0; i < 2; ++i) {
        pid_t child = fork();
        if (child == 0) {
            check_calls();
            execl(other_path, "word_sizes", "0", "child", (char*)NULL);
            _exit(98);
        }
        expect_child(child, 12 - (int)sizeof(void*));
        child = vfork();
        if (child == 0) {
            execl(i == 0 ? other_path : own_path, "word_sizes", "0", "child", (char*)NULL);
            _exit(98);
        }
        expect_child(child, i == 0 ? 12 - (int)sizeof(void*) : (int)sizeof(void*));
        check_calls();
    }
    if (steps > 0) {
        snprintf(left, sizeof left, "%ld", steps - 1);
        execl(other_path, "word_sizes", left, (char*)NULL);
        EXPECT(!"execl returned");
    }
    printf("both word sizes worked\n");
    return 0;
}
