#pragma once

#include <sys/types.h>

#include <vector>

#include "troupe/core/decision.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// The memory of one tracee, through process_vm_readv and process_vm_writev; for pages that it may not write itself, through
/// /proc/TID/mem. Kernels with proc_mem.force_override=ptrace keep the latter for the tracer's own thread: then the bytes become
/// pokes for the owner, and reads see them already.
class TraceeMemory final : public Memory {
 public:
    explicit TraceeMemory(pid_t tid) : tid_(tid) {}

    std::size_t read(std::uint64_t address, std::span<std::byte> out) override;
    StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override;
    Written write(std::uint64_t address, std::span<const std::byte> bytes) override;

    /// After execve by a thread that was not the leader: the tracee answers to another tid.
    void rename(pid_t tid) { tid_ = tid; }

    /// What only the owner can write, and has to before it resumes the tracee.
    [[nodiscard]] std::vector<Poke> take_pokes();

 private:
    pid_t tid_;
    std::vector<Poke> pokes_;
};

}  // namespace troupe
