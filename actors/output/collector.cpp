#include "actors/output/collector.hpp"

#include <cstddef>
#include <utility>

namespace troupe {

void Collector::add(Record record) {
    const std::size_t enough = output_.worth_collecting();
    ++added_;
    if (enough == 1 || (comes_alone_ && added_ == 1)) {
        record.head.sequence = output_.next_sequence();
        output_.deliver(std::move(record));
        return;
    }
    may_hold_ = true;
    std::size_t held = 0;
    {
        const Lock lock(mutex_);
        record.head.sequence = output_.next_sequence();  // under the lock: a number is here, or has been delivered
        records_.push_back(std::move(record));
        held = records_.size();
    }
    if (held >= enough) {
        send_off();
    }
}

void Collector::send_off() {
    if (added_ > 0) {
        comes_alone_ = added_ == 1;
        added_ = 0;
    }
    if (!may_hold_) {
        return;
    }
    may_hold_ = false;
    {
        const Lock lock(mutex_);
        leaving_.swap(records_);
    }
    if (!leaving_.empty()) {  // else another thread was faster
        output_.deliver(leaving_);
        leaving_.clear();
    }
}

void Collector::send_off_for_owner() {
    std::vector<Record> records;
    {
        const Lock lock(mutex_);
        records.swap(records_);
    }
    if (!records.empty()) {
        output_.deliver(records);
    }
}

}  // namespace troupe
