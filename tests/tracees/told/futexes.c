/* Each operation on futexes, with values that the kernel refuses or answers at once. */
#define _GNU_SOURCE
#include <time.h>

#include "told.h"

#ifdef SYS_futex_time64
struct moment {
    word seconds, nanoseconds;
};
#else
struct moment {
    int64_t seconds, nanoseconds;
};
#endif

static const struct moment nearly_now = {0, 1};

static void tell_waits(void) {
    const uint32_t seven = 7;
    uint32_t* here = PUT(1, seven);
    const void* limit = PUT(2, nearly_now);
    TELL(syscall(SYS_futex, here, 0, 8, NULL), "futex(%s, %s, 8, NULL)", pointer(here), named(0, "FUTEX_WAIT"));
    TELL(syscall(SYS_futex, here, 128, 7, limit), "futex(%s, %s, 7, {tv_sec=0, tv_nsec=1})", pointer(here),
         named(128, "FUTEX_WAIT_PRIVATE"));
    TELL(syscall(SYS_futex, here, 128, 7, unreadable()), "futex(%s, %s, 7, %s)", pointer(here), named(128, "FUTEX_WAIT_PRIVATE"),
         pointer(unreadable()));
    TELL(syscall(SYS_futex, NULL, 256, -1, limit), "futex(NULL, %s, 4294967295, {tv_sec=0, tv_nsec=1})",
         named(256, "FUTEX_WAIT|FUTEX_CLOCK_REALTIME"));
    TELL(syscall(SYS_futex, here, 9 | 128 | 256, 8, limit, NULL, 0xff), "futex(%s, %s, 8, {tv_sec=0, tv_nsec=1}, 0xff)", pointer(here),
         named(9 | 128 | 256, "FUTEX_WAIT_BITSET_PRIVATE|FUTEX_CLOCK_REALTIME"));
    TELL(syscall(SYS_futex, here, 9, 8, NULL, NULL, -1), "futex(%s, %s, 8, NULL, %s)", pointer(here), named(9, "FUTEX_WAIT_BITSET"),
         named(0xffffffff, "FUTEX_BITSET_MATCH_ANY"));
    TELL(syscall(SYS_futex, here, 9, 8, NULL, NULL, 0), "futex(%s, %s, 8, NULL, 0)", pointer(here), named(9, "FUTEX_WAIT_BITSET"));
    TELL(syscall(SYS_futex, here, 6, 0, unreadable()), "futex(%s, %s, %s)", pointer(here), named(6, "FUTEX_LOCK_PI"),
         pointer(unreadable()));
    TELL(syscall(SYS_futex, here, 13 | 128, 0, unreadable()), "futex(%s, %s, %s)", pointer(here), named(13 | 128, "FUTEX_LOCK_PI2_PRIVATE"),
         pointer(unreadable()));
    TELL(syscall(SYS_futex, here, 11, 8, limit, here, 0), "futex(%s, %s, 8, {tv_sec=0, tv_nsec=1}, %s)", pointer(here),
         named(11, "FUTEX_WAIT_REQUEUE_PI"), pointer(here));
}

static void tell_wakes(void) {
    const uint32_t seven = 7;
    uint32_t* here = PUT(1, seven);
    TELL(syscall(SYS_futex, here, 1, 1), "futex(%s, %s, 1)", pointer(here), named(1, "FUTEX_WAKE"));
    TELL(syscall(SYS_futex, here, 129, 0x7fffffff), "futex(%s, %s, 2147483647)", pointer(here), named(129, "FUTEX_WAKE_PRIVATE"));
    TELL(syscall(SYS_futex, (char*)here + 1, 1, -1), "futex(%s, %s, 4294967295)", pointer((char*)here + 1), named(1, "FUTEX_WAKE"));
    TELL(syscall(SYS_futex, here, 10, 2, 3, 4, 0x50), "futex(%s, %s, 2, 0x50)", pointer(here), named(10, "FUTEX_WAKE_BITSET"));
    TELL(syscall(SYS_futex, here, 2 | 128, 7), "futex(%s, %s, 7)", pointer(here), named(2 | 128, "FUTEX_FD|FUTEX_PRIVATE_FLAG"));
    TELL(syscall(SYS_futex, here, 1 | 256, 7), "futex(%s, %s, 7)", pointer(here), unnamed(1 | 256, "FUTEX"));
    TELL(syscall(SYS_futex, here, 7 | 384, 7), "futex(%s, %s)", pointer(here), unnamed(7 | 384, "FUTEX"));
    TELL(syscall(SYS_futex, here, 2, 7), "futex(%s, %s, 7)", pointer(here), named(2, "FUTEX_FD"));
    TELL(syscall(SYS_futex, here, 3, 1, 2, unreadable()), "futex(%s, %s, 1, 2, %s)", pointer(here), named(3, "FUTEX_REQUEUE"),
         pointer(unreadable()));
    TELL(syscall(SYS_futex, here, 4 | 128, 1, -1L, here, 8), "futex(%s, %s, 1, 4294967295, %s, 8)", pointer(here),
         named(4 | 128, "FUTEX_CMP_REQUEUE_PRIVATE"), pointer(here));
    TELL(syscall(SYS_futex, here, 12, 1, 2, here, 8), "futex(%s, %s, 1, 2, %s, 8)", pointer(here), named(12, "FUTEX_CMP_REQUEUE_PI"),
         pointer(here));
    TELL(syscall(SYS_futex, here, 5, 1, 2, NULL, 0x12345678), "futex(%s, %s, 1, 2, NULL, %s)", pointer(here), named(5, "FUTEX_WAKE_OP"),
         style == in_numbers ? "0x1<<28 /* FUTEX_OP_??? */|0x345<<12|0x2<<24 /* FUTEX_OP_CMP_??? */|0x678"
                             : text("%s<<28|0x345<<12|%s<<24|0x678", named(1, "FUTEX_OP_ADD"), named(2, "FUTEX_OP_CMP_LT")));
    TELL(syscall(SYS_futex, here, 7, 1, 2, 3, 4), "futex(%s, %s)", pointer(here), named(7, "FUTEX_UNLOCK_PI"));
    TELL(syscall(SYS_futex, here, 8, 1, 2, 3, 4), "futex(%s, %s)", pointer(here), named(8, "FUTEX_TRYLOCK_PI"));
    TELL(syscall(SYS_futex, here, 99, 1, 2L, 3L, 4), "futex(%s, %s, 1, 0x2, 0x3, 0x4)", pointer(here), unnamed(99, "FUTEX"));
}

