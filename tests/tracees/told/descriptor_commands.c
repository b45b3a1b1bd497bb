/* Commands of fcntl but for locks, and calls that make and close descriptors. */
#define _GNU_SOURCE
#include <signal.h>

#include "own_folder.h"

/* With numbers of their own: i386's headers have others for structures of 64 bit. */
enum { set_owner_ex = 15, get_owner_ex = 16, get_owner_ids = 17 };

static int file, sealed, ends[2];

static void tell_plain(void) {
    static const struct {
        int command;
        const char* name;
    } commands[] = {{F_GETFD, "F_GETFD"},       {F_GETFL, "F_GETFL"},           {F_GETOWN, "F_GETOWN"},      {F_GETSIG, "F_GETSIG"},
                    {F_GETLEASE, "F_GETLEASE"}, {F_GETPIPE_SZ, "F_GETPIPE_SZ"}, {F_GET_SEALS, "F_GET_SEALS"}};
    for (int i = 0; i < (int)(sizeof(commands) / sizeof(commands[0])); ++i) {
        TELL(syscall(SYS_fcntl, -1, commands[i].command, 0), "fcntl(-1, %s)", named((word)commands[i].command, commands[i].name));
    }
    TELL(syscall(SYS_fcntl, -1, F_DUPFD, 5), "fcntl(-1, %s, 5)", NAMED(F_DUPFD));
    TELL(syscall(SYS_fcntl, -1, F_DUPFD_CLOEXEC, 0xffffffffU), "fcntl(-1, %s, 4294967295)", NAMED(F_DUPFD_CLOEXEC));
    TELL(syscall(SYS_fcntl, -1, 1027, ends[0]), "fcntl(-1, %s, %d)", named(1027, "F_DUPFD_QUERY"), ends[0]);
    TELL(syscall(SYS_fcntl, -1, F_SETFD, FD_CLOEXEC), "fcntl(-1, %s, %s)", NAMED(F_SETFD), NAMED(FD_CLOEXEC));
    TELL(syscall(SYS_fcntl, -1, F_SETFD, 6), "fcntl(-1, %s, %s)", NAMED(F_SETFD), unnamed(6, "FD"));
    TELL(syscall(SYS_fcntl, -1, F_SETFD, 3), "fcntl(-1, %s, %s)", NAMED(F_SETFD), named(3, "FD_CLOEXEC|0x2"));
    TELL(syscall(SYS_fcntl, -1, F_SETFL, O_WRONLY | O_APPEND | O_NONBLOCK), "fcntl(-1, %s, %s)", NAMED(F_SETFL),
         named(O_WRONLY | O_APPEND | O_NONBLOCK, "O_WRONLY|O_APPEND|O_NONBLOCK"));
    TELL(syscall(SYS_fcntl, -1, F_SETOWN, 77), "fcntl(-1, %s, 77)", NAMED(F_SETOWN));
    TELL(syscall(SYS_fcntl, -1, F_SETOWN, -77), "fcntl(-1, %s, -77)", NAMED(F_SETOWN));
    TELL(syscall(SYS_fcntl, -1, F_SETSIG, SIGUSR1), "fcntl(-1, %s, %s)", NAMED(F_SETSIG), named_decimal(SIGUSR1, "SIGUSR1"));
    TELL(syscall(SYS_fcntl, -1, F_SETSIG, 0), "fcntl(-1, %s, 0)", NAMED(F_SETSIG));
    TELL(syscall(SYS_fcntl, -1, F_SETSIG, 1000), "fcntl(-1, %s, 1000)", NAMED(F_SETSIG));
    TELL(syscall(SYS_fcntl, -1, F_SETLEASE, F_RDLCK), "fcntl(-1, %s, %s)", NAMED(F_SETLEASE), NAMED(F_RDLCK));
    TELL(syscall(SYS_fcntl, -1, F_SETLEASE, 9), "fcntl(-1, %s, %s)", NAMED(F_SETLEASE), unnamed(9, "F"));
    TELL(syscall(SYS_fcntl, -1, F_NOTIFY, DN_ACCESS | DN_MODIFY | DN_CREATE | DN_DELETE | DN_RENAME | DN_ATTRIB | DN_MULTISHOT),
         "fcntl(-1, %s, %s)", NAMED(F_NOTIFY),
         named(0x8000003f, "DN_ACCESS|DN_MODIFY|DN_CREATE|DN_DELETE|DN_RENAME|DN_ATTRIB|DN_MULTISHOT"));
    TELL(syscall(SYS_fcntl, -1, F_SETPIPE_SZ, 0xffffffffU), "fcntl(-1, %s, 4294967295)", NAMED(F_SETPIPE_SZ));
    TELL(syscall(SYS_fcntl, -1, F_ADD_SEALS, 0x3f), "fcntl(-1, %s, %s)", NAMED(F_ADD_SEALS),
         named(0x3f, "F_SEAL_SEAL|F_SEAL_SHRINK|F_SEAL_GROW|F_SEAL_WRITE|F_SEAL_FUTURE_WRITE|F_SEAL_EXEC"));
    TELL(syscall(SYS_fcntl, -1, F_ADD_SEALS, 0xffc0), "fcntl(-1, %s, %s)", NAMED(F_ADD_SEALS), unnamed(0xffc0, "F_SEAL"));
    TELL(syscall(SYS_fcntl, -1, 1000, 0xabcdef), "fcntl(-1, %s, 0xabcdef)", unnamed(1000, "F"));
}

