#include "actors/observations.hpp"

#include <array>
#include <utility>

namespace troupe {

bool Observations::add(Observation&& observation) {
    observation.sequence = next_.fetch_add(1, std::memory_order_relaxed);
    const bool completes_a_batch = (observation.sequence + 1) % batch == 0;
    waiting_.fetch_add(1, std::memory_order_acq_rel);
    queue_.enqueue(std::move(observation));
    return completes_a_batch;
}

std::vector<Observation> Observations::take() {
    std::array<Observation, batch> some;
    while (const std::size_t count = queue_.try_dequeue_bulk(some.begin(), some.size())) {
        for (std::size_t i = 0; i < count; ++i) {
            early_.push(std::move(some[i]));
        }
    }
    std::vector<Observation> ready;
    while (!early_.empty() && early_.top().sequence == due_) {
        ready.push_back(early_.top());
        early_.pop();
        ++due_;
    }
    waiting_.fetch_sub(ready.size(), std::memory_order_acq_rel);
    return ready;
}

}  // namespace troupe
