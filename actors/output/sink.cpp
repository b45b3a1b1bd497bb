#include "actors/output/sink.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace troupe {

namespace {

constexpr std::size_t buffer_size = 65'536;

/// A pipe whose reader is gone sends SIGPIPE to the thread that writes, before write(2) returns EPIPE. We want only the
/// latter, and must not change what the signal means for the whole process, because tracees inherit that.
class WithoutSigpipe {
 public:
    WithoutSigpipe() {
        ::sigemptyset(&only_);
        ::sigaddset(&only_, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &only_, &before_);
    }
    ~WithoutSigpipe() {
        if (::sigismember(&before_, SIGPIPE) == 1) {
            return;
        }
        if (broken_) {
            const timespec now{};
            while (::sigtimedwait(&only_, nullptr, &now) < 0 && errno == EINTR) {
            }
        }
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    WithoutSigpipe(const WithoutSigpipe&) = delete;
    WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;

    void pipe_is_broken() { broken_ = true; }

 private:
    sigset_t only_{};
    sigset_t before_{};
    bool broken_ = false;
};

/// Whoever shares the descriptor (a shell, a terminal program) may have made it non-blocking.
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

int write_all_without_sigpipe(int fd, std::string_view bytes) {
    WithoutSigpipe guard;
    const int code = write_all(fd, bytes);
    if (code == EPIPE) {
        guard.pipe_is_broken();
    }
    return code;
}

bool has_reader(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

}  // namespace

Sink::Sink(UniqueFd fd, When when, std::string name) : fd_(std::move(fd)), name_(std::move(name)), has_reader_(has_reader(fd_.get())) {
    const bool somebody_watches = has_reader_ || ::isatty(fd_.get()) == 1;
    threshold_ = when == When::buffered && !somebody_watches ? buffer_size : 1;
}

void Sink::settle() {
    if (buffer_.size() >= threshold_) {
        flush();
    }
}

void Sink::flush() {
    if (fd_ && !buffer_.empty()) {
        const int code = has_reader_ ? write_all_without_sigpipe(fd_.get(), buffer_) : write_all(fd_.get(), buffer_);
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
