#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tools/options/apply.hpp"
#include "tools/options/choose.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe::options::apply {
namespace {

/// Where the words of a switch are auto, on and off.
template <typename Switch>
Verdict set_switch(Switch& to, const Given& given) {
    constexpr std::array<std::pair<std::string_view, Switch>, 3> words = {
        {{"auto", Switch::automatic}, {"on", Switch::on}, {"off", Switch::off}}};
    return choose(to, given, words, "auto, on or off");
}

}  // namespace

Verdict script(Reading& reading, const Given& given) {
    if (given.value->empty()) {
        return invalid(given, "the file of a script");
    }
    reading.settings.scripting.scripts.emplace_back(*given.value);
    return {};
}

Verdict jit(Reading& reading, const Given& given) { return set_switch(reading.settings.scripting.jit, given); }

Verdict attach(Reading& reading, const Given& given) {
    constexpr std::string_view separators = ", \t\n";
    auto& pids = reading.settings.engine.attach;
    for (std::string_view left = *given.value; !left.empty();) {  // one separator may end the list; between two there is a pid
        const auto word = left.substr(0, left.find_first_of(separators));
        left.remove_prefix(std::min(word.size() + 1, left.size()));
        const auto pid = signed_decimal(word, 0x7fffffff).value_or(0);
        if (pid == 0) {
            return complain("Invalid process id: '" + std::string(word) + "'");
        }
        if (static_cast<pid_t>(pid) == getpid()) {
            return complain("cannot attach to process " + std::string(word) + ": that is " + reading.settings.called_as() + " itself");
        }
        pids.push_back(static_cast<pid_t>(pid));
    }
    return {};
}

Verdict user(Reading& reading, const Given& given) {
    reading.user = std::string(*given.value);
    return {};
}

Verdict environment(Reading& reading, const Given& given) {
    const auto equals = given.value->find('=');  // 0 is a variable without a name, which putenv(3) takes, too
    EnvironmentEdit edit{std::string(given.value->substr(0, equals)), std::nullopt};
    if (equals != std::string_view::npos) {
        edit.value = std::string(given.value->substr(equals + 1));
    }
    reading.settings.environment.push_back(std::move(edit));
    return {};
}

Verdict argv0(Reading& reading, const Given& given) {
    reading.settings.argv0 = std::string(*given.value);
    return {};
}

Verdict follow_forks(Reading& reading, const Given& given) {
    reading.settings.engine.follow = true;
    reading.fork_letters += given.by_letter ? 1 : 0;
    return {};
}

Verdict old_follow_forks(Reading& reading, const Given&) {
    reading.forks_by_old_letter = true;
    return {};
}

Verdict output_separately(Reading& reading, const Given&) {
    reading.output_separately = true;
    return {};
}

Verdict seccomp_bpf(Reading& reading, const Given& given) {
    reading.filter_without_value = !given.value;
    if (!given.value) {
        reading.settings.engine.filter = FilterUse::on;
        return {};
    }
    return set_switch(reading.settings.engine.filter, given);
}

Verdict interruptible(Reading& reading, const Given& given) {
    constexpr Words<Interruptible, 5> words = {{{"anywhere", Interruptible::anywhere},
                                                {"always", Interruptible::anywhere},
                                                {"waiting", Interruptible::waiting},
                                                {"never", Interruptible::never},
                                                {"never_tstp", Interruptible::never_nor_stopped}}};
    constexpr unsigned most = 4;
    if (const auto number = signed_decimal(*given.value, most).value_or(0); number != 0) {
        reading.interruptible = static_cast<Interruptible>(number - 1);
        return {};
    }
    Interruptible when{};
    auto verdict = choose(when, given, words);
    reading.interruptible = when;
    return verdict;
}

Verdict kill_on_exit(Reading& reading, const Given&) {
    reading.kill_on_exit = true;
    return {};
}

Verdict workers(Reading& reading, const Given& given) {
    constexpr unsigned most = 1024;  // a thousand workers already cost every stop a walk over all of them
    const auto count = *given.value == "auto" ? 0u : decimal(*given.value, most).value_or(0);
    if (count == 0 && *given.value != "auto") {
        return invalid(given, "auto, or 1 to 1024");
    }
    reading.settings.engine.workers = count;
    return {};
}

Verdict placement(Reading& reading, const Given& given) {
    constexpr std::array<std::pair<std::string_view, Placement>, 3> words = {
        {{"auto", Placement::automatic}, {"stay", Placement::stay}, {"spread", Placement::spread}}};
    return choose(reading.settings.engine.placement, given, words, "auto, stay or spread");
}

