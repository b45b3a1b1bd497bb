/* Asks for and sets what a process is made of: the codes of prctl and arch_prctl, capabilities, priorities, scheduling, comparisons,
   quotas, nodes of memory, filters. Most calls are refused, for their arguments are chosen to be shown, not to be obeyed: whole, null,
   unmapped, with bits that no name has, and with an upper half that the kernel takes or does not take. */
#define _GNU_SOURCE
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#include "expect.h"

static const unsigned long junk = (unsigned long)0xfacefeeddeadbeefULL;
static const unsigned long high = (unsigned long)0xbadc0ded00000000ULL;
static char memory[512] = "0123456789abcdefghijklmnopqrstuvwxyz";

static void every_code_of_prctl(void) {
    static const unsigned codes[] = {0x53564d41, 0x59616d61};
    /* Not those that are set for good, or that end the process: PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_SET_SYSCALL_USER_DISPATCH; nor
       PR_TASK_PERF_EVENTS_DISABLE and what newer headers know. */
    for (unsigned i = 0; i < 65 + sizeof codes / sizeof codes[0]; ++i) {
        unsigned code = i < 65 ? i : codes[i - 65];
        if ((code == 29 && sizeof(long) == 4) || code == 22 || code == 24 || code == 28 || code == 38 || code == 59 || code == 31 ||
            code == 32 || code == 1 || code == 48 || code == 49) {
            continue;
        }
        syscall(SYS_prctl, code, junk, junk + 1, junk + 2, junk + 3);
        syscall(SYS_prctl, code, 0UL, 1UL, 2UL, 3UL);
        syscall(SYS_prctl, code, 1UL, 0UL, 0UL, 0UL);
        syscall(SYS_prctl, code, high + 1, 2UL, high + 1, 0UL);
        syscall(SYS_prctl, code, memory, memory, 0UL, memory);
    }
}

static void chosen_codes_of_prctl(void) {
    static struct sock_filter statements[] = {{0x20, 0, 0, 4}, {0x15, 1, 0, 0xc000003e}, {6, 0, 0, 0x50005}, {6, 0, 0, 0x7fff0000}};
    static struct sock_fprog empty = {0, statements}, far_away = {4, (void*)16}, null = {2, NULL};
    static const unsigned long calls[][5] = {
        {1, 128, 0, 0, 0},
        {1, 65, 0, 0, 0},
        {1, 15, 0, 0, 0},
        {2, (unsigned long)memory, 0, 0, 0},
        {1, 0, 0, 0, 0},
        {28, 0x20000000, 0, 0, 0},
        {33, 1, 1, 0, 0},
        {34, 0, 0, 0, 0},
        {33, 0, 0, 0, 0},
        {35, 8, 9, 0, 0},
        {35, 16, 9, 8, 7},
        {36, 1, 0, 0, 0},
        {37, (unsigned long)memory, 0, 0, 0},
        {45, 3, 0, 0, 0},
        {47, 2, 99, 0, 0},
        {47, 3, 40, 0, 0},
        {47, 4, 1, 2, 3},
        {50, 0x40010, 0, 0, 0},
        {63, 0x60000, 0, 0, 0},
        {53, 0, 4, 1, 1},
        {53, 2, 6, 1, 1},
        {55, 0x7fff8, 0, 0, 0},
        {55, 6, 0, 0, 0},
        {55, 0x80000, 0, 0, 0},
        {60, 15, 5, 0, 0},
        {59, 0, 0, 0, 0},
        {59, 0, 1, 2, 3},
        {62, 0, 0, 1, 0},
        {62, 2, 1, 2, 8},
        {22, 3, 1, 2, 3},
        {22, 0, 1, 2, 3},
        {22, 2, (unsigned long)&empty, 0, 0},
        {22, 2, (unsigned long)&far_away, 0, 0},
        {22, 2, (unsigned long)&null, 0, 0},
        {15, (unsigned long)memory, 0, 0, 0},
        {16, (unsigned long)memory, 0, 0, 0},
        {0x53564d41, 0, 0, 8, (unsigned long)memory},
        {0x53564d41, 1, 0, 8, 9},
        {0x59616d61, -1UL, 0, 0, 0},
        {0x59616d61, -2UL, 0, 0, 0},
    };
    for (unsigned i = 0; i < sizeof calls / sizeof calls[0]; ++i) {
        syscall(SYS_prctl, calls[i][0], calls[i][1], calls[i][2], calls[i][3], calls[i][4]);
    }
    static struct sock_fprog whole = {4, statements};
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_TSYNC, &whole);
    syscall(SYS_seccomp, junk, junk, junk);
}

static void codes_of_arch_prctl(void) {
    static const unsigned codes[] = {0x1003, 0x1004, 0x1011, 0x1021, 0x1022, 0x1023, 0x1024, 0x1025, 0x2001, 0x11, 0};
    for (unsigned i = 0; i < sizeof codes / sizeof codes[0]; ++i) {
        syscall(SYS_arch_prctl, codes[i], 0UL);
        syscall(SYS_arch_prctl, codes[i], junk);
        syscall(SYS_arch_prctl, codes[i], 9UL);
        syscall(SYS_arch_prctl, codes[i], memory + 128);
    }
}

