#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace troupe {

/// A netlink socket of a tracee.
struct NetlinkSocket {
    std::optional<int> protocol{};  ///< NETLINK_ROUTE, …; nothing while it has no address, or where it belongs to another network namespace
};

/// What only the kernel knows of the sockets and the network of a tracee. Asked while the tracee is stopped, by any thread of ours.
class TraceeSockets {
 public:
    TraceeSockets() = default;
    TraceeSockets(const TraceeSockets&) = delete;
    TraceeSockets& operator=(const TraceeSockets&) = delete;
    virtual ~TraceeSockets() = default;

    /// Nothing: the descriptor of this thread is no netlink socket, or it cannot be known.
    [[nodiscard]] virtual std::optional<NetlinkSocket> netlink_of(pid_t tid, int fd) const = 0;
    /// The network device with this number as this thread sees it, `lo`; empty where there is none, or it cannot be known.
    [[nodiscard]] virtual std::string device_of(pid_t tid, std::uint32_t index) const = 0;
    /// What the kernel calls the family of generic netlink with this number, `nlctrl`; empty where there is none. Nothing: it cannot be
    /// known.
    [[nodiscard]] virtual std::optional<std::string> generic_family_of(std::uint16_t number) const = 0;
};

namespace procfs {
/// The kernel itself: /proc/TID/fd, /proc/TID/net/netlink and /proc/TID/ns/net (man 5 proc).
[[nodiscard]] const TraceeSockets& sockets_of_tracees();

/// TraceeSockets::generic_family_of (linux/genetlink.h: CTRL_CMD_GETFAMILY).
[[nodiscard]] std::optional<std::string> generic_family(std::uint16_t number);

/// What the kernel calls the protocol of a socket, `TCPv6`. Nothing: the descriptor is not the socket with this inode.
[[nodiscard]] std::optional<std::string> socket_protocol(pid_t tid, int fd, std::uint64_t inode);

/// A netlink socket of our own network namespace that has an address.
struct NetlinkAddress {
    int protocol = 0;
    std::uint32_t port = 0;
};
[[nodiscard]] std::optional<NetlinkAddress> netlink_socket(std::uint64_t inode);
}  // namespace procfs

}  // namespace troupe
