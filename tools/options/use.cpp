#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

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
    return row.apply(reading, given);
}

}  // namespace troupe::options
