#include <array>
#include <string>
#include <string_view>

#include "core/decode/structure.hpp"
#include "core/tables/flags/terminals.hpp"
#include "core/tables/values/terminals.hpp"

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
void write_modes(Decoder& decoder, std::string_view name, std::uint64_t modes, std::span<const Part> parts, const FlagSet& bits) {
    decoder.out.field(name);
    decoder.out.open(Shape::any_of);
    for (const Part& part : parts) {
        decoder.out.element();
        decoder.out.constant(*part.values, modes & part.mask);
        modes &= ~part.mask;
    }
    decoder.out.element();
    if (modes != 0) {
        decoder.out.flags(bits, modes);
    }
    decoder.out.close();
}

void write_characters(Decoder& decoder, std::span<const std::byte> characters) {
    // asm/termbits.h; what is behind them has no name.
    static constexpr std::string_view names[] = {"VINTR", "VQUIT", "VERASE", "VKILL",    "VEOF",     "VTIME",   "VMIN",   "VSWTC", "VSTART",
                                                 "VSTOP", "VSUSP", "VEOL",   "VREPRINT", "VDISCARD", "VWERASE", "VLNEXT", "VEOL2"};
    decoder.out.open(Shape::indexed);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        decoder.out.field(i < std::size(names) ? names[i] : std::string_view(std::to_string(i)));
        decoder.hex_number(static_cast<std::uint64_t>(characters[i]));
    }
    decoder.out.close();
}

}  // namespace

void write_terminal(Decoder& decoder, const StructureBytes& bytes) {
    decoder.out.open(Shape::structure);
    write_modes(decoder, "c_iflag", bytes.value("c_iflag"), {}, terminal_input_modes);
    write_modes(decoder, "c_oflag", bytes.value("c_oflag"), output_parts, terminal_output_modes);
    write_modes(decoder, "c_cflag", bytes.value("c_cflag"), control_parts, terminal_control_modes);
    write_modes(decoder, "c_lflag", bytes.value("c_lflag"), {}, terminal_local_modes);
    if (decoder.abbreviates()) {
        decoder.out.close(End::cut);
        return;
    }
    decoder.out.field("c_line");
    decoder.out.constant(line_disciplines, bytes.value("c_line"));
    if (const PlacedField* characters = bytes.layout().find("c_cc")) {
        decoder.out.field("c_cc");
        write_characters(decoder, bytes.field_bytes(*characters));
    }
    decoder.out.close();
}

}  // namespace troupe
