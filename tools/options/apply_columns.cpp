#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tools/options/apply.hpp"
#include "tools/options/choose.hpp"

// What stands before the text of a line, and behind the result of a call.
namespace troupe::options::apply {
namespace {

constexpr std::array<std::pair<std::string_view, Precision>, 4> precisions = {
    {{"s", Precision::seconds}, {"ms", Precision::milliseconds}, {"us", Precision::microseconds}, {"ns", Precision::nanoseconds}}};

constexpr std::array<std::pair<std::string_view, LineColumns::Clock>, 3> clocks = {
    {{"none", LineColumns::Clock::none}, {"time", LineColumns::Clock::time_of_day}, {"unix", LineColumns::Clock::unix_time}}};

LineColumns& columns_of(Reading& reading) { return reading.settings.engine.output.columns; }

/// `time`, `format:unix`, `us`, `precision:ms`.
bool take_word(LineColumns& columns, std::string_view word) {
    constexpr std::string_view format = "format:", precision = "precision:";
    const bool is_format = word.starts_with(format), is_precision = word.starts_with(precision);
    word.remove_prefix(is_format ? format.size() : is_precision ? precision.size() : 0);
    if (const auto clock = meant(clocks, word); clock && !is_precision) {
        columns.clock = *clock;
        return true;
    }
    if (const auto chosen = meant(precisions, word); chosen && !is_format) {
        columns.clock_precision = *chosen;
        return true;
    }
    return false;
}

Verdict set_precision(std::optional<Precision>& to, const Given& given) {
    to = Precision::microseconds;
    return given.value ? choose(*to, given, precisions) : Verdict{};
}

}  // namespace

Verdict absolute_timestamps(Reading& reading, const Given& given) {
    LineColumns& columns = columns_of(reading);
    if (given.by_letter) {
        ++reading.clock_letters;
        return {};
    }
    if (!given.value) {
        columns.clock = LineColumns::Clock::time_of_day;
        columns.clock_precision = Precision::seconds;
        return {};
    }
    LineColumns wanted = columns;
    wanted.clock = LineColumns::Clock::time_of_day;
    wanted.clock_precision = Precision::seconds;
    std::string_view text = *given.value;
    for (bool more = true; more;) {
        const auto comma = text.find(',');
        if (const auto word = text.substr(0, comma); !word.empty() && !take_word(wanted, word)) {
            return invalid(given);
        }
        more = comma != std::string_view::npos;
        text.remove_prefix(more ? comma + 1 : text.size());
    }
    columns = wanted;
    return {};
}

Verdict relative_timestamps(Reading& reading, const Given& given) { return set_precision(columns_of(reading).since_last, given); }

Verdict syscall_times(Reading& reading, const Given& given) { return set_precision(columns_of(reading).spent, given); }

Verdict instruction_pointer(Reading& reading, const Given&) {
    columns_of(reading).instruction_pointer = true;
    return {};
}

Verdict syscall_number(Reading& reading, const Given&) {
    columns_of(reading).number = true;
    return {};
}

Verdict always_show_pid(Reading& reading, const Given&) {
    reading.settings.engine.output.always_show_pid = true;
    return {};
}

Verdict argument_names(Reading& reading, const Given&) {
    reading.settings.engine.printing.style.form.argument_names = true;
    return {};
}

Verdict strings_in_hex(Reading& reading, const Given& given) {
    constexpr Words<HexStrings, 4> words = {{{"none", HexStrings::none},
                                             {"non-ascii-chars", HexStrings::other_characters},
                                             {"non-ascii", HexStrings::other_strings},
                                             {"all", HexStrings::all}}};
    auto& strings = reading.settings.engine.printing.style.form.strings;
    if (given.by_letter) {
        ++reading.hex_letters;
        return {};
    }
    strings = HexStrings::all;
    return given.value ? choose(strings, given, words) : Verdict{};
}

Verdict constant_style(Reading& reading, const Given& given) {
    constexpr Words<ConstantStyle, 3> words = {
        {{"raw", ConstantStyle::numbers}, {"abbrev", ConstantStyle::names}, {"verbose", ConstantStyle::both}}};
    const auto found = std::ranges::find(words, *given.value, &std::pair<std::string_view, ConstantStyle>::first);  // in this case only
    if (found == words.end()) {
        return invalid(given);
    }
    reading.settings.engine.printing.style.form.constants = found->second;
    return {};
}

}  // namespace troupe::options::apply
