#include "actors/output/write_all.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace troupe {

namespace {

/// A program that shares the descriptor (a shell, a terminal program) may have made it non-blocking.
void wait_until_writable(int fd) {
    pollfd one{.fd = fd, .events = POLLOUT, .revents = 0};
    ::poll(&one, 1, -1);
}

}  // namespace

WrittenBytes write_all(int fd, std::string_view bytes) {
    WrittenBytes all;
    while (all.bytes < bytes.size()) {
        const auto written = ::write(fd, bytes.data() + all.bytes, bytes.size() - all.bytes);
        if (written >= 0) {
            all.bytes += static_cast<std::size_t>(written);
            continue;
        }
        const int code = errno;
        if (code == EAGAIN || code == EWOULDBLOCK) {
            wait_until_writable(fd);
        } else if (code != EINTR) {
            all.code = code;
            break;
        }
    }
    return all;
}

}  // namespace troupe
