#pragma once

#include <functional>
#include <string>
#include <thread>

namespace troupe {

/// Starts a thread with a name (at most 15 bytes, for ps and debuggers). All signals are blocked in it: those that are sent to us
/// are the supervisor's, except the one by which a hook is broken off, which unblocks itself. Its owner joins it.
[[nodiscard]] std::thread start_thread(const std::string& name, std::function<void()> body);

}  // namespace troupe
