#include "troupe/core/call_notes.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "core/annotate/namespaces.hpp"
#include "core/annotate/vcpu_exits.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

/// A kind of namespaces: clone's flag, and where /proc/PID/ns has the one that a task is in and the one that its children will be.
struct NamespaceKind {
    std::uint64_t flag;
    std::string_view file;
    std::string_view of_children;
};

constexpr std::uint64_t new_time = 0x80;  // CLONE_NEWTIME; of clone(2) the bits belong to the signal

constexpr std::array<NamespaceKind, 8> kinds = {{{CLONE_NEWCGROUP, "cgroup", "cgroup"},
                                                 {CLONE_NEWIPC, "ipc", "ipc"},
                                                 {CLONE_NEWNS, "mnt", "mnt"},
                                                 {CLONE_NEWNET, "net", "net"},
                                                 {CLONE_NEWPID, "pid", "pid_for_children"},
                                                 {new_time, "time", "time_for_children"},
                                                 {CLONE_NEWUSER, "user", "user"},
                                                 {CLONE_NEWUTS, "uts", "uts"}}};

constexpr std::uint32_t kvm_run = 0xae80;  // KVM_RUN, _IO(KVMIO, 0x80)

std::string file_of(pid_t tid, std::string_view kind) {
    const std::string path = "/proc/" + std::to_string(tid) + "/ns/" + std::string(kind);
    std::array<char, 64> target{};
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : std::string();
}

/// Which kinds of namespaces a call has entered.
std::uint64_t kinds_in(std::string_view name, const SucceededCall& call) {
    if (name == "unshare") {
        return call.args[0];
    }
    if (name == "clone") {
        return call.args[0] & ~std::uint64_t{CSIGNAL};
    }
    std::uint64_t flags = 0;
    if (name == "clone3") {
        return call.memory.read_object(call.args[0], flags) ? flags : 0;
    }
    if (name != "setns") {
        return 0;
    }
    const auto chosen = static_cast<std::uint32_t>(call.args[1]);
    if (chosen != 0) {
        return chosen;
    }
    // Any kind that the descriptor is: `net:[4026532000]`.
    const std::string target = procfs::fd_path(call.tid, static_cast<int>(call.args[0])).value_or("");
    const auto kind =
        std::ranges::find_if(kinds, [&](const NamespaceKind& one) { return target.starts_with(std::string(one.file) + ":["); });
    return kind == kinds.end() ? 0 : kind->flag;
}

/// Where this is mapped first.
std::optional<std::uint64_t> mapping_named(pid_t tid, std::string_view name) {
    std::ifstream maps("/proc/" + std::to_string(tid) + "/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.ends_with(name)) {
            std::uint64_t start = 0;
            std::from_chars(line.data(), line.data() + line.size(), start, 16);
            return start;
        }
    }
    return std::nullopt;
}

}  // namespace

struct CallNotes::Parts {
    NamespaceNumbers numbers;
};

CallNotes::CallNotes(const NoteChoice& choice) : choice_(choice), parts_(std::make_unique<Parts>()) {}
CallNotes::~CallNotes() = default;

std::vector<std::string> CallNotes::namespaces_after(const SucceededCall& call) {
    const SyscallRow* row = choice_.new_namespaces ? row_of(call.call) : nullptr;
    const std::uint64_t entered = row == nullptr ? 0 : kinds_in(row->name, call);
    std::vector<std::string> names;
    if (std::ranges::none_of(kinds, [&](const NamespaceKind& kind) { return (entered & kind.flag) != 0; })) {
        return names;
    }
    const bool by_child = row->name.starts_with("clone");
    pid_t task = call.tid;
    if (by_child) {
        task = static_cast<pid_t>(call.result);
        const std::string space = procfs::pid_namespace_of(call.tid);
        if (!space.empty() && !parts_->numbers.is_ours(space)) {
            task = parts_->numbers.translated(call.tid, space, task, IdOf::task);
        }
    }
    for (const NamespaceKind& kind : kinds) {
        std::string name = (entered & kind.flag) != 0 && task != 0 ? file_of(task, by_child ? kind.file : kind.of_children) : std::string();
        if (!name.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::string CallNotes::vcpu_exit_after(const SucceededCall& call) {
    const SyscallRow* row = choice_.vcpu_exits ? row_of(call.call) : nullptr;
    if (row == nullptr || row->name != "ioctl" || static_cast<std::uint32_t>(call.args[1]) != kvm_run) {
        return {};
    }
    const std::string target = procfs::fd_path(call.tid, static_cast<int>(call.args[0])).value_or("");
    const auto start = target.starts_with("anon_inode:kvm-vcpu") ? mapping_named(call.tid, target) : std::nullopt;
    std::uint32_t reason = 0;
    if (!start || !call.memory.read_object(*start + vcpu_exit_reason_offset, reason)) {
        return {};
    }
    const std::string details = choice_.vcpu_details ? vcpu_exit_details(call.memory, *start, reason) : std::string();
    return vcpu_exit_name(reason) + (details.empty() ? "" : ", ") + details;
}

std::string note_text(CallNotes& notes, const SucceededCall& call) {
    std::string text = notes.vcpu_exit_after(call);
    for (const std::string& name : notes.namespaces_after(call)) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text.empty() ? text : " (" + text + ")";
}

}  // namespace troupe
