/* Keys: each operation of keyctl on keys that are not there, with what it takes valid, NULL and unreadable. */
#define _GNU_SOURCE
#include <linux/keyctl.h>
#include <sys/uio.h>

#include "told.h"

/* No key has this number. */
enum { missing = 0x7ffffff1 };

#define CODE(name) named(name, #name)
#define KEYCTL(...) syscall(SYS_keyctl, __VA_ARGS__)

static const char* session(void) { return named_decimal(-3, "KEY_SPEC_SESSION_KEYRING"); }

static void tell_requests(void) {
    TELL(syscall(SYS_add_key, "no such type", "name", "payload", 7L, missing), "add_key(\"no such type\", \"name\", \"payload\", 7, %d)",
         missing);
    TELL(syscall(SYS_add_key, NULL, NULL, NULL, -1L, -3), "add_key(NULL, NULL, NULL, %lu, %s)", (word)-1, session());
    TELL(syscall(SYS_add_key, unreadable(), unreadable(), unreadable(), 5L, -99), "add_key(%s, %s, %s, 5, -99)", pointer(unreadable()),
         pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_request_key, "no such type", "name", "info", missing), "request_key(\"no such type\", \"name\", \"info\", %d)",
         missing);
    TELL(syscall(SYS_request_key, NULL, unreadable(), NULL, -1), "request_key(NULL, %s, NULL, %s)", pointer(unreadable()),
         named_decimal(-1, "KEY_SPEC_THREAD_KEYRING"));
}

static void tell_operations_on_keys(void) {
    TELL(KEYCTL(KEYCTL_GET_KEYRING_ID, missing, 0L), "keyctl(%s, %d, 0)", CODE(KEYCTL_GET_KEYRING_ID), missing);
    TELL(KEYCTL(KEYCTL_JOIN_SESSION_KEYRING, unreadable()), "keyctl(%s, %s)", CODE(KEYCTL_JOIN_SESSION_KEYRING), pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_UPDATE, missing, "payload", 4L), "keyctl(%s, %d, \"payl\", 4)", CODE(KEYCTL_UPDATE), missing);
    TELL(KEYCTL(KEYCTL_UPDATE, missing, unreadable(), 4L), "keyctl(%s, %d, %s, 4)", CODE(KEYCTL_UPDATE), missing, pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_REVOKE, missing, 1L), "keyctl(%s, %d)", CODE(KEYCTL_REVOKE), missing);
    TELL(KEYCTL(KEYCTL_CHOWN, missing, -1L, 5L), "keyctl(%s, %d, -1, 5)", CODE(KEYCTL_CHOWN), missing);
    TELL(KEYCTL(KEYCTL_SETPERM, missing, 0x3f000001L), "keyctl(%s, %d, %s)", CODE(KEYCTL_SETPERM), missing,
         named(0x3f000001, "KEY_POS_VIEW|KEY_POS_READ|KEY_POS_WRITE|KEY_POS_SEARCH|KEY_POS_LINK|KEY_POS_SETATTR|KEY_OTH_VIEW"));
    TELL(KEYCTL(KEYCTL_SETPERM, missing, 0x40L), "keyctl(%s, %d, %s)", CODE(KEYCTL_SETPERM), missing, unnamed(0x40, "KEY"));
    TELL(KEYCTL(KEYCTL_DESCRIBE, missing, NULL, 0L), "keyctl(%s, %d, NULL, 0)", CODE(KEYCTL_DESCRIBE), missing);
    TELL(KEYCTL(KEYCTL_DESCRIBE, missing, unreadable(), 5L), "keyctl(%s, %d, %s, 5)", CODE(KEYCTL_DESCRIBE), missing,
         pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_CLEAR, missing), "keyctl(%s, %d)", CODE(KEYCTL_CLEAR), missing);
    TELL(KEYCTL(KEYCTL_LINK, missing, -99), "keyctl(%s, %d, -99)", CODE(KEYCTL_LINK), missing);
    TELL(KEYCTL(KEYCTL_UNLINK, missing, missing), "keyctl(%s, %d, %d)", CODE(KEYCTL_UNLINK), missing, missing);
    TELL(KEYCTL(KEYCTL_SEARCH, missing, "user", "name", 0L), "keyctl(%s, %d, \"user\", \"name\", 0)", CODE(KEYCTL_SEARCH), missing);
    TELL(KEYCTL(KEYCTL_SEARCH, missing, NULL, unreadable(), -3L), "keyctl(%s, %d, NULL, %s, %s)", CODE(KEYCTL_SEARCH), missing,
         pointer(unreadable()), session());
    TELL(KEYCTL(KEYCTL_READ, missing, unreadable(), 5L), "keyctl(%s, %d, %s, 5)", CODE(KEYCTL_READ), missing, pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_INSTANTIATE, missing, "text", 4L, missing), "keyctl(%s, %d, \"text\", 4, %d)", CODE(KEYCTL_INSTANTIATE), missing,
         missing);
    TELL(KEYCTL(KEYCTL_NEGATE, missing, 5L, missing), "keyctl(%s, %d, 5, %d)", CODE(KEYCTL_NEGATE), missing, missing);
    TELL(KEYCTL(KEYCTL_SET_REQKEY_KEYRING, 99L), "keyctl(%s, %s)", CODE(KEYCTL_SET_REQKEY_KEYRING),
         style == in_numbers ? "99" : "99 /* KEY_REQKEY_DEFL_??? */");
    TELL(KEYCTL(KEYCTL_SET_TIMEOUT, missing, -1L), "keyctl(%s, %d, 4294967295)", CODE(KEYCTL_SET_TIMEOUT), missing);
    TELL(KEYCTL(KEYCTL_ASSUME_AUTHORITY, missing), "keyctl(%s, %d)", CODE(KEYCTL_ASSUME_AUTHORITY), missing);
    TELL(KEYCTL(KEYCTL_GET_SECURITY, missing, NULL, 0L), "keyctl(%s, %d, NULL, 0)", CODE(KEYCTL_GET_SECURITY), missing);
    TELL(KEYCTL(KEYCTL_REJECT, missing, 5L, 128L, missing), "keyctl(%s, %d, 5, %s, %d)", CODE(KEYCTL_REJECT), missing,
         named_decimal(128, "EKEYREVOKED"), missing);
    const struct iovec vectors[] = {{"ab", 2}, {NULL, 3}};
    TELL(KEYCTL(KEYCTL_INSTANTIATE_IOV, missing, PUT(1, vectors), 2L, missing),
         "keyctl(%s, %d, [{iov_base=\"ab\", iov_len=2}, {iov_base=NULL, iov_len=3}], 2, %d)", CODE(KEYCTL_INSTANTIATE_IOV), missing,
         missing);
    TELL(KEYCTL(KEYCTL_INVALIDATE, missing), "keyctl(%s, %d)", CODE(KEYCTL_INVALIDATE), missing);
    TELL(KEYCTL(KEYCTL_GET_PERSISTENT, 77L, missing), "keyctl(%s, 77, %d)", CODE(KEYCTL_GET_PERSISTENT), missing);
    TELL(KEYCTL(KEYCTL_RESTRICT_KEYRING, missing, NULL, "text"), "keyctl(%s, %d, NULL, \"text\")", CODE(KEYCTL_RESTRICT_KEYRING), missing);
    TELL(KEYCTL(KEYCTL_MOVE, missing, missing, missing, 3L), "keyctl(%s, %d, %d, %d, %s)", CODE(KEYCTL_MOVE), missing, missing, missing,
         named(3, "KEYCTL_MOVE_EXCL|0x2"));
    TELL(KEYCTL(0x77, 1L, 2L, 3L, -1L), "keyctl(%s, 0x1, 0x2, 0x3, %#lx)", unnamed(0x77, "KEYCTL"), (word)-1);
}

