#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "troupe/core/constants.hpp"
#include "troupe/core/flag_names.hpp"

namespace troupe {

/// `O_RDONLY|O_CLOEXEC`, `FD_CLOEXEC|0x2`, `0x800 /* O_??? */`, `0`.
void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits);
/// A word of flags as a number, or as several of them.
struct FlagPart {
    std::string number;  ///< empty: nothing is written where names are not wanted
    std::string note{};  ///< its names
};
[[nodiscard]] std::vector<FlagPart> numbers_of(const FlagSet& set, std::uint64_t bits);
/// `SEEK_SET`, `0x63 /* SEEK_??? */`.
void append_value(std::string& out, const ValueSet& set, std::uint64_t value);
/// SIGINT, SIGRT_2, or the number.
void append_signal(std::string& out, std::int32_t signal);

}  // namespace troupe
