/* statx: what is asked for, what came, and which fields are there for it. The tracer answers, with what the program has written there. */
#define _GNU_SOURCE
#include <sys/stat.h>

#include "own_folder.h"

/* So many calls of the program's start are the kernel's to answer. */
enum { first_answered = 50 };

static const struct {
    word flags;
    const char* sync; /* these are values, not bits */
    const char* names;
} flag_cases[] = {{0, "AT_STATX_SYNC_AS_STAT", NULL},
                  {AT_STATX_FORCE_SYNC, "AT_STATX_FORCE_SYNC", NULL},
                  {AT_STATX_DONT_SYNC | AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH, "AT_STATX_DONT_SYNC", "AT_SYMLINK_NOFOLLOW|AT_EMPTY_PATH"},
                  {AT_NO_AUTOMOUNT, "AT_STATX_SYNC_AS_STAT", "AT_NO_AUTOMOUNT"},
                  {0xffffffff, "AT_STATX_FORCE_SYNC|AT_STATX_DONT_SYNC",
                   "AT_SYMLINK_NOFOLLOW|AT_REMOVEDIR|AT_SYMLINK_FOLLOW|AT_NO_AUTOMOUNT|AT_EMPTY_PATH|AT_RECURSIVE|0xffff00ff"}};
enum { flag_case_count = sizeof(flag_cases) / sizeof(flag_cases[0]) };

static const char* of_flags(int i) {
    const word sync = flag_cases[i].flags & AT_STATX_SYNC_TYPE;
    const word rest = flag_cases[i].flags & ~(word)AT_STATX_SYNC_TYPE;
    const char* sync_text = sync == 0 && style == in_numbers ? ""
                            : style == in_both && sync == 0  ? "0 /* AT_STATX_SYNC_AS_STAT */"
                                                             : named(sync, flag_cases[i].sync);
    return rest == 0 ? sync_text : text("%s|%s", sync_text, named(rest, flag_cases[i].names));
}

static void tell_flags(void) {
    const void* nothing = unreadable();
    for (int i = 0; i < flag_case_count; ++i) {
        TELL_AS(syscall(SYS_statx, AT_FDCWD, "a", flag_cases[i].flags, 0, nothing), "statx(%s, \"a\", %s, 0, %s) = 0 (INJECTED)",
                named_decimal(AT_FDCWD, "AT_FDCWD"), of_flags(i), pointer(nothing));
    }
}

static const struct {
    word mask;
    const char* names;
} mask_cases[] = {{STATX_TYPE, "STATX_TYPE"},
                  {STATX_MODE | STATX_NLINK | STATX_UID | STATX_GID, "STATX_MODE|STATX_NLINK|STATX_UID|STATX_GID"},
                  {STATX_ATIME | STATX_BTIME | STATX_CTIME | STATX_MTIME, "STATX_ATIME|STATX_MTIME|STATX_CTIME|STATX_BTIME"},
                  {STATX_BASIC_STATS, "STATX_BASIC_STATS"},
                  {0xfff, "STATX_ALL"},
                  {0x1fff, "STATX_ALL|STATX_MNT_ID"},
                  {0x2000 | STATX_INO, "STATX_INO|STATX_DIOALIGN"},
                  {0x4000 | STATX_BLOCKS, "STATX_BLOCKS|STATX_MNT_ID_UNIQUE"},
                  {0x8000 | STATX_SIZE, "STATX_SIZE|STATX_SUBVOL"},
                  {0x10000, "STATX_WRITE_ATOMIC"},
                  {0x20000, "STATX_DIO_READ_ALIGN"},
                  {0xc0000000 | STATX_TYPE, "STATX_TYPE|0xc0000000"},
                  {0x80000000, NULL}};
enum { mask_case_count = sizeof(mask_cases) / sizeof(mask_cases[0]) };

static const char* of_mask(int i) {
    return mask_cases[i].names == NULL ? unnamed(mask_cases[i].mask, "STATX") : named(mask_cases[i].mask, mask_cases[i].names);
}

static void fill(struct statx* status, unsigned mask) {
    memset(status, 0, sizeof(*status));
    status->stx_mask = mask;
    status->stx_blksize = 0x80000000;
    status->stx_attributes = 0x70 | (1ULL << 40);
    status->stx_nlink = 2;
    status->stx_uid = 0x80000000;
    status->stx_gid = 0x7fffffff;
    status->stx_mode = S_IFSOCK | S_ISUID | 0751;
    status->stx_ino = ~0ULL;
    status->stx_size = 1ULL << 63;
    status->stx_blocks = 9;
    status->stx_attributes_mask = 0x703874;
    status->stx_rdev_major = 0xffffffff;
    status->stx_dev_minor = 7;
    status->stx_mnt_id = 0xabcdef0123;
    /* From stx_dio_mem_align on, which headers may not know. */
    static const unsigned newer[] = {512, 4096, 0x80, 0, 1, 2, 3, 4, 5};
    memcpy((char*)status + 0x98, newer, sizeof(newer));
}

