/* Messages, semaphores and shared memory of System V: made, sent, received and attached, where there are none of that number. */
#define _GNU_SOURCE
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

#include "told.h"

enum { missing = -2, no_key = 0x7ffffef1 };

#ifdef SYS_semop
#define SEMOP(id, operations, count) syscall(SYS_semop, (id), (operations), (count))
#else
#define SEMOP(id, operations, count) syscall(SYS_ipc, 1, (id), (count), 0, (operations))
#endif

static const char* with_permissions(word flags, const char* names, const char* permissions) {
    return text("%s|%s", named(flags, names), permissions);
}

static void tell_identifiers(void) {
    TELL(syscall(SYS_msgget, no_key, 0), "msgget(%#x, 000)", no_key);
    TELL(syscall(SYS_msgget, no_key, IPC_EXCL | IPC_NOWAIT | 0640), "msgget(%#x, %s)", no_key,
         with_permissions(IPC_EXCL | IPC_NOWAIT, "IPC_EXCL|IPC_NOWAIT", "0640"));
    TELL(syscall(SYS_semget, 0, -1, IPC_CREAT | 0x7000 | 1), "semget(%s, -1, %s)", named(0, "IPC_PRIVATE"),
         with_permissions(IPC_CREAT | 0x7000, "IPC_CREAT|0x7000", "001"));
    TELL(syscall(SYS_semget, no_key, 5, 0777), "semget(%#x, 5, 0777)", no_key);
    TELL(syscall(SYS_shmget, 0, 0UL, IPC_CREAT | 0600), "shmget(%s, 0, %s)", named(0, "IPC_PRIVATE"),
         with_permissions(IPC_CREAT, "IPC_CREAT", "0600"));
    TELL(syscall(SYS_shmget, no_key, -1L, SHM_HUGETLB | SHM_NORESERVE | (21 << 26)), "shmget(%#x, %lu, %s)", no_key, (word)-1,
         text("%s|21<<%s|000", named(SHM_HUGETLB | SHM_NORESERVE, "SHM_HUGETLB|SHM_NORESERVE"), named_decimal(26, "SHM_HUGE_SHIFT")));
}

struct message {
    long type;
    char bytes[5];
};

static void tell_messages(void) {
    const struct message message = {5, "abcd"};
    struct message* here = PUT(1, message);
    TELL(syscall(SYS_msgsnd, missing, here, 4L, MSG_NOERROR), "msgsnd(-2, {mtype=5, mtext=\"abcd\"}, 4, %s)", NAMED(MSG_NOERROR));
    TELL(syscall(SYS_msgsnd, missing, here, 0L, IPC_NOWAIT | 0x10000), "msgsnd(-2, {mtype=5, mtext=\"\"}, 0, %s)",
         named(IPC_NOWAIT | 0x10000, "IPC_NOWAIT|0x10000"));
    TELL(syscall(SYS_msgsnd, missing, NULL, 4L, 0), "msgsnd(-2, NULL, 4, 0)");
    TELL(syscall(SYS_msgsnd, missing, unreadable(), 4L, 0), "msgsnd(-2, %s, 4, 0)", pointer(unreadable()));
    TELL(syscall(SYS_msgrcv, missing, here, 4L, -7L, MSG_EXCEPT | MSG_COPY), "msgrcv(-2, %s, 4, -7, %s)", pointer(here),
         named(MSG_EXCEPT | MSG_COPY, "MSG_EXCEPT|MSG_COPY"));
    TELL(syscall(SYS_msgrcv, missing, NULL, -1L, 0L, 0), "msgrcv(-2, NULL, %lu, 0, 0)", (word)-1);
}

static void tell_semaphores(void) {
    const struct sembuf both[] = {{1, -2, IPC_NOWAIT | SEM_UNDO}, {3, 4, 0x80}};
    const void* here = PUT(1, both);
    const char* first = text("{sem_num=1, sem_op=-2, sem_flg=%s}", named(IPC_NOWAIT | SEM_UNDO, "SEM_UNDO|IPC_NOWAIT"));
    const char* second = text("{sem_num=3, sem_op=4, sem_flg=%s}", unnamed(0x80, "SEM"));
    TELL(SEMOP(missing, here, 2), "semop(-2, [%s, %s], 2)", first, second);
    TELL(SEMOP(missing, here, 3), "semop(-2, [%s, %s, ... /* %s */], 3)", first, second, pointer(place_ends[1]));
    TELL(SEMOP(missing, here, 0), "semop(-2, [], 0)");
    TELL(SEMOP(missing, NULL, 1), "semop(-2, NULL, 1)");
    TELL(SEMOP(missing, unreadable(), 1), "semop(-2, %s, 1)", pointer(unreadable()));
#ifdef SYS_semtimedop
    const struct { word seconds, nanoseconds; } moment = {1, 2};
    const void* limit = PUT(2, moment);
    TELL(syscall(SYS_semtimedop, missing, here, 1, limit), "semtimedop(-2, [%s], 1, {tv_sec=1, tv_nsec=2})", first);
    TELL(syscall(SYS_semtimedop, missing, here, 1, NULL), "semtimedop(-2, [%s], 1, NULL)", first);
    TELL(syscall(SYS_semtimedop, missing, NULL, 0, unreadable()), "semtimedop(-2, NULL, 0, %s)", pointer(unreadable()));
#endif
}

static void tell_segments(void) {
    TELL(syscall(SYS_shmat, missing, NULL, 0), "shmat(-2, NULL, 0)");
    TELL(syscall(SYS_shmat, missing, unreadable(), SHM_RDONLY | SHM_RND | SHM_REMAP | SHM_EXEC | 1), "shmat(-2, %s, %s)",
         pointer(unreadable()), named(0xf001, "SHM_RDONLY|SHM_RND|SHM_REMAP|SHM_EXEC|0x1"));
    TELL(syscall(SYS_shmat, missing, 1L, 0x77), "shmat(-2, 0x1, %s)", unnamed(0x77, "SHM"));
    TELL(syscall(SYS_shmdt, NULL), "shmdt(NULL)");
    TELL(syscall(SYS_shmdt, 0x77L), "shmdt(0x77)");
}

static void tell_calls(void) {
    tell_identifiers();
    tell_messages();
    tell_semaphores();
    tell_segments();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
