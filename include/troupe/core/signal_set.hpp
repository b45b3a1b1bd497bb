#pragma once

#include <bitset>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// A set of signals, as in `-e signal=SET`: names with or without SIG in any case, numbers, `all`, `none`, leading `!`.
class SignalSet {
 public:
    [[nodiscard]] static SignalSet all();
    [[nodiscard]] static tl::expected<SignalSet, ParseError> parse(std::string_view text);
    [[nodiscard]] bool contains(int signal) const;

 private:
    std::bitset<65> signals_;
};

}  // namespace troupe
