#include <fmt/format.h>

#include <charconv>

#include "core/procfs/reading.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe::procfs {

namespace {

/// Behind the name of a line, between tabs.
std::vector<pid_t> numbers_behind(std::string_view line) {
    std::vector<pid_t> numbers;
    const char* at = line.data();
    const char* const end = line.data() + line.size();
    while (at != end) {
        pid_t number = 0;
        const auto [rest, error] = std::from_chars(at, end, number);
        if (error == std::errc{}) {
            numbers.push_back(number);
        }
        at = error == std::errc{} ? rest : at + 1;
    }
    return numbers;
}

}  // namespace

std::string pid_namespace_of(pid_t tid) { return link_target(fmt::format("/proc/{}/ns/pid", tid)).value_or(""); }

NamespaceIds namespace_ids(pid_t tid) {
    NamespaceIds ids;
    const auto text = text_of(fmt::format("/proc/{}/status", tid));
    for (auto rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        const std::string_view line = next_line(rest);
        if (line.starts_with("NSpid:")) {
            ids.tasks = numbers_behind(line);
        } else if (line.starts_with("NSpgid:")) {
            ids.groups = numbers_behind(line);
        } else if (line.starts_with("NSsid:")) {
            ids.sessions = numbers_behind(line);
            break;
        }
    }
    return ids;
}

}  // namespace troupe::procfs
