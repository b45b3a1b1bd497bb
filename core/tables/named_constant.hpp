#pragma once

#include <cstdint>

#include "troupe/core/constants.hpp"

/// A row whose number comes from the system's headers: a wrong name does not compile, a wrong number cannot be written.
#define TROUPE_NAMED(constant) \
    ::troupe::NamedConstant { static_cast<std::uint32_t>(constant), #constant }
