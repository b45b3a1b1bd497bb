#pragma once

#include "troupe/core/constants.hpp"

/// Codes of classic BPF.
namespace troupe {

/// What a code is made of: BPF_LD|BPF_W|BPF_ABS.
[[nodiscard]] const WordParts& filter_code_parts(unsigned code);
[[nodiscard]] bool filter_code_returns(unsigned code);

}  // namespace troupe