Verdict affinity(Reading& reading, const Given& given) {
    constexpr std::array<std::pair<std::string_view, AffinityUse>, 2> words = {
        {{"auto", AffinityUse::automatic}, {"never", AffinityUse::never}}};
    return choose(reading.settings.engine.affinity, given, words, "auto or never");
}

Verdict engine_stats(Reading& reading, const Given&) {
    reading.settings.engine.engine_stats = true;
    return {};
}

Verdict output(Reading& reading, const Given& given) {
    reading.output = std::string(*given.value);
    return {};
}

Verdict append(Reading& reading, const Given&) {
    reading.append = true;
    return {};
}

Verdict output_format(Reading& reading, const Given& given) {
    constexpr std::array<std::string_view, 2> to_come = {"chrome", "sqlite"};
    if (std::ranges::find(to_come, *given.value) != to_come.end()) {
        return complain("the format '" + std::string(*given.value) + "' of " + given.spelled + " is not there yet; meanwhile, write jsonl");
    }
    constexpr std::array<std::pair<std::string_view, OutputFormat>, 2> words = {
        {{"text", OutputFormat::text}, {"jsonl", OutputFormat::jsonl}}};
    return choose(reading.settings.engine.output.format, given, words, "text or jsonl");
}

Verdict string_limit(Reading& reading, const Given& given) {
    constexpr unsigned most = 0x3fffffff;  // strace's: a byte prints as four characters at most
    const auto limit = *given.value == "max" ? most : signed_decimal(*given.value, most);
    if (!limit) {
        return invalid(given);
    }
    reading.settings.engine.printing.style.string_limit = *limit;
    return {};
}

Verdict color(Reading& reading, const Given& given) {
    constexpr Words<Color, 3> words = {{{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}}};
    return choose(reading.color, given, words);
}

Verdict whole_calls(Reading& reading, const Given&) {
    reading.settings.engine.output.whole_calls = true;
    return {};
}

Verdict columns(Reading& reading, const Given& given) {
    constexpr unsigned most = 1'000'000;  // every line is filled up with blanks to that column
    const auto column = signed_decimal(*given.value, most);
    if (!column) {
        return invalid(given);
    }
    reading.settings.engine.output.column = *column;
    return {};
}

Verdict debug(Reading& reading, const Given&) {
    reading.settings.engine.log_level = std::min(reading.settings.engine.log_level, LogLevel::debug);
    return {};
}

Verdict log_level(Reading& reading, const Given& given) {
    constexpr std::array<std::string_view, 5> levels = {"trace", "debug", "info", "warning", "error"};
    const auto found = std::ranges::find(levels, *given.value);
    if (found == levels.end()) {
        return invalid(given, "trace, debug, info, warning or error");
    }
    reading.settings.engine.log_level = static_cast<LogLevel>(found - levels.begin());
    return {};
}

/// `2`, `id:2`, `random`, `full`, `format:full`
Verdict tips(Reading& reading, const Given& given) {
    constexpr Words<TipChoice::Form, 3> forms = {
        {{"none", TipChoice::Form::none}, {"compact", TipChoice::Form::compact}, {"full", TipChoice::Form::full}}};
    constexpr unsigned most = 0x7fffffff;
    constexpr std::string_view id = "id:", format = "format:";
    TipChoice& tip = reading.settings.tip.emplace();
    std::string_view left = given.value.value_or("");
    while (!left.empty()) {
        std::string_view word = left.substr(0, left.find(','));
        left.remove_prefix(std::min(word.size() + 1, left.size()));
        const bool is_id = word.starts_with(id), is_format = word.starts_with(format);
        word.remove_prefix(is_id ? id.size() : is_format ? format.size() : 0);
        if (const auto form = meant(forms, word); form && !is_id) {
            tip.form = *form;
        } else if (const auto number = decimal(word, most); number && !is_format) {
            tip.number = *number;
        } else if (word == "random" && !is_format) {
            tip.number.reset();
        } else if (!word.empty() || is_id || is_format) {
            return invalid(given);
        }
    }
    return {};
}

Verdict list_syscalls(Reading& reading, const Given&) {
    reading.answer = syscall_list();
    return {};
}

Verdict help(Reading& reading, const Given&) {
    const std::string& path = reading.settings.called_as();
    reading.answer = help_text(path.substr(path.find_last_of('/') + 1));
    return {};
}

Verdict version(Reading& reading, const Given&) {
    reading.version = true;
    return {};
}

}  // namespace troupe::options::apply
