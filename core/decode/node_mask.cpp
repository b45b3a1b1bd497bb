#include <algorithm>
#include <cstring>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "troupe/core/constants.hpp"

/// Nodes of memory: mbind, move_pages.
namespace troupe {

void write_node_mask(Decoder& decoder, std::uint64_t address, std::uint64_t bits) {
    const std::size_t word = decoder.word_size();
    const std::uint64_t bits_of_word = 8 * word;
    // None that counts, and more than there can be: so many that they cannot be rounded up to words.
    if (bits == 1 || bits > ~std::uint64_t{0} - (bits_of_word - 2)) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    // As the kernel counts, which leaves the last bit out: 65 bits are one word.
    const std::uint64_t count = bits == 0 ? 0 : (bits - 2) / bits_of_word + 1;
    std::uint64_t value = 0;
    const auto next = [&](std::uint64_t number, std::uint64_t where) {
        if (number >= count) {
            return Next::end;
        }
        const bool is_shown = number < decoder.element_limit();
        if (!is_shown && number != 0) {
            return Next::more_than_shown;
        }
        value = 0;
        const auto bytes = std::as_writable_bytes(std::span(&value, 1)).first(word);
        if (decoder.memory().read(where, bytes) != word) {
            return Next::unreadable;  // the first one is tried, though it may not be shown
        }
        return is_shown ? Next::element : Next::more_than_shown;
    };
    write_list(decoder, address, word, next,
               [&] { decoder.out.number(value, word == sizeof(value) ? NumberForm::long_hex : NumberForm::wide_hex); });
}

void write_page_state(Decoder& decoder, std::uint64_t state) {
    const auto number = static_cast<std::int32_t>(state);
    const ErrnoRow* error = number < 0 ? errno_of(static_cast<std::uint32_t>(-static_cast<std::int64_t>(number))) : nullptr;
    if (error == nullptr) {
        decoder.signed_number(number);
        return;
    }
    decoder.out.symbol("-" + std::string(error->name), static_cast<std::uint64_t>(std::int64_t{number}), NumberForm::decimal);
}

}  // namespace troupe
