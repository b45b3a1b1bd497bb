#include "actors/guardian.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>
#include <variant>

#include "actors/companion.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/unique_fd.hpp"
#include "troupe/core/urgent.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {

/// Shared with the guardian. A row counts where its tid is set, which is done last. Pages that are not touched cost nothing.
struct Guardian::Board {
    static constexpr std::size_t most_kept = 65536;
    static constexpr std::size_t most_parked = 4096;

    struct Cpus {
        std::atomic<pid_t> tid;
        std::atomic<int> on;  // -1: not known
        CpuSet asked;

        void give_back() const {
            const pid_t thread = tid.load(std::memory_order_acquire);
            const int kept_on = on.load(std::memory_order_acquire);
            const auto now = thread != 0 && kept_on >= 0 ? affinity::of(thread) : std::nullopt;
            if (thread != 0 && (!now || *now == CpuSet::only(kept_on))) {
                (void)affinity::set(thread, asked);
            }
        }
    };
    struct Sleeper {
        std::atomic<pid_t> tid;
        bool attached;
        Parked parked;
    };
    std::atomic<std::size_t> cpus_used;  // rows that were ever taken
    std::array<Cpus, most_kept> cpus;
    std::array<Sleeper, most_parked> parked;

    void give_cpus_back() const {
        for (const Cpus& row : std::span(cpus).first(cpus_used.load(std::memory_order_acquire))) {
            row.give_back();
        }
    }
};

namespace {

/// Where it is killed again and again, as by a filter that it inherits, we go on without.
constexpr unsigned most_deaths = 16;

constexpr unsigned of_a_thread = O_EXCL;  // PIDFD_THREAD, linux/pidfd.h, since Linux 6.9

/// A descriptor that is readable from the death of this thread or process on.
UniqueFd death_of(pid_t tid, unsigned flags) { return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, tid, flags))); }

/// Of our process first, then of its threads, as far as the kernel tells of those.
std::vector<UniqueFd> our_deaths() {
    std::vector<UniqueFd> deaths;
    deaths.push_back(death_of(::getpid(), 0));
    for (const pid_t tid : procfs::threads_of(::getpid())) {
        if (UniqueFd death = death_of(tid, of_a_thread)) {
            deaths.push_back(std::move(death));
        }
    }
    return deaths;
}

void close_all_but(std::span<const pollfd> kept) {
    constexpr unsigned none = ~0U;
    for (unsigned from = 0, next = 0; next != none; from = next + 1) {
        next = none;
        for (const pollfd& one : kept) {
            if (const auto fd = static_cast<unsigned>(one.fd); fd >= from) {
                next = std::min(next, fd);
            }
        }
        if (next > from) {
            ::close_range(from, next - 1, 0);
        }
    }
}

/// False: a filter refuses to let us sleep. All signals are blocked, so interruptions are refusals as well, which must not be tried for
/// ever: nothing runs beside a process that is urgent.
bool sleep_until_one_dies(std::span<pollfd> deaths) {
    constexpr int most_interruptions = 100;
    for (int tries = 0; tries < most_interruptions; ++tries) {
        if (::poll(deaths.data(), deaths.size(), -1) >= 0 || ::ppoll(deaths.data(), deaths.size(), nullptr, nullptr) >= 0) {
            return true;
        }
    }
    return false;
}

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
    // Where that is refused it sees our end by itself.
    if (process_ && (::syscall(SYS_pidfd_send_signal, process_.get(), SIGKILL, nullptr, 0) == 0 || errno == ESRCH)) {
        reap();
    }
    if (board_ != nullptr) {
        ::munmap(board_, sizeof(Board));
    }
}

void Guardian::prepare() {
    const Lock lock(mutex_);
    (void)on_duty();
}

void Guardian::replace_if_killed() {
    const Lock lock(mutex_);
    if (process_) {
        (void)on_duty();
    }
}

void Guardian::keep_cpus(pid_t tid, const CpuSet& asked, std::optional<int> on) {
    const Lock lock(mutex_);
    const std::size_t row = on_duty() ? cpus_.take(tid, Board::most_kept) : Board::most_kept;
    if (row != Board::most_kept) {
        board_->cpus[row].asked = asked;
        board_->cpus[row].on.store(on.value_or(-1), std::memory_order_release);
        board_->cpus[row].tid.store(tid, std::memory_order_release);
        board_->cpus_used.store(cpus_.used, std::memory_order_release);
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

/// Starts it at the first need, and another where it has been killed. Where that fails we go on without.
bool Guardian::on_duty() {
    if (process_ && !has_died()) {
        return true;
    }
    if (process_) {
        reap();
        process_.reset();
        given_up_ = ++deaths_ == most_deaths;
    }
    if (!given_up_) {
        given_up_ = !has_board() || !start();
    }
    return !given_up_;
}

bool Guardian::has_board() {
    if (board_ == nullptr) {
        void* shared = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        board_ = shared == MAP_FAILED ? nullptr : static_cast<Board*>(shared);
    }
    return board_ != nullptr;
}

bool Guardian::start() {
    const std::vector<UniqueFd> deaths = our_deaths();
    if (!deaths.front()) {
        return false;
    }
    std::vector<pollfd> watched;
    for (const UniqueFd& death : deaths) {
        watched.push_back({death.get(), POLLIN, 0});
    }
    const pid_t pid = fork_companion("troupe: guard");
    if (pid == 0) {
        watch(*board_, watched);
    }
    if (pid < 0) {
        return false;
    }
    process_ = death_of(pid, 0);
    if (!process_) {  // no descriptor is left: it could not be told apart from one that has its number later
        if (signal_companion(pid, SIGKILL) == 0) {
            ::waitpid(pid, nullptr, 0);
        }
    }
    return static_cast<bool>(process_);
}

bool Guardian::has_died() const {
    pollfd death{process_.get(), POLLIN, 0};
    return ::poll(&death, 1, 0) > 0;
}

/// Where SIGCHLD is ignored the kernel has done so already.
void Guardian::reap() { ::waitid(P_PIDFD, static_cast<id_t>(process_.get()), nullptr, WEXITED); }

/// Our threads die one after the other, and each lets its tracees go when it does, who run on at once: so the first death counts for
/// CPUs. Who is parked sleeps, and has time until all of us are dead.
void Guardian::watch(Board& board, std::span<pollfd> deaths) noexcept {
    stay_urgent();
    close_all_but(deaths);  // a reader of what we write waits for its end
    pollfd& process = deaths.front();
    while (process.revents == 0) {
        if (!sleep_until_one_dies(deaths)) {
            ::_exit(1);
        }
        for (pollfd& thread : deaths.subspan(1)) {
            if (std::exchange(thread.revents, 0) != 0) {
                thread.fd = -1;
                board.give_cpus_back();
            }
        }
    }
    board.give_cpus_back();
    for (const auto& row : board.parked) {
        const pid_t tid = row.tid.load(std::memory_order_acquire);
        if (tid != 0 && row.attached) {
            wake(tid, row.parked);
        } else if (tid != 0) {
            ::kill(tid, SIGKILL);
        }
    }
    ::_exit(0);
}

}  // namespace troupe
