#include "tools/options/reading.hpp"

namespace troupe::options {
namespace {

Verdict settle_output(Reading& reading) {
    auto& settings = reading.settings;
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
        settings.output = ToFile{target, reading.append, separately};
        return {};
    }
    if (separately) {
        return complain_and_point_to_help("piping the output and -ff/--output-separately are mutually exclusive");
    }
    settings.output = ToPipe{target.substr(1)};
    return {};
}

void settle_forks(Reading& reading) {
    if (reading.forks_by_old_letter) {
        reading.warn(reading.settings.follow_forks ? "deprecated option -F ignored"
                                                   : "option -F is deprecated, please use -f/--follow-forks instead");
        reading.settings.follow_forks = true;
    }
}

void settle_quiet(Reading& reading) {
    auto& quiet = reading.settings.quiet;
    const int letters = reading.quiet_letters;
    if (letters > 0) {
        quiet = {.attach = true, .exit = letters > 1, .path_resolution = letters > 2, .personality = true, .thread_execve = letters > 2};
        return;
    }
    const bool for_a_command_with_output = reading.output && !reading.settings.command.empty();
    if (!reading.quiet_given && for_a_command_with_output) {
        quiet.attach = quiet.personality = true;
    }
}

}  // namespace

Verdict settle(Reading& reading) {
    auto& settings = reading.settings;
    if (settings.command.empty() && settings.attach.empty()) {
        return complain_and_point_to_help("must have PROG [ARGS] or -p PID");
    }
    if (auto verdict = settle_output(reading); !verdict) {
        return verdict;
    }
    settle_forks(reading);
    settle_quiet(reading);
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
