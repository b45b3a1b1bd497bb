#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tools/options/command_line.hpp"

namespace troupe::options::test {

using Words = std::vector<std::string>;
using QuietSet = KeywordSet<Quiet>;

/// Reads `troupe WORDS…`.
inline tl::expected<ParsedCommandLine, UsageError> read_as(const std::string& called_as, const Words& words) {
    Words all{called_as};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> argv;
    for (auto& word : all) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    return parse_command_line(static_cast<int>(all.size()), argv.data());
}

/// The settings of a command line that must be understood; PROG is `true` where `words` have none.
inline Settings settings_of(const Words& words) {
    auto read = read_as("troupe", words);
    if (!read) {
        ADD_FAILURE() << read.error().text();
        return {};
    }
    auto* settings = std::get_if<Settings>(&*read);
    if (settings == nullptr) {
        ADD_FAILURE() << "an answer, not settings";
        return {};
    }
    return std::move(*settings);
}

/// Options only: the command is `true`.
inline Settings with(Words options) {
    options.emplace_back("true");
    return settings_of(options);
}

/// The lines of a command line that must be refused with status 1.
inline Words refusal_of(const Words& words) {
    const auto read = read_as("troupe", words);
    if (read) {
        ADD_FAILURE() << "understood";
        return {};
    }
    EXPECT_EQ(read.error().status, 1);
    return read.error().lines;
}

/// The first line of a refusal.
inline std::string reason_of(const Words& words) {
    const auto lines = refusal_of(words);
    return lines.empty() ? std::string() : lines.front();
}

inline std::string answer_to(const Words& words) {
    const auto read = read_as("troupe", words);
    const auto* answer = read ? std::get_if<Answer>(&*read) : nullptr;
    return answer == nullptr ? std::string() : answer->text;
}

inline const std::string try_help = "Try 'troupe -h' for more information.";

}  // namespace troupe::options::test
