#include "actors/turns.hpp"

#include <algorithm>

namespace troupe {
namespace {

// A question costs about a tenth of a stop.
constexpr std::size_t good_part = 2;
constexpr std::size_t longest_pause = 8;  // stops for each

}  // namespace

void Turns::add(pid_t tid) {
    if (std::ranges::find(tids_, tid) == tids_.end()) {
        tids_.push_back(tid);
    }
}

void Turns::remove(pid_t tid) {
    const auto found = std::ranges::find(tids_, tid);
    if (found == tids_.end()) {
        return;
    }
    if (static_cast<std::size_t>(found - tids_.begin()) < next_) {
        --next_;
    }
    tids_.erase(found);
}

std::optional<pid_t> Turns::next() {
    if (tids_.size() < 2 || waiting_ != 0) {
        return std::nullopt;
    }
    if (next_ < tids_.size()) {
        return tids_[next_++];
    }
    const bool go_on = ready_ * good_part >= tids_.size();
    next_ = 0;
    ready_ = 0;
    if (!go_on) {
        waiting_ = pause_;
        pause_ = std::min(pause_ * 2, longest_pause * tids_.size());
        return std::nullopt;
    }
    pause_ = 1;
    return tids_[next_++];
}

void Turns::waited() {
    if (waiting_ != 0) {
        --waiting_;
    }
}

}  // namespace troupe
