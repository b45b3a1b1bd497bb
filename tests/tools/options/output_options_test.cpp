#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

constexpr QuietSet attach_and_personality = {Quiet::attach, Quiet::personality};
constexpr QuietSet everything = QuietSet::all();

TEST(OutputOptions, OutputGoesToAFile) {
    const auto settings = with({"-o", "trace"});
    const OutputConfig& output = settings.engine.output;
    EXPECT_EQ(output.target, OutputConfig::Target::file);
    EXPECT_EQ(output.destination, "trace");
    EXPECT_FALSE(output.append || output.separately);
}

TEST(OutputOptions, TheLastOutputWins) { EXPECT_EQ(with({"-o", "a", "--output=b"}).engine.output.destination, "b"); }

TEST(OutputOptions, FormatIsTextOrJsonLines) {
    EXPECT_EQ(with({}).engine.output.format, OutputFormat::text);
    EXPECT_EQ(with({"--output-format=text"}).engine.output.format, OutputFormat::text);
    EXPECT_EQ(with({"--output-format", "jsonl"}).engine.output.format, OutputFormat::jsonl);
    EXPECT_EQ(reason_of({"--output-format=xml", "true"}), "troupe: invalid --output-format argument: 'xml' (text or jsonl)");
}

TEST(OutputOptions, FormatsThatAreNotThereYetAreRefusedByName) {
    for (const char* format : {"chrome", "sqlite"}) {
        EXPECT_EQ(reason_of({"--output-format", format, "true"}),
                  "troupe: the format '" + std::string(format) + "' of --output-format is not there yet; meanwhile, write jsonl");
    }
}

TEST(OutputOptions, AbbreviationsOfOtherOutputOptionsStayUnambiguous) {
    EXPECT_TRUE(with({"--output-a", "-o", "trace"}).engine.output.append);
    EXPECT_TRUE(with({"--output-s", "-f", "-o", "trace"}).engine.output.separately);
    EXPECT_EQ(with({"--output", "trace"}).engine.output.destination, "trace");
    EXPECT_EQ(with({"--output-f=jsonl"}).engine.output.format, OutputFormat::jsonl);
}

TEST(OutputOptions, AppendModeKeepsTheFile) { EXPECT_TRUE(with({"-A", "-o", "trace"}).engine.output.append); }

TEST(OutputOptions, AppendModeWithoutAFileWarns) {
    EXPECT_EQ(with({"-A"}).warnings, Words{"troupe: -A/--output-append-mode has no effect without -o/--output"});
}

TEST(OutputOptions, OutputGoesToACommandBehindABarOrAnExclamationMark) {
    EXPECT_EQ(with({"-o", "|cat"}).engine.output.target, OutputConfig::Target::command);
    EXPECT_EQ(with({"-o", "|gzip >x"}).engine.output.destination, "gzip >x");
    EXPECT_EQ(with({"-o!cat"}).engine.output.destination, "cat");
}

TEST(OutputOptions, FollowTwiceWritesAFilePerTracee) {
    for (const Words& options : {Words{"-ff"}, Words{"-f", "-f"}, Words{"-fff"}, Words{"-f", "--output-separately"}}) {
        auto words = options;
        words.insert(words.end(), {"-o", "trace"});
        const auto settings = with(words);
        EXPECT_TRUE(settings.engine.follow);
        EXPECT_TRUE(settings.engine.output.separately);
    }
}

TEST(OutputOptions, SeparateOutputAloneFollowsNothing) {
    const auto settings = with({"--output-separately", "-o", "trace"});
    EXPECT_FALSE(settings.engine.follow);
    EXPECT_TRUE(settings.engine.output.separately);
}

TEST(OutputOptions, FollowTwiceWithoutAFileIsFollow) {
    const auto settings = with({"-ff"});
    EXPECT_TRUE(settings.engine.follow);
    EXPECT_TRUE(settings.engine.output.target == OutputConfig::Target::standard_error);
}

TEST(OutputOptions, ACommandCannotTakeAFilePerTracee) {
    const Words refusal = {"troupe: piping the output and -ff/--output-separately are mutually exclusive", try_help};
    EXPECT_EQ(refusal_of({"-ff", "-o", "|cat", "true"}), refusal);
    EXPECT_EQ(refusal_of({"--output-separately", "-o", "!cat", "true"}), refusal);
}

TEST(OutputOptions, StringLimitEndsWhereStracesDoes) {
    EXPECT_EQ(with({"-s", "0"}).engine.printing.style.string_limit, 0u);
    EXPECT_EQ(with({"-s", "1073741823"}).engine.printing.style.string_limit, 1073741823u);
    for (const std::string bad : {"1073741824", "99999999999999999999", "-1", "0x10", "", "1 ", "1k"}) {
        EXPECT_EQ(refusal_of({"-s", bad, "true"}), (Words{"troupe: invalid -s argument: '" + bad + "'", try_help}));
    }
    EXPECT_EQ(reason_of({"--string-limit=x", "true"}), "troupe: invalid --string-limit argument: 'x'");
}

