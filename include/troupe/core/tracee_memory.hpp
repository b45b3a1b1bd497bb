#pragma once

#include <sys/types.h>

#include <atomic>
#include <vector>

#include "troupe/core/decision.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// Whether tracees may have pages that only a program can supply (userfaultfd(2)). process_vm_readv(2) waits for such a page, perhaps for a
/// thread that is stopped on account of the very call that is looked at; a read of /proc/TID/mem fails at once. Any thread.
class UserFaults {
 public:
    /// From here on, for the rest of the run.
    void expect() { expected_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool expected() const { return expected_.load(std::memory_order_relaxed); }

 private:
    std::atomic<bool> expected_{false};
};

/// The memory of one tracee, through process_vm_readv and process_vm_writev. Through /proc/TID/mem where those are refused (filters of
/// containers do), for pages that the tracee may not write itself, and for everything where user faults are expected: an open more for each
/// read, and pages that the tracee may not read are read as well. Kernels with proc_mem.force_override=ptrace keep writes by force for the
/// tracer's own thread: then the bytes become pokes for the owner, and reads see them already.
class TraceeMemory final : public Memory {
 public:
    /// `user_faults`: nullptr where none can be.
    explicit TraceeMemory(pid_t tid, const UserFaults* user_faults = nullptr) : tid_(tid), user_faults_(user_faults) {}

    std::size_t read(std::uint64_t address, std::span<std::byte> out) override;
    StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override;
    Written write(std::uint64_t address, std::span<const std::byte> bytes) override;

    /// After execve by a thread that was not the leader: the tracee answers to another tid.
    void rename(pid_t tid) { tid_ = tid; }
    void heed(const UserFaults& user_faults) { user_faults_ = &user_faults; }

    /// What only the owner can write, and has to before it resumes the tracee.
    [[nodiscard]] std::vector<Poke> take_pokes();
    [[nodiscard]] bool has_pokes() const { return !pokes_.empty(); }

 private:
    [[nodiscard]] bool may_wait() const { return user_faults_ != nullptr && user_faults_->expected(); }

    pid_t tid_;
    const UserFaults* user_faults_;
    std::vector<Poke> pokes_;
};

}  // namespace troupe
