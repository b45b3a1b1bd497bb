#include <algorithm>
#include <array>

#include "tools/options/option.hpp"
#include "tools/options/rows/filtering.hpp"
#include "tools/options/rows/miscellaneous.hpp"
#include "tools/options/rows/output.hpp"
#include "tools/options/rows/output_columns.hpp"
#include "tools/options/rows/scripting.hpp"
#include "tools/options/rows/startup.hpp"
#include "tools/options/rows/statistics.hpp"
#include "tools/options/rows/tampering.hpp"
#include "tools/options/rows/tracing.hpp"
#include "troupe/core/check.hpp"

namespace troupe::options {
namespace {

template <std::size_t... Sizes>
constexpr auto joined(const OptionRow (&... parts)[Sizes]) {
    std::array<OptionRow, (Sizes + ...)> all{};
    auto next = all.begin();
    ((next = std::copy(std::begin(parts), std::end(parts), next)), ...);
    return all;
}

constexpr auto rows = joined(scripting_rows, startup_rows, tracing_rows, filtering_rows, output_rows, output_column_rows, statistics_rows,
                             tampering_rows, miscellaneous_rows);

constexpr bool letters_are_unique() {
    for (const auto& row : rows) {
        if (row.letter != 0 &&
            std::count_if(rows.begin(), rows.end(), [&](const auto& other) { return other.letter == row.letter; }) != 1) {
            return false;
        }
    }
    return true;
}

/// `list` gives the names of a row, of which empty ones do not count.
template <typename List>
constexpr bool names_are_unique(List list) {
    std::array<std::string_view, rows.size() * 6> names{};
    std::size_t count = 0;
    for (const auto& row : rows) {
        for (const auto name : list(row)) {
            if (!name.empty()) {
                names[count++] = name;
            }
        }
    }
    const auto end = names.begin() + count;
    std::sort(names.begin(), end);
    return std::adjacent_find(names.begin(), end) == end;
}

constexpr bool reachable(const OptionRow& row) { return row.letter != 0 || !row.names[0].empty(); }
constexpr bool complete(const OptionRow& row) {
    return reachable(row) && !row.help.empty() && (row.takes == Takes::nothing) == row.value.empty() &&
           row.available() == row.meanwhile.empty();
}
constexpr bool one_group_after_the_other() {
    return std::is_sorted(rows.begin(), rows.end(), [](const auto& left, const auto& right) { return left.group < right.group; });
}

static_assert(letters_are_unique(), "a letter has two options");
static_assert(names_are_unique([](const OptionRow& row) { return row.names; }), "a long name has two options");
static_assert(names_are_unique([](const OptionRow& row) { return row.qualifiers; }), "a qualifier has two options");
static_assert(std::all_of(rows.begin(), rows.end(), complete), "an option without a name, a help text, or a word on what to do meanwhile");
static_assert(one_group_after_the_other(), "the rows are not in the order of their groups");

constexpr std::array<std::string_view, group_count> titles = {"Scripting", "Start-up",   "Tracing",   "Filtering",
                                                              "Output",    "Statistics", "Tampering", "Miscellaneous"};

}  // namespace

std::string_view title_of(Group group) { return titles.at(static_cast<std::size_t>(group)); }

std::span<const OptionRow> option_rows() { return rows; }

std::string OptionRow::shown() const {
    std::string name = names[0].empty() ? "" : "--" + std::string(names[0]);
    if (letter == 0) {
        return name;
    }
    return std::string("-") + letter + (name.empty() ? "" : "/" + name);
}

std::vector<OptionForm> forms_of(const OptionRow& row) {
    std::vector<OptionForm> forms;
    const bool has_letter = row.letter != 0;
    if (has_letter) {
        const bool takes = row.letter_takes_value();
        forms.push_back({std::string("-") + row.letter, takes ? " " : "", takes ? row.value : ""});
    }
    for (std::size_t i = 0; i < row.qualifiers.size() && !row.qualifiers[i].empty(); ++i) {
        forms.push_back({"-e " + std::string(row.qualifiers[i]), "=", row.value, has_letter || i > 0});
    }
    for (std::size_t i = 0; i < row.names.size() && !row.names[i].empty(); ++i) {
        const std::string_view sign = row.takes == Takes::nothing ? "" : row.takes == Takes::name_may ? "[=" : "=";
        forms.push_back({"--" + std::string(row.names[i]), sign, sign.empty() ? "" : row.value, i > 0});
    }
    return forms;
}

const OptionRow* row_of_qualifier(std::string_view name) {
    const auto found = std::ranges::find_if(
        rows, [&](const OptionRow& row) { return !name.empty() && std::ranges::find(row.qualifiers, name) != row.qualifiers.end(); });
    return found == rows.end() ? nullptr : &*found;
}

const OptionRow* row_of_letter(char letter) {
    const auto found = std::ranges::find(rows, letter, &OptionRow::letter);
    return letter == 0 || found == rows.end() ? nullptr : &*found;
}

const OptionRow& row_named(std::string_view name) {
    const auto found =
        std::ranges::find_if(rows, [&](const OptionRow& row) { return std::ranges::find(row.names, name) != row.names.end(); });
    TROUPE_CHECK(found != rows.end(), name);
    return *found;
}

}  // namespace troupe::options
