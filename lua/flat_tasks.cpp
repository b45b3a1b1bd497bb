#include <string>
#include <utility>
#include <vector>

#include "lua/flat_call.hpp"
#include "lua/meaning.hpp"
#include "lua/path_match.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/path_match.hpp"
#include "troupe/core/procfs.hpp"

// Time, tracees and their descriptors, and what becomes of the line of a call (flat_call.hpp says what flat functions are).
namespace troupe::lua {
namespace {

enum class TaskText : std::uint8_t { comm, exe, cwd, command_line, lineage };
enum class DescriptorText : std::uint8_t { path, all };

std::optional<std::string> text_of(const Border& here, TaskText what, pid_t tid) {
    switch (what) {
        case TaskText::comm:
            return procfs::comm_of(tid);
        case TaskText::exe:
            return procfs::exe_of(tid);
        case TaskText::cwd:
            return procfs::cwd_of(tid);
        case TaskText::command_line:
            return procfs::command_line_of(tid);
        case TaskText::lineage: {
            const TaskFacts* task = here.task();
            return task != nullptr && task->lineage.is_known() ? std::optional(std::string(task->lineage.text())) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<std::string> text_of(Border& here, DescriptorText what, pid_t tid, int fd) {
    if (what == DescriptorText::path) return procfs::fd_path(tid, fd);
    here.annotations.about(tid);
    const auto note = here.annotations.descriptor(fd);
    if (!note) return std::nullopt;
    std::string text;
    for (const NotePiece& piece : note->pieces) text += piece.text;
    return text;
}

const char* lend(Border& here, std::optional<std::string> text, std::size_t* length) {
    if (!text) return nullptr;
    here.text = std::move(*text);
    *length = here.text.size();
    return here.text.c_str();
}

/// Whether its line was left out at its entry.
bool is_left_out(const Border& here) { return (here.view->qualifiers() & qualifier::trace) == 0; }

}  // namespace

namespace abi {
extern "C" {

bool troupe_times(kernel_ulong_t* began, kernel_ulong_t* duration) {
    return flat([=](Border& here) {
        const bool at_exit = here.now.phase == exit || (here.observation != nullptr && !here.event.entering);
        const std::uint64_t start = here.observation != nullptr ? here.observation->began : at_exit ? here.view->call().began : here.since;
        *began = start;
        *duration = !at_exit || start == 0 ? 0 : (here.observation != nullptr ? here.observation->ended : here.since) - start;
        return start != 0;
    });
}

kernel_ulong_t troupe_monotonic() { return monotonic_ns(); }

kernel_ulong_t troupe_realtime() { return clock_ns(CLOCK_REALTIME); }

void troupe_set_due(kernel_ulong_t when) {
    flat([=](Border& here) {
        here.due = when;
        return 0;
    });
}

int troupe_descriptors(int* out, int room) {
    return flat([=](Border& here) {
        const std::vector<int> found = descriptors_of(here);
        for (std::size_t i = 0; i < found.size() && static_cast<int>(i) < room; ++i) out[i] = found[i];
        return static_cast<int>(found.size());
    });
}

const char* troupe_descriptor_text(int what, int tid, int fd, std::size_t* length) {
    return flat([=](Border& here) { return lend(here, text_of(here, static_cast<DescriptorText>(what), tid, fd), length); });
}

const char* troupe_task_text(int what, int tid, std::size_t* length) {
    return flat([=](Border& here) { return lend(here, text_of(here, static_cast<TaskText>(what), tid), length); });
}

int troupe_process_of(int tid) {
    return flat([=](Border&) {
        const auto status = procfs::status_of(tid);
        return status ? status->process : 0;
    });
}

unsigned troupe_serial() {
    return flat([](Border& here) { return here.task() != nullptr ? here.task()->id.serial : 0U; });
}

const char* troupe_meaning(std::size_t* length) {
    return flat([=](Border& here) { return lend(here, meaning_of_result(here), length); });
}

int troupe_show(bool shown) {
    return flat([=](Border& here) {
        constexpr int done = 0, no_event = 1, has_begun = 2, was_left_out = 3;
        if (!here.at_syscall()) return no_event;
        const bool at_exit = !here.at_syscall_entry();
        if (at_exit && shown && is_left_out(here)) return was_left_out;
        if (at_exit && !shown && !is_left_out(here) && !here.view->call().line_waits) return has_begun;
        const auto bits = static_cast<unsigned>(here.tcb.qual_flg);
        here.tcb.qual_flg = static_cast<int>(shown ? bits | qualifier::trace : bits & ~qualifier::trace);
        return done;
    });
}

bool troupe_note(const char* text, std::size_t length) {
    return flat([=](Border& here) {
        if (!here.at_syscall()) return false;
        if (length > 0) here.decision.notes.emplace_back(text, length);
        return true;
    });
}

}  // extern "C"
}  // namespace abi
}  // namespace troupe::lua
