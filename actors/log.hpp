#pragma once

#include <memory>
#include <string>

#include "troupe/core/hooks.hpp"

namespace spdlog {
class logger;
}

namespace troupe {

/// Diagnostics of ours, never the trace: on standard error, as `NAME: level: text`. Any thread may write.
class Log {
 public:
    /// What is less urgent than `level` is not written.
    Log(const std::string& program_name, LogLevel level);

    void write(LogLevel level, const std::string& text) const;

 private:
    std::shared_ptr<spdlog::logger> logger_;
};

/// A message for the user, on standard error, whatever the level. If that cannot be written, there is no other place to say so (fmt::print
/// would throw).
void say_to_user(const std::string& program_name, const std::string& text);

}  // namespace troupe
