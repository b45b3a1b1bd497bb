/* What is read of directories, and handles of files: entries in every form, and places that are too short. */
#define _GNU_SOURCE
#include "own_folder.h"

/* The kernel's structures. */
struct entry {
    unsigned long inode, offset;
    unsigned short length;
    char name[];
};
struct entry64 {
    uint64_t inode;
    int64_t offset;
    unsigned short length;
    unsigned char type;
    char name[];
};

static int folder, file;

static const struct {
    unsigned type;
    const char* name;
} types[] = {{DT_UNKNOWN, "DT_UNKNOWN"}, {DT_FIFO, "DT_FIFO"}, {DT_CHR, "DT_CHR"},   {DT_DIR, "DT_DIR"}, {DT_BLK, "DT_BLK"},
             {DT_REG, "DT_REG"},         {DT_LNK, "DT_LNK"},   {DT_SOCK, "DT_SOCK"}, {DT_WHT, "DT_WHT"}};

static const char* of_type(unsigned type) {
    for (int i = 0; i < (int)(sizeof(types) / sizeof(types[0])); ++i) {
        if (types[i].type == type) {
            return named(type, types[i].name);
        }
    }
    return unnamed(type, "DT");
}

static const char* listed(const char* before, const char* entry) { return *before == '\0' ? entry : text("%s, %s", before, entry); }

static const char* of_entries64(const char* place, long size) {
    const char* all = "";
    int count = 0;
    for (long at = 0; at < size; ++count) {
        const struct entry64* entry = (const void*)(place + at);
        all = listed(all, text("{d_ino=%llu, d_off=%lld, d_reclen=%u, d_type=%s, d_name=\"%s\"}", (unsigned long long)entry->inode,
                               (long long)entry->offset, entry->length, of_type(entry->type), entry->name));
        at += entry->length;
    }
    return whole ? text("[%s]", all) : text("%s /* %d entries */", pointer(place), count);
}

static const char* of_entries(const char* place, long size) {
    const char* all = "";
    int count = 0;
    for (long at = 0; at < size; ++count) {
        const struct entry* entry = (const void*)(place + at);
        all = listed(all, text("{d_ino=%lu, d_off=%lu, d_reclen=%u, d_name=\"%s\", d_type=%s}", entry->inode, entry->offset, entry->length,
                               entry->name, of_type((unsigned char)place[at + entry->length - 1])));
        at += entry->length;
    }
    return whole ? text("[%s]", all) : text("%s /* %d entries */", pointer(place), count);
}

static void tell_entries(void) {
    char space[1024];
    memset(space, 0, sizeof(space));
    char* place = PUT(1, space);
    TELL(syscall(SYS_getdents64, folder, place, 1024), "getdents64(%d, %s, 1024)", folder, of_entries64(place, tell_back));
    TELL_AS(syscall(SYS_getdents64, folder, place, 1024), "getdents64(%d, %s, 1024) = 0", folder,
            whole ? "[]" : text("%s /* 0 entries */", pointer(place)));
    TELL_AS(syscall(SYS_lseek, folder, 0, SEEK_SET), "lseek(%d, 0, %s) = 0", folder, NAMED(SEEK_SET));
    TELL(syscall(SYS_getdents, folder, place, 1024), "getdents(%d, %s, 1024)", folder, of_entries(place, tell_back));
    TELL(syscall(SYS_getdents64, -1, place, 0xffffffffU), "getdents64(-1, %s, 4294967295)", pointer(place));
    TELL(syscall(SYS_getdents64, file, NULL, 1024), "getdents64(%d, NULL, 1024)", file);
    TELL(syscall(SYS_getdents, file, unreadable(), 0), "getdents(%d, %s, 0)", file, pointer(unreadable()));
    TELL_AS(syscall(SYS_lseek, folder, 0, SEEK_SET), "lseek(%d, 0, %s) = 0", folder, NAMED(SEEK_SET));
    TELL(syscall(SYS_getdents64, folder, place, 3), "getdents64(%d, %s, 3)", folder, pointer(place));
}

struct handle {
    unsigned size;
    int type;
    unsigned char bytes[64];
};

static const char* of_bytes(const unsigned char* bytes, unsigned size) {
    char* all = text("%*s", (int)(4 * size), "");
    for (unsigned i = 0; i < size; ++i) {
        sprintf(all + 4 * i, "\\x%02x", bytes[i]);
    }
    return all;
}

