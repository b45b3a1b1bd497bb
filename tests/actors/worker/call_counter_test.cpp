#include "actors/worker/call_counter.hpp"

#include <gtest/gtest.h>

#include "tests/actors/worker/fake_tasks.hpp"
#include "tests/actors/worker/reports.hpp"

namespace troupe::tests {
namespace {

struct CountedCalls : testing::Test {
    /// A call during which its thread is on a CPU for so many ns.
    void make_call(CallCounter& counter, std::uint64_t on_cpu, std::uint32_t error = 0) {
        tracee.call = {.call = getppid_call};
        counter.begin(tracee);
        tasks.times_on_cpu[tracee.facts.id.tid] += on_cpu;
        counter.stop_clock(tracee);
        tracee.call.shown.error = error;
        counter.count(tracee);
    }
    static const CallTotal& of_getppid(const CallCounter& counter) { return counter.counted().calls.all().at(getppid_call); }

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
    counter.count(tracee);
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

TEST_F(CountedCalls, OfThreadsAreCountedApartWhereThatIsAskedFor) {
    CallCounter together(config, tasks);
    make_call(together, 3000);
    EXPECT_TRUE(together.counted().threads.empty());

    config.by_thread = true;
    CallCounter apart(config, tasks);
    tasks.times_on_cpu = {{4711, 0}, {4712, 0}};
    for (int i = 0; i < 100; ++i) {
        make_call(apart, 3000);
    }
    tracee.facts = {.id = {4712, 2}, .process = 4711};
    make_call(apart, 5000, 38);
    const auto& threads = apart.counted().threads;
    ASSERT_EQ(threads.size(), 2U);
    EXPECT_EQ(threads.at({4711, 1}).calls.all().at(getppid_call).calls, 100U);
    const ThreadTotals& second = threads.at({4712, 2});
    EXPECT_EQ(second.process, 4711);
    EXPECT_EQ(second.calls.all().at(getppid_call).errors, 1U);
    EXPECT_EQ(second.calls.all().at(getppid_call).system.sum, 5000U) << "those of other threads do not stand for its calls";
    EXPECT_EQ(of_getppid(apart).calls, 101U);
}

TEST_F(CountedCalls, AreThoseThatReturn) {
    CallCounter counter(config, tasks);
    tracee.call = {.call = getppid_call};
    counter.begin(tracee);
    EXPECT_TRUE(counter.counted().calls.all().empty());
}

TEST_F(CountedCalls, AreNoneWhereNothingIsCounted) {
    config.use = SummaryConfig::Use::none;
    CallCounter counter(config, tasks);
    make_call(counter, 3000);
    EXPECT_TRUE(counter.counted().calls.all().empty());
}

}  // namespace
}  // namespace troupe::tests
