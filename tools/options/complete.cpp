#include <unistd.h>

#include <cstdlib>

#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

Verdict complete_output(Reading& reading) {
    auto& engine = reading.settings.engine;
    if (reading.fork_letters > 1 && reading.output_separately) {
        return complain("-ff and --output-separately cannot be provided simultaneously");
    }
    const bool separately = reading.output_separately || reading.fork_letters > 1;
    if (!reading.output) {
        if (reading.append) {
            reading.warn("-A/--output-append-mode has no effect without -o/--output");
        }
        return {};
    }
    const auto& target = *reading.output;
    if (!target.starts_with('|') && !target.starts_with('!')) {
        engine.output.target = OutputConfig::Target::file;
        engine.output.destination = target;
        engine.output.append = reading.append;
        engine.output.separately = separately;
        return {};
    }
    if (separately) {
        return complain_and_point_to_help("piping the output and -ff/--output-separately are mutually exclusive");
    }
    engine.output.target = OutputConfig::Target::command;
    engine.output.destination = target.substr(1);
    return {};
}

Verdict check_dumps(const Reading& reading) {
    const bool as_text = reading.settings.engine.output.format == OutputFormat::text;
    for (const std::string_view name : {"read", "write"}) {
        if (!as_text && reading.uses.contains(&row_named(name))) {
            return complain_and_point_to_help("--" + std::string(name) +
                                              " and --output-format=jsonl are mutually exclusive: strings of JSON are as long as -s says");
        }
    }
    return {};
}

/// Colours are not there yet: what would have some is refused.
Verdict check_color(const Reading& reading) {
    const char* no_color = std::getenv("NO_COLOR");
    const bool may_have_some = no_color == nullptr || *no_color == '\0';
    const bool on_terminal = !reading.output && ::isatty(STDERR_FILENO) == 1;
    if (reading.color == Color::always || (reading.color == Color::automatic && may_have_some && on_terminal)) {
        return complain("colours are not there yet; meanwhile, use --color=never");
    }
    return {};
}

void complete_forks(Reading& reading) {
    if (reading.forks_by_old_letter) {
        reading.warn(reading.settings.engine.follow ? "deprecated option -F ignored"
                                                    : "option -F is deprecated, please use -f/--follow-forks instead");
        reading.settings.engine.follow = true;
    }
}

void complete_quiet(Reading& reading) {
    auto& quiet = reading.settings.engine.printing.quiet;
    const int letters = reading.quiet_letters;
    if (letters > 2) {
        quiet = KeywordSet<Quiet>::all();
    } else if (letters > 0) {
        quiet = quiet_by_letter;
    }
    if (letters == 2) {
        quiet.insert(Quiet::exit);
    }
    const bool for_a_command_with_output = reading.output && !reading.settings.command.empty();
    if (letters == 0 && !reading.quiet_given && for_a_command_with_output) {
        quiet = quiet_by_letter;
    }
}

void complete_clock(Reading& reading) {
    auto& columns = reading.settings.engine.output.columns;
    if (reading.clock_letters > 0) {
        columns.clock = reading.clock_letters > 2 ? LineColumns::Clock::unix_time : LineColumns::Clock::time_of_day;
        columns.clock_precision = reading.clock_letters > 1 ? Precision::microseconds : Precision::seconds;
    }
}

void complete_strings(Reading& reading) {
    auto& strings = reading.settings.engine.printing.style.form.strings;
    if (reading.hex_letters > 0) {
        strings = reading.hex_letters > 1 ? HexStrings::all : HexStrings::other_strings;
    }
}

void complete_descriptors(Reading& reading) {
    auto& wanted = reading.settings.engine.printing.annotations.descriptors;
    if (reading.descriptor_letters > 1) {
        wanted = KeywordSet<DescriptorDetail>::all();
    } else if (reading.descriptor_letters == 1) {
        wanted = {DescriptorDetail::path};
    }
}

void complete_results(Reading& reading) {
    if (reading.result_letters > 1) {
        reading.warn(
            "Only the last of -z/--successful-only/-Z/--failed-only options will take effect. "
            "See status qualifier for more complex filters.");
    }
}

Verdict complete_stacks(Reading& reading) {
    const int letters = reading.stack_letters;
    if (letters > 2) {
        return complain_and_point_to_help("Too many -k's (" + std::to_string(letters) + "), maximum supported -k count is 2");
    }
    if (letters > 0) {
        reading.settings.engine.printing.stack.with_source = letters == 2;
    }
    return {};
}

