#pragma once

#include <cstdint>

#include "core/decode/printer.hpp"

namespace troupe {

/// [1, 2], as many as `kind.length` says.
void print_array(Printer& printer, const Kind& kind, std::uint64_t address);
/// [7]
void print_pointed(Printer& printer, const Kind& element, std::uint64_t address);
/// An element in the memory of the tracee: its bytes are read and printed as a value. False, with nothing printed, where they cannot be
/// read.
[[nodiscard]] bool print_element(Printer& printer, const Kind& element, std::uint64_t address);
/// How far one element is from the next; 0 where the kind has no place in memory.
[[nodiscard]] std::size_t element_size(const Kind& element, Abi abi);

/// `wanted`: the size that the kernel takes; with any other it looks at nothing, and neither do we.
void print_sigset(Printer& printer, std::uint64_t address, std::uint64_t bytes, std::uint64_t wanted);
void print_wait_status(Printer& printer, std::uint64_t address);
void print_fd_set(Printer& printer, std::uint64_t address, std::uint64_t nfds);
void print_pollfds(Printer& printer, std::uint64_t address, std::uint64_t count);
void print_cpu_set(Printer& printer, std::uint64_t address, std::uint64_t bytes);
/// A message of a System V queue.
void print_queue_message(Printer& printer, std::uint64_t address, std::uint64_t bytes);
/// [1, 0]: which of the pages of so many bytes are in memory.
void print_residency(Printer& printer, std::uint64_t address, std::uint64_t bytes);
void print_thread_area(Printer& printer, std::uint64_t address);
/// ` (entry_number=12)`: which descriptor set_thread_area has given.
void append_thread_area_entry(Printer& printer, std::uint64_t address, std::string& result);
/// What sigreturn and rt_sigreturn restore.
void print_signal_frame(Printer& printer);
void print_sigaction(Printer& printer, std::uint64_t address);

/// What poll answers: `([{fd=3, revents=POLLIN}])`; and select: `(in [3], left {tv_sec=0, tv_usec=1})`.
void append_ready_pollfds(Printer& printer, std::uint64_t address, std::uint64_t count, std::string& text);
/// The descriptors of a set, `[3 4]`; false where it cannot be read.
[[nodiscard]] bool append_fd_set(Printer& printer, std::uint64_t address, std::uint64_t nfds, std::string& text, bool& any);

}  // namespace troupe
