#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Colours of the trace on a terminal (--color).
namespace troupe {

/// What a piece of text is. Each has a colour of its own.
enum class Ink : std::uint8_t {
    syscall,   ///< openat
    argname,   ///< st_size=
    argval,    ///< 3, 0x7ffd…, "text"
    call,      ///< makedev, of what spells a value
    constant,  ///< O_RDONLY|O_CLOEXEC, SIGINT
    comment,   ///< `/* 23 vars */`
    punct,     ///< brackets, commas, =
    retval,    ///< what a call returned
    error      ///< -1 ENOENT (No such file or directory)
};

inline constexpr std::size_t inks = static_cast<std::size_t>(Ink::error) + 1;

/// A sequence of a terminal for each ink (ECMA-48, "select graphic rendition"; `man console_codes`).
class Palette {
 public:
    /// Ends each of them.
    static constexpr std::string_view reset = "\033[0m";

    /// Ours: dark and light backgrounds both show them.
    Palette();

    /// Sets what `syscall=1;34:error=31` says, the form of STRACE_COLORS: names of inks (const for `constant`), and what stands between
    /// `\033[` and `m`; nothing there is no colour. Commas and blanks may stand where colons do. Gives back the parts that make no sense.
    [[nodiscard]] std::vector<std::string> set(std::string_view colors);

    /// Empty: no colour.
    [[nodiscard]] std::string_view of(Ink ink) const { return sequences_[static_cast<std::size_t>(ink)]; }

 private:
    void set(Ink ink, std::string_view parameters);

    std::array<std::string, inks> sequences_{};
};

/// How many columns a text takes, without the sequences in it.
[[nodiscard]] std::size_t visible_width(std::string_view text);

}  // namespace troupe