static void capabilities(void) {
    static const unsigned versions[] = {_LINUX_CAPABILITY_VERSION_1, _LINUX_CAPABILITY_VERSION_2, _LINUX_CAPABILITY_VERSION_3, 0x1234};
    static unsigned sets[6] = {3, 0, 0, 1, 7, 0xffffff00};
    for (unsigned i = 0; i < 4; ++i) {
        struct __user_cap_header_struct header = {versions[i], -1};
        syscall(SYS_capget, &header, sets);
        header.version = versions[i];
        syscall(SYS_capset, &header, sets);
        header.version = versions[i];
        header.pid = 0;
        syscall(SYS_capget, &header, NULL);
        header.version = versions[i];
        unsigned own[6];
        syscall(SYS_capget, &header, own);
    }
    syscall(SYS_capset, NULL, sets);
    syscall(SYS_capset, junk, junk);
    syscall(SYS_capget, NULL, NULL);
}

static void priorities(void) {
    static const unsigned words[] = {0x4004, 0x6000, 0x2007, 0xffffffff, 0x8000, 9, 0};
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; ++i) {
        syscall(SYS_ioprio_set, i % 4, 0, words[i]);
        syscall(SYS_ioprio_get, 1, 0);
    }
    for (unsigned type = 0; type < 9; ++type) {
        syscall(SYS_kcmp, -1, -1, type, 1L, memory);
        syscall(SYS_kcmp, -1, -1, type, high, 0UL);
    }
    syscall(SYS_getpriority, 3, junk);
}

static void scheduling(void) {
    static const unsigned sizes[] = {0, 4, 8, 47, 48, 56, 64, 80};
    struct {
        unsigned size, policy;
        unsigned long long flags;
        int nice;
        unsigned priority;
        unsigned long long runtime, deadline, period;
        unsigned least, most;
        unsigned long long more[4];
    } attributes = {56, 3, 0, 5, 6, 7, 8, 9, 10, 11, {12}};
    for (unsigned flags = 0; flags < 0x100; flags += 0x27) {
        attributes.flags = flags;
        for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; ++i) {
            attributes.size = sizes[i];
            syscall(SYS_sched_setattr, -1, &attributes, i);
        }
    }
    syscall(SYS_sched_setattr, -1, NULL, 0);
    syscall(SYS_sched_setattr, -1, junk, 0);
    syscall(SYS_sched_getattr, -1, &attributes, 56, 1);
    attributes.size = 48;
    attributes.flags = 0;
    attributes.nice = 0;
    attributes.priority = 0;
    syscall(SYS_sched_setattr, 0, &attributes, 0);
    syscall(SYS_sched_getscheduler, 0);
    syscall(SYS_sched_getscheduler, junk);
}

static void quotas(void) {
    static const unsigned commands[] = {0x800001, 0x800002, 0x800003, 0x800004, 0x800005, 0x800006, 0x800007, 0x800008, 0x800009,
                                        0x5801,   0x5802,   0x5803,   0x5805,   0x5806,   0x5807,   0x5808,   0x5809,   5};
    for (unsigned i = 0; i < sizeof commands / sizeof commands[0]; ++i) {
        syscall(SYS_quotactl, commands[i] << 8 | i % 4, "/dev/there-is-none", -1, memory);
        syscall(SYS_quotactl, commands[i] << 8 | 0xee, NULL, 7, NULL);
        syscall(SYS_quotactl, commands[i] << 8, junk, 2, junk);
    }
}

static void nodes(void) {
    static unsigned long mask[40] = {1, 2};
    static void* pages[2] = {NULL, (void*)16};
    static int numbers[2] = {0, -1}, states[2];
    static const unsigned long bits[] = {0, 1, 2, 64, 65, 66, 128, 129};
    for (unsigned i = 0; i < sizeof bits / sizeof bits[0]; ++i) {
        syscall(SYS_mbind, 16UL, 4096UL, 0x8001UL + i % 5, mask, bits[i], i);
        syscall(SYS_migrate_pages, -1, bits[i], mask, NULL);
    }
    syscall(SYS_mbind, NULL, high, high + 0x4003, junk, 64UL, 0xff);
    syscall(SYS_set_mempolicy, 0xf0, mask, 64UL);
    syscall(SYS_get_mempolicy, numbers, mask, 64UL, junk, junk);
    syscall(SYS_move_pages, 0, 2UL, pages, NULL, states, 0);
    syscall(SYS_move_pages, -1, 2UL, pages, numbers, states, junk);
    syscall(SYS_membarrier, 1, 2, 3);
    syscall(SYS_membarrier, 3, 3, 3);
}

int main(void) {
    every_code_of_prctl();
    chosen_codes_of_prctl();
    codes_of_arch_prctl();
    capabilities();
    priorities();
    scheduling();
    quotas();
    nodes();
    puts("all was asked for");
    return 0;
}
