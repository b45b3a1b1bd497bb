#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/decode/decoder.hpp"
#include "core/decode/structure.hpp"

namespace troupe {

/// [1, 2], as many as `kind.length` says.
void write_array(Decoder& decoder, const Kind& kind, std::uint64_t address);
/// Fewer elements than none, or so many that they would end behind the end of memory.
[[nodiscard]] bool is_too_large(Decoder& decoder, const Length& length, std::uint64_t address, std::uint64_t element);
/// A list of nothing is no address, also where no memory is looked at. False, with nothing written, where it is another.
[[nodiscard]] bool write_empty_list(Decoder& decoder, const Length& length, std::uint64_t address);
/// [7]
void write_pointed(Decoder& decoder, const Kind& element, std::uint64_t address);
/// The two times of a file: utimensat, utimes.
void write_file_times(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
/// An element in the memory of the tracee: its bytes. False where they cannot be read, or where the kind has no place in memory.
[[nodiscard]] bool read_element(Decoder& decoder, const Kind& element, std::uint64_t address, StructureMemory& memory,
                                std::span<const std::byte>& bytes);
/// The bytes of an element as a value.
void write_element(Decoder& decoder, const Kind& element, std::span<const std::byte> bytes);
/// How far one element is from the next; 0 where the kind has no place in memory.
[[nodiscard]] std::size_t element_size(const Kind& element, Abi abi);

/// `wanted`: the size that the kernel takes; with any other it looks at nothing, and neither do we.
void write_sigset(Decoder& decoder, std::uint64_t address, std::uint64_t bytes, std::uint64_t wanted);
void write_wait_status(Decoder& decoder, std::uint64_t address);
void write_fd_set(Decoder& decoder, std::uint64_t address, std::uint64_t nfds);
void write_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count);
/// [EV_SYN EV_KEY]: of `most` bits, as many bytes as the result says.
void write_bit_names(Decoder& decoder, const ValueSet& set, std::uint64_t most, std::uint64_t address);
void write_cpu_set(Decoder& decoder, std::uint64_t address, std::uint64_t bytes);
/// A message of a System V queue.
void write_queue_message(Decoder& decoder, std::uint64_t address, std::uint64_t bytes);
/// [1, 0]: which of the pages of so many bytes are in memory.
void write_residency(Decoder& decoder, std::uint64_t address, std::uint64_t bytes);
void write_thread_area(Decoder& decoder, std::uint64_t address);
/// The same without what was asked about: all of it, or its address.
void write_segment(Decoder& decoder, std::uint64_t address);
/// ` (entry_number=12)`: which descriptor set_thread_area has given.
void write_thread_area_entry(Decoder& decoder, std::uint64_t address);
/// What sigreturn and rt_sigreturn restore.
void write_signal_frame(Decoder& decoder);
void write_sigaction(Decoder& decoder, const Kind& kind, std::uint64_t address);
/// {effective=1<<CAP_CHOWN, permitted=…, inheritable=…}
void write_capabilities(Decoder& decoder, std::uint64_t address);
/// The statements of a classic BPF program. `returned`: what they return means, nullptr: only a number.
void write_filter_statements(Decoder& decoder, std::uint64_t address, std::uint64_t count, const ValueSet* returned);
/// [0x00000000000001]: words of the ABI's long, of which `bits` less one count.
void write_node_mask(Decoder& decoder, std::uint64_t address, std::uint64_t bits);
/// {handle_bytes=8, handle_type=1, f_handle="\x01…"}
void write_file_handle(Decoder& decoder, std::uint64_t address);
/// How many bytes it has; false where it cannot be read.
[[nodiscard]] bool read_handle_size(Decoder& decoder, std::uint64_t address, std::uint32_t& bytes);
/// {aio_data=0x7, aio_lio_opcode=IOCB_CMD_PREAD, …}: what io_submit is to do.
void write_io_command(Decoder& decoder, std::uint64_t address);
/// 8*RAX: a place in struct user, as PTRACE_PEEKUSER counts it.
void write_user_offset(Decoder& decoder, std::uint64_t offset);
/// The node of a page, or -EFAULT.
void write_page_state(Decoder& decoder, std::uint64_t state);

/// What poll answers: `[{fd=3, revents=POLLIN}]`.
[[nodiscard]] bool has_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count);
void write_ready_pollfds(Decoder& decoder, std::uint64_t address, std::uint64_t count);
/// The members of a set of descriptors; empty and false where it cannot be read.
[[nodiscard]] bool read_fd_set(Decoder& decoder, std::uint64_t address, std::uint64_t nfds, std::vector<std::uint32_t>& members);
/// [3 4]
void write_members(Decoder& decoder, std::span<const std::uint32_t> members, End end = End::whole);

}  // namespace troupe
