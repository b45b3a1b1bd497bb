#pragma once

namespace troupe::options {

/// How many colours the terminal behind `fd` has, after TERM and the terminfo database; 0 where it is none, or unknown.
[[nodiscard]] int terminal_colors(int fd);

}  // namespace troupe::options
