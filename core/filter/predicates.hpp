#pragma once

#include <cstdint>
#include <span>

#include "troupe/core/filter.hpp"

namespace troupe {

/// Instructions that look at the arguments of a call: they answer with the lane of the first test that holds, and `otherwise` (a
/// SECCOMP_RET_ value) where none does.
[[nodiscard]] FilterProgram compile_tests(std::span<const LaneTest> tests, std::uint32_t otherwise);

}  // namespace troupe
