#include "core/tables/control_messages.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <iterator>

#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/sockets.hpp"
#include "core/tables/structs/times.hpp"

namespace troupe {

namespace {

// The times have the type of the ABI under their old numbers, and 64 bits everywhere under their new ones (asm-generic/socket.h).
constexpr std::uint64_t new_timestamp = 63, new_timestamp_ns = 64, new_timestamping = 65;

constexpr ControlData list(std::uint64_t level, std::uint64_t type, const Kind& element) { return {level, type, element, true}; }
constexpr ControlData bytes(std::uint64_t level, std::uint64_t type) { return {level, type, kind::hex, true, Width::u8}; }
constexpr ControlData one(std::uint64_t level, std::uint64_t type, const Kind& element) { return {level, type, element, false}; }
constexpr ControlData time(std::uint64_t type, const StructLayout& layout) {
    return {.level = SOL_SOCKET, .type = type, .element = kind::structure(layout), .says_if_short = true};
}
/// Software, nothing since Linux 3.17, hardware: struct scm_timestamping (linux/errqueue.h).
constexpr ControlData three_times(std::uint64_t type, const StructLayout& layout) {
    return {.level = SOL_SOCKET, .type = type, .element = kind::structure(layout), .is_list = true, .count = 3, .says_if_short = true};
}
constexpr std::uint32_t inet_address_size = sizeof(sockaddr_in);

constexpr ControlData rows[] = {
    list(SOL_SOCKET, SCM_RIGHTS, kind::fd),
    list(SOL_SOCKET, 4, kind::fd),  // SCM_PIDFD
    one(SOL_SOCKET, SCM_CREDENTIALS, kind::structure(credentials_layout)),
    one(SOL_SOCKET, 3, kind::bytes(length::unknown)),  // SCM_SECURITY: a label, to its end
    time(SO_TIMESTAMP, old_timeval_layout),
    time(SO_TIMESTAMPNS, old_timespec_layout),
    three_times(SO_TIMESTAMPING, old_timespec_layout),
    time(new_timestamp, timeval_layout),
    time(new_timestamp_ns, timespec_layout),
    three_times(new_timestamping, timespec_layout),
    one(SOL_IP, IP_PKTINFO, kind::structure(packet_info_layout)),
    list(SOL_IP, IP_TTL, kind::signed_int),
    list(SOL_IP, IP_CHECKSUM, kind::signed_int),
    bytes(SOL_IP, IP_TOS),
    bytes(SOL_IP, IP_RECVOPTS),
    bytes(SOL_IP, IP_RETOPTS),
    one(SOL_IP, 3, kind::bytes(length::unknown)),  // SCM_SECURITY, which IP_PASSSEC asks for
    {.level = SOL_IP, .type = IP_RECVERR, .element = kind::structure(extended_error_layout), .behind = inet_address_size},
    one(SOL_IP, IP_ORIGDSTADDR, kind::sockaddr(length::fixed(inet_address_size))),
};

}  // namespace

const ControlData* control_data_of(std::uint64_t level, std::uint64_t type) {
    const auto* row = std::find_if(std::begin(rows), std::end(rows),
                                   [=](const ControlData& known) { return known.level == level && known.type == type; });
    return row == std::end(rows) ? nullptr : row;
}

}  // namespace troupe
