#pragma once

#include <regex>
#include <string>

namespace troupe::tests {

/// A text without the sequences that set colours.
inline std::string without_colors(const std::string& text) { return std::regex_replace(text, std::regex("\033\\[[0-9;]*m"), ""); }

}  // namespace troupe::tests
