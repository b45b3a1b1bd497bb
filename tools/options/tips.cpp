#include "tools/options/tips.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <vector>

namespace troupe::options {
namespace {

/// Lines are parted by newlines.
constexpr std::array<std::string_view, 10> tips = {
    "-y prints what a descriptor stands for,\nbehind its number.",
    "-e trace=%file prints only calls that are\ngiven a path; %network, %process, %signal\nand others do likewise.",
    "-f follows children and threads; -ff -o FILE\nwrites a file for each of them.",
    "-P '/etc/*' prints only calls that touch\nsomething below /etc.",
    "--inject=openat:error=ENOENT:when=3 lets the\nthird openat of each thread fail.",
    "-c counts calls; -w counts the time that\npasses, not the time on a CPU.",
    "-Z prints only calls that fail;\n-e status=ENOENT only those that fail so.",
    "--output-format=jsonl writes one JSON object\na line, for jq and other programs.",
    "-l FILE runs a Lua script, which may look at\ncalls and answer them: see docs/lua.md.",
    "-o '|command' sends the trace through a\ncommand, --whole-calls keeps each call in\none line.",
};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return lines;
        }
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string tip_text(const TipChoice& choice) {
    if (choice.form == TipChoice::Form::none) {
        return {};
    }
    const std::size_t number = choice.number ? *choice.number : std::random_device{}();
    const auto lines = lines_of(tips[number % tips.size()]);
    std::size_t width = choice.form == TipChoice::Form::full ? 60 : 0;
    for (const std::string_view line : lines) {
        width = std::max(width, line.size());
    }
    const std::string edge = "+" + std::string(width + 2, '-') + "+\n";
    std::string out = edge;
    for (const std::string_view line : lines) {
        out.append("| ").append(line).append(width - line.size(), ' ').append(" |\n");
    }
    return out + edge;
}

}  // namespace troupe::options
