#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "tools/options/apply.hpp"
#include "tools/options/choose.hpp"
#include "troupe/core/duration.hpp"

// What is counted, and what the table looks like.
namespace troupe::options::apply {
namespace {

using Column = SummaryColumn;

constexpr std::array<std::pair<std::string_view, Column>, 27> column_names = {{{"time-percent", Column::time_percent},
                                                                               {"time", Column::time_percent},
                                                                               {"total-time", Column::total_time},
                                                                               {"time-total", Column::total_time},
                                                                               {"min-time", Column::min_time},
                                                                               {"time-min", Column::min_time},
                                                                               {"shortest", Column::min_time},
                                                                               {"max-time", Column::max_time},
                                                                               {"time-max", Column::max_time},
                                                                               {"longest", Column::max_time},
                                                                               {"avg-time", Column::avg_time},
                                                                               {"time-avg", Column::avg_time},
                                                                               {"wall-total", Column::wall_total},
                                                                               {"total-wall", Column::wall_total},
                                                                               {"wall-min", Column::wall_min},
                                                                               {"min-wall", Column::wall_min},
                                                                               {"wall-max", Column::wall_max},
                                                                               {"max-wall", Column::wall_max},
                                                                               {"wall-avg", Column::wall_avg},
                                                                               {"avg-wall", Column::wall_avg},
                                                                               {"calls", Column::calls},
                                                                               {"count", Column::calls},
                                                                               {"errors", Column::errors},
                                                                               {"error", Column::errors},
                                                                               {"name", Column::name},
                                                                               {"syscall", Column::name},
                                                                               {"syscall-name", Column::name}}};

/// Unlike other words, these are not taken in any case; with `_` for `-` they are.
std::optional<Column> column_named(std::string_view word) {
    std::string name(word);
    std::ranges::replace(name, '_', '-');
    const auto found = std::ranges::find(column_names, name, &std::pair<std::string_view, Column>::first);
    return found == column_names.end() ? std::nullopt : std::optional(found->second);
}

SummaryConfig& summary_of(Reading& reading) { return reading.settings.engine.summary; }

tl::expected<std::chrono::nanoseconds, Complaint> duration(const Given& given) {
    const auto parsed = parse_duration(*given.value);
    if (!parsed) {
        return invalid(given);
    }
    return *parsed;
}

}  // namespace

Verdict summary_only(Reading& reading, const Given&) {
    summary_of(reading).use = SummaryConfig::Use::only;
    return {};
}

Verdict summary(Reading& reading, const Given&) {
    summary_of(reading).use = SummaryConfig::Use::with_trace;
    return {};
}

Verdict summary_wall_clock(Reading& reading, const Given&) {
    summary_of(reading).form.wall_clock = true;
    return {};
}

Verdict summary_sort_by(Reading& reading, const Given& given) {
    const auto column = column_named(*given.value);
    if (!column && *given.value != "nothing" && *given.value != "none") {
        return complain_and_point_to_help("invalid sortby: '" + std::string(*given.value) + "'");
    }
    summary_of(reading).form.sorted_by = column;
    return {};
}

Verdict summary_columns(Reading& reading, const Given& given) {
    std::vector<Column> columns;
    std::string_view left = *given.value;
    for (bool more = true; more;) {
        const auto comma = left.find(',');
        const std::string word(left.substr(0, comma));
        const auto column = column_named(word);
        if (!column) {
            return complain_and_point_to_help("unknown column name: '" + word + "'");
        }
        if (std::ranges::find(columns, *column) != columns.end()) {
            return complain_and_point_to_help("call summary column has been provided more than once: '" + word +
                                              "' (-U option residual: '" + std::string(left) + "')");
        }
        columns.push_back(*column);
        more = comma != std::string_view::npos;
        left.remove_prefix(more ? comma + 1 : left.size());
    }
    if (std::ranges::find(columns, Column::name) == columns.end()) {
        columns.push_back(Column::name);
    }
    summary_of(reading).form.columns = std::move(columns);
    return {};
}

Verdict summary_syscall_overhead(Reading& reading, const Given& given) {
    const auto overhead = duration(given);
    if (!overhead) {
        return tl::unexpected(overhead.error());
    }
    summary_of(reading).overhead = *overhead;
    return {};
}

Verdict summary_every(Reading& reading, const Given& given) {
    const auto every = duration(given);
    if (!every || every->count() <= 0) {
        return invalid(given, "a number and s, ms, us or ns");
    }
    summary_of(reading).every = *every;
    return {};
}

}  // namespace troupe::options::apply
