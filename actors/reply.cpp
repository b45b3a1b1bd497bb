#include "actors/reply.hpp"

#include <cerrno>

#include "troupe/core/check.hpp"

namespace troupe {

void Reply::tell(Word word) {
    if (word_.exchange(word, std::memory_order_acq_rel) == Word::asleep) {
        TROUPE_CHECK(::sem_post(&woken_) == 0, "it is posted once");
    }
}

Reply::Word Reply::wait(unsigned spins) {
    for (unsigned i = 0; i < spins; ++i) {
        if (const Word word = word_.load(std::memory_order_acquire); word != Word::nothing_yet) {
            return word;
        }
        __builtin_ia32_pause();
    }
    if (Word word = Word::nothing_yet; !word_.compare_exchange_strong(word, Word::asleep, std::memory_order_acq_rel)) {
        return word;
    }
    while (::sem_wait(&woken_) != 0) {
        TROUPE_CHECK(errno == EINTR, "sem_wait can only be interrupted");
    }
    return word_.load(std::memory_order_acquire);
}

}  // namespace troupe
