#include "actors/output/separate_files.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "actors/output/open_file.hpp"

namespace troupe {

namespace {

constexpr std::size_t file_buffer = 65'536;
constexpr rlim_t for_all_else = 256;     // descriptors: of /proc, pipes, scripts
constexpr rlim_t limit_enough = 65'536;  // more open files than that only cost memory in the kernel

}  // namespace

std::size_t OpenFiles::raise_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return 1;
    }
    const rlimit wanted{std::max(limit.rlim_cur, std::min(limit.rlim_max, limit_enough)), limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &wanted) == 0) {
        limit = wanted;
    }
    const rlim_t room = limit.rlim_cur > 2 * for_all_else ? limit.rlim_cur - for_all_else : limit.rlim_cur / 2;
    return std::clamp<std::size_t>(room, 1, limit_enough);
}

Result<UniqueFd> OpenFiles::open(const std::string& path, bool append) {
    while (open_.size() >= limit_) {
        close_oldest();
    }
    for (;;) {
        auto opened = open_output_file(path, append);
        const bool too_many = !opened && (opened.error().code == EMFILE || opened.error().code == ENFILE);
        if (!too_many || open_.empty()) {
            return opened;
        }
        close_oldest();
    }
}

void OpenFiles::close_oldest() { open_.back()->close(); }

SeparateFile::SeparateFile(OpenFiles& files, std::string path, bool append, Losses& losses, Rotation rotation)
    : files_(files), file_(std::move(path), rotation) {
    open(append, losses);
}

void SeparateFile::open(bool append, Losses& losses) {
    auto opened = files_.open(file_.path(), append);
    if (!opened) {
        fail(opened.error(), losses);
        return;
    }
    fd_ = std::move(*opened);
    file_.opened(fd_);
    place_ = files_.open_.insert(files_.open_.begin(), this);
}

void SeparateFile::close() {
    if (fd_) {
        files_.open_.erase(place_);
        fd_.reset();
    }
}

void SeparateFile::fail(Error error, Losses& losses) {
    failed_ = true;
    losses.failed(file_.path(), std::move(error));
}

void SeparateFile::settle(Losses& losses) {
    if (buffer_.size() >= file_buffer) {
        flush(losses);
    }
}

void SeparateFile::flush(Losses& losses) {
    if (buffer_.empty()) {
        return;
    }
    if (!fd_ && !failed_) {
        open(true, losses);
    }
    std::size_t written = 0;
    if (fd_) {
        files_.open_.splice(files_.open_.begin(), files_.open_, place_);
        const WrittenBytes done = file_.write(fd_, buffer_);
        written = done.bytes;
        if (done.code != 0) {
            close();
            fail(Error{"write to " + file_.path(), {}, done.code}, losses);
        }
    }
    losses.lost(buffer_.size() - written);
    buffer_.clear();
}

}  // namespace troupe
