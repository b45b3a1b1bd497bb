/* Where the memory of a process lies, and the memory of other processes. No other process is touched: those that are named are none. */
#define _GNU_SOURCE
#include <linux/mempolicy.h>
#include <sys/uio.h>

#include "told.h"

static void tell_policies(void) {
    static const struct {
        unsigned mode;
        const char *name, *flags;
    } modes[] = {{MPOL_DEFAULT, "MPOL_DEFAULT", NULL},
                 {MPOL_PREFERRED, "MPOL_PREFERRED", NULL},
                 {MPOL_BIND | MPOL_F_STATIC_NODES, "MPOL_BIND", "MPOL_F_STATIC_NODES"},
                 {MPOL_INTERLEAVE | MPOL_F_RELATIVE_NODES, "MPOL_INTERLEAVE", "MPOL_F_RELATIVE_NODES"},
                 {MPOL_LOCAL | MPOL_F_NUMA_BALANCING, "MPOL_LOCAL", "MPOL_F_NUMA_BALANCING"},
                 {5, "MPOL_PREFERRED_MANY", NULL},
                 {6, "MPOL_WEIGHTED_INTERLEAVE", NULL},
                 {9, NULL, NULL}};
    for (int i = 0; i < 8; ++i) {
        const unsigned mode = modes[i].mode;
        const char* told_mode = modes[i].name == NULL    ? unnamed(mode, "MPOL")
                                : modes[i].flags == NULL ? named(mode, modes[i].name)
                                                         : named(mode, text("%s|%s", modes[i].name, modes[i].flags));
        TELL(syscall(SYS_set_mempolicy, mode, unreadable(), 5), "set_mempolicy(%s, %s, 5)", told_mode, pointer(unreadable()));
    }
    unsigned long nodes[2] = {~0UL, 1};
    const void* place = PUT(1, nodes);
    const char* mask = sizeof(long) == 8 ? "[0xffffffffffffffff, 0x00000000000001]" : "[0xffffffff, 0x000001]";
    const unsigned bits = 2 * 8 * sizeof(long);
    TELL(syscall(SYS_set_mempolicy, 9, place, bits), "set_mempolicy(%s, %s, %u)", unnamed(9, "MPOL"), mask, bits);
    TELL(syscall(SYS_set_mempolicy, 9, place, 1), "set_mempolicy(%s, %s, 1)", unnamed(9, "MPOL"), pointer(place));
    TELL(syscall(SYS_set_mempolicy, 9, NULL, 0), "set_mempolicy(%s, NULL, 0)", unnamed(9, "MPOL"));
    TELL(syscall(SYS_set_mempolicy, 9, place, 0), "set_mempolicy(%s, [], 0)", unnamed(9, "MPOL"));
#ifdef __x86_64__
    TELL(syscall(SYS_set_mempolicy, 9, place, ~0UL - 61), "set_mempolicy(%s, %s, 18446744073709551554)", unnamed(9, "MPOL"),
         pointer(place));
    TELL(syscall(SYS_set_mempolicy, 9, place, -1L), "set_mempolicy(%s, %s, 18446744073709551615)", unnamed(9, "MPOL"), pointer(place));
#endif
    TELL(syscall(SYS_mbind, unreadable(), 4096, 9, place, bits, 7), "mbind(%s, 4096, %s, %s, %u, %s)", pointer(unreadable()),
         unnamed(9, "MPOL"), mask, bits, named(7, "MPOL_MF_STRICT|MPOL_MF_MOVE|MPOL_MF_MOVE_ALL"));
    TELL(syscall(SYS_mbind, NULL, 0, 9, NULL, 0, 0x80000000U), "mbind(NULL, 0, %s, NULL, 0, %s)", unnamed(9, "MPOL"),
         unnamed(0x80000000U, "MPOL"));
    int* mode = put_at(2, "????", 4);
    TELL(syscall(SYS_get_mempolicy, mode, NULL, 0, NULL, 0), "get_mempolicy([%s], NULL, 0, NULL, 0)", NAMED(MPOL_DEFAULT));
    TELL(syscall(SYS_get_mempolicy, NULL, NULL, 0, unreadable(), 0x80000007UL), "get_mempolicy(NULL, NULL, 0, %s, %s)",
         pointer(unreadable()), named(0x80000007, "MPOL_F_NODE|MPOL_F_ADDR|MPOL_F_MEMS_ALLOWED|0x80000000"));
    TELL(syscall(SYS_get_mempolicy, unreadable(), unreadable(), 5, NULL, MPOL_F_NODE), "get_mempolicy(%s, %s, 5, NULL, %s)",
         pointer(unreadable()), pointer(unreadable()), NAMED(MPOL_F_NODE));
    TELL(syscall(450, 1, 4096, 0, 5), "set_mempolicy_home_node(0x1, 4096, 0, 0x5)");
    TELL(syscall(SYS_migrate_pages, -5, bits, place, NULL), "migrate_pages(-5, %u, %s, NULL)", bits, mask);
    TELL(syscall(SYS_migrate_pages, -5, 0, NULL, unreadable()), "migrate_pages(-5, 0, NULL, [])");
}