TEST(OutputOptions, ColumnsAreANumber) {
    EXPECT_EQ(with({"-a", "0"}).engine.output.column, 0u);
    EXPECT_EQ(with({"-a60"}).engine.output.column, 60u);
    EXPECT_EQ(refusal_of({"-a", "-1", "true"}), (Words{"troupe: invalid -a argument: '-1'", try_help}));
    EXPECT_EQ(refusal_of({"-a", "1000001", "true"}), (Words{"troupe: invalid -a argument: '1000001'", try_help}));
}

TEST(OutputOptions, QuietLettersAddUp) {
    QuietSet with_exit = attach_and_personality;
    with_exit.insert(Quiet::exit);
    EXPECT_EQ(with({"-q"}).engine.printing.quiet, attach_and_personality);
    EXPECT_EQ(with({"-qq"}).engine.printing.quiet, with_exit);
    EXPECT_EQ(with({"-q", "-q"}).engine.printing.quiet, with_exit);
    EXPECT_EQ(with({"-qqq"}).engine.printing.quiet, everything);
    EXPECT_EQ(with({"-qqqq"}).engine.printing.quiet, everything);
}

TEST(OutputOptions, QuietTakesASet) {
    EXPECT_EQ(with({"--quiet"}).engine.printing.quiet, attach_and_personality);
    EXPECT_EQ(with({"--quiet=exit"}).engine.printing.quiet, QuietSet{Quiet::exit});
    EXPECT_EQ(with({"--silent=exits"}).engine.printing.quiet, QuietSet{Quiet::exit});
    EXPECT_EQ(with({"--silence=path-resolution,superseded"}).engine.printing.quiet,
              (QuietSet{Quiet::path_resolution, Quiet::thread_execve}));
    EXPECT_EQ(with({"-e", "quiet=thread-execve"}).engine.printing.quiet, QuietSet{Quiet::thread_execve});
    EXPECT_EQ(with({"-e", "q=EXIT"}).engine.printing.quiet, QuietSet{Quiet::exit});
    EXPECT_EQ(with({"-e", "silence=all"}).engine.printing.quiet, everything);
    EXPECT_EQ(with({"-e", "silent=none"}).engine.printing.quiet, QuietSet{});
    EXPECT_EQ(with({"-e", "quiet=!attach,exit,personality"}).engine.printing.quiet,
              (QuietSet{Quiet::path_resolution, Quiet::thread_execve}));
    EXPECT_EQ(with({"-e", "quiet=!!exit"}).engine.printing.quiet, QuietSet{Quiet::exit});
}

TEST(OutputOptions, ALaterQuietSetReplacesAnEarlierOne) {
    EXPECT_EQ(with({"-e", "quiet=all", "--quiet=exit"}).engine.printing.quiet, QuietSet{Quiet::exit});
}

TEST(OutputOptions, UnknownQuietWordsAreRefused) {
    EXPECT_EQ(reason_of({"-e", "quiet=", "true"}), "troupe: invalid quiet ''");
    EXPECT_EQ(reason_of({"--quiet=exit,foo", "true"}), "troupe: invalid quiet 'foo'");
    EXPECT_EQ(reason_of({"--quiet=exit,all", "true"}), "troupe: invalid quiet 'all'");
}

TEST(OutputOptions, AFileForACommandIsQuietAboutAttaching) {
    EXPECT_EQ(with({"-o", "trace"}).engine.printing.quiet, attach_and_personality);
    EXPECT_EQ(with({"-o", "|cat"}).engine.printing.quiet, attach_and_personality);
    EXPECT_EQ(settings_of({"-o", "trace", "-p", "1"}).engine.printing.quiet, QuietSet{});
    EXPECT_EQ(with({"-o", "trace", "--quiet=none"}).engine.printing.quiet, QuietSet{});
}

TEST(OutputOptions, LinesHavePidsWhereSeveralProcessesAreExpected) {
    EXPECT_FALSE(with({"-o", "trace"}).engine.output.follow);
    EXPECT_FALSE(settings_of({"-p", "1"}).engine.output.follow);
    EXPECT_TRUE(with({"-p", "1"}).engine.output.follow) << "a process and a command";
    EXPECT_TRUE(settings_of({"-p", "1,2"}).engine.output.follow);
    EXPECT_TRUE(with({"-f"}).engine.output.follow);
}

TEST(OutputOptions, FatalSignalsAreTheCommandsWhereItsTraceGoesElsewhere) {
    EXPECT_TRUE(with({"-o", "trace"}).engine.leave_signals_to_command);
    EXPECT_FALSE(with({}).engine.leave_signals_to_command);
    EXPECT_FALSE(settings_of({"-o", "trace", "-p", "1"}).engine.leave_signals_to_command);
}

}  // namespace
}  // namespace troupe::options::test
