#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "actors/placement.hpp"

namespace troupe {

/// How often a tracee reaches us, and where it counts for that on the load board. Worker only.
class Talk {
 public:
    /// A call reached us. True: its calls follow each other soon.
    [[nodiscard]] bool hear(std::uint64_t now);
    /// It was heard of before, and not for long.
    [[nodiscard]] bool is_silent(std::uint64_t now) const;
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
    std::uint64_t last_call_ = 0;  // monotonic clock, ns
    unsigned rapid_ = 0;           // calls in a row that followed soon
    unsigned since_placed_ = 0;    // calls
    unsigned interval_ = 128;      // calls until it is due
    std::optional<std::size_t> counted_at_;
    bool rests_ = false;
};

}  // namespace troupe
