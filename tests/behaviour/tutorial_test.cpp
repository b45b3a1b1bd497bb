// docs/tutorial.md: every command of it prints what stands there.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/behaviour/troupe_command.hpp"
#include "tests/support/scratch.hpp"

namespace troupe::tests {
namespace {

struct Step {
    std::string command;
    std::string printed;
};

struct Tutorial {
    std::vector<std::pair<std::string, std::string>> scripts;  ///< name, text
    std::vector<Step> steps;
};

/// Blocks of ```lua are the files that were named last before them; in ```console, lines with `$ ` are commands, the others what they
/// print.
Tutorial read_tutorial() {
    Tutorial tutorial;
    std::ifstream in(TROUPE_SOURCE_DIR "/docs/tutorial.md");
    std::string name, block;
    for (std::string line; std::getline(in, line);) {
        static const std::regex file("`([a-z]+\\.lua)`");
        std::smatch found;
        if (line.starts_with("```")) {
            block = block.empty() ? line : "";
            if (block == "```lua") {
                tutorial.scripts.emplace_back(name, "");
            }
        } else if (block == "```lua") {
            tutorial.scripts.back().second += line + "\n";
        } else if (block == "```console" && line.starts_with("$ ")) {
            tutorial.steps.push_back({line.substr(2), ""});
        } else if (block == "```console") {
            tutorial.steps.back().printed += line + "\n";
        } else if (std::regex_search(line, found, file)) {
            name = found[1];
        }
    }
    return tutorial;
}

/// Without what differs from run to run: process ids and addresses, and where we are.
std::string comparable(const std::string& text, const std::string& folder) {
    static const std::regex address("0x[0-9a-f]+"), message("Process [0-9]+"),
        line("^[0-9]+ +(?=[a-z0-9_]+\\(|[+]{3}|---)", std::regex::multiline);
    std::string out = std::regex_replace(text, address, "ADDRESS");
    out = std::regex_replace(std::regex_replace(out, message, "Process PID"), line, "PID ");
    for (std::size_t at = 0; (at = out.find(folder)) != std::string::npos;) {
        out.replace(at, folder.size(), "/tmp/folder");
    }
    return out;
}

TEST(Tutorial, PrintsWhatItSays) {
    const Scratch scratch;
    const std::string folder = std::filesystem::canonical(scratch.path(".")).string();
    const std::string program = std::filesystem::path(binary()).parent_path().string();
    const Tutorial tutorial = read_tutorial();
    ASSERT_EQ(tutorial.scripts.size(), 2u);
    ASSERT_GE(tutorial.steps.size(), 10u);
    for (const auto& [name, text] : tutorial.scripts) {
        scratch.write(name, text);
    }
    for (const Step& step : tutorial.steps) {
        const Outcome outcome = run_native({"/bin/sh", "-c", "cd \"$1\"; export LC_ALL=C PATH=\"$2:$PATH\"; eval \"$3\"", "sh", folder,
                                            program, "{ " + step.command + "\n} 2>&1 </dev/null"});
        EXPECT_EQ(comparable(outcome.out, folder), comparable(step.printed, folder)) << step.command;
    }
}

}  // namespace
}  // namespace troupe::tests