static void tell_handles(void) {
    const char* here = named_decimal(AT_FDCWD, "AT_FDCWD");
    struct handle space = {.size = 64};
    struct handle* handle = PUT(1, space);
    int* mount = PUT(2, folder);
    TELL(syscall(SYS_name_to_handle_at, AT_FDCWD, "file", handle, mount, 0),
         "name_to_handle_at(%s, \"file\", {handle_bytes=64 => %u, handle_type=%d, f_handle=\"%s\"}, [%d], 0)", here, handle->size,
         handle->type, of_bytes(handle->bytes, handle->size), *mount);
    space.size = 1;
    handle = PUT(1, space);
    TELL(syscall(SYS_name_to_handle_at, AT_FDCWD, "file", handle, mount, AT_SYMLINK_FOLLOW),
         "name_to_handle_at(%s, \"file\", {handle_bytes=1 => %u}, %s, %s)", here, handle->size, pointer(mount), NAMED(AT_SYMLINK_FOLLOW));
    space.size = 129;
    handle = PUT(1, space);
    TELL(syscall(SYS_name_to_handle_at, -1, "a", handle, mount, 0), "name_to_handle_at(-1, \"a\", {handle_bytes=129}, %s, 0)",
         pointer(mount));
    TELL(syscall(SYS_name_to_handle_at, -1, NULL, NULL, NULL, 0x80000000U), "name_to_handle_at(-1, NULL, NULL, NULL, %s)",
         unnamed(0x80000000U, "AT"));
    TELL(syscall(SYS_name_to_handle_at, -1, "a", unreadable(), unreadable(), AT_EMPTY_PATH), "name_to_handle_at(-1, \"a\", %s, %s, %s)",
         pointer(unreadable()), pointer(unreadable()), NAMED(AT_EMPTY_PATH));
    space.size = 8;
    space.type = 0x81;
    memcpy(space.bytes, "\1\2\3\4\xff\xfe\0\1", 8);
    handle = put_at(1, &space, 16);
    TELL(syscall(SYS_open_by_handle_at, -1, handle, O_RDONLY | O_PATH),
         "open_by_handle_at(-1, {handle_bytes=8, handle_type=129, f_handle=\"\\x01\\x02\\x03\\x04\\xff\\xfe\\x00\\x01\"}, %s)",
         named(O_RDONLY | O_PATH, "O_RDONLY|O_PATH"));
    space.size = 0;
    space.type = -1;
    handle = put_at(1, &space, 8);
    TELL(syscall(SYS_open_by_handle_at, -1, handle, O_RDWR), "open_by_handle_at(-1, {handle_bytes=0, handle_type=-1, f_handle=\"\"}, %s)",
         NAMED(O_RDWR));
    TELL(syscall(SYS_open_by_handle_at, -1, NULL, O_WRONLY), "open_by_handle_at(-1, NULL, %s)", NAMED(O_WRONLY));
    const void* half = put_short(3, &space, 8, 1);
    TELL(syscall(SYS_open_by_handle_at, -1, half, O_WRONLY), "open_by_handle_at(-1, %s, %s)", pointer(half), NAMED(O_WRONLY));
    space.size = 0x7fffffff;
    handle = put_at(1, &space, 8);
    TELL(syscall(SYS_open_by_handle_at, -1, handle, O_RDWR),
         "open_by_handle_at(-1, {handle_bytes=2147483647, handle_type=-1, f_handle=???}, %s)", NAMED(O_RDWR));
}

static void tell_paths(void) {
    char* place = place_ends[4] - 4000;
    TELL(syscall(SYS_getcwd, place, 4000), "getcwd(\"%s\", 4000)", place);
    TELL(syscall(SYS_getcwd, place, 1), "getcwd(%s, 1)", pointer(place));
    TELL(syscall(SYS_getcwd, NULL, 0), "getcwd(NULL, 0)");
    TELL(syscall(SYS_getcwd, unreadable(), -1L), "getcwd(%s, %lu)", pointer(unreadable()), ~0UL);
    TELL(syscall(SYS_fchdir, -1), "fchdir(-1)");
    TELL(syscall(SYS_fchdir, folder), "fchdir(%d)", folder);
    TELL(syscall(SYS_fchdir, file), "fchdir(%d)", file);
}

static void tell_calls(void) {
    tell_entries();
    tell_handles();
    tell_paths();
}

int main(int argc, char** argv) {
    enter_own_folder();
    make_file("file", "");
    file = open("file", O_RDONLY);
    folder = open(".", O_RDONLY);
    EXPECT(folder >= 0 && symlink("file", "a longer name of a link") == 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
