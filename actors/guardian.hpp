#pragma once

#include <poll.h>
#include <sys/types.h>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "troupe/core/affinity.hpp"
#include "troupe/core/park.hpp"
#include "troupe/core/thread_roles.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// Puts right what a SIGKILL of ours would leave behind: attached tracees that are kept on one CPU get the CPUs back that they asked
/// for, parked ones get their registers back, and parked ones that we launched die with us like the others.
///
/// It is a tiny process of its own that sleeps until the first of our threads is gone; what there is to do stands in memory that it shares
/// with us. It is started when there is something to stand there. Others may kill it: then another one takes over the board as it is, up to
/// 16 times. Any thread.
class Guardian {
 public:
    Guardian() = default;
    Guardian(const Guardian&) = delete;
    Guardian& operator=(const Guardian&) = delete;
    /// Nothing is left to guard: it goes.
    ~Guardian();

    /// Starts it now. Where we attach, before we do: one of those whom we attach to may trace us, and we would stop in our own fork.
    void prepare() TROUPE_EXCLUDES(mutex_);
    /// From now on these are given back. `on`: the CPU that it is kept on, where it is known to be; a tracee that is found elsewhere then
    /// has CPUs that another process set, and keeps them.
    /// To be called every now and then, because nothing tells of its death.
    void replace_if_killed() TROUPE_EXCLUDES(mutex_);
    void keep_cpus(pid_t tid, const CpuSet& asked, std::optional<int> on) TROUPE_EXCLUDES(mutex_);
    void cpus_are_back(pid_t tid) TROUPE_EXCLUDES(mutex_);
    void keep_parked(pid_t tid, bool attached, const Parked& parked) TROUPE_EXCLUDES(mutex_);
    void no_longer_parked(pid_t tid) TROUPE_EXCLUDES(mutex_);

 private:
    struct Board;
    /// Which rows of a table belong to whom.
    struct Rows {
        std::unordered_map<pid_t, std::size_t> of;
        std::vector<std::size_t> free;
        std::size_t used = 0;
        /// `limit`: there is none any more.
        std::size_t take(pid_t tid, std::size_t limit);
        [[nodiscard]] std::size_t give_back(pid_t tid, std::size_t limit);
    };

    bool on_duty() TROUPE_REQUIRES(mutex_);
    bool has_board() TROUPE_REQUIRES(mutex_);
    bool start() TROUPE_REQUIRES(mutex_);
    bool has_died() const TROUPE_REQUIRES(mutex_);
    void reap() TROUPE_REQUIRES(mutex_);
    [[noreturn]] static void watch(Board& board, std::span<pollfd> deaths) noexcept;

    // Any thread: under the lock
    Mutex mutex_;
    Board* board_ TROUPE_GUARDED_BY(mutex_) = nullptr;
    UniqueFd process_ TROUPE_GUARDED_BY(mutex_);  // a pidfd: a number may be another process's by the time that we use it
    unsigned deaths_ TROUPE_GUARDED_BY(mutex_) = 0;
    bool given_up_ TROUPE_GUARDED_BY(mutex_) = false;
    Rows cpus_ TROUPE_GUARDED_BY(mutex_);
    Rows parked_ TROUPE_GUARDED_BY(mutex_);
};

}  // namespace troupe
