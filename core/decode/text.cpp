#include "core/decode/text.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <span>

#include "core/decode/words.hpp"

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

/// Reads what is shown of `count` bytes: all or nothing.
bool read_shown(Printer& printer, std::uint64_t address, std::size_t count, std::string& bytes) {
    bytes.resize(count);
    return printer.memory().read(address, std::as_writable_bytes(std::span(bytes.data(), count))) == count;
}

void print_sized(Printer& printer, std::uint64_t address, std::uint64_t count, void (*append)(std::string&, std::string_view)) {
    if (address == 0) {
        printer.out += "NULL";
        return;
    }
    const std::size_t shown = static_cast<std::size_t>(std::min<std::uint64_t>(count, printer.string_limit()));
    std::string bytes;
    if (!read_shown(printer, address, shown, bytes)) {
        print_address(printer, address);
        return;
    }
    append(printer.out, bytes);
    if (count > shown) {
        printer.out += "...";
    }
}

void print_terminated(Printer& printer, std::uint64_t address, std::size_t limit) {
    if (address == 0) {
        printer.out += "NULL";
        return;
    }
    std::string text;
    const StringEnd end = printer.memory().read_string(address, limit + 1, text);
    if (end == StringEnd::fault) {
        print_address(printer, address);
        return;
    }
    const bool cut = text.size() > limit;
    append_quoted(printer.out, std::string_view(text).substr(0, limit));
    if (cut) {
        printer.out += "...";
    }
}

struct Count {
    std::uint64_t variables = 0;
    bool terminated = true;
};

/// The kernel takes no more than this many strings (MAX_ARG_STRINGS is far above what its memory limit lets through).
constexpr std::uint64_t most_strings = 1u << 20;

Count count_words(Printer& printer, std::uint64_t address) {
    Count count;
    Words words(printer);
    std::uint64_t word = 0;
    while (count.variables < most_strings) {
        if (!words.read(address + count.variables * printer.word_size(), word)) {
            count.terminated = false;
            return count;
        }
        if (word == 0) {
            return count;
        }
        ++count.variables;
    }
    count.terminated = false;
    return count;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (const char letter = escape_letter(c)) {
            out += '\\';
            out += letter;
        } else if (c >= ' ' && c < 0x7f) {
            out += c;
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

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    append_escaped(out, text);
    out += '"';
}

void append_quoted_hex(std::string& out, std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += "\\x";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    out += '"';
}

void print_path(Printer& printer, std::uint64_t address) { print_terminated(printer, address, PATH_MAX - 1); }

void print_string(Printer& printer, std::uint64_t address) { print_terminated(printer, address, printer.string_limit()); }

void print_bytes(Printer& printer, std::uint64_t address, std::uint64_t count) { print_sized(printer, address, count, append_quoted); }

void print_bytes_in_hex(Printer& printer, std::uint64_t address, std::uint64_t count) {
    print_sized(printer, address, count, append_quoted_hex);
}

void print_string_array(Printer& printer, std::uint64_t address) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    const std::size_t start = printer.out.size();
    printer.out += '[';
    const std::uint64_t limit = printer.element_limit();
    Words words(printer);
    for (std::uint64_t i = 0;; ++i, address += printer.word_size()) {
        std::uint64_t word = 0;
        if (!words.read(address, word)) {
            if (i == 0) {
                printer.out.resize(start);
                print_address(printer, address);
                return;
            }
            printer.out += ", ... /* ";
            print_address(printer, address);
            printer.out += " */";
            break;
        }
        if (word == 0) {
            break;
        }
        if (i != 0) {
            printer.out += ", ";
        }
        if (i >= limit) {
            printer.out += "...";
            break;
        }
        print_string(printer, word);
    }
    printer.out += ']';
}

void print_environment(Printer& printer, std::uint64_t address) {
    if (!printer.abbreviates()) {
        print_string_array(printer, address);
        return;
    }
    print_address(printer, address);
    if (address == 0 || !printer.looks_behind()) {
        return;
    }
    const Count count = count_words(printer, address);
    if (count.variables == 0 && !count.terminated) {
        return;
    }
    printer.out += " /* ";
    append_unsigned(printer.out, count.variables);
    printer.out += count.variables == 1 ? " var" : " vars";
    printer.out += count.terminated ? " */" : ", unterminated */";
}

}  // namespace troupe
