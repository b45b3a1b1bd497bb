/* Requests of ioctl: on no descriptor, so that all fail; every second one is said to succeed all the same (OPTIONS_OF_IOCTLS). */
#ifndef TROUPE_TESTS_TRACEES_TOLD_IOCTLS_H
#define TROUPE_TESTS_TRACEES_TOLD_IOCTLS_H

#include <sys/ioctl.h>

#include "told.h"

/* One of the parts of styled(), without its brackets. */
static UNUSED const char* styled_part(const char* part, size_t size) {
    char copy[512];
    EXPECT(size < sizeof(copy));
    memcpy(copy, part, size);
    copy[size] = '\0';
    char* name = strpbrk(copy, ":!");
    EXPECT(name != NULL);
    const bool is_text = *name == '!';
    *name++ = '\0';
    if (copy[0] == '=') {
        const char* unknown = name[0] == '?' ? "_???" : "";
        return style == in_numbers ? text("%s", copy + 1) : text("%s /* %s%s */", copy + 1, name + strlen(unknown) / 4, unknown);
    }
    if (copy[0] == '"') {
        return style == in_names ? text("%s", name) : style == in_numbers ? text("%s", copy) : text("%s /* %s */", copy, name);
    }
    const unsigned long long value = copy[0] == '#' ? 0 : strtoull(copy, NULL, 0);
    const char* number = copy[0] == '#' ? text("%s", copy + 1) : value == 0 ? "0" : text("%#llx", value);
    if (style == in_numbers || is_text) {
        return style == in_numbers ? number : text("%s", name);
    }
    if (name[0] == '?') {
        return text("%s /* %s_??? */", number, name + 1);
    }
    return style == in_names ? text("%s", name) : text("%s /* %s */", number, name);
}

/* A text in which {5:ECHO|ICANON} with pointed brackets stands for a number with names, {0x63:?VT} for one without, VT_???,
   {#5:five} for one that is decimal, {5!five} for one that is a text in both styles with names,
   {=7:seven} for one that stays a number, with a comment behind it, and {"\x01":text} for bytes that a text stands for. */
static UNUSED const char* styled(const char* pattern) {
    enum { texts = 8, longest = 4096 };
    static char all[texts][longest];
    static int next;
    char* made = all[next++ % texts];
    size_t size = 0;
    for (const char* at = pattern; *at != '\0'; ++at) {
        const char* end = *at == '<' ? strchr(at, '>') : NULL;
        const bool is_part = end != NULL && strcspn(at, ":!") < (size_t)(end - at);
        const char* part = is_part ? styled_part(at + 1, (size_t)(end - at - 1)) : at;
        const size_t part_size = is_part ? strlen(part) : 1;
        EXPECT(size + part_size < longest);
        memcpy(made + size, part, part_size);
        size += part_size;
        at = is_part ? end : at;
    }
    made[size] = '\0';
    return made;
}

#define OPTIONS_OF_IOCTLS "-e inject=ioctl:retval=0:when=2+2"

/* Both calls: what is printed of the argument where the call fails (NULL: where it is), and where it does not. */
static UNUSED void tell_argument(word request, const char* name, const void* argument, const char* failed, const char* answered) {
    const char* comma = failed != NULL && failed[0] == '\0' ? "" : ", ";
    failed = failed == NULL ? pointer(argument) : styled(failed);
    answered = styled(answered);
    const char* named_request = named((uint32_t)request, name);
    TELL(syscall(SYS_ioctl, -1, request, argument), "ioctl(-1, %s%s%s)", named_request, comma, failed);
    TELL_AS(syscall(SYS_ioctl, -1, request, argument), "ioctl(-1, %s%s%s) = 0 (INJECTED)", named_request, comma, answered);
}

/* A request that takes or fills an object: nowhere, unreadable, short of a byte, whole. Where it fails an object that it would fill is not
   looked at (`failed` is NULL), and none that is short is. */
static UNUSED void tell_object(word request, const char* name, const void* object, size_t size, const char* failed, const char* answered) {
    tell_argument(request, name, NULL, "NULL", "NULL");
    tell_argument(request, name, unreadable(), pointer(unreadable()), pointer(unreadable()));
    const void* at = put_short(1, object, size, 1);
    tell_argument(request, name, at, pointer(at), pointer(at));
    at = put_at(1, object, size);
    tell_argument(request, name, at, failed, answered);
}
#define TELL_OBJECT_AS(request, name, object, failed, answered) tell_object(request, name, &(object), sizeof(object), failed, answered)
#define TELL_OBJECT(request, object, failed, answered) TELL_OBJECT_AS(request, #request, object, failed, answered)

/* The same, with an object that is whole: one that is short is shown in parts. */
#define TELL_WHOLE_AS(request, name, object, failed, answered) tell_argument(request, name, PUT(1, object), failed, answered)
#define TELL_WHOLE(request, object, failed, answered) TELL_WHOLE_AS(request, #request, object, failed, answered)

/* A request that takes an object; ..._AS: that is shown under another name. */
#define TELL_TAKEN_AS(request, name, object, shown)                          \
    do {                                                                     \
        const char* taken = shown;                                           \
        tell_object(request, name, &(object), sizeof(object), taken, taken); \
    } while (0)
#define TELL_TAKEN(request, object, shown) TELL_TAKEN_AS(request, #request, object, shown)
/* A request that fills one. */
#define TELL_FILLED_AS(request, name, object, shown) tell_object(request, name, &(object), sizeof(object), NULL, shown)
#define TELL_FILLED(request, object, shown) TELL_FILLED_AS(request, #request, object, shown)
/* Both. */
#define TELL_FILLED_AND_TAKEN(get, set, object, shown) \
    do {                                               \
        const char* both = shown;                      \
        TELL_FILLED_AS(get, #get, object, both);       \
        TELL_TAKEN_AS(set, #set, object, both);        \
    } while (0)
/* A request of which nothing is known but its name. */
#define TELL_UNDECODED_AS(request, name)                                                          \
    do {                                                                                          \
        tell_argument(request, name, NULL, "0", "0");                                             \
        tell_argument(request, name, unreadable(), pointer(unreadable()), pointer(unreadable())); \
    } while (0)
#define TELL_UNDECODED(request) TELL_UNDECODED_AS(request, #request)
/* A request whose argument is a pointer, behind which nothing is looked at. */
#define TELL_POINTER_AS(request, name)                                                            \
    do {                                                                                          \
        tell_argument(request, name, NULL, "NULL", "NULL");                                       \
        tell_argument(request, name, unreadable(), pointer(unreadable()), pointer(unreadable())); \
    } while (0)
#define TELL_POINTER(request) TELL_POINTER_AS(request, #request)
/* A request without an argument. */
#define TELL_ALONE_AS(request, name) tell_argument(request, name, unreadable(), "", "")
#define TELL_ALONE(request) TELL_ALONE_AS(request, #request)
/* A request whose argument is a number. */
#define TELL_NUMBER_AS(request, name, number, shown) tell_argument(request, name, (const void*)(word)(number), shown, shown)
#define TELL_NUMBER(request, number, shown) TELL_NUMBER_AS(request, #request, number, shown)

#endif
