#include "tools/troupe/runnable.hpp"

#include <fmt/format.h>
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

}  // namespace

tl::expected<CommandLine, NotRunnable> runnable(const options::Settings& settings) {
    const std::string& name = settings.command.front();
    auto file = find_executable(name, std::getenv("PATH"));
    if (!file && name.find('/') != std::string::npos && ::access(name.c_str(), F_OK) == 0) {
        file = name;  // it is there: the trace shows with which error the kernel refuses it
    }
    if (!file) {
        const int code = file.error().code;
        const bool absent = code == ENOENT || code == ENOTDIR;
        return tl::unexpected(NotRunnable{fmt::format("Can't stat '{}': {}", name, ::strerrordesc_np(code)), absent ? 127 : 126});
    }
    CommandLine command{.file = *file,
                        .name = name,
                        .arguments = settings.command,
                        .environment = edited_environment(settings.environment),
                        .user = settings.user};
    if (settings.argv0) {
        command.arguments.front() = *settings.argv0;
    }
    return command;
}

}  // namespace troupe
