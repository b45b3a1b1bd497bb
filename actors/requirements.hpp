#pragma once

#include "troupe/core/result.hpp"

namespace troupe {

/// What no run can do without, tried before anything is started: a container's filter may refuse it, with any errno. Everything else is
/// tried where it is used, and done without or in another way. Errors: what cannot be done, and the errno.
[[nodiscard]] Result<void> meet_requirements();

}  // namespace troupe
