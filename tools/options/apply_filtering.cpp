#include <utility>

#include "tools/options/apply.hpp"
#include "tools/options/replace.hpp"

// Of which calls there are lines, beside -e trace=.
namespace troupe::options::apply {
namespace {

Verdict set_status(Reading& reading, CallStatus status) {
    ++reading.result_letters;
    reading.settings.engine.output.endings = {.statuses = {status}};
    return {};
}

}  // namespace

Verdict trace_fds(Reading& reading, const Given& given) {
    return replace(reading.settings.engine.printing.files.descriptors.emplace(), given);
}

Verdict trace_path(Reading& reading, const Given& given) {
    Printing& printing = reading.settings.engine.printing;
    WantedPath path = wanted_path(std::string(*given.value));
    if (PathPattern::is_meant(path)) {
        printing.files.patterns.emplace_back(path.as_given);
    }
    printing.files.paths.push_back(std::move(path));
    return {};
}

Verdict status(Reading& reading, const Given& given) { return replace(reading.settings.engine.output.endings, given); }
Verdict successful_only(Reading& reading, const Given&) { return set_status(reading, CallStatus::successful); }
Verdict failed_only(Reading& reading, const Given&) { return set_status(reading, CallStatus::failed); }

}  // namespace troupe::options::apply
