#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>
#include <string_view>

#include "troupe/core/tracee_sockets.hpp"
#include "troupe/core/unique_fd.hpp"

// The families of generic netlink have their numbers from the kernel, which is asked for each: a module may come and go.
namespace troupe::procfs {

namespace {

struct Request {
    nlmsghdr header;
    genlmsghdr command;
    nlattr attribute;
    std::uint16_t number;
    std::uint16_t padding;
};

bool ask(int socket, std::uint16_t number) {
    Request request{};
    request.header.nlmsg_len = sizeof(request);
    request.header.nlmsg_type = GENL_ID_CTRL;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.command.cmd = CTRL_CMD_GETFAMILY;
    request.command.version = 1;
    request.attribute.nla_len = NLA_HDRLEN + sizeof(number);
    request.attribute.nla_type = CTRL_ATTR_FAMILY_ID;
    request.number = number;
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    return ::sendto(socket, &request, sizeof(request), 0, reinterpret_cast<const sockaddr*>(&kernel), sizeof(kernel)) == sizeof(request);
}

/// The name among these attributes.
std::optional<std::string> name_in(std::span<const char> attributes) {
    while (attributes.size() >= NLA_HDRLEN) {
        nlattr header{};
        std::memcpy(&header, attributes.data(), sizeof(header));
        if (header.nla_len < NLA_HDRLEN || header.nla_len > attributes.size()) {
            return std::nullopt;
        }
        if (header.nla_type == CTRL_ATTR_FAMILY_NAME) {
            const std::string_view name(attributes.data() + NLA_HDRLEN, header.nla_len - NLA_HDRLEN);
            return std::string(name.substr(0, name.find('\0')));
        }
        attributes = attributes.subspan(std::min<std::size_t>(NLA_ALIGN(header.nla_len), attributes.size()));
    }
    return std::nullopt;
}

std::optional<std::string> name_of_answer(std::span<const char> answer) {
    nlmsghdr header{};
    if (answer.size() < NLMSG_HDRLEN + GENL_HDRLEN) {
        return std::nullopt;
    }
    std::memcpy(&header, answer.data(), sizeof(header));
    if (header.nlmsg_type != NLMSG_ERROR) {
        return name_in(answer.subspan(NLMSG_HDRLEN + GENL_HDRLEN));
    }
    std::int32_t error = 0;
    std::memcpy(&error, answer.data() + NLMSG_HDRLEN, sizeof(error));
    return error == -ENOENT ? std::optional(std::string()) : std::nullopt;
}

}  // namespace

std::optional<std::string> generic_family(std::uint16_t number) {
    const UniqueFd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC));
    if (socket.get() < 0 || !ask(socket.get(), number)) {
        return std::nullopt;
    }
    // The kernel has answered before the request returns. An answer that is longer has its name at its begin all the same.
    std::array<char, 8192> answer{};
    const ssize_t size = ::recv(socket.get(), answer.data(), answer.size(), MSG_DONTWAIT);
    return size <= 0 ? std::nullopt : name_of_answer(std::span<const char>(answer).first(static_cast<std::size_t>(size)));
}

}  // namespace troupe::procfs
