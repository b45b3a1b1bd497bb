#pragma once

#include <sys/types.h>

#include <string>

#include "troupe/core/annotations.hpp"

namespace troupe {

/// A file with a name; `/tmp/x`, also where it has been deleted. `with_device`: what device it is, if it is one.
[[nodiscard]] DescriptorNote note_of_file(pid_t tid, int fd, const std::string& target, bool with_device);
/// Whether it is a device.
[[nodiscard]] bool is_device(pid_t tid, int fd);

/// {eventfd-count=0x3, eventfd-id=12, eventfd-semaphore=0}; empty: it could not be read.
[[nodiscard]] std::string event_counter(pid_t tid, int fd);
/// signalfd:[USR1 CHLD]
[[nodiscard]] std::string awaited_signals(pid_t tid, int fd);
/// The process of a pidfd in our PID namespace; 0: it is over, or in none that we see.
[[nodiscard]] pid_t process_of_pidfd(pid_t tid, int fd);

}  // namespace troupe
