#pragma once

#include <cstdint>
#include <string>

#include "troupe/core/memory.hpp"

/// Why virtual CPUs leave their guests (struct kvm_run in linux/kvm.h; Documentation/virt/kvm/api.rst).
namespace troupe {

inline constexpr std::uint64_t vcpu_exit_reason_offset = 8;  ///< of struct kvm_run

/// `KVM_EXIT_IO`; `99 /* KVM_EXIT_??? */`.
[[nodiscard]] std::string vcpu_exit_name(std::uint32_t reason);
/// What the structure at `run` says beside the reason: `{direction=KVM_EXIT_IO_OUT, size=1, port=0x3f8, count=1, data="\x41"}`. Empty where
/// this reason has nothing beside it, or where that cannot be read.
[[nodiscard]] std::string vcpu_exit_details(Memory& memory, std::uint64_t run, std::uint32_t reason);

}  // namespace troupe
