#include <chrono>

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

using namespace std::chrono_literals;
using Column = SummaryColumn;
using Use = SummaryConfig::Use;

SummaryConfig summary_of(const Words& options) { return with(options).engine.summary; }
Words warnings_of(const Words& options) { return with(options).warnings; }
Words refused(const std::string& reason) { return {"troupe: " + reason, try_help}; }

TEST(SummaryOptions, CountInsteadOfTheTraceOrBesideIt) {
    EXPECT_EQ(summary_of({}).use, Use::none);
    EXPECT_EQ(summary_of({"-fc"}).use, Use::only);
    EXPECT_EQ(summary_of({"--summary-only"}).use, Use::only);
    EXPECT_EQ(summary_of({"-C"}).use, Use::with_trace);
    EXPECT_EQ(summary_of({"--summary"}).use, Use::with_trace);
    EXPECT_TRUE(summary_of({"-cw"}).form.wall_clock);
}

TEST(SummaryOptions, WithoutATraceThereAreNoSignalsAndNoEnds) {
    const auto printing = with({"-c"}).engine.printing;
    EXPECT_TRUE(printing.quiet.contains(Quiet::exit));
    EXPECT_FALSE(printing.quiet.contains(Quiet::attach));
    EXPECT_FALSE(printing.signals.contains(9));
    EXPECT_TRUE(with({"-C"}).engine.printing.signals.contains(9));
    EXPECT_FALSE(with({"-C"}).engine.printing.quiet.contains(Quiet::exit));
}

TEST(SummaryOptions, SortByEveryNameOfAColumn) {
    EXPECT_EQ(summary_of({"-c"}).form.sorted_by, Column::total_time);
    const std::vector<std::pair<std::string, std::vector<std::string>>> names = {{"min-time", {"shortest", "time-min", "min_time"}},
                                                                                 {"max-time", {"longest", "time-max", "time_max"}},
                                                                                 {"avg-time", {"time-avg"}},
                                                                                 {"wall-total", {"total-wall", "wall_total"}},
                                                                                 {"wall-min", {"min-wall"}},
                                                                                 {"wall-max", {"max-wall"}},
                                                                                 {"wall-avg", {"avg-wall"}},
                                                                                 {"calls", {"count"}},
                                                                                 {"errors", {"error"}},
                                                                                 {"name", {"syscall", "syscall-name", "syscall_name"}},
                                                                                 {"time-percent", {"time", "time_percent"}},
                                                                                 {"total-time", {"time-total"}}};
    for (const auto& [name, others] : names) {
        const auto column = summary_of({"-c", "-S", name}).form.sorted_by;
        EXPECT_TRUE(column.has_value()) << name;
        for (const auto& other : others) {
            EXPECT_EQ(summary_of({"-c", "--summary-sort-by=" + other}).form.sorted_by, column) << other;
            EXPECT_EQ(summary_of({"-c", "-U", other}).form.columns.front(), column) << other;
        }
    }
    EXPECT_EQ(summary_of({"-c", "-S", "nothing"}).form.sorted_by, std::nullopt);
    EXPECT_EQ(summary_of({"-c", "-S", "none"}).form.sorted_by, std::nullopt);
    for (const char* value : {"foo", "", "TIME", "errors,calls"}) {
        EXPECT_EQ(refusal_of({"-c", "-S", value, "true"}), refused("invalid sortby: '" + std::string(value) + "'"));
    }
}

TEST(SummaryOptions, ColumnsEndWithTheNameUnlessItStandsElsewhere) {
    EXPECT_EQ(summary_of({"-c", "-U", "calls"}).form.columns, (std::vector{Column::calls, Column::name}));
    EXPECT_EQ(summary_of({"-c", "-U", "name,calls"}).form.columns, (std::vector{Column::name, Column::calls}));
    EXPECT_EQ(summary_of({"-c", "-U", "time", "-U", "errors"}).form.columns, (std::vector{Column::errors, Column::name}));
}

TEST(SummaryOptions, ColumnsThatAreNoneOrComeTwiceAreRefused) {
    for (const char* value : {"foo", "", "nothing", "TIME"}) {
        EXPECT_EQ(refusal_of({"-c", "-U", value, "true"}), refused("unknown column name: '" + std::string(value) + "'"));
    }
    EXPECT_EQ(refusal_of({"-c", "-U", "name,", "true"}), refused("unknown column name: ''"));
    EXPECT_EQ(refusal_of({"-c", "-U", "name,calls,syscall,errors", "true"}),
              refused("call summary column has been provided more than once: 'syscall' (-U option residual: 'syscall,errors')"));
}

