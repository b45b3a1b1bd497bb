#include "tools/troupe/engine_config.hpp"

#include <fmt/format.h>
#include <grp.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

namespace troupe {
namespace {

std::vector<std::string> edited_environment(const std::vector<options::EnvironmentEdit>& edits) {
    std::vector<std::string> environment;
    for (char** entry = ::environ; *entry != nullptr; ++entry) {
        environment.emplace_back(*entry);
    }
    for (const options::EnvironmentEdit& edit : edits) {
        const std::string prefix = edit.name + "=";
        std::erase_if(environment, [&prefix](const std::string& entry) { return std::string_view(entry).starts_with(prefix); });
        if (edit.value) {
            environment.push_back(prefix + *edit.value);
        }
    }
    return environment;
}

Identity identity_of(const options::User& user) {
    Identity identity{.uid = user.uid, .gid = user.gid, .groups = {}};
    if (!user.name) {
        return identity;
    }
    int count = 0;
    ::getgrouplist(user.name->c_str(), user.gid, nullptr, &count);
    identity.groups.resize(static_cast<std::size_t>(count));
    ::getgrouplist(user.name->c_str(), user.gid, identity.groups.data(), &count);
    return identity;
}

OutputConfig output_config(const options::Settings& settings) {
    OutputConfig config;
    config.follow = settings.follow_forks || settings.attach.size() + (settings.command.empty() ? 0 : 1) > 1;
    config.column = settings.columns;
    config.format = settings.format;
    if (const auto* file = std::get_if<options::ToFile>(&settings.output)) {
        config.target = OutputConfig::Target::file;
        config.destination = file->path;
        config.append = file->append;
        config.separately = file->per_tracee;
    } else if (const auto* pipe = std::get_if<options::ToPipe>(&settings.output)) {
        config.target = OutputConfig::Target::command;
        config.destination = pipe->command;
    }
    return config;
}

Printing printing_of(const options::Settings& settings) {
    return {.traced = settings.traced,
            .abbreviated = settings.abbreviated,
            .verbose = settings.verbose,
            .raw = settings.raw,
            .signals = settings.signals,
            .style = {.string_limit = settings.string_limit},
            .attach_messages = !settings.quiet.attach,
            .exit_messages = !settings.quiet.exit,
            .superseded_messages = !settings.quiet.thread_execve,
            .personality_messages = !settings.quiet.personality};
}

FilterUse filter_use(options::Switch choice) {
    switch (choice) {
        case options::Switch::on:
            return FilterUse::on;
        case options::Switch::off:
            return FilterUse::off;
        case options::Switch::automatic:
            break;
    }
    return FilterUse::automatic;
}

tl::expected<CommandLine, NotRunnable> command_of(const options::Settings& settings) {
    const std::string& name = settings.command.front();
    auto file = find_executable(name, std::getenv("PATH"));
    if (!file) {
        const int code = file.error().code;
        const bool absent = code == ENOENT || code == ENOTDIR;
        const bool looked_for = absent && name.find('/') == std::string::npos;
        return tl::unexpected(NotRunnable{looked_for ? fmt::format("'{}': command not found in PATH", name)
                                                     : fmt::format("cannot run '{}': {}", name, ::strerrordesc_np(code)),
                                          absent ? 127 : 126});
    }
    CommandLine command{
        .file = *file, .name = name, .arguments = settings.command, .environment = edited_environment(settings.environment), .user = {}};
    if (settings.argv0) {
        command.arguments.front() = *settings.argv0;
    }
    if (settings.user) {
        command.user = identity_of(*settings.user);
    }
    return command;
}

}  // namespace

tl::expected<EngineConfig, NotRunnable> engine_config(const options::Settings& settings, Inheritance inheritance) {
    EngineConfig config;
    config.program_name = settings.called_as;
    if (!settings.command.empty()) {
        auto command = command_of(settings);
        if (!command) {
            return tl::unexpected(command.error());
        }
        config.command = std::move(*command);
    }
    config.attach = settings.attach;
    config.follow = settings.follow_forks;
    config.filter = filter_use(settings.filter);
    config.workers = settings.workers;
    config.placement = settings.placement;
    config.affinity = settings.affinity;
    config.engine_stats = settings.engine_stats;
    config.printing = printing_of(settings);
    config.rules = settings.rules;
    config.output = output_config(settings);
    config.leave_signals_to_command = config.command && config.output.target != OutputConfig::Target::standard_error;
    config.log_level = settings.log_level;
    config.inheritance = std::move(inheritance);
    return config;
}

}  // namespace troupe
