#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/event.hpp"

namespace troupe {

/// How one call is printed. Bits, because scripts see them as `qual_flg`.
namespace qualifier {
inline constexpr unsigned trace = 1;    ///< print it at all
inline constexpr unsigned abbrev = 2;   ///< leave the dull fields of structures out
inline constexpr unsigned verbose = 4;  ///< look behind pointers
inline constexpr unsigned raw = 8;      ///< arguments as hexadecimal numbers
}  // namespace qualifier

/// What is printed of a call: as it happened, unless a hook wrote to its `tcp`. Never what is done.
struct Shown {
    Arguments args{};
    std::int64_t result = 0;
    std::uint64_t error = 0;
    unsigned qualifiers = 0;
};

/// Bytes that only the owner of the tracee can write, by PTRACE_POKEDATA, before it goes on.
struct Poke {
    std::uint64_t address = 0;
    std::vector<std::byte> bytes;
};

/// What one argument of a call becomes.
struct NewArgument {
    std::uint8_t argument = 0;  ///< from 0
    std::uint64_t value = 0;

    friend bool operator==(const NewArgument&, const NewArgument&) = default;
};

/// What becomes of an event. A value: deciding has no effect, `apply` acts. The default is to let things pass.
struct Decision {
    /// At entry: do not make the call, let it fail with this errno (1…4095). Never set together with `retval`.
    std::optional<int> error;
    /// At entry: do not make the call, return this value.
    std::optional<std::int64_t> retval;
    /// At entry: deliver this signal with the call; at a signal stop: deliver it instead of the signal (0 there drops it).
    std::optional<int> signal;
    /// At entry: the exit is wanted whatever the lane says.
    bool wants_exit = false;
    std::vector<Poke> pokes;
    /// At entry, with `error` or `retval`: the number of the call, on the same ABI, that is made for it. None: no call at all.
    std::optional<std::uint32_t> instead;
    /// At entry: what the call is made with. The tracee has its own values back at the exit, because no call changes these registers.
    std::vector<NewArgument> arguments;
    /// Its process is killed, before it makes one call more.
    bool kill = false;
    /// It is not traced any more: with what else was decided it runs on. Goes over a delay.
    bool detach = false;
    /// The tracee stays where it is for so long. 0 is a delay, too.
    std::optional<std::chrono::nanoseconds> delay;
    /// Set by hooks that looked at a syscall event.
    std::optional<Shown> shown;
    /// What hooks say of the call, behind its line.
    std::vector<std::string> notes;

    /// Whether `apply` has anything to do for it.
    [[nodiscard]] bool changes_tracee() const { return replaces_call() || signal || kill || delay || !pokes.empty() || !arguments.empty(); }
    [[nodiscard]] bool replaces_call() const { return error.has_value() || retval.has_value(); }
};

/// `over` wins over `under`, kind by kind: an error and a return value are one kind.
[[nodiscard]] Decision merge(Decision under, const Decision& over);

/// Notes as one, `first, second`.
[[nodiscard]] std::string joined(const std::vector<std::string>& notes);

}  // namespace troupe
