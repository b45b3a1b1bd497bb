// Programs of every day, side by side with the strace of the distribution: the same calls with the same text, process by process.

#include <filesystem>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"
#include "tests/support/trace_comparison.hpp"

namespace troupe::tests {
namespace {

struct Program {
    const char* name;
    std::vector<std::string> argv;
    bool ordered = true;  ///< false where several processes race, so that the order of calls is not the program's alone
    std::vector<std::string> options{};
    bool signals = true;  ///< false where children end at once and their signals merge
};

void PrintTo(const Program& program, std::ostream* out) { *out << program.name; }

const std::vector<Program>& programs() {
    static const std::vector<Program> all = {
        {"Ls", {"/bin/ls", "-l", "/usr/share"}},
        {"Cat", {"/bin/cat", "/etc/passwd", "/does/not/exist"}},
        {"Uname", {"/bin/uname", "-a"}},
        {"Echo", {"/bin/echo", "a\tb\x01\xff", "\\\"quoted\""}},
        {"Date", {"/bin/date", "+%Y"}},
        {"Stat", {"/usr/bin/stat", "/etc/passwd"}},
        {"Touch", {"/usr/bin/touch", "-d", "2001-02-03 04:05:06", "scratch-file"}},
        {"Python", {"/usr/bin/python3", "-c", "import os, socket, select; print(os.stat('/').st_nlink); os.access('/x', 0); os.pipe()"}},
        {"LongStrings", {"/bin/ls", "-d", "/"}, true, {"-s", "1000"}},
        {"Shell", {"/bin/sh", "-c", "/bin/true; /bin/false; sh -c 'exit 7'; /bin/true"}, false},
        {"Make", {"/usr/bin/make", "-B", "-s", "-f", "../tree/Makefile"}, false},
        {"Gcc", {"/usr/bin/gcc", "-c", "../tree/file.c", "-o", "file.o"}, false},
        {"Files", {tracee("read_only_page")}},
        {"Signals", {tracee("counted_signals"), "3"}, false},
        {"Clones", {tracee("clone_variants")}, false, {}, false},
        {"BadMemory", {tracee("bad_memory")}},
        {"BadMemory32", {tracee("bad_memory_32")}},
        {"Int80", {tracee("int80_calls"), "2"}},
        {"X32", {tracee("x32_calls"), "2"}},
        {"Multiplexed", {tracee("multiplexed_calls_32")}},
        {"AlternateStack32", {tracee("alternate_stack_32")}},
        {"ProcessControls", {tracee("process_controls")}},
        {"ProcessControls32", {tracee("process_controls_32")}},
        {"ProcessControlsInFull", {tracee("process_controls")}, true, {"-e", "abbrev=execve,newfstatat"}},
        {"ProcessControlsInNumbers", {tracee("process_controls")}, true, {"-X", "raw"}},
        {"ProcessControlsInBoth", {tracee("process_controls")}, true, {"-X", "verbose"}},
        {"ProcessControls32InBoth", {tracee("process_controls_32")}, true, {"-X", "verbose"}},
    };
    return all;
}

class Golden : public testing::TestWithParam<Program> {
 protected:
    std::vector<ProcessTrace> trace_with(const std::vector<std::string>& tracer, const std::string& name) {
        const std::filesystem::path folder = scratch_.path(name);
        std::filesystem::create_directories(folder);
        std::filesystem::remove_all(scratch_.path("here"));
        std::filesystem::create_directories(scratch_.path("here"));
        Command command;
        command.argv = {"/usr/bin/setarch", "-R"};
        command.argv.insert(command.argv.end(), tracer.begin(), tracer.end());
        command.argv.insert(command.argv.end(), GetParam().options.begin(), GetParam().options.end());
        command.argv.insert(command.argv.end(), {"-ff", "-o", folder / "trace"});
        command.argv.insert(command.argv.end(), GetParam().argv.begin(), GetParam().argv.end());
        command.folder = scratch_.path("here");
        run(std::move(command));
        return read_traces(folder);
    }

    /// Runs the program under strace and under troupe. Empty: they print the same.
    std::string difference_with(const char* filter) {
        for (const char* name : {"strace", "troupe"}) {
            std::filesystem::remove_all(scratch_.path(name));
        }
        const std::vector<ProcessTrace> expected = trace_with({"/usr/bin/strace"}, "strace");
        const std::vector<ProcessTrace> actual = trace_with({binary(), "--workers=2", filter}, "troupe");
        if (actual.size() != expected.size()) {
            return std::to_string(actual.size()) + " processes instead of " + std::to_string(expected.size());
        }
        std::string different;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::string lines = differences(expected[i].lines, actual[i].lines, GetParam().ordered);
            const bool same_signals = !GetParam().signals || expected[i].signals == actual[i].signals;
            if (!lines.empty() || !same_signals) {
                different += "process " + std::to_string(i) + (same_signals ? "\n" : ", other signals\n") + lines;
            }
        }
        return different;
    }

    Scratch scratch_;
};

TEST_P(Golden, IsWhatStracePrints) {
    if (!std::filesystem::exists("/usr/bin/strace")) {
        GTEST_SKIP() << "there is no strace to compare with";
    }
    scratch_.write("tree/file.c", "#include <stdio.h>\nint main(void) { return puts(\"\"); }\n");
    scratch_.write("tree/Makefile", "all:\n\t@/bin/true\n\t@/bin/sh -c 'exit 0'\n");
    for (const char* filter : {"--seccomp-bpf=auto", "--seccomp-bpf=off"}) {
        // A pid may be a number that a program uses for something else; not twice in the same place.
        std::string different = difference_with(filter);
        for (int again = 0; again < 2 && !different.empty(); ++again) {
            different = difference_with(filter);
        }
        EXPECT_EQ(different, "");
    }
}

INSTANTIATE_TEST_SUITE_P(Programs, Golden, testing::ValuesIn(programs()), [](const auto& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace troupe::tests
