#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace troupe::tests {

std::vector<std::string> lines_of(std::string_view text);
std::string joined(const std::vector<std::string>& lines);
bool contains(std::string_view text, std::string_view part);
/// How many times the part occurs, without overlap.
std::size_t occurrences(std::string_view text, std::string_view part);
/// Lines in which the regular expression (of ECMAScript) is found.
std::vector<std::string> lines_matching(std::string_view text, const std::string& expression);
std::string replace_all(std::string text, const std::string& expression, const std::string& replacement);
/// The number after the text, -1 when it is not there: `number_after("getppid:\t640", "getppid:\t")`.
long long number_after(std::string_view text, std::string_view before);

}  // namespace troupe::tests
