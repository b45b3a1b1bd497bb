#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "troupe/core/constants.hpp"

namespace troupe {

/// `O_RDONLY|O_CLOEXEC`, `FD_CLOEXEC|0x2`, `0x800 /* O_??? */`, `0`.
void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits);
/// `SEEK_SET`, `0x63 /* SEEK_??? */`.
void append_value(std::string& out, const ValueSet& set, std::uint64_t value);
/// The name of a value, or empty.
[[nodiscard]] std::string_view name_in(const ValueSet& set, std::uint64_t value);
/// SIGINT, SIGRT_2, or the number.
void append_signal(std::string& out, std::uint64_t number);
/// S_IFREG|0644; `type_wanted` false: 0644 without a type where there is none, as mknod's mode is written.
void append_file_mode(std::string& out, std::uint64_t mode);
/// makedev(0x8, 0x1)
void append_device(std::string& out, std::uint64_t device);
void append_device(std::string& out, std::uint64_t major, std::uint64_t minor);
/// [INT CHLD] and ~[KILL STOP]; `bytes` is a set of the kernel's, low signals first.
void append_signal_set(std::string& out, std::string_view bytes);
/// FUTEX_OP_SET<<28|0x1<<12|FUTEX_OP_CMP_EQ<<24|0
void append_futex_wake_operation(std::string& out, std::uint64_t word);
/// CLONE_VM|SIGCHLD
void append_clone_flags(std::string& out, std::uint64_t flags);

}  // namespace troupe
