#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "actors/output/write_all.hpp"
#include "troupe/actors/output_config.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// The file that a trace is written to, and its forerunners beside it: `FILE.1`, which was full last, `FILE.2` and so on. Lines stay whole;
/// one that is longer than a file may be has a file of its own.
class RotatingFile {
 public:
    /// Without a size it is one file for ever.
    RotatingFile(std::string path, Rotation rotation) : path_(std::move(path)), rotation_(rotation) {}

    [[nodiscard]] const std::string& path() const { return path_; }
    /// `fd` is this file, opened to be emptied or to be appended to.
    void opened(const UniqueFd& fd);
    /// All of it, over as many files as it needs; `fd` is the last one then. Error: the errno of what failed.
    [[nodiscard]] WrittenBytes write(UniqueFd& fd, std::string_view bytes);

 private:
    [[nodiscard]] std::size_t part_for_this_file(std::string_view bytes) const;
    [[nodiscard]] int begin_next(UniqueFd& fd);

    std::string path_;
    Rotation rotation_;
    std::uint64_t size_ = 0;       // of the file as it is
    bool is_within_line_ = false;  // what was written last has no newline yet
};

}  // namespace troupe
