/* Calls that ask for the status of files, and the structures that come back: of each kind of file, and what is not there to be read. */
#define _GNU_SOURCE
#define stat kernel_stat
#define stat64 kernel_stat64
#include <asm/stat.h>
#undef stat
#undef stat64
#include <sys/stat.h>
#include <sys/sysmacros.h>
#undef st_atime
#undef st_mtime
#undef st_ctime

#include "own_folder.h"

static const char* of_mode(unsigned mode, const char* name) {
    return style == in_names ? name : style == in_numbers ? text("%#o", mode) : text("%#o /* %s */", mode, name);
}
static const char* of_device(unsigned long long device) {
    const unsigned from_major = major(device);
    const unsigned from_minor = minor(device);
    const char* name = text("makedev(%s, %s)", hex(from_major), hex(from_minor));
    return style == in_names ? name : style == in_numbers ? hex((word)device) : text("%s /* %s */", hex((word)device), name);
}
static const char* of_date(long long seconds, unsigned nanoseconds) {
    if (seconds == 0 && nanoseconds == 0) {
        return "";
    }
    const time_t time = (time_t)seconds;
    struct tm date;
    char day[64];
    char zone[16];
    EXPECT(localtime_r(&time, &date) != NULL && strftime(day, sizeof(day), "%FT%T", &date) > 0 &&
           strftime(zone, sizeof(zone), "%z", &date) > 0);
    return nanoseconds == 0 ? text(" /* %s%s */", day, zone) : text(" /* %s.%09u%s */", day, nanoseconds, zone);
}
static const char* of_moment(const char* name, long long seconds, unsigned nanoseconds) {
    return text("%s=%lld%s, %s_nsec=%u", name, seconds, of_date(seconds, nanoseconds), name, nanoseconds);
}

/* The same of every structure: what is behind st_mode is the size, or the device that a device is. */
#define OF_STATUS(status, mode)                                                                                                     \
    (whole ? text("{st_dev=%s, st_ino=%llu, st_mode=%s, st_nlink=%lu, st_uid=%lu, st_gid=%lu, st_blksize=%lu, st_blocks=%llu, %s, " \
                  "%s, %s, %s}",                                                                                                    \
                  of_device((status)->st_dev), (unsigned long long)(status)->st_ino, of_mode((status)->st_mode, mode),              \
                  (word)(status)->st_nlink, (word)(status)->st_uid, (word)(status)->st_gid, (word)(status)->st_blksize,             \
                  (unsigned long long)(status)->st_blocks, SIZE_OR_DEVICE(status),                                                  \
                  of_moment("st_atime", (status)->st_atime, (unsigned)(status)->st_atime_nsec),                                     \
                  of_moment("st_mtime", (status)->st_mtime, (unsigned)(status)->st_mtime_nsec),                                     \
                  of_moment("st_ctime", (status)->st_ctime, (unsigned)(status)->st_ctime_nsec))                                     \
           : text("{st_mode=%s, %s, ...}", of_mode((status)->st_mode, mode), SIZE_OR_DEVICE(status)))
#define SIZE_OR_DEVICE(status)                                                                  \
    (((status)->st_mode & S_IFMT) == S_IFCHR ? text("st_rdev=%s", of_device((status)->st_rdev)) \
                                             : text("st_size=%lld", (long long)(status)->st_size))

static int file;

static const struct {
    const char* path;
    const char* mode;
} files[] = {{"plain", "S_IFREG|0640"}, {"set", "S_IFREG|S_ISUID|S_ISGID|0755"}, {"folder", "S_IFDIR|S_ISVTX|0777"},
             {"fifo", "S_IFIFO|0600"},  {"/dev/null", "S_IFCHR|0666"},           {"link", "S_IFLNK|0777"}};
enum { file_count = sizeof(files) / sizeof(files[0]) };