/* linux/futex.h */
struct waiter {
    uint64_t value, address;
    uint32_t flags, more;
};

static void tell_vectors(void) {
    enum { waitv = 449, wake, wait, requeue };
    _Static_assert((int)wake == 450, "numbers follow one another");
    const uint32_t seven = 7;
    uint32_t* here = PUT(1, seven);
    const struct { int64_t seconds, nanoseconds; } past = {0, 1};
    const void* limit = PUT(2, past);
    const struct waiter waiters[] = {{8, (word)here, 0x82, 0}, {~0ULL, 0, 0x70, 5}};
    const struct waiter* both = PUT(3, waiters);
    const char* first = text("{val=0x8, uaddr=%s, flags=%s}", pointer(here), named(0x82, "FUTEX_32|FUTEX_PRIVATE_FLAG"));
    TELL(syscall(waitv, both, 1, 0, NULL, 0), "futex_waitv([%s], 1, 0, NULL, %s)", first, named(0, "CLOCK_REALTIME"));
    TELL(syscall(waitv, both, 2, 0, limit, 1),
         "futex_waitv([%s, {val=0xffffffffffffffff, uaddr=NULL, flags=%s, __reserved=0x5}], 2, 0, {tv_sec=0, "
         "tv_nsec=1}, %s)",
         first, unnamed(0x70, "FUTEX"), named(1, "CLOCK_MONOTONIC"));
    TELL(syscall(waitv, unreadable(), 1, 7, unreadable(), 99), "futex_waitv(%s, 1, %s, %s, %s)", pointer(unreadable()), "0x7",
         pointer(unreadable()), unnamed(99, "CLOCK"));
    TELL(syscall(waitv, NULL, 0, 0, NULL, 0), "futex_waitv(NULL, 0, 0, NULL, %s)", named(0, "CLOCK_REALTIME"));
    TELL(syscall(waitv, both, 0, 0, NULL, 0), "futex_waitv([], 0, 0, NULL, %s)", named(0, "CLOCK_REALTIME"));
    TELL(syscall(waitv, both + 1, 2, 0, NULL, 0),
         "futex_waitv([{val=0xffffffffffffffff, uaddr=NULL, flags=%s, __reserved=0x5}, ... /* %s */], 2, 0, NULL, %s)",
         unnamed(0x70, "FUTEX"), pointer(place_ends[3]), named(0, "CLOCK_REALTIME"));
}

/* Calls since Linux 6.7, which take masks and flags in words. */
static void tell_second_calls(void) {
    enum { wake = 454, wait, requeue };
    const uint32_t seven = 7;
    uint32_t* here = PUT(1, seven);
    const struct { int64_t seconds, nanoseconds; } past = {0, 1};
    const void* limit = PUT(2, past);
    const char* flags = named(0x82, "FUTEX2_SIZE_U32|FUTEX2_PRIVATE");
    TELL(syscall(wake, here, -1L, 1, 0x82), "futex_wake(%s, %#lx, 1, %s)", pointer(here), (word)-1, flags);
    TELL(syscall(wake, here, 5L, -1, 0x70), "futex_wake(%s, 0x5, -1, %s)", pointer(here), named(0x70, "FUTEX2_SIZE_U8|0x70"));
    TELL(syscall(wait, here, 8L, 5L, 0x82, limit, 1), "futex_wait(%s, 0x8, 0x5, %s, {tv_sec=0, tv_nsec=1}, %s)", pointer(here), flags,
         named(1, "CLOCK_MONOTONIC"));
    TELL(syscall(wait, NULL, 8L, 5L, 2, unreadable(), 99), "futex_wait(NULL, 0x8, 0x5, %s, %s, %s)", named(2, "FUTEX2_SIZE_U32"),
         pointer(unreadable()), unnamed(99, "CLOCK"));
    TELL(syscall(requeue, unreadable(), 5, -1, -1), "futex_requeue(%s, %s, -1, -1)", pointer(unreadable()), "0x5");
    TELL(syscall(requeue, NULL, 0, 0, 0), "futex_requeue(NULL, 0, 0, 0)");
}

static void tell_calls(void) {
    tell_second_calls();
    tell_waits();
    tell_wakes();
    tell_vectors();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
