#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/per_call.hpp"
#include "troupe/core/subscription.hpp"

namespace troupe {

/// Text that could not be understood: why, and the column (from 0) where it went wrong.
struct ParseError {
    std::string what;  ///< `invalid system call 'opne'`: the whole of what strace says
    std::size_t column = 0;
    std::string why{};  ///< for people, to follow it: ` (did you mean 'open'?)`, `: unknown error 'foo'`

    [[nodiscard]] std::string text() const { return what + why; }
};

/// A set of syscalls, as in `-e trace=SET`.
class SyscallSet {
 public:
    [[nodiscard]] static SyscallSet all();
    [[nodiscard]] static SyscallSet none() { return {}; }
    /// `[!…]name,?name,name@64,%class,/regex,80,80@64,all,none`. Numbers outside the table are in every set.
    [[nodiscard]] static tl::expected<SyscallSet, ParseError> parse(std::string_view text);

    [[nodiscard]] bool contains(SyscallId call) const;
    [[nodiscard]] bool empty() const;
    void insert(SyscallId call);
    void invert();
    /// What is in `other`, too.
    void keep(const SyscallSet& other);
    /// Adds entry and exit of every member to `subscription`.
    void add_to(Subscription& subscription) const;
    [[nodiscard]] bool is_all() const;

 private:
    PerCall<bool> known_;  // calls that the tables know
};

}  // namespace troupe
