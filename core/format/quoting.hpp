#pragma once

#include <string>
#include <string_view>

namespace troupe {

/// C escapes without the quotes: octal, as short as the next character allows.
void append_escaped(std::string& out, std::string_view text);
void append_quoted(std::string& out, std::string_view text);
/// "\x0f\xff"
void append_quoted_hex(std::string& out, std::string_view bytes);

}  // namespace troupe