static void tell_computations(void) {
    const int32_t agreement[] = {missing, 8, -3};
    TELL(KEYCTL(KEYCTL_DH_COMPUTE, PUT(1, agreement), NULL, 0L, NULL), "keyctl(%s, {private=%d, prime=8, base=%s}, NULL, 0, NULL)",
         CODE(KEYCTL_DH_COMPUTE), missing, session());
    TELL(KEYCTL(KEYCTL_DH_COMPUTE, NULL, NULL, 5L, unreadable()), "keyctl(%s, NULL, NULL, 5, %s)", CODE(KEYCTL_DH_COMPUTE),
         pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_PKEY_QUERY, missing, 0L, "info", unreadable()), "keyctl(%s, %d, 0, \"info\", %s)", CODE(KEYCTL_PKEY_QUERY), missing,
         pointer(unreadable()));
    const struct {
        int32_t key;
        uint32_t in, out, more[7];
    } data = {missing, 2, 3, {0}};
    TELL(KEYCTL(KEYCTL_PKEY_SIGN, PUT(1, data), "info", "in", unreadable()),
         "keyctl(%s, {key_id=%d, in_len=2, out_len=3}, \"info\", \"in\", %s)", CODE(KEYCTL_PKEY_SIGN), missing, pointer(unreadable()));
    TELL(KEYCTL(KEYCTL_CAPABILITIES, NULL, 0L), "keyctl(%s, NULL, 0)", CODE(KEYCTL_CAPABILITIES));
    TELL(KEYCTL(KEYCTL_CAPABILITIES, unreadable(), 5L), "keyctl(%s, %s, 5)", CODE(KEYCTL_CAPABILITIES), pointer(unreadable()));
}

static void tell_calls(void) {
    tell_requests();
    tell_operations_on_keys();
    tell_computations();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
