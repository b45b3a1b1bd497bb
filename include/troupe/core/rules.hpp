#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

struct SyscallRow;

/// To which of its calls a rule applies: `when=FIRST[..LAST][+[STEP]]`. Calls are counted from 1 on.
struct When {
    static constexpr std::uint64_t no_end = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t first = 1;
    std::uint64_t last = no_end;
    std::uint64_t step = 1;

    [[nodiscard]] constexpr bool includes(std::uint64_t count) const {
        return count >= first && count <= last && (count - first) % step == 0;
    }
    /// There is nothing to count.
    [[nodiscard]] constexpr bool always() const { return first == 1 && last == no_end && step == 1; }
    friend constexpr bool operator==(const When&, const When&) = default;
};

/// Bytes for the memory that an argument points at.
struct ArgumentPoke {
    std::uint8_t argument = 0;  ///< from 0
    std::vector<std::byte> bytes;

    friend bool operator==(const ArgumentPoke&, const ArgumentPoke&) = default;
};

/// What is done to some calls, known without Lua.
struct InjectRule {
    std::string text{};  ///< as it was written
    SyscallSet calls = SyscallSet::none();
    std::optional<int> error{};            ///< 1…4095; never together with `retval`
    std::optional<std::int64_t> retval{};  ///< in the bits that `strtoull` gave
    std::optional<int> signal{};
    const SyscallRow* instead = nullptr;  ///< the call that is made where `error` or `retval` replace one; none: no call at all
    std::optional<std::chrono::nanoseconds> delay_enter{};
    std::optional<std::chrono::nanoseconds> delay_exit{};
    std::vector<ArgumentPoke> poke_enter{};
    std::vector<ArgumentPoke> poke_exit{};
    When when{};

    [[nodiscard]] bool replaces_call() const { return error.has_value() || retval.has_value(); }
    /// Nothing but an error, the same for every call: the kernel alone can do that.
    [[nodiscard]] std::optional<int> fixed_error() const;
};

/// A rule as it was written, and what its writer should know.
struct WrittenRule {
    InjectRule rule;
    std::vector<std::string> warnings;
};

/// `SET:error=EIO:when=3+` and so on: the argument of --inject.
[[nodiscard]] tl::expected<WrittenRule, ParseError> parse_inject(std::string_view text);
/// `SET[:error=ERRNO][:syscall=SYSCALL][:when=EXPR]`, ENOSYS where no error is given: the argument of --fault.
[[nodiscard]] tl::expected<WrittenRule, ParseError> parse_fault(std::string_view text);

}  // namespace troupe
