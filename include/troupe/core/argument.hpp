#pragma once

#include <cstdint>
#include <string_view>

#include "troupe/core/kind.hpp"

namespace troupe {

/// When the kernel has written what an argument of the exit points at. In all other cases its address is shown.
enum class Filled : std::uint8_t {
    on_success,
    if_any,          ///< on success, and the result is not 0: wait4 with WNOHANG found a child
    always,          ///< whatever became of the call: what it was given is shown as it is then
    if_interrupted,  ///< only where a signal ended the call: what was left of a sleep
};

/// The argument is there only where another argument has one of these bits: open's mode; or has just some of them: mknod's device.
struct Condition {
    std::uint8_t argument = 0;
    std::uint64_t mask = 0;      ///< 0: always there
    std::uint64_t expected = 0;  ///< not 0: only where the bits are these
};

/// One argument of a syscall.
struct Argument {
    Phase phase = Phase::entry;
    Kind kind{};
    std::string_view name{};
    Condition condition{};
    Filled filled = Filled::on_success;
};

constexpr Argument in(const Kind& kind, std::string_view name) { return {Phase::entry, kind, name, {}}; }
constexpr Argument out(const Kind& kind, std::string_view name) { return {Phase::exit, kind, name, {}}; }
constexpr Argument inout(const Kind& kind, std::string_view name) { return {Phase::both, kind, name, {}}; }
constexpr Argument filled(Filled when, Argument then) {
    then.filled = when;
    return then;
}
constexpr Argument only_if(std::uint8_t argument, std::uint64_t mask, Argument then) {
    then.condition = {argument, mask};
    return then;
}

/// Only where the bits of `mask` are `expected`.
constexpr Argument only_if_is(std::uint8_t argument, std::uint64_t mask, std::uint64_t expected, Argument then) {
    then.condition = {argument, mask, expected};
    return then;
}

/// How that is written.
enum class Told : std::uint8_t {
    in_names,
    in_style,  ///< as arguments are
    aside,     ///< in names, and not at all where numbers are wanted
};

/// What the result of a call stands for, beside the number: (flags O_RDWR|O_LARGEFILE).
struct Meaning {
    Kind kind = kind::none;    ///< none: the number says all
    std::string_view word{};   ///< in front of it
    bool silent_zero = false;  ///< 0 stands for nothing
    bool decimal = false;      ///< how the number itself is written; else in hex
    Told told = Told::in_names;
    bool only_known = false;  ///< of a value without a name nothing is told
};

/// What an argument is where a command says so: fcntl, prctl, futex.
struct Choice {
    std::uint64_t command = 0;
    Argument argument{};
    bool absent = false;     ///< with this command the argument is not there, and none after it
    bool otherwise = false;  ///< for every command that has no choice of its own
    Meaning result{};        ///< of the call with this command
};

}  // namespace troupe
