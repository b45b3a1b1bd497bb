// Many workers, one stream, order.
//
// A thread of its own for writing costs a wake-up per record, and a record that waits for it is not on the screen when the tracee
// blocks. A mutex around write(2) lets every worker wait for a slow terminal. So: a thread that delivers while no other writes
// takes the baton and writes all that is in order; the others leave their record and return.
//
// Two things bound that. A worker that has written for long (others deliver faster than it writes) asks to be relieved: the
// next thread that delivers waits for the batch that is being written and takes over. And when too many records wait, threads that
// deliver wait as well, but only while one writes: the record that is missing may be theirs to bring.
//
// Price: a short critical section per record, one more to give the baton back, and a third where a record is not the next. Where workers
// are many and records short, that is most of what printing costs; so where the trace is not watched (a file), a worker brings several
// records at once (collector.hpp).

#include "actors/output/output.hpp"

#include <utility>

#include "actors/output/collector.hpp"
#include "actors/output/sequencer.hpp"
#include "actors/output/streams.hpp"
#include "troupe/core/check.hpp"

namespace troupe {

namespace {

constexpr std::size_t collected = 32;
constexpr std::size_t batch_limit = 256;
constexpr std::size_t yield_after = 1024;
constexpr std::size_t backlog_limit = 16'384;

}  // namespace

Result<std::unique_ptr<Output>> Output::open(const OutputConfig& config) {
    auto streams = open_streams(config);
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    return std::make_unique<Output>(ByOpen{}, config, std::move(*streams));
}

Output::Output(ByOpen, const OutputConfig& config, std::unique_ptr<Streams> streams)
    : to_standard_error_(config.target == OutputConfig::Target::standard_error),
      worth_collecting_(streams->is_buffered() ? collected : 1),
      sequencer_(std::make_unique<Sequencer>()),
      streams_(std::move(streams)) {}

Output::~Output() { static_cast<void>(close()); }

void Output::deliver(Record record) { deliver(std::span(&record, 1)); }

void Output::deliver(std::span<Record> records) {
    {
        const Lock lock(mutex_);
        TROUPE_CHECK(!closed_, "a record was delivered after the output was closed");
        if (!draining_ && sequencer_->pass(records)) {
            take_baton_in_turn();
        } else {
            for (Record& record : records) {
                sequencer_->put(std::move(record));
            }
            records = {};
            if (!take_baton_after_delivery()) {
                return;
            }
        }
    }
    if (!records.empty()) {
        write(records);
    }
    drain();
}

bool Output::take_baton_after_delivery() {
    if (!draining_) {
        if (!sequencer_->ready()) {
            return false;
        }
        take_baton_in_turn();
        return true;
    }
    if (yield_requested_ && !successor_waiting_) {
        successor_waiting_ = true;
        take_baton_in_turn();
        successor_waiting_ = false;
        return true;
    }
    while (draining_ && sequencer_->size() > backlog_limit) {
        await_change();
    }
    return false;
}

void Output::await_change() {
    ++waiting_;
    changed_.wait(mutex_);
    --waiting_;
}

void Output::take_baton_in_turn() {
    while (draining_) {
        await_change();
    }
    draining_ = true;
    yield_requested_ = false;
    baton_.taken();
}

void Output::pass_baton_on() {
    draining_ = false;
    if (waiting_ > 0) {
        changed_.notify_all();
    }
    baton_.passed_on();
}

void Output::drain() {
    for (std::size_t written = 0;; written += batch_.size()) {
        bool flush_now = false;
        {
            const Lock lock(mutex_);
            flush_now = std::exchange(flush_wanted_, false);
            batch_.clear();
            if (!successor_waiting_ || written == 0) {
                sequencer_->take(batch_, batch_limit);
            }
            if (batch_.empty() && !flush_now) {
                pass_baton_on();
                return;
            }
            yield_requested_ = written + batch_.size() >= yield_after;
        }
        write(batch_);
        if (flush_now) {
            streams_->flush();
            remember_error();
        }
    }
}

void Output::write(std::span<Record> records) {
    for (Record& record : records) {
        streams_->accept(std::move(record));
    }
    streams_->settle();
    remember_error();
}

void Output::remember_error() {
    if (auto error = streams_->losses().take_error()) {
        const Lock lock(mutex_);
        error_ = std::move(error);
    }
}

void Output::add(Collector& collector) {
    const Lock lock(collectors_mutex_);
    collectors_.push_back(&collector);
}

void Output::remove(Collector& collector) {
    const Lock lock(collectors_mutex_);
    std::erase(collectors_, &collector);
}

void Output::flush() {
    {
        const Lock lock(collectors_mutex_);
        for (Collector* collector : collectors_) {
            collector->send_off_for_owner();
        }
    }
    {
        const Lock lock(mutex_);
        if (closed_) {
            return;
        }
        flush_wanted_ = true;
        if (draining_) {
            return;
        }
        take_baton_in_turn();
    }
    drain();
}

bool Output::say(std::string lines) {
    if (!to_standard_error_) {
        return false;
    }
    {
        const Lock lock(mutex_);
        if (closed_) {
            return false;
        }
    }
    append(std::move(lines));
    return true;
}

void Output::append(std::string lines, TaskId task) {
    deliver({.head = {.sequence = next_sequence(), .task = task, .time = Timestamp::now()}, .what = Said{std::move(lines)}});
}

Losses Output::close() {
    {
        const Lock lock(mutex_);
        if (closed_) {
            return losses_;
        }
        closed_ = true;
        take_baton_in_turn();
        batch_.clear();
        sequencer_->take_rest(batch_);
    }
    for (auto& record : batch_) {
        streams_->accept(std::move(record));
    }
    streams_->finish();
    const Losses lost = streams_->losses();
    const Lock lock(mutex_);
    losses_ = lost;
    pass_baton_on();
    return losses_;
}

std::optional<Error> Output::take_error() {
    const Lock lock(mutex_);
    return std::exchange(error_, std::nullopt);
}

}  // namespace troupe
