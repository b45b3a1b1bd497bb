#include "troupe/core/affinity.hpp"

#include <gtest/gtest.h>
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
    EXPECT_TRUE(CPU_EQUAL(&*seen, &before));
    const int cpu = sched_getcpu();
    ASSERT_TRUE(affinity::set(gettid(), affinity::only(cpu)).has_value());
    const auto one = affinity::of(gettid());
    EXPECT_EQ(CPU_COUNT(&*one), 1);
    EXPECT_TRUE(affinity::contains(*one, cpu));
    EXPECT_FALSE(affinity::contains(*one, cpu + 1));
    ASSERT_TRUE(affinity::set(gettid(), before).has_value());
}

TEST(Affinity, OfNobodyIsNothing) {
    constexpr pid_t no_such_tid = 0x7ffffff0;
    EXPECT_FALSE(affinity::of(no_such_tid).has_value());
    EXPECT_EQ(affinity::set(no_such_tid, affinity::only(0)).error().code, ESRCH);
}

TEST(Affinity, IsWrittenAsTheKernelWritesIt) {
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    CPU_SET(1, &cpus);
    CPU_SET(9, &cpus);
    const auto bytes = affinity::as_written(cpus, 8);
    ASSERT_EQ(bytes.size(), 8U);
    EXPECT_EQ(bytes[0], std::byte{0x02});
    EXPECT_EQ(bytes[1], std::byte{0x02});
    EXPECT_EQ(affinity::as_written(cpus, 4096).size(), sizeof(cpu_set_t));
}

}  // namespace
}  // namespace troupe
