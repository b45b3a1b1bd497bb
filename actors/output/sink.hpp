#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "actors/output/losses.hpp"
#include "actors/output/rotating_file.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// A file descriptor with a buffer. After an error it takes everything, writes nothing, and counts what is lost. A pipe whose reader is
/// gone is an error, too.
class Sink {
 public:
    enum class When : std::uint8_t { at_once, buffered };

    /// `name` is for error messages, and where there is a rotation, the path. A buffered sink on a terminal, a pipe or a socket writes at
    /// once as well: it may be watched.
    Sink(UniqueFd fd, When when, std::string name, Rotation rotation = {});

    /// Where to append.
    [[nodiscard]] std::string& buffer() { return buffer_; }
    /// After every few appends: writes what ought to be written.
    void settle(Losses& losses);
    void flush(Losses& losses);

    /// What is written is not watched.
    [[nodiscard]] bool is_buffered() const { return threshold_ > 1; }

 private:
    UniqueFd fd_;
    RotatingFile file_;
    std::size_t threshold_ = 1;  // buffered bytes that are worth a write
    std::string buffer_{};
};

}  // namespace troupe
