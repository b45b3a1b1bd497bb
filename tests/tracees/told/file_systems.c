/* Calls that ask for the status of file systems. They are answered by the tracer, with what the program has written there. */
#define _GNU_SOURCE
#define statfs kernel_statfs
#define statfs64 kernel_statfs64
#include <asm/statfs.h>
#undef statfs
#undef statfs64

#include "told.h"

#ifdef __i386__
/* What the kernel writes there is packed. */
enum { statfs64_size = 84 };
#endif

static const char* of_flags(word flags, const char* names) { return flags == 0 ? "0" : named(flags, names); }

/* Either structure: f_flags are there if they say so. */
#define OF_STATFS(got, type, flags)                                                                                                \
    text(                                                                                                                          \
        "{f_type=%s, f_bsize=%lu, f_blocks=%llu, f_bfree=%llu, f_bavail=%llu, f_files=%llu, f_ffree=%llu, f_fsid={val=[%s, %s]}, " \
        "f_namelen=%lu, f_frsize=%lu%s%s}",                                                                                        \
        type, (word)(got)->f_bsize, (unsigned long long)(got)->f_blocks, (unsigned long long)(got)->f_bfree,                       \
        (unsigned long long)(got)->f_bavail, (unsigned long long)(got)->f_files, (unsigned long long)(got)->f_ffree,               \
        hex((unsigned)(got)->f_fsid.val[0]), hex((unsigned)(got)->f_fsid.val[1]), (word)(got)->f_namelen, (word)(got)->f_frsize,   \
        ((got)->f_flags & 0x20) != 0 ? ", f_flags=" : "", ((got)->f_flags & 0x20) != 0 ? of_flags((word)(got)->f_flags, flags) : "")

static const struct {
    unsigned type;
    const char* type_name; /* NULL for one that is not known */
    unsigned flags;
    const char* flags_names;
} kinds[] = {{0xef53, "EXT2_SUPER_MAGIC", 0x1020, "ST_VALID|ST_RELATIME"},
             {0x01021994, "TMPFS_MAGIC", 0x2e, "ST_VALID|ST_NOSUID|ST_NODEV|ST_NOEXEC"},
             {0x794c7630, "OVERLAYFS_SUPER_MAGIC", 0x21, "ST_VALID|ST_RDONLY"},
             {0xff534d42, "CIFS_SUPER_MAGIC", 0x80000020, "ST_VALID|0x80000000"},
             {0x2f, "QNX4_SUPER_MAGIC", 0xffe0, "ST_VALID|ST_MANDLOCK|ST_NOATIME|ST_NODIRATIME|ST_RELATIME|ST_NOSYMFOLLOW|0xc380"},
             {0x6e736673, "NSFS_MAGIC", 0x20, "ST_VALID"},
             {0x9fa0, "PROC_SUPER_MAGIC", 0, ""},
             {0x12345, NULL, 0x10, ""}};
enum { kind_count = sizeof(kinds) / sizeof(kinds[0]) };

#define FILL(status, kind)                                             \
    do {                                                               \
        memset(&(status), 0, sizeof(status));                          \
        (status).f_type = (__typeof__((status).f_type))(kind).type;    \
        (status).f_bsize = 4096;                                       \
        (status).f_blocks = 4000000000U;                               \
        (status).f_bfree = 3;                                          \
        (status).f_files = 2;                                          \
        (status).f_fsid.val[0] = -1;                                   \
        (status).f_namelen = 255;                                      \
        (status).f_frsize = 1;                                         \
        (status).f_flags = (__typeof__((status).f_flags))(kind).flags; \
    } while (0)

static const char* of_type(int kind) {
    const unsigned type = kinds[kind].type;
    return kinds[kind].type_name == NULL ? hex(type) : named(type, kinds[kind].type_name);
}

static void tell_plain(void) {
    struct kernel_statfs status;
    struct kernel_statfs* place = NULL;
    for (int i = 0; i < kind_count; ++i) {
        FILL(status, kinds[i]);
        place = PUT(1, status);
        TELL_AS(syscall(SYS_statfs, "/", place), "statfs(\"/\", %s) = 0 (INJECTED)", OF_STATFS(place, of_type(i), kinds[i].flags_names));
        TELL_AS(syscall(SYS_fstatfs, i, place), "fstatfs(%d, %s) = 0 (INJECTED)", i, OF_STATFS(place, of_type(i), kinds[i].flags_names));
    }
    TELL_AS(syscall(SYS_statfs, "", NULL), "statfs(\"\", NULL) = 0 (INJECTED)");
    TELL_AS(syscall(SYS_statfs, NULL, unreadable()), "statfs(NULL, %s) = 0 (INJECTED)", pointer(unreadable()));
    const void* half = PUT_SHORT(2, status, 1);
    TELL_AS(syscall(SYS_fstatfs, -1, half), "fstatfs(-1, %s) = 0 (INJECTED)", pointer(half));
    TELL_AS(syscall(SYS_statfs, unreadable(), half), "statfs(%s, %s) = 0 (INJECTED)", pointer(unreadable()), pointer(half));
}

#ifdef __i386__
static void tell_large(void) {
    struct kernel_statfs64 status;
    const struct kernel_statfs64* place = NULL;
    for (int i = 0; i < kind_count; ++i) {
        FILL(status, kinds[i]);
        status.f_blocks = 1ULL << 40;
        place = put_at(1, &status, statfs64_size);
        TELL_AS(syscall(SYS_statfs64, "/", statfs64_size, place), "statfs64(\"/\", %d, %s) = 0 (INJECTED)", statfs64_size,
                OF_STATFS(&status, of_type(i), kinds[i].flags_names));
    }
    TELL_AS(syscall(SYS_fstatfs64, -1, 88, NULL), "fstatfs64(-1, 88, NULL) = 0 (INJECTED)");
    TELL_AS(syscall(SYS_fstatfs64, -1, -1, unreadable()), "fstatfs64(-1, 4294967295, %s) = 0 (INJECTED)", pointer(unreadable()));
    TELL_AS(syscall(SYS_fstatfs64, -1, 83, place), "fstatfs64(-1, 83, %s) = 0 (INJECTED)", pointer(place));
}
#endif

static void tell_calls(void) {
    tell_plain();
#ifdef __i386__
    tell_large();
#endif
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=statfs,fstatfs,statfs64,fstatfs64:retval=0"); }
