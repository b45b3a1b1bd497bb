#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "actors/notices.hpp"
#include "actors/supervisor/desk.hpp"

namespace troupe {

/// How processes that run already become tracees: `-p`. Workers divide the threads among themselves. A thread that is made meanwhile by
/// one that is not attached yet is found by the next round; there is one until nothing new is found.
class Attaching {
 public:
    /// `done`: nothing new was found. It is told whether any process is attached to; why others are not has been said.
    Attaching(const Desk& desk, std::function<void(bool)> done) : desk_(desk), done_(std::move(done)) {}

    /// The first round.
    void begin() { round(); }
    /// What became of a worker's share. `go_on`: another round may follow.
    void answered(const notices::Attached& answer, bool go_on);
    /// Workers have not answered yet, so that tracees may still come.
    [[nodiscard]] bool is_waiting() const { return answers_due_ != 0; }

 private:
    void round();
    void report();
    [[nodiscard]] std::vector<pid_t> without_list_of_threads() const;
    /// Some of its threads are tracees, though it could not be attached to itself.
    [[nodiscard]] bool has_attached_threads(pid_t pid) const;

    const Desk& desk_;
    std::function<void(bool)> done_;
    std::size_t answers_due_ = 0;
    std::map<pid_t, int> outcome_;  // tid → errno
};

}  // namespace troupe