static const char* of_attributes(word low, const char* names, unsigned high) {
    const char* number = text("%#llx", (unsigned long long)high << 32 | low);
    return style == in_names ? names : style == in_numbers ? number : text("%s /* %s */", number, names);
}
static const char* of_mode(void) {
    return style == in_names ? "S_IFSOCK|S_ISUID|0751" : style == in_numbers ? "0144751" : "0144751 /* S_IFSOCK|S_ISUID|0751 */";
}

/* What is there because the mask says so. */
static const char* given(unsigned mask, unsigned bits, const char* field) { return (mask & bits) != 0 ? field : ""; }

static const char* of_status(int i) {
    const unsigned mask = (unsigned)mask_cases[i].mask;
    const char* attributes = of_attributes((word)0x70, "STATX_ATTR_IMMUTABLE|STATX_ATTR_APPEND|STATX_ATTR_NODUMP|0x10000000000", 0x100);
    const char* mode = given(mask, STATX_TYPE | STATX_MODE, text(", stx_mode=%s", of_mode()));
    const char* size = given(mask, STATX_SIZE, ", stx_size=9223372036854775808");
    if (!whole) {
        return text("{stx_mask=%s, stx_attributes=%s%s%s, ...}", of_mask(i), attributes, mode, size);
    }
    const char* first = text("{stx_mask=%s, stx_blksize=2147483648, stx_attributes=%s%s%s%s%s%s%s%s", of_mask(i), attributes,
                             given(mask, STATX_NLINK, ", stx_nlink=2"), given(mask, STATX_UID, ", stx_uid=2147483648"),
                             given(mask, STATX_GID, ", stx_gid=2147483647"), mode, given(mask, STATX_INO, ", stx_ino=18446744073709551615"),
                             size, given(mask, STATX_BLOCKS, ", stx_blocks=9"));
    const char* times =
        text("%s%s%s%s", given(mask, STATX_ATIME, ", stx_atime={tv_sec=0, tv_nsec=0}"),
             given(mask, STATX_BTIME, ", stx_btime={tv_sec=0, tv_nsec=0}"), given(mask, STATX_CTIME, ", stx_ctime={tv_sec=0, tv_nsec=0}"),
             given(mask, STATX_MTIME, ", stx_mtime={tv_sec=0, tv_nsec=0}"));
    const char* newer =
        text("%s%s%s%s%s%s", given(mask, 0x5000, ", stx_mnt_id=0xabcdef0123"),
             given(mask, 0x2000, ", stx_dio_mem_align=512, stx_dio_offset_align=4096"), given(mask, 0x8000, ", stx_subvol=0x80"),
             given(mask, 0x10000, ", stx_atomic_write_unit_min=1, stx_atomic_write_unit_max=2, stx_atomic_write_segments_max=3"),
             given(mask, 0x20000, ", stx_dio_read_offset_align=4"), given(mask, 0x10000, ", stx_atomic_write_unit_max_opt=5"));
    return text("%s, stx_attributes_mask=%s%s, stx_rdev_major=4294967295, stx_rdev_minor=0, stx_dev_major=0, stx_dev_minor=7%s}", first,
                of_attributes(0x703874,
                              "STATX_ATTR_COMPRESSED|STATX_ATTR_IMMUTABLE|STATX_ATTR_APPEND|STATX_ATTR_NODUMP|STATX_ATTR_ENCRYPTED|STATX_"
                              "ATTR_AUTOMOUNT|STATX_ATTR_MOUNT_ROOT|STATX_ATTR_VERITY|STATX_ATTR_DAX|STATX_ATTR_WRITE_ATOMIC",
                              0),
                times, newer);
}

static void tell_fields(void) {
    struct statx status;
    for (int i = 0; i < mask_case_count; ++i) {
        fill(&status, (unsigned)mask_cases[i].mask);
        const struct statx* place = PUT(1, status);
        TELL_AS(syscall(SYS_statx, 3, "", AT_STATX_FORCE_SYNC, mask_cases[i].mask, place), "statx(3, \"\", %s, %s, %s) = 0 (INJECTED)",
                NAMED(AT_STATX_FORCE_SYNC), of_mask(i), of_status(i));
    }
    const void* half = PUT_SHORT(2, status, 1);
    TELL_AS(syscall(SYS_statx, -1, NULL, AT_STATX_FORCE_SYNC, 0, half), "statx(-1, NULL, %s, 0, %s) = 0 (INJECTED)",
            NAMED(AT_STATX_FORCE_SYNC), pointer(half));
    TELL_AS(syscall(SYS_statx, -1, unreadable(), AT_STATX_FORCE_SYNC, 0, NULL), "statx(-1, %s, %s, 0, NULL) = 0 (INJECTED)",
            pointer(unreadable()), NAMED(AT_STATX_FORCE_SYNC));
}

static void tell_calls(void) {
    tell_flags();
    tell_fields();
}

int main(int argc, char** argv) {
    for (int i = 0; i < first_answered; ++i) {
        syscall(SYS_statx, -1, "", 0, 0, NULL);
    }
    return tell_main(argc, argv, "-e inject=statx:retval=0:when=50+");
}
