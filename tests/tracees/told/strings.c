/* Strings and bytes that are cut, and what of them is shown in hexadecimal (-s 5 -x): paths are not cut. */
#define _GNU_SOURCE
#include <sys/uio.h>

#include "own_folder.h"

static int sink;

static void tell_calls(void) {
    static const struct {
        const char* bytes;
        unsigned size;
        const char* shown;
    } cases[] = {{"", 0, "\"\""},
                 {"abcde", 5, "\"abcde\""},
                 {"abcdef", 6, "\"abcde\"..."},
                 {"abcde\377", 6, "\"abcde\"..."},
                 {"a\377", 2, "\"\\x61\\xff\""},
                 {"a\0b", 3, "\"\\x61\\x00\\x62\""},
                 {"a\tb\nc", 5, "\"a\\tb\\nc\""},
                 {"\"\\'%", 4, "\"\\\"\\\\'%\""},
                 {"\r\v\f\b", 4, "\"\\x0d\\x0b\\x0c\\x08\""},
                 {"\177", 1, "\"\\x7f\""}};
    for (int i = 0; i < (int)(sizeof(cases) / sizeof(cases[0])); ++i) {
        TELL_AS(syscall(SYS_write, sink, cases[i].bytes, cases[i].size), "write(%d, %s, %u) = %u", sink, cases[i].shown, cases[i].size,
                cases[i].size);
        const struct iovec one = {(void*)(uintptr_t)cases[i].bytes, cases[i].size};
        const void* vector = PUT(1, one);
        TELL_AS(syscall(SYS_writev, sink, vector, 1), "writev(%d, [{iov_base=%s, iov_len=%u}], 1) = %u", sink, cases[i].shown,
                cases[i].size, cases[i].size);
    }
    TELL(syscall(SYS_rmdir, "longer than five"), "rmdir(\"longer than five\")");
    TELL(syscall(SYS_rmdir, "\1longer"), "rmdir(\"\\x01\\x6c\\x6f\\x6e\\x67\\x65\\x72\")");
    TELL(syscall(SYS_fsopen, "no such type", 0), "fsopen(\"no su\"..., 0)");
    TELL(syscall(SYS_fsopen, "no\1suchtype", 0), "fsopen(\"\\x6e\\x6f\\x01\\x73\\x75\"..., 0)");
    TELL(syscall(SYS_setxattr, "absent", "user.a", "abcdefgh", 8, 0), "setxattr(\"absent\", \"user.\"..., \"abcde\"..., 8, 0)");
}

int main(int argc, char** argv) {
    sink = open("/dev/null", O_WRONLY);
    EXPECT(sink >= 0);
    return tell_main(argc, argv, "-s 5 -x");
}
