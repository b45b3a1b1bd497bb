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

constexpr ControlData rows[] = {
    list(SOL_SOCKET, SCM_RIGHTS, kind::fd),
    one(SOL_SOCKET, SCM_CREDENTIALS, kind::structure(credentials_layout)),
    one(SOL_SOCKET, 3, kind::bytes(length::unknown)),  // SCM_SECURITY: a label, to its end
    one(SOL_SOCKET, SO_TIMESTAMP, kind::structure(old_timeval_layout)),
    one(SOL_SOCKET, SO_TIMESTAMPNS, kind::structure(old_timespec_layout)),
    list(SOL_SOCKET, SO_TIMESTAMPING, kind::structure(old_timespec_layout)),
    one(SOL_SOCKET, new_timestamp, kind::structure(timeval_layout)),
    one(SOL_SOCKET, new_timestamp_ns, kind::structure(timespec_layout)),
    list(SOL_SOCKET, new_timestamping, kind::structure(timespec_layout)),
    one(SOL_IP, IP_PKTINFO, kind::structure(packet_info_layout)),
    list(SOL_IP, IP_TTL, kind::signed_int),
    list(SOL_IP, IP_CHECKSUM, kind::signed_int),
    bytes(SOL_IP, IP_TOS),
    bytes(SOL_IP, IP_RECVOPTS),
    bytes(SOL_IP, IP_RETOPTS),
};

}  // namespace

const ControlData* control_data_of(std::uint64_t level, std::uint64_t type) {
    const auto* row = std::find_if(std::begin(rows), std::end(rows),
                                   [=](const ControlData& known) { return known.level == level && known.type == type; });
    return row == std::end(rows) ? nullptr : row;
}

}  // namespace troupe
