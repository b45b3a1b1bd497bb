#include <gtest/gtest.h>
#include <linux/perf_event.h>

#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What perf_event_open(2) takes.
namespace troupe::tests {
namespace {

perf_event_attr attributes(std::uint32_t type, std::uint64_t config, std::uint32_t size = PERF_ATTR_SIZE_VER7) {
    perf_event_attr event{};
    event.type = type;
    event.config = config;
    event.size = size;
    return event;
}

std::string opened(const perf_event_attr& event, unsigned qualifiers = qualifier::trace | qualifier::verbose | qualifier::abbrev) {
    DecodedCall call("perf_event_open");
    call.memory.put_object(place, event);
    return call.qualifiers(qualifiers).args({place, minus_one, 0, minus_one, 8}).fails(22);
}

std::string brief(const std::string& begin) {
    return "perf_event_open({" + begin +
           ", sample_period=0, sample_type=0, read_format=0, precise_ip=0 /* arbitrary skid */, ...}, -1, 0, -1, PERF_FLAG_FD_CLOEXEC) = "
           "-1 "
           "EINVAL (Invalid argument)";
}

TEST(CountedEvents, AreNamedByTheirType) {
    EXPECT_EQ(opened(attributes(0, 1)), brief("type=PERF_TYPE_HARDWARE, size=PERF_ATTR_SIZE_VER7, config=PERF_COUNT_HW_INSTRUCTIONS"));
    EXPECT_EQ(opened(attributes(0, 0x200000003)),
              brief("type=PERF_TYPE_HARDWARE, size=PERF_ATTR_SIZE_VER7, config=0x2<<32|PERF_COUNT_HW_CACHE_MISSES"));
    EXPECT_EQ(opened(attributes(1, 0x200000003)),
              brief("type=PERF_TYPE_SOFTWARE, size=PERF_ATTR_SIZE_VER7, config=0x200000003 /* PERF_COUNT_SW_??? */"));
    EXPECT_EQ(opened(attributes(2, minus_one)), brief("type=PERF_TYPE_TRACEPOINT, size=PERF_ATTR_SIZE_VER7, config=18446744073709551615"));
    EXPECT_EQ(opened(attributes(3, 0x2010203)),
              brief("type=PERF_TYPE_HW_CACHE, size=PERF_ATTR_SIZE_VER7, "
                    "config=0x2<<24|PERF_COUNT_HW_CACHE_RESULT_MISS<<16|PERF_COUNT_HW_CACHE_OP_PREFETCH<<8|PERF_COUNT_HW_CACHE_DTLB"));
    EXPECT_EQ(opened(attributes(3, 0x30009)),
              brief("type=PERF_TYPE_HW_CACHE, size=PERF_ATTR_SIZE_VER7, config=0x3 /* PERF_COUNT_HW_CACHE_RESULT_??? "
                    "*/<<16|PERF_COUNT_HW_CACHE_OP_READ<<8|0x9 /* PERF_COUNT_HW_CACHE_??? */"));
    EXPECT_EQ(opened(attributes(6, 16)), brief("type=0x6 /* PERF_TYPE_??? */, size=PERF_ATTR_SIZE_VER7, config=0x10"));
}

TEST(CountedEvents, AreAsLongAsTheySay) {
    EXPECT_EQ(opened(attributes(4, 0, 0)), brief("type=PERF_TYPE_RAW, size=0 /* PERF_ATTR_SIZE_??? */, config=0"));
    EXPECT_EQ(opened(attributes(4, 0, 63)), "perf_event_open(0x1000, -1, 0, -1, PERF_FLAG_FD_CLOEXEC) = -1 EINVAL (Invalid argument)");
    EXPECT_NE(opened(attributes(4, 0, 0), in_full).find("wakeup_events=0, config1=0}, -1"), std::string::npos);
    EXPECT_NE(opened(attributes(4, 0, 65), in_full).find("config1=0, config2=0}, -1"), std::string::npos);
    EXPECT_NE(opened(attributes(4, 0, PERF_ATTR_SIZE_VER7), in_full).find("aux_sample_size=0, sig_data=0}, -1"), std::string::npos);
    EXPECT_EQ(opened(attributes(4, 0, 152), in_full),
              "perf_event_open(0x1000, -1, 0, -1, PERF_FLAG_FD_CLOEXEC) = -1 EINVAL (Invalid argument)")
        << "only 128 bytes are there";
}

TEST(CountedEvents, HaveASizeThatTheKernelCorrects) {
    DecodedCall call("perf_event_open");
    call.memory.put_object(place, attributes(4, 0, 152));
    EXPECT_EQ(call.args({place, 0, 0, 0, 0}).entry(), "perf_event_open(");
    call.memory.put_object(place, attributes(4, 0, 136));
    EXPECT_EQ(call.fails(7),
              "perf_event_open({type=PERF_TYPE_RAW, size=0x98 /* PERF_ATTR_SIZE_??? */ => PERF_ATTR_SIZE_VER8, config=0, sample_period=0, "
              "sample_type=0, read_format=0, precise_ip=0 /* arbitrary skid */, ...}, 0, 0, 0, 0) = -1 E2BIG (Argument list too long)");
}

TEST(CountedEvents, HaveBits) {
    perf_event_attr event = attributes(5, 0);
    event.exclusive = 1;
    event.freq = 1;
    event.sample_freq = 5;
    event.precise_ip = 3;
    event.watermark = 1;
    event.wakeup_watermark = 7;
    event.use_clockid = 1;
    event.clockid = 7;
    event.bp_type = 4;
    event.bp_addr = 0x1234;
    event.bp_len = 4;
    event.sample_type = PERF_SAMPLE_BRANCH_STACK | PERF_SAMPLE_STACK_USER | std::uint64_t{1} << 25;
    event.branch_sample_type = 1 | 1 << 20;
    event.__reserved_2 = 8;
    const std::string text = opened(event, in_full);
    EXPECT_NE(text.find("sample_freq=5, sample_type=PERF_SAMPLE_BRANCH_STACK|PERF_SAMPLE_STACK_USER|0x2000000, read_format=0, disabled=0, "
                        "inherit=0, pinned=0, exclusive=1, exclude_user=0, "),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("freq=1, inherit_stat=0, enable_on_exec=0, task=0, watermark=1, precise_ip=3 /* must have 0 skid */, mmap_data=0"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("sigtrap=0, wakeup_watermark=7, bp_type=HW_BREAKPOINT_X, bp_addr=0x1234, bp_len=4, "
                        "branch_sample_type=PERF_SAMPLE_BRANCH_USER|0x100000, sample_regs_user=0, sample_stack_user=0, "
                        "clockid=CLOCK_BOOTTIME, sample_regs_intr=0, aux_watermark=0, sample_max_stack=0 /* bytes 110..111: 0x8 */, "
                        "aux_sample_size=0, sig_data=0}"),
              std::string::npos)
        << text;
}

TEST(CountedEvents, HaveInBriefTheBitsThatAreSet) {
    perf_event_attr event = attributes(1, 0);
    event.inherit = 1;
    event.sigtrap = 1;
    const std::string begin =
        "perf_event_open({type=PERF_TYPE_SOFTWARE, size=PERF_ATTR_SIZE_VER7, config=PERF_COUNT_SW_CPU_CLOCK, sample_period=0, "
        "sample_type=0, read_format=0, inherit=1, precise_ip=0 /* arbitrary skid */, sigtrap=1, ";
    EXPECT_EQ(opened(event), begin + "...}, -1, 0, -1, PERF_FLAG_FD_CLOEXEC) = -1 EINVAL (Invalid argument)");
    event.__reserved_1 = 3;
    EXPECT_EQ(opened(event), begin +
                                 "__reserved_1=0x3 /* Bits 63..38 */, ...}, -1, 0, -1, PERF_FLAG_FD_CLOEXEC) = -1 EINVAL (Invalid "
                                 "argument)");
}

TEST(CountedEvents, SayWhichBitsAreNotKnown) {
    perf_event_attr event = attributes(4, 0);
    event.__reserved_1 = 4;
    EXPECT_NE(opened(event, in_full).find("sigtrap=0, __reserved_1=0x4 /* Bits 63..38 */, wakeup_events=0, config1=0"), std::string::npos);
}

TEST(CountedEvents, AreChangedByARequest) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, attributes(1, 0, 0));
    EXPECT_EQ(call.args({minus_one, 0x4008240b, place}).fails(9),
              "ioctl(-1, PERF_EVENT_IOC_MODIFY_ATTRIBUTES, {type=PERF_TYPE_SOFTWARE, size=0 /* PERF_ATTR_SIZE_??? */, "
              "config=PERF_COUNT_SW_CPU_CLOCK, sample_period=0, sample_type=0, read_format=0, precise_ip=0 /* arbitrary skid */, ...}) = "
              "-1 EBADF (Bad file descriptor)");
}

}  // namespace
}  // namespace troupe::tests
