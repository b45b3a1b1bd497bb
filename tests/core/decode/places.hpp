#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "tests/support/decoded_call.hpp"
#include "troupe/core/decision.hpp"

/// What the tests of decoders share: where objects are put, and what the lines of calls end with.
namespace troupe::tests {

constexpr std::uint64_t place = 0x1000, other_place = 0x2000, third_place = 0x3000;
constexpr std::uint64_t nowhere = 0x999000;  // where no test puts anything
constexpr std::uint64_t minus_one = ~std::uint64_t{0};

constexpr unsigned in_full = qualifier::trace | qualifier::verbose;  // -v

constexpr std::uint64_t not_permitted = 1, fault = 14, invalid = 22;  // numbers of errors
inline const std::string no_device = " = -1 ENOTTY (Inappropriate ioctl for device)";

/// An ioctl with the object that its third argument points to.
template <typename T>
DecodedCall& asks(DecodedCall& call, std::uint64_t code, const T& object) {
    call.memory.put_object(place, object);
    return call.args({3, code, place});
}

/// The call once more, with other arguments.
inline DecodedCall& again(DecodedCall& call, std::initializer_list<std::uint64_t> arguments) {
    call.args(arguments);
    (void)call.entry();
    return call;
}

}  // namespace troupe::tests
