#include "actors/output/sequencer.hpp"

#include <algorithm>
#include <utility>

#include "troupe/core/check.hpp"

namespace troupe {

void Sequencer::put(Record&& record) {
    TROUPE_CHECK(record.head.sequence >= next_, "a record was delivered after its turn");
    const auto distance = record.head.sequence - next_;
    if (distance >= ring_.size()) {
        grow(distance);
    }
    auto& place = slot(record.head.sequence);
    TROUPE_CHECK(!place.has_value(), "a sequence number was delivered twice");
    place.emplace(std::move(record));
    ++waiting_;
}

bool Sequencer::pass(std::span<const Record> records) {
    std::uint64_t number = next_;
    const bool in_order =
        std::all_of(records.begin(), records.end(), [&](const Record& record) { return record.head.sequence == number++; });
    if (waiting_ > 0 || !in_order) {
        return false;
    }
    next_ = number;
    return true;
}

void Sequencer::grow(std::uint64_t distance) {
    auto size = ring_.size();
    while (size <= distance) {
        size *= 2;
    }
    std::vector<std::optional<Record>> larger(size);
    for (auto& place : ring_) {
        if (place) {
            auto& target = larger[place->head.sequence & (size - 1)];
            target = std::move(place);
        }
    }
    ring_ = std::move(larger);
}

void Sequencer::take(std::vector<Record>& batch, std::size_t limit) {
    for (std::size_t taken = 0; taken < limit && ready(); ++taken) {
        batch.push_back(std::move(*slot(next_)));
        slot(next_).reset();
        ++next_;
        --waiting_;
    }
}

void Sequencer::take_rest(std::vector<Record>& batch) {
    while (waiting_ > 0) {
        take(batch, waiting_);
        if (waiting_ > 0) {
            ++next_;
        }
    }
}

}  // namespace troupe
