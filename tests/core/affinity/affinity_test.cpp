#include "troupe/core/affinity.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace troupe {
namespace {

TEST(Affinity, IsReadAndSetAsTheKernelHasIt) {
    cpu_set_t before;
    ASSERT_EQ(sched_getaffinity(0, sizeof before, &before), 0);
    const auto seen = affinity::of(gettid());
    ASSERT_TRUE(seen.has_value());
    EXPECT_EQ(std::memcmp(seen->bytes().data(), &before, sizeof before), 0);
    EXPECT_EQ(seen->count(), CPU_COUNT(&before));
    const int cpu = sched_getcpu();
    ASSERT_TRUE(affinity::set(gettid(), CpuSet::only(cpu)).has_value());
    const auto one = affinity::of(gettid());
    EXPECT_EQ(one->count(), 1);
    EXPECT_TRUE(one->contains(cpu));
    EXPECT_FALSE(one->contains(cpu + 1));
    ASSERT_TRUE(affinity::set(gettid(), *seen).has_value());
}

TEST(Affinity, OfATidThatNoThreadHasIsNothing) {
    constexpr pid_t no_such_tid = 0x7ffffff0;
    EXPECT_FALSE(affinity::of(no_such_tid).has_value());
    EXPECT_EQ(affinity::set(no_such_tid, CpuSet::only(0)).error().code, ESRCH);
}

TEST(Affinity, AllCpusAreThoseThatTheKernelAllows) {
    const auto seen = affinity::of(0);
    ASSERT_TRUE(affinity::set(0, CpuSet::all()).has_value());
    EXPECT_GE(affinity::of(0)->count(), seen->count());
    ASSERT_TRUE(affinity::set(0, *seen).has_value());
}

TEST(Affinity, HasRoomForMoreCpusThanACpuSetT) {
    constexpr int far = 5000;
    CpuSet cpus = CpuSet::only(far);
    EXPECT_TRUE(cpus.contains(far));
    EXPECT_FALSE(cpus.contains(far - CPU_SETSIZE));
    cpus.add(0);
    EXPECT_EQ(cpus.count(), 2);
    EXPECT_NE(cpus, CpuSet::only(far));
    EXPECT_TRUE(CpuSet().empty());
    const auto bytes = cpus.bytes();
    ASSERT_EQ(bytes.size(), 1024U);
    EXPECT_EQ(bytes[far / 8], std::byte{1 << far % 8});
}

TEST(Affinity, IsWrittenAsTheKernelWritesIt) {
    CpuSet cpus = CpuSet::only(1);
    cpus.add(9);
    const auto bytes = cpus.bytes();
    EXPECT_EQ(bytes[0], std::byte{0x02});
    EXPECT_EQ(bytes[1], std::byte{0x02});
}

TEST(Affinity, TellsWhatRunsInRealTime) {
    EXPECT_FALSE(affinity::is_realtime(0));
    const sched_param first{1};
    if (::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &first) != 0) {
        GTEST_SKIP() << "SCHED_FIFO takes CAP_SYS_NICE";
    }
    EXPECT_TRUE(affinity::is_realtime(0));
    const sched_param none{0};
    ASSERT_EQ(::sched_setscheduler(0, SCHED_OTHER, &none), 0);
}

}  // namespace
}  // namespace troupe
