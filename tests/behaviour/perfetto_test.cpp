// Perfetto (https://perfetto.dev, "strace" of the trace processor) opens the text of a trace that was made with -f -ttt -T and -o. What its
// importer knows of a line: the number of the thread, a time since 1970, and a whole call, one that begins or one that ends; lines of
// signals and ends are left out, others are counted as failures. The first line has to be a call, or the file is not taken for a trace.

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <regex>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

enum class Part { whole, begin, end, other };

struct Line {
    std::string thread;
    std::string time;
    std::string call;
    Part part = Part::other;
};

/// As the importer reads it; nothing where it would not know what it is.
std::optional<Line> read(const std::string& line) {
    static const std::regex lead(R"(^(\d{1,9}) +(\d{10}\.\d{6}) (.*)$)");
    static const std::regex whole(R"(^(\w+)\(.*\) += (.* <\d+\.\d{6}>|\?)$)");
    static const std::regex begin(R"(^(\w+)\(.* <unfinished \.\.\.>$)");
    static const std::regex end(R"(^<\.\.\. (\w+) resumed>.*\) += .* <\d+\.\d{6}>$)");
    static const std::regex other(R"(^(\+\+\+ .* \+\+\+|--- .* ---)$)");
    std::smatch leading;
    if (!std::regex_match(line, leading, lead)) {
        return std::nullopt;
    }
    Line read{.thread = leading[1], .time = leading[2], .call = {}};
    const std::string rest = leading[3];
    for (const auto& [form, part] : {std::pair{&begin, Part::begin}, std::pair{&end, Part::end}, std::pair{&whole, Part::whole}}) {
        if (std::smatch found; std::regex_match(rest, found, *form)) {
            read.call = found[1];
            read.part = part;
            return read;
        }
    }
    return std::regex_match(rest, other) ? std::optional(read) : std::nullopt;
}

class Perfetto : public testing::TestWithParam<Configuration> {
 protected:
    /// How many calls of this name the importer sees in what is printed of a program.
    std::size_t imported(const std::vector<std::string>& program, const std::string& name) {
        std::vector<std::string> arguments = {"-ttt", "-T", "-o", scratch_.path("trace")};
        arguments.insert(arguments.end(), program.begin(), program.end());
        const Outcome outcome = run(troupe(GetParam(), std::move(arguments)));
        EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
        const std::vector<std::string> lines = lines_of(scratch_.read("trace"));
        std::map<std::string, std::string> open;  // by thread
        std::map<std::string, std::string> last;  // time
        std::size_t calls = 0;
        for (const std::string& line : lines) {
            const std::optional<Line> known = read(line);
            if (!known) {
                ADD_FAILURE() << "no line for the importer: " << line;
                continue;
            }
            EXPECT_TRUE(!last.empty() || known->part == Part::whole) << "the first line decides what the file is: " << line;
            EXPECT_GE(known->time, last[known->thread]) << line;
            last[known->thread] = known->time;
            if (known->part == Part::end) {
                EXPECT_EQ(open[known->thread], known->call) << line;
            } else if (known->part != Part::other) {
                EXPECT_EQ(open[known->thread], "") << line;
            }
            open[known->thread] = known->part == Part::begin ? known->call : "";
            calls += known->call == name && known->part != Part::begin ? 1 : 0;
        }
        return calls;
    }

 private:
    Scratch scratch_;
};

TEST_P(Perfetto, ReadsCallsOfThreadsAndChildren) {
    constexpr std::size_t threads = 3, calls_of_each = 40;
    EXPECT_EQ(imported({"-e", "trace=getppid,execve", tracee("getppid_threads"), std::to_string(threads), std::to_string(calls_of_each)},
                       "getppid"),
              threads * calls_of_each + 1);  // and one before them
    EXPECT_EQ(imported({"sh", "-c", "sleep 0.01 & echo one | cat; (exit 3); trap : USR1; kill -USR1 $$; wait"}, "execve"), 3U);
}

INSTANTIATE_TEST_SUITE_P(Configurations, Perfetto, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
