#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/whole_call.hpp"

/// What is shown of memory that is shorter or longer than the kernel takes, and of words with bits that it does not know.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

struct Scheduling : DecodedCall {
    explicit Scheduling(std::uint32_t size) : DecodedCall("sched_getattr") {
        std::array<std::uint32_t, 14> attributes{};
        attributes[0] = size;
        attributes[1] = 1;
        attributes[5] = 9;
        attributes[12] = 3;
        memory.put_object(place, attributes);
    }
};

TEST(TheWayAThreadIsScheduled, IsToldAsFarAsThereWasRoom) {
    EXPECT_EQ(Scheduling(48).args({1, place, 48, 0}).returns(0),
              "sched_getattr(1, {size=48, sched_policy=SCHED_FIFO, sched_flags=0, sched_nice=0, sched_priority=9, sched_runtime=0, "
              "sched_deadline=0, sched_period=0}, 48, 0) = 0");
    EXPECT_EQ(Scheduling(1000).args({1, place, 8, 0}).returns(0),
              "sched_getattr(1, {size=1000, sched_policy=SCHED_FIFO, sched_flags=0, sched_nice=0, sched_priority=0, sched_runtime=0, "
              "sched_deadline=0, sched_period=0, sched_util_min=0, sched_util_max=0}, 8, 0) = 0");
    EXPECT_EQ(Scheduling(1000).args({1, place, 5000, 0}).returns(0),
              "sched_getattr(1, {size=1000, sched_policy=SCHED_FIFO, sched_flags=0, sched_nice=0, sched_priority=9, sched_runtime=0, "
              "sched_deadline=0, sched_period=0, sched_util_min=3, sched_util_max=0}, 5000, 0) = 0");
}

TEST(TheWayAThreadIsScheduled, IsASizeOrAnAddressWhereThereIsLess) {
    EXPECT_EQ(Scheduling(47).args({1, place, 48, 0}).returns(0), "sched_getattr(1, {size=47}, 48, 0) = 0");
    EXPECT_EQ(Scheduling(0).args({1, place, 4, 0}).returns(0), "sched_getattr(1, {size=0}, 4, 0) = 0");
    EXPECT_EQ(Scheduling(48).args({1, place, 0, 0}).returns(0), "sched_getattr(1, 0x1000, 0, 0) = 0");
    EXPECT_EQ(Scheduling(48).args({1, place + 40, 48, 0}).returns(0), "sched_getattr(1, 0x1028, 48, 0) = 0");
}

TEST(Residency, IsShownAsFarAsItCanBeRead) {
    DecodedCall call("mincore");
    call.memory.put(other_place - 3, "\1\2\3"s);
    EXPECT_EQ(whole(call, {0, 5 * 4096, other_place - 3}, 0), "mincore(NULL, 20480, [1, 0, 1, ... /* 0x2000 */]) = 0");
    EXPECT_EQ(whole(call, {0, 3 * 4096, other_place - 3}, 0), "mincore(NULL, 12288, [1, 0, 1]) = 0");
    EXPECT_EQ(whole(call.string_limit(2), {0, 5 * 4096, other_place - 3}, 0), "mincore(NULL, 20480, [1, 0, ...]) = 0");
    EXPECT_EQ(whole(call, {0, 4096, nowhere}, 0), "mincore(NULL, 4096, 0x999000) = 0");
}

TEST(WhatAKeyHolds, IsShownAsFarAsThereIsRoom) {
    DecodedCall call("keyctl");
    call.memory.put(place, "payload");
    EXPECT_EQ(whole(call, {11, 1, place, 3}, 7), "keyctl(KEYCTL_READ, 1, \"pay\", 3) = 7");
    EXPECT_EQ(whole(call, {6, 1, place, 100}, 7), "keyctl(KEYCTL_DESCRIBE, 1, \"payload\", 100) = 7");
    EXPECT_EQ(whole(call, {17, 1, nowhere, 100}, 0), "keyctl(KEYCTL_GET_SECURITY, 1, \"\", 100) = 0");
    EXPECT_EQ(whole(call, {17, 1, nowhere, 100}, 1), "keyctl(KEYCTL_GET_SECURITY, 1, 0x999000, 100) = 1");
    EXPECT_EQ(whole(call, {11, 1, 0, 0}, 7), "keyctl(KEYCTL_READ, 1, NULL, 0) = 7");
}

