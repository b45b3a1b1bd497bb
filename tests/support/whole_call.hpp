#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {

/// Both halves, also of a call that has been decoded before.
inline std::string whole(DecodedCall& call, std::initializer_list<std::uint64_t> arguments, std::int64_t result) {
    call.args(arguments).entry();
    return call.returns(result);
}

inline std::string failing(DecodedCall& call, std::initializer_list<std::uint64_t> arguments, std::uint64_t error) {
    call.args(arguments).entry();
    return call.fails(error);
}

}  // namespace troupe::tests
