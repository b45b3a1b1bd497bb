#include <string>

#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// Strings that statmount(2) puts behind its structure (linux/mount.h).
namespace troupe {

namespace {

/// Where what has this offset stands; 0 where it is not known where the structure does.
std::uint64_t place_of(const Decoder& decoder, std::uint64_t offset) {
    const StructureBytes* structure = decoder.structure;
    return structure == nullptr || structure->address() == 0 ? 0 : structure->address() + structure->layout().size + offset;
}

}  // namespace

void write_string_behind(Decoder& decoder, const Kind&, std::uint64_t offset) {
    const std::uint64_t address = place_of(decoder, offset);
    address == 0 ? decoder.hex_number(offset) : write_string(decoder, address);
}

void write_strings_behind(Decoder& decoder, const Kind& kind, std::uint64_t offset) {
    constexpr std::size_t longest = 4096;
    const std::uint64_t count = length_of(decoder, kind.length);
    std::uint64_t where = place_of(decoder, offset);
    if (where == 0) {
        decoder.hex_number(offset);
        return;
    }
    std::string text;
    const std::uint64_t limit = decoder.element_limit();
    std::uint64_t next = where;
    write_list(
        decoder, where, 0,
        [&](std::uint64_t number, std::uint64_t) {
            where = next;
            if (number == count) {
                return Next::end;
            }
            if (decoder.memory().read_string(where, longest, text) != StringEnd::terminated) {
                return Next::unreadable;
            }
            next = where + text.size() + 1;
            return number >= limit ? Next::more_than_shown : Next::element;
        },
        [&] { write_string(decoder, where); });
}

}  // namespace troupe
