#pragma once

#include <cstdint>

namespace troupe {

/// Which bytes of strings are written as `\x0a`.
enum class HexStrings : std::uint8_t {
    none,              ///< octal escapes
    other_characters,  ///< those that are no printable ASCII and no white space
    other_strings,     ///< strings that have such a character, as a whole
    all,
};

enum class ConstantStyle : std::uint8_t {
    names,    ///< O_RDONLY|O_CLOEXEC
    numbers,  ///< 0x80000
    both,     ///< 0x80000 /* O_RDONLY|O_CLOEXEC */
};

class Palette;

/// How values are spelled in text.
struct TextForm {
    HexStrings strings = HexStrings::none;           ///< -x
    ConstantStyle constants = ConstantStyle::names;  ///< -X
    bool argument_names = false;                     ///< -N
    const Palette* palette = nullptr;                ///< --color: must outlive what uses it; none: no colours
};

}  // namespace troupe
