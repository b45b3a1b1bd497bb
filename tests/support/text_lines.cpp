#include "tests/support/text_lines.hpp"

#include <cstdlib>
#include <regex>

namespace troupe::tests {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

std::vector<std::string> lines_matching(std::string_view text, const std::string& expression) {
    const std::regex pattern(expression, std::regex::optimize);
    std::vector<std::string> found;
    for (const std::string& line : lines_of(text)) {
        if (std::regex_search(line, pattern)) {
            found.push_back(line);
        }
    }
    return found;
}

std::string replace_all(std::string text, const std::string& expression, const std::string& replacement) {
    return std::regex_replace(text, std::regex(expression), replacement);
}

long long number_after(std::string_view text, std::string_view before) {
    const std::size_t at = text.find(before);
    return at == std::string_view::npos ? -1 : std::atoll(std::string(text.substr(at + before.size(), 24)).c_str());
}

}  // namespace troupe::tests
