// -k: the stacks of calls and signals.

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// The lines of frames behind the first line with this text, without what they begin with. Calls of 32 bits are made in the vdso, whose
/// frame is left out.
std::vector<std::string> stack_behind(const std::string& text, const std::string& line) {
    std::vector<std::string> frames;
    bool found = false;
    for (const std::string& one : lines_of(text)) {
        if (found && !one.starts_with(" > ")) {
            break;
        }
        if (found && !one.starts_with(" > [vdso](__kernel_vsyscall+")) {
            frames.push_back(one.substr(3));
        }
        found = found || one.find(line) != std::string::npos;
    }
    return frames;
}

/// `main` of `/path/tracee(main+0x10) [0x1234]`
std::string function_of(const std::string& frame) {
    const auto begin = frame.find('(') + 1;
    return frame.substr(begin, frame.find_first_of("+)", begin) - begin);
}

std::vector<std::string> functions_of(const std::vector<std::string>& frames, std::size_t most) {
    std::vector<std::string> functions;
    for (std::size_t i = 0; i < std::min(most, frames.size()); ++i) {
        functions.push_back(function_of(frames[i]));
    }
    return functions;
}

class Stacks : public testing::TestWithParam<std::tuple<Configuration, const char*>> {
 protected:
    Outcome trace(std::vector<std::string> options) {
        options.push_back(tracee(std::get<1>(GetParam())));
        const Outcome outcome = run(troupe(std::get<0>(GetParam()), std::move(options)));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        EXPECT_EQ(outcome.out, "4 stacks\n");
        return outcome;
    }
};

using Names = std::vector<std::string>;

TEST_P(Stacks, CallsAndSignalsShowTheFunctionsThatLedToThem) {
    const Outcome outcome = trace({"-k", "-e", "trace=getppid,getpgid,sched_yield", "--signals=usr1"});
    const auto call = stack_behind(outcome.err, "getppid()");
    EXPECT_EQ(functions_of(call, 4), (Names{"syscall", "innermost", "outermost", "main"})) << outcome.err;
    EXPECT_TRUE(call.at(1).starts_with(tracee(std::get<1>(GetParam())) + "(innermost+0x")) << call.at(1);
    EXPECT_EQ(function_of(call.back()), "_start");
    const auto signal = functions_of(stack_behind(outcome.err, "--- SIGUSR1"), 20);
    EXPECT_NE(std::ranges::find(signal, "main"), signal.end()) << outcome.err;
    const auto in_handler = functions_of(stack_behind(outcome.err, "getpgid("), 20);
    EXPECT_EQ(in_handler.at(1), "handler") << outcome.err;
    EXPECT_NE(std::ranges::find(in_handler, "main"), in_handler.end()) << outcome.err;
    const auto generated = stack_behind(outcome.err, "sched_yield()");
    ASSERT_EQ(generated.size(), 1U) << outcome.err;
    EXPECT_TRUE(generated.front().starts_with("unexpected_backtracing_error [0x")) << generated.front();
}

TEST_P(Stacks, HaveNoMoreFramesThanTheLimit) {
    const auto deep = stack_behind(trace({"-k", "-e", "trace=getsid"}).err, "getsid(0)");
    const bool has_vdso = std::string(std::get<1>(GetParam())).ends_with("_32");
    ASSERT_EQ(deep.size(), has_vdso ? 256U : 257U);
    EXPECT_EQ(functions_of(deep, 2), (Names{"syscall", "deep"}));
    EXPECT_EQ(function_of(deep[deep.size() - 2]), "deep");
    EXPECT_EQ(deep.back(), "too many stack frames");
    const auto shorter = stack_behind(trace({"-k", "-e", "trace=getppid", "--stack-trace-frame-limit=2"}).err, "getppid()");
    ASSERT_EQ(shorter.size(), has_vdso ? 2U : 3U);
    EXPECT_EQ(shorter.back(), "too many stack frames");
}

TEST_P(Stacks, LinesOfSourceAreShownWhereTheyAreKnown) {
    const auto call = stack_behind(trace({"-kk", "-e", "trace=getppid"}).err, "getppid()");
    ASSERT_GE(call.size(), 2U);
    EXPECT_NE(call[1].find("stack_of_calls.c:"), std::string::npos) << call[1];
}

TEST_P(Stacks, OfTheLastCallAreBehindTheEnd) {
    const auto lines = lines_of(trace({"-k", "-q", "-e", "trace=exit_group"}).err);
    const auto end = std::ranges::find_if(lines, [](const std::string& line) { return line.ends_with("+++ exited with 0 +++"); });
    ASSERT_LT(end + 1, lines.end());
    ASSERT_NE(end, lines.begin());
    EXPECT_TRUE((end - 1)->starts_with("exit_group(0)")) << *(end - 1);
    EXPECT_TRUE((end + 1)->starts_with(" > ")) << *(end + 1);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Stacks,
                         testing::Combine(testing::Values(configurations()[0], configurations()[3], configurations()[6]),
                                          testing::Values("stack_of_calls", "stack_of_calls_32")),
                         [](const auto& test) { return std::string(std::get<0>(test.param).name) + "_" + std::get<1>(test.param); });

TEST(StackOptions, TheStackOfTheFirstExecveIsWhereTheProgramBegins) {
    const Outcome outcome = run_troupe({"-k", "-e", "trace=execve", tracee("exit_code"), "0"});
    const auto first = stack_behind(outcome.err, "execve(");
    ASSERT_EQ(first.size(), 1U) << outcome.err;
    EXPECT_NE(first.front().find("ld-linux"), std::string::npos) << first.front();
}

TEST(StackOptions, StacksAreNotReadForATable) {
    const Outcome outcome = run_troupe({"-k", "-c", "/bin/true"});
    EXPECT_NE(outcome.err.find(": -k/--stack-trace has no effect with -c/--summary-only\n"), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find("\n > "), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace troupe::tests
