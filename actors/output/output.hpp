#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actors/output/losses.hpp"
#include "troupe/actors/output_config.hpp"
#include "troupe/core/record.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

class Collector;
class Sequencer;
class Streams;

/// Where records go. Each is delivered once, by any thread, in any order; they are written in the order of their sequence numbers,
/// and no number that was taken may be left out.
///
/// Standard error and commands get each record at once; files are buffered, and `flush` is expected every 100 ms or so.
/// After the first error nothing more is written to the stream that had it, so that no file has a hole; `take_error` says so once, and
/// `close` says how much is lost.
class Output {
    struct ByOpen {};

 public:
    /// A command is started here, with no signal blocked. Nothing else may wait for it, as `waitpid(-1)` without
    /// `__WNOTHREAD` would. Errors: open(2), pipe(2), posix_spawn(3).
    [[nodiscard]] static Result<std::unique_ptr<Output>> open(const OutputConfig& config);

    Output(ByOpen, const OutputConfig& config, std::unique_ptr<Streams> streams);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    /// Closes, and forgets the error.
    ~Output();

    /// Any thread. Deliver soon: all records with a higher number wait.
    [[nodiscard]] std::uint64_t next_sequence() { return next_sequence_.fetch_add(1, std::memory_order_relaxed); }

    /// Any thread, also together. A thread that finds no other writing writes what is ready; the others return.
    void deliver(Record record);
    /// The same for several at once, which costs little more than for one. Takes what they hold.
    void deliver(std::span<Record> records);
    /// How many records may be collected before they are delivered: 1 where they may be watched as they come.
    [[nodiscard]] std::size_t worth_collecting() const { return worth_collecting_; }

    /// Any thread: what waits in buffers is written, by the caller or by the thread that writes just now. Takes what collectors hold as
    /// well, so that no number is withheld for longer than the time between two flushes, whatever a collector's thread is blocked in.
    void flush();

    /// Any thread: lines for the person at the terminal, each with its newline, between those of the trace. False: the trace goes
    /// elsewhere, or is closed, and nothing was done.
    [[nodiscard]] bool say(std::string lines);

    /// Any thread, before it is closed: lines of the trace, each with its newline, that are about no tracee, or for the stream of one.
    void append(std::string lines, TaskId task = {});

    [[nodiscard]] bool goes_to_standard_error() const { return to_standard_error_; }

    /// No record comes any more: writes the rest, ends open lines, and waits until the command has ended.
    /// What could not be written. Only tells that again when called again.
    Losses close();

    /// Any thread: the first error, once.
    [[nodiscard]] std::optional<Error> take_error();

 private:
    friend class Collector;
    void add(Collector& collector) TROUPE_EXCLUDES(collectors_mutex_);
    void remove(Collector& collector) TROUPE_EXCLUDES(collectors_mutex_);
    [[nodiscard]] bool take_baton_after_delivery() TROUPE_REQUIRES(mutex_) TROUPE_TRY_ACQUIRE(true, baton_);
    void await_change() TROUPE_REQUIRES(mutex_);
    void take_baton_in_turn() TROUPE_REQUIRES(mutex_) TROUPE_ACQUIRE(baton_);
    void pass_baton_on() TROUPE_REQUIRES(mutex_) TROUPE_RELEASE(baton_);
    /// One batch: `records` are moved from.
    void write(std::span<Record> records) TROUPE_REQUIRES(baton_) TROUPE_EXCLUDES(mutex_);
    void drain() TROUPE_EXCLUDES(mutex_) TROUPE_RELEASE(baton_);
    void remember_error() TROUPE_REQUIRES(baton_) TROUPE_EXCLUDES(mutex_);

    // Immutable
    const bool to_standard_error_;
    const std::size_t worth_collecting_;

    // Any thread: atomic
    std::atomic<std::uint64_t> next_sequence_{0};

    // Any thread: under the lock, which is taken before any other
    Mutex collectors_mutex_;
    std::vector<Collector*> collectors_ TROUPE_GUARDED_BY(collectors_mutex_);

    // Any thread: under the mutex, which is never held while something is written
    Mutex mutex_;
    std::condition_variable_any changed_;
    std::unique_ptr<Sequencer> sequencer_ TROUPE_GUARDED_BY(mutex_);
    std::optional<Error> error_ TROUPE_GUARDED_BY(mutex_);
    Losses losses_ TROUPE_GUARDED_BY(mutex_);                   // once it is closed
    bool draining_ TROUPE_GUARDED_BY(mutex_) = false;           // a thread has the baton
    bool yield_requested_ TROUPE_GUARDED_BY(mutex_) = false;    // and the next thread that delivers is to take it
    bool successor_waiting_ TROUPE_GUARDED_BY(mutex_) = false;  // such a thread has come
    unsigned waiting_ TROUPE_GUARDED_BY(mutex_) = 0;            // threads that wait for `changed_`
    bool flush_wanted_ TROUPE_GUARDED_BY(mutex_) = false;
    bool closed_ TROUPE_GUARDED_BY(mutex_) = false;

    // Baton only
    Baton baton_;
    std::unique_ptr<Streams> streams_ TROUPE_GUARDED_BY(baton_);
    std::vector<Record> batch_ TROUPE_GUARDED_BY(baton_);
};

}  // namespace troupe
