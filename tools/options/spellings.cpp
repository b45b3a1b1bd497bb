#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

/// How the row is called when it is not used by its letter: `--follow-forks`, `-e quiet/--quiet`, and, as strace has it, `--decode-fds`.
std::string name_shown(const OptionRow& row) {
    const std::string name = "--" + std::string(row.names[0]);
    return row.qualifiers[0].empty() || row.clash_by_name ? name : "-e " + std::string(row.qualifiers[0]) + "/" + name;
}

/// The order in which strace looks at them.
constexpr std::string_view letters_without_names = "txyf";

}  // namespace

Verdict check_spellings_of(const Reading& reading, char letter) {
    const OptionRow& row = *row_of_letter(letter);
    const auto found = reading.uses.find(&row);
    if (found != reading.uses.end() && found->second.by_letter && found->second.by_name) {
        return complain(std::string("-") + letter + " and " + name_shown(row) + " cannot be provided simultaneously");
    }
    return {};
}

Verdict check_spellings(const Reading& reading) {
    for (const char letter : letters_without_names) {
        if (auto verdict = check_spellings_of(reading, letter); !verdict) {
            return verdict;
        }
    }
    if (reading.fork_letters > 1 && reading.output_separately) {
        return complain("-ff and --output-separately cannot be provided simultaneously");
    }
    return {};
}

}  // namespace troupe::options
