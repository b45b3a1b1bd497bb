/* What is asked about messages, semaphores and shared memory of System V: each command with its structure, NULL, short and unreadable. */
#define _GNU_SOURCE
#include "told.h"

/* With it, i386 takes the structures that x86-64 takes. No object has this number. */
enum { with_64 = 0x100, missing = -2, room = 256 };

struct command {
    unsigned number;
    const char* name;   /* or NULL */
    const char* answer; /* a structure, with W for a word, I for an int and M for a mode, or NULL: an address */
};

#define PERMISSIONS "uid=I, gid=I, mode=M"
#define ALL_PERMISSIONS PERMISSIONS ", key=I, cuid=I, cgid=I}, "
#define QUEUE "{msg_perm={" ALL_PERMISSIONS "msg_stime=W, msg_rtime=W, msg_ctime=W, msg_qnum=W, msg_qbytes=W, msg_lspid=I, msg_lrpid=I}"
#define QUEUES "{msgpool=I, msgmap=I, msgmax=I, msgmnb=I, msgmni=I, msgssz=I, msgtql=I, msgseg=4369}"
#define SEMAPHORES "{sem_perm={" ALL_PERMISSIONS "sem_otime=W, sem_ctime=W, sem_nsems=W}"
#define ALL_SEMAPHORES "{semmap=I, semmni=I, semmns=I, semmnu=I, semmsl=I, semopm=I, semume=I, semusz=I, semvmx=I, semaem=I}"
#define SEGMENT "{shm_perm={" ALL_PERMISSIONS "shm_segsz=W, shm_cpid=I, shm_lpid=I, shm_nattch=W, shm_atime=W, shm_dtime=W, shm_ctime=W}"
#define SEGMENTS "{used_ids=I, shm_tot=W, shm_rss=W, shm_swp=W, swap_attempts=W, swap_successes=W}"

static const struct command of_queues[] = {{0, "IPC_RMID", NULL},       {1, "IPC_SET", "{msg_perm={" PERMISSIONS "}, msg_qbytes=W}"},
                                           {2, "IPC_STAT", QUEUE},      {3, "IPC_INFO", QUEUES},
                                           {11, "MSG_STAT", QUEUE},     {12, "MSG_INFO", QUEUES},
                                           {13, "MSG_STAT_ANY", QUEUE}, {77, NULL, NULL}};
static const struct command of_semaphores[] = {{0, "IPC_RMID", NULL},
                                               {1, "IPC_SET", "{sem_perm={" PERMISSIONS "}}"},
                                               {2, "IPC_STAT", SEMAPHORES},
                                               {3, "IPC_INFO", ALL_SEMAPHORES},
                                               {11, "GETPID", NULL},
                                               {12, "GETVAL", NULL},
                                               {13, "GETALL", NULL},
                                               {14, "GETNCNT", NULL},
                                               {15, "GETZCNT", NULL},
                                               {16, "SETVAL", NULL},
                                               {17, "SETALL", NULL},
                                               {18, "SEM_STAT", SEMAPHORES},
                                               {19, "SEM_INFO", ALL_SEMAPHORES},
                                               {20, "SEM_STAT_ANY", SEMAPHORES},
                                               {77, NULL, NULL}};
static const struct command of_segments[] = {
    {0, "IPC_RMID", NULL},         {1, "IPC_SET", "{shm_perm={" PERMISSIONS "}}"},
    {2, "IPC_STAT", SEGMENT},      {3, "IPC_INFO", "{shmmax=W, shmmin=W, shmmni=W, shmseg=W, shmall=W}"},
    {11, "SHM_LOCK", NULL},        {12, "SHM_UNLOCK", NULL},
    {13, "SHM_STAT", SEGMENT},     {14, "SHM_INFO", SEGMENTS},
    {15, "SHM_STAT_ANY", SEGMENT}, {77, NULL, NULL}};
#define EACH(it, array) for (const struct command* it = (array); it != (array) + sizeof(array) / sizeof *(array); ++(it))

static const char* of_command(const struct command* it, const char* prefix) {
    return text("%s|%s", named(with_64, "IPC_64"), it->name ? named(it->number, it->name) : unnamed(it->number, prefix));
}

/* The numbers in their places: every byte behind the pointer is 0x11. */
static const char* with_numbers(const char* structure) {
    static char filled[1024];
    char* end = filled;
    for (const char* here = structure; *here != '\0'; ++here) {
        const bool is_place = here != structure && here[-1] == '=';
        if (is_place && *here == 'W') {
            end += sprintf(end, "%lu", (word)0x1111111111111111ULL);
        } else if (is_place && *here == 'I') {
            end += sprintf(end, "%u", 0x11111111U);
        } else if (is_place && *here == 'M') {
            end += sprintf(end, sizeof(word) == 8 ? "02104210421" : "010421");
        } else {
            *end++ = *here;
        }
    }
    *end = '\0';
    return filled;
}

static const char* answered(const struct command* it, const void* where) { return it->answer ? with_numbers(it->answer) : pointer(where); }

static void tell_of(const struct command* it, const char* call, const char* prefix, const void* where, const char* shown) {
    const int number = (int)(it->number | with_64);
    const char* command = of_command(it, prefix);
    if (strcmp(call, "semctl") == 0) {
        TELL_AS(syscall(SYS_semctl, missing, 3, number, where), "semctl(%d, 3, %s, %s) = 0 (INJECTED)", missing, command, shown);
    } else {
        TELL_AS(syscall(strcmp(call, "msgctl") == 0 ? SYS_msgctl : SYS_shmctl, missing, number, where), "%s(%d, %s, %s) = 0 (INJECTED)",
                call, missing, command, shown);
    }
}

static void tell_command(const struct command* it, const char* call, const char* prefix) {
    char bytes[room];
    memset(bytes, 0x11, sizeof bytes);
    const void* here = PUT(1, bytes);
    tell_of(it, call, prefix, here, answered(it, here));
    tell_of(it, call, prefix, NULL, "NULL");
    tell_of(it, call, prefix, unreadable(), pointer(unreadable()));
    const void* few = place_ends[1] - 12;
    tell_of(it, call, prefix, few, pointer(few));
}

static void tell_calls(void) {
    EACH(it, of_queues) { tell_command(it, "msgctl", "MSG"); }
    EACH(it, of_semaphores) { tell_command(it, "semctl", "SEM"); }
    EACH(it, of_segments) { tell_command(it, "shmctl", "SHM"); }
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=msgctl,semctl,shmctl:retval=0"); }
