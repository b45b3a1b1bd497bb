/* N threads make M rounds of calls whose arguments a tracer may change, and look whether their registers hold their own behind each, as the
   kernel promises (arch/x86/entry/entry_64.S: all but rcx, r11 and rax). Prints how many bytes went through a pipe at once, and where a
   descriptor was put. Usage: kept_registers [N [M]] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static long rounds;
static long most_written;
static long most_read;
static long new_descriptor;

/* The result, or a negative errno. */
static long made(long number, long first, long second, long third) {
    long a = first, b = second, c = third, result = number;
#ifdef __x86_64__
    register long r10 __asm__("r10") = 0x7777000000000044;
    register long r8 __asm__("r8") = 0x55;
    register long r9 __asm__("r9") = 0x66;
    __asm__ volatile("syscall" : "+a"(result), "+D"(a), "+S"(b), "+d"(c), "+r"(r10), "+r"(r8), "+r"(r9) : : "rcx", "r11", "memory");
    EXPECT(r10 == 0x7777000000000044 && r8 == 0x55 && r9 == 0x66);
#else
    long d = 0x44, e = 0x55;
    __asm__ volatile("int $0x80" : "+a"(result), "+b"(a), "+c"(b), "+d"(c), "+S"(d), "+D"(e) : : "memory");
    EXPECT(d == 0x44 && e == 0x55);
#endif
    EXPECT(a == first && b == second && c == third);
    return result;
}

static void* work(void* unused) {
    static const char text[] = "0123456789";
    int ends[2];
    EXPECT(pipe(ends) == 0);
    for (long round = 0; round < rounds; ++round) {
        char back[16];
        long written = made(SYS_write, ends[1], (long)text, 10);
        EXPECT(written >= 1 && written <= 10);
        for (long got = 0; got < written;) {
            long one = made(SYS_read, ends[0], (long)(back + got), 10);
            EXPECT(one >= 1 && one <= written - got);
            most_read = one > most_read ? one : most_read;
            got += one;
        }
        EXPECT(memcmp(back, text, (size_t)written) == 0);
        most_written = written > most_written ? written : most_written;
    }
    return unused;
}

int main(int argc, char** argv) {
    enum { most = 100 };
    static pthread_t threads[most];
    long count = number_argument(argc, argv, 1, 1);
    rounds = number_argument(argc, argv, 2, 1);
    EXPECT(count >= 1 && count <= most);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, work, NULL) == 0);
    }
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_join(threads[i], NULL) == 0);
    }
    new_descriptor = made(SYS_dup2, 0, 50, 0);
    long failed = made(SYS_execve, (long)"/does/not/exist", 0, 0);
    printf("written: %ld\nread: %ld\ndescriptor: %ld\nexecve: %ld\n", most_written, most_read, new_descriptor, failed);
    return 0;
}
