// The argument of --inject and --fault. It is read from the left, a part between two `:` at a time; each part is a row of the table below,
// which says how it is read and whether --fault knows it.
#include <algorithm>
#include <array>

#include "core/expression/inject_values.hpp"
#include "core/expression/set_text.hpp"
#include "core/tables/nearest_name.hpp"
#include "troupe/core/rules.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

constexpr int enosys = 38;

class RuleReader;

struct Part {
    std::string_view name;
    bool in_fault = false;
    Verdict (RuleReader::*read)(Element value) = nullptr;
};

class RuleReader {
 public:
    RuleReader(std::string_view option, std::string_view text) : option_(option), text_(text) {}

    tl::expected<WrittenRule, ParseError> read();

 private:
    Verdict read_part(Element part);
    Verdict check_whole();

    Verdict error(Element value);
    Verdict retval(Element value);
    Verdict signal(Element value);
    Verdict syscall(Element value);
    Verdict delay_enter(Element value) { return delay(value, written_.rule.delay_enter); }
    Verdict delay_exit(Element value) { return delay(value, written_.rule.delay_exit); }
    Verdict poke_enter(Element value) { return poke(value, written_.rule.poke_enter); }
    Verdict poke_exit(Element value) { return poke(value, written_.rule.poke_exit); }
    Verdict when(Element value) { return take(when_meant(value), written_.rule.when); }

    static Verdict delay(Element value, std::optional<std::chrono::nanoseconds>& into);
    static Verdict poke(Element value, std::vector<ArgumentPoke>& into);
    template <typename Value, typename Into>
    static Verdict take(tl::expected<Value, ParseError> value, Into& into);

    [[nodiscard]] bool is_fault() const { return option_ == "fault"; }
    [[nodiscard]] tl::unexpected<ParseError> invalid(const ParseError& why) const {
        return tl::unexpected(
            ParseError{"invalid " + std::string(option_) + " argument '" + std::string(text_) + "'", why.column, ": " + why.text()});
    }

    static constexpr std::array<Part, 9> parts{{
        {"error", true, &RuleReader::error},
        {"retval", false, &RuleReader::retval},
        {"signal", false, &RuleReader::signal},
        {"syscall", true, &RuleReader::syscall},
        {"delay_enter", false, &RuleReader::delay_enter},
        {"delay_exit", false, &RuleReader::delay_exit},
        {"poke_enter", false, &RuleReader::poke_enter},
        {"poke_exit", false, &RuleReader::poke_exit},
        {"when", true, &RuleReader::when},
    }};

    std::string_view option_;
    std::string_view text_;
    WrittenRule written_{};
};

template <typename Value, typename Into>
Verdict RuleReader::take(tl::expected<Value, ParseError> value, Into& into) {
    if (!value) return tl::unexpected(value.error());
    into = *std::move(value);
    return {};
}

Verdict twice(Element value, const std::string& what) { return wrong(what, value.column); }

Verdict RuleReader::error(Element value) {
    if (written_.rule.replaces_call()) return twice(value, "only one error or retval can be injected");
    return take(errno_meant(value), written_.rule.error);
}

Verdict RuleReader::retval(Element value) {
    if (written_.rule.replaces_call()) return twice(value, "only one error or retval can be injected");
    Verdict done = take(retval_meant(value), written_.rule.retval);
    if (done) warn_of_retval(static_cast<std::uint64_t>(*written_.rule.retval), written_.warnings);
    return done;
}

Verdict RuleReader::signal(Element value) {
    if (written_.rule.signal) return twice(value, "only one signal can be injected");
    return take(injected_signal_meant(value), written_.rule.signal);
}

Verdict RuleReader::syscall(Element value) {
    if (written_.rule.instead != nullptr) return twice(value, "only one syscall can be made instead");
    return take(pure_call_meant(value), written_.rule.instead);
}

Verdict RuleReader::delay(Element value, std::optional<std::chrono::nanoseconds>& into) {
    if (into) return twice(value, "this delay is given twice");
    return take(delay_meant(value), into);
}

Verdict RuleReader::poke(Element value, std::vector<ArgumentPoke>& into) {
    if (!into.empty()) return twice(value, "these pokes are given twice (several arguments go into one: @arg1=00,@arg2=00)");
    return take(pokes_meant(value), into);
}

Verdict RuleReader::read_part(Element part) {
    const std::size_t equals = part.text.find('=');
    const std::string_view name = part.text.substr(0, equals);
    const auto* row = std::ranges::find(parts, name, &Part::name);
    if (row == parts.end() || (is_fault() && !row->in_fault)) {
        NearestName search(name);
        std::string known;
        for (const Part& candidate : parts) {
            if (is_fault() && !candidate.in_fault) continue;
            search.offer(candidate.name);
            known += (known.empty() ? "" : ", ") + std::string(candidate.name);
        }
        const std::string_view nearest = search.best();
        const std::string hint = row != parts.end() ? " (--inject does)" : nearest.empty() ? " (" + known + ")" : hint_at(nearest);
        return wrong(std::string(is_fault() ? "--fault" : "--inject") + " knows no '" + std::string(name) + "'" + hint, part.column);
    }
    if (equals == std::string_view::npos) {
        return wrong("'" + std::string(name) + "' needs a value: " + std::string(name) + "=…", part.column);
    }
    return (this->*row->read)({part.text.substr(equals + 1), part.column + equals + 1});
}

Verdict RuleReader::check_whole() {
    const InjectRule& rule = written_.rule;
    const bool acts =
        rule.replaces_call() || rule.signal || rule.delay_enter || rule.delay_exit || !rule.poke_enter.empty() || !rule.poke_exit.empty();
    if (!acts) {
        return wrong("nothing is injected (it takes error, retval, signal, delay_enter, delay_exit, poke_enter or poke_exit)",
                     text_.size());
    }
    if (rule.instead != nullptr && !rule.replaces_call()) {
        written_.warnings.emplace_back("syscall= has no effect: it is made where error= or retval= replace a call, and there is neither");
    }
    return {};
}

tl::expected<WrittenRule, ParseError> RuleReader::read() {
    std::size_t end = std::min(text_.find(':'), text_.size());
    auto calls = SyscallSet::parse(text_.substr(0, end));
    if (!calls) return tl::unexpected(calls.error());
    written_.rule.text = text_;
    written_.rule.calls = *std::move(calls);
    while (end < text_.size()) {
        const std::size_t start = end + 1;
        end = std::min(text_.find(':', start), text_.size());
        if (end == start) continue;
        if (Verdict read = read_part({text_.substr(start, end - start), start}); !read) return invalid(read.error());
    }
    if (is_fault() && !written_.rule.error) written_.rule.error = enosys;
    if (Verdict whole = check_whole(); !whole) return invalid(whole.error());
    return std::move(written_);
}

}  // namespace

std::optional<int> InjectRule::fixed_error() const {
    const bool only_error = !signal && instead == nullptr && !delay_enter && !delay_exit && poke_enter.empty() && poke_exit.empty();
    return only_error && when.always() ? error : std::nullopt;
}

tl::expected<WrittenRule, ParseError> parse_inject(std::string_view text) { return RuleReader("inject", text).read(); }
tl::expected<WrittenRule, ParseError> parse_fault(std::string_view text) { return RuleReader("fault", text).read(); }

}  // namespace troupe
