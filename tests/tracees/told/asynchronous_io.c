/* Asynchronous requests: contexts, blocks of each command, events, and rings. */
#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <linux/io_uring.h>
#include <sys/uio.h>

#include "told.h"

#define WORD(pointer_) ((uint64_t)(word)(pointer_))

static const char* of_block(const struct iocb* it, const char* name, const char* more) {
    const char* data = it->aio_data == 0 ? "0" : text("%#llx", (unsigned long long)it->aio_data);
    const char* priority = it->aio_reqprio == 0 ? "" : text("aio_reqprio=%d, ", it->aio_reqprio);
    return text("{aio_data=%s, aio_lio_opcode=%s, %saio_fildes=%d%s}", data, named_decimal(it->aio_lio_opcode, name), priority,
                (int)it->aio_fildes, more);
}

static void tell_contexts(void) {
    const word one = 1;
    void* context = PUT(1, one);
    TELL(syscall(SYS_io_setup, 5, context), "io_setup(5, %s)", pointer(context));
    TELL(syscall(SYS_io_setup, -1, NULL), "io_setup(4294967295, NULL)");
    TELL(syscall(SYS_io_setup, 1, unreadable()), "io_setup(1, %s)", pointer(unreadable()));
    TELL(syscall(SYS_io_destroy, 0x1234L), "io_destroy(0x1234)");
    TELL(syscall(SYS_io_destroy, 0L), "io_destroy(NULL)");
}

static void tell_blocks(void) {
    struct iocb block;
    memset(&block, 0, sizeof block);
    block.aio_data = 0xfeed;
    block.aio_lio_opcode = IOCB_CMD_PREAD;
    block.aio_fildes = 0xffffffff;
    block.aio_buf = WORD(unreadable());
    block.aio_nbytes = 5;
    block.aio_offset = -7;
    struct iocb* here = PUT(1, block);
    struct iocb* list[] = {here, NULL, unreadable()};
    void* blocks = PUT(2, list);
    const char* shown = of_block(&block, "IOCB_CMD_PREAD", text(", aio_buf=%s, aio_nbytes=5, aio_offset=-7", pointer(unreadable())));
    TELL(syscall(SYS_io_submit, 0L, 3L, blocks), "io_submit(NULL, 3, [%s, NULL, %s])", shown, pointer(unreadable()));
    TELL(syscall(SYS_io_submit, 0L, 4L, blocks), "io_submit(NULL, 4, [%s, NULL, %s, ... /* %s */])", shown, pointer(unreadable()),
         pointer(place_ends[2]));
    TELL(syscall(SYS_io_submit, 0L, 0L, blocks), "io_submit(NULL, 0, [])");
    TELL(syscall(SYS_io_submit, 0x12L, -1L, NULL), "io_submit(0x12, -1, NULL)");
    TELL(syscall(SYS_io_submit, 0L, 1L, unreadable()), "io_submit(NULL, 1, %s)", pointer(unreadable()));
    block.aio_lio_opcode = IOCB_CMD_PWRITE;
    block.aio_buf = WORD("text");
    block.aio_nbytes = 4;
    block.aio_offset = 0;
    block.aio_flags = IOCB_FLAG_RESFD | 4;
    block.aio_resfd = 9;
    block.aio_reqprio = 0x4001;
    list[0] = PUT(1, block);
    PUT(2, list);
    TELL(syscall(SYS_io_submit, 0L, 1L, place_ends[2] - sizeof list), "io_submit(NULL, 1, [%s])",
         of_block(&block, "IOCB_CMD_PWRITE",
                  text(", aio_buf=\"text\", aio_nbytes=4, aio_offset=0, aio_flags=%s, aio_resfd=9", named(5, "IOCB_FLAG_RESFD|0x4"))));
    block.aio_lio_opcode = 99;
    block.aio_data = 0;
    list[0] = PUT(1, block);
    PUT(2, list);
    TELL(syscall(SYS_io_submit, 0L, 1L, place_ends[2] - sizeof list), "io_submit(NULL, 1, [%s])",
         of_block(&block, style == in_names ? "99 /* IOCB_CMD_??? */" : "IOCB_CMD_???", ""));
    block.aio_lio_opcode = IOCB_CMD_FSYNC;
    list[0] = PUT(1, block);
    PUT(2, list);
    TELL(syscall(SYS_io_submit, 0L, 1L, place_ends[2] - sizeof list), "io_submit(NULL, 1, [%s])", of_block(&block, "IOCB_CMD_FSYNC", ""));
    struct io_event event = {0, 0, 0, 0};
    TELL(syscall(SYS_io_cancel, 0L, list[0], PUT(3, event)), "io_cancel(NULL, %s, %s)", of_block(&block, "IOCB_CMD_FSYNC", ""),
         pointer(place_ends[3] - sizeof event));
    TELL(syscall(SYS_io_cancel, 0L, NULL, NULL), "io_cancel(NULL, NULL, NULL)");
}

