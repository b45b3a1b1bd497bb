#pragma once

#include <functional>
#include <string>
#include <thread>

#include "troupe/core/result.hpp"

namespace troupe {

/// Starts a thread with a name (at most 15 bytes, for ps and debuggers). All signals are blocked in it: those that are sent to us
/// are the supervisor's, except the one by which a hook is broken off, which unblocks itself. Its owner joins it.
/// Errors: pthread_create(3), and what clone3(2) says where it is refused.
[[nodiscard]] Result<std::thread> start_thread(const std::string& name, std::function<void()> body);

}  // namespace troupe