TEST(WaitersOfFutexes, AreNoMoreThanTheKernelTakes) {
    DecodedCall call("futex_waitv");
    call.qualifiers(qualifier::trace | qualifier::verbose);
    call.memory.put_object(place, std::array<std::uint64_t, 3 * 130>{});
    const std::string line = whole(call, {place, 130, 0, 0, 0}, 0);
    EXPECT_TRUE(line.ends_with("{val=0, uaddr=NULL, flags=0}, ...], 130, 0, NULL, CLOCK_REALTIME) = 0")) << line;
    std::size_t waiters = 0;
    for (std::size_t at = line.find("{val"); at != std::string::npos; at = line.find("{val", at + 1)) {
        ++waiters;
    }
    EXPECT_EQ(waiters, 128U);
}

TEST(WhatFollowsTheArgumentsOfClone3, IsShownAgainAsItBecame) {
    DecodedCall call("clone3");
    call.memory.put_object(place, std::array<std::uint64_t, 12>{0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 1});
    EXPECT_EQ(whole(call, {place, 96}, 5),
              "clone3({flags=0, exit_signal=SIGCHLD, stack=NULL, stack_size=0, /* bytes 88..95 */ \"\\x01\\x00\\x00\\x00\\x00\\x00\\x00"
              "\\x00\"} => {/* bytes 88..95 */ \"\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, 96) = 5");
}

TEST(BinaryParametersOfFileSystems, AreAddressesWhereTheyAreTooLong) {
    DecodedCall call("fsconfig");
    call.memory.put(other_place, "k\0"s);
    call.memory.put(place, "ab");
    EXPECT_EQ(whole(call, {3, 2, other_place, place, 2}, 0), "fsconfig(3, FSCONFIG_SET_BINARY, \"k\", \"\\x61\\x62\", 2) = 0");
    EXPECT_EQ(whole(call, {3, 2, other_place, place, 1048577}, 0), "fsconfig(3, FSCONFIG_SET_BINARY, \"k\", 0x1000, 1048577) = 0");
    EXPECT_EQ(whole(call, {3, 2, other_place, place, 0xffffffff}, 0), "fsconfig(3, FSCONFIG_SET_BINARY, \"k\", 0x1000, -1) = 0");
}

TEST(MountsOfHandles, AreShownBehindAHandleThatCanBeRead) {
    DecodedCall call("name_to_handle_at");
    call.memory.put_object(place, std::array<std::uint32_t, 2>{0, 0});
    call.memory.put_object(other_place, std::uint64_t{0x500000007});
    EXPECT_EQ(whole(call, {3, 0, place, other_place, 0}, 0),
              "name_to_handle_at(3, NULL, {handle_bytes=0, handle_type=0, f_handle=\"\"}, [7], 0) = 0");
    EXPECT_EQ(whole(call, {3, 0, place, other_place, 1}, 0),
              "name_to_handle_at(3, NULL, {handle_bytes=0, handle_type=0, f_handle=\"\"}, [21474836487], AT_HANDLE_MNT_ID_UNIQUE) = 0");
    EXPECT_EQ(whole(call, {3, 0, nowhere, other_place, 0}, 0), "name_to_handle_at(3, NULL, 0x999000, 0x2000, 0) = 0");
}

TEST(NodesOfMemory, AreAnAddressWhereTheyCannotBeCounted) {
    DecodedCall call("set_mempolicy");
    call.memory.put_object(place, std::array<std::uint64_t, 64>{});
    EXPECT_EQ(whole(call, {1, place, ~std::uint64_t{0} - 60}, 0), "set_mempolicy(MPOL_PREFERRED, 0x1000, 18446744073709551555) = 0");
    EXPECT_EQ(whole(call.string_limit(1), {1, place, ~std::uint64_t{0} - 62}, 0),
              "set_mempolicy(MPOL_PREFERRED, [0000000000000000, ...], 18446744073709551553) = 0");
}

