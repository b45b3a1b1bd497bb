#include "actors/output/sink.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace troupe {

namespace {

constexpr std::size_t buffer_size = 65'536;

/// A program that shares the descriptor (a shell, a terminal program) may have made it non-blocking.
void wait_until_writable(int fd) {
    pollfd one{.fd = fd, .events = POLLOUT, .revents = 0};
    ::poll(&one, 1, -1);
}

/// 0, or errno.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        const int code = errno;
        if (code == EAGAIN || code == EWOULDBLOCK) {
            wait_until_writable(fd);
        } else if (code != EINTR) {
            return code;
        }
    }
    return 0;
}

bool has_reader(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

}  // namespace

Sink::Sink(UniqueFd fd, When when, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {
    const bool may_be_watched = has_reader(fd_.get()) || ::isatty(fd_.get()) == 1;
    threshold_ = when == When::buffered && !may_be_watched ? buffer_size : 1;
}

void Sink::settle() {
    if (buffer_.size() >= threshold_) {
        flush();
    }
}

void Sink::flush() {
    if (fd_ && !buffer_.empty()) {
        const int code = write_all(fd_.get(), buffer_);
        if (code != 0) {
            fail(code);
        }
    }
    buffer_.clear();
}

void Sink::fail(int code) {
    error_ = Error{"write to " + name_, {}, code};
    fd_.reset();
}

std::optional<Error> Sink::take_error() { return std::exchange(error_, std::nullopt); }

}  // namespace troupe
