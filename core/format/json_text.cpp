#include "troupe/core/json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace troupe::json {

namespace {

using Byte = unsigned char;

Byte at(std::string_view bytes, std::size_t index) { return static_cast<Byte>(bytes[index]); }

/// How many of the bytes from `from` on are plain ASCII, eight at a time: most text is nothing else.
std::size_t ascii_from(std::string_view bytes, std::size_t from) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t end = from;
    for (std::uint64_t word = 0; bytes.size() - end >= sizeof word; end += sizeof word) {
        std::memcpy(&word, bytes.data() + end, sizeof word);
        if ((word & high_bits) != 0) {
            break;
        }
    }
    while (end < bytes.size() && at(bytes, end) < 0x80) {
        ++end;
    }
    return end - from;
}

/// The length of the multi-byte character that begins at `from`; 0: there is none. The second byte's range tells overlong forms,
/// surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
std::size_t character_at(std::string_view bytes, std::size_t from) {
    const Byte first = at(bytes, from);
    std::size_t length = 0;
    Byte low = 0x80;
    Byte high = 0xbf;
    if (first >= 0xc2 && first <= 0xdf) {
        length = 2;
    } else if (first >= 0xe0 && first <= 0xef) {
        length = 3;
        low = first == 0xe0 ? 0xa0 : low;
        high = first == 0xed ? 0x9f : high;
    } else if (first >= 0xf0 && first <= 0xf4) {
        length = 4;
        low = first == 0xf0 ? 0x90 : low;
        high = first == 0xf4 ? 0x8f : high;
    }
    if (length == 0 || bytes.size() - from < length || at(bytes, from + 1) < low || at(bytes, from + 1) > high) {
        return 0;
    }
    for (std::size_t next = from + 2; next < from + length; ++next) {
        if ((at(bytes, next) & 0xc0U) != 0x80) {
            return 0;
        }
    }
    return length;
}

/// What stands behind the backslash; 0: the character stands for itself; 'u': four digits of its number.
constexpr std::array<char, 256> make_escapes() {
    std::array<char, 256> escapes{};
    for (std::size_t control = 0; control < 0x20; ++control) {
        escapes[control] = 'u';
    }
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
}
constexpr std::array<char, 256> escapes = make_escapes();

constexpr std::string_view hexadecimal_digits = "0123456789abcdef";

void append_escaped(char character, std::string& out) {
    const char escape = escapes[static_cast<Byte>(character)];
    out += '\\';
    out += escape;
    if (escape == 'u') {
        out += "00";
        out += hexadecimal_digits[static_cast<Byte>(character) >> 4U];
        out += hexadecimal_digits[static_cast<Byte>(character) & 0xfU];
    }
}

template <typename Value, typename... Base>
void append_digits(Value value, std::string& out, Base... base) {
    std::array<char, 32> digits{};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value, base...);
    out.append(digits.data(), done.ptr);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t here = ascii_from(bytes, 0); here < bytes.size(); here += ascii_from(bytes, here)) {
        const std::size_t length = character_at(bytes, here);
        if (length == 0) {
            return false;
        }
        here += length;
    }
    return true;
}

void append_string(std::string_view text, std::string& out) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t here = 0; here < text.size(); ++here) {
        if (escapes[at(text, here)] != 0) {
            out.append(text, written, here - written);
            append_escaped(text[here], out);
            written = here + 1;
        }
    }
    out.append(text, written);
    out += '"';
}

void append_bytes(std::string_view bytes, std::string& out) {
    if (is_utf8(bytes)) {
        append_string(bytes, out);
        return;
    }
    out += R"({"base64":")";
    append_base64(bytes, out);
    out += "\"}";
}

void append_key(std::string_view name, std::string& out) {
    append_string(name, out);
    out += ':';
}

void append_number(std::int64_t value, std::string& out) { append_digits(value, out); }
void append_number(std::uint64_t value, std::string& out) { append_digits(value, out); }

void append_hexadecimal(std::uint64_t value, std::string& out) {
    constexpr int base = 16;
    out += "\"0x";
    append_digits(value, out, base);
    out += '"';
}

void append_real(double value, std::string& out) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    append_digits(value, out);
}

void append_base64(std::string_view bytes, std::string& out) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t group = 3;
    out.reserve(out.size() + (bytes.size() + group - 1) / group * 4);
    for (std::size_t here = 0; here < bytes.size(); here += group) {
        const std::size_t count = std::min(group, bytes.size() - here);
        std::uint32_t bits = 0;
        for (std::size_t byte = 0; byte < group; ++byte) {
            bits = bits << 8U | (byte < count ? at(bytes, here + byte) : 0U);
        }
        for (std::size_t digit = 0; digit <= group; ++digit) {
            out += digit <= count ? digits[bits >> (18U - 6U * digit) & 0x3fU] : '=';
        }
    }
}

}  // namespace troupe::json
