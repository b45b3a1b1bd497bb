#include "actors/output/write_all.hpp"

#include <poll.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

namespace troupe {

namespace {

/// So often in a row a descriptor may be ready, and yet not take a byte: another process that writes to it may have been faster.
constexpr int most_refusals = 1000;
constexpr int refusals_at_once = 10;

void sleep_a_moment() {
    const timespec moment{0, 1'000'000};
    ::nanosleep(&moment, nullptr);
}

/// A program that shares the descriptor (a shell, a terminal program) may have made it non-blocking. False: it says that it is ready, or
/// does not say when it is.
bool waited_until_writable(int fd) {
    pollfd one{.fd = fd, .events = POLLOUT, .revents = 0};
    return ::poll(&one, 1, 0) == 0 && ::poll(&one, 1, -1) > 0;
}

}  // namespace

WrittenBytes write_all(int fd, std::string_view bytes) {
    WrittenBytes all;
    int refusals = 0;
    while (all.bytes < bytes.size()) {
        const auto written = ::write(fd, bytes.data() + all.bytes, bytes.size() - all.bytes);
        if (written > 0) {
            all.bytes += static_cast<std::size_t>(written);
            refusals = 0;
            continue;
        }
        const int code = written < 0 ? errno : EAGAIN;
        if (code == EINTR || (code == EAGAIN && waited_until_writable(fd))) {
            continue;
        }
        if (code != EAGAIN || ++refusals == most_refusals) {
            all.code = code;
            break;
        }
        if (refusals > refusals_at_once) {
            sleep_a_moment();
        }
    }
    return all;
}

}  // namespace troupe
