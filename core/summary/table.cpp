#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "troupe/core/summary.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

using Column = SummaryColumn;

struct Times {
    std::uint64_t sum = 0;  // ns, like all here
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    std::uint64_t average = 0;
};

struct Row {
    std::string name;
    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    Times time{};
    Times wall{};
};

struct ColumnFacts {
    std::string_view title;
    std::size_t width;  // at least
};

constexpr std::array<ColumnFacts, 12> column_facts = {{{"% time", 6},
                                                       {"seconds", 11},
                                                       {"shortest", 0},
                                                       {"longest", 0},
                                                       {"usecs/call", 11},
                                                       {"wall seconds", 0},
                                                       {"wall shortest", 0},
                                                       {"wall longest", 0},
                                                       {"wall usecs/call", 0},
                                                       {"calls", 9},
                                                       {"errors", 9},
                                                       {"syscall", 16}}};

constexpr const ColumnFacts& facts_of(Column column) { return column_facts[static_cast<std::size_t>(column)]; }

/// Rounded to ns.
std::uint64_t average(std::uint64_t sum, std::uint64_t calls) { return calls == 0 ? 0 : (sum + calls / 2) / calls; }

Times times_of(const TimeTotal& total, std::uint64_t calls) {
    const std::uint64_t sum = total.sum_of(calls);
    return {.sum = sum, .least = total.least, .most = total.most, .average = average(sum, calls)};
}

void add(Times& to, const Times& times, bool is_first) {
    to.least = is_first ? times.least : std::min(to.least, times.least);
    to.most = std::max(to.most, times.most);
    to.sum += times.sum;
}

Row total_of(const std::vector<Row>& rows) {
    Row total{.name = "total"};
    for (const Row& row : rows) {
        const bool is_first = &row == &rows.front();
        total.calls += row.calls;
        total.errors += row.errors;
        add(total.time, row.time, is_first);
        add(total.wall, row.wall, is_first);
    }
    total.time.average = average(total.time.sum, total.calls);
    total.wall.average = average(total.wall.sum, total.calls);
    return total;
}

std::uint64_t value_of(const Row& row, Column column) {
    switch (column) {
        case Column::time_percent:
        case Column::total_time:
            return row.time.sum;
        case Column::min_time:
            return row.time.least;
        case Column::max_time:
            return row.time.most;
        case Column::avg_time:
            return row.time.average;
        case Column::wall_total:
            return row.wall.sum;
        case Column::wall_min:
            return row.wall.least;
        case Column::wall_max:
            return row.wall.most;
        case Column::wall_avg:
            return row.wall.average;
        case Column::calls:
            return row.calls;
        case Column::errors:
            return row.errors;
        case Column::name:
            break;
    }
    return 0;
}

void sort(std::vector<Row>& rows, std::optional<Column> by) {
    if (by == Column::name) {
        std::ranges::stable_sort(rows, {}, &Row::name);
    } else if (by) {
        std::ranges::stable_sort(rows, std::ranges::greater(), [by](const Row& row) { return value_of(row, *by); });
    }
}

std::string cell(const Row& row, Column column, const Row& total) {
    const std::uint64_t value = value_of(row, column);
    switch (column) {
        case Column::time_percent: {
            const bool is_whole = &row == &total;
            const double whole = static_cast<double>(total.time.sum);
            return fmt::format("{:.2f}", is_whole ? 100.0 : whole > 0 ? 100.0 * static_cast<double>(value) / whole : 0.0);
        }
        case Column::avg_time:
        case Column::wall_avg:
            return fmt::format("{}", value / 1000);
        case Column::calls:
            return fmt::format("{}", value);
        case Column::errors:
            return value == 0 ? "" : fmt::format("{}", value);
        case Column::name:
            return row.name;
        default:
            return fmt::format("{:.6f}", static_cast<double>(value) / 1e9);
    }
}

std::string table_of(std::vector<Row> rows, const SummaryForm& form) {
    sort(rows, form.sorted_by);
    const Row total = total_of(rows);
    std::vector<std::size_t> widths;
    for (const Column column : form.columns) {
        std::size_t width = std::max(facts_of(column).width, facts_of(column).title.size());
        for (const Row& row : rows) {
            const std::size_t room = column == Column::name ? 1 : 0;  // strace leaves it
            width = std::max(width, cell(row, column, total).size() + room);
        }
        widths.push_back(std::max(width, cell(total, column, total).size()));
    }
    std::string text;
    const auto add_line = [&](const auto& cell_of) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool is_last = i + 1 == widths.size();
            const std::string shown = cell_of(form.columns[i], widths[i]);
            if (form.columns[i] != Column::name) {
                text += fmt::format("{:>{}}", shown, widths[i]);
            } else {
                text += fmt::format("{:<{}}", shown, is_last ? 0 : widths[i]);
            }
            text += is_last ? "\n" : " ";
        }
    };
    const auto rule = [](Column, std::size_t width) { return std::string(width, '-'); };
    add_line([](Column column, std::size_t) { return std::string(facts_of(column).title); });
    add_line(rule);
    for (const Row& row : rows) {
        add_line([&](Column column, std::size_t) { return cell(row, column, total); });
    }
    add_line(rule);
    add_line([&](Column column, std::size_t) { return cell(total, column, total); });
    return text;
}

}  // namespace

bool SummaryForm::shows_wall_clock() const {
    const auto is_wall = [](Column column) { return column >= Column::wall_total && column <= Column::wall_avg; };
    return wall_clock || std::ranges::any_of(columns, is_wall) || (sorted_by && is_wall(*sorted_by));
}

std::string summary_table(const CallTotals& totals, const SummaryForm& form) {
    std::array<std::vector<Row>, abi_count> rows;
    for (const auto& [call, total] : totals.all()) {
        const Times wall = times_of(total.wall, total.calls);
        rows[index_of(call.abi)].push_back({.name = name_of(call),
                                            .calls = total.calls,
                                            .errors = total.errors,
                                            .time = form.wall_clock ? wall : times_of(total.system, total.calls),
                                            .wall = wall});
    }
    std::string text;
    for (const Abi abi : all_abis) {
        auto& of_abi = rows[index_of(abi)];
        if (of_abi.empty()) {
            continue;
        }
        if (abi != Abi::x86_64) {
            text += fmt::format("System call usage summary for {} mode:\n", troupe::facts_of(abi).name);
        }
        text += table_of(std::move(of_abi), form);
    }
    return text;
}

}  // namespace troupe
