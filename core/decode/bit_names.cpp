#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/decode/array.hpp"
#include "core/format/numbers.hpp"

/// Sets of bits in memory that are numbers with names: what an input device has.
namespace troupe {

namespace {

void write_names(Decoder& decoder, const ValueSet& set, std::uint64_t most, std::span<const std::byte> bits) {
    constexpr std::uint64_t shown_in_brief = 4;
    const std::uint64_t limit = decoder.abbreviates() ? shown_in_brief : most;
    std::uint64_t shown = 0;
    decoder.out.open(Shape::set);
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(most, bits.size() * 8); ++i) {
        if (((static_cast<unsigned>(bits[i / 8]) >> (i % 8)) & 1u) == 0) {
            continue;
        }
        if (shown++ == limit) {
            decoder.out.close(End::cut);
            return;
        }
        decoder.out.element();
        decoder.out.constant(set, i);
    }
    decoder.out.close();
}

std::vector<std::uint64_t> words_of(std::span<const std::byte> bits, std::size_t word) {
    std::vector<std::uint64_t> words(bits.size() / word);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::memcpy(&words[i], bits.data() + i * word, word);
    }
    return words;
}

void write_words(Decoder& decoder, const std::vector<std::uint64_t>& words) {
    decoder.out.open(Shape::array);
    for (const std::uint64_t word : words) {
        decoder.out.element();
        decoder.hex_number(word);
    }
    decoder.out.close();
}

/// Behind the names.
void comment_words(Decoder& decoder, const std::vector<std::uint64_t>& words) {
    std::string text;
    for (const std::uint64_t word : words) {
        text += text.empty() ? "[" : ", ";
        text += hex_text(word);
    }
    decoder.out.comment(text + "]");
}

}  // namespace

void write_bit_names(Decoder& decoder, const ValueSet& set, std::uint64_t most, std::uint64_t address) {
    constexpr std::uint64_t most_bytes = 4096;
    const std::uint64_t word = decoder.word_size();
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (decoder.count_returned() == 0) {
        write_unread(decoder, address);
        return;
    }
    const std::uint64_t bytes = std::min({decoder.count_returned(), most_bytes, (most / (word * 8) + 1) * word});
    std::vector<std::byte> bits(static_cast<std::size_t>((bytes + word - 1) / word * word));
    if (decoder.memory().read(address, bits) != bits.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const ConstantStyle style = decoder.call.style.form.constants;
    if (style == ConstantStyle::numbers) {
        write_words(decoder, words_of(bits, word));
        return;
    }
    // What is behind the bytes that the result counts was not written by the kernel.
    write_names(decoder, set, most, std::span(bits).first(static_cast<std::size_t>(bytes)));
    if (style != ConstantStyle::names) {
        comment_words(decoder, words_of(bits, word));
    }
}

}  // namespace troupe
