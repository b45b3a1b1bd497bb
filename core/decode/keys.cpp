#include <algorithm>
#include <array>

#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/text.hpp"
#include "core/tables/flags/security_calls.hpp"

/// What keyctl(2) takes that no row can say (linux/keyctl.h).
namespace troupe {

namespace {

/// As many bytes as a length in struct keyctl_pkey_params says, which is the second argument.
void write_key_bytes(Decoder& decoder, std::uint64_t address, std::uint64_t length_offset) {
    std::uint32_t length = 0;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!decoder.memory().read_object(decoder.argument(1) + length_offset, length)) {
        write_unreadable(decoder, address);
        return;
    }
    write_bytes(decoder, address, length, BytesForm::text);
}

}  // namespace

void write_key_abilities(Decoder& decoder, const Kind&, std::uint64_t address) {
    static constexpr std::array<const FlagSet*, 2> known{&key_capabilities, &more_key_capabilities};
    if (!may_look_behind(decoder, address)) {
        return;
    }
    std::uint8_t byte = 0;
    std::uint64_t next = 0;
    write_counted_list(
        decoder, address, std::min(decoder.count_returned(), decoder.argument(2)), sizeof(byte),
        [&](std::uint64_t where) { return decoder.memory().read_object(where, byte); },
        [&] {
            next < known.size() ? decoder.out.flags(*known[next], byte) : decoder.hex_number(byte);
            ++next;
        });
}

void write_key_input(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t in_length = 4;
    write_key_bytes(decoder, address, in_length);
}

void write_key_output(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t out_length = 8;
    write_key_bytes(decoder, address, out_length);
}

}  // namespace troupe
