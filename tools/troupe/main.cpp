#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <utility>

#include "tools/options/command_line.hpp"
#include "tools/troupe/runnable.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/core/signals.hpp"
#include "troupe/lua/script_engine.hpp"

namespace {

using namespace troupe;

/// Ends as the command did: by the same signal, without a core of ours beside the command's.
int end_as(const RunResult& result) {
    if (result.how == RunResult::How::status) {
        return result.code;
    }
    std::fflush(nullptr);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    die_of(result.code);
    return 128 + result.code;
}

/// Nothing of ours may get the number of a standard handle that is closed: messages would go there. The command finds it closed all the
/// same.
void fill_standard_handles() {
    int handle = 0;
    do {
        handle = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    } while (handle >= 0 && handle <= STDERR_FILENO);
    if (handle >= 0) {
        ::close(handle);
    }
}

void complain(const options::Settings& settings, const std::string& text) {
    std::fputs(fmt::format("{}: {}\n", settings.called_as(), text).c_str(), stderr);
}

/// -D. 0: this is the grandchild; else the exit status of the process that cannot become the command.
int become_grandchild(options::Settings& settings, const Inheritance& inheritance) {
    auto command = runnable(settings);
    if (!command) {
        complain(settings, command.error().message);
        return command.error().status;
    }
    const LaunchRequest request{.file = command->file,
                                .arguments = command->arguments,
                                .environment = command->environment,
                                .user = command->user,
                                .filter = {},
                                .seize = {}};
    auto waiting = daemonize(request, inheritance, settings.daemonize);
    if (!waiting) {
        complain(settings, waiting.error().text());
        return 1;
    }
    settings.engine.command = *std::move(command);
    settings.engine.waiting_command = *waiting;
    if (settings.engine.log_level <= LogLevel::debug) {
        complain(settings, fmt::format("new tracer pid is {}", ::getpid()));
    }
    return 0;
}

RunResult run(options::Settings settings, Inheritance inheritance) {
    for (const std::string& warning : settings.warnings) {
        std::fputs(fmt::format("{}\n", warning).c_str(), stderr);
    }
    if (settings.daemonize != Daemonize::no) {
        if (const int status = become_grandchild(settings, inheritance); status != 0) {
            return {RunResult::How::status, status};
        }
    }
    std::optional<Urgent> urgent;
    if (!settings.engine.attach.empty()) {
        urgent.emplace();
    }
    std::unique_ptr<Hooks> hooks;
    if (!settings.scripting.scripts.empty()) {
        settings.scripting.of_children = {
            .signal_mask = inheritance.signal_mask, .cpus = inheritance.cpus, .descriptors = inheritance.descriptors};
        auto loaded = load_scripts(settings.scripting);
        if (!loaded) {
            std::fputs(fmt::format("{}: lua: {}\n", settings.called_as(), loaded.error().message).c_str(), stderr);
            return {RunResult::How::status, loaded.error().exit_status};
        }
        hooks = std::move(*loaded);
    }
    EngineConfig& config = settings.engine;
    if (!settings.command.empty() && !config.command) {
        auto command = runnable(settings);
        if (!command) {
            std::fputs(fmt::format("{}: {}\n", settings.called_as(), command.error().message).c_str(), stderr);
            return {RunResult::How::status, command.error().status};
        }
        config.command = *std::move(command);
    }
    config.inheritance = std::move(inheritance);
    config.hooks = hooks.get();
    return run_engine(config, std::move(urgent));
}

}  // namespace

int main(int argc, char** argv) {
    Inheritance inheritance = Inheritance::take();
    fill_standard_handles();
    auto parsed = options::parse_command_line(argc, argv);
    if (!parsed) {
        std::fputs(parsed.error().text().c_str(), stderr);
        return parsed.error().status;
    }
    if (const auto* answer = std::get_if<options::Answer>(&*parsed)) {
        std::fputs(answer->text.c_str(), stdout);
        return 0;
    }
    auto settings = std::get<options::Settings>(*std::move(parsed));
    const auto tip = settings.tip;
    const bool has_work = !settings.command.empty() || !settings.engine.attach.empty();
    const RunResult result = has_work ? run(std::move(settings), std::move(inheritance)) : RunResult{};
    if (tip) {
        std::fputs(options::tip_text(*tip).c_str(), stderr);
    }
    return end_as(result);
}
