/* Calls that move data: bytes, vectors of them, offsets that come back, and between descriptors. */
#define _GNU_SOURCE
#include <sys/uio.h>

#include "own_folder.h"

static int file, ends[2];

/* A number of 64 bits as arguments: on i386 it takes two. */
#ifdef __i386__
#define WIDE(value) (long)(value), (long)((long long)(value) >> 32)
#else
#define WIDE(value) (long)(value)
#endif

static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEF";
#define BRIEF_LETTERS "\"0123456789abcdefghijklmnopqrstuv\"..."

static void tell_bytes(void) {
    char space[64] = "";
    char* place = PUT(1, space);
    TELL_AS(syscall(SYS_write, file, letters, 42), "write(%d, " BRIEF_LETTERS ", 42) = 42", file);
    TELL_AS(syscall(SYS_pwrite64, file, "\n\t\0\377x", 5, WIDE(42)), "pwrite64(%d, \"\\n\\t\\0\\377x\", 5, 42) = 5", file);
    TELL_AS(syscall(SYS_lseek, file, 0, SEEK_SET), "lseek(%d, 0, %s) = 0", file, NAMED(SEEK_SET));
    TELL_AS(syscall(SYS_read, file, place, 64), "read(%d, " BRIEF_LETTERS ", 64) = 47", file);
    TELL_AS(syscall(SYS_read, file, place, 64), "read(%d, \"\", 64) = 0", file);
    TELL_AS(syscall(SYS_pread64, file, place, 4, WIDE(40)), "pread64(%d, \"EF\\n\\t\", 4, 40) = 4", file);
    TELL(syscall(SYS_pread64, file, place, 4, WIDE(-1LL)), "pread64(%d, %s, 4, -1)", file, pointer(place));
    TELL(syscall(SYS_pread64, -1, NULL, 0, WIDE(1LL << 40)), "pread64(-1, NULL, 0, 1099511627776)");
    TELL(syscall(SYS_read, -1, place, -1L), "read(-1, %s, %lu)", pointer(place), ~0UL);
    TELL(syscall(SYS_read, file, unreadable(), 0), "read(%d, \"\", 0)", file);
    TELL(syscall(SYS_write, -1, unreadable(), 5), "write(-1, %s, 5)", pointer(unreadable()));
    TELL(syscall(SYS_write, -1, NULL, 0), "write(-1, NULL, 0)");
    const void* half = put_at(2, "abc", 3);
    TELL(syscall(SYS_write, -1, half, 5), "write(-1, %s, 5)", pointer(half));
    TELL(syscall(SYS_write, -1, half, 3), "write(-1, \"abc\", 3)");
    TELL(syscall(SYS_pwrite64, -1, "abc", 3, WIDE(INT64_MIN)), "pwrite64(-1, \"abc\", 3, -9223372036854775808)");
}

static void tell_vectors(void) {
    char space[8] = "";
    char* place = PUT(1, space);
    const struct iovec two[2] = {{(void*)(uintptr_t)letters, 42}, {(void*)(uintptr_t) "\1\2", 2}};
    const struct iovec* vector = PUT(2, two);
    const char* all = "[{iov_base=" BRIEF_LETTERS ", iov_len=42}, {iov_base=\"\\1\\2\", iov_len=2}]";
    TELL_AS(syscall(SYS_lseek, file, 0, SEEK_SET), "lseek(%d, 0, %s) = 0", file, NAMED(SEEK_SET));
    TELL_AS(syscall(SYS_writev, file, vector, 2), "writev(%d, %s, 2) = 44", file, all);
    TELL(syscall(SYS_writev, -1, vector, 3),
         "writev(-1, [{iov_base=" BRIEF_LETTERS ", iov_len=42}, {iov_base=\"\\1\\2\", iov_len=2}, ... /* %s */], 3)", pointer(vector + 2));
    TELL(syscall(SYS_writev, -1, NULL, 2), "writev(-1, NULL, 2)");
    TELL(syscall(SYS_writev, -1, vector, 0), "writev(-1, [], 0)");
    TELL(syscall(SYS_writev, -1, unreadable(), 1), "writev(-1, %s, 1)", pointer(unreadable()));
    const struct iovec odd[3] = {{NULL, 5}, {unreadable(), 5}, {place, 0}};
    vector = PUT(3, odd);
    TELL(syscall(SYS_writev, -1, vector, 3),
         "writev(-1, [{iov_base=NULL, iov_len=5}, {iov_base=%s, iov_len=5}, {iov_base=\"\", iov_len=0}], 3)", pointer(unreadable()));
    const struct iovec back[2] = {{place, 3}, {place + 3, 5}};
    vector = PUT(3, back);
    TELL_AS(syscall(SYS_preadv, file, vector, 2, 0, 0),
            "preadv(%d, [{iov_base=\"012\", iov_len=3}, {iov_base=\"34567\", iov_len=5}], 2, 0) = 8", file);
    TELL_AS(syscall(SYS_preadv2, file, vector, 2, 40, 0, RWF_HIPRI),
            "preadv2(%d, [{iov_base=\"EF\\1\", iov_len=3}, {iov_base=\"\\2\\0\\377x\", iov_len=5}], 2, 40, %s) = 7", file,
            NAMED(RWF_HIPRI));
    TELL(syscall(SYS_readv, -1, vector, 2), "readv(-1, [{iov_base=%s, iov_len=3}, {iov_base=%s, iov_len=5}], 2)", pointer(place),
         pointer(place + 3));
    TELL(syscall(SYS_readv, -1, vector, 0), "readv(-1, [], 0)");
    TELL(syscall(SYS_pwritev2, -1, vector, 0, -1L, -1L, 0x7f), "pwritev2(-1, [], 0, -1, %s)",
         named(0x7f, "RWF_HIPRI|RWF_DSYNC|RWF_SYNC|RWF_NOWAIT|RWF_APPEND|RWF_NOAPPEND|RWF_ATOMIC"));
    TELL(syscall(SYS_pwritev2, -1, vector, 0, 0, 0, 0x80000000U), "pwritev2(-1, [], 0, 0, %s)", unnamed(0x80000000U, "RWF"));
}

