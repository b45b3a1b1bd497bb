/* Calls with random numbers and random arguments: pointers to random bytes, to the end of memory that can be read, to none, small numbers,
   numbers without sense. None is made: a filter of the program's own answers all whose sixth argument is marked, with success or with an
   error, so that nothing but their text is dangerous. What a tracer believes of a process by such a call is left out: seccomp, prctl where
   it is about that, and userfaultfd. Usage: random_calls CALLS [SEED]: says how many were made. */
#define _GNU_SOURCE
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "expect.h"

enum { block = 4096, page = 4096, succeeds = 0x7a11ed00, fails = 0x7a11ed01, numbers = 480 };

static uint64_t state;
static unsigned char* memory; /* a block, and nothing behind it */

static uint64_t random_number(void) { /* xorshift64 */
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void answer_marked_calls(void) {
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, succeeds, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, fails, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {sizeof program / sizeof *program, program};
    EXPECT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    EXPECT(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0);
}

/* Small numbers, sparse bits and addresses, as fields of structures have them. */
static void fill_memory(void) {
    for (size_t i = 0; i + sizeof(long) <= block; i += sizeof(long)) {
        uint64_t value = random_number();
        switch (value % 4) {
            case 0:
                value >>= 60;
                break;
            case 1:
                value &= random_number() & random_number();
                break;
            case 2:
                value = (uintptr_t)memory + value % block;
                break;
            default:
                break;
        }
        long word = (long)value;
        memcpy(memory + i, &word, sizeof word);
    }
}

static long random_argument(void) {
    uint64_t value = random_number();
    switch (random_number() % 8) {
        case 0:
        case 1:
            return (long)((uintptr_t)memory + value % block);
        case 2:
            return (long)((uintptr_t)memory + block - value % 64);
        case 3:
            return (long)(value % 64);
        case 4:
            return (long)(value & random_number() & random_number());
        case 5:
            return value % 2 ? 0 : -(long)(value % 200);
        case 6:
            return (long)(uint32_t)value;
        default:
            return (long)value;
    }
}

/* uretprobe and uprobe are for trampolines of the kernel, and pass every filter. */
static int is_believed(long number, const long* arguments) {
    return number == 335 || number == 336 || number == SYS_userfaultfd || number == SYS_seccomp ||
           (number == SYS_prctl && (int)arguments[0] == PR_SET_SECCOMP);
}

int main(int argc, char** argv) {
    long calls = number_argument(argc, argv, 1, 1000);
    state = (uint64_t)number_argument(argc, argv, 2, 1) * 0x9e3779b97f4a7c15ULL | 1;
    memory = mmap(NULL, block + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(memory != MAP_FAILED);
    EXPECT(mprotect(memory + block, page, PROT_NONE) == 0);
    answer_marked_calls();
    for (long made = 0; made < calls;) {
        if (made % 64 == 0) {
            fill_memory();
        }
        long number = (long)(random_number() % numbers), arguments[5];
        for (int i = 0; i < 5; ++i) {
            arguments[i] = random_argument();
        }
        if (is_believed(number, arguments)) {
            continue;
        }
        int expected = random_number() % 4 ? 0 : -1;
        long result = syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], expected ? fails : succeeds);
        EXPECT(result == expected);
        ++made;
    }
    printf("%ld random calls\n", calls);
    return 0;
}
