#pragma once

#include <functional>
#include <memory>

#include "actors/output/losses.hpp"
#include "actors/output/output.hpp"
#include "troupe/core/record.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/stream_format.hpp"

namespace troupe {

/// Makes the format of a stream more.
using MakeFormat = std::function<std::unique_ptr<StreamFormat>()>;

/// Records in order → bytes in files. One thread at a time.
class Streams {
 public:
    Streams() = default;
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;
    virtual ~Streams() = default;

    virtual void accept(Record&& record) = 0;
    /// After every batch: writes what may not wait.
    virtual void settle() = 0;
    virtual void flush() = 0;
    /// Ends open lines, writes all, closes, waits for the command.
    virtual void finish() = 0;
    /// What is written is not watched, so records may come a little later.
    [[nodiscard]] virtual bool is_buffered() const = 0;

    /// What could not be written so far; complete after `finish`.
    [[nodiscard]] Losses& losses() { return losses_; }

 private:
    Losses losses_{};
};

/// Errors are those of opening the one file or command; files of single tracees are opened when their first record comes.
[[nodiscard]] Result<std::unique_ptr<Streams>> open_streams(const OutputConfig& config);

}  // namespace troupe
