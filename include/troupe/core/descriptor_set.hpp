#pragma once

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// A set of numbers of file descriptors, as in `--trace-fds=SET`: `[!…]3,4`, `all`, `none`.
class DescriptorSet {
 public:
    DescriptorSet() = default;  ///< none
    /// Errors: `invalid descriptor 'x'`.
    [[nodiscard]] static tl::expected<DescriptorSet, ParseError> parse(std::string_view text);
    [[nodiscard]] bool contains(int fd) const;

 private:
    std::vector<int> named_;  // sorted
    bool inverted_ = false;   // the set is all the others
};

}  // namespace troupe
