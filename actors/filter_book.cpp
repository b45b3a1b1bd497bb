#include "actors/filter_book.hpp"

#include <utility>

namespace troupe {

FilterBook::FilterBook(bool sets_no_new_privs)
    : set_no_new_privs_(sets_no_new_privs), unknown_(std::make_shared<const OwnFilters>(OwnFilters::unknown_count)) {}

void FilterBook::begin(pid_t process) {
    const Lock lock(mutex_);
    ++processes_[process].in_progress;
    any_.store(true, std::memory_order_release);
}

void FilterBook::end(pid_t process, std::shared_ptr<const OwnFilters> filters) {
    const Lock lock(mutex_);
    const auto found = processes_.find(process);
    if (found == processes_.end()) {
        return;
    }
    Process& known = found->second;
    --known.in_progress;
    if (filters && (!known.filters || known.filters->count() < filters->count())) {
        known.filters = std::move(filters);
    }
}

void FilterBook::forget(pid_t process) {
    const Lock lock(mutex_);
    processes_.erase(process);
    any_.store(!processes_.empty(), std::memory_order_release);
}

std::shared_ptr<const OwnFilters> FilterBook::of(pid_t process, const std::shared_ptr<const OwnFilters>& known) const {
    const Lock lock(mutex_);
    const auto found = processes_.find(process);
    if (found == processes_.end()) {
        return known;
    }
    if (found->second.in_progress != 0) {
        return unknown_;
    }
    const auto& shared = found->second.filters;
    return shared && (!known || known->count() < shared->count()) ? shared : known;
}

}  // namespace troupe
