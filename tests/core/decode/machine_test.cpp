#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "tests/support/decoded_call.hpp"

/// Calls about the whole machine: its clock, its kernel log, its end.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

TEST(Machine, ShowsNoArgumentsThatAnActionOfTheKernelLogDoesNotTake) {
    EXPECT_EQ(DecodedCall("syslog").args({0, 0x1000, 5}).returns(0), "syslog(0 /* SYSLOG_ACTION_CLOSE */) = 0");
    EXPECT_EQ(DecodedCall("syslog").args({8, 0x1000, 4}).returns(0),
              "syslog(8 /* SYSLOG_ACTION_CONSOLE_LEVEL */, 0x1000, 4 /* LOGLEVEL_WARNING */) = 0");
    EXPECT_EQ(DecodedCall("syslog").args({99, 0, 4}).fails(22),
              "syslog(99 /* SYSLOG_ACTION_??? */, NULL, 4) = -1 EINVAL (Invalid argument)");
    DecodedCall read("syslog");
    read.memory.put(0x1000, "<6>up");
    EXPECT_EQ(read.args({2, 0x1000, 100}).returns(5), "syslog(2 /* SYSLOG_ACTION_READ */, \"<6>up\", 100) = 5");
}

TEST(Machine, RestartsWithACommandOnlyWhereItTakesOne) {
    DecodedCall call("reboot");
    call.memory.put(0x1000, "disk\0"s);
    EXPECT_EQ(call.args({0xfee1dead, 672274793, 0xa1b2c3d4, 0x1000}).fails(1),
              "reboot(LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_RESTART2, \"disk\")"
              " = -1 EPERM (Operation not permitted)");
    EXPECT_EQ(DecodedCall("reboot").args({1, 85072278, 0, 0x1000}).fails(22),
              "reboot(0x1 /* LINUX_REBOOT_MAGIC_??? */, LINUX_REBOOT_MAGIC2A, LINUX_REBOOT_CMD_CAD_OFF)"
              " = -1 EINVAL (Invalid argument)");
}

TEST(Machine, LoadsAKernelInSegments) {
    DecodedCall call("kexec_load");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 4>{0x2000, 3, 0x100000, 4096});
    EXPECT_EQ(call.args({0x10, 1, 0x1000, 0x3e0001}).fails(1),
              "kexec_load(0x10, 1, [{buf=0x2000, bufsz=3, mem=0x100000, memsz=4096}], KEXEC_ARCH_X86_64|KEXEC_ON_CRASH)"
              " = -1 EPERM (Operation not permitted)");
    EXPECT_EQ(DecodedCall("kexec_load").args({0, 17, 0x1000, 0}).fails(22),
              "kexec_load(NULL, 17, 0x1000, KEXEC_ARCH_DEFAULT) = -1 EINVAL (Invalid argument)");
}

TEST(Machine, SwapsWithAPriorityBehindFlags) {
    DecodedCall call("swapon");
    call.memory.put(0x1000, "/swap\0"s);
    EXPECT_EQ(call.args({0x1000, 0x18007}).returns(0), "swapon(\"/swap\", SWAP_FLAG_PREFER|SWAP_FLAG_DISCARD|7) = 0");
    DecodedCall plain("swapon");
    plain.memory.put(0x1000, "/swap\0"s);
    EXPECT_EQ(plain.args({0x1000, 0}).returns(0), "swapon(\"/swap\", 0) = 0");
}

TEST(Machine, TellsTheStateOfTheClock) {
    DecodedCall call("adjtimex");
    std::array<std::uint64_t, 26> clock{};
    clock[0] = 0x8000;  // modes: ADJ_OFFSET_SINGLESHOT needs bit 0 as well
    clock[5] = 0x2041;  // status
    clock[9] = 7;       // seconds
    clock[10] = ~0ull;  // microseconds
    call.memory.put_object(0x1000, clock);
    EXPECT_EQ(call.args({0x1000}).returns(5),
              "adjtimex({modes=0x8000 /* ADJ_??? */, offset=0, freq=0, maxerror=0, esterror=0, status=STA_PLL|STA_UNSYNC|STA_NANO, "
              "constant=0, precision=0, tolerance=0, time={tv_sec=7, tv_usec=18446744073709551615}, tick=0, ppsfreq=0, jitter=0, "
              "shift=0, stabil=0, jitcnt=0, calcnt=0, errcnt=0, stbcnt=0, tai=0}) = 5 (TIME_ERROR)");
    EXPECT_EQ(DecodedCall("adjtimex").args({0x1000}).fails(14), "adjtimex(0x1000) = -1 EFAULT (Bad address)");
}

TEST(Machine, HandsSignalsANumberAndAPointerInOne) {
    DecodedCall call("timer_create");
    struct Event {
        std::uint64_t value;
        std::int32_t signal;
        std::int32_t notify;
        std::uint64_t function;
        std::uint64_t attributes;
    };
    call.memory.put_object(0x1000, Event{0x200000001, 3, 4, 5, 0});
    EXPECT_EQ(call.args({1, 0x1000, 0}).fails(14),
              "timer_create(CLOCK_MONOTONIC, {sigev_value={sival_int=1, sival_ptr=0x200000001}, sigev_signo=SIGQUIT, "
              "sigev_notify=SIGEV_THREAD_ID, sigev_notify_thread_id=5}, NULL) = -1 EFAULT (Bad address)");
    DecodedCall thread("mq_notify");
    thread.memory.put_object(0x1000, Event{0, 0, 2, 0x77, 0x88});
    EXPECT_EQ(thread.args({1, 0x1000}).returns(0),
              "mq_notify(1, {sigev_signo=0, sigev_notify=SIGEV_THREAD, sigev_notify_function=0x77, sigev_notify_attributes=0x88}) = 0");
}

TEST(Machine, TellsAttributesOfAQueueOfMessages) {
    DecodedCall call("mq_getsetattr");
    call.memory.put_object(0x1000, std::array<std::int64_t, 8>{04000, 10, 8192, 2});
    EXPECT_EQ(call.args({3, 0, 0x1000}).returns(0),
              "mq_getsetattr(3, NULL, {mq_flags=O_NONBLOCK, mq_maxmsg=10, mq_msgsize=8192, mq_curmsgs=2}) = 0");
}

}  // namespace
}  // namespace troupe::tests
