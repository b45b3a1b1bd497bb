#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What /proc tells (man 5 proc). Everything may be gone by the time that one asks: then the answer is empty.
namespace troupe::procfs {

/// Threads of the process of `tid`, in the kernel's order.
[[nodiscard]] std::vector<pid_t> threads_of(pid_t tid);

/// The fields of /proc/TID/status that we need.
struct Status {
    char state = '?';                ///< State: R, S, D, T, t, Z, X
    pid_t process = 0;               ///< Tgid
    pid_t parent = 0;                ///< PPid
    pid_t tracer = 0;                ///< TracerPid, 0: none
    uid_t uid = 0;                   ///< real
    std::uint64_t blocked = 0;       ///< SigBlk: the signals blocked at this moment, also those of a call's temporary mask
    std::uint64_t queued = 0;        ///< ShdPnd: sent to the process, and taken by no thread yet
    std::uint64_t handled = 0;       ///< SigCgt
    std::uint64_t ignored = 0;       ///< SigIgn
    int seccomp = 0;                 ///< 0: none, 1: strict, 2: filters
    std::uint64_t capabilities = 0;  ///< CapEff: bit N is capability N, in the task's own user namespace
    int filters = -1;                ///< how many seccomp filters; -1: a kernel before 5.9 does not tell

    /// The task has ended, though it may not have been reaped yet.
    [[nodiscard]] bool has_ended() const { return state == 'Z' || state == 'X'; }
};
[[nodiscard]] std::optional<Status> status_of(pid_t tid);

/// How long a thread has run on CPUs, in ns (/proc/TID/schedstat); 0 where the kernel does not keep that. Exact while it is stopped.
[[nodiscard]] std::optional<std::uint64_t> time_on_cpu(pid_t tid);

/// Its end waits to be reaped, and no thread of it is left.
[[nodiscard]] bool is_over(pid_t process);

/// The wait status of a process that is ending, also while threads of it are left; 0 of one that is not.
[[nodiscard]] std::optional<int> ending_of(pid_t process);

/// Our number for the thread that `caller` knows as `number` (0: itself), which may be one of its own PID namespace. There only
/// threads of its own process are found.
[[nodiscard]] std::optional<pid_t> thread_known_as(pid_t number, pid_t caller);

/// Name of a thread, at most 15 bytes.
[[nodiscard]] std::string comm_of(pid_t tid);

/// What a file descriptor of `tid` refers to: `/etc/passwd`, `socket:[4711]`, `/tmp/x (deleted)`.
[[nodiscard]] std::optional<std::string> fd_path(pid_t tid, int fd);

/// What else the kernel says of it, line by line: /proc/TID/fdinfo/FD. Empty where there is nothing.
[[nodiscard]] std::string fd_info(pid_t tid, int fd);

/// All processes that we see.
[[nodiscard]] std::vector<pid_t> processes();

/// `pid:[4026531836]`: which namespace its numbers are of. Empty: it is gone, or not ours to see.
[[nodiscard]] std::string pid_namespace_of(pid_t tid);

/// The numbers of a task, of its group and of its session: in our PID namespace, in the one below, …, in its own.
struct NamespaceIds {
    std::vector<pid_t> tasks{};
    std::vector<pid_t> groups{};
    std::vector<pid_t> sessions{};
};
[[nodiscard]] NamespaceIds namespace_ids(pid_t tid);

/// Whether a process has a userfaultfd, or memory that one was registered for (VmFlags um, uw and ui of /proc/PID/smaps): its descriptor
/// may be in the hands of another process. Takes as long as reading the page tables of all its memory.
[[nodiscard]] bool has_user_faults(pid_t process);

/// Its working directory.
[[nodiscard]] std::optional<std::string> cwd_of(pid_t tid);

/// The file of its program: `/usr/bin/make`, `/tmp/x (deleted)`.
[[nodiscard]] std::optional<std::string> exe_of(pid_t tid);

/// Its command line: each argument with a NUL behind it, unless the program has written something else there. Empty where it is gone, or
/// has none.
[[nodiscard]] std::string command_line_of(pid_t tid);

/// Where our own command line stands in our memory (man 5 proc, arg_start and arg_end of /proc/self/stat).
struct Place {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
};
[[nodiscard]] std::optional<Place> arguments_of_ourselves();

/// Yama's mode (kernel.yama.ptrace_scope), nothing where there is no Yama.
[[nodiscard]] std::optional<int> ptrace_scope();

}  // namespace troupe::procfs
