// docs/lua.md: every recipe does what its heading asks, on programs of the system.

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

/// The scripts of the part `## Recipes`, by the file that the line before them names.
std::map<std::string, std::string> read_recipes() {
    std::map<std::string, std::string> recipes;
    std::ifstream in(TROUPE_SOURCE_DIR "/docs/lua.md");
    std::string name;
    bool is_recipe = false, in_script = false;
    for (std::string line; std::getline(in, line);) {
        static const std::regex file("^`([a-z]+\\.lua)[^`]*`[:,]");
        std::smatch found;
        if (line.starts_with("## ")) {
            is_recipe = line == "## Recipes";
        } else if (is_recipe && line.starts_with("```")) {
            in_script = line == "```lua";
        } else if (is_recipe && in_script) {
            recipes[name] += line + "\n";
        } else if (is_recipe && std::regex_search(line, found, file)) {
            name = found[1];
        }
    }
    return recipes;
}

class Recipes : public testing::Test {
 protected:
    Recipes() : folder_(std::filesystem::canonical(scratch_.path(".")).string()) {
        for (const auto& [name, text] : read_recipes()) {
            scratch_.write(name, text);
        }
        scratch_.write("greeting", "hello\n");
    }
    /// `troupe OPTIONS… -l SCRIPT COMMAND…` in a folder of its own, where there is a file `greeting`.
    Outcome run_recipe(const std::string& script, std::vector<std::string> options, const std::vector<std::string>& command) {
        options.insert(options.end(), {"-l", folder_ + "/" + script});
        options.insert(options.end(), command.begin(), command.end());
        Command whole = troupe(std::move(options));
        whole.folder = folder_;
        whole.variables = {"LC_ALL=C"};
        Outcome outcome = run(std::move(whole));
        EXPECT_FALSE(contains(outcome.err, "lua: ")) << outcome.text();
        return outcome;
    }

    Scratch scratch_;
    std::string folder_;
};

TEST_F(Recipes, AreAllTried) {
    std::vector<std::string> names;
    for (const auto& [name, text] : read_recipes()) {
        names.push_back(name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"build.lua", "count.lua", "failures.lua", "futex.lua", "hot.lua", "latency.lua", "one.lua",
                                               "short.lua", "threads.lua"}));
}

TEST_F(Recipes, CountCountsCallsByName) {
    const Outcome outcome = run_recipe("count.lua", {"-f", "-e", "none"}, {"/bin/sh", "-c", "cat greeting; true"});
    EXPECT_EQ(lines_matching(outcome.err, "^ +2 execve$").size(), 1u) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^ +[0-9]+ openat$").size(), 1u) << outcome.text();
}

TEST_F(Recipes, LatencySaysHowLongCallsTake) {
    const Outcome outcome = run_recipe("latency.lua,calls=/sleep$", {"-f", "-e", "none"}, {"/bin/sleep", "0.01"});
    const auto lines = lines_matching(outcome.err, "^ +1 +[0-9]{5,}\\.[0-9] +[0-9]{5,}\\.[0-9] clock_nanosleep$");
    EXPECT_EQ(lines.size(), 1u) << outcome.text();
}

TEST_F(Recipes, HotNamesFilesAndHowManyBytesWentThroughThem) {
    const Outcome outcome = run_recipe("hot.lua", {"-f", "-e", "none"}, {"/bin/sh", "-c", "head -c 4096 /dev/zero >zeros"});
    EXPECT_EQ(lines_matching(outcome.err, "^ +4096 " + folder_ + "/zeros$").size(), 1u) << outcome.text();
    EXPECT_GE(lines_matching(outcome.err, "^ +[0-9]+ /dev/zero").size(), 1u) << outcome.text();
}

TEST_F(Recipes, FailuresPrintsOnlyWhatFailedAndWhere) {
    (void)run_recipe("failures.lua", {"-f", "-e", "trace=%file", "-o", "trace"}, {"/bin/sh", "-c", "cat greeting missing; true"});
    const std::string trace = scratch_.read("trace");
    EXPECT_EQ(lines_matching(trace, "openat\\(AT_FDCWD, \"missing\", O_RDONLY\\) = -1 ENOENT \\(No such file or directory\\) /\\* cat in " +
                                        folder_ + " \\*/$")
                  .size(),
              1u)
        << trace;
    EXPECT_FALSE(contains(trace, "greeting")) << trace;
    EXPECT_FALSE(contains(trace, "unfinished")) << trace;
    EXPECT_EQ(lines_matching(trace, " = [0-9]").size(), 0u) << trace;
}

TEST_F(Recipes, OneShowsTheCallsOfOneProgramOnly) {
    (void)run_recipe("one.lua,comm=head", {"-f", "-e", "trace=openat", "-o", "trace"},
                     {"/bin/sh", "-c", "cat greeting; head -n 1 greeting; true"});
    const std::string trace = scratch_.read("trace");
    EXPECT_EQ(occurrences(trace, "\"greeting\""), 1u) << trace;
    EXPECT_TRUE(contains(trace, "exited with 0")) << trace;
}

TEST_F(Recipes, FutexSaysWhichThreadWaitedWhereAndHowLong) {
    const Outcome outcome = run_recipe("futex.lua", {"-f", "-e", "none"}, {tracee("futex_wait")});
    EXPECT_EQ(lines_matching(outcome.err, "^ +[0-9]+\\.[0-9]{3} ms in 1 waits: thread 0 \\([0-9]+\\) at 0x[0-9a-f]+$").size(), 1u)
        << outcome.text();
}

TEST_F(Recipes, BuildListsCommandsWithTheirStatusAndWhatTheyWrote) {
    const Outcome outcome = run_recipe("build.lua", {"-f", "-e", "none"}, {"/bin/sh", "-c", "cp greeting copy; false; exit 3"});
    EXPECT_TRUE(outcome.exited_with(3)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "0\tcp greeting copy\n\tcopy\n")) << outcome.text();

    EXPECT_TRUE(contains(outcome.err, "3\t/bin/sh -c cp greeting copy; false; exit 3\n")) << outcome.text();
}

TEST_F(Recipes, ShortLetsAProgramReadLittleAtATime) {
    const Outcome outcome = run_recipe("short.lua,path=*/greeting,bytes=4", {"-f", "-e", "trace=read", "-P", "greeting", "-o", "trace"},
                                       {"/bin/cat", "greeting"});
    EXPECT_EQ(outcome.out, "hello\n") << outcome.text();
    const std::string trace = scratch_.read("trace");
    EXPECT_EQ(lines_matching(trace, "^[0-9]+ +read\\([0-9]+, \"hell\", 4\\) += 4 \\(INJECTED: args\\)$").size(), 1u) << trace;
}

TEST_F(Recipes, ThreadsCountsTheCallsOfEach) {
    const Outcome outcome = run_recipe("threads.lua", {"-f", "-e", "none"}, {"/bin/sh", "-c", "cat greeting; true"});
    EXPECT_EQ(lines_matching(outcome.err, "^ +[0-9]{2,} 0 sh$").size(), 1u) << outcome.text();
    EXPECT_EQ(lines_matching(outcome.err, "^ +[0-9]{2,} 0\\.1 cat$").size(), 1u) << outcome.text();
}

}  // namespace
}  // namespace troupe::tests