TEST(OperationsOfFutexes, HaveAClockOnlyWhereTheyHaveATimeout) {
    EXPECT_EQ(DecodedCall("futex").args({place, 0x101, 7}).returns(0), "futex(0x1000, 0x101 /* FUTEX_??? */, 7) = 0");
    EXPECT_EQ(DecodedCall("futex").args({place, 0x186, 7, 0}).returns(0), "futex(0x1000, 0x186 /* FUTEX_??? */, NULL) = 0");
    EXPECT_EQ(DecodedCall("futex").args({place, 0x189, 7, 0, 0, 3}).returns(0),
              "futex(0x1000, FUTEX_WAIT_BITSET_PRIVATE|FUTEX_CLOCK_REALTIME, 7, NULL, 0x3) = 0");
}

TEST(FlagsOfQueuesWithoutAName, StandDirectlyBeforeThePermissions) {
    EXPECT_EQ(DecodedCall("msgget").args({1, 0x11ff}).returns(0), "msgget(0x1, 0x10000777) = 0");
    EXPECT_EQ(DecodedCall("semget").args({1, 2, 0x1000}).returns(0), "semget(0x1, 2, 0x1000000) = 0");
    EXPECT_EQ(DecodedCall("semget").args({1, 2, 0x1200}).returns(0), "semget(0x1, 2, IPC_CREAT|0x1000|000) = 0");
    EXPECT_EQ(DecodedCall("shmget").args({1, 2, 0x20000}).returns(0), "shmget(0x1, 2, 0x20000|000) = 0");
}

TEST(PrioritiesOfAsynchronousTransfers, AreThoseOfProcessesWhereAFlagSaysSo) {
    struct Command {
        std::uint64_t data = 0;
        std::uint32_t key = 0, flags = 0;
        std::uint16_t operation = 77;
        std::int16_t priority = 0x4003;
        std::uint32_t fd = 5;
        std::array<std::uint64_t, 4> rest{};
        std::uint32_t command_flags = 0, event = 0;
    };
    Command command;
    DecodedCall plain("io_cancel");
    plain.memory.put_object(place, command);
    EXPECT_EQ(plain.args({1, place, 0}).returns(0),
              "io_cancel(0x1, {aio_data=0, aio_lio_opcode=77 /* IOCB_CMD_??? */, aio_reqprio=16387, aio_fildes=5}, NULL) = 0");
    command.command_flags = 0xf6;
    command.rest = {1, 2, 3, 0};
    DecodedCall asked("io_cancel");
    asked.memory.put_object(place, command);
    EXPECT_EQ(asked.args({1, place, 0}).returns(0),
              "io_cancel(0x1, {aio_data=0, aio_lio_opcode=77 /* IOCB_CMD_??? */, "
              "aio_reqprio=IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 3), aio_fildes=5}, NULL) = 0");
}

TEST(BitsOfCountedEvents, AreShownInBriefWhereTheyAreSet) {
    DecodedCall call("perf_event_open");
    std::array<std::uint64_t, 8> attributes{};
    attributes[0] = std::uint64_t{64} << 32;
    attributes[5] = 1 | 1 << 14;
    call.memory.put_object(place, attributes);
    EXPECT_EQ(whole(call, {place, 0, 0, 0, 0}, 3),
              "perf_event_open({type=PERF_TYPE_HARDWARE, size=PERF_ATTR_SIZE_VER0, config=PERF_COUNT_HW_CPU_CYCLES, sample_period=0, "
              "sample_type=0, read_format=0, disabled=1, watermark=1, precise_ip=0 /* arbitrary skid */, ...}, 0, 0, 0, 0) = 3");
}

TEST(FlagsOfOpenFiles, HaveTheOrderOfTheirNames) {
    EXPECT_EQ(DecodedCall("open").args({0, 020020000, 3}).fails(14),
              "open(NULL, O_RDONLY|__O_TMPFILE|FASYNC, 003) = -1 EFAULT (Bad address)");
    EXPECT_EQ(DecodedCall("fanotify_mark").args({1, 0, 0x88000, 4, 0}).fails(14),
              "fanotify_mark(1, 0, FAN_FS_ERROR|FAN_DIR_MODIFY, 4, NULL) = -1 EFAULT (Bad address)");
}

}  // namespace
}  // namespace troupe::tests
