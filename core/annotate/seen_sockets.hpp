#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>

#include "troupe/core/annotations.hpp"

namespace troupe {

/// What was said of sockets when they were first seen with an address or a peer: they are called the same also when the other end is gone
/// or when they are connected anew. As many sockets as strace remembers, in the same places: a socket takes the place of another one
/// whose inode has the same last bits, so that no program makes it grow. Any thread.
class SeenSockets {
 public:
    [[nodiscard]] std::optional<DescriptorNote> of(std::uint64_t inode) const;
    /// Answers what is remembered from now on: what another thread was quicker to say of the socket stays.
    DescriptorNote add(std::uint64_t inode, DescriptorNote note);

 private:
    static constexpr std::size_t places = 1024;
    struct Place {
        std::uint64_t inode = 0;  ///< 0: of no socket
        DescriptorNote note{};
    };

    mutable std::mutex mutex_;
    std::array<Place, places> places_{};
};

/// The kernel gives each socket an inode of its own, whatever process and namespace it is in: there is one memory for all who ask.
[[nodiscard]] SeenSockets& seen_sockets();

}  // namespace troupe
