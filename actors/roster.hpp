#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "actors/tracee.hpp"

namespace troupe {

/// The tracees of one worker, and whose turn it is. Worker only.
///
/// waitpid(-1) takes the first ready tracee of a list that never turns: from some thirty busy tracees on, the others starve. So
/// stops are counted, and after as many as there are tracees those that were not served since the last such round are asked for
/// by tid.
class Roster {
 public:
    Tracee& add(TaskFacts facts);
    void remove(pid_t tid) { tracees_.erase(tid); }
    /// It goes to another worker's roster.
    [[nodiscard]] std::unique_ptr<Tracee> take(pid_t tid);
    Tracee& put(std::unique_ptr<Tracee> tracee);
    /// nullptr: not one of ours.
    [[nodiscard]] Tracee* find(pid_t tid);
    /// After execve the tracee has the leader's tid. The tracee that had it is gone from here.
    Tracee& rename(pid_t from, TaskId to);

    [[nodiscard]] bool empty() const { return tracees_.empty(); }
    [[nodiscard]] std::size_t size() const { return tracees_.size(); }
    [[nodiscard]] std::vector<pid_t> tids() const;

    /// One stop of this tracee was served.
    void served(Tracee& tracee);
    /// It is time to ask for `starved` ones.
    [[nodiscard]] bool round_is_over() const { return stops_in_round_ > std::max(tracees_.size(), shortest_round) && tracees_.size() > 1; }
    /// Those that were not served in the round that is over; the next one begins. Valid until it is over as well.
    [[nodiscard]] const std::vector<pid_t>& starved();

 private:
    /// To ask the kernel about one that sleeps costs a tenth of a stop, and among few each has its turn soon.
    static constexpr std::size_t shortest_round = 16;

    std::unordered_map<pid_t, std::unique_ptr<Tracee>> tracees_;
    std::uint64_t round_ = 1;
    std::size_t stops_in_round_ = 0;
    std::vector<pid_t> starved_;
};

}  // namespace troupe
