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

/// How processes that run already become tracees: `-p`. One after the other, in the order in which they are given: what is said of them
/// has that order. Workers divide the threads of a process among themselves. A thread that is made meanwhile by one that is not attached
/// yet is found when they are asked again, until nothing new is found.
class Attaching {
 public:
    /// `done`: all that could be attached to is. It is told whether any process is; why others are not has been said.
    Attaching(const Desk& desk, std::function<void(bool)> done) : desk_(desk), done_(std::move(done)) {}

    void begin();
    /// What became of a worker's share. `go_on`: workers may be asked again.
    void answered(const notices::Attached& answer, bool go_on);
    /// Workers have not answered yet, so that tracees may still come.
    [[nodiscard]] bool is_waiting() const { return answers_due_ != 0; }

 private:
    void attach_to_next();
    /// False: no thread of it is new.
    bool ask_workers(pid_t process);
    /// Why it is not attached to, if it is not.
    void tell(pid_t process);
    void report();
    [[nodiscard]] std::vector<pid_t> without_list_of_threads() const;
    /// Some of its threads are tracees, though it could not be attached to itself.
    [[nodiscard]] bool has_attached_threads(pid_t pid) const;

    const Desk& desk_;
    std::function<void(bool)> done_;
    std::size_t process_ = 0;       // in the list that was given
    bool is_asking_ = false;        // workers have been asked for its threads
    bool is_ours_already_ = false;  // before they were: named twice, or a thread of another
    bool any_ = false;              // is attached to
    std::size_t next_worker_ = 0;
    std::size_t answers_due_ = 0;
    std::map<pid_t, int> outcome_;  // tid → errno
};

}  // namespace troupe
