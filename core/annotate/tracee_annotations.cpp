#include "troupe/core/tracee_annotations.hpp"

#include <fmt/format.h>

#include <charconv>

#include "core/annotate/files.hpp"
#include "core/annotate/namespaces.hpp"
#include "core/annotate/sockets.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

namespace {

DescriptorNote a_name(std::string text) { return {.pieces = {{NotePiece::Form::name, std::move(text)}}}; }
DescriptorNote plain_note(std::string text) { return {.pieces = {{NotePiece::Form::plain, std::move(text)}}}; }

/// Of `socket:[4711]`.
std::optional<std::uint64_t> inode_in(std::string_view target) {
    constexpr std::string_view begin = "socket:[";
    std::uint64_t inode = 0;
    const bool is_socket =
        target.starts_with(begin) && std::from_chars(target.data() + begin.size(), target.data() + target.size(), inode).ec == std::errc{};
    return is_socket ? std::optional(inode) : std::nullopt;
}

}  // namespace

struct TraceeAnnotations::Parts {
    SocketLists sockets;
    NamespaceNumbers namespaces;
};

TraceeAnnotations::TraceeAnnotations(AnnotationChoice wanted) : wanted_(wanted), parts_(std::make_unique<Parts>()) {}

TraceeAnnotations::~TraceeAnnotations() = default;

/// What has no name in a file system, and more to say than the kernel's word for it.
std::optional<DescriptorNote> TraceeAnnotations::anonymous(int fd, const std::string& target) {
    if (target == "anon_inode:[pidfd]" && wants(DescriptorDetail::pidfd)) {
        if (const pid_t process = process_of_pidfd(tid_, fd)) {
            DescriptorNote note = plain_note(fmt::format("pid:{}", process));
            if (const std::string comm = wants(ProcessDetail::comm) ? comm_of(process) : ""; !comm.empty()) {
                note.pieces.push_back({NotePiece::Form::plain, "<"});
                note.pieces.push_back({NotePiece::Form::name, comm});
                note.pieces.push_back({NotePiece::Form::plain, ">"});
            }
            return note;
        }
        return a_name(target);  // of a process that is over
    }
    if (target == "anon_inode:[eventfd]" && wants(DescriptorDetail::eventfd)) {
        if (const std::string text = event_counter(tid_, fd); !text.empty()) {
            return plain_note(text);
        }
    }
    if (target == "anon_inode:[signalfd]" && wants(DescriptorDetail::signalfd)) {
        if (const std::string text = awaited_signals(tid_, fd); !text.empty()) {
            return plain_note(text);
        }
    }
    return std::nullopt;
}

std::optional<DescriptorNote> TraceeAnnotations::descriptor(int fd) {
    if (wanted_.descriptors.empty()) {
        return std::nullopt;
    }
    const auto target = procfs::fd_path(tid_, fd);
    if (!target) {
        return std::nullopt;
    }
    if (target->starts_with('/')) {
        const bool with_device = wants(DescriptorDetail::device);
        const bool is_told = wants(DescriptorDetail::path) || (with_device && is_device(tid_, fd));
        return is_told ? std::optional(note_of_file(tid_, fd, *target, with_device)) : std::nullopt;
    }
    if (const auto inode = wants(DescriptorDetail::socket) ? inode_in(*target) : std::nullopt) {
        auto note = parts_->sockets.note_of(tid_, fd, *inode);
        return note ? std::move(note) : a_name(*target);
    }
    if (auto note = anonymous(fd, *target)) {
        return note;
    }
    return wants(DescriptorDetail::path) ? std::optional(a_name(*target)) : std::nullopt;
}

std::optional<DescriptorNote> TraceeAnnotations::working_directory() {
    const auto path = wants(DescriptorDetail::path) ? procfs::cwd_of(tid_) : std::nullopt;
    return path ? std::optional(a_name(*path)) : std::nullopt;
}

ProcessNote TraceeAnnotations::process(pid_t id, IdOf what) {
    const bool with_comm = wants(ProcessDetail::comm) && what == IdOf::task;
    if (!with_comm && !wants(ProcessDetail::ours)) {
        return {};
    }
    const std::string space = procfs::pid_namespace_of(tid_);
    const bool is_elsewhere = !space.empty() && !parts_->namespaces.is_ours(space);
    const pid_t ours = is_elsewhere ? parts_->namespaces.translated(tid_, space, id, what) : id;
    ProcessNote note;
    note.ours = is_elsewhere && wants(ProcessDetail::ours) ? ours : 0;
    if (with_comm && ours != 0) {
        note.comm = comm_of(ours);
    }
    return note;
}

std::string TraceeAnnotations::comm_of(pid_t tid) {
    std::string comm = procfs::comm_of(tid);
    constexpr std::size_t longest = 15;  // TASK_COMM_LEN without its end; the kernel tells more of its own threads
    comm.resize(std::min({comm.find('\n'), comm.size(), longest}));
    return comm;
}

}  // namespace troupe
