#include "core/annotate/sockets.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstring>
#include <utility>

#include "core/annotate/seen_sockets.hpp"
#include "core/tables/values/socket_options.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/tracee_sockets.hpp"

namespace troupe {

namespace {

/// The kernel's names of protocols (the attribute system.sockprotoname, net/socket.c), as far as their sockets have lists.
struct ProtocolRow {
    std::string_view name;
    std::string_view shown;
    int family;
    int protocol;
    bool shown_alone = true;  ///< also of a socket that is in no list
};
constexpr ProtocolRow protocols[] = {
    {"TCP", "TCP", AF_INET, IPPROTO_TCP},
    {"UDP", "UDP", AF_INET, IPPROTO_UDP},
    {"RAW", "RAW", AF_INET, IPPROTO_RAW},
    {"UDP-Lite", "UDPLITE", AF_INET, IPPROTO_UDPLITE, false},
    {"MPTCP", "TCP", AF_INET, IPPROTO_TCP, false},  // its first connection has its inode (net/mptcp/subflow.c)
    {"TCPv6", "TCPv6", AF_INET6, IPPROTO_TCP},
    {"UDPv6", "UDPv6", AF_INET6, IPPROTO_UDP},
    {"RAWv6", "RAWv6", AF_INET6, IPPROTO_RAW},
    {"UDPLITEv6", "UDPLITEv6", AF_INET6, IPPROTO_UDPLITE},
    {"MPTCPv6", "TCPv6", AF_INET6, IPPROTO_TCP, false},
    {"UNIX", "UNIX", AF_UNIX, 0},
    {"UNIX-STREAM", "UNIX-STREAM", AF_UNIX, 0},
    {"NETLINK", "NETLINK", AF_NETLINK, 0},
};

const ProtocolRow* protocol_named(std::string_view name) {
    for (const ProtocolRow& row : protocols) {
        if (row.name == name) {
            return &row;
        }
    }
    return nullptr;
}

NotePiece plain(std::string text) { return {NotePiece::Form::plain, std::move(text)}; }

/// The answers to a request, one message at a time: `take` answers whether it has what it looks for.
template <typename Take>
void for_each_answer(int kernel, Take take) {
    alignas(nlmsghdr) std::array<char, 32768> buffer;
    bool found = false;
    for (;;) {
        // The kernel answers within our own call, so there is nothing to wait for.
        ssize_t size = ::recv(kernel, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size <= 0) {
            return;
        }
        const auto* message = reinterpret_cast<const nlmsghdr*>(buffer.data());
        for (; NLMSG_OK(message, static_cast<std::size_t>(size)); message = NLMSG_NEXT(message, size)) {
            if (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR) {
                return;
            }
            found = found || take(*message);  // the rest has to be read all the same
        }
    }
}

template <typename T>
const T* body_of(const nlmsghdr& message) {
    return message.nlmsg_len >= NLMSG_LENGTH(sizeof(T)) ? static_cast<const T*>(NLMSG_DATA(&message)) : nullptr;
}

std::string end_of(int family, const __be32* address, __be16 port) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    (void)::inet_ntop(family, address, text.data(), text.size());
    return family == AF_INET6 ? fmt::format("[{}]:{}", text.data(), ntohs(port)) : fmt::format("{}:{}", text.data(), ntohs(port));
}

std::string ends_of(const inet_diag_msg& socket) {
    const inet_diag_sockid& id = socket.id;
    std::string text = end_of(socket.idiag_family, id.idiag_src, id.idiag_sport);
    if (id.idiag_dport != 0) {
        text += "->" + end_of(socket.idiag_family, id.idiag_dst, id.idiag_dport);
    }
    return text;
}

struct InternetRequest {
    nlmsghdr header;
    inet_diag_req_v2 about;
};
InternetRequest internet_request(int family, int protocol, int flags) {
    InternetRequest request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = static_cast<__u16>(flags);
    request.about.sdiag_family = static_cast<__u8>(family);
    request.about.sdiag_protocol = static_cast<__u8>(protocol);
    request.about.idiag_states = ~0u;
    return request;
}

/// Attributes behind the fixed part of an answer.
template <typename Visit>
void for_each_attribute(const nlmsghdr& message, std::size_t fixed, Visit visit) {
    std::size_t offset = NLMSG_LENGTH(NLMSG_ALIGN(fixed));
    const char* const begin = reinterpret_cast<const char*>(&message);
    while (offset + sizeof(nlattr) <= message.nlmsg_len) {
        nlattr attribute{};
        std::memcpy(&attribute, begin + offset, sizeof attribute);
        if (attribute.nla_len < sizeof attribute || offset + attribute.nla_len > message.nlmsg_len) {
            return;
        }
        visit(attribute.nla_type, std::string_view(begin + offset + NLA_HDRLEN, attribute.nla_len - NLA_HDRLEN));
        offset += NLA_ALIGN(attribute.nla_len);
    }
}

}  // namespace

