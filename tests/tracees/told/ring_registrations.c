/* What is registered with a ring of requests: each operation with its structure, none of it and less of it than it has. */
#define _GNU_SOURCE
#include "told.h"

/* Every word behind the pointer is this. */
enum { word_behind = 0x01010101 };

struct operation {
    unsigned number;
    const char* name;
    unsigned size; /* of its structure */
    const char* (*shown)(void);
};

static const char* decimal(void) { return "16843009"; }

static const char* of_files_update(void) { return text("{offset=%s, resv=0x1010101, fds=0x101010101010101}", decimal()); }
static const char* of_cancelling(void) {
    return text(
        "{addr=0x101010101010101, fd=%s, flags=%s, timeout={tv_sec=72340172838076673, tv_nsec=72340172838076673}, opcode=%s, "
        "pad=[0x1, 0x1, 0x1, 0x1, 0x1, 0x1, 0x1], pad2=[0x101010101010101, 0x101010101010101, 0x101010101010101]}",
        decimal(), named(word_behind, "IORING_ASYNC_CANCEL_ALL|0x1010100"), named_decimal(1, "IORING_OP_READV"));
}
static const char* of_range(void) { return text("{off=%s, len=%s, resv=0x101010101010101}", decimal(), decimal()); }
static const char* eight(void) { return "[0x1010101, 0x1010101, 0x1010101, 0x1010101, 0x1010101, 0x1010101, 0x1010101, 0x1010101]"; }
static const char* of_status(void) { return text("{buf_group=%s, resv=%s}", decimal(), eight()); }
static const char* of_polling(void) {
    return text("{busy_poll_to=%s, prefer_busy_poll=1, opcode=%s, pad=[0x1, 0x1], op_param=%s, resv=0x1010101}", decimal(),
                named(1, "IO_URING_NAPI_STATIC_ADD_ID"), decimal());
}
static const char* of_clock(void) { return text("{clockid=%s, __resv=[0x1010101, 0x1010101, 0x1010101]}", unnamed(word_behind, "CLOCK")); }
static const char* of_buffers(void) {
    return text("{src_fd=%s, flags=%s, src_off=%s, dst_off=%s, nr=%s, pad=[0x1010101, 0x1010101, 0x1010101]}", decimal(),
                named(word_behind, "IORING_REGISTER_SRC_REGISTERED|0x1010100"), decimal(), decimal(), decimal());
}
static const struct operation operations[] = {{24, "IORING_REGISTER_SYNC_CANCEL", 64, of_cancelling},
                                              {25, "IORING_REGISTER_FILE_ALLOC_RANGE", 16, of_range},
                                              {26, "IORING_REGISTER_PBUF_STATUS", 40, of_status},
                                              {27, "IORING_REGISTER_NAPI", 16, of_polling},
                                              {29, "IORING_REGISTER_CLOCK", 16, of_clock},
                                              {30, "IORING_REGISTER_CLONE_BUFFERS", 32, of_buffers},
                                              {6, "IORING_REGISTER_FILES_UPDATE", 16, of_files_update}};

static void tell_calls(void) {
    uint32_t words[64];
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
        words[i] = word_behind;
    }
    for (const struct operation* it = operations; it != operations + sizeof operations / sizeof *operations; ++it) {
        const char* name = named(it->number, it->name);
        const void* here = put_at(1, words, it->size);
        TELL(syscall(SYS_io_uring_register, -1, it->number, here, 1), "io_uring_register(-1, %s, %s, 1)", name, it->shown());
        TELL(syscall(SYS_io_uring_register, -1, it->number, NULL, 0), "io_uring_register(-1, %s, NULL, 0)", name);
        TELL(syscall(SYS_io_uring_register, -1, it->number, unreadable(), -1), "io_uring_register(-1, %s, %s, 4294967295)", name,
             pointer(unreadable()));
        here = place_ends[1] - it->size + 1;
        TELL(syscall(SYS_io_uring_register, -1, it->number, here, 1), "io_uring_register(-1, %s, %s, 1)", name, pointer(here));
    }
    const char* polls = named(28, "IORING_UNREGISTER_NAPI");
    TELL(syscall(SYS_io_uring_register, -1, 28, NULL, 1), "io_uring_register(-1, %s, NULL, 1)", polls);
    TELL(syscall(SYS_io_uring_register, -1, 12, NULL, 0), "io_uring_register(-1, %s, NULL, 0)", named(12, "IORING_REGISTER_ENABLE_RINGS"));
    TELL(syscall(SYS_io_uring_register, -1, 18, NULL, 3), "io_uring_register(-1, %s, NULL, 3)", named(18, "IORING_UNREGISTER_IOWQ_AFF"));
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