static void tell_events(void) {
    const struct { word seconds, nanoseconds; } moment = {1, 2};
    const uint64_t usr1 = 1 << 9;
    const struct {
        const void* set;
        word size;
    } signals = {PUT(4, usr1), 8};
    TELL(syscall(SYS_io_getevents, 0L, 1L, 2L, unreadable(), PUT(3, moment)), "io_getevents(NULL, 1, 2, %s, {tv_sec=1, tv_nsec=2})",
         pointer(unreadable()));
    TELL(syscall(SYS_io_getevents, 0x77L, -1L, -2L, NULL, NULL), "io_getevents(0x77, -1, -2, NULL, NULL)");
    TELL(syscall(SYS_io_pgetevents, 0L, 1L, 2L, NULL, NULL, PUT(5, signals)),
         "io_pgetevents(NULL, 1, 2, NULL, NULL, {sigmask=[%s], sigsetsize=8})", named_decimal(10, "USR1"));
    TELL(syscall(SYS_io_pgetevents, 0L, 1L, 2L, NULL, unreadable(), unreadable()), "io_pgetevents(NULL, 1, 2, NULL, %s, %s)",
         pointer(unreadable()), pointer(unreadable()));
}

static void tell_rings(void) {
    struct io_uring_params parameters;
    memset(&parameters, 0, sizeof parameters);
    parameters.flags = IORING_SETUP_IOPOLL | IORING_SETUP_SQPOLL | 0x80000000;
    parameters.sq_thread_cpu = 3;
    parameters.sq_thread_idle = 4;
    TELL(syscall(SYS_io_uring_setup, -1, PUT(1, parameters)), "io_uring_setup(4294967295, {flags=%s, sq_thread_cpu=0x3, sq_thread_idle=4})",
         named(parameters.flags, "IORING_SETUP_IOPOLL|IORING_SETUP_SQPOLL|0x80000000"));
    TELL(syscall(SYS_io_uring_setup, 1, NULL), "io_uring_setup(1, NULL)");
    TELL(syscall(SYS_io_uring_setup, 1, PUT_SHORT(1, parameters, 1)), "io_uring_setup(1, %s)",
         pointer(place_ends[1] - sizeof parameters + 1));
    const uint64_t usr1 = 1 << 9;
    const void* set = PUT(4, usr1);
    TELL(syscall(SYS_io_uring_enter, -1, 1, 2, IORING_ENTER_GETEVENTS | 0x800, set, 8L), "io_uring_enter(-1, 1, 2, %s, [%s], 8)",
         named(IORING_ENTER_GETEVENTS | 0x800, "IORING_ENTER_GETEVENTS|0x800"), named_decimal(10, "USR1"));
    TELL(syscall(SYS_io_uring_enter, -2, -1, -1, 0, NULL, 5L), "io_uring_enter(-2, 4294967295, 4294967295, 0, NULL, 5)");
    TELL(syscall(SYS_io_uring_enter, -2, 0, 0, 0, unreadable(), 8L), "io_uring_enter(-2, 0, 0, 0, %s, 8)", pointer(unreadable()));
}

static void tell_registrations(void) {
    const struct iovec vectors[] = {{unreadable(), 5}, {NULL, 6}};
    TELL(syscall(SYS_io_uring_register, -1, 0, PUT(1, vectors), 2),
         "io_uring_register(-1, %s, [{iov_base=%s, iov_len=5}, {iov_base=NULL, iov_len=6}], 2)", named(0, "IORING_REGISTER_BUFFERS"),
         pointer(unreadable()));
    TELL(syscall(SYS_io_uring_register, -1, 1, NULL, 0), "io_uring_register(-1, %s, NULL, 0)", named(1, "IORING_UNREGISTER_BUFFERS"));
    const int descriptors[] = {1, -1, 99};
    TELL(syscall(SYS_io_uring_register, -1, 2, PUT(1, descriptors), 3), "io_uring_register(-1, %s, [1, -1, 99], 3)",
         named(2, "IORING_REGISTER_FILES"));
    TELL(syscall(SYS_io_uring_register, -1, 4, PUT(1, descriptors), 1), "io_uring_register(-1, %s, [1], 1)",
         named(4, "IORING_REGISTER_EVENTFD"));
    TELL(syscall(SYS_io_uring_register, -1, 5, NULL, 0), "io_uring_register(-1, %s, NULL, 0)", named(5, "IORING_UNREGISTER_EVENTFD"));
    TELL(syscall(SYS_io_uring_register, -1, 9, unreadable(), 1), "io_uring_register(-1, %s, %s, 1)",
         named(9, "IORING_REGISTER_PERSONALITY"), pointer(unreadable()));
    TELL(syscall(SYS_io_uring_register, -1, 10, NULL, 7), "io_uring_register(-1, %s, NULL, 7)", named(10, "IORING_UNREGISTER_PERSONALITY"));
    TELL(syscall(SYS_io_uring_register, -1, 0x7777, 1L, -1), "io_uring_register(-1, %s, 0x1, 4294967295)",
         unnamed(0x7777, "IORING_REGISTER"));
}

static void tell_calls(void) {
    tell_contexts();
    tell_blocks();
    tell_events();
    tell_rings();
    tell_registrations();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