static void tell_transfers(void) {
    long long offset = 3;
    void* place = PUT(1, offset);
    const char* spliced = named(0xf, "SPLICE_F_MOVE|SPLICE_F_NONBLOCK|SPLICE_F_MORE|SPLICE_F_GIFT");
    TELL_AS(syscall(SYS_splice, file, place, ends[1], NULL, 5, 0xf), "splice(%d, [3], %d, NULL, 5, %s) = 5", file, ends[1], spliced);
    TELL(syscall(SYS_splice, -1, NULL, -1, unreadable(), -1L, 0), "splice(-1, NULL, -1, %s, %lu, 0)", pointer(unreadable()), ~0UL);
    TELL(syscall(SYS_tee, ends[0], -1, 5, SPLICE_F_NONBLOCK), "tee(%d, -1, 5, %s)", ends[0], NAMED(SPLICE_F_NONBLOCK));
    TELL(syscall(SYS_tee, -1, -1, 5, 0x80000000U), "tee(-1, -1, 5, %s)", unnamed(0x80000000U, "SPLICE_F"));
    const struct iovec one = {(void*)(uintptr_t)letters, 3};
    const struct iovec* vector = PUT(2, one);
    TELL_AS(syscall(SYS_vmsplice, ends[1], vector, 1, 0), "vmsplice(%d, [{iov_base=\"012\", iov_len=3}], 1, 0) = 3", ends[1]);
    TELL(syscall(SYS_vmsplice, -1, NULL, 7, SPLICE_F_GIFT), "vmsplice(-1, NULL, 7, %s)", NAMED(SPLICE_F_GIFT));
    place = PUT(1, offset);
    TELL(syscall(SYS_copy_file_range, file, place, -1, NULL, 5, 0), "copy_file_range(%d, [3], -1, NULL, 5, 0)", file);
    TELL(syscall(SYS_copy_file_range, -1, unreadable(), -1, place, 0, 0x80000000U), "copy_file_range(-1, %s, -1, [3], 0, 2147483648)",
         pointer(unreadable()));
    const unsigned long from = 7;
    place = PUT(1, from);
    TELL_AS(syscall(SYS_sendfile, ends[1], file, place, 4), "sendfile(%d, %d, [7 => 11], 4) = 4", ends[1], file);
    TELL_AS(syscall(SYS_sendfile, ends[1], file, place, 0), "sendfile(%d, %d, [11], 0) = 0", ends[1], file);
    TELL(syscall(SYS_sendfile, -1, -1, place, 4), "sendfile(-1, -1, [11], 4)");
    TELL(syscall(SYS_sendfile, -1, -1, NULL, 4), "sendfile(-1, -1, NULL, 4)");
    TELL(syscall(SYS_sendfile, -1, -1, unreadable(), 4), "sendfile(-1, -1, %s, 4)", pointer(unreadable()));
#ifdef __i386__
    place = PUT(1, offset);
    TELL_AS(syscall(SYS_sendfile64, ends[1], file, place, 4), "sendfile64(%d, %d, [3 => 7], 4) = 4", ends[1], file);
#endif
}

