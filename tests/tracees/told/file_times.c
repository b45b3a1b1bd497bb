/* Times of files: set by each call, now, not at all, and to values that are none. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <utime.h>

#include "told.h"

struct moment {
    word seconds, fraction;
};

/* A comment with the date, in the zone of the machine; `fraction` is what stands behind the seconds. */
static const char* date(long seconds, const char* fraction) {
    const time_t time = seconds;
    struct tm parts;
    char day[64], zone[16];
    EXPECT(localtime_r(&time, &parts) != NULL);
    EXPECT(strftime(day, sizeof day, "%FT%T", &parts) > 0 && strftime(zone, sizeof zone, "%z", &parts) > 0);
    return text(" /* %s%s%s */", day, fraction, zone);
}

static const char path[] = "told-no-such-file";

static void tell_calls(void) {
    const struct moment both[] = {{1, 2}, {(word)-3, 999999}};
    const struct moment* times = PUT(1, both);
    const char* in_microseconds = text("[{tv_sec=1, tv_usec=2}%s, {tv_sec=-3, tv_usec=999999}%s]", date(1, ".000002"), date(-3, ".999999"));
    TELL(syscall(SYS_utimes, path, times), "utimes(\"%s\", %s)", path, in_microseconds);
    TELL(syscall(SYS_utimes, path, NULL), "utimes(\"%s\", NULL)", path);
    TELL(syscall(SYS_utimes, NULL, unreadable()), "utimes(NULL, %s)", pointer(unreadable()));
    TELL(syscall(SYS_utimes, path, times + 1), "utimes(\"%s\", %s)", path, pointer(times + 1));
    TELL(syscall(SYS_futimesat, AT_FDCWD, path, times), "futimesat(%s, \"%s\", %s)", named_decimal(-100, "AT_FDCWD"), path,
         in_microseconds);
    TELL(syscall(SYS_futimesat, -1, NULL, NULL), "futimesat(-1, NULL, NULL)");
    TELL(syscall(SYS_futimesat, -2, unreadable(), unreadable()), "futimesat(-2, %s, %s)", pointer(unreadable()), pointer(unreadable()));
    const struct moment two = {5, (word)-6};
    TELL(syscall(SYS_utime, path, PUT(2, two)), "utime(\"%s\", {actime=5%s, modtime=-6%s})", path, date(5, ""), date(-6, ""));
    TELL(syscall(SYS_utime, path, NULL), "utime(\"%s\", NULL)", path);
    TELL(syscall(SYS_utime, unreadable(), unreadable()), "utime(%s, %s)", pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_utime, path, PUT_SHORT(2, two, 1)), "utime(\"%s\", %s)", path, pointer(place_ends[2] - sizeof two + 1));

    TELL(syscall(SYS_utimensat, AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW),
         "utimensat(%s, \"%s\", [{tv_sec=1, tv_nsec=2}%s, {tv_sec=-3, tv_nsec=999999}%s], %s)", named_decimal(-100, "AT_FDCWD"), path,
         date(1, ".000000002"), date(-3, ".000999999"), NAMED(AT_SYMLINK_NOFOLLOW));
    const struct moment special[] = {{1, UTIME_NOW}, {2, UTIME_OMIT}};
    const char* now = style == in_numbers ? text("{tv_sec=1, tv_nsec=%ld}", UTIME_NOW)
                      : style == in_names ? "UTIME_NOW"
                                          : text("{tv_sec=1, tv_nsec=%ld} /* UTIME_NOW */", UTIME_NOW);
    const char* omit = style == in_numbers ? text("{tv_sec=2, tv_nsec=%ld}", UTIME_OMIT)
                       : style == in_names ? "UTIME_OMIT"
                                           : text("{tv_sec=2, tv_nsec=%ld} /* UTIME_OMIT */", UTIME_OMIT);
    TELL(syscall(SYS_utimensat, -1, path, PUT(1, special), 0x1000), "utimensat(-1, \"%s\", [%s, %s], %s)", path, now, omit,
         named(0x1000, "AT_EMPTY_PATH"));
    TELL(syscall(SYS_utimensat, -1, NULL, NULL, 1), "utimensat(-1, NULL, NULL, %s)", unnamed(1, "AT"));
    TELL(syscall(SYS_utimensat, -1, unreadable(), unreadable(), 0), "utimensat(-1, %s, %s, 0)", pointer(unreadable()),
         pointer(unreadable()));
    TELL(syscall(SYS_utimensat, -1, path, place_ends[1] - sizeof both[0], 0), "utimensat(-1, \"%s\", %s, 0)", path,
         pointer(place_ends[1] - sizeof both[0]));
}

int main(int argc, char** argv) {
    tzset(); /* its calls are none of ours */
    return tell_main(argc, argv, "");
}
