/* What a program needs that tells on its standard output what a tracer should print of its calls, so that addresses and numbers need
   no normalising. A program is called with the style of constants (names, numbers, both: -X) and how much is told (brief, whole: -v);
   with `options` it prints options of the tracer that it wants besides. Only what is between the two markers is compared. */
#ifndef TROUPE_TESTS_TRACEES_TOLD_H
#define TROUPE_TESTS_TRACEES_TOLD_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "../expect.h"

#define UNUSED __attribute__((unused))

/* Numbers that are printed for the kernel's type, also where the library's differs. */
typedef unsigned long word;

enum told_style { in_names, in_numbers, in_both };

static UNUSED enum told_style style;
static UNUSED bool whole; /* nothing is abbreviated */
static char* told;        /* what is told so far */
static size_t told_size;
static FILE* telling;

/* Pages that end where nothing can be read. */
enum { places = 8, place_size = 4096 };
static char* place_ends[places];

static UNUSED void* unreadable(void) { return place_ends[0]; }

/* The bytes, so that the last of them is the last that can be read. Other bytes in the same place are gone then. */
static UNUSED void* put_at(int place, const void* bytes, size_t size) {
    EXPECT(place < places && size <= place_size);
    memcpy(place_ends[place] - size, bytes, size);
    return place_ends[place] - size;
}

/* Where an object is of whose bytes the last `missing` cannot be read. */
static UNUSED void* put_short(int place, const void* bytes, size_t size, size_t missing) {
    EXPECT(missing <= size);
    return put_at(place, bytes, size - missing);
}

#define PUT(place, object) put_at(place, &(object), sizeof(object))
#define PUT_SHORT(place, object, missing) put_short(place, &(object), sizeof(object), missing)

/* Texts that live until some dozens more are made. */
static UNUSED char* text(const char* format, ...) __attribute__((format(printf, 1, 2)));
static UNUSED char* text(const char* format, ...) {
    enum { texts = 64, longest = 4096 };
    static char all[texts][longest];
    static int next;
    char* here = all[next++ % texts];
    va_list arguments;
    va_start(arguments, format);
    EXPECT(vsnprintf(here, longest, format, arguments) < longest);
    va_end(arguments);
    return here;
}

static UNUSED const char* pointer(const void* address) { return address == NULL ? "NULL" : text("%#lx", (word)address); }
static UNUSED const char* hex(word value) { return value == 0 ? "0" : text("%#lx", value); }

/* A constant, or flags, in the style that is wanted. */
static UNUSED const char* named(word value, const char* name) {
    switch (style) {
        case in_names:
            return name;
        case in_numbers:
            return hex(value);
        default:
            return text("%s /* %s */", hex(value), name);
    }
}
#define NAMED(constant) named((word)(unsigned)(constant), #constant)

/* A number that no name is known of, where names of PREFIX are expected: 0x63 and PREFIX_??? in a comment. */
static UNUSED const char* unnamed(word value, const char* prefix) {
    return style == in_numbers ? hex(value) : text("%s /* %s_??? */", hex(value), prefix);
}

/* A name whose number is decimal: AT_FDCWD, signals. */
static UNUSED const char* named_decimal(long value, const char* name) {
    switch (style) {
        case in_names:
            return name;
        case in_numbers:
            return text("%ld", value);
        default:
            return text("%ld /* %s */", value, name);
    }
}

/* What is in the byte order of the network, htons(80), or a hardware address: converted, or as its bytes. */
static UNUSED const char* network_order(const char* converted, const char* bytes) {
    return style == in_numbers ? text("\"%s\"", bytes) : style == in_names ? converted : text("\"%s\" /* %s */", bytes, converted);
}

/* Brief, or whole. */
static UNUSED const char* either(const char* brief, const char* all) { return whole ? all : brief; }

static UNUSED void tell_result(long result, int error) {
    if (result == -1) {
        fprintf(telling, " = -1 %s (%s)\n", strerrorname_np(error), strerror(error));
    } else {
        fprintf(telling, " = %ld\n", result);
    }
}

/* Makes a call, then tells of it: a format as printf's, whose arguments are looked at when the call is over, without ` = 0`. */
#define TELL(call, ...)                     \
    do {                                    \
        errno = 0;                          \
        const long tell_back = (call);      \
        const int tell_error = errno;       \
        fprintf(telling, __VA_ARGS__);      \
        tell_result(tell_back, tell_error); \
    } while (0)

/* The same, with a result in a form of its own: everything behind `) `. */
#define TELL_AS(call, ...)                 \
    do {                                   \
        errno = 0;                         \
        const long result UNUSED = (call); \
        const int error UNUSED = errno;    \
        fprintf(telling, __VA_ARGS__);     \
        fputc('\n', telling);              \
    } while (0)

static void tell_calls(void);

/* `options` may be "". */
static UNUSED int tell_main(int argc, char** argv, const char* options) {
    EXPECT(argc > 1);
    if (strcmp(argv[1], "options") == 0) {
        puts(options);
        return 0;
    }
    EXPECT(argc == 3);
    style = strcmp(argv[1], "names") == 0 ? in_names : strcmp(argv[1], "numbers") == 0 ? in_numbers : in_both;
    whole = strcmp(argv[2], "whole") == 0;
    char* pages = mmap(NULL, (size_t)2 * places * place_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(pages != MAP_FAILED);
    for (int i = 0; i < places; ++i) {
        place_ends[i] = pages + (size_t)(2 * i + 1) * place_size;
        EXPECT(mprotect(place_ends[i], place_size, PROT_NONE) == 0);
    }
    telling = open_memstream(&told, &told_size);
    EXPECT(telling != NULL);
    syscall(SYS_chdir, "begin to tell");
    tell_calls();
    syscall(SYS_chdir, "end of telling");
    EXPECT(fclose(telling) == 0);
    fwrite(told, 1, told_size, stdout);
    return fflush(stdout) == 0 ? 0 : 1;
}

#endif
