#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

constexpr Quiet attach_and_personality = {.attach = true, .personality = true};
constexpr Quiet everything = {.attach = true, .exit = true, .path_resolution = true, .personality = true, .thread_execve = true};

TEST(OutputOptions, OutputGoesToAFile) {
    const auto settings = with({"-o", "trace"});
    const auto* file = std::get_if<ToFile>(&settings.output);
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->path, "trace");
    EXPECT_FALSE(file->append || file->per_tracee);
}

TEST(OutputOptions, TheLastOutputWins) { EXPECT_EQ(std::get<ToFile>(with({"-o", "a", "--output=b"}).output).path, "b"); }

TEST(OutputOptions, FormatIsTextOrJsonLines) {
    EXPECT_EQ(with({}).format, OutputFormat::text);
    EXPECT_EQ(with({"--output-format=text"}).format, OutputFormat::text);
    EXPECT_EQ(with({"--output-format", "jsonl"}).format, OutputFormat::jsonl);
    EXPECT_EQ(reason_of({"--output-format=xml", "true"}), "troupe: invalid --output-format argument: 'xml' (text or jsonl)");
}

TEST(OutputOptions, FormatsThatAreNotThereYetAreRefusedByName) {
    for (const char* format : {"chrome", "sqlite"}) {
        EXPECT_EQ(reason_of({"--output-format", format, "true"}),
                  "troupe: the format '" + std::string(format) + "' of --output-format is not there yet; meanwhile, write jsonl");
    }
}

TEST(OutputOptions, AbbreviationsOfOtherOutputOptionsStayUnambiguous) {
    EXPECT_TRUE(std::get<ToFile>(with({"--output-a", "-o", "trace"}).output).append);
    EXPECT_TRUE(std::get<ToFile>(with({"--output-s", "-f", "-o", "trace"}).output).per_tracee);
    EXPECT_EQ(std::get<ToFile>(with({"--output", "trace"}).output).path, "trace");
    EXPECT_EQ(with({"--output-f=jsonl"}).format, OutputFormat::jsonl);
}

TEST(OutputOptions, AppendModeKeepsTheFile) { EXPECT_TRUE(std::get<ToFile>(with({"-A", "-o", "trace"}).output).append); }

TEST(OutputOptions, AppendModeWithoutAFileWarns) {
    EXPECT_EQ(with({"-A"}).warnings, Words{"troupe: -A/--output-append-mode has no effect without -o/--output"});
}

TEST(OutputOptions, OutputGoesToACommandBehindABarOrAnExclamationMark) {
    EXPECT_EQ(std::get<ToPipe>(with({"-o", "|gzip >x"}).output).command, "gzip >x");
    EXPECT_EQ(std::get<ToPipe>(with({"-o!cat"}).output).command, "cat");
}

TEST(OutputOptions, FollowTwiceWritesAFilePerTracee) {
    for (const Words& options : {Words{"-ff"}, Words{"-f", "-f"}, Words{"-fff"}, Words{"-f", "--output-separately"}}) {
        auto words = options;
        words.insert(words.end(), {"-o", "trace"});
        const auto settings = with(words);
        EXPECT_TRUE(settings.follow_forks);
        EXPECT_TRUE(std::get<ToFile>(settings.output).per_tracee);
    }
}

TEST(OutputOptions, SeparateOutputAloneFollowsNothing) {
    const auto settings = with({"--output-separately", "-o", "trace"});
    EXPECT_FALSE(settings.follow_forks);
    EXPECT_TRUE(std::get<ToFile>(settings.output).per_tracee);
}

TEST(OutputOptions, FollowTwiceWithoutAFileIsFollow) {
    const auto settings = with({"-ff"});
    EXPECT_TRUE(settings.follow_forks);
    EXPECT_TRUE(std::holds_alternative<ToStandardError>(settings.output));
}

TEST(OutputOptions, ACommandCannotTakeAFilePerTracee) {
    const Words refusal = {"troupe: piping the output and -ff/--output-separately are mutually exclusive", try_help};
    EXPECT_EQ(refusal_of({"-ff", "-o", "|cat", "true"}), refusal);
    EXPECT_EQ(refusal_of({"--output-separately", "-o", "!cat", "true"}), refusal);
}

