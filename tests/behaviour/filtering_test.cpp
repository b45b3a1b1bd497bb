// Which calls are printed: -e status=, -z, -Z; -P and --trace-fds.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

constexpr const char* traced = "trace=pread64,poll,dup2,fsync,close,chmod,chdir,fchdir";

class Filtering : public testing::TestWithParam<Configuration> {
 protected:
    /// The calls that the tracee makes behind its setting up, as often as there are lines of them, without their arguments.
    std::string calls(std::vector<std::string> options) {
        options.insert(options.end(), {"-q", "-o", scratch_.path("trace"), "-e", traced, tracee("file_calls"), file_, other_});
        outcome_ = run(troupe(GetParam(), std::move(options)));
        EXPECT_TRUE(outcome_.exited_with(0)) << outcome_.text();
        EXPECT_FALSE(contains(text(), "unfinished")) << text();
        std::string names;
        for (const std::string& line : lines_matching(text(), "= ")) {
            names += replace_all(line, "^([0-9]+ +)?([a-z0-9_]+)\\(.*$", "$2 ");
        }
        return names;
    }
    /// The same twice where the child is followed.
    std::string each(const std::string& names) const { return follows() ? names + names : names; }
    [[nodiscard]] std::string text() const { return scratch_.read("trace"); }
    [[nodiscard]] bool follows() const { return GetParam().options.front() == "-f"; }

    Scratch scratch_;
    const std::string file_ = std::filesystem::canonical(scratch_.write("file", "x"));
    const std::string other_ = std::filesystem::canonical(scratch_.write("other", "x"));
    Outcome outcome_;
};

TEST_P(Filtering, CallsThatTouchAPathAreThoseThatNameItOrADescriptorOfIt) {
    EXPECT_EQ(calls({"-P", file_}), "dup2 " + each("pread64 poll dup2 fsync close chmod chdir fchdir ")) << text();
}

TEST_P(Filtering, DescriptorsAreWantedByNumber) {
    EXPECT_EQ(calls({"--trace-fds=41"}), "dup2 " + each("pread64 poll poll fchdir ")) << text();
    EXPECT_EQ(calls({"-e", "fd=42"}), each("dup2 fsync close ")) << text();
    EXPECT_EQ(calls({"--trace-fds=none"}), "") << text();
}

TEST_P(Filtering, APathOrADescriptorIsEnough) {
    EXPECT_EQ(calls({"-P", "/nowhere", "--trace-fds=42"}), each("dup2 fsync close chdir ")) << text();
}

TEST_P(Filtering, APathThatLeadsElsewhereStandsForBothWhichIsSaid) {
    const std::string link = scratch_.path("link");
    std::filesystem::create_symlink(file_, link);
    EXPECT_EQ(calls({"-P", link}), "dup2 " + each("pread64 poll dup2 fsync close chmod chdir fchdir ")) << text();
    EXPECT_TRUE(contains(outcome_.err, ": Requested path \"" + link + "\" resolved into \"" + file_ + "\"\n")) << outcome_.err;
}

TEST_P(Filtering, APatternStandsForAllPathsThatMatch) {
    EXPECT_EQ(calls({"-P", scratch_.folder() / "o*"}), "dup2 " + each("pread64 poll poll fchdir ")) << text();
}

TEST_P(Filtering, RulesActOnCallsThatPassAndCountThemAlone) {
    EXPECT_EQ(calls({"-P", file_, "-e", "inject=pread64:retval=1:when=1"}),
              "dup2 " + each("pread64 poll dup2 fsync close chmod chdir fchdir "));
    EXPECT_EQ(lines_matching(text(), "pread64.*INJECTED").size(), follows() ? 2U : 1U) << text();
    EXPECT_NE(calls({"--trace-fds=41", "-e", "inject=fchdir:error=EXDEV:when=1"}), "");
    EXPECT_EQ(lines_matching(text(), "fchdir\\(41\\).*EXDEV.*INJECTED").size(), follows() ? 2U : 1U) << text();
    EXPECT_NE(calls({"--trace-fds=42", "-e", "inject=fchdir:error=EXDEV"}), "");
    EXPECT_FALSE(contains(text(), "INJECTED")) << text();
}

TEST_P(Filtering, AFixedErrorIsForCallsThatPassAlsoWhereNoneIsPrinted) {
    const Outcome outcome = run(troupe(GetParam(), {"-P", "/nowhere", "-e", "none", "--fault=chdir:error=EXDEV", "/bin/sh", "-c",
                                                    "cd / && echo slash; cd /nowhere; echo done"}));
    EXPECT_EQ(outcome.out, "slash\ndone\n") << outcome.text();
}

TEST_P(Filtering, FailedCallsAreLinesOfTheirOwn) {
    EXPECT_EQ(calls({"-Z"}), each("chdir fchdir fchdir chdir ")) << text();
    EXPECT_EQ(lines_matching(text(), "= -1 E").size(), follows() ? 8U : 4U) << text();
}

TEST_P(Filtering, SuccessfulCallsAreLinesOfTheirOwn) {
    EXPECT_TRUE(contains(calls({"-z"}), each("pread64 pread64 poll poll dup2 fsync close chmod chdir "))) << text();
    EXPECT_FALSE(contains(text(), "= -1 E")) << text();
}

TEST_P(Filtering, FiltersGoTogether) {
    EXPECT_EQ(calls({"-P", file_, "-e", "status=failed"}), each("chdir fchdir ")) << text();
    EXPECT_EQ(calls({"--status=none"}), "");
}

TEST_P(Filtering, RecordsAreFilteredAsLinesAre) {
    const Outcome outcome = run(troupe(GetParam(), {"-Z", "-P", file_, "--output-format=jsonl", "-o", scratch_.path("trace"), "-e", traced,
                                                    tracee("file_calls"), file_, other_}));
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_EQ(occurrences(text(), R"("type":"call")"), follows() ? 4U : 2U) << text();
    EXPECT_EQ(occurrences(text(), R"("type":"call")"), occurrences(text(), R"("error":"ENOTDIR")")) << text();
}

TEST_P(Filtering, ACallThatDoesNotReturnIsUnfinished) {
    const Outcome outcome = run(troupe(
        GetParam(), {"-q", "--status=unfinished", "-o", scratch_.path("trace"), "-e", "trace=exit_group", tracee("exit_code"), "3"}));
    EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
    EXPECT_EQ(lines_matching(text(), "exit_group\\(3\\) += \\?$").size(), 1U) << text();
    EXPECT_EQ(lines_of(text()).size(), 2U) << text();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Filtering, testing::ValuesIn(configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