static void tell_pages(void) {
    const void* addresses[2] = {unreadable(), NULL};
    const int nodes[2] = {0, -1};
    const void* pages = PUT(1, addresses);
    const void* wanted = PUT(2, nodes);
    void* status = put_at(3, "????????", 8);
    const char* told_pages = text("[%s, NULL]", pointer(unreadable()));
    TELL(syscall(SYS_move_pages, -5, 2, pages, wanted, status, MPOL_MF_MOVE), "move_pages(-5, 2, %s, [0, -1], %s, %s)", told_pages,
         pointer(status), NAMED(MPOL_MF_MOVE));
    TELL(syscall(SYS_move_pages, -5, 2, NULL, NULL, NULL, 0x80000000U), "move_pages(-5, 2, NULL, NULL, NULL, %s)",
         unnamed(0x80000000U, "MPOL"));
    TELL(syscall(SYS_move_pages, -5, 3, unreadable(), unreadable(), unreadable(), 0), "move_pages(-5, 3, %s, %s, %s, 0)",
         pointer(unreadable()), pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_move_pages, -5, 0, pages, wanted, status, 0), "move_pages(-5, 0, [], [], [], 0)");
    TELL(syscall(SYS_move_pages, -5, 3, pages, wanted, status, 0),
         "move_pages(-5, 3, [%s, NULL, ... /* %s */], [0, -1, ... /* %s */], %s, 0)", pointer(unreadable()),
         pointer((const char*)pages + sizeof(addresses)), pointer((const char*)wanted + 8), pointer(status));
}

static void tell_others(void) {
    static char local[] = "what is here";
    const struct iovec here[1] = {{local, 12}};
    const struct iovec there[2] = {{local, 3}, {unreadable(), 5}};
    const void* mine = PUT(1, here);
    const void* theirs = PUT(2, there);
    const char* told_theirs = text("[{iov_base=%s, iov_len=3}, {iov_base=%s, iov_len=5}]", pointer(local), pointer(unreadable()));
    TELL(syscall(SYS_process_vm_writev, -5, mine, 1, theirs, 2, 0UL),
         "process_vm_writev(-5, [{iov_base=\"what is here\", iov_len=12}], 1, %s, 2, 0)", told_theirs);
    TELL(syscall(SYS_process_vm_readv, -5, mine, 1, theirs, 2, 5UL), "process_vm_readv(-5, [{iov_base=%s, iov_len=12}], 1, %s, 2, 5)",
         pointer(local), told_theirs);
    TELL(syscall(SYS_process_vm_readv, -5, NULL, 1, unreadable(), 1, 0UL), "process_vm_readv(-5, NULL, 1, %s, 1, 0)",
         pointer(unreadable()));
    TELL(syscall(SYS_process_vm_writev, -5, mine, 0, theirs, 0, 0UL), "process_vm_writev(-5, [], 0, [], 0, 0)");
    TELL(syscall(SYS_process_madvise, -1, theirs, 2, 20, 0), "process_madvise(-1, %s, 2, %s, 0)", told_theirs, named(20, "MADV_COLD"));
    TELL(syscall(SYS_process_madvise, -1, NULL, 0, 5, 0x80000000U), "process_madvise(-1, NULL, 0, %s, 0x80000000)", unnamed(5, "MADV"));
    TELL(syscall(448, -1, 5), "process_mrelease(-1, 0x5)");
}

static void tell_calls(void) {
    tell_policies();
    tell_pages();
    tell_others();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
