#include "tools/manual/manual.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/command.hpp"
#include "tests/support/scratch.hpp"
#include "tools/options/option.hpp"

namespace troupe::manual::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What bash completes for a command line whose last word is unfinished, in order.
std::string completed(const std::string& line) {
    const tests::Scratch scratch;
    const std::string script =
        scratch.write("completion", bash_completion() + "COMP_WORDS=(" + line + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n" +
                                        "compopt() { :; }\n_troupe\nprintf '%s\\n' \"${COMPREPLY[@]}\" | sort\n");
    const tests::Outcome outcome = tests::run({.argv = {"/bin/bash", "-u", script}});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    return outcome.out + outcome.err;
}

TEST(ManualPage, HasEveryOptionThatIsThereAndNoOther) {
    const auto page = manual_page();
    for (const auto& row : options::option_rows()) {
        std::string name = row.names[0].empty() ? std::string("-") + row.letter : "--" + std::string(row.names[0]);
        for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2) {
            name.insert(at, "\\");
        }
        EXPECT_THAT(page,
                    row.available() ? testing::Matcher<std::string>(HasSubstr("\\fB" + name)) : Not(HasSubstr("\n\\fB" + name + "\\fR")));
    }
}

TEST(ManualPage, HasNoLineThatIsTakenForARequestByMistake) {
    std::istringstream lines(manual_page());
    for (std::string line; std::getline(lines, line);) {
        EXPECT_FALSE(line.empty());
        if (line.starts_with('.')) {
            EXPECT_THAT(line, testing::MatchesRegex("\\.(TH|SH|SS|TP|PP|B|I|BR|RI|IR|br)( .*)?"));
        }
        EXPECT_FALSE(line.starts_with('\'')) << line;
    }
}

TEST(BashCompletion, KnowsOptionsValuesQualifiersAndCalls) {
    EXPECT_EQ(completed("troupe --seccomp"), "--seccomp-bpf\n");
    EXPECT_EQ(completed("troupe --output-for"), "--output-format=\n");
    EXPECT_EQ(completed("troupe --jit = a"), "auto\n");
    EXPECT_EQ(completed("troupe -X r"), "raw\n");
    EXPECT_EQ(completed("troupe -e stat"), "status=\n");
    EXPECT_EQ(completed("troupe -f -e trace = %fi"), "%file\n");
    EXPECT_EQ(completed("troupe -e openat,getpp"), "openat,getppid\n");
    EXPECT_EQ(completed("troupe -u roo"), "root\n");
}

TEST(BashCompletion, LeavesTheWordsBehindTheProgramToTheProgram) {
    EXPECT_EQ(completed("troupe -o trace -f --jit = auto ls --seccomp"), "\n");
    EXPECT_THAT(completed("troupe -o --jit=off -f --seccomp"), "--seccomp-bpf\n");
    EXPECT_THAT(completed("troupe -f /bin/tru"), HasSubstr("/bin/true\n"));
}

TEST(Completions, HaveEveryOptionInEveryShell) {
    const auto zsh = zsh_completion(), fish = fish_completion();
    for (const auto& option : completed_options()) {
        if (!option.name.empty()) {
            EXPECT_THAT(zsh, HasSubstr("*--" + std::string(option.name) +
                                       (option.name_has_value        ? "="
                                        : option.name_may_have_value ? "=-["
                                                                     : "[")));
            EXPECT_THAT(fish, HasSubstr(" -l " + std::string(option.name) + " "));
        }
        if (option.letter != 0) {
            EXPECT_THAT(zsh, HasSubstr(std::string("'*-") + option.letter + "["));
            EXPECT_THAT(fish, HasSubstr(std::string(" -s ") + option.letter + " "));
        }
    }
}

TEST(Completions, SayWhatAValueIs) {
    for (const auto& option : completed_options()) {
        EXPECT_EQ(option.value == Value::words, !option.words.empty()) << option.name;
        EXPECT_EQ(option.value == Value::none, !option.letter_has_value && !option.name_has_value && !option.name_may_have_value)
            << option.name;
    }
}

}  // namespace
}  // namespace troupe::manual::test