static void tell_room(void) {
    const char* modes = named(0x7f,
                              "FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE|FALLOC_FL_NO_HIDE_STALE|FALLOC_FL_COLLAPSE_RANGE|FALLOC_FL_ZERO_"
                              "RANGE|FALLOC_FL_INSERT_RANGE|FALLOC_FL_UNSHARE_RANGE");
    TELL(syscall(SYS_fallocate, -1, 0, WIDE(0), WIDE(1LL << 33)), "fallocate(-1, 0, 0, 8589934592)");
    TELL(syscall(SYS_fallocate, -1, 0x7f, WIDE(-1LL), WIDE(-1LL)), "fallocate(-1, %s, -1, -1)", modes);
    TELL(syscall(SYS_fallocate, -1, 0x80000000U, WIDE(1), WIDE(2)), "fallocate(-1, %s, 1, 2)", unnamed(0x80000000U, "FALLOC_FL"));
    TELL(syscall(SYS_fadvise64, -1, WIDE(1LL << 33), 5, POSIX_FADV_WILLNEED), "fadvise64(-1, 8589934592, 5, %s)",
         NAMED(POSIX_FADV_WILLNEED));
    TELL(syscall(SYS_fadvise64, -1, WIDE(0), 0, 6), "fadvise64(-1, 0, 0, %s)", unnamed(6, "POSIX_FADV"));
    TELL(syscall(SYS_sync_file_range, -1, WIDE(1), WIDE(-1LL), 7), "sync_file_range(-1, 1, -1, %s)",
         named(7, "SYNC_FILE_RANGE_WAIT_BEFORE|SYNC_FILE_RANGE_WRITE|SYNC_FILE_RANGE_WAIT_AFTER"));
    TELL(syscall(SYS_sync_file_range, -1, WIDE(1), WIDE(2), 0x80000000U), "sync_file_range(-1, 1, 2, %s)",
         unnamed(0x80000000U, "SYNC_FILE_RANGE"));
    TELL(syscall(SYS_readahead, -1, WIDE(1LL << 33), 7), "readahead(-1, 8589934592, 7)");
    TELL(syscall(SYS_truncate, "absent", 5), "truncate(\"absent\", 5)");
    TELL(syscall(SYS_ftruncate, -1, 5), "ftruncate(-1, 5)");
    TELL(syscall(SYS_truncate, NULL, 0xffffffffU), "truncate(NULL, 4294967295)");
#ifdef __i386__
    TELL(syscall(SYS_truncate64, "absent", WIDE(1LL << 33)), "truncate64(\"absent\", 8589934592)");
    TELL(syscall(SYS_ftruncate64, -1, WIDE(-1LL)), "ftruncate64(-1, 18446744073709551615)");
    TELL(syscall(SYS_fadvise64_64, -1, WIDE(1LL << 33), WIDE(-1LL), POSIX_FADV_DONTNEED), "fadvise64_64(-1, 8589934592, -1, %s)",
         NAMED(POSIX_FADV_DONTNEED));
    void* where = place_ends[4] - 8;
    TELL(syscall(SYS__llseek, file, 1, 5, where, SEEK_SET), "_llseek(%d, 4294967301, [4294967301], %s)", file, NAMED(SEEK_SET));
    TELL(syscall(SYS__llseek, -1, -1, -1, where, SEEK_END), "_llseek(-1, -1, %s, %s)", pointer(where), NAMED(SEEK_END));
#endif
    TELL(syscall(SYS_lseek, -1, -5L, SEEK_DATA), "lseek(-1, -5, %s)", NAMED(SEEK_DATA));
    TELL(syscall(SYS_lseek, -1, 5, 9), "lseek(-1, 5, %s)", unnamed(9, "SEEK"));
    TELL(syscall(SYS_fsync, -1), "fsync(-1)");
    TELL(syscall(SYS_fdatasync, -1), "fdatasync(-1)");
    TELL(syscall(SYS_syncfs, -1), "syncfs(-1)");
}

static void tell_calls(void) {
    tell_bytes();
    tell_vectors();
    tell_transfers();
    tell_room();
}

int main(int argc, char** argv) {
    enter_own_folder();
    file = open("file", O_CREAT | O_RDWR, 0600);
    EXPECT(file >= 0 && pipe(ends) == 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
