#include <fcntl.h>
#include <fmt/format.h>
#include <net/if.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

#include "troupe/core/procfs.hpp"
#include "troupe/core/tracee_sockets.hpp"
#include "troupe/core/unique_fd.hpp"

/// Nothing is remembered between two questions: descriptors and inodes are used again.
namespace troupe::procfs {

namespace {

/// The columns of /proc/net/netlink: sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode.
constexpr std::size_t protocol_column = 1, port_column = 2, inode_column = 9;

std::optional<unsigned long long> number_in(std::string_view line, std::size_t column) {
    for (std::size_t i = 0;; ++i) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        const std::string_view word = line.substr(0, line.find(' '));
        if (i == column) {
            unsigned long long number = 0;
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            return error == std::errc{} && !word.empty() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
        }
        if (word.empty()) {
            return std::nullopt;
        }
        line.remove_prefix(word.size());
    }
}

/// Of socket:[4711]; a file has a path.
std::optional<unsigned long long> socket_inode(std::string_view target) {
    constexpr std::string_view begin = "socket:[";
    if (!target.starts_with(begin) || !target.ends_with(']')) {
        return std::nullopt;
    }
    target.remove_prefix(begin.size());
    return number_in(target.substr(0, target.size() - 1), 0);
}

/// A line of /proc/TASK/net/netlink.
std::optional<NetlinkAddress> address_of(std::string_view task, unsigned long long inode) {
    std::ifstream table(fmt::format("/proc/{}/net/netlink", task));
    for (std::string line; std::getline(table, line);) {
        if (number_in(line, inode_column) == inode) {
            const auto protocol = number_in(line, protocol_column);
            const auto port = number_in(line, port_column);
            return protocol && port ? std::optional(NetlinkAddress{static_cast<int>(*protocol), static_cast<std::uint32_t>(*port)})
                                    : std::nullopt;
        }
    }
    return std::nullopt;
}

/// A socket of a tracee. Only a socket may be asked more: a file may be one of a file system that the tracee itself serves, and wait for
/// it. What the descriptor is may change at any time, so it is kept without being opened.
struct KeptSocket {
    UniqueFd kept{};
    unsigned long long inode = 0;
};
std::optional<KeptSocket> kept_socket(pid_t tid, int fd) {
    UniqueFd kept(::open(fmt::format("/proc/{}/fd/{}", tid, fd).c_str(), O_PATH | O_CLOEXEC));
    const auto inode = kept.get() < 0 ? std::nullopt : socket_inode(fd_path(::gettid(), kept.get()).value_or(std::string()));
    return inode ? std::optional(KeptSocket{std::move(kept), *inode}) : std::nullopt;
}

std::string protocol_of(const KeptSocket& socket) {
    std::array<char, 32> name{};
    const std::string path = fmt::format("/proc/self/fd/{}", socket.kept.get());
    const ssize_t size = ::getxattr(path.c_str(), "system.sockprotoname", name.data(), name.size() - 1);
    return size <= 0 ? std::string() : std::string(name.data());
}

bool shares_our_network(pid_t tid) {
    struct stat theirs {};
    struct stat ours {};
    return ::stat(fmt::format("/proc/{}/ns/net", tid).c_str(), &theirs) == 0 && ::stat("/proc/self/ns/net", &ours) == 0 &&
           theirs.st_ino == ours.st_ino && theirs.st_dev == ours.st_dev;
}

class Kernel final : public TraceeSockets {
 public:
    std::optional<NetlinkSocket> netlink_of(pid_t tid, int fd) const override {
        constexpr std::string_view netlink = "NETLINK";  // net/netlink/af_netlink.c, the name of its struct proto
        const auto socket = kept_socket(tid, fd);
        if (!socket || protocol_of(*socket) != netlink) {
            return std::nullopt;
        }
        const auto address = address_of(std::to_string(tid), socket->inode);
        return NetlinkSocket{address ? std::optional(address->protocol) : std::nullopt};
    }

    std::string device_of(pid_t tid, std::uint32_t index) const override {
        std::array<char, IF_NAMESIZE> name{};
        const bool known = index != 0 && shares_our_network(tid) && ::if_indextoname(index, name.data()) != nullptr;
        return known ? std::string(name.data()) : std::string();
    }

    std::optional<std::string> generic_family_of(std::uint16_t number) const override { return generic_family(number); }
};

}  // namespace

std::optional<std::string> socket_protocol(pid_t tid, int fd, std::uint64_t inode) {
    const auto socket = kept_socket(tid, fd);
    return socket && socket->inode == inode ? std::optional(protocol_of(*socket)) : std::nullopt;
}

std::optional<NetlinkAddress> netlink_socket(std::uint64_t inode) { return address_of("thread-self", inode); }

const TraceeSockets& sockets_of_tracees() {
    static const Kernel kernel;
    return kernel;
}

}  // namespace troupe::procfs
