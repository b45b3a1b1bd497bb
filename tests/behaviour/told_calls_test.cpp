// Programs that tell what should be printed of their calls (tests/tracees/told): what is printed is that, in each style of constants, brief
// and whole, on 64 and on 32 bit.

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

struct Style {
    const char* name;  ///< as the programs know it
    const char* option;
};

constexpr std::array<Style, 3> styles{{{"names", "abbrev"}, {"numbers", "raw"}, {"both", "verbose"}}};

std::vector<std::string> programs() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(TROUPE_SOURCE_DIR "/tests/tracees/told")) {
        if (entry.path().extension() == ".c") {
            names.push_back(entry.path().stem());
        }
    }
    std::ranges::sort(names);
    return names;
}

/// What is between the markers.
std::vector<std::string> told_part(const std::string& trace) {
    const std::vector<std::string> lines = lines_of(trace);
    const auto has = [](const char* marker) { return [marker](const std::string& line) { return contains(line, marker); }; };
    const auto begin = std::ranges::find_if(lines, has(R"(chdir("begin to tell"))"));
    const auto end = std::ranges::find_if(lines, has(R"(chdir("end of telling"))"));
    if (begin == lines.end() || end == lines.end()) {
        return {"no markers in the trace:", trace};
    }
    return {begin + 1, end};
}

class ToldCalls : public testing::TestWithParam<std::string> {
 protected:
    void expect_told(const std::string& program) {
        const Outcome wanted = run_native({program, "options"});
        ASSERT_TRUE(wanted.exited_with(0)) << wanted.text();
        for (const Style& style : styles) {
            for (const bool whole : {false, true}) {
                std::vector<std::string> arguments = {"-q", "-a", "0", "-o", scratch_.path("trace"), "-X", style.option};
                if (whole) {
                    arguments.emplace_back("-v");
                }
                std::istringstream words(wanted.out);
                arguments.insert(arguments.end(), std::istream_iterator<std::string>(words), {});
                arguments.insert(arguments.end(), {program, style.name, whole ? "whole" : "brief"});
                const Outcome outcome = run_troupe(arguments);
                EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
                EXPECT_EQ(told_part(scratch_.read("trace")), lines_of(outcome.out)) << program << " " << style.name << (whole ? " -v" : "");
                EXPECT_FALSE(outcome.out.empty());
            }
        }
    }

 private:
    Scratch scratch_;
};

TEST_P(ToldCalls, ArePrintedAsTold) { expect_told(tracee("told_" + GetParam())); }
TEST_P(ToldCalls, ArePrintedAsToldWhereWordsHave32Bits) { expect_told(tracee("told_" + GetParam() + "_32")); }

INSTANTIATE_TEST_SUITE_P(Programs, ToldCalls, testing::ValuesIn(programs()), [](const auto& param) { return param.param; });

}  // namespace
}  // namespace troupe::tests
