#pragma once

#include "troupe/core/decode.hpp"
#include "troupe/core/memory.hpp"

namespace troupe {

/// The memory that a pointer of 32 bits can be to: longer ones, which only a 64-bit program passes to calls of x32, are shown as addresses.
class LowMemory final : public Memory {
 public:
    explicit LowMemory(Memory& all) : all_(all) {}
    [[nodiscard]] std::size_t read(std::uint64_t address, std::span<std::byte> out) override;
    StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override;
    [[nodiscard]] Written write(std::uint64_t address, std::span<const std::byte> bytes) override;

 private:
    Memory& all_;
};

/// A call of x32 as its decoders see it: those that only x32 has take 32 bits of each register (the kernel's compat calls).
class X32Call {
 public:
    explicit X32Call(const CallView& call);
    [[nodiscard]] const CallView& view() const { return view_; }

 private:
    LowMemory memory_;
    Shown shown_;
    CallView view_;
};

}  // namespace troupe
