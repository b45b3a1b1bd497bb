#pragma once

#include <cstdint>

#include "actors/latency.hpp"

namespace troupe {

/// What one worker counted. The laws: `appeared == reaped + detached + vanished` once it is done.
struct Ledger {
    std::uint64_t stops = 0;     ///< ptrace stops handled
    std::uint64_t free = 0;      ///< of these, by tracees that may run on another CPU than their worker
    std::uint64_t asked = 0;     ///< events that hooks decided on
    std::uint64_t observed = 0;  ///< events that observers were told of
    std::uint64_t appeared = 0;  ///< tracees that came to this worker
    std::uint64_t reaped = 0;    ///< that died
    std::uint64_t detached = 0;  ///< that were detached
    std::uint64_t vanished = 0;  ///< leaders whose tid an execve by another thread took over
    std::uint64_t moved = 0;     ///< tracees handed to another worker
    Latency serving;             ///< from a stop's report to the tracee going on; measured where it is asked for
    std::uint64_t late = 0;      ///< stops that waitpid(-1) would have left waiting

    Ledger& operator+=(const Ledger& other) {
        stops += other.stops;
        free += other.free;
        asked += other.asked;
        observed += other.observed;
        appeared += other.appeared;
        reaped += other.reaped;
        detached += other.detached;
        vanished += other.vanished;
        moved += other.moved;
        serving += other.serving;
        late += other.late;
        return *this;
    }
    [[nodiscard]] bool balanced() const { return appeared == reaped + detached + vanished; }
};

}  // namespace troupe
