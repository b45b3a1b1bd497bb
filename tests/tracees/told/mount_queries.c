/* statmount and listmount: what is asked for, of which mount, and what comes back. The tracer answers with what the program wrote. */
#define _GNU_SOURCE
#include "told.h"

/* Younger than many headers (linux/mount.h). */
enum { statmount = 457, listmount = 458, status_size = 512 };

struct query {
    uint32_t size, descriptor;
    uint64_t mount, parameter, name_space;
};

static const char* of_size(unsigned size) {
    return size == 24 ? named(24, "MNT_ID_REQ_SIZE_VER0") : size == 32 ? named(32, "MNT_ID_REQ_SIZE_VER1") : hex(size);
}
static const char* of_root(void) {
    const char* number = "0xffffffffffffffff";
    return style == in_names ? "LSMT_ROOT" : style == in_numbers ? number : text("%s /* LSMT_ROOT */", number);
}

static void tell_queries(void) {
    const struct query first = {24, 0, 0x10, 0, 0};
    const void* place = put_at(1, &first, 24);
    const char* told_first = text("{size=%s, mnt_id=0x10, param=0}", of_size(24));
    TELL_AS(syscall(statmount, place, NULL, 0, 0), "statmount(%s, NULL, 0, 0) = 0 (INJECTED)", told_first);
    TELL_AS(syscall(statmount, place, unreadable(), -1L, 0x80000000U), "statmount(%s, %s, %lu, 0x80000000) = 0 (INJECTED)", told_first,
            pointer(unreadable()), ~0UL);
    TELL_AS(syscall(statmount, NULL, NULL, 0, 0), "statmount(NULL, NULL, 0, 0) = 0 (INJECTED)");
    TELL_AS(syscall(statmount, unreadable(), NULL, 0, 0), "statmount(%s, NULL, 0, 0) = 0 (INJECTED)", pointer(unreadable()));
    const void* half = put_short(2, &first, 24, 1);
    TELL_AS(syscall(statmount, half, NULL, 0, 0), "statmount(%s, NULL, 0, 0) = 0 (INJECTED)", pointer(half));
    const struct query second = {32, 5, 0x11, 0x7fff, 0xabc};
    place = PUT(1, second);
    const char* parts = named(0x7fff,
                              "STATMOUNT_SB_BASIC|STATMOUNT_MNT_BASIC|STATMOUNT_PROPAGATE_FROM|STATMOUNT_MNT_ROOT|STATMOUNT_MNT_POINT|"
                              "STATMOUNT_FS_TYPE|STATMOUNT_MNT_NS_ID|STATMOUNT_MNT_OPTS|STATMOUNT_FS_SUBTYPE|STATMOUNT_SB_SOURCE|STATMOUNT_"
                              "OPT_ARRAY|STATMOUNT_OPT_SEC_ARRAY|STATMOUNT_SUPPORTED_MASK|STATMOUNT_MNT_UIDMAP|STATMOUNT_MNT_GIDMAP");
    TELL_AS(syscall(statmount, place, NULL, 0, 0),
            "statmount({size=%s, mnt_ns_fd=5, mnt_id=0x11, param=%s, mnt_ns_id=0xabc}, NULL, 0, 0) = 0 (INJECTED)", of_size(32), parts);
    const struct query odd = {24, 0, 1, 1ULL << 40, 0};
    place = put_at(1, &odd, 24);
    TELL_AS(syscall(statmount, place, NULL, 0, 0), "statmount({size=%s, mnt_id=0x1, param=%s}, NULL, 0, 0) = 0 (INJECTED)", of_size(24),
            style == in_numbers ? "0x10000000000" : "0x10000000000 /* STATMOUNT_??? */");
}

static void tell_lists(void) {
    const struct query all = {24, 0, ~0ULL, 3, 0};
    const void* place = put_at(1, &all, 24);
    const unsigned long long mounts[2] = {0x80000001, 1ULL << 40};
    const void* list = PUT(2, mounts);
    const char* query = text("{size=%s, mnt_id=%s, param=0x3}", of_size(24), of_root());
    TELL_AS(syscall(listmount, place, list, 2, 1), "listmount(%s, [0x80000001, 0x10000000000], 2, %s) = 2 (INJECTED)", query,
            named(1, "LISTMOUNT_REVERSE"));
    TELL_AS(syscall(listmount, place, NULL, 2, 0), "listmount(%s, NULL, 2, 0) = 2 (INJECTED)", query);
    TELL_AS(syscall(listmount, NULL, unreadable(), 2, 0x80000000U), "listmount(NULL, %s, 2, %s) = 2 (INJECTED)", pointer(unreadable()),
            unnamed(0x80000000U, "LISTMOUNT"));
}

static void put_number(unsigned char* status, int offset, uint64_t value, size_t size) { memcpy(status + offset, &value, size); }

static void tell_status(void) {
    const struct query all = {24, 0, 0x10, 0, 0};
    const void* place = put_at(1, &all, 24);
    const char* query = text("{size=%s, mnt_id=0x10, param=0}", of_size(24));
    unsigned char status[status_size + 16];
    memset(status, 0, sizeof(status));
    put_number(status, 0, sizeof(status), 4);
    put_number(status, 8, 0x3b, 8);
    put_number(status, 16, 8, 4);
    put_number(status, 20, 1, 4);
    put_number(status, 24, 0xef53, 8);
    put_number(status, 32, 0x91, 4);
    put_number(status, 36, 0, 4);
    put_number(status, 40, 0x11, 8);
    put_number(status, 48, 0x12, 8);
    put_number(status, 56, 21, 4);
    put_number(status, 60, 22, 4);
    put_number(status, 64, 0x200009, 8);
    put_number(status, 72, 1 << 18, 8);
    put_number(status, 80, 5, 8);
    put_number(status, 104, 5, 4);
    put_number(status, 108, 7, 4);
    memcpy(status + status_size, "ext4\0/\0/mnt", 12);
    const void* answer = PUT(2, status);
    const char* mask = named(0x3b, "STATMOUNT_SB_BASIC|STATMOUNT_MNT_BASIC|STATMOUNT_MNT_ROOT|STATMOUNT_MNT_POINT|STATMOUNT_FS_TYPE");
    TELL_AS(syscall(statmount, place, answer, sizeof(status), 0),
            "statmount(%s, {size=528, mask=%s, sb_dev_major=8, sb_dev_minor=1, sb_magic=%s, sb_flags=%s, fs_type=\"ext4\", mnt_id=0x11, "
            "mnt_parent_id=0x12, mnt_id_old=21, mnt_parent_id_old=22, mnt_attr=%s, mnt_propagation=%s, mnt_peer_group=0x5, mnt_master=0, "
            "mnt_root=\"/\", mnt_point=\"/mnt\"}, 528, 0) = 0 (INJECTED)",
            query, mask, named(0xef53, "EXT2_SUPER_MAGIC"), named(0x91, "MS_RDONLY|MS_SYNCHRONOUS|MS_DIRSYNC"),
            named(0x200009, "MOUNT_ATTR_RDONLY|MOUNT_ATTR_NOEXEC|MOUNT_ATTR_NOSYMFOLLOW"), named(1 << 18, "MS_PRIVATE"));
}

static void tell_calls(void) {
    tell_queries();
    tell_lists();
    tell_status();
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=?statmount:retval=0 -e inject=?listmount:retval=2"); }
