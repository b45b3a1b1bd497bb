#pragma once

#include <string>
#include <string_view>

#include "troupe/core/text_form.hpp"

namespace troupe {

/// C escapes without the quotes: octal, as short as the next character allows, or hexadecimal. `too`: characters that are escaped as well.
void append_escaped(std::string& out, std::string_view text, bool in_hex = false, std::string_view too = {});
/// What stands between < and >: as in quotes, but < and > are escaped.
void append_bracketed(std::string& out, std::string_view text, HexStrings hex = HexStrings::none);
void append_quoted(std::string& out, std::string_view text, HexStrings hex = HexStrings::none);
/// Every byte of it is written as \x1f.
[[nodiscard]] bool is_all_hex(std::string_view text, HexStrings hex);
/// "\x0f\xff"
void append_quoted_hex(std::string& out, std::string_view bytes);

}  // namespace troupe
