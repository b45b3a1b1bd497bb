#include "actors/supervisor/time_and_size.hpp"

#include <sys/stat.h>

#include <chrono>
#include <utility>

namespace troupe {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 50ms;

}  // namespace

TimeAndSize::TimeAndSize(const Desk& desk, CallLimit& limit, std::function<void()> enough)
    : desk_(desk), limit_(limit), enough_(std::move(enough)), time_(desk.context), look_(desk.context) {}

void TimeAndSize::begin() {
    const StopAfter& after = desk_.config.stop_after;
    if (after.time) {
        time_.expires_after(*after.time);
        time_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                is_enough();
            }
        });
    }
    if (after.bytes) {
        look_at_size();
    }
}

/// Of the file as it is: what another program writes to it counts.
void TimeAndSize::look_at_size() {
    struct stat status {};
    const bool is_there = ::stat(desk_.config.output.destination.c_str(), &status) == 0;
    if (is_there && static_cast<std::uint64_t>(status.st_size) >= *desk_.config.stop_after.bytes) {
        is_enough();
        return;
    }
    look_.expires_after(between_looks);
    look_.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            look_at_size();
        }
    });
}

void TimeAndSize::is_enough() {
    limit_.end_now();
    enough_();
}

}  // namespace troupe
