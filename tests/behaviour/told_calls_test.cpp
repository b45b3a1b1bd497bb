// Programs that tell what should be printed of their calls (tests/tracees/told): what is printed is that, in each style of constants, brief
// and whole, on 64 and on 32 bit.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <tuple>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// How much is told, and in which style of constants.
struct Way {
    const char* name;
    const char* style;  ///< as the programs know it
    const char* depth;
    std::vector<std::string> options;
};

void PrintTo(const Way& way, std::ostream* out) { *out << way.name; }

const std::vector<Way>& ways() {
    static const std::vector<Way> all = {
        {"InNamesBrief", "names", "brief", {}},
        {"InNamesWhole", "names", "whole", {"-v"}},
        {"InNumbersBrief", "numbers", "brief", {"-X", "raw"}},
        {"InNumbersWhole", "numbers", "whole", {"-X", "raw", "-v"}},
        {"InBothBrief", "both", "brief", {"-X", "verbose"}},
        {"InBothWhole", "both", "whole", {"-X", "verbose", "-v"}},
    };
    return all;
}

std::vector<std::string> told_programs() {
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

class ToldCalls : public testing::TestWithParam<std::tuple<std::string, Way>> {
 protected:
    void expect_told(const std::string& program) {
        const Way& way = std::get<1>(GetParam());
        const Outcome wanted = run_native({program, "options"});
        ASSERT_TRUE(wanted.exited_with(0)) << wanted.text();
        std::vector<std::string> arguments = {"-q", "-a", "0", "-o", scratch_.path("trace")};
        arguments.insert(arguments.end(), way.options.begin(), way.options.end());
        std::istringstream words(wanted.out);
        arguments.insert(arguments.end(), std::istream_iterator<std::string>(words), {});
        arguments.insert(arguments.end(), {program, way.style, way.depth});
        const Outcome outcome = run_troupe(arguments);
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_FALSE(outcome.out.empty());
        EXPECT_EQ(told_part(scratch_.read("trace")), lines_of(outcome.out)) << program;
    }

 private:
    Scratch scratch_;
};

TEST_P(ToldCalls, ArePrintedAsTold) {
    const std::string program = tracee("told_" + std::get<0>(GetParam()));
    expect_told(program);
    expect_told(program + "_32");
}

INSTANTIATE_TEST_SUITE_P(Programs, ToldCalls, testing::Combine(testing::ValuesIn(told_programs()), testing::ValuesIn(ways())),
                         [](const auto& param) { return std::get<0>(param.param) + "_" + std::get<1>(param.param).name; });

}  // namespace
}  // namespace troupe::tests
