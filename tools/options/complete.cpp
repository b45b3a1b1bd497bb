#include <sys/types.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <vector>

#include "tools/options/reading.hpp"
#include "troupe/core/signals.hpp"

namespace troupe::options {
namespace {

Verdict complete_output(Reading& reading) {
    auto& engine = reading.settings.engine;
    if (!reading.output) {
        return {};
    }
    const bool separately = reading.output_separately || reading.fork_letters > 1;
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

void warn_of_what_is_ignored(Reading& reading) {
    if (reading.output_separately && !reading.output && !reading.settings.engine.follow) {  // -f with it is -ff, of which nothing is said
        reading.warn("--output-separately has no effect without -o/--output");
    }
    if (reading.append && !reading.output) {
        reading.warn("-A/--output-append-mode has no effect without -o/--output");
    }
    if (reading.result_letters > 1) {
        reading.warn(
            "Only the last of -z/--successful-only/-Z/--failed-only options will take effect. "
            "See status qualifier for more complex filters.");
    }
}

void warn_of_paths_that_lead_elsewhere(Reading& reading) {
    for (const WantedPath& path : reading.settings.engine.printing.files.paths) {
        if (!path.real.empty() && path.real != path.as_given) {
            reading.warn("Requested path \"" + path.as_given + "\" resolved into \"" + path.real + "\"");
        }
    }
}

void complete_columns_and_warn(Reading& reading) {
    const bool paths_are_told = !reading.settings.engine.printing.quiet.contains(Quiet::path_resolution);  // -qqq comes too late for that
    complete_quiet(reading);
    complete_clock(reading);
    complete_summary(reading);
    warn_of_what_is_ignored(reading);
    if (paths_are_told) {
        warn_of_paths_that_lead_elsewhere(reading);
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
    if ((letters > 0 || settings.daemonize != Daemonize::no) && settings.command.empty()) {
        return complain_and_point_to_help("PROG [ARGS] must be specified with -D/--daemonize");
    }
    if (auto verdict = check_spellings_of(reading, 'D'); !verdict) {
        return verdict;
    }
    if (letters > most) {
        return complain_and_point_to_help("Too many -D's (" + std::to_string(letters) + "), maximum supported -D count is 3");
    }
    if (letters > 0) {
        settings.daemonize = static_cast<Daemonize>(letters);
    }
    return {};
}

Verdict complete_command(Reading& reading) {
    if (reading.kill_on_exit && !reading.settings.engine.attach.empty()) {
        return complain_and_point_to_help("--kill-on-exit and -p/--attach are mutually exclusive");
    }
    if (auto verdict = complete_daemonize(reading); !verdict) {
        return verdict;
    }
    return check_spellings(reading);
}

/// What was asked for explicitly, and cannot be: without it the result is the same. -F does not count as -f here.
/// Whether a filter would be of use.
bool complete_filter(Reading& reading) {
    auto& engine = reading.settings.engine;
    if (engine.filter != FilterUse::on) {
        return false;
    }
    const auto go_without = [&](const char* reason) {
        reading.warn(std::string("--seccomp-bpf ") + reason);
        engine.filter = FilterUse::off;
        return false;
    };
    if (engine.detach_on_execve) {
        return go_without("is not enabled because it is not compatible with -b");
    }
    if (engine.stop_after.any()) {
        return go_without("is not enabled because it is not compatible with --syscall-limit");
    }
    if (reading.settings.command.empty()) {
        go_without("is not enabled for processes attached with -p");
    }
    return engine.follow || go_without("cannot be used without -f/--follow-forks, disabling");
}

void warn_of_nothing_to_filter(Reading& reading) {
    if (reading.filter_without_value && reading.settings.engine.printing.traced.is_all()) {
        reading.warn("Seccomp filter is requested but there are no syscalls to filter.  See -e trace to filter syscalls.");
    }
}

Verdict complete_user(Reading& reading) {
    if (reading.user && !reading.settings.command.empty()) {
        auto user = find_user(*reading.user);
        if (!user) {
            return tl::unexpected(user.error());
        }
        reading.settings.user = *std::move(user);
    }
    return {};
}

/// How many of them can be traced at all: each is once, and those that are gone are not.
std::size_t count_of(const std::vector<pid_t>& pids) {
    std::set<pid_t> found;
    std::ranges::copy_if(pids, std::inserter(found, found.end()), is_there);
    return found.size();
}

void complete_engine(Reading& reading) {
    Settings& settings = reading.settings;
    auto& engine = settings.engine;
    const std::size_t roots = count_of(engine.attach) + (settings.command.empty() ? 0 : 1);
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
    if (auto verdict = check_table_choice(reading); !verdict) {
        return verdict;
    }
    if (reading.version) {
        reading.answer = version_text();
        return {};
    }
    if (settings.command.empty() && settings.engine.attach.empty()) {
        if (settings.tip) {
            return {};
        }
        return complain_and_point_to_help("must have PROG [ARGS] or -p PID");
    }
    if (auto verdict = complete_command(reading); !verdict) {
        return verdict;
    }
    const bool filters = complete_filter(reading);
    complete_forks(reading);
    if (auto verdict = check_summary(reading); !verdict) {
        return verdict;
    }
    if (auto verdict = check_dumps(reading); !verdict) {
        return verdict;
    }
    complete_columns_and_warn(reading);
    if (auto verdict = complete_user(reading); !verdict) {
        return verdict;
    }
    if (filters) {
        warn_of_nothing_to_filter(reading);
    }
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
    complete_color(reading);
    complete_engine(reading);
    return check_spellings_of(reading, 'q');
}

}  // namespace troupe::options
