#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/result.hpp"

namespace troupe {

/// What of the trace could not be written, and why.
class Losses {
 public:
    /// `file` gets nothing any more. It is named as the user may know it.
    void failed(const std::string& file, Error error);
    void lost(std::size_t bytes) { bytes_ += bytes; }

    [[nodiscard]] bool any() const { return files_ != 0; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// All of it was on its way to readers that closed their end (EPIPE): as `-o '|head'` does, on purpose.
    [[nodiscard]] bool only_readers_left() const { return any() && others_ == 0; }
    /// `120 bytes of the trace are lost: write to /dev/full: No space left on device`, or, of several files,
    /// `… are lost in 190 files, the first: open t.12: Too many open files; also t.13, t.14, t.15 and 186 more`.
    [[nodiscard]] std::string text() const;
    /// The first error, once.
    [[nodiscard]] std::optional<Error> take_error();

 private:
    std::uint64_t bytes_ = 0;
    std::size_t files_ = 0;
    std::size_t others_ = 0;  // files that failed otherwise than by EPIPE
    std::optional<Error> first_{};
    bool first_taken_ = false;
    std::vector<std::string> also_{};  // the next few files
};

}  // namespace troupe