/* stat and lstat by path and fstat, of one of their structures. */
#define TELL_FORMS(type, stat, lstat, fstat)                                                                                           \
    do {                                                                                                                               \
        type empty;                                                                                                                    \
        memset(&empty, 0, sizeof(empty));                                                                                              \
        type* status = PUT(1, empty);                                                                                                  \
        for (int i = 0; i < file_count; ++i) {                                                                                         \
            TELL(syscall(SYS_##lstat, files[i].path, status), #lstat "(\"%s\", %s)", files[i].path, OF_STATUS(status, files[i].mode)); \
        }                                                                                                                              \
        TELL(syscall(SYS_##stat, "link", status), #stat "(\"link\", %s)", OF_STATUS(status, "S_IFREG|0640"));                          \
        TELL(syscall(SYS_##fstat, file, status), #fstat "(%d, %s)", file, OF_STATUS(status, "S_IFREG|0640"));                          \
        TELL(syscall(SYS_##stat, "absent", status), #stat "(\"absent\", %s)", pointer(status));                                        \
        TELL(syscall(SYS_##stat, NULL, status), #stat "(NULL, %s)", pointer(status));                                                  \
        TELL(syscall(SYS_##lstat, unreadable(), status), #lstat "(%s, %s)", pointer(unreadable()), pointer(status));                   \
        TELL(syscall(SYS_##lstat, "", NULL), #lstat "(\"\", NULL)");                                                                   \
        TELL(syscall(SYS_##stat, "plain", NULL), #stat "(\"plain\", NULL)");                                                           \
        TELL(syscall(SYS_##fstat, -1, status), #fstat "(-1, %s)", pointer(status));                                                    \
        TELL(syscall(SYS_##fstat, file, unreadable()), #fstat "(%d, %s)", file, pointer(unreadable()));                                \
        const void* half = PUT_SHORT(2, empty, 1);                                                                                     \
        TELL(syscall(SYS_##fstat, file, half), #fstat "(%d, %s)", file, pointer(half));                                                \
        half = put_at(3, "plain", 5);                                                                                                  \
        TELL(syscall(SYS_##stat, half, status), #stat "(%s, %s)", pointer(half), pointer(status));                                     \
    } while (0)

#ifdef __i386__
#define SYS_status_at SYS_fstatat64
#define STATUS_AT "fstatat64"
typedef struct kernel_stat64 status_at;
#else
#define SYS_status_at SYS_newfstatat
#define STATUS_AT "newfstatat"
typedef struct kernel_stat status_at;
#endif

static void tell_at(void) {
    const char* here = named_decimal(AT_FDCWD, "AT_FDCWD");
    status_at empty;
    memset(&empty, 0, sizeof(empty));
    status_at* status = PUT(1, empty);
    TELL(syscall(SYS_status_at, AT_FDCWD, "link", status, AT_SYMLINK_NOFOLLOW), STATUS_AT "(%s, \"link\", %s, %s)", here,
         OF_STATUS(status, "S_IFLNK|0777"), NAMED(AT_SYMLINK_NOFOLLOW));
    TELL(syscall(SYS_status_at, file, "", status, AT_EMPTY_PATH | 0x80000000U), STATUS_AT "(%d, \"\", %s, %s)", file,
         OF_STATUS(status, "S_IFREG|0640"), named(AT_EMPTY_PATH | 0x80000000U, "AT_EMPTY_PATH|0x80000000"));
    TELL(syscall(SYS_status_at, -1, "plain", status, 0), STATUS_AT "(-1, \"plain\", %s, 0)", pointer(status));
    TELL(syscall(SYS_status_at, AT_FDCWD, NULL, status, 0xff), STATUS_AT "(%s, NULL, %s, %s)", here, pointer(status), unnamed(0xff, "AT"));
    TELL(syscall(SYS_status_at, AT_FDCWD, "plain", NULL, AT_NO_AUTOMOUNT), STATUS_AT "(%s, \"plain\", NULL, %s)", here,
         NAMED(AT_NO_AUTOMOUNT));
}

static void tell_calls(void) {
    TELL_FORMS(struct kernel_stat, stat, lstat, fstat);
#ifdef __i386__
    TELL_FORMS(struct kernel_stat64, stat64, lstat64, fstat64);
#endif
    tell_at();
}

static void make_files(void) {
    make_file("plain", "content");
    make_file("set", "");
    EXPECT(syscall(SYS_chmod, "plain", 0640) == 0 && syscall(SYS_chmod, "set", S_ISUID | S_ISGID | 0755) == 0);
    EXPECT(syscall(SYS_mkdir, "folder", 0700) == 0 && syscall(SYS_chmod, "folder", S_ISVTX | 0777) == 0);
    EXPECT(syscall(SYS_mknod, "fifo", S_IFIFO | 0600, 0) == 0 && symlink("plain", "link") == 0);
    const struct timespec times[2] = {{1, 0}, {1000000000, 5}};
    EXPECT(syscall(SYS_utimensat, AT_FDCWD, "plain", times, 0) == 0);
    file = open("plain", O_RDONLY);
    EXPECT(file >= 0);
}

int main(int argc, char** argv) {
    enter_own_folder();
    make_files();
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
