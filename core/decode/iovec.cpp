#include <algorithm>

#include "core/decode/list.hpp"
#include "core/decode/netlink.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/decode/words.hpp"

namespace troupe {

namespace {

struct Vector {
    std::uint64_t base = 0;
    std::uint64_t length = 0;
};

void write_vector(Decoder& decoder, const Vector& vector, const VectorText& text, std::uint64_t& left) {
    decoder.out.open(Shape::structure);
    decoder.out.field("iov_base");
    if (text.addresses_only) {
        write_unread(decoder, vector.base);
    } else {
        const std::uint64_t shown = std::min(vector.length, left);
        left -= left == VectorText{}.bytes ? 0 : shown;
        if (text.netlink != nullptr) {
            write_netlink_messages(decoder, vector.base, shown, *text.netlink);
        } else {
            write_bytes(decoder, vector.base, shown);
        }
    }
    decoder.out.field("iov_len");
    decoder.unsigned_number(vector.length);
    decoder.out.close();
}

}  // namespace

void write_iovec(Decoder& decoder, std::uint64_t address, std::uint64_t count, const VectorText& text) {
    // An array that does not fit into memory is no array.
    constexpr std::uint64_t most_vectors = std::uint64_t{1} << 59;
    if (address == 0 || !decoder.looks_behind() || count > most_vectors) {
        write_unread(decoder, address);
        return;
    }
    std::uint64_t left = text.bytes;
    Words words(decoder);
    Vector vector;
    write_counted_list(
        decoder, address, count, 2 * decoder.word_size(),
        [&](std::uint64_t where) { return words.read(where, vector.base) && words.read(where + decoder.word_size(), vector.length); },
        [&] { write_vector(decoder, vector, text, left); });
}

}  // namespace troupe
