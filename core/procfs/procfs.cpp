#include "troupe/core/procfs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>

#include "core/procfs/reading.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe::procfs {
namespace {

/// A field of /proc/TID/status, in the kernel's order: nothing is read behind the last.
struct StatusField {
    std::string_view name;
    void (*parse)(std::string_view text, Status& status);
};

template <auto Member, int base = 10>
void number(std::string_view text, Status& status) {
    std::from_chars(text.data(), text.data() + text.size(), status.*Member, base);
}

constexpr StatusField status_fields[] = {
    {"State:", [](std::string_view text, Status& status) { status.state = text.empty() ? status.state : text.front(); }},
    {"Tgid:", number<&Status::process>},
    {"PPid:", number<&Status::parent>},
    {"TracerPid:", number<&Status::tracer>},
    {"Uid:", number<&Status::uid>},  // the first of four: the real one
    {"ShdPnd:", number<&Status::queued, 16>},
    {"SigBlk:", number<&Status::blocked, 16>},
    {"SigIgn:", number<&Status::ignored, 16>},
    {"SigCgt:", number<&Status::handled, 16>},
    {"CapEff:", number<&Status::capabilities, 16>},
    {"Seccomp:", number<&Status::seccomp>},
    {"Seccomp_filters:", number<&Status::filters>},
};

bool tells_of_user_faults(std::string_view line) {
    const auto has = [line](std::string_view flag) { return line.find(flag) != std::string_view::npos; };
    return line.starts_with("VmFlags:") && (has(" um") || has(" uw") || has(" ui"));
}

}  // namespace

std::vector<pid_t> threads_of(pid_t tid) { return numbers_in(fmt::format("/proc/{}/task", tid)); }

std::optional<Status> status_of(pid_t tid) {
    const auto text = text_of(fmt::format("/proc/{}/status", tid));
    Status status;
    const StatusField* found = nullptr;
    const StatusField* const last = std::prev(std::end(status_fields));
    for (auto rest = text ? std::string_view(*text) : std::string_view(); !rest.empty() && found != last;) {
        const std::string_view line = next_line(rest);
        found = std::ranges::find_if(status_fields, [line](const StatusField& field) { return line.starts_with(field.name); });
        if (found != std::end(status_fields)) {
            const std::string_view value = line.substr(found->name.size());
            found->parse(value.substr(std::min(value.find_first_not_of(" \t"), value.size())), status);
        }
    }
    return status.process != 0 ? std::optional(status) : std::nullopt;
}

std::optional<std::uint64_t> time_on_cpu(pid_t tid) {
    const UniqueFd file(::open(fmt::format("/proc/{}/schedstat", tid).c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 64> text;
    const ssize_t length = file ? ::read(file.get(), text.data(), text.size()) : -1;
    std::uint64_t time = 0;
    if (length <= 0 || std::from_chars(text.data(), text.data() + length, time).ec != std::errc{}) {
        return std::nullopt;
    }
    return time;
}

bool is_over(pid_t process) {
    const auto status = status_of(process);
    return status && status->has_ended() && threads_of(process).size() <= 1;
}

// The last field of /proc/PID/stat, behind a name that may hold anything (fs/proc/array.c: of the whole group, once it is ending).
std::optional<int> ending_of(pid_t process) {
    const auto text = text_of(fmt::format("/proc/{}/stat", process));
    const auto last = text ? text->rfind(' ') : std::string::npos;
    int status = 0;
    if (last == std::string::npos || std::from_chars(text->data() + last + 1, text->data() + text->size(), status).ec != std::errc{}) {
        return std::nullopt;
    }
    return status;
}

std::optional<Place> arguments_of_ourselves() {
    constexpr int first_field = 3, begin_field = 48;  // behind the name, in parentheses, that may hold anything
    const auto text = text_of("/proc/self/stat");
    const auto name_end = text ? text->rfind(") ") : std::string::npos;
    if (name_end == std::string::npos) {
        return std::nullopt;
    }
    std::string_view rest = std::string_view(*text).substr(name_end + 2);
    for (int field = first_field; field < begin_field; ++field) {
        rest.remove_prefix(std::min(rest.find(' '), rest.size() - 1) + 1);
    }
    Place place;
    const auto begin = std::from_chars(rest.data(), rest.data() + rest.size(), place.begin);
    if (begin.ec != std::errc{} || begin.ptr == rest.data() + rest.size() ||
        std::from_chars(begin.ptr + 1, rest.data() + rest.size(), place.end).ec != std::errc{} || place.begin == 0 ||
        place.end <= place.begin) {
        return std::nullopt;
    }
    return place;
}

std::optional<pid_t> thread_known_as(pid_t number, pid_t caller) {
    if (number == 0) {
        return caller;
    }
    const auto space = link_target(fmt::format("/proc/{}/ns/pid", caller));
    if (!space || space == link_target("/proc/self/ns/pid")) {
        return number;
    }
    for (const pid_t thread : threads_of(caller)) {
        const auto text = text_of(fmt::format("/proc/{}/status", thread));
        pid_t innermost = 0;
        for (auto rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
            const std::string_view line = next_line(rest);
            // One number for each namespace, the innermost last.
            const auto last = line.find_last_of("\t ");
            if (line.starts_with("NSpid:") && last != std::string::npos) {
                std::from_chars(line.data() + last + 1, line.data() + line.size(), innermost);
                break;
            }
        }
        if (innermost == number) {
            return thread;
        }
    }
    return std::nullopt;
}

std::string comm_of(pid_t tid) {
    std::string name = text_of(fmt::format("/proc/{}/comm", tid)).value_or("");  // it may have line ends of its own
    if (name.ends_with('\n')) {
        name.pop_back();
    }
    return name;
}

std::optional<std::string> fd_path(pid_t tid, int fd) { return link_target(fmt::format("/proc/{}/fd/{}", tid, fd)); }

std::string fd_info(pid_t tid, int fd) { return text_of(fmt::format("/proc/{}/fdinfo/{}", tid, fd)).value_or(""); }

std::vector<pid_t> processes() { return numbers_in("/proc"); }

bool has_user_faults(pid_t process) {
    for (const int fd : numbers_in(fmt::format("/proc/{}/fd", process))) {
        if (fd_path(process, fd) == "anon_inode:[userfaultfd]") {
            return true;
        }
    }
    const auto text = text_of(fmt::format("/proc/{}/smaps", process));
    for (auto rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        if (tells_of_user_faults(next_line(rest))) {
            return true;
        }
    }
    return false;
}

std::optional<std::string> cwd_of(pid_t tid) { return link_target(fmt::format("/proc/{}/cwd", tid)); }

std::optional<std::string> exe_of(pid_t tid) { return link_target(fmt::format("/proc/{}/exe", tid)); }

std::string command_line_of(pid_t tid) { return text_of(fmt::format("/proc/{}/cmdline", tid)).value_or(std::string()); }

std::optional<int> ptrace_scope() {
    const auto text = text_of("/proc/sys/kernel/yama/ptrace_scope");
    int mode = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), mode).ec != std::errc{}) {
        return std::nullopt;
    }
    return mode;
}

}  // namespace troupe::procfs
