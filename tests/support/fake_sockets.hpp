#pragma once

#include <map>
#include <string>

#include "troupe/core/tracee_sockets.hpp"

namespace troupe::tests {

/// Descriptors and network devices of a tracee that there is not.
class FakeSockets final : public TraceeSockets {
 public:
    std::map<int, NetlinkSocket> netlink{};
    std::map<std::uint32_t, std::string> devices{};
    std::optional<std::map<std::uint16_t, std::string>> families{};  ///< of generic netlink; nothing: the kernel cannot be asked
    mutable int asked = 0;                                           ///< how often what a descriptor is

    std::optional<NetlinkSocket> netlink_of(pid_t, int fd) const override {
        ++asked;
        const auto known = netlink.find(fd);
        return known == netlink.end() ? std::nullopt : std::optional(known->second);
    }
    std::string device_of(pid_t, std::uint32_t index) const override {
        const auto known = devices.find(index);
        return known == devices.end() ? std::string() : known->second;
    }
    std::optional<std::string> generic_family_of(std::uint16_t number) const override {
        if (!families) {
            return std::nullopt;
        }
        const auto known = families->find(number);
        return known == families->end() ? std::string() : known->second;
    }
};

}  // namespace troupe::tests
