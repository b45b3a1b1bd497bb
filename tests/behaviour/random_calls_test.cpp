// Whatever a call is given, it has a line, and we live on. More of them, and under sanitizers: TROUPE_RANDOM_CALLS=50000.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

std::size_t wanted_calls() {
    const char* wanted = std::getenv("TROUPE_RANDOM_CALLS");
    return wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : slow_build ? 500 : 3000;
}

class RandomCalls : public testing::TestWithParam<const char*> {
 protected:
    /// Lines of calls, which those of stacks are not.
    std::size_t lines(const std::vector<std::string>& options, std::size_t calls, const char* seed) {
        std::vector<std::string> arguments = {"-f", "-o", scratch_.path("trace")};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.insert(arguments.end(), {tracee(GetParam()), std::to_string(calls), seed});
        const Outcome outcome = run_troupe(std::move(arguments));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.out, std::to_string(calls) + " random calls\n");
        EXPECT_EQ(outcome.err, "");
        const std::vector<std::string> all = lines_of(scratch_.read("trace"));
        return static_cast<std::size_t>(std::ranges::count_if(all, [](const std::string& line) { return !line.starts_with(' '); }));
    }

    Scratch scratch_;
};

TEST_P(RandomCalls, HaveALineEachWithEverythingThatCanBeShown) {
    const std::size_t calls = wanted_calls();
    const std::vector<std::vector<std::string>> ways = {{"-v", "-yy", "-k"}, {"-X", "verbose", "-s", "max", "-N", "-T"}, {"-e", "raw=all"}};
    for (const std::vector<std::string>& options : ways) {
        EXPECT_EQ(lines(options, calls, "1"), lines(options, 0, "1") + calls) << options.front();
    }
}

INSTANTIATE_TEST_SUITE_P(WordSizes, RandomCalls, testing::Values("random_calls", "random_calls_32"),
                         [](const auto& param) { return std::string(param.param); });

}  // namespace
}  // namespace troupe::tests