TEST(SummaryOptions, TheOverheadIsADurationInMicroseconds) {
    EXPECT_EQ(summary_of({"-c", "-O", "5"}).overhead, 5us);
    EXPECT_EQ(summary_of({"-c", "--summary-syscall-overhead=1.5ms"}).overhead, 1500us);
    EXPECT_TRUE(warnings_of({"-O", "5"}).empty());
    for (const char* value : {"x", "", "-5", "5x", "0x10"}) {
        EXPECT_EQ(refusal_of({"-c", "-O", value, "true"}), refused("invalid -O argument: '" + std::string(value) + "'"));
    }
    EXPECT_EQ(reason_of({"-c", "--summary-syscall-overhead=tim", "true"}), "troupe: invalid --summary-syscall-overhead argument: 'tim'");
}

TEST(SummaryOptions, ATableEverySoOften) {
    EXPECT_EQ(summary_of({"-c"}).every, 0ns);
    EXPECT_EQ(summary_of({"-c", "--summary-every=2s"}).every, 2s);
    EXPECT_EQ(reason_of({"-c", "--summary-every=0", "true"}),
              "troupe: invalid --summary-every argument: '0' (a number and s, ms, us or ns)");
    EXPECT_EQ(warnings_of({"--summary-every=2s"}),
              (Words{"troupe: --summary-every has no effect without (-c/--summary-only or -C/--summary)"}));
}

TEST(SummaryOptions, ATableForEachThreadWithTwoFs) {
    EXPECT_TRUE(summary_of({"-c", "-ff"}).by_thread);
    EXPECT_TRUE(summary_of({"-C", "-ff", "-o", "x"}).by_thread);
    EXPECT_TRUE(summary_of({"-c", "--output-separately", "-o", "x"}).by_thread);
    EXPECT_FALSE(summary_of({"-c", "-f"}).by_thread);
    EXPECT_FALSE(summary_of({"-c", "-f", "--output-separately"}).by_thread) << "without -o that is nothing";
    EXPECT_FALSE(summary_of({"-ff"}).by_thread);
}

TEST(SummaryOptions, WhatExcludesEachOtherIsRefused) {
    for (const Words& both : {Words{"-c", "-C", "true"}, {"-C", "-c", "true"}, {"--summary", "--summary-only", "-w", "true"}}) {
        EXPECT_EQ(refusal_of(both), refused("-c/--summary-only and -C/--summary are mutually exclusive"));
    }
    const std::string alone = " must be given with (-c/--summary-only or -C/--summary)";
    EXPECT_EQ(refusal_of({"-w", "-U", "name", "true"}), refused("-w/--summary-wall-clock" + alone));
    EXPECT_EQ(refusal_of({"--summary-columns=name", "true"}), refused("-U/--summary-columns" + alone));
    EXPECT_EQ(reason_of({"-w"}), "troupe: must have PROG [ARGS] or -p PID");
    EXPECT_EQ(reason_of({"-c", "--output-format=jsonl", "true"}).substr(0, 63),
              "troupe: -c/--summary-only and --output-format=jsonl are mutuall");
}

TEST(SummaryOptions, WhatHasNoEffectIsSaidInTheOrderOfItsLetters) {
    const auto without_lines = [](const std::string& option) { return "troupe: " + option + " has no effect with -c/--summary-only"; };
    EXPECT_EQ(
        warnings_of({"-c", "-T", "-t", "-r", "-N", "-n", "-i"}),
        (Words{without_lines("-i/--instruction-pointer"), without_lines("-n/--syscall-number"), without_lines("-N/--arg-names"),
               without_lines("-r/--relative-timestamps"), without_lines("-t/--absolute-timestamps"), without_lines("-T/--syscall-times")}));
    EXPECT_TRUE(warnings_of({"-c", "-x", "-v", "-q", "-a", "20", "--absolute-timestamps=none"}).empty());
    EXPECT_TRUE(warnings_of({"-C", "-T", "-t", "-r", "-n", "-i"}).empty());
    EXPECT_EQ(warnings_of({"-S", "name", "-F", "-A"}),
              (Words{"troupe: option -F is deprecated, please use -f/--follow-forks instead",
                     "troupe: -S/--summary-sort-by has no effect without (-c/--summary-only or -C/--summary)",
                     "troupe: -A/--output-append-mode has no effect without -o/--output"}));
}

}  // namespace
}  // namespace troupe::options::test
