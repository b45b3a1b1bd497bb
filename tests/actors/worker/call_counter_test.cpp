#include "actors/worker/call_counter.hpp"

#include <gtest/gtest.h>

#include "tests/actors/worker/fake_tasks.hpp"

namespace troupe::tests {
namespace {

constexpr SyscallId getppid_call{Abi::x86_64, 110};

struct CountedCalls : testing::Test {
    /// A call during which its thread is on a CPU for so many ns.
    void make_call(CallCounter& counter, std::uint64_t on_cpu, std::uint32_t error = 0) {
        tracee.call = {.call = getppid_call};
        counter.begin(tracee);
        tasks.times_on_cpu[tracee.facts.id.tid] += on_cpu;
        counter.stop_clock(tracee);
        tracee.call.shown.error = error;
        counter.count(tracee.call);
    }
    static const CallTotal& of_getppid(const CallCounter& counter) { return counter.totals().all().at(getppid_call); }

    FakeTasks tasks;
    Tracee tracee{TaskFacts{.id = {4711, 1}}};
    SummaryConfig config{.use = SummaryConfig::Use::only};
};

TEST_F(CountedCalls, HaveTheTimeThatTheirThreadWasOnACpu) {
    CallCounter counter(config, tasks);
    tasks.times_on_cpu[4711] = 1'000'000;
    make_call(counter, 3000);
    make_call(counter, 5000, 38);
    EXPECT_EQ(of_getppid(counter).calls, 2U);
    EXPECT_EQ(of_getppid(counter).errors, 1U);
    EXPECT_EQ(of_getppid(counter).system.sum, 8000U);
    EXPECT_EQ(of_getppid(counter).system.least, 3000U);
    EXPECT_EQ(of_getppid(counter).system.most, 5000U);
    EXPECT_EQ(of_getppid(counter).wall.measured, 0U);
}

TEST_F(CountedCalls, AreNotAllMeasuredWhereTheyAreMany) {
    CallCounter counter(config, tasks);
    tasks.times_on_cpu[4711] = 0;
    constexpr std::uint64_t calls = 10'000;
    for (std::uint64_t i = 0; i < calls; ++i) {
        make_call(counter, 2000);
    }
    const CallTotal& total = of_getppid(counter);
    EXPECT_EQ(total.calls, calls);
    EXPECT_LT(total.system.measured, calls / 10);
    EXPECT_EQ(total.system.sum_of(total.calls), calls * 2000);
}

TEST_F(CountedCalls, HaveTheOverheadTakenOffEachAndNeverMore) {
    config.overhead = std::chrono::microseconds(4);
    CallCounter counter(config, tasks);
    tasks.times_on_cpu[4711] = 0;
    make_call(counter, 3000);
    make_call(counter, 10'000);
    EXPECT_EQ(of_getppid(counter).system.sum, 6000U);
    EXPECT_EQ(of_getppid(counter).system.least, 0U);
}

TEST_F(CountedCalls, AreCountedWhereTheirTimeCannotBeRead) {
    CallCounter counter(config, tasks);
    tracee.call = {.call = getppid_call};
    counter.begin(tracee);
    counter.stop_clock(tracee);
    counter.count(tracee.call);
    EXPECT_EQ(of_getppid(counter).calls, 1U);
    EXPECT_EQ(of_getppid(counter).system.measured, 0U);
}

TEST_F(CountedCalls, AreMeasuredByTheClockAloneWhereThatIsAskedFor) {
    config.form.wall_clock = true;
    CallCounter counter(config, tasks);
    tasks.times_on_cpu[4711] = 0;
    make_call(counter, 3000);
    EXPECT_EQ(of_getppid(counter).wall.measured, 1U);
    EXPECT_EQ(of_getppid(counter).system.measured, 0U);
}

TEST_F(CountedCalls, AreThoseThatReturn) {
    CallCounter counter(config, tasks);
    tracee.call = {.call = getppid_call};
    counter.begin(tracee);
    EXPECT_TRUE(counter.totals().all().empty());
}

TEST_F(CountedCalls, AreNoneWhereNothingIsCounted) {
    config.use = SummaryConfig::Use::none;
    CallCounter counter(config, tasks);
    make_call(counter, 3000);
    EXPECT_TRUE(counter.totals().all().empty());
}

}  // namespace
}  // namespace troupe::tests