static void tell_answers(void) {
    TELL_AS(syscall(SYS_fcntl, file, F_GETFD), "fcntl(%d, %s) = 0x1 (flags %s)", file, NAMED(F_GETFD), named(FD_CLOEXEC, "FD_CLOEXEC"));
    TELL_AS(syscall(SYS_fcntl, ends[0], F_GETFD), "fcntl(%d, %s) = 0", ends[0], NAMED(F_GETFD));
    TELL_AS(syscall(SYS_fcntl, ends[1], F_GETFL), "fcntl(%d, %s) = 0x801 (flags O_WRONLY|O_NONBLOCK)", ends[1], NAMED(F_GETFL));
    TELL_AS(syscall(SYS_fcntl, ends[0], F_SETSIG, SIGUSR2), "fcntl(%d, %s, %s) = 0", ends[0], NAMED(F_SETSIG),
            named_decimal(SIGUSR2, "SIGUSR2"));
    TELL_AS(syscall(SYS_fcntl, ends[0], F_GETSIG), "fcntl(%d, %s) = 12 (SIGUSR2)", ends[0], NAMED(F_GETSIG));
    TELL_AS(syscall(SYS_fcntl, ends[0], F_SETPIPE_SZ, 8192), "fcntl(%d, %s, 8192) = 8192", ends[0], NAMED(F_SETPIPE_SZ));
    TELL_AS(syscall(SYS_fcntl, ends[0], F_GETPIPE_SZ), "fcntl(%d, %s) = 8192", ends[0], NAMED(F_GETPIPE_SZ));
    TELL_AS(syscall(SYS_fcntl, sealed, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), "fcntl(%d, %s, %s) = 0", sealed, NAMED(F_ADD_SEALS),
            named(6, "F_SEAL_SHRINK|F_SEAL_GROW"));
    TELL_AS(syscall(SYS_fcntl, sealed, F_GET_SEALS), "fcntl(%d, %s) = 0x6 (seals %s)", sealed, NAMED(F_GET_SEALS),
            named(6, "F_SEAL_SHRINK|F_SEAL_GROW"));
    TELL_AS(syscall(SYS_fcntl, file, F_GETLEASE), "fcntl(%d, %s) = 0x2 (F_UNLCK)", file, NAMED(F_GETLEASE));
}

static void tell_owners(void) {
    static const struct {
        int type, id;
        const char* name;
    } owners[] = {{0, 1, "F_OWNER_TID"}, {1, 0x7fffffff, "F_OWNER_PID"}, {2, -1, "F_OWNER_PGRP"}, {3, 0, NULL}};
    for (int i = 0; i < 4; ++i) {
        const int owner[2] = {owners[i].type, owners[i].id};
        const void* place = PUT(1, owner);
        const char* type = owners[i].name == NULL ? unnamed((word)owners[i].type, "F_OWNER") : named((word)owners[i].type, owners[i].name);
        TELL(syscall(SYS_fcntl, -1, set_owner_ex, place), "fcntl(-1, %s, {type=%s, pid=%d})", named(set_owner_ex, "F_SETOWN_EX"), type,
             owners[i].id);
    }
    const int empty[2] = {9, 9};
    const void* place = PUT(1, empty);
    TELL(syscall(SYS_fcntl, ends[0], get_owner_ex, place), "fcntl(%d, %s, {type=%s, pid=0})", ends[0], named(get_owner_ex, "F_GETOWN_EX"),
         named(0, "F_OWNER_TID"));
    TELL(syscall(SYS_fcntl, ends[0], get_owner_ids, place), "fcntl(%d, %s, %s)", ends[0], named(get_owner_ids, "F_GETOWNER_UIDS"),
         pointer(place));
    TELL(syscall(SYS_fcntl, -1, get_owner_ids, place), "fcntl(-1, %s, %s)", named(get_owner_ids, "F_GETOWNER_UIDS"), pointer(place));
    TELL(syscall(SYS_fcntl, -1, get_owner_ex, place), "fcntl(-1, %s, %s)", named(get_owner_ex, "F_GETOWN_EX"), pointer(place));
    TELL(syscall(SYS_fcntl, ends[0], get_owner_ex, NULL), "fcntl(%d, %s, NULL)", ends[0], named(get_owner_ex, "F_GETOWN_EX"));
    place = PUT_SHORT(2, empty, 1);
    TELL(syscall(SYS_fcntl, -1, set_owner_ex, place), "fcntl(-1, %s, %s)", named(set_owner_ex, "F_SETOWN_EX"), pointer(place));
}

