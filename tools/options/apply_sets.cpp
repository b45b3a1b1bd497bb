#include "tools/options/apply.hpp"
#include "tools/options/replace.hpp"

namespace troupe::options::apply {
namespace {

/// A rule comes beside those given before.
Verdict add_rule(Reading& reading, const Given& given, tl::expected<WrittenRule, ParseError> written) {
    if (!written) {
        return set_error(given, written.error());
    }
    for (const std::string& warning : written->warnings) {
        reading.warn(warning);
    }
    reading.settings.engine.rules.push_back(std::move(written->rule));
    return {};
}

}  // namespace

Verdict expression(Reading& reading, const Given& given) {
    const auto text = *given.value;
    const auto equals = text.find('=');
    const auto name = text.substr(0, equals);
    if (equals != std::string_view::npos) {
        if (const auto* row = row_of_qualifier(name)) {
            return use(reading, *row, Given{"-e " + std::string(name), text.substr(equals + 1), false});
        }
    }
    auto verdict = use(reading, row_named("trace"), given);
    const bool meant_as_qualifier = equals != std::string_view::npos && name.find_first_of("/,!") == std::string_view::npos;
    if (!verdict && meant_as_qualifier) {
        verdict.error().more.insert(verdict.error().more.begin(),
                                    "'" + std::string(name) + "' is not a qualifier; see -h for those there are");
    }
    return verdict;
}

Verdict traced(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.traced, given); }
Verdict signals(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.signals, given); }
Verdict abbreviated(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.abbreviated, given); }
Verdict verbose(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.verbose, given); }
Verdict raw(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.raw, given); }
Verdict dump_read(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.dumped.read, given); }
Verdict dump_written(Reading& reading, const Given& given) { return replace(reading.settings.engine.printing.dumped.written, given); }

Verdict inject(Reading& reading, const Given& given) { return add_rule(reading, given, parse_inject(*given.value)); }
Verdict fault(Reading& reading, const Given& given) { return add_rule(reading, given, parse_fault(*given.value)); }

Verdict no_abbrev(Reading& reading, const Given&) {
    reading.settings.engine.printing.abbreviated = SyscallSet::none();
    return {};
}

Verdict quiet(Reading& reading, const Given& given) {
    if (given.by_letter) {
        ++reading.quiet_letters;
        return {};
    }
    reading.quiet_given = true;
    auto& quiet = reading.settings.engine.printing.quiet;
    if (!given.value) {
        quiet = quiet_by_letter;
        return {};
    }
    return replace(quiet, given);
}

}  // namespace troupe::options::apply
