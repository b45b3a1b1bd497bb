#pragma once

#include <string>
#include <string_view>

#include "troupe/core/text_form.hpp"

namespace troupe {

/// C escapes without the quotes: octal, as short as the next character allows, or hexadecimal.
void append_escaped(std::string& out, std::string_view text, bool in_hex = false);
void append_quoted(std::string& out, std::string_view text, HexStrings hex = HexStrings::none);
/// "\x0f\xff"
void append_quoted_hex(std::string& out, std::string_view bytes);

}  // namespace troupe
