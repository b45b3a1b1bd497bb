#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"

namespace troupe {

namespace {

constexpr Kind integer = kind::signed_int;
constexpr std::int32_t int_bytes = sizeof(std::int32_t);

}  // namespace

/// The kernel takes any length from that of an int on, and answers as much of one as there is room for.
void write_option_int(Decoder& decoder, std::uint64_t address, std::int32_t length) {
    if (length >= int_bytes) {
        write_pointed(decoder, integer, address);
    } else if (decoder.at_exit) {
        write_bytes(decoder, address, static_cast<std::uint64_t>(std::max(length, 0)), BytesForm::hex);
    } else {
        write_unread(decoder, address);
    }
}

void write_option_value(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    if (length == int_bytes) {
        write_pointed(decoder, integer, address);
    } else if (may_look_behind(decoder, address)) {
        write_bytes(decoder, address, length);
    }
}

}  // namespace troupe
