#include "actors/placement.hpp"

namespace troupe {
namespace {

/// A CPU may have several workers: what counts is how many tracees share it.
unsigned load_of_cpu(std::span<const WorkerLoad> workers, int cpu) {
    unsigned load = 0;
    for (const WorkerLoad& worker : workers) {
        load += worker.cpu == cpu ? worker.talkative : 0;
    }
    return load;
}

}  // namespace

std::size_t place(Placement policy, std::span<const WorkerLoad> workers, std::size_t here, const CpuSet& asked, std::size_t turn) {
    const auto welcome = [&](std::size_t worker) { return asked.contains(workers[worker].cpu); };
    if (policy == Placement::stay) {
        return here;
    }
    if (policy == Placement::spread) {
        for (std::size_t i = 0; i < workers.size(); ++i) {
            if (const std::size_t worker = (turn + i) % workers.size(); welcome(worker)) {
                return worker;
            }
        }
        return here;
    }
    std::size_t best = here;
    bool have_best = welcome(here);
    for (std::size_t worker = 0; worker < workers.size(); ++worker) {
        if (welcome(worker) && (!have_best || load_of_cpu(workers, workers[worker].cpu) < load_of_cpu(workers, workers[best].cpu))) {
            best = worker;
            have_best = true;
        }
    }
    return best;
}

LoadBoard::LoadBoard(const std::vector<int>& cpus) : workers_(cpus.size()) {
    for (std::size_t i = 0; i < cpus.size(); ++i) {
        workers_[i].cpu = cpus[i];
    }
}

std::vector<WorkerLoad> LoadBoard::loads() const {
    std::vector<WorkerLoad> loads;
    loads.reserve(workers_.size());
    for (const Row& row : workers_) {
        const unsigned resting = row.resting.load(std::memory_order_relaxed);  // of other workers' tracees, too: a moment apart
        const unsigned talkative = row.talkative.load(std::memory_order_relaxed);
        loads.push_back({row.cpu, talkative > resting ? talkative - resting : 0});
    }
    return loads;
}

}  // namespace troupe
