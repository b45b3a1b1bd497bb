#include "actors/output/sink.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace troupe {

namespace {

constexpr std::size_t buffer_size = 65'536;

bool has_reader(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

}  // namespace

Sink::Sink(UniqueFd fd, When when, std::string name, Rotation rotation) : fd_(std::move(fd)), file_(std::move(name), rotation) {
    file_.opened(fd_);
    const bool may_be_watched = has_reader(fd_.get()) || ::isatty(fd_.get()) == 1;
    threshold_ = when == When::buffered && !may_be_watched ? buffer_size : 1;
}

void Sink::settle(Losses& losses) {
    if (buffer_.size() >= threshold_) {
        flush(losses);
    }
}

void Sink::flush(Losses& losses) {
    if (buffer_.empty()) {
        return;
    }
    std::size_t written = 0;
    if (fd_) {
        const WrittenBytes done = file_.write(fd_, buffer_);
        written = done.bytes;
        if (done.code != 0) {
            losses.failed(file_.path(), Error{"write to " + file_.path(), {}, done.code});
            fd_.reset();
        }
    }
    losses.lost(buffer_.size() - written);
    buffer_.clear();
}

}  // namespace troupe
