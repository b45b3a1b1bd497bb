#include "tools/options/command_line.hpp"

#include <getopt.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

constexpr int first_long = 256;  // what getopt_long returns for the row with index 0; letters are below

/// The option table in the two forms that getopt_long(3) wants.
struct GetoptTables {
    std::string letters = "+:";  // `+`: stop at the first argument that is no option; `:`: tell a missing value from an unknown option
    std::vector<option> names;
};

GetoptTables getopt_tables() {
    constexpr std::array<int, 4> has_arg = {no_argument, required_argument, optional_argument, required_argument};
    GetoptTables tables;
    int index = 0;
    for (const auto& row : option_rows()) {
        if (row.letter != 0) {
            tables.letters += row.letter;
            tables.letters += row.letter_takes_value() ? ":" : "";
        }
        for (const auto name : row.names) {
            if (!name.empty()) {
                tables.names.push_back({name.data(), has_arg.at(static_cast<std::size_t>(row.takes)), nullptr, first_long + index});
            }
        }
        ++index;
    }
    tables.names.push_back({});
    return tables;
}

/// Long options that begin with `text`, each row once.
std::vector<const OptionRow*> rows_abbreviated(std::string_view text, std::vector<std::string_view>& names) {
    std::vector<const OptionRow*> found;
    for (const auto& row : option_rows()) {
        for (const auto name : row.names) {
            if (name.empty() || !name.starts_with(text)) {
                continue;
            }
            names.push_back(name);
            if (found.empty() || found.back() != &row) {
                found.push_back(&row);
            }
        }
    }
    return found;
}

tl::unexpected<Complaint> missing_value(const std::string& spelled, bool by_letter) {
    return complain_and_point_to_help(by_letter ? "option requires an argument -- '" + spelled.substr(1) + "'"
                                                : "option '" + spelled + "' requires an argument");
}

/// A long option that getopt_long could not make sense of. What is ambiguous only because of an option of ours means what it
/// means to strace.
Verdict odd_long_option(Reading& reading, int argc, char* const* argv) {
    const std::string_view whole = argv[optind - 1];
    const auto equals = whole.find('=');
    const std::string spelled(whole.substr(0, equals));
    std::vector<std::string_view> names;
    auto rows = rows_abbreviated(spelled.substr(2), names);
    if (rows.empty()) {
        return complain_and_point_to_help("unrecognized option '" + std::string(whole) + "'");
    }
    if (rows.size() > 1) {
        std::erase_if(rows, [](const OptionRow* row) { return row->since == "troupe"; });
    }
    if (rows.size() != 1) {
        std::string possibilities;
        for (const auto name : names) {
            possibilities += " '--" + std::string(name) + "'";
        }
        return complain_and_point_to_help("option '" + std::string(whole) + "' is ambiguous; possibilities:" + possibilities);
    }
    const auto& row = *rows.front();
    if (row.takes == Takes::nothing && equals != std::string_view::npos) {
        return complain_and_point_to_help("option '--" + std::string(row.names[0]) + "' doesn't allow an argument");
    }
    Given given{"--" + std::string(row.names[0]), std::nullopt, false};
    if (equals != std::string_view::npos) {
        given.value = whole.substr(equals + 1);
    } else if (row.takes == Takes::value || row.takes == Takes::name_must) {
        if (optind >= argc) {
            return missing_value(given.spelled, false);
        }
        given.value = argv[optind++];
    }
    return use(reading, row, given);
}

/// One step of getopt_long: `code` is what it returned, `name` the long name that was meant, if it tells that.
Verdict step(Reading& reading, int code, const char* name, int argc, char* const* argv) {
    const bool failed = code == '?' || code == ':';
    const int what = failed ? optopt : code;
    const bool by_letter = what != 0 && what < first_long;  // a letter that is not of ASCII is below 0
    if (code == '?' && by_letter) {
        return complain_and_point_to_help(std::string("invalid option -- '") + static_cast<char>(what) + "'");
    }
    if (code == '?' && what == 0) {
        return odd_long_option(reading, argc, argv);
    }
    const OptionRow& row = by_letter ? *row_of_letter(static_cast<char>(what)) : option_rows()[static_cast<std::size_t>(what - first_long)];
    Given given{by_letter ? std::string("-") + row.letter : "--" + std::string(name != nullptr ? std::string_view(name) : row.names[0]),
                std::nullopt, by_letter};
    if (code == '?') {
        return complain_and_point_to_help("option '" + given.spelled + "' doesn't allow an argument");
    }
    if (code == ':') {
        return missing_value(given.spelled, by_letter);
    }
    if (optarg != nullptr) {
        given.value = optarg;
    }
    return use(reading, row, given);
}

Verdict read_all(Reading& reading, int argc, char* const* argv) {
    const auto tables = getopt_tables();
    optind = 0;  // glibc: begin anew
    opterr = 0;
    for (;;) {
        optopt = 0;
        int index = -1;
        const int code = getopt_long(argc, argv, tables.letters.c_str(), tables.names.data(), &index);
        if (code == -1) {
            break;
        }
        if (auto verdict = step(reading, code, index < 0 ? nullptr : tables.names[static_cast<std::size_t>(index)].name, argc, argv);
            !verdict || reading.answer) {
            return verdict;
        }
    }
    reading.settings.command.assign(argv + optind, argv + argc);
    return complete(reading);
}

}  // namespace

std::string UsageError::text() const {
    std::string all;
    for (const auto& line : lines) {
        all += line + "\n";
    }
    return all;
}

tl::expected<ParsedCommandLine, UsageError> parse_command_line(int argc, char* const* argv) {
    Reading reading;
    const bool has_name = argc > 0 && *argv[0] != 0;
    auto& settings = reading.settings;
    settings.engine.program_name = settings.scripting.program_name = has_name ? argv[0] : "troupe";
    const auto verdict = read_all(reading, argc, argv);
    const auto& name = reading.settings.called_as();
    if (!verdict) {
        const auto& complaint = verdict.error();
        UsageError error{std::move(reading.settings.warnings)};
        error.lines.push_back(name + ": " + complaint.reason);
        error.lines.insert(error.lines.end(), complaint.more.begin(), complaint.more.end());
        if (complaint.point_to_help) {
            error.lines.push_back("Try '" + name + " -h' for more information.");
        }
        return tl::unexpected(std::move(error));
    }
    if (reading.answer) {
        return Answer{*std::move(reading.answer)};
    }
    return std::move(reading.settings);
}

}  // namespace troupe::options
