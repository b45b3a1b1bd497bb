#include "actors/guardian.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <variant>

#include "troupe/core/affinity.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/unique_fd.hpp"
#include "troupe/core/urgent.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {

/// Shared with the guardian. A row counts where its tid is set, which is done last. Pages that nobody touches cost nothing.
struct Guardian::Board {
    static constexpr std::size_t most_kept = 65536;
    static constexpr std::size_t most_parked = 4096;

    struct Cpus {
        std::atomic<pid_t> tid;
        cpu_set_t asked;
    };
    struct Sleeper {
        std::atomic<pid_t> tid;
        bool attached;
        Parked parked;
    };
    std::array<Cpus, most_kept> cpus;
    std::array<Sleeper, most_parked> parked;
};

namespace {

/// The thread sleeps in `pause`: it is seized, put right, and let go.
void wake(pid_t tid, const Parked& parked) {
    if (!seize(tid, {.follow = false, .kill_on_exit = false}) || !interrupt(tid)) {
        return;
    }
    auto report = Waiter::next_of(tid);
    if (auto* stop = std::get_if<StopReport>(&report)) {
        (void)unpark(stop->stopped, parked);
        (void)detach(std::move(stop->stopped), 0);
    }
}

}  // namespace

std::size_t Guardian::Rows::take(pid_t tid, std::size_t limit) {
    if (const auto known = of.find(tid); known != of.end()) {
        return known->second;
    }
    std::size_t row = limit;
    if (!free.empty()) {
        row = free.back();
        free.pop_back();
    } else if (used < limit) {
        row = used++;
    }
    if (row != limit) {
        of[tid] = row;
    }
    return row;
}

std::size_t Guardian::Rows::give_back(pid_t tid, std::size_t limit) {
    const auto known = of.find(tid);
    if (known == of.end()) {
        return limit;
    }
    const std::size_t row = known->second;
    of.erase(known);
    free.push_back(row);
    return row;
}

Guardian::~Guardian() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    if (board_ != nullptr) {
        ::munmap(board_, sizeof(Board));
    }
}

void Guardian::prepare() {
    const Lock lock(mutex_);
    (void)on_duty();
}

void Guardian::keep_cpus(pid_t tid, const cpu_set_t& asked) {
    const Lock lock(mutex_);
    const std::size_t row = on_duty() ? cpus_.take(tid, Board::most_kept) : Board::most_kept;
    if (row != Board::most_kept) {
        board_->cpus[row].asked = asked;
        board_->cpus[row].tid.store(tid, std::memory_order_release);
    }
}

void Guardian::cpus_are_back(pid_t tid) {
    const Lock lock(mutex_);
    if (const std::size_t row = cpus_.give_back(tid, Board::most_kept); row != Board::most_kept) {
        board_->cpus[row].tid.store(0, std::memory_order_release);
    }
}

void Guardian::keep_parked(pid_t tid, bool attached, const Parked& parked) {
    const Lock lock(mutex_);
    const std::size_t row = on_duty() ? parked_.take(tid, Board::most_parked) : Board::most_parked;
    if (row != Board::most_parked) {
        board_->parked[row].attached = attached;
        board_->parked[row].parked = parked;
        board_->parked[row].tid.store(tid, std::memory_order_release);
    }
}

void Guardian::no_longer_parked(pid_t tid) {
    const Lock lock(mutex_);
    if (const std::size_t row = parked_.give_back(tid, Board::most_parked); row != Board::most_parked) {
        board_->parked[row].tid.store(0, std::memory_order_release);
    }
}

/// Starts it at the first need. Where that fails we go on without.
bool Guardian::on_duty() {
    if (pid_ != 0) {
        return pid_ > 0;
    }
    void* shared = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    const UniqueFd ourselves(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0)));
    if (shared == MAP_FAILED || !ourselves) {
        pid_ = -1;
        return false;
    }
    board_ = static_cast<Board*>(shared);
    pid_ = ::fork();
    if (pid_ == 0) {
        watch(*board_, ourselves.get());
    }
    return pid_ > 0;
}

void Guardian::watch(Board& board, int troupe) noexcept {
    ::setsid();  // no signal of a terminal
    stay_urgent();
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);
    if (troupe != 0) {
        ::dup2(troupe, 0);
    }
    ::close_range(1, ~0U, 0);  // whoever reads what we write waits for its end
    pollfd end{0, POLLIN, 0};
    while (::poll(&end, 1, -1) < 0) {
    }
    for (const auto& row : board.parked) {
        const pid_t tid = row.tid.load(std::memory_order_acquire);
        if (tid != 0 && row.attached) {
            wake(tid, row.parked);
        } else if (tid != 0) {
            ::kill(tid, SIGKILL);
        }
    }
    for (const auto& row : board.cpus) {
        if (const pid_t tid = row.tid.load(std::memory_order_acquire); tid != 0) {
            (void)affinity::set(tid, row.asked);
        }
    }
    ::_exit(0);
}

}  // namespace troupe
