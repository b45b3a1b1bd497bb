#include "core/format/quoting.hpp"

#include <algorithm>

namespace troupe {

namespace {

bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }

/// The letter behind the backslash, or 0.
char escape_letter(char c) {
    switch (c) {
        case '\n':
            return 'n';
        case '\t':
            return 't';
        case '\r':
            return 'r';
        case '\v':
            return 'v';
        case '\f':
            return 'f';
        case '\\':
        case '"':
            return c;
        default:
            return 0;
    }
}

void append_hex_byte(std::string& out, char c) {
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += "\\x";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

bool is_ordinary(char c) { return (c >= ' ' && c < 0x7f) || (c >= '\t' && c <= '\r'); }

void append_hex_bytes(std::string& out, std::string_view bytes) {
    for (const char c : bytes) {
        append_hex_byte(out, c);
    }
}

}  // namespace

bool is_all_hex(std::string_view text, HexStrings hex) {
    return hex == HexStrings::all || (hex == HexStrings::other_strings && !std::ranges::all_of(text, is_ordinary));
}

void append_escaped(std::string& out, std::string_view text, bool in_hex, std::string_view too) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (const char letter = escape_letter(c)) {
            out += '\\';
            out += letter;
        } else if (c >= ' ' && c < 0x7f && too.find(c) == std::string_view::npos) {
            out += c;
        } else if (in_hex) {
            append_hex_byte(out, c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            const bool whole = i + 1 < text.size() && is_octal_digit(text[i + 1]);
            out += '\\';
            if (whole || byte >= 0100) {
                out += static_cast<char>('0' + (byte >> 6));
            }
            if (whole || byte >= 010) {
                out += static_cast<char>('0' + ((byte >> 3) & 7));
            }
            out += static_cast<char>('0' + (byte & 7));
        }
    }
}

void append_quoted(std::string& out, std::string_view text, HexStrings hex) {
    if (is_all_hex(text, hex)) {
        append_quoted_hex(out, text);
        return;
    }
    out += '"';
    append_escaped(out, text, hex == HexStrings::other_characters);
    out += '"';
}

void append_quoted_hex(std::string& out, std::string_view bytes) {
    out += '"';
    append_hex_bytes(out, bytes);
    out += '"';
}

void append_bracketed(std::string& out, std::string_view text, HexStrings hex) {
    if (is_all_hex(text, hex)) {
        append_hex_bytes(out, text);
    } else {
        append_escaped(out, text, hex == HexStrings::other_characters, "<>");
    }
}

}  // namespace troupe
