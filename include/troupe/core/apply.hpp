#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "troupe/core/decision.hpp"
#include "troupe/core/kernel.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/tracee_memory.hpp"

namespace troupe {

/// Where a tracee stands when a decision is applied to it.
struct Moment {
    enum class At : std::uint8_t {
        entry,   ///< before a call: at a syscall-entry stop or at a filter's
        exit,    ///< behind it
        signal,  ///< before a signal is delivered
        other,   ///< any other stop
    };
    At at = At::other;
    Abi abi = Abi::x86_64;  ///< of the call
};

/// What a decision has led to, and what of it is left for later.
struct Applied {
    bool replaced_call = false;                     ///< the call is not made, or another one is
    std::optional<std::int64_t> result_at_exit{};   ///< another one is made: what the tracee is to get for it
    bool wrote = false;                             ///< bytes of the decision are in the tracee's memory, or will be when it goes on
    std::vector<Poke> unwritten{};                  ///< bytes that there was no memory for; those before them are written
    std::optional<std::chrono::nanoseconds> delay;  ///< the tracee is to stay where it is for so long
    std::vector<NewArgument> own_arguments{};       ///< at an entry: what stood in the registers that were set
    std::optional<int> sent{};                      ///< at an entry: this signal is on its way
    std::optional<Error> refused{};                 ///< why the call could not be changed, though the tracee is there
    int deliver = 0;                                ///< at a signal's stop: the tracee goes on with this one, 0: with none
};

/// Does what was decided about a tracee, but for resuming and waiting; nothing else changes a tracee for a decision. What its memory still
/// keeps for its owner to write is written as well.
/// Error: ESRCH, the tracee is gone.
[[nodiscard]] Result<Applied> apply(Kernel& kernel, const Stopped& stopped, TraceeMemory& memory, const Decision& decision, Moment moment);

}  // namespace troupe
