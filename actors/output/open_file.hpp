#pragma once

#include <string>

#include "troupe/core/result.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// Opens for writing, not inherited by tracees; emptied unless `append`.
[[nodiscard]] Result<UniqueFd> open_output_file(const std::string& path, bool append);
/// A duplicate of standard error that tracees do not inherit.
[[nodiscard]] Result<UniqueFd> duplicate_standard_error();

}  // namespace troupe
