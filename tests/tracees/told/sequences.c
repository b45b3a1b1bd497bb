/* Restartable sequences, which every thread of the library has registered already: the kernel refuses more of them. */
#define _GNU_SOURCE
#include "told.h"

/* linux/rseq.h */
struct sequence {
    uint32_t cpu_id_start, cpu_id;
    uint64_t rseq_cs;
    uint32_t flags, node_id, mm_cid, more[25];
} __attribute__((aligned(32)));

static void tell_calls(void) {
    const struct sequence odd = {1, 2, 0x1000, 0x7, 4, 5, {0}};
    const void* here = PUT(1, odd);
    const char* flags =
        named(0x7, "RSEQ_CS_FLAG_NO_RESTART_ON_PREEMPT|RSEQ_CS_FLAG_NO_RESTART_ON_SIGNAL|RSEQ_CS_FLAG_NO_RESTART_ON_MIGRATE");
    TELL(syscall(SYS_rseq, here, 32, 0x70, 0x11223344),
         "rseq({cpu_id_start=1, cpu_id=2, rseq_cs=0x1000, flags=%s, node_id=4, mm_cid=5}, 0x20, %s, 0x11223344)", flags,
         unnamed(0x70, "RSEQ_FLAG"));
    TELL(syscall(SYS_rseq, NULL, 0, 1, 0), "rseq(NULL, 0, %s, 0)", named(1, "RSEQ_FLAG_UNREGISTER"));
    TELL(syscall(SYS_rseq, unreadable(), -1, 0, -1), "rseq(%s, 0xffffffff, 0, 0xffffffff)", pointer(unreadable()));
    const struct sequence none = {0, 0xffffffff, 0, 0, 0, 0, {0}};
    TELL(syscall(SYS_rseq, PUT(1, none), 32, 0, 1),
         "rseq({cpu_id_start=0, cpu_id=%s, rseq_cs=NULL, flags=0, node_id=0, mm_cid=0}, 0x20, 0, 0x1)",
         named(0xffffffff, "RSEQ_CPU_ID_UNINITIALIZED"));
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
