/* perf_event_open: attributes of each length, of each type of events, and what cannot be read of them. */
#define _GNU_SOURCE
#include <linux/perf_event.h>

#include "told.h"

#define OPEN(attributes, flags) syscall(SYS_perf_event_open, (attributes), -1, -1, -1, (long)(flags))

/* Fields that are single bits, in the order of the structure; precise_ip is two of them and stands between. */
static const char before_precise[] =
    "disabled=0, inherit=0, pinned=0, exclusive=0, exclude_user=0, exclude_kernel=0, exclude_hv=0, exclude_idle=0, mmap=0, comm=0, freq=0, "
    "inherit_stat=0, enable_on_exec=0, task=0, watermark=0";
static const char behind_precise[] =
    "mmap_data=0, sample_id_all=0, exclude_host=0, exclude_guest=0, exclude_callchain_kernel=0, exclude_callchain_user=0, mmap2=0, "
    "comm_exec=0, "
    "use_clockid=0, context_switch=0, write_backward=0, namespaces=0, ksymbol=0, bpf_event=0, aux_output=0, cgroup=0, text_poke=0, "
    "build_id=0, "
    "inherit_thread=0, remove_on_exec=0, sigtrap=0, wakeup_events=0";

static const char* precise(void) { return "precise_ip=0 /* arbitrary skid */"; }

static void tell_calls(void) {
    struct perf_event_attr attributes;
    memset(&attributes, 0, sizeof attributes);
    attributes.type = PERF_TYPE_SOFTWARE;
    attributes.size = PERF_ATTR_SIZE_VER0;
    attributes.config = PERF_COUNT_SW_CONTEXT_SWITCHES;
    attributes.sample_period = 7;
    attributes.sample_type = PERF_SAMPLE_IP | PERF_SAMPLE_TIME;
    attributes.read_format = 0x70;
    char* here = put_short(1, &attributes, sizeof attributes, sizeof attributes - PERF_ATTR_SIZE_VER0);
    const char* begin = text("type=%s, size=%s, config=%s, sample_period=7, sample_type=%s, read_format=%s", named(1, "PERF_TYPE_SOFTWARE"),
                             named(64, "PERF_ATTR_SIZE_VER0"), named(3, "PERF_COUNT_SW_CONTEXT_SWITCHES"),
                             named(5, "PERF_SAMPLE_IP|PERF_SAMPLE_TIME"), named(0x70, "PERF_FORMAT_LOST|0x60"));
    TELL(OPEN(here, 8), "perf_event_open({%s, %s}, -1, -1, -1, %s)", begin,
         either(text("%s, ...", precise()), text("%s, %s, %s, config1=0", before_precise, precise(), behind_precise)),
         named(8, "PERF_FLAG_FD_CLOEXEC"));
    attributes.size = 63;
    here = PUT(1, attributes);
    TELL(OPEN(here, 0x70), "perf_event_open(%s, -1, -1, -1, %s)", pointer(here), unnamed(0x70, "PERF_FLAG"));
    TELL(OPEN(NULL, 1), "perf_event_open(NULL, -1, -1, -1, %s)", named(1, "PERF_FLAG_FD_NO_GROUP"));
    TELL(OPEN(unreadable(), 0), "perf_event_open(%s, -1, -1, -1, 0)", pointer(unreadable()));
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