TEST(OutputOptions, StringLimitEndsWhereStracesDoes) {
    EXPECT_EQ(with({"-s", "0"}).string_limit, 0u);
    EXPECT_EQ(with({"-s", "1073741823"}).string_limit, 1073741823u);
    for (const std::string bad : {"1073741824", "99999999999999999999", "-1", "0x10", "", " 1", "1k"}) {
        EXPECT_EQ(refusal_of({"-s", bad, "true"}), (Words{"troupe: invalid -s argument: '" + bad + "'", try_help}));
    }
    EXPECT_EQ(reason_of({"--string-limit=x", "true"}), "troupe: invalid --string-limit argument: 'x'");
}

TEST(OutputOptions, ColumnsAreANumber) {
    EXPECT_EQ(with({"-a", "0"}).columns, 0u);
    EXPECT_EQ(with({"-a60"}).columns, 60u);
    EXPECT_EQ(refusal_of({"-a", "-1", "true"}), (Words{"troupe: invalid -a argument: '-1'", try_help}));
    EXPECT_EQ(refusal_of({"-a", "65536", "true"}), (Words{"troupe: invalid -a argument: '65536'", try_help}));
}

TEST(OutputOptions, QuietLettersAddUp) {
    Quiet with_exit = attach_and_personality;
    with_exit.exit = true;
    EXPECT_EQ(with({"-q"}).quiet, attach_and_personality);
    EXPECT_EQ(with({"-qq"}).quiet, with_exit);
    EXPECT_EQ(with({"-q", "-q"}).quiet, with_exit);
    EXPECT_EQ(with({"-qqq"}).quiet, everything);
    EXPECT_EQ(with({"-qqqq"}).quiet, everything);
}

TEST(OutputOptions, QuietTakesASet) {
    EXPECT_EQ(with({"--quiet"}).quiet, attach_and_personality);
    EXPECT_EQ(with({"--quiet=exit"}).quiet, Quiet{.exit = true});
    EXPECT_EQ(with({"--silent=exits"}).quiet, Quiet{.exit = true});
    EXPECT_EQ(with({"--silence=path-resolution,superseded"}).quiet, (Quiet{.path_resolution = true, .thread_execve = true}));
    EXPECT_EQ(with({"-e", "quiet=thread-execve"}).quiet, Quiet{.thread_execve = true});
    EXPECT_EQ(with({"-e", "q=EXIT"}).quiet, Quiet{.exit = true});
    EXPECT_EQ(with({"-e", "silence=all"}).quiet, everything);
    EXPECT_EQ(with({"-e", "silent=none"}).quiet, Quiet{});
    EXPECT_EQ(with({"-e", "quiet=!attach,exit,personality"}).quiet, (Quiet{.path_resolution = true, .thread_execve = true}));
    EXPECT_EQ(with({"-e", "quiet=!!exit"}).quiet, Quiet{.exit = true});
}

TEST(OutputOptions, ALaterQuietSetReplacesAnEarlierOne) { EXPECT_EQ(with({"-e", "quiet=all", "--quiet=exit"}).quiet, Quiet{.exit = true}); }

TEST(OutputOptions, UnknownQuietWordsAreRefused) {
    EXPECT_EQ(reason_of({"-e", "quiet=", "true"}), "troupe: invalid quiet ''");
    EXPECT_EQ(reason_of({"--quiet=exit,foo", "true"}), "troupe: invalid quiet 'foo'");
    EXPECT_EQ(reason_of({"--quiet=exit,", "true"}), "troupe: invalid quiet ''");
}

TEST(OutputOptions, AFileForACommandIsQuietAboutAttaching) {
    EXPECT_EQ(with({"-o", "trace"}).quiet, attach_and_personality);
    EXPECT_EQ(with({"-o", "|cat"}).quiet, attach_and_personality);
    EXPECT_EQ(settings_of({"-o", "trace", "-p", "1"}).quiet, Quiet{});
    EXPECT_EQ(with({"-o", "trace", "--quiet=none"}).quiet, Quiet{});
}

}  // namespace
}  // namespace troupe::options::test
