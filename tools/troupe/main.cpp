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

int run(options::Settings settings, Inheritance inheritance) {
    for (const std::string& warning : settings.warnings) {
        std::fputs(fmt::format("{}\n", warning).c_str(), stderr);
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
            return loaded.error().exit_status;
        }
        hooks = std::move(*loaded);
    }
    EngineConfig& config = settings.engine;
    if (!settings.command.empty()) {
        auto command = runnable(settings);
        if (!command) {
            std::fputs(fmt::format("{}: {}\n", settings.called_as(), command.error().message).c_str(), stderr);
            return command.error().status;
        }
        config.command = *std::move(command);
    }
    config.inheritance = std::move(inheritance);
    config.hooks = hooks.get();
    return end_as(run_engine(config, std::move(urgent)));
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
    return run(std::get<options::Settings>(*std::move(parsed)), std::move(inheritance));
}
