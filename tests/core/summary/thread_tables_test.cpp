// The tables of -c -ff: one for each thread and process.

#include <gtest/gtest.h>

#include "troupe/core/summary.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

const SummaryForm names_and_calls{.columns = {SummaryColumn::calls, SummaryColumn::name}, .sorted_by = SummaryColumn::name};

void count(Counted& counted, TaskId thread, pid_t process, const char* name, unsigned calls) {
    const SyscallId call = calls_named(name).at(0);
    counted.calls[call].calls += calls;
    counted.threads[thread].process = process;
    counted.threads[thread].calls[call].calls += calls;
}

std::string table_of(const char* name, unsigned calls) {
    CallTotals totals;
    totals[calls_named(name).at(0)].calls = calls;
    return summary_table(totals, names_and_calls);
}

struct ThreadTables : testing::Test {
    ThreadTables() {
        count(counted, {12, 1}, 12, "close", 1);
        count(counted, {13, 2}, 12, "close", 2);
        count(counted, {20, 3}, 20, "read", 4);
    }
    Counted counted;
};

TEST_F(ThreadTables, StandWhereTheTraceOfEachThreadIsAndThatOfAProcessWithItsFirst) {
    const auto tables = tables_of_threads(counted, names_and_calls);
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_EQ(tables[0].thread, (TaskId{12, 1}));
    EXPECT_EQ(tables[0].text, "Process 12, thread 12:\n" + table_of("close", 1) + "Process 12:\n" + table_of("close", 3));
    EXPECT_EQ(tables[1].thread, (TaskId{13, 2}));
    EXPECT_EQ(tables[1].text, table_of("close", 2));
    EXPECT_EQ(tables[2].thread, (TaskId{20, 3}));
    EXPECT_EQ(tables[2].text, table_of("read", 4)) << "a process with one thread is that thread";
}

TEST_F(ThreadTables, HaveHeadingsInOneStream) {
    Counted more = counted;
    more += Counted{};
    EXPECT_EQ(tables_of_all(more, names_and_calls).substr(0, 24), "Process 12, thread 12:\n ");
    const std::string all = summary_table(counted.calls, names_and_calls);
    EXPECT_EQ(tables_of_all(counted, names_and_calls), "Process 12, thread 12:\n" + table_of("close", 1) + "Process 12, thread 13:\n" +
                                                           table_of("close", 2) + "Process 12:\n" + table_of("close", 3) + "Process 20:\n" +
                                                           table_of("read", 4) + "All processes:\n" + all);
}

TEST(ThreadTablesOfOne, HaveNoTableOfAllProcesses) {
    Counted counted;
    count(counted, {12, 1}, 12, "close", 1);
    EXPECT_EQ(tables_of_all(counted, names_and_calls), "Process 12:\n" + table_of("close", 1));
    EXPECT_EQ(tables_of_all({}, names_and_calls), "");
    EXPECT_TRUE(tables_of_threads({}, names_and_calls).empty());
}

TEST(ThreadTablesOfOne, AFirstThreadWithoutCallsHasTheTableOfItsProcess) {
    Counted counted;
    count(counted, {13, 2}, 12, "close", 2);
    const auto tables = tables_of_threads(counted, names_and_calls);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].thread.tid, 12);
    EXPECT_EQ(tables[0].text, "Process 12:\n" + table_of("close", 2));
}

TEST(ThreadTablesOfOne, WorkersAddWhatTheyCountedOfAThreadThatWasHandedOver) {
    Counted here, there;
    count(here, {12, 1}, 12, "close", 1);
    count(there, {12, 1}, 12, "close", 2);
    here += there;
    EXPECT_EQ(tables_of_all(here, names_and_calls), "Process 12:\n" + table_of("close", 3));
}

}  // namespace
}  // namespace troupe
