/* Locks of files: each command of fcntl that takes one, in the structures of its time, and flock. */
#define _GNU_SOURCE
#include <sys/file.h>

#include "own_folder.h"

static int file;

/* The kernel's structures: fcntl of 64 bit has one, i386 an old and a large one, of which the large one is packed. */
struct lock {
    short type, whence;
    long start, length;
    int process;
};
struct large_lock {
    short type, whence;
    long long start, length;
    int process;
} __attribute__((packed));

static const struct {
    int type, whence;
    const char *type_name, *whence_name;
    long start, length;
    int process;
} locks[] = {{F_RDLCK, SEEK_SET, "F_RDLCK", "SEEK_SET", 0, 0, 0},
             {F_WRLCK, SEEK_CUR, "F_WRLCK", "SEEK_CUR", 100, 0x7fffffff, 0},
             {F_UNLCK, SEEK_END, "F_UNLCK", "SEEK_END", -1, -2, -3},
             {77, -1, NULL, NULL, 5, 6, 7}};
enum { lock_count = sizeof(locks) / sizeof(locks[0]) };

static const char* of_lock(int i, const char* process) {
    const char* type = locks[i].type_name == NULL ? unnamed((word)locks[i].type, "F") : named((word)locks[i].type, locks[i].type_name);
    const char* whence = locks[i].whence_name == NULL ? unnamed(0xffff, "SEEK") : named((word)locks[i].whence, locks[i].whence_name);
    return text("{l_type=%s, l_whence=%s, l_start=%ld, l_len=%ld%s}", type, whence, locks[i].start, locks[i].length, process);
}

#define FILL(lock, i)                           \
    do {                                        \
        memset(&(lock), 0, sizeof(lock));       \
        (lock).type = (short)locks[i].type;     \
        (lock).whence = (short)locks[i].whence; \
        (lock).start = locks[i].start;          \
        (lock).length = locks[i].length;        \
        (lock).process = locks[i].process;      \
    } while (0)

/* Nothing is locked: what F_GETLK answers is F_UNLCK, and the rest as it was. */
#define TELL_LOCKS(structure, call, set, wait, get, set_name, wait_name, get_name)                                                   \
    do {                                                                                                                             \
        structure lock;                                                                                                              \
        const structure* place = NULL;                                                                                               \
        for (int i = 0; i < lock_count; ++i) {                                                                                       \
            FILL(lock, i);                                                                                                           \
            place = PUT(1, lock);                                                                                                    \
            TELL(syscall(SYS_##call, -1, set, place), #call "(-1, %s, %s)", named(set, set_name), of_lock(i, ""));                   \
            TELL(syscall(SYS_##call, -1, wait, place), #call "(-1, %s, %s)", named(wait, wait_name), of_lock(i, ""));                \
            TELL(syscall(SYS_##call, -1, get, place), #call "(-1, %s, %s)", named(get, get_name), pointer(place));                   \
        }                                                                                                                            \
        FILL(lock, 2);                                                                                                               \
        lock.type = F_WRLCK;                                                                                                         \
        lock.process = 1;                                                                                                            \
        place = PUT(1, lock);                                                                                                        \
        TELL(syscall(SYS_##call, file, get, place), #call "(%d, %s, %s)", file, named(get, get_name), pointer(place));               \
        lock.process = 0;                                                                                                            \
        lock.start = 7;                                                                                                              \
        place = PUT(1, lock);                                                                                                        \
        TELL(syscall(SYS_##call, file, get, place), #call "(%d, %s, {l_type=%s, l_whence=%s, l_start=7, l_len=-2, l_pid=0})", file,  \
             named(get, get_name), NAMED(F_UNLCK), NAMED(SEEK_END));                                                                 \
        FILL(lock, 0);                                                                                                               \
        place = PUT(1, lock);                                                                                                        \
        TELL(syscall(SYS_##call, file, set, place), #call "(%d, %s, %s)", file, named(set, set_name), of_lock(0, ""));               \
        TELL(syscall(SYS_##call, file, wait, NULL), #call "(%d, %s, NULL)", file, named(wait, wait_name));                           \
        TELL(syscall(SYS_##call, file, get, unreadable()), #call "(%d, %s, %s)", file, named(get, get_name), pointer(unreadable())); \
        lock.type = F_UNLCK;                                                                                                         \
        place = PUT(1, lock);                                                                                                        \
        TELL(syscall(SYS_##call, file, set, place), #call "(%d, %s, {l_type=%s, l_whence=%s, l_start=0, l_len=0})", file,            \
             named(set, set_name), NAMED(F_UNLCK), NAMED(SEEK_SET));                                                                 \
        place = PUT_SHORT(2, lock, 1);                                                                                               \
        TELL(syscall(SYS_##call, file, set, place), #call "(%d, %s, %s)", file, named(set, set_name), pointer(place));               \
        TELL(syscall(SYS_##call, file, get, place), #call "(%d, %s, %s)", file, named(get, get_name), pointer(place));               \
    } while (0)

static void tell_calls(void) {
#ifdef __i386__
    TELL_LOCKS(struct lock, fcntl, 6, 7, 5, "F_SETLK", "F_SETLKW", "F_GETLK");
    TELL_LOCKS(struct lock, fcntl64, 6, 7, 5, "F_SETLK", "F_SETLKW", "F_GETLK");
    TELL_LOCKS(struct large_lock, fcntl64, 13, 14, 12, "F_SETLK64", "F_SETLKW64", "F_GETLK64");
    TELL_LOCKS(struct large_lock, fcntl64, F_OFD_SETLK, F_OFD_SETLKW, F_OFD_GETLK, "F_OFD_SETLK", "F_OFD_SETLKW", "F_OFD_GETLK");
#else
    TELL_LOCKS(struct lock, fcntl, 6, 7, 5, "F_SETLK", "F_SETLKW", "F_GETLK");
    TELL_LOCKS(struct lock, fcntl, F_OFD_SETLK, F_OFD_SETLKW, F_OFD_GETLK, "F_OFD_SETLK", "F_OFD_SETLKW", "F_OFD_GETLK");
#endif
    TELL(syscall(SYS_flock, file, LOCK_SH | LOCK_NB), "flock(%d, %s)", file, named(LOCK_SH | LOCK_NB, "LOCK_SH|LOCK_NB"));
    TELL(syscall(SYS_flock, file, LOCK_UN), "flock(%d, %s)", file, NAMED(LOCK_UN));
    TELL(syscall(SYS_flock, -1, LOCK_EX), "flock(-1, %s)", NAMED(LOCK_EX));
    TELL(syscall(SYS_flock, -1, 0), "flock(-1, 0)");
    TELL(syscall(SYS_flock, -1, 0xe0), "flock(-1, %s)", named(0xe0, "LOCK_MAND|LOCK_RW"));
    TELL(syscall(SYS_flock, -1, 0x80000010U), "flock(-1, %s)", unnamed(0x80000010U, "LOCK"));
}

int main(int argc, char** argv) {
    enter_own_folder();
    file = open("file", O_CREAT | O_RDWR, 0600);
    EXPECT(file >= 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
