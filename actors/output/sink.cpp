#include "actors/output/sink.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "actors/output/write_all.hpp"

namespace troupe {

namespace {

constexpr std::size_t buffer_size = 65'536;

bool has_reader(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

}  // namespace

Sink::Sink(UniqueFd fd, When when, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {
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
        const WrittenBytes done = write_all(fd_.get(), buffer_);
        written = done.bytes;
        if (done.code != 0) {
            losses.failed(name_, Error{"write to " + name_, {}, done.code});
            fd_.reset();
        }
    }
    losses.lost(buffer_.size() - written);
    buffer_.clear();
}

}  // namespace troupe
