#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

using Clock = LineColumns::Clock;

LineColumns columns_of(const Words& words) { return with(words).engine.output.columns; }
TextForm form_of(const Words& words) { return with(words).engine.printing.style.form; }

TEST(ColumnOptions, TheTimeIsOfDayThenExactThenSince1970) {
    EXPECT_EQ(columns_of({}).clock, Clock::none);
    EXPECT_EQ(columns_of({"-t"}).clock, Clock::time_of_day);
    EXPECT_EQ(columns_of({"-t"}).clock_precision, Precision::seconds);
    EXPECT_EQ(columns_of({"-tt"}).clock, Clock::time_of_day);
    EXPECT_EQ(columns_of({"-tt"}).clock_precision, Precision::microseconds);
    for (const Words& words : {Words{"-ttt"}, Words{"-tttt"}, Words{"-t", "-tt"}}) {
        EXPECT_EQ(columns_of(words).clock, Clock::unix_time);
        EXPECT_EQ(columns_of(words).clock_precision, Precision::microseconds);
    }
}

TEST(ColumnOptions, TheTimeByNameHasAFormatAndAPrecisionInAnyOrderAndCase) {
    EXPECT_EQ(columns_of({"--timestamps"}).clock, Clock::time_of_day);
    EXPECT_EQ(columns_of({"--timestamps="}).clock, Clock::time_of_day);
    for (const char* value : {"unix,ns", "ns,unix", "format:unix,precision:ns", "UNIX,NS", "time,us,ns,unix"}) {
        const LineColumns columns = columns_of({"--absolute-timestamps=" + std::string(value)});
        EXPECT_EQ(columns.clock, Clock::unix_time) << value;
        EXPECT_EQ(columns.clock_precision, Precision::nanoseconds) << value;
    }
    EXPECT_EQ(columns_of({"--timestamps=none,us"}).clock, Clock::none);
    EXPECT_EQ(columns_of({"--timestamps=precision:ms"}).clock_precision, Precision::milliseconds);
}

TEST(ColumnOptions, ATimeThatIsNoneIsRefusedByTheNameThatWasTyped) {
    for (const char* value : {"foo", "time:s", "precision:unix", "format:ms"}) {
        EXPECT_EQ(refusal_of({"--timestamps=" + std::string(value), "true"}),
                  (Words{"troupe: invalid --timestamps argument: '" + std::string(value) + "'", try_help}));
    }
    EXPECT_EQ(reason_of({"--absolute-t=foo", "true"}), "troupe: invalid --absolute-timestamps argument: 'foo'");
    EXPECT_EQ(reason_of({"-t", "--timestamps", "true"}), "troupe: -t and --absolute-timestamps cannot be provided simultaneously");
}

TEST(ColumnOptions, IntervalsAreInMicrosecondsUnlessOtherwiseWanted) {
    EXPECT_EQ(columns_of({}).since_last, std::nullopt);
    EXPECT_EQ(columns_of({"-r"}).since_last, Precision::microseconds);
    EXPECT_EQ(columns_of({"-r", "--relative-timestamps=ns"}).since_last, Precision::nanoseconds);
    EXPECT_EQ(columns_of({"-T"}).spent, Precision::microseconds);
    EXPECT_EQ(columns_of({"--syscall-times=S"}).spent, Precision::seconds);
    EXPECT_EQ(reason_of({"--syscall-times=", "true"}), "troupe: invalid --syscall-times argument: ''");
    EXPECT_EQ(reason_of({"--relative-timestamps=sec", "true"}), "troupe: invalid --relative-timestamps argument: 'sec'");
}

TEST(ColumnOptions, OtherColumns) {
    EXPECT_TRUE(columns_of({"-i"}).instruction_pointer);
    EXPECT_TRUE(columns_of({"-n"}).number);
    EXPECT_TRUE(with({"--always-show-pid"}).engine.output.always_show_pid);
    EXPECT_TRUE(form_of({"-N"}).argument_names);
}

TEST(ColumnOptions, StringsAreHexadecimalByDegrees) {
    EXPECT_EQ(form_of({}).strings, HexStrings::none);
    EXPECT_EQ(form_of({"-x"}).strings, HexStrings::other_strings);
    EXPECT_EQ(form_of({"-xx"}).strings, HexStrings::all);
    EXPECT_EQ(form_of({"-xxx"}).strings, HexStrings::all);
    EXPECT_EQ(form_of({"--strings-in-hex"}).strings, HexStrings::all);
    EXPECT_EQ(form_of({"--strings-in-hex=non-ascii-chars"}).strings, HexStrings::other_characters);
    EXPECT_EQ(form_of({"--strings-in-hex=non-ascii"}).strings, HexStrings::other_strings);
    EXPECT_EQ(reason_of({"--strings-in-hex=foo", "true"}), "troupe: invalid --strings-in-hex argument: 'foo'");
    EXPECT_EQ(reason_of({"-x", "--strings-in-hex=all", "true"}), "troupe: -x and --strings-in-hex cannot be provided simultaneously");
}

TEST(ColumnOptions, ConstantsAreNamesNumbersOrBoth) {
    EXPECT_EQ(form_of({}).constants, ConstantStyle::names);
    EXPECT_EQ(form_of({"-X", "raw"}).constants, ConstantStyle::numbers);
    EXPECT_EQ(form_of({"-Xverbose"}).constants, ConstantStyle::both);
    EXPECT_EQ(form_of({"-X", "raw", "--const-print-style=abbrev"}).constants, ConstantStyle::names);
    EXPECT_EQ(reason_of({"-X", "Raw", "true"}), "troupe: invalid -X argument: 'Raw'") << "unlike other words, in this case only";
    EXPECT_EQ(reason_of({"-X", "foo", "true"}), "troupe: invalid -X argument: 'foo'");
}

}  // namespace
}  // namespace troupe::options::test
