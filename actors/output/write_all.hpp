#pragma once

#include <cstddef>
#include <string_view>

namespace troupe {

/// How far a write came.
struct WrittenBytes {
    std::size_t bytes = 0;
    int code = 0;  ///< 0: all of it; else the errno of write(2)
};

/// Goes on after signals, after short writes, and where the descriptor is non-blocking. One that is ready again and again and takes nothing
/// (a filter that refuses write with EAGAIN) is given up after a second. SIGPIPE must not end us by then.
[[nodiscard]] WrittenBytes write_all(int fd, std::string_view bytes);

}  // namespace troupe
