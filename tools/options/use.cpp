#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

/// How the row is called when it is not used by its letter: `--follow-forks`, `-e quiet/--quiet`, and, as strace has it, `--decode-fds`.
std::string name_shown(const OptionRow& row) {
    const std::string name = "--" + std::string(row.names[0]);
    return row.qualifiers[0].empty() || row.clash_by_name ? name : "-e " + std::string(row.qualifiers[0]) + "/" + name;
}

Verdict refused(const OptionRow& row, const Given& given) {
    const bool qualifier = given.spelled.starts_with("-e ");
    const std::string what =
        qualifier ? "qualifier '" + given.spelled.substr(3) + "' (" + row.shown() + ")" : "option '" + row.shown() + "'";
    return complain(what + " is not there yet; meanwhile, " + std::string(row.meanwhile));
}

}  // namespace

Verdict use(Reading& reading, const OptionRow& row, const Given& given) {
    if (!row.available()) {
        return refused(row, given);
    }
    auto& uses = reading.uses[&row];
    (given.by_letter ? uses.by_letter : uses.by_name) = true;
    if (row.letter_or_name && uses.by_letter && uses.by_name) {
        return complain(std::string("-") + row.letter + " and " + name_shown(row) + " cannot be provided simultaneously");
    }
    return row.apply(reading, given);
}

}  // namespace troupe::options
