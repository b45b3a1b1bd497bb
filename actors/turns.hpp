#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace troupe {

/// Whose turn it is among the talkative tracees of a worker. Worker only.
///
/// The problem: waitpid(-1) takes the first ready tracee of a list that never turns. A worker uses more of its CPU than each of its
/// tracees, so by the time that it runs, most of them wait, and the first in the list is served again and again: of eight
/// threads, one got seven times the calls of another. Holding all that are ready before any goes on is fair, but each wait then walks over
/// those that are held. What we do: ask one after the other by tid, which the kernel finds at once, as long as a good part of those asked
/// are ready; otherwise wait for any of them for a while. Price: a question for each that is not ready.
class Turns {
 public:
    /// Takes part from now on; again is welcome.
    void add(pid_t tid);
    void remove(pid_t tid);
    [[nodiscard]] std::size_t size() const { return tids_.size(); }

    /// The one that is to be asked next. Nothing: wait for any.
    [[nodiscard]] std::optional<pid_t> next();
    /// The one that `next` gave was ready.
    void was_ready() { ++ready_; }
    /// A tracee came while any was waited for.
    void waited();

 private:
    std::vector<pid_t> tids_;
    std::size_t next_ = 0;     // in the round
    std::size_t ready_ = 0;    // in the round
    std::size_t waiting_ = 0;  // so many are waited for until the next round
    std::size_t pause_ = 1;    // what that will be after the next round in which few were ready
};

}  // namespace troupe
