/* Requests of descriptors of events: faults in user space, counters, epoll, file systems mounted on demand. */
#define _GNU_SOURCE
#include <linux/auto_dev-ioctl.h>
#include <linux/auto_fs.h>
#include <linux/perf_event.h>
#include <linux/userfaultfd.h>

#include "ioctls.h"

static void tell_faults(void) {
    const struct uffdio_api api = {UFFD_API, UFFD_FEATURE_EVENT_FORK | UFFD_FEATURE_SIGBUS, 1ull << _UFFDIO_REGISTER | 1ull << _UFFDIO_API};
    const struct uffdio_register range = {{0x1000, 0x2000}, UFFDIO_REGISTER_MODE_MISSING | UFFDIO_REGISTER_MODE_WP, 1ull << _UFFDIO_WAKE};
    const struct uffdio_copy copy = {0x1000, 0x2000, 3, UFFDIO_COPY_MODE_DONTWAKE, 5};
    const struct uffdio_zeropage zero = {{1, 2}, UFFDIO_ZEROPAGE_MODE_DONTWAKE, 3};
    const struct uffdio_range part = {1, 2};
    TELL_OBJECT(UFFDIO_API, api, "{api=0xaa, features=<0x82:UFFD_FEATURE_EVENT_FORK|UFFD_FEATURE_SIGBUS>}",
                "{api=0xaa, features=<0x82:UFFD_FEATURE_EVENT_FORK|UFFD_FEATURE_SIGBUS>, "
                "ioctls=<0x8000000000000001:1<<_UFFDIO_REGISTER|1<<_UFFDIO_API>}");
    TELL_OBJECT(UFFDIO_REGISTER, range,
                "{range={start=0x1000, len=0x2000}, mode=<0x3:UFFDIO_REGISTER_MODE_MISSING|UFFDIO_REGISTER_MODE_WP>}",
                "{range={start=0x1000, len=0x2000}, mode=<0x3:UFFDIO_REGISTER_MODE_MISSING|UFFDIO_REGISTER_MODE_WP>, "
                "ioctls=<0x4:1<<_UFFDIO_WAKE>}");
    TELL_TAKEN(UFFDIO_UNREGISTER, part, "{start=0x1, len=0x2}");
    TELL_TAKEN(UFFDIO_WAKE, part, "{start=0x1, len=0x2}");
    TELL_OBJECT(UFFDIO_COPY, copy, "{dst=0x1000, src=0x2000, len=0x3, mode=<0x1:UFFDIO_COPY_MODE_DONTWAKE>}",
                "{dst=0x1000, src=0x2000, len=0x3, mode=<0x1:UFFDIO_COPY_MODE_DONTWAKE>, copy=0x5}");
    TELL_OBJECT(UFFDIO_ZEROPAGE, zero, "{range={start=0x1, len=0x2}, mode=<0x1:UFFDIO_ZEROPAGE_MODE_DONTWAKE>}",
                "{range={start=0x1, len=0x2}, mode=<0x1:UFFDIO_ZEROPAGE_MODE_DONTWAKE>, zeropage=0x3}");
    TELL_UNDECODED(UFFDIO_WRITEPROTECT);
    TELL_UNDECODED(UFFDIO_CONTINUE);
}

static void tell_counters(void) {
    const uint64_t number = 7;
    TELL_NUMBER(PERF_EVENT_IOC_ENABLE, PERF_IOC_FLAG_GROUP, "<0x1:PERF_IOC_FLAG_GROUP>");
    TELL_NUMBER(PERF_EVENT_IOC_DISABLE, 0, "0");
    TELL_NUMBER(PERF_EVENT_IOC_RESET, 2, "<0x2:?PERF_IOC_FLAG>");
    TELL_NUMBER(PERF_EVENT_IOC_REFRESH, 7, "7");
    TELL_TAKEN(PERF_EVENT_IOC_PERIOD, number, "[7]");
    TELL_NUMBER(PERF_EVENT_IOC_SET_OUTPUT, -1, "-1");
    TELL_NUMBER(PERF_EVENT_IOC_SET_OUTPUT, 5, "5");
    TELL_FILLED(PERF_EVENT_IOC_ID, number, "[7]");
    TELL_NUMBER(PERF_EVENT_IOC_SET_BPF, 5, "5");
    TELL_NUMBER(PERF_EVENT_IOC_PAUSE_OUTPUT, 1, "1");
    const struct {
        struct perf_event_query_bpf head;
        unsigned ids[2];
    } query = {{2, 2}, {3, 4}};
    TELL_WHOLE(PERF_EVENT_IOC_QUERY_BPF, query, "{ids_len=2, ...}", "{ids_len=2, prog_cnt=2, ids=[3, 4]}");
    TELL_TAKEN(PERF_EVENT_IOC_SET_FILTER, "none", "\"none\"");
}

static void tell_mounts(void) {
    TELL_NUMBER(AUTOFS_IOC_READY, 5, "0x5");
    TELL_NUMBER(AUTOFS_IOC_FAIL, 5, "0x5");
    TELL_NUMBER(AUTOFS_IOC_CATATONIC, 0, "0");
    TELL_UNDECODED(AUTOFS_IOC_PROTOVER);
    TELL_UNDECODED(AUTOFS_IOC_PROTOSUBVER);
    TELL_UNDECODED_AS(AUTOFS_IOC_SETTIMEOUT, sizeof(word) == 8 ? "AUTOFS_IOC_SETTIMEOUT" : "AUTOFS_IOC_SETTIMEOUT32");
    TELL_UNDECODED(AUTOFS_IOC_ASKUMOUNT);
    TELL_NUMBER(AUTOFS_IOC_EXPIRE_MULTI, 0, "0");
    TELL_NUMBER(AUTOFS_DEV_IOCTL_VERSION, 0, "0");
}

static void tell_polling(void) {
    const struct {
        uint32_t usecs;
        uint16_t budget;
        uint8_t prefer, pad;
    } parameters = {1, 2, 1, 0};
    const char* shown = "{busy_poll_usecs=1, busy_poll_budget=2, prefer_busy_poll=1}";
    tell_object(_IOW(0x8a, 1, parameters), "EPIOCSPARAMS", &parameters, sizeof(parameters), shown, shown);
    tell_object(_IOR(0x8a, 2, parameters), "EPIOCGPARAMS", &parameters, sizeof(parameters), NULL, shown);
}

static void tell_calls(void) {
    tell_polling();
    tell_faults();
    tell_counters();
    tell_mounts();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
