#pragma once

#include <semaphore.h>

#include <atomic>
#include <cstdint>

namespace troupe {

/// What one thread tells another, once, while that one waits for it: spinning for a while, then asleep.
///
/// The problem: std::atomic::notify_one of libstdc++ wakes no thread where it sees no sleeper, and it may look for one before the new value
/// is seen by others. A worker was found asleep with its answer before it. What we do: both sides change one word by an exchange, so that
/// one of them sees the other. The teller wakes a reader that sleeps, and a reader that was told does not go to sleep.
class Reply {
 public:
    enum class Word : std::uint8_t { nothing_yet, asleep, baton_is_yours, answered };

    Reply() { ::sem_init(&woken_, 0, 0); }
    ~Reply() { ::sem_destroy(&woken_); }
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;

    /// Another thread: `word` is one of the last two. Who waits may be gone, and this object with it, when this returns.
    void tell(Word word);
    /// Looks `spins` times before it sleeps.
    [[nodiscard]] Word wait(unsigned spins);

 private:
    // Both threads: atomic
    std::atomic<Word> word_{Word::nothing_yet};
    sem_t woken_{};  // posted to who is asleep only
};

}  // namespace troupe
