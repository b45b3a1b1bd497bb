/* Message queues of POSIX: made, asked, sent to and received from. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>

#include "told.h"

struct moment {
    word seconds, nanoseconds;
};
/* linux/mqueue.h */
struct attributes {
    word flags, most, size, now, reserved[4];
};

static void tell_queues(void) {
    static const char name[] = "told-no-such-queue";
    const struct attributes attributes = {O_NONBLOCK, 5, 6, 7, {8, 9, 10, 11}};
    void* set = PUT(1, attributes);
    TELL(syscall(SYS_mq_open, name, O_RDONLY, 0600, set), "mq_open(\"%s\", %s)", name, NAMED(O_RDONLY));
    TELL(syscall(SYS_mq_open, "a/b", O_WRONLY | O_CREAT | O_EXCL | O_NONBLOCK, 0640, set),
         "mq_open(\"a/b\", %s, 0640, {mq_flags=%s, mq_maxmsg=5, mq_msgsize=6, mq_curmsgs=7})",
         named(O_WRONLY | O_CREAT | O_EXCL | O_NONBLOCK, "O_WRONLY|O_CREAT|O_EXCL|O_NONBLOCK"), hex(O_NONBLOCK));
    TELL(syscall(SYS_mq_open, "a/b", O_RDWR | O_CREAT, 07777, NULL), "mq_open(\"a/b\", %s, 07777, NULL)",
         named(O_RDWR | O_CREAT, "O_RDWR|O_CREAT"));
    TELL(syscall(SYS_mq_open, unreadable(), O_RDWR | O_CREAT, 0, unreadable()), "mq_open(%s, %s, 000, %s)", pointer(unreadable()),
         named(O_RDWR | O_CREAT, "O_RDWR|O_CREAT"), pointer(unreadable()));
    TELL(syscall(SYS_mq_open, NULL, 3, 0, NULL), "mq_open(NULL, %s)", named(3, "O_ACCMODE"));
    TELL(syscall(SYS_mq_unlink, name), "mq_unlink(\"%s\")", name);
    TELL(syscall(SYS_mq_unlink, NULL), "mq_unlink(NULL)");
    TELL(syscall(SYS_mq_getsetattr, -1, set, NULL), "mq_getsetattr(-1, {mq_flags=%s, mq_maxmsg=5, mq_msgsize=6, mq_curmsgs=7}, NULL)",
         named(O_NONBLOCK, "O_NONBLOCK"));
    TELL(syscall(SYS_mq_getsetattr, -1, NULL, unreadable()), "mq_getsetattr(-1, NULL, %s)", pointer(unreadable()));
    TELL(syscall(SYS_mq_getsetattr, -2, unreadable(), set), "mq_getsetattr(-2, %s, %s)", pointer(unreadable()), pointer(set));
}

static void tell_messages(void) {
    const struct moment moment = {1, 2};
    const unsigned five = 5;
    const void* limit = PUT(2, moment);
    void* priority = PUT(3, five);
    TELL(syscall(SYS_mq_timedsend, -1, "a message", 9L, 4, limit), "mq_timedsend(-1, \"a message\", 9, 4, {tv_sec=1, tv_nsec=2})");
    TELL(syscall(SYS_mq_timedsend, -1, "a message", 4L, -1, NULL), "mq_timedsend(-1, \"a me\", 4, 4294967295, NULL)");
    TELL(syscall(SYS_mq_timedsend, -1, unreadable(), 4L, 0, unreadable()), "mq_timedsend(-1, %s, 4, 0, %s)", pointer(unreadable()),
         pointer(unreadable()));
    TELL(syscall(SYS_mq_timedsend, -1, NULL, -1L, 0, NULL), "mq_timedsend(-1, NULL, %lu, 0, NULL)", (word)-1);
    TELL(syscall(SYS_mq_timedreceive, -1, priority, 4L, priority, limit), "mq_timedreceive(-1, %s, 4, %s, {tv_sec=1, tv_nsec=2})",
         pointer(priority), pointer(priority));
    TELL(syscall(SYS_mq_timedreceive, -1, NULL, 0L, NULL, unreadable()), "mq_timedreceive(-1, NULL, 0, NULL, %s)", pointer(unreadable()));
}

static void tell_notifications(void) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    event.sigev_value.sival_ptr = (void*)0xdeadbee;
    const char* value = text("sigev_value={sival_int=%d, sival_ptr=0xdeadbee}", 0xdeadbee);
    TELL(syscall(SYS_mq_notify, -1, PUT(1, event)), "mq_notify(-1, {%s, sigev_signo=%s, sigev_notify=%s})", value,
         named_decimal(SIGUSR1, "SIGUSR1"), NAMED(SIGEV_SIGNAL));
    event.sigev_notify = SIGEV_NONE;
    event.sigev_signo = 0;
    TELL(syscall(SYS_mq_notify, -1, PUT(1, event)), "mq_notify(-1, {%s, sigev_signo=0, sigev_notify=%s})", value, NAMED(SIGEV_NONE));
    event.sigev_notify = SIGEV_THREAD;
    event.sigev_signo = 99;
    event.sigev_notify_function = (void (*)(union sigval))0x1234;
    TELL(syscall(SYS_mq_notify, -1, PUT(1, event)),
         "mq_notify(-1, {%s, sigev_signo=99, sigev_notify=%s, sigev_notify_function=0x1234, sigev_notify_attributes=NULL})", value,
         NAMED(SIGEV_THREAD));
    event.sigev_notify = 77;
    TELL(syscall(SYS_mq_notify, -1, PUT(1, event)), "mq_notify(-1, {%s, sigev_signo=99, sigev_notify=%s})", value, unnamed(77, "SIGEV"));
    TELL(syscall(SYS_mq_notify, -1, NULL), "mq_notify(-1, NULL)");
    TELL(syscall(SYS_mq_notify, -1, unreadable()), "mq_notify(-1, %s)", pointer(unreadable()));
    TELL(syscall(SYS_mq_notify, -1, PUT_SHORT(1, event, sizeof event - 8)), "mq_notify(-1, %s)", pointer(place_ends[1] - 8));
}

static void tell_calls(void) {
    tell_queues();
    tell_messages();
    tell_notifications();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
