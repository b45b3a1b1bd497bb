#include "tests/support/processes.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "troupe/core/unique_fd.hpp"

namespace troupe::tests {
namespace {

std::vector<pid_t> numbers_in(const std::string& folder) {
    std::vector<pid_t> found;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename();
        if (name.find_first_not_of("0123456789") == std::string::npos) {
            found.push_back(std::atoi(name.c_str()));
        }
    }
    return found;
}

std::string proc(pid_t pid, const char* name) { return "/proc/" + std::to_string(pid) + "/" + name; }

}  // namespace

std::string file_content(const std::string& path) {
    // A file that is written faster than we read has no end: what was there in the beginning is enough. /proc has no sizes.
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return {};
    }
    const auto known = static_cast<std::size_t>(status.st_size);
    std::string content;
    for (;;) {
        constexpr std::size_t chunk = 1 << 16;
        const std::size_t have = content.size();
        content.resize(have + (known != 0 ? std::min(chunk, known - have) : chunk));
        const ssize_t got = ::read(file.get(), content.data() + have, content.size() - have);
        content.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got <= 0 || content.size() == known) {
            return content;
        }
    }
}

int kernel_priority() { return 20 - ::getpriority(PRIO_PROCESS, 0); }

std::vector<pid_t> all_processes() { return numbers_in("/proc"); }
std::vector<pid_t> threads_of(pid_t pid) { return numbers_in(proc(pid, "task")); }
std::string environment_of(pid_t pid) { return file_content(proc(pid, "environ")); }

ProcessState state_of(pid_t pid) {
    const std::string text = file_content(proc(pid, "stat"));
    const std::size_t name_end = text.rfind(')');
    ProcessState state;
    int group = 0;
    if (name_end != std::string::npos) {
        std::sscanf(text.c_str() + name_end + 1, " %c %d %d %d", &state.letter, &state.parent, &group, &state.session);
    }
    return state;
}

std::string status_field(pid_t pid, std::string_view field) {
    std::ifstream status(proc(pid, "status"));
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, field.size(), field) == 0 && line[field.size()] == ':') {
            const std::size_t begin = line.find_first_not_of(" \t", field.size() + 1);
            return begin == std::string::npos ? "" : line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
        }
    }
    return {};
}

}  // namespace troupe::tests