bool SocketLists::ask(const void* request, std::size_t size) {
    if (!kernel_) {
        kernel_.reset(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    }
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    return kernel_ && ::sendto(kernel_.get(), request, size, 0, reinterpret_cast<const sockaddr*>(&kernel), sizeof kernel) ==
                          static_cast<ssize_t>(size);
}

/// All sockets of a protocol have to be listed to find an inode, but one whose ends are known can be asked for.
std::string SocketLists::internet(int family, int protocol, std::uint64_t inode) {
    if (const auto known = found_.find(inode); known != found_.end()) {
        std::string ends = internet_with(known->second, family, protocol, inode);
        if (!ends.empty()) {
            return ends;
        }
        found_.erase(inode);
    }
    return internet_among_all(family, protocol, inode);
}

std::string SocketLists::internet_with(const Ends& ends, int family, int protocol, std::uint64_t inode) {
    InternetRequest request = internet_request(family, protocol, NLM_F_REQUEST);
    static_assert(sizeof request.about.id == sizeof ends);
    std::memcpy(&request.about.id, ends.data(), sizeof ends);
    if (protocol == IPPROTO_UDP || protocol == IPPROTO_UDPLITE) {  // which take them the other way round (net/ipv4/udp_diag.c)
        std::swap(request.about.id.idiag_sport, request.about.id.idiag_dport);
        std::swap(request.about.id.idiag_src, request.about.id.idiag_dst);
    }
    std::string text;
    if (ask(&request, sizeof request)) {
        for_each_answer(kernel_.get(), [&](const nlmsghdr& message) {
            const auto* socket = body_of<inet_diag_msg>(message);
            text = socket != nullptr && socket->idiag_inode == inode ? ends_of(*socket) : "";
            return true;
        });
    }
    return text;
}

std::string SocketLists::internet_among_all(int family, int protocol, std::uint64_t inode) {
    constexpr std::size_t most = 65536;
    const InternetRequest request = internet_request(family, protocol, NLM_F_REQUEST | NLM_F_DUMP);
    std::string text;
    if (!ask(&request, sizeof request)) {
        return text;
    }
    for_each_answer(kernel_.get(), [&](const nlmsghdr& message) {
        const auto* socket = body_of<inet_diag_msg>(message);
        if (socket == nullptr || socket->idiag_inode != inode || socket->idiag_family != family) {
            return false;
        }
        text = ends_of(*socket);
        if (found_.size() >= most) {
            found_.clear();
        }
        std::memcpy(found_[inode].data(), &socket->id, sizeof socket->id);
        return true;
    });
    return text;
}

std::string SocketLists::netlink(std::uint64_t inode) {
    const auto socket = procfs::netlink_socket(inode);
    if (!socket) {
        return {};
    }
    constexpr std::string_view prefix = "NETLINK_";
    std::string_view name = name_in(netlink_families, static_cast<std::uint64_t>(socket->protocol));
    name.remove_prefix(name.starts_with(prefix) ? prefix.size() : 0);
    return name.empty() ? fmt::format("{}:{}", socket->protocol, socket->port) : fmt::format("{}:{}", name, socket->port);
}

std::optional<DescriptorNote> SocketLists::local(std::string_view name, std::uint64_t inode) {
    struct {
        nlmsghdr header;
        unix_diag_req about;
    } request{};
    request.header = {
        .nlmsg_len = sizeof request, .nlmsg_type = SOCK_DIAG_BY_FAMILY, .nlmsg_flags = NLM_F_REQUEST, .nlmsg_seq = 0, .nlmsg_pid = 0};
    request.about.sdiag_family = AF_UNIX;
    request.about.udiag_states = ~0u;
    request.about.udiag_ino = static_cast<__u32>(inode);
    request.about.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER;
    request.about.udiag_cookie[0] = request.about.udiag_cookie[1] = ~0u;
    std::uint32_t peer = 0;
    std::string path;
    if (ask(&request, sizeof request)) {
        for_each_answer(kernel_.get(), [&](const nlmsghdr& message) {
            for_each_attribute(message, sizeof(unix_diag_msg), [&](int type, std::string_view data) {
                if (type == UNIX_DIAG_PEER && data.size() >= sizeof peer) {
                    std::memcpy(&peer, data.data(), sizeof peer);
                } else if (type == UNIX_DIAG_NAME) {
                    path = data;
                }
            });
            return true;
        });
    }
    if (peer == 0 && path.empty()) {
        return std::nullopt;
    }
    DescriptorNote note{.pieces = {plain(peer == 0 ? fmt::format("{}:[{}", name, inode) : fmt::format("{}:[{}->{}", name, inode, peer))}};
    if (!path.empty()) {
        const bool is_abstract = path.front() == '\0';
        path.erase(0, is_abstract ? 1 : 0);
        path.resize(std::min(path.find('\0'), path.size()));
        note.pieces.push_back(plain(is_abstract ? ",@" : ","));
        note.pieces.push_back({NotePiece::Form::quoted, path});
    }
    note.pieces.push_back(plain("]"));
    return note;
}

std::optional<DescriptorNote> SocketLists::listed(std::string_view name, int family, int protocol, std::uint64_t inode) {
    if (family == AF_UNIX) {
        return local(name, inode);
    }
    const std::string text = family == AF_NETLINK ? netlink(inode) : internet(family, protocol, inode);
    return text.empty() ? std::nullopt : std::optional(DescriptorNote{.pieces = {plain(fmt::format("{}:[{}]", name, text))}});
}

std::optional<DescriptorNote> SocketLists::note_of(pid_t tid, int fd, std::uint64_t inode) {
    if (auto seen = seen_sockets().of(inode)) {
        return seen;
    }
    const auto name = procfs::socket_protocol(tid, fd, inode);
    const ProtocolRow* row = name ? protocol_named(*name) : nullptr;
    if (row == nullptr) {
        return std::nullopt;
    }
    if (auto note = listed(row->shown, row->family, row->protocol, inode)) {
        return seen_sockets().add(inode, std::move(*note));
    }
    return row->shown_alone ? std::optional(DescriptorNote{.pieces = {plain(fmt::format("{}:[{}]", row->shown, inode))}}) : std::nullopt;
}

}  // namespace troupe
