#include "troupe/core/palette.hpp"

#include <algorithm>
#include <utility>

namespace troupe {

namespace {

struct InkRow {
    std::string_view key;  ///< of STRACE_COLORS
    Ink ink;
    std::string_view standard;
};

constexpr std::array<InkRow, inks> ink_rows{{
    {"syscall", Ink::syscall, "1"},
    {"argname", Ink::argname, "36"},
    {"argval", Ink::argval, ""},
    {"call", Ink::call, "34"},
    {"const", Ink::constant, "35"},
    {"comment", Ink::comment, "2"},
    {"punct", Ink::punct, ""},
    {"retval", Ink::retval, "32"},
    {"error", Ink::error, "31"},
}};

constexpr std::string_view escape = "\033[";

bool is_parameters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ';'; });
}

}  // namespace

Palette::Palette() {
    for (const InkRow& row : ink_rows) {
        set(row.ink, row.standard);
    }
}

void Palette::set(Ink ink, std::string_view parameters) {
    auto& sequence = sequences_[static_cast<std::size_t>(ink)];
    sequence.clear();
    if (!parameters.empty()) {
        sequence.append(escape).append(parameters) += 'm';
    }
}

std::vector<std::string> Palette::set(std::string_view colors) {
    constexpr std::string_view between = ":, \t\n";
    std::vector<std::string> senseless;
    while (!colors.empty()) {
        const std::string_view part = colors.substr(0, colors.find_first_of(between));
        colors.remove_prefix(std::min(part.size() + 1, colors.size()));
        const auto equals = part.find('=');
        const auto row = std::ranges::find(ink_rows, part.substr(0, equals), &InkRow::key);
        const std::string_view parameters = equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
        if (row != ink_rows.end() && equals != std::string_view::npos && is_parameters(parameters)) {
            set(row->ink, parameters);
        } else if (!part.empty()) {
            senseless.emplace_back(part);
        }
    }
    return senseless;
}

std::size_t visible_width(std::string_view text) {
    std::size_t hidden = 0;
    for (auto at = text.find(escape); at != std::string_view::npos; at = text.find(escape, at + 1)) {
        const auto end = text.find('m', at);
        hidden += (end == std::string_view::npos ? text.size() : end + 1) - at;
    }
    return text.size() - hidden;
}

}  // namespace troupe
