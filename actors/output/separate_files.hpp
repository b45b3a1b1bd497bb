#pragma once

#include <cstddef>
#include <list>
#include <string>

#include "actors/output/losses.hpp"
#include "actors/output/rotating_file.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

class SeparateFile;

/// The descriptors of many files: those that were written to last. A program may have more threads than we may have files open.
class OpenFiles {
 public:
    /// At most `limit` are open at once, and fewer where the process or the system has no more (EMFILE, ENFILE).
    explicit OpenFiles(std::size_t limit) : limit_(limit) {}

    /// Raises RLIMIT_NOFILE to its hard limit. How many files may be open then, when some descriptors are left for all else.
    [[nodiscard]] static std::size_t raise_limit();

 private:
    friend class SeparateFile;
    [[nodiscard]] Result<UniqueFd> open(const std::string& path, bool append);
    void close_oldest();

    std::size_t limit_;
    std::list<SeparateFile*> open_{};  // the one that was written to last comes first
};

/// One of many files, buffered. After an error it takes everything, writes nothing, and counts what is lost.
class SeparateFile {
 public:
    /// Makes the file, and empties it unless `append`.
    SeparateFile(OpenFiles& files, std::string path, bool append, Losses& losses, Rotation rotation = {});
    SeparateFile(const SeparateFile&) = delete;
    SeparateFile& operator=(const SeparateFile&) = delete;
    ~SeparateFile() { close(); }

    [[nodiscard]] std::string& buffer() { return buffer_; }
    /// Writes if there is enough to be written.
    void settle(Losses& losses);
    void flush(Losses& losses);

 private:
    friend class OpenFiles;
    void open(bool append, Losses& losses);
    void close();
    void fail(Error error, Losses& losses);

    OpenFiles& files_;
    RotatingFile file_;
    std::string buffer_{};
    UniqueFd fd_{};
    std::list<SeparateFile*>::iterator place_{};  // while it is open
    bool failed_ = false;
};

}  // namespace troupe
