#include "actors/supervisor/crew.hpp"

namespace troupe {

void Crew::assemble(const Stage& stage) {
    for (std::size_t i = 0; i < cpus_.size(); ++i) {
        workers_.push_back(std::make_unique<Worker>(static_cast<unsigned>(i), cpus_[i], stage));
    }
}

Result<void> Crew::start() {
    for (const auto& worker : workers_) {
        if (auto started = worker->start(); !started) {
            return started;
        }
        ++started_;
    }
    return {};
}

Ledger Crew::quit() {
    for (std::size_t i = 0; i < started_; ++i) {
        workers_[i]->send(orders::Quit{});
    }
    Ledger total;
    for (std::size_t i = 0; i < started_; ++i) {
        workers_[i]->join();
        total += workers_[i]->ledger();
    }
    return total;
}

Counted Crew::counted() const {
    Counted total;
    for (const auto& worker : workers_) {
        total += worker->counted();
    }
    return total;
}

}  // namespace troupe
