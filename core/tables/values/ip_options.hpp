#pragma once

#include "troupe/core/constants.hpp"

/// Options of sockets at the levels of IP (linux/in.h, linux/in6.h).
namespace troupe {

extern const ValueSet ip_options, ipv6_options, tables_to_set, tables_to_get, inet6_tables_to_set, inet6_tables_to_get;

}  // namespace troupe
