#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/task_id.hpp"

namespace troupe {

/// The world said no: what we tried, on which tracee (tid 0: on none), and the errno.
struct Error {
    std::string verb;  ///< "resume after seccomp stop", "open trace.txt"
    TaskId task{};     ///< whom it was about, if anybody
    int code = 0;      ///< errno, 0 when the text says it all

    /// `resume after seccomp stop: 4711#2: Operation not permitted`
    [[nodiscard]] std::string text() const;
};

/// A value, or what went wrong. Exceptions never cross a folder line; this does.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string_view verb, int code, TaskId task = {}) {
    return tl::unexpected<Error>(Error{std::string(verb), task, code});
}

}  // namespace troupe
