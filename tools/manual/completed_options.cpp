#include <algorithm>
#include <cctype>
#include <set>

#include "tools/manual/manual.hpp"
#include "tools/options/option.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::manual {
namespace {

using options::OptionRow;
using options::Takes;

bool is_keyword(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](unsigned char c) { return std::islower(c) != 0 || c == '-' || c == '_'; });
}

/// The parts of `raw|abbrev|verbose`, if all of them are to be typed as they stand but for numbers: `auto|N`.
std::vector<std::string_view> words_of(std::string_view value) {
    std::vector<std::string_view> words;
    while (!value.empty()) {
        const auto end = std::min(value.find('|'), value.size());
        if (const auto word = value.substr(0, end); is_keyword(word)) {
            words.push_back(word);
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return words;
}

/// Values by the words that the table uses for them.
Value kind_of(const OptionRow& row) {
    struct Kind {
        std::string_view value;
        Value kind;
    };
    static constexpr Kind kinds[] = {
        {"FILE", Value::file}, {"PATH", Value::file}, {"PID", Value::process}, {"PIDS", Value::process}, {"NAME|UID:GID", Value::user}};
    static constexpr std::string_view of_calls[] = {"trace", "abbrev", "verbose", "raw", "inject", "fault"};
    if (row.takes == Takes::nothing) {
        return Value::none;
    }
    if (std::ranges::find(of_calls, row.qualifiers[0]) != std::end(of_calls)) {
        return Value::calls;
    }
    const auto found = std::ranges::find(kinds, row.value, &Kind::value);
    if (found != std::end(kinds)) {
        return found->kind;
    }
    return words_of(row.value).empty() ? Value::other : Value::words;
}

std::string_view first_sentence(std::string_view text) { return text.substr(0, std::min(text.find_first_of(".:;"), text.size())); }

}  // namespace

std::vector<Completed> completed_options() {
    std::vector<Completed> all;
    for (const auto& row : options::option_rows()) {
        if (!row.available()) {
            continue;
        }
        Completed one{.letter = row.letter,
                      .name = row.names[0],
                      .qualifier = row.qualifiers[0],
                      .letter_has_value = row.letter_takes_value(),
                      .name_has_value = row.takes == Takes::value || row.takes == Takes::name_must,
                      .name_may_have_value = row.takes == Takes::name_may,
                      .value = kind_of(row),
                      .words = words_of(row.value),
                      .help = first_sentence(row.help)};
        all.push_back(one);
        one.letter = 0;
        one.qualifier = {};
        for (std::size_t alias = 1; alias < row.names.size() && !row.names[alias].empty(); ++alias) {
            one.name = row.names[alias];
            all.push_back(one);
        }
    }
    return all;
}

std::vector<std::string> call_words() {
    std::set<std::string> names;
    for (const auto* row : syscall_rows()) {
        names.emplace(row->name);
    }
    std::vector<std::string> words = {"all", "none"};
    for (const auto& row : syscall_classes()) {
        words.emplace_back(row.name);
    }
    words.insert(words.end(), names.begin(), names.end());
    return words;
}

}  // namespace troupe::manual
