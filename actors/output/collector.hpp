#pragma once

#include <cstddef>
#include <vector>

#include "actors/output/output.hpp"
#include "troupe/core/record.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

/// Records of one thread on their way to the output, several at a time where that is worth it: where records come one at a time between
/// two calls of `send_off` (the thread waits for each), nothing is held.
///
/// A record that is held back holds back all later ones of every thread. Its own thread may block where that was not foreseen: in
/// ptrace, in a page fault of a tracee's memory. So `Output::flush` sends off what is here, too.
class Collector {
 public:
    explicit Collector(Output& output) : output_(output) { output_.add(*this); }
    ~Collector() {
        output_.remove(*this);
        send_off();
    }
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    /// Its own thread: gives the record its number.
    void add(Record record) TROUPE_EXCLUDES(mutex_);
    /// Its own thread. Costs next to nothing where there is none.
    void send_off() TROUPE_EXCLUDES(mutex_);
    /// Any thread.
    void send_off_for_owner() TROUPE_EXCLUDES(mutex_);

 private:
    // Immutable
    Output& output_;

    // Own thread only
    std::vector<Record> leaving_;  // empty; its room is used again and again
    bool may_hold_ = false;        // false: there is none, whatever other threads do
    std::size_t added_ = 0;        // since the last time they were sent off
    bool comes_alone_ = false;     // no more than one was added before that

    // Any thread: under the mutex, which is never held while something is written
    Mutex mutex_;
    std::vector<Record> records_ TROUPE_GUARDED_BY(mutex_);
};

}  // namespace troupe
