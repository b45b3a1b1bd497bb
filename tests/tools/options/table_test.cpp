#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "tests/tools/options/reading.hpp"
#include "tools/options/option.hpp"

namespace troupe::options::test {
namespace {

/// Every letter and long name of strace 7.2 that has no alias elsewhere.
constexpr std::string_view strace_letters = "abcdefhiknopqrstuvwxyzACDEFINOPSTUVXYZ";
constexpr std::string_view strace_names[] = {"attach",
                                             "user",
                                             "env",
                                             "argv0",
                                             "follow-forks",
                                             "output-separately",
                                             "detach-on",
                                             "daemonize",
                                             "daemonised",
                                             "interruptible",
                                             "syscall-limit",
                                             "kill-on-exit",
                                             "seccomp-bpf",
                                             "trace",
                                             "trace-fds",
                                             "trace-path",
                                             "signals",
                                             "status",
                                             "successful-only",
                                             "failed-only",
                                             "failing-only",
                                             "output",
                                             "output-append-mode",
                                             "string-limit",
                                             "columns",
                                             "absolute-timestamps",
                                             "timestamps",
                                             "relative-timestamps",
                                             "syscall-times",
                                             "decode-fds",
                                             "decode-pids",
                                             "pidns-translation",
                                             "always-show-pid",
                                             "stack-trace",
                                             "stack-trace-frame-limit",
                                             "instruction-pointer",
                                             "syscall-number",
                                             "arg-names",
                                             "no-abbrev",
                                             "abbrev",
                                             "verbose",
                                             "raw",
                                             "strings-in-hex",
                                             "const-print-style",
                                             "read",
                                             "write",
                                             "quiet",
                                             "silent",
                                             "silence",
                                             "color",
                                             "secontext",
                                             "kvm",
                                             "namespace",
                                             "summary-only",
                                             "summary",
                                             "summary-wall-clock",
                                             "summary-sort-by",
                                             "summary-columns",
                                             "summary-syscall-overhead",
                                             "inject",
                                             "fault",
                                             "debug",
                                             "help",
                                             "version",
                                             "tips"};
constexpr std::string_view strace_qualifiers[] = {
    "trace",    "t",         "abbrev",    "a",          "verbose",    "v",           "raw",       "x",        "signal",
    "signals",  "s",         "read",      "reads",      "r",          "write",       "w",         "writes",   "fault",
    "inject",   "status",    "quiet",     "silent",     "silence",    "q",           "kvm",       "fd",       "fds",
    "trace-fd", "trace-fds", "decode-fd", "decode-fds", "decode-pid", "decode-pids", "secontext", "namespace"};

TEST(OptionTable, KnowsEveryLetterOfStrace) {
    for (const char letter : strace_letters) {
        EXPECT_NE(row_of_letter(letter), nullptr) << letter;
    }
}

TEST(OptionTable, KnowsEveryLongNameOfStrace) {
    for (const auto name : strace_names) {
        const auto has_name = [&](const OptionRow& row) { return std::ranges::find(row.names, name) != row.names.end(); };
        EXPECT_EQ(std::ranges::count_if(option_rows(), has_name), 1) << name;
    }
}

TEST(OptionTable, KnowsEveryQualifierOfStrace) {
    for (const auto name : strace_qualifiers) {
        EXPECT_NE(row_of_qualifier(name), nullptr) << name;
    }
}

TEST(OptionTable, HasNoQualifierForTheEmptyName) { EXPECT_EQ(row_of_qualifier(""), nullptr); }

TEST(OptionTable, HelpTextsAreSentences) {
    for (const auto& row : option_rows()) {
        EXPECT_TRUE(row.help.ends_with('.')) << row.shown();
        EXPECT_TRUE(std::isupper(static_cast<unsigned char>(row.help.front())) != 0) << row.shown();
    }
}

TEST(OptionTable, ExamplesOfAvailableOptionsAreUnderstood) {
    for (const auto& row : option_rows()) {
        if (!row.available() || row.example.empty() || row.example.find_first_of("'\"") != std::string_view::npos) {
            continue;
        }
        Words words;
        std::string word;
        for (const char c : std::string(row.example) + " true ") {
            if (c == ' ') {
                words.push_back(std::exchange(word, {}));
            } else {
                word += c;
            }
        }
        const auto read = read_as("troupe", words);
        EXPECT_TRUE(read.has_value()) << row.example << ": " << (read ? "" : read.error().text());
    }
}

TEST(OptionTable, EveryOptionThatIsNotThereIsRefusedByNameWithAHint) {
    for (const auto& row : option_rows()) {
        if (row.available()) {
            continue;
        }
        const bool needs_value = row.takes == Takes::value || row.takes == Takes::name_must;
        const std::string hint = " is not there yet; meanwhile, " + std::string(row.meanwhile);
        const std::string expected = "troupe: option '" + row.shown() + "'" + hint;
        if (!row.names[0].empty()) {
            EXPECT_EQ(reason_of({"--" + std::string(row.names[0]) + (needs_value ? "=1" : ""), "true"}), expected);
        }
        if (row.letter != 0) {
            EXPECT_EQ(reason_of({std::string("-") + row.letter, "1", "true"}), expected);
        }
        for (const auto qualifier : row.qualifiers) {
            if (!qualifier.empty()) {
                EXPECT_EQ(reason_of({"-e", std::string(qualifier) + "=1", "true"}),
                          "troupe: qualifier '" + std::string(qualifier) + "' (" + row.shown() + ")" + hint);
            }
        }
    }
}

TEST(OptionTable, EveryAbbreviationThatIsPlainToStraceIsPlainToUs) {
    const auto in_strace = [](std::string_view text) {
        return std::ranges::count_if(option_rows(), [&](const OptionRow& row) {
            return row.since != "troupe" &&
                   std::ranges::any_of(row.names, [&](auto name) { return !name.empty() && name.starts_with(text); });
        });
    };
    for (const auto name : strace_names) {
        for (std::size_t size = 1; size <= name.size(); ++size) {
            const std::string text(name.substr(0, size));
            if (in_strace(text) != 1) {
                continue;
            }
            const auto read = read_as("troupe", {"--" + text, "1", "true"});
            EXPECT_TRUE(read || read.error().lines.front().find("ambiguous") == std::string::npos) << text;
        }
    }
}

}  // namespace
}  // namespace troupe::options::test
