#pragma once

#include <memory>
#include <vector>

#include "actors/peers.hpp"
#include "actors/worker/worker.hpp"

namespace troupe {

/// The workers of a run, made together and started together, so that each can reach the others from its first tracee on.
class Crew final : public Peers {
 public:
    /// A worker for each of these; CPUs may be named more than once.
    explicit Crew(std::vector<int> cpus) : cpus_(std::move(cpus)) {}

    /// Before `start`. The stage outlives the crew.
    void assemble(const Stage& stage);
    /// Error: the first that could not be started; those before it run.
    [[nodiscard]] Result<void> start();
    /// Those that run are told to quit, and are waited for. Returns what all of them did.
    [[nodiscard]] Ledger quit();
    /// After `quit`: the calls that all of them counted.
    [[nodiscard]] Counted counted() const;

    /// Any thread.
    [[nodiscard]] std::size_t count() const override { return cpus_.size(); }
    [[nodiscard]] int cpu_of(std::size_t worker) const override { return cpus_[worker]; }
    void send(std::size_t worker, orders::Order order) override { workers_[worker]->send(std::move(order)); }
    [[nodiscard]] const std::vector<int>& cpus() const { return cpus_; }
    [[nodiscard]] Worker& at(std::size_t worker) const { return *workers_[worker]; }

 private:
    const std::vector<int> cpus_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::size_t started_ = 0;
};

}  // namespace troupe
