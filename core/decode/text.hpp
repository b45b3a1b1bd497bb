#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/decode/printer.hpp"

namespace troupe {

/// C escapes without the quotes: octal, as short as the next character allows.
void append_escaped(std::string& out, std::string_view text);
void append_quoted(std::string& out, std::string_view text);
/// "\x0f\xff"
void append_quoted_hex(std::string& out, std::string_view bytes);

/// NUL-terminated and whole, as far as the kernel's PATH_MAX goes.
void print_path(Printer& printer, std::uint64_t address);
/// NUL-terminated, at most the string limit shown.
void print_string(Printer& printer, std::uint64_t address);
/// `count` bytes, at most the string limit shown.
void print_bytes(Printer& printer, std::uint64_t address, std::uint64_t count);
void print_bytes_in_hex(Printer& printer, std::uint64_t address, std::uint64_t count);
/// ["a", "b"]
void print_string_array(Printer& printer, std::uint64_t address);
/// 0x7ffd… /* 23 vars */, or all of them where nothing is abbreviated.
void print_environment(Printer& printer, std::uint64_t address);

}  // namespace troupe
