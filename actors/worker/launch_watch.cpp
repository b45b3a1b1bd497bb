#include "actors/worker/launch_watch.hpp"

#include <unistd.h>

#include <array>

namespace troupe {

std::optional<LaunchWatch::Failure> LaunchWatch::failure_of(pid_t tid) {
    if (!is_launching(tid)) {
        return std::nullopt;
    }
    std::array<int, 2> told{};
    const bool complete = ::read(report_.get(), told.data(), sizeof told) == static_cast<ssize_t>(sizeof told);
    report_.reset();
    if (!complete) {
        return std::nullopt;
    }
    return Failure{.step = static_cast<LaunchStep>(told[1]), .code = told[0]};
}

}  // namespace troupe
