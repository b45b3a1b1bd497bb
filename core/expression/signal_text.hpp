#pragma once

#include <string_view>

namespace troupe {

/// The number of a signal: by its name with or without SIG in any case, or as a number up to 255; -1 where there is none.
[[nodiscard]] int signal_meant(std::string_view text);

}  // namespace troupe
