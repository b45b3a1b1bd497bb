/* Calls about the machine and what runs on it: kernels and modules to load, random bytes, names, barriers of memory, sequences. */
#define _GNU_SOURCE
#include <sys/sysinfo.h>
#include <sys/utsname.h>

#include "told.h"

static void tell_modules(void) {
    TELL(syscall(SYS_init_module, unreadable(), 5L, "a=b"), "init_module(%s, 5, \"a=b\")", pointer(unreadable()));
    TELL(syscall(SYS_init_module, NULL, 0L, NULL), "init_module(NULL, 0, NULL)");
    TELL(syscall(SYS_init_module, NULL, -1L, unreadable()), "init_module(NULL, %lu, %s)", (word)-1, pointer(unreadable()));
    TELL(syscall(SYS_finit_module, -1, "a=b", 3), "finit_module(-1, \"a=b\", %s)",
         named(3, "MODULE_INIT_IGNORE_MODVERSIONS|MODULE_INIT_IGNORE_VERMAGIC"));
    TELL(syscall(SYS_finit_module, -1, NULL, 0x70), "finit_module(-1, NULL, %s)", unnamed(0x70, "MODULE_INIT"));
    TELL(syscall(SYS_delete_module, "no_such_module_told", 04000), "delete_module(\"no_such_module_told\", %s)",
         named(04000, "O_NONBLOCK"));
    TELL(syscall(SYS_delete_module, unreadable(), 01000 | 5), "delete_module(%s, %s)", pointer(unreadable()), named(01005, "O_TRUNC|0x5"));
    TELL(syscall(SYS_delete_module, NULL, 7), "delete_module(NULL, %s)", unnamed(7, "O"));
}

struct segment {
    const void* from;
    word size;
    const void* to;
    word room;
};

static void tell_kernels(void) {
    const struct segment segments[] = {{"x", 1, (void*)0x1000, 4096}, {NULL, 2, NULL, 3}};
    const void* both = PUT(1, segments);
    const char* shown =
        text("{buf=%s, bufsz=1, mem=0x1000, memsz=4096}, {buf=NULL, bufsz=2, mem=NULL, memsz=3}", pointer(segments[0].from));
    TELL(syscall(SYS_kexec_load, 0x77L, 2L, both, 0x30070L), "kexec_load(0x77, 2, [%s], %s)", shown,
         text("%s|%s", named(0x30000, "KEXEC_ARCH_386"), unnamed(0x70, "KEXEC")));
    TELL(syscall(SYS_kexec_load, 0L, 17L, both, 1L), "kexec_load(NULL, 17, %s, %s|%s)", pointer(both), named(0, "KEXEC_ARCH_DEFAULT"),
         named(1, "KEXEC_ON_CRASH"));
}

static void tell_random(void) {
    const char* got = PUT(1, "0123456789abcdef");
    TELL_AS(syscall(SYS_getrandom, got, 3L, 1), "getrandom(\"\\x%02x\\x%02x\\x%02x\", 3, %s) = 3", (unsigned char)got[0],
            (unsigned char)got[1], (unsigned char)got[2], named(1, "GRND_NONBLOCK"));
    TELL(syscall(SYS_getrandom, NULL, 5L, 0), "getrandom(NULL, 5, 0)");
    TELL(syscall(SYS_getrandom, unreadable(), 5L, 7), "getrandom(%s, 5, %s)", pointer(unreadable()),
         named(7, "GRND_NONBLOCK|GRND_RANDOM|GRND_INSECURE"));
    TELL(syscall(SYS_getrandom, got, -1L, 0x80), "getrandom(%s, %lu, %s)", pointer(got), (word)-1, unnamed(0x80, "GRND"));
}

static void tell_names(void) {
    struct utsname name;
    memset(&name, 0, sizeof name);
    struct utsname* got = PUT(1, name);
    TELL(syscall(SYS_uname, got), "uname({sysname=\"%s\", nodename=\"%s\", %s})", got->sysname, got->nodename,
         either("...", text("release=\"%s\", version=\"%s\", machine=\"%s\", domainname=\"%s\"", got->release, got->version, got->machine,
                            got->domainname)));
    TELL(syscall(SYS_uname, NULL), "uname(NULL)");
    TELL(syscall(SYS_uname, unreadable()), "uname(%s)", pointer(unreadable()));
    TELL(syscall(SYS_sethostname, "name", -1), "sethostname(%s, 4294967295)", pointer("name"));
    TELL(syscall(SYS_setdomainname, unreadable(), 4), "setdomainname(%s, 4)", pointer(unreadable()));
    TELL(syscall(SYS_sethostname, NULL, 5), "sethostname(NULL, 5)");
    struct sysinfo info;
    memset(&info, 0, sizeof info);
    const struct sysinfo* it = PUT(2, info);
    TELL(
        syscall(SYS_sysinfo, it),
        "sysinfo({uptime=%ld, loads=[%lu, %lu, %lu], totalram=%lu, freeram=%lu, sharedram=%lu, bufferram=%lu, totalswap=%lu, freeswap=%lu, "
        "procs=%u, totalhigh=%lu, freehigh=%lu, mem_unit=%u})",
        it->uptime, it->loads[0], it->loads[1], it->loads[2], it->totalram, it->freeram, it->sharedram, it->bufferram, it->totalswap,
        it->freeswap, it->procs, it->totalhigh, it->freehigh, it->mem_unit);
    TELL(syscall(SYS_sysinfo, NULL), "sysinfo(NULL)");
    TELL(syscall(SYS_sysinfo, unreadable()), "sysinfo(%s)", pointer(unreadable()));
}

static void tell_barriers(void) {
    TELL(syscall(SYS_membarrier, 1, 0, 0), "membarrier(%s, 0)", named(1, "MEMBARRIER_CMD_GLOBAL"));
    TELL(syscall(SYS_membarrier, 8, 3, 5), "membarrier(%s, %s, 5)", named(8, "MEMBARRIER_CMD_PRIVATE_EXPEDITED"),
         named(3, "MEMBARRIER_CMD_FLAG_CPU|0x2"));
    TELL(syscall(SYS_membarrier, 3, 0, 0), "membarrier(%s, 0)", unnamed(3, "MEMBARRIER_CMD"));
    TELL(syscall(SYS_membarrier, 0x40000000, -1, -1), "membarrier(%s, %s, -1)", unnamed(0x40000000, "MEMBARRIER_CMD"),
         named(0xffffffff, "MEMBARRIER_CMD_FLAG_CPU|0xfffffffe"));
}

static void tell_calls(void) {
    tell_modules();
    tell_kernels();
    tell_random();
    tell_names();
    tell_barriers();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
