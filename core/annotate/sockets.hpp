#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "troupe/core/annotations.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// What sockets are connected with, as the kernel's lists of them tell (man 7 sock_diag) for our own network namespace, or told when they
/// were first seen.
class SocketLists {
 public:
    /// TCP:[127.0.0.1:80->127.0.0.1:5000]; TCP:[4711] where only the inode is known. Nothing: there is no more to say than that it is a
    /// socket.
    [[nodiscard]] std::optional<DescriptorNote> note_of(pid_t tid, int fd, std::uint64_t inode);

 private:
    /// The ends of a socket, as the kernel identifies it.
    using Ends = std::array<std::byte, 48>;

    [[nodiscard]] std::string internet(int family, int protocol, std::uint64_t inode);
    [[nodiscard]] std::string internet_among_all(int family, int protocol, std::uint64_t inode);
    [[nodiscard]] std::string internet_with(const Ends& ends, int family, int protocol, std::uint64_t inode);
    [[nodiscard]] std::string netlink(std::uint64_t inode);
    /// Nothing: it has neither a name nor a peer.
    [[nodiscard]] std::optional<DescriptorNote> local(std::string_view name, std::uint64_t inode);
    /// Nothing: it is in no list, or it has no address there.
    [[nodiscard]] std::optional<DescriptorNote> listed(std::string_view name, int family, int protocol, std::uint64_t inode);
    [[nodiscard]] bool ask(const void* request, std::size_t size);

    UniqueFd kernel_;
    /// Where sockets of the internet were found the last time, by inode: the kernel is asked whether they still are.
    std::unordered_map<std::uint64_t, Ends> found_;
};

}  // namespace troupe
