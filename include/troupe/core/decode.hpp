#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "troupe/core/decision.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/memory.hpp"
#include "troupe/core/tape.hpp"
#include "troupe/core/text_form.hpp"

namespace troupe {

class TraceeSockets;

/// How values are written. Fixed for a run.
struct TextStyle {
    std::size_t string_limit = 32;  ///< -s
    TextForm form{};
};

/// What the entry half leaves of one argument for the exit half.
struct Kept {
    Tape::Slice value{};                    ///< as it was before the call
    bool has_value = false;                 ///< of a value-result argument: it is not an address alone
    bool is_pointed = false;                ///< and it is one element behind a pointer
    std::optional<std::uint64_t> length{};  ///< how much room there was for an answer
};

/// What the entry half leaves for the exit half of the same call.
struct HalfDone {
    std::uint8_t arguments_done = 0;  ///< that many are written
    bool has_begun = false;           ///< the next one is a value-result argument, of which the value before stands there already
    bool is_empty = false;            ///< no argument stands there yet
    Tape tape{};
    std::array<Kept, max_args> kept{};
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
    const TraceeSockets* sockets = nullptr;  ///< nullptr: nothing is asked, and messages of netlink are bytes

    /// The same call with other arguments or another result.
    [[nodiscard]] CallView with(const Shown& other) const { return with(other, memory); }
    /// And in another memory.
    [[nodiscard]] CallView with(const Shown& other, Memory& there) const {
        return {call, other, there, style, injected, pid, interrupted, stack_pointer, arguments_injected, delayed, sockets};
    }
};

/// Writes `name(arg, arg`, up to the first argument that can only be read at exit. What the exit half needs takes the place of what `half`
/// held: one is used for all calls of a tracee, whose room it keeps. Never throws for what a tracee does to its memory.
void decode_entry(const CallView& call, Writer& out, HalfDone& half);
/// Writes the rest, `, arg, arg)`, with a writer of the same format that begins anew.
void decode_exit(const CallView& call, const HalfDone& half, Writer& out);
/// Writes the result: `= 3`, `= -1 ENOENT (No such file or directory)`, `= ?`, `= 0x8002 (flags O_RDWR|O_LARGEFILE)`.
void decode_result(const CallView& call, Writer& out);
/// What a person is told of a call that was tampered with: ` (INJECTED)`, ` (INJECTED: args) (DELAYED)`; mostly empty.
[[nodiscard]] std::string tampering_of(const CallView& call);

/// `{si_signo=SIGCHLD, si_code=CLD_EXITED, …}`
void decode_siginfo(const siginfo_t& info, Writer& out);

}  // namespace troupe
