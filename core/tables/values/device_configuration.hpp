#pragma once

#include "troupe/core/constants.hpp"

/// Settings of a network device for IPv4 and IPv6: their places in an array.
namespace troupe {

extern const ValueSet inet6_statistics, icmp6_statistics, inet_settings, inet6_settings;

}  // namespace troupe
