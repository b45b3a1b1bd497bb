#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "actors/placement.hpp"

namespace troupe {

/// How many tracees of a worker make calls at this time, and so how soon each of them can come again. Worker only.
class Crowd {
 public:
    /// One of them made a call; `counted_in` is the window in which it was counted last.
    void note(std::uint64_t now, std::uint64_t& counted_in);
    /// Calls of one tracee that follow each other within this time (ns) are worth a place on the worker's CPU.
    [[nodiscard]] std::uint64_t soon() const;

 private:
    std::uint64_t window_ = 1;
    std::uint64_t began_ = 0;  // monotonic clock, ns
    std::uint64_t now_ = 0;    // counted in this window
    std::uint64_t before_ = 0;
};

/// How often a tracee reaches us, and where it counts for that on the load board. Worker only.
class Talk {
 public:
    /// A call reached us. True: its calls follow each other soon.
    [[nodiscard]] bool hear(std::uint64_t now, Crowd& crowd);
    /// It was heard of before, and not for long.
    [[nodiscard]] bool is_silent(std::uint64_t now, const Crowd& crowd) const;
    [[nodiscard]] bool is_talkative() const { return counted_at_.has_value(); }

    /// From now on it counts as one of that worker's.
    void count_at(std::size_t worker, LoadBoard& loads);
    /// It has gone into a call that may wait for long, and keeps no CPU busy meanwhile.
    void rest(LoadBoard& loads);
    /// It is out of that.
    void wake(LoadBoard& loads);
    /// It counts nowhere.
    void uncount(LoadBoard& loads);
    /// Likewise, and it has to prove itself anew.
    void fall_quiet(LoadBoard& loads);

    /// Whether it is time to ask where it ought to live, by the number of its calls. Less and less often for who was moved often.
    [[nodiscard]] bool is_due();
    void was_moved();

    bool may_move = true;                  ///< false: it was tried, and cannot be
    std::optional<std::size_t> bound_for;  ///< the worker that it goes to at its next exit from a call

 private:
    std::uint64_t last_call_ = 0;   // monotonic clock, ns
    std::uint64_t counted_in_ = 0;  // the crowd's window
    unsigned rapid_ = 0;            // calls in a row that followed soon
    unsigned since_placed_ = 0;     // calls
    unsigned interval_ = 128;       // calls until it is due
    std::optional<std::size_t> counted_at_;
    bool rests_ = false;
};

}  // namespace troupe
