/* arch_prctl, each code with what it takes, with nothing, and with memory that cannot be read. */
#define _GNU_SOURCE
#include <asm/prctl.h>

#include "told.h"

struct code {
    unsigned number;
    const char* name;
};

/* Codes that answer behind a pointer. */
static const struct code pointed[] = {{0x1003, "ARCH_GET_FS"},
                                      {0x1004, "ARCH_GET_GS"},
                                      {0x1021, "ARCH_GET_XCOMP_SUPP"},
                                      {0x1022, "ARCH_GET_XCOMP_PERM"},
                                      {0x1024, "ARCH_GET_XCOMP_GUEST_PERM"}};
static const struct code numbered[] = {{0x1012, "ARCH_SET_CPUID"}, {0x2001, "ARCH_MAP_VDSO_X32"}, {0x2002, "ARCH_MAP_VDSO_32"}};
/* Features by number, and by mask. */
static const struct code by_number[] = {{0x1023, "ARCH_REQ_XCOMP_PERM"}, {0x1025, "ARCH_REQ_XCOMP_GUEST_PERM"}};

#define EACH(code, codes) for (const struct code* code = (codes); code != (codes) + sizeof(codes) / sizeof *(codes); ++(code))

static void tell_calls(void) {
    EACH(code, pointed) {
        TELL(syscall(SYS_arch_prctl, code->number, NULL), "arch_prctl(%s, NULL)", named(code->number, code->name));
        TELL(syscall(SYS_arch_prctl, code->number, unreadable()), "arch_prctl(%s, %s)", named(code->number, code->name),
             pointer(unreadable()));
    }
    EACH(code, numbered) {
        TELL(syscall(SYS_arch_prctl, code->number, -5L), "arch_prctl(%s, %#lx)", named(code->number, code->name), (word)-5);
    }
    EACH(code, by_number) {
        TELL(syscall(SYS_arch_prctl, code->number, 63), "arch_prctl(%s, %s)", named(code->number, code->name), unnamed(63, "XFEATURE"));
        TELL(syscall(SYS_arch_prctl, code->number, 2), "arch_prctl(%s, %s)", named(code->number, code->name),
             style == in_numbers ? "0x2" : "0x2 /* XFEATURE_YMM */");
    }
    TELL(syscall(SYS_arch_prctl, 0x1011, 7), "arch_prctl(%s)", named(0x1011, "ARCH_GET_CPUID"));
    TELL(syscall(SYS_arch_prctl, 0xdead, -5L), "arch_prctl(%s, %#lx)", unnamed(0xdead, "ARCH"), (word)-5);
    TELL(syscall(SYS_arch_prctl, -1, 0), "arch_prctl(%s, 0)", unnamed(0xffffffffU, "ARCH"));
    const uint64_t before = 0x7777;
    const word* got = PUT(1, before);
    TELL(syscall(SYS_arch_prctl, 0x1003, got), errno ? "arch_prctl(%s, %s)" : "arch_prctl(%s, [%s])", named(0x1003, "ARCH_GET_FS"),
         errno ? pointer(got) : pointer((void*)*got));
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