Verdict complete_daemonize(Reading& reading) {
    constexpr int most = 3;
    const int letters = reading.daemonize_letters;
    Settings& settings = reading.settings;
    if (letters > most) {
        return complain_and_point_to_help("Too many -D's (" + std::to_string(letters) + "), maximum supported -D count is 3");
    }
    if (letters > 0) {
        settings.daemonize = static_cast<Daemonize>(letters);
    }
    if (settings.daemonize != Daemonize::no && settings.command.empty()) {
        return complain_and_point_to_help("PROG [ARGS] must be specified with -D/--daemonize");
    }
    return {};
}

/// What was asked for explicitly, and cannot be: without it the result is the same.
void complete_filter(Reading& reading) {
    auto& engine = reading.settings.engine;
    if (engine.filter != FilterUse::on) {
        return;
    }
    const char* reason = !engine.follow                     ? "cannot be used without -f/--follow-forks, disabling"
                         : engine.detach_on_execve          ? "is not enabled because it is not compatible with -b"
                         : engine.stop_after.any()          ? "is not enabled because it is not compatible with --syscall-limit"
                         : reading.settings.command.empty() ? "is not enabled for processes attached with -p"
                                                            : nullptr;
    if (reason != nullptr) {
        reading.warn(std::string("--seccomp-bpf ") + reason);
        engine.filter = FilterUse::off;
    } else if (reading.filter_without_value && engine.printing.traced.is_all()) {
        reading.warn("Seccomp filter is requested but there are no syscalls to filter.  See -e trace to filter syscalls.");
    }
}

void complete_engine(Reading& reading) {
    Settings& settings = reading.settings;
    auto& engine = settings.engine;
    const std::size_t roots = engine.attach.size() + (settings.command.empty() ? 0 : 1);
    engine.output.follow = engine.follow || roots > 1;
    const bool is_beside_a_command = !settings.command.empty() && engine.output.target != OutputConfig::Target::standard_error;
    const bool is_grandchild = settings.daemonize != Daemonize::no;
    const auto interruptible = reading.interruptible.value_or(is_grandchild         ? Interruptible::never_nor_stopped
                                                              : is_beside_a_command ? Interruptible::never
                                                                                    : Interruptible::waiting);
    engine.leave_signals_to_command = interruptible >= Interruptible::never;
    engine.survives_stop_key = interruptible == Interruptible::never_nor_stopped;
}

}  // namespace

Verdict complete(Reading& reading) {
    auto& settings = reading.settings;
    if (settings.command.empty() && settings.engine.attach.empty()) {
        if (settings.tip) {
            return {};
        }
        return complain_and_point_to_help("must have PROG [ARGS] or -p PID");
    }
    if (reading.kill_on_exit && !settings.engine.attach.empty()) {
        return complain_and_point_to_help("--kill-on-exit and -p/--attach are mutually exclusive");
    }
    if (auto verdict = complete_daemonize(reading); !verdict) {
        return verdict;
    }
    if (auto verdict = check_summary(reading); !verdict) {
        return verdict;
    }
    if (auto verdict = check_color(reading); !verdict) {
        return verdict;
    }
    if (auto verdict = check_dumps(reading); !verdict) {
        return verdict;
    }
    complete_forks(reading);
    complete_filter(reading);
    complete_quiet(reading);
    complete_clock(reading);
    complete_summary(reading);
    complete_results(reading);
    complete_descriptors(reading);
    if (auto verdict = complete_stacks(reading); !verdict) {
        return verdict;
    }
    if (auto verdict = complete_output(reading); !verdict) {
        return verdict;
    }
    const auto& output = settings.engine.output;
    if (settings.engine.stop_after.bytes && (output.target != OutputConfig::Target::file || output.separately)) {
        return complain_and_point_to_help("--stop-after with a size needs one file, of -o");
    }
    if (output.rotation.size != 0 && output.target != OutputConfig::Target::file) {
        return complain_and_point_to_help("--rotate needs a file, of -o");
    }
    if (output.rotation.size != 0 && settings.engine.stop_after.bytes) {
        return complain_and_point_to_help("--rotate and --stop-after with a size are mutually exclusive");
    }
    complete_strings(reading);
    complete_engine(reading);
    if (reading.user && !settings.command.empty()) {
        auto user = find_user(*reading.user);
        if (!user) {
            return tl::unexpected(user.error());
        }
        settings.user = *std::move(user);
    }
    return {};
}

}  // namespace troupe::options
