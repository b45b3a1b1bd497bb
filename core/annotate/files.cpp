#include "core/annotate/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <charconv>
#include <optional>
#include <string_view>

#include "core/format/constant_text.hpp"
#include "core/format/numbers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

namespace {

constexpr std::string_view deleted_mark = " (deleted)";  // fs/d_path.c

/// A file system that a tracee itself serves is not asked, because that would be waiting for a tracee that may be stopped: what the kernel
/// knows is enough.
std::optional<struct statx> status_of(const std::string& path, int flags) {
    struct statx status {};
    const int result = ::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC | flags, STATX_TYPE | STATX_NLINK | STATX_INO, &status);
    return result == 0 ? std::optional(status) : std::nullopt;
}

std::string link_of(pid_t tid, int fd) { return fmt::format("/proc/{}/fd/{}", tid, fd); }

/// The mark is the kernel's, and not a part of the name. A file with another name left is compared with what bears this one.
bool is_deleted(pid_t tid, int fd, const std::string& target) {
    const auto file = status_of(link_of(tid, fd), 0);
    if (!file || file->stx_nlink == 0) {
        return file.has_value();
    }
    const auto named = status_of(target, AT_SYMLINK_NOFOLLOW);
    return !named || named->stx_ino != file->stx_ino || named->stx_dev_major != file->stx_dev_major ||
           named->stx_dev_minor != file->stx_dev_minor;
}

/// The value of a line `name:\tvalue` of /proc/TID/fdinfo/FD.
std::optional<std::string_view> value_in(std::string_view text, std::string_view name) {
    const auto begin = text.starts_with(name) ? 0 : text.find(fmt::format("\n{}", name));
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(text.find(':', begin) + 1);
    text = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

template <typename Number>
std::optional<Number> number_in(std::string_view text, std::string_view name, int base = 10) {
    const auto value = value_in(text, name);
    Number number = 0;
    const bool is_number = value && std::from_chars(value->data(), value->data() + value->size(), number, base).ec == std::errc{};
    return is_number ? std::optional(number) : std::nullopt;
}

std::string text_of_device(pid_t tid, int fd, const struct statx& file) {
    constexpr unsigned terminals = 5, multiplexer = 2;  // Documentation/admin-guide/devices.txt
    const bool is_block = S_ISBLK(file.stx_mode);
    std::string text = fmt::format("<{} {}:{}", is_block ? "block" : "char", file.stx_rdev_major, file.stx_rdev_minor);
    if (!is_block && file.stx_rdev_major == terminals && file.stx_rdev_minor == multiplexer) {
        if (const auto index = number_in<int>(procfs::fd_info(tid, fd), "tty-index:")) {
            text += fmt::format(" @/dev/pts/{}", *index);
        }
    }
    return text + ">";
}

}  // namespace

DescriptorNote note_of_file(pid_t tid, int fd, const std::string& target, bool with_device) {
    DescriptorNote note{.pieces = {{NotePiece::Form::name, target}}};
    if (target.ends_with(deleted_mark) && is_deleted(tid, fd, target)) {
        note.deleted = true;
        note.pieces.front().text.resize(target.size() - deleted_mark.size());
    }
    const auto file = with_device ? status_of(link_of(tid, fd), 0) : std::nullopt;
    if (file && (S_ISBLK(file->stx_mode) || S_ISCHR(file->stx_mode))) {
        note.pieces.push_back({NotePiece::Form::plain, text_of_device(tid, fd, *file)});
    }
    return note;
}

bool is_device(pid_t tid, int fd) {
    const auto file = status_of(link_of(tid, fd), 0);
    return file && (S_ISBLK(file->stx_mode) || S_ISCHR(file->stx_mode));
}

std::string event_counter(pid_t tid, int fd) {
    const std::string info = procfs::fd_info(tid, fd);
    const auto count = number_in<std::uint64_t>(info, "eventfd-count:", 16);
    if (!count) {
        return {};
    }
    std::string text = "{eventfd-count=" + hex_text(*count);
    if (const auto id = number_in<int>(info, "eventfd-id:")) {
        text += fmt::format(", eventfd-id={}", *id);
        if (const auto is_semaphore = number_in<int>(info, "eventfd-semaphore:")) {
            text += fmt::format(", eventfd-semaphore={}", *is_semaphore);
        }
    }
    return text + "}";
}

std::string awaited_signals(pid_t tid, int fd) {
    const auto mask = number_in<std::uint64_t>(procfs::fd_info(tid, fd), "sigmask:", 16);
    if (!mask) {
        return {};
    }
    constexpr int last = 64;
    std::string names;
    for (int signal = 1; signal <= last; ++signal) {
        if ((*mask >> (signal - 1) & 1) != 0) {
            std::string name;
            append_signal(name, signal);
            names += names.empty() ? "" : " ";
            names += name.starts_with("SIG") ? name.substr(3) : name;
        }
    }
    return fmt::format("signalfd:[{}]", names);
}

pid_t process_of_pidfd(pid_t tid, int fd) {
    const auto pid = number_in<pid_t>(procfs::fd_info(tid, fd), "Pid:");
    return pid && *pid > 0 ? *pid : 0;
}

}  // namespace troupe