static void tell_hints(void) {
    static const char* const names[] = {"RWH_WRITE_LIFE_NOT_SET", "RWH_WRITE_LIFE_NONE", "RWH_WRITE_LIFE_SHORT",
                                        "RWH_WRITE_LIFE_MEDIUM",  "RWH_WRITE_LIFE_LONG", "RWH_WRITE_LIFE_EXTREME"};
    for (unsigned long long hint = 0; hint < 6; ++hint) {
        const void* place = PUT(1, hint);
        TELL(syscall(SYS_fcntl, -1, F_SET_RW_HINT, place), "fcntl(-1, %s, [%s])", NAMED(F_SET_RW_HINT), named((word)hint, names[hint]));
        TELL(syscall(SYS_fcntl, -1, F_SET_FILE_RW_HINT, place), "fcntl(-1, %s, [%s])", NAMED(F_SET_FILE_RW_HINT),
             named((word)hint, names[hint]));
    }
    const unsigned long long odd = 1ULL << 40;
    const void* place = PUT(1, odd);
    TELL(syscall(SYS_fcntl, -1, F_SET_RW_HINT, place), "fcntl(-1, %s, [%s])", NAMED(F_SET_RW_HINT),
         style == in_numbers ? "0x10000000000" : "0x10000000000 /* RWH_WRITE_LIFE_??? */");
    TELL(syscall(SYS_fcntl, file, F_GET_RW_HINT, place), "fcntl(%d, %s, [%s])", file, NAMED(F_GET_RW_HINT), named(0, names[0]));
    TELL(syscall(SYS_fcntl, -1, F_GET_RW_HINT, place), "fcntl(-1, %s, %s)", NAMED(F_GET_RW_HINT), pointer(place));
    TELL(syscall(SYS_fcntl, -1, F_SET_RW_HINT, NULL), "fcntl(-1, %s, NULL)", NAMED(F_SET_RW_HINT));
    place = PUT_SHORT(2, odd, 1);
    TELL(syscall(SYS_fcntl, -1, F_SET_RW_HINT, place), "fcntl(-1, %s, %s)", NAMED(F_SET_RW_HINT), pointer(place));
}

static void tell_copies(void) {
    TELL(syscall(SYS_dup, -1), "dup(-1)");
    TELL(syscall(SYS_dup2, -1, 0x7fffffff), "dup2(-1, 2147483647)");
    TELL(syscall(SYS_dup3, -1, 5, O_CLOEXEC), "dup3(-1, 5, %s)", NAMED(O_CLOEXEC));
    TELL(syscall(SYS_dup3, -1, 5, 0), "dup3(-1, 5, 0)");
    TELL(syscall(SYS_dup3, -1, 5, 0x80000000U), "dup3(-1, 5, %s)", unnamed(0x80000000U, "O"));
    TELL(syscall(SYS_close, -1), "close(-1)");
    TELL(syscall(SYS_close, 0x7fffffff), "close(2147483647)");
    TELL(syscall(SYS_close_range, 0x7ffffff0, 0xffffffffU, 7), "close_range(2147483632, 4294967295, %s)",
         named(7, "CLOSE_RANGE_UNSHARE|CLOSE_RANGE_CLOEXEC|0x1"));
    TELL(syscall(SYS_close_range, 0x7ffffff0, 1, 0), "close_range(2147483632, 1, 0)");
    TELL(syscall(SYS_close_range, 5, 1, 0x80000001U), "close_range(5, 1, %s)", unnamed(0x80000001U, "CLOSE_RANGE"));
    int* place = put_at(1, ends, sizeof(ends));
    TELL(syscall(SYS_pipe, NULL), "pipe(NULL)");
    TELL(syscall(SYS_pipe, unreadable()), "pipe(%s)", pointer(unreadable()));
    TELL(syscall(SYS_pipe2, place, 0x80000000U), "pipe2(%s, %s)", pointer(place), unnamed(0x80000000U, "O"));
    TELL(syscall(SYS_pipe, place), "pipe([%d, %d])", place[0], place[1]);
    TELL(syscall(SYS_pipe2, place, O_CLOEXEC | O_NONBLOCK | O_DIRECT), "pipe2([%d, %d], %s)", place[0], place[1],
         named(O_CLOEXEC | O_NONBLOCK | O_DIRECT, "O_NONBLOCK|O_DIRECT|O_CLOEXEC"));
}

static void tell_calls(void) {
    tell_plain();
    tell_answers();
    tell_owners();
    tell_hints();
    tell_copies();
}

int main(int argc, char** argv) {
    enter_own_folder();
    file = open("file", O_CREAT | O_RDONLY | O_CLOEXEC, 0600);
    sealed = memfd_create("sealed", MFD_ALLOW_SEALING);
    EXPECT(file >= 0 && sealed >= 0 && pipe(ends) == 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
