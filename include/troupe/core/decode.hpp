#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "troupe/core/decision.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// How values are written. Fixed for a run.
struct TextStyle {
    std::size_t string_limit = 32;  ///< -s
};

/// What the entry half leaves for the exit half of the same call.
struct HalfDone {
    std::uint8_t arguments_done = 0;  ///< that many are printed
    std::string before{};             ///< text of a value-result argument as it was at entry
};

/// One call as the decoders see it.
struct CallView {
    SyscallId call;
    const Shown& shown;  ///< arguments, result and qualifiers to print
    Memory& memory;
    const TextStyle& style;
    bool injected = false;            ///< the result is
    pid_t pid = 0;                    ///< thread id, for the tables that live in /proc
    std::string_view interrupted{};   ///< of restart_syscall: the call that it resumes; empty: unknown
    std::uint64_t stack_pointer = 0;  ///< at the entry of the call, where sigreturn finds what it restores; 0: unknown
    bool arguments_injected = false;  ///< a rule wrote to the memory behind its arguments
    bool delayed = false;
};

/// Appends `name(arg, arg` up to the first argument that can only be read at exit. Never throws for what a tracee does to its memory.
HalfDone decode_entry(const CallView& call, std::string& out);

/// Appends `, arg, arg)`; the separator belongs to this half.
/// `result` gets `= 3`, `= -1 ENOENT (No such file or directory)`, `= ?`, with auxiliary text and `(INJECTED)`.
void decode_exit(const CallView& call, const HalfDone& half, std::string& out, std::string& result);

/// `{si_signo=SIGCHLD, si_code=CLD_EXITED, …}`
void decode_siginfo(const siginfo_t& info, std::string& out);

}  // namespace troupe
