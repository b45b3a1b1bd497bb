#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/decode/printer.hpp"

namespace troupe {

/// `length` as the tracee gave it: below 2 or above INT_MAX only the address is shown.
void print_sockaddr(Printer& printer, std::uint64_t address, std::uint64_t length);

/// How much of the buffers of a vector is text.
struct VectorText {
    bool addresses_only = false;
    std::uint64_t bytes = ~std::uint64_t{0};  ///< over all the buffers: the result of a read
};
void print_iovec(Printer& printer, std::uint64_t address, std::uint64_t count, const VectorText& text);

/// A message header. `name_length` is what msg_namelen was at entry, where the kernel has changed it since.
void print_msghdr(Printer& printer, std::uint64_t address, const VectorText& text, std::string_view name_length);
/// What sendmmsg and recvmmsg take.
void print_sent_messages(Printer& printer, std::uint64_t address, std::uint64_t count);
void print_received_messages(Printer& printer, std::uint64_t address, std::uint64_t count);
/// Values of socket options.
void print_option_int(Printer& printer, std::uint64_t address, std::int32_t length);
void print_option_value(Printer& printer, std::uint64_t address, std::uint64_t length);
/// msg_namelen alone, for the entry half of a receive.
[[nodiscard]] bool read_name_length(Printer& printer, std::uint64_t address, std::uint32_t& length);
void print_control_messages(Printer& printer, std::uint64_t address, std::uint64_t length);

}  // namespace troupe
