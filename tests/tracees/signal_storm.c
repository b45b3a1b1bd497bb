/* Threads that queue real-time signals to one another while all of them make calls: each arrives once, and in the order in which its
   sender sent it. A full queue (EAGAIN) is tried again. The last line but one says how many there were.
   Usage: signal_storm [THREADS] [SIGNALS EACH SENDS] */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>

#include "expect.h"

enum { most = 16, sender_shift = 24 };

static struct peer {
    pthread_t thread;
    long index;
    volatile sig_atomic_t received;
    volatile sig_atomic_t last[most]; /* the number of the last signal from each sender, plus one */
    volatile sig_atomic_t wrong;
} peers[most];

static __thread struct peer* self;
static long count;
static long each;
static pthread_barrier_t all_here;
static long done;

static void receive(int number, siginfo_t* info, void* context) {
    (void)number;
    (void)context;
    int sender = info->si_value.sival_int >> sender_shift;
    int which = info->si_value.sival_int & ((1 << sender_shift) - 1);
    if (info->si_code != SI_QUEUE || self->last[sender] != which) {
        ++self->wrong;
    }
    self->last[sender] = which + 1;
    ++self->received;
}

static void* storm(void* argument) {
    self = argument;
    pthread_barrier_wait(&all_here);
    for (long i = 0; i < each; ++i) {
        for (long to = 0; to < count; ++to) {
            union sigval value = {.sival_int = (int)(self->index << sender_shift | i)};
            int code;
            while ((code = pthread_sigqueue(peers[to].thread, SIGRTMIN + 1, value)) == EAGAIN) {
                usleep(50);
            }
            EXPECT(code == 0);
        }
        EXPECT(syscall(SYS_getppid) > 0);
    }
    /* no thread leaves before all have what was sent to them */
    __atomic_add_fetch(&done, 1, __ATOMIC_SEQ_CST);
    while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) < count || self->received < count * each) {
        syscall(SYS_getppid);
    }
    pthread_barrier_wait(&all_here);
    EXPECT(self->received == count * each);
    EXPECT(self->wrong == 0);
    return NULL;
}

int main(int argc, char** argv) {
    struct sigaction action = {0};
    count = number_argument(argc, argv, 1, 5);
    each = number_argument(argc, argv, 2, 24);
    EXPECT(count >= 1 && count <= most);
    action.sa_sigaction = receive;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    EXPECT(sigaction(SIGRTMIN + 1, &action, NULL) == 0);
    EXPECT(pthread_barrier_init(&all_here, NULL, (unsigned)count) == 0);
    for (long i = 0; i < count; ++i) {
        peers[i].index = i;
        EXPECT(pthread_create(&peers[i].thread, NULL, storm, &peers[i]) == 0);
    }
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_join(peers[i].thread, NULL) == 0);
    }
    printf("signals: %ld\n", count * count * each);
    printf("the storm was counted\n");
    return 0;
}
