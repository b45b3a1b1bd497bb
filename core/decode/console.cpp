#include <fmt/format.h>

#include <string>

#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/values/console_keys.hpp"

/// What requests of consoles and keyboards take (linux/kd.h, linux/keyboard.h).
namespace troupe {

namespace {

constexpr std::uint64_t clock_rate = 1193182;  // of the timer that makes the sound (linux/timex.h, PIT_TICK_RATE)

std::string spelled_character(std::uint64_t character) {
    switch (character) {
        case '\t':
            return "'\\t'";
        case '\n':
            return "'\\n'";
        case '\v':
            return "'\\v'";
        case '\f':
            return "'\\f'";
        case '\r':
            return "'\\r'";
        case '\'':
            return "'\\''";
        case '\\':
            return "'\\\\'";
        default:
            return character >= ' ' && character < 0x7f ? fmt::format("'{}'", static_cast<char>(character))
                                                        : fmt::format("'\\x{:02x}'", character);
    }
}

}  // namespace

void write_sound_period(Decoder& decoder, const Kind&, std::uint64_t period) {
    decoder.unsigned_number(period);
    if (shows_names(decoder)) {
        const std::uint64_t hertz = period == 0 ? 0 : clock_rate / period;
        decoder.out.comment(hertz == 0 ? "off" : fmt::format("{} Hz", hertz));
    }
}

/// Milliseconds above sixteen bits of a period.
void write_tone(Decoder& decoder, const Kind&, std::uint64_t word) {
    const std::uint64_t duration = (word >> 16) & 0xffff, period = word & 0xffff;
    if (duration == 0) {
        decoder.unsigned_number(period);
    } else {
        decoder.out.symbol(fmt::format("{}<<16|{}", duration, period), word, NumberForm::none);
    }
    if (shows_names(decoder)) {
        decoder.out.comment(duration == 0 || period == 0 ? "off" : fmt::format("{} Hz, {} ms", clock_rate / period, duration));
    }
}

void write_character(Decoder& decoder, const Kind&, std::uint64_t character) {
    decoder.out.symbol(spelled_character(character), character, NumberForm::none);
}

void write_key_table(Decoder& decoder, const Kind&, std::uint64_t table) {
    if (!name_in(console_key_tables, table).empty()) {
        decoder.out.constant(console_key_tables, table);
        return;
    }
    decoder.out.flags(console_key_modifiers, table);
}

/// A type above eight bits of what it says about a key.
void write_key_value(Decoder& decoder, const Kind&, std::uint64_t key) {
    decoder.hex_number(key);
    if (!shows_names(decoder)) {
        return;
    }
    if (const std::string_view known = name_in(console_keys, key); !known.empty()) {
        decoder.out.comment(known);
        return;
    }
    constexpr std::uint64_t of_characters = 1u << 0 | 1u << 8 | 1u << 11 | 1u << 13;  // KT_LATIN, KT_META, KT_LETTER, KT_DEAD2
    const std::uint64_t type = key >> 8, value = key & 0xff;
    const std::string_view name = name_in(console_key_types, type);
    decoder.out.comment(fmt::format("K({}, {})", name.empty() ? fmt::format("{:#x}", type) : std::string(name),
                                    type < 16 && (of_characters >> type & 1) != 0 ? spelled_character(value)
                                    : value == 0                                  ? std::string("0")
                                                                                  : fmt::format("{:#x}", value)));
}

void write_key_function(Decoder& decoder, const Kind&, std::uint64_t function) {
    constexpr std::uint64_t functions = 0x100;  // K(KT_FN, 0)
    decoder.out.symbol(fmt::format("KVAL({})", name_in(console_keys, functions | function)), function);
}

void write_unicode(Decoder& decoder, const Kind&, std::uint64_t unicode) {
    constexpr std::uint64_t direct_base = 0xf000, direct_mask = 0x1ff;
    if ((unicode & ~direct_mask) != direct_base) {
        decoder.hex_number(unicode);
        return;
    }
    const std::uint64_t offset = unicode & direct_mask;
    decoder.out.symbol(offset == 0 ? "UNI_DIRECT_BASE+0" : fmt::format("UNI_DIRECT_BASE+{:#x}", offset), unicode);
}

void write_unicode_map(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (decoder.failed()) {
        write_unread(decoder, address);
        return;
    }
    const Kind element = kind::structure(*kind.layout);
    write_value(decoder, kind::array(element, length::sibling("entry_ct")), address);
}

void write_font_glyphs(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t glyph = 32;
    const std::uint64_t each = decoder.structure->value("width") > 8 ? 2 * glyph : glyph;
    write_bytes(decoder, address, decoder.structure->value("charcount") * each, BytesForm::hex);
}

}  // namespace troupe
