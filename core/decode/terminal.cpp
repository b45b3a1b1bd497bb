#include <array>
#include <string_view>

#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

/// A part of a word of modes that is a value, not bits (asm/termbits.h).
struct Part {
    std::uint64_t mask;
    const ValueSet* values;
};

constexpr Part output_parts[] = {{0x100, &newline_delays},    {0x600, &return_delays},    {0x1800, &tab_delays},
                                 {0x2000, &backspace_delays}, {0x4000, &vertical_delays}, {0x8000, &form_delays}};
constexpr Part control_parts[] = {{0x100f, &terminal_speeds}, {0x30, &character_sizes}};

/// Parts by name, then the bits: no bit leaves the place behind the last `|` empty.
void append_modes(std::string& out, std::string_view name, std::uint64_t modes, std::span<const Part> parts, const FlagSet& bits) {
    out += name;
    for (const Part& part : parts) {
        append_value(out, *part.values, modes & part.mask);
        out += '|';
        modes &= ~part.mask;
    }
    if (modes != 0) {
        append_flags(out, bits, modes);
    }
}

void append_characters(std::string& out, std::span<const std::byte> characters) {
    // asm/termbits.h; what is behind them has no name.
    static constexpr std::string_view names[] = {"VINTR", "VQUIT", "VERASE", "VKILL",    "VEOF",     "VTIME",   "VMIN",   "VSWTC", "VSTART",
                                                 "VSTOP", "VSUSP", "VEOL",   "VREPRINT", "VDISCARD", "VWERASE", "VLNEXT", "VEOL2"};
    out += '[';
    for (std::size_t i = 0; i < characters.size(); ++i) {
        out += i == 0 ? "[" : ", [";
        if (i < std::size(names)) {
            out += names[i];
        } else {
            append_unsigned(out, i);
        }
        out += "]=";
        append_hex(out, static_cast<std::uint64_t>(characters[i]));
    }
    out += ']';
}

}  // namespace

void print_terminal(Printer& printer, const StructureBytes& bytes) {
    std::string& out = printer.out;
    append_modes(out, "{c_iflag=", bytes.value("c_iflag"), {}, terminal_input_modes);
    append_modes(out, ", c_oflag=", bytes.value("c_oflag"), output_parts, terminal_output_modes);
    append_modes(out, ", c_cflag=", bytes.value("c_cflag"), control_parts, terminal_control_modes);
    append_modes(out, ", c_lflag=", bytes.value("c_lflag"), {}, terminal_local_modes);
    if (printer.abbreviates()) {
        out += ", ...}";
        return;
    }
    out += ", c_line=";
    append_value(out, line_disciplines, bytes.value("c_line"));
    if (const PlacedField* characters = bytes.layout().find("c_cc")) {
        out += ", c_cc=";
        append_characters(out, bytes.field_bytes(*characters));
    }
    out += '}';
}

}  // namespace troupe
