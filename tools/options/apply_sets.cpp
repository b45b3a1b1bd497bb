#include <algorithm>
#include <array>

#include "tools/options/apply.hpp"

namespace troupe::options::apply {
namespace {

constexpr std::size_t short_enough = 100;  // longer expressions get no caret line

/// The reason on the first line; below it, where a set has several elements, the place it is about.
Verdict set_error(const Given& given, const ParseError& error) {
    Complaint complaint{error.message};
    const auto text = *given.value;
    const bool printable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f'; });
    if (printable && error.column > 0 && error.column <= text.size() && text.size() <= short_enough) {
        const bool qualified = given.spelled.starts_with("--") || given.spelled.starts_with("-e ");
        const std::string before = "  " + given.spelled + (qualified ? "=" : " ");
        complaint.more.push_back(before + std::string(text));
        complaint.more.push_back(std::string(before.size() + error.column, ' ') + "^");
    }
    return tl::unexpected(std::move(complaint));
}

/// A set replaces what an earlier option said.
template <typename Set>
Verdict replace(Set& set, const Given& given) {
    auto parsed = Set::parse(*given.value);
    if (!parsed) {
        return set_error(given, parsed.error());
    }
    set = *std::move(parsed);
    return {};
}

/// A rule comes beside those given before.
Verdict add_rule(Reading& reading, const Given& given, tl::expected<WrittenRule, ParseError> written) {
    if (!written) {
        return set_error(given, written.error());
    }
    for (const std::string& warning : written->warnings) {
        reading.warn(warning);
    }
    reading.settings.rules.push_back(std::move(written->rule));
    return {};
}

struct QuietWord {
    std::string_view word;
    Quiet bits;
};
constexpr Quiet everything = {.attach = true, .exit = true, .path_resolution = true, .personality = true, .thread_execve = true};
constexpr std::array<QuietWord, 9> quiet_words = {{{"attach", {.attach = true}},
                                                   {"exit", {.exit = true}},
                                                   {"exits", {.exit = true}},
                                                   {"path-resolution", {.path_resolution = true}},
                                                   {"personality", {.personality = true}},
                                                   {"thread-execve", {.thread_execve = true}},
                                                   {"superseded", {.thread_execve = true}},
                                                   {"all", everything},
                                                   {"none", {}}}};

bool same_in_any_case(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

Quiet united(Quiet a, const Quiet& b) {
    return {.attach = a.attach || b.attach,
            .exit = a.exit || b.exit,
            .path_resolution = a.path_resolution || b.path_resolution,
            .personality = a.personality || b.personality,
            .thread_execve = a.thread_execve || b.thread_execve};
}

Quiet inverted(const Quiet& quiet) {
    return {.attach = !quiet.attach,
            .exit = !quiet.exit,
            .path_resolution = !quiet.path_resolution,
            .personality = !quiet.personality,
            .thread_execve = !quiet.thread_execve};
}

tl::expected<Quiet, ParseError> quiet_set(std::string_view text) {
    Quiet set;
    bool invert = false;
    std::size_t from = 0;
    for (; from < text.size() && text[from] == '!'; ++from) {
        invert = !invert;
    }
    for (;;) {
        const auto comma = std::min(text.find(',', from), text.size());
        const auto word = text.substr(from, comma - from);
        const auto found = std::ranges::find_if(quiet_words, [&](const QuietWord& row) { return same_in_any_case(row.word, word); });
        if (found == quiet_words.end()) {
            return tl::unexpected(ParseError{"invalid quiet '" + std::string(word) + "'", from});
        }
        set = united(set, found->bits);
        if (comma == text.size()) {
            return invert ? inverted(set) : set;
        }
        from = comma + 1;
    }
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

Verdict traced(Reading& reading, const Given& given) { return replace(reading.settings.traced, given); }
Verdict signals(Reading& reading, const Given& given) { return replace(reading.settings.signals, given); }
Verdict abbreviated(Reading& reading, const Given& given) { return replace(reading.settings.abbreviated, given); }
Verdict verbose(Reading& reading, const Given& given) { return replace(reading.settings.verbose, given); }
Verdict raw(Reading& reading, const Given& given) { return replace(reading.settings.raw, given); }

Verdict inject(Reading& reading, const Given& given) { return add_rule(reading, given, parse_inject(*given.value)); }
Verdict fault(Reading& reading, const Given& given) { return add_rule(reading, given, parse_fault(*given.value)); }

Verdict no_abbrev(Reading& reading, const Given&) {
    reading.settings.abbreviated = SyscallSet::none();
    return {};
}

Verdict quiet(Reading& reading, const Given& given) {
    if (given.by_letter) {
        ++reading.quiet_letters;
        return {};
    }
    reading.quiet_given = true;
    auto parsed = quiet_set(given.value.value_or("attach,personality"));
    if (!parsed) {
        return set_error(given, parsed.error());
    }
    reading.settings.quiet = *parsed;
    return {};
}

}  // namespace troupe::options::apply
