// The letter was compared with strace 6.1, whose clock a preloaded library turned by the amounts that stand here.
#include <gtest/gtest.h>

#include "troupe/core/summary.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

using Column = SummaryColumn;

SyscallId call_named(std::string_view name, Abi abi = Abi::x86_64) { return {abi, *number_of(name, abi)}; }

/// `times`: of each call, in ns.
void count(CallTotals& totals, SyscallId call, std::uint64_t errors, const std::vector<std::uint64_t>& times) {
    CallTotal& total = totals[call];
    for (const std::uint64_t time : times) {
        ++total.calls;
        total.system.add(time);
        total.wall.add(1'000'000'000);
    }
    total.errors += errors;
}

CallTotals totals_of_huge_and_tiny_times() {
    constexpr std::uint64_t huge = 3'500'000'000'000'000 - 1;
    CallTotals totals;
    count(totals, call_named("close"), 3, {0, 0, 2499, 2499, 2499});
    count(totals, call_named("getppid"), 0, {huge, huge, huge});
    count(totals, call_named("getuid"), 0, {1998, 1998});
    count(totals, call_named("getgid"), 0, {1499});
    count(totals, call_named("process_vm_writev"), 0, {499});
    return totals;
}

/// Calls that are alike in all but their number.
CallTotals totals_with_ties() {
    CallTotals totals;
    count(totals, call_named("getppid"), 0, {5000, 5000, 5000});
    count(totals, call_named("getuid"), 0, {5000, 5000, 5000});
    count(totals, call_named("getgid"), 0, std::vector<std::uint64_t>(10, 1000));
    std::vector<std::uint64_t> of_close(12, 1000);
    of_close[0] = of_close[1] = 0;
    count(totals, call_named("close"), 10, of_close);
    count(totals, call_named("geteuid"), 0, {15000, 1});
    return totals;
}

const std::vector<Column> all_but_wall = {Column::time_percent, Column::total_time, Column::min_time, Column::max_time,
                                          Column::avg_time,     Column::calls,      Column::errors,   Column::name};

std::string names_sorted_by(std::optional<Column> column) {
    const std::string table = summary_table(totals_with_ties(), {.columns = {Column::name}, .sorted_by = column});
    std::string names;
    for (const std::string_view name : {"close", "getuid", "getgid", "geteuid", "getppid"}) {
        EXPECT_NE(table.find("\n" + std::string(name) + "\n"), std::string::npos) << table;
    }
    std::size_t begin = table.find("-\n") + 2;
    while (table[begin] != '-') {
        const std::size_t end = table.find('\n', begin);
        names += (names.empty() ? "" : " ") + table.substr(begin, end - begin);
        begin = end + 1;
    }
    return names;
}

TEST(SummaryTable, OfNothingIsNothing) { EXPECT_EQ(summary_table({}, {}), ""); }

TEST(SummaryTable, OfCallsThatTookNoTimeHasZerosAndAHundredPercent) {
    CallTotals totals;
    count(totals, call_named("uname"), 0, {0});
    EXPECT_EQ(summary_table(totals, {}),
              "% time     seconds  usecs/call     calls    errors syscall\n"
              "------ ----------- ----------- --------- --------- ----------------\n"
              "  0.00    0.000000           0         1           uname\n"
              "------ ----------- ----------- --------- --------- ----------------\n"
              "100.00    0.000000           0         1           total\n");
}

TEST(SummaryTable, ColumnsGrowWithTheirValues) {
    EXPECT_EQ(summary_table(totals_of_huge_and_tiny_times(), {.columns = all_but_wall}),
              "% time         seconds       shortest        longest    usecs/call     calls    errors syscall\n"
              "------ --------------- -------------- -------------- ------------- --------- --------- ------------------\n"
              "100.00 10500000.000000 3500000.000000 3500000.000000 3499999999999         3           getppid\n"
              "  0.00        0.000007       0.000000       0.000002             1         5         3 close\n"
              "  0.00        0.000004       0.000002       0.000002             1         2           getuid\n"
              "  0.00        0.000001       0.000001       0.000001             1         1           getgid\n"
              "  0.00        0.000000       0.000000       0.000000             0         1           process_vm_writev\n"
              "------ --------------- -------------- -------------- ------------- --------- --------- ------------------\n"
              "100.00 10500000.000013       0.000000 3500000.000000  875000000001        12         3 total\n");
}

TEST(SummaryTable, AColumnIsAsWideAsItsTotal) {
    CallTotals totals;
    count(totals, call_named("getppid"), 0, {6'000'000'000'000});
    count(totals, call_named("getuid"), 0, {6'000'000'000'000});
    EXPECT_EQ(summary_table(totals, {.columns = {Column::total_time, Column::name}}),
              "     seconds syscall\n"
              "------------ ----------------\n"
              " 6000.000000 getuid\n"
              " 6000.000000 getppid\n"
              "------------ ----------------\n"
              "12000.000000 total\n");
}

TEST(SummaryTable, ANameThatIsNotLastIsFilledUp) {
    EXPECT_EQ(summary_table(totals_of_huge_and_tiny_times(), {.columns = {Column::errors, Column::name, Column::calls}}),
              "   errors syscall                calls\n"
              "--------- ------------------ ---------\n"
              "          getppid                    3\n"
              "        3 close                      5\n"
              "          getuid                     2\n"
              "          getgid                     1\n"
              "          process_vm_writev          1\n"
              "--------- ------------------ ---------\n"
              "        3 total                     12\n");
}

TEST(SummaryTable, ALongNameHasOneBlankMoreThanItNeeds) {
    for (const auto& [name, width] : {std::pair{"set_robust_list", 16}, {"process_vm_readv", 17}}) {
        CallTotals totals;
        count(totals, call_named(name), 0, {0});
        const std::string table = summary_table(totals, {.columns = {Column::name, Column::calls}});
        EXPECT_NE(table.find("\n" + std::string(static_cast<std::size_t>(width), '-') + " ---------\n"), std::string::npos) << table;
    }
}

TEST(SummaryTable, NoErrorsAreBlanksAlsoInTheLastColumn) {
    CallTotals totals;
    count(totals, call_named("getuid"), 0, {0});
    EXPECT_EQ(summary_table(totals, {.columns = {Column::name, Column::errors}}),
              "syscall             errors\n"
              "---------------- ---------\n"
              "getuid                    \n"
              "---------------- ---------\n"
              "total                     \n");
}

TEST(SummaryTable, ShortestAndLongestAreAsNarrowAsTheirValues) {
    EXPECT_EQ(summary_table(totals_with_ties(), {.columns = all_but_wall}),
              "% time     seconds shortest  longest  usecs/call     calls    errors syscall\n"
              "------ ----------- -------- -------- ----------- --------- --------- ----------------\n"
              " 23.08    0.000015 0.000000 0.000015           7         2           geteuid\n"
              " 23.08    0.000015 0.000005 0.000005           5         3           getuid\n"
              " 23.08    0.000015 0.000005 0.000005           5         3           getppid\n"
              " 15.38    0.000010 0.000000 0.000001           0        12        10 close\n"
              " 15.38    0.000010 0.000001 0.000001           1        10           getgid\n"
              "------ ----------- -------- -------- ----------- --------- --------- ----------------\n"
              "100.00    0.000065 0.000000 0.000015           2        30        10 total\n");
}

TEST(SummaryTable, WhatIsAlikeStandsInTheOrderOfNumbers) {
    EXPECT_EQ(names_sorted_by(Column::total_time), "geteuid getuid getppid close getgid");
    EXPECT_EQ(names_sorted_by(Column::time_percent), "geteuid getuid getppid close getgid");
    EXPECT_EQ(names_sorted_by(Column::min_time), "getuid getppid getgid geteuid close");
    EXPECT_EQ(names_sorted_by(Column::max_time), "geteuid getuid getppid close getgid");
    EXPECT_EQ(names_sorted_by(Column::avg_time), "geteuid getuid getppid getgid close");
    EXPECT_EQ(names_sorted_by(Column::calls), "close getgid getuid getppid geteuid");
    EXPECT_EQ(names_sorted_by(Column::errors), "close getuid getgid geteuid getppid");
    EXPECT_EQ(names_sorted_by(Column::name), "close geteuid getgid getppid getuid");
    EXPECT_EQ(names_sorted_by(std::nullopt), "close getuid getgid geteuid getppid");
}

TEST(SummaryTable, AveragesAreRoundedToNanosecondsAndThenCutToMicroseconds) {
    CallTotals totals;
    count(totals, call_named("getgid"), 0, {1999, 0});
    const std::string table = summary_table(totals, {.columns = {Column::avg_time, Column::name}});
    EXPECT_NE(table.find("          1 getgid\n"), std::string::npos) << table;
}

TEST(SummaryTable, WallClockIsShownInItsPlaceOrBesideIt) {
    CallTotals totals;
    count(totals, call_named("uname"), 0, {5000, 7000});
    EXPECT_EQ(summary_table(totals, {.columns = {Column::total_time, Column::avg_time, Column::name}, .wall_clock = true}),
              "    seconds  usecs/call syscall\n"
              "----------- ----------- ----------------\n"
              "   2.000000     1000000 uname\n"
              "----------- ----------- ----------------\n"
              "   2.000000     1000000 total\n");
    const SummaryForm both{.columns = {Column::total_time, Column::wall_total, Column::wall_avg, Column::name}};
    const std::string table = summary_table(totals, both);
    EXPECT_NE(table.find("   0.000012     2.000000         1000000 uname\n"), std::string::npos) << table;
    EXPECT_TRUE(both.shows_wall_clock());
    EXPECT_FALSE(SummaryForm{}.shows_wall_clock());
}

TEST(SummaryTable, EachAbiWithCallsHasATableAndAllButTheNativeAHeading) {
    CallTotals totals;
    count(totals, call_named("getppid", Abi::x32), 1, {0});
    count(totals, call_named("getuid32", Abi::i386), 0, {0});
    const std::string table = summary_table(totals, {.columns = {Column::calls, Column::name}});
    EXPECT_EQ(table,
              "System call usage summary for 32 bit mode:\n"
              "    calls syscall\n"
              "--------- ----------------\n"
              "        1 getuid32\n"
              "--------- ----------------\n"
              "        1 total\n"
              "System call usage summary for x32 mode:\n"
              "    calls syscall\n"
              "--------- ----------------\n"
              "        1 getppid\n"
              "--------- ----------------\n"
              "        1 total\n");
}

TEST(SummaryTable, NumbersThatNoTableKnowsHaveRows) {
    CallTotals totals;
    count(totals, {Abi::x86_64, 999}, 1, {0});
    const std::string table = summary_table(totals, {.columns = {Column::calls, Column::name}});
    EXPECT_NE(table.find("        1 syscall_0x3e7\n"), std::string::npos) << table;
}

TEST(CallTotals, OfSeveralWorkersAreAdded) {
    CallTotals first, second;
    const SyscallId call = call_named("close");
    count(first, call, 1, {3000, 5000});
    count(second, call, 2, {1000, 4000, 9000});
    count(second, call_named("getuid"), 0, {7});
    first += second;
    EXPECT_EQ(first[call].calls, 5U);
    EXPECT_EQ(first[call].errors, 3U);
    EXPECT_EQ(first[call].system.sum, 22'000U);
    EXPECT_EQ(first[call].system.least, 1000U);
    EXPECT_EQ(first[call].system.most, 9000U);
    EXPECT_EQ(first.all().size(), 2U);
}

TEST(CallTotals, CallsThatWereMeasuredStandForTheOthers) {
    TimeTotal time;
    EXPECT_EQ(time.sum_of(10), 0U);
    time.add(1000);
    time.add(2000);
    EXPECT_EQ(time.sum_of(2), 3000U);
    EXPECT_EQ(time.sum_of(10), 15'000U);
}

}  // namespace
}  // namespace troupe
