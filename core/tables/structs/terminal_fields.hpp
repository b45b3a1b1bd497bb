#pragma once

#include <array>
#include <string_view>

#include "core/tables/field.hpp"
#include "core/tables/flags/terminals.hpp"
#include "core/tables/values/terminals.hpp"

/// Terminals (asm/termbits.h, asm/termios.h).
namespace troupe::structs {

inline constexpr std::array output_mode_parts{ValuePart{0x100, &newline_delays},   ValuePart{0x600, &return_delays},
                                              ValuePart{0x1800, &tab_delays},      ValuePart{0x2000, &backspace_delays},
                                              ValuePart{0x4000, &vertical_delays}, ValuePart{0x8000, &form_delays}};
inline constexpr std::array control_mode_parts{ValuePart{0x100f, &terminal_speeds}, ValuePart{0x100f0000, &terminal_speeds, 16, "IBSHIFT"},
                                               ValuePart{0x30, &character_sizes}};

/// asm/termbits.h; what is behind them has no name.
inline constexpr std::array<std::string_view, 17> control_characters{"VINTR",    "VQUIT",    "VERASE",  "VKILL",  "VEOF",  "VTIME",
                                                                     "VMIN",     "VSWTC",    "VSTART",  "VSTOP",  "VSUSP", "VEOL",
                                                                     "VREPRINT", "VDISCARD", "VWERASE", "VLNEXT", "VEOL2"};

inline constexpr std::array termios_fields{in_parts({}, Field{"c_iflag", Width::u32, kind::flags(terminal_input_modes)}),
                                           in_parts(output_mode_parts, Field{"c_oflag", Width::u32, kind::flags(terminal_output_modes)}),
                                           in_parts(control_mode_parts, Field{"c_cflag", Width::u32, kind::flags(terminal_control_modes)}),
                                           in_parts({}, Field{"c_lflag", Width::u32, kind::flags(terminal_local_modes)}),
                                           Field{"c_line", Width::u8, kind::value(line_disciplines), 1, Form::plain, true},
                                           indexed(control_characters, Field{"c_cc", Width::u8, kind::hex, 19})};
inline constexpr std::array termios2_fields{in_parts({}, Field{"c_iflag", Width::u32, kind::flags(terminal_input_modes)}),
                                            in_parts(output_mode_parts, Field{"c_oflag", Width::u32, kind::flags(terminal_output_modes)}),
                                            in_parts(control_mode_parts, Field{"c_cflag", Width::u32, kind::flags(terminal_control_modes)}),
                                            in_parts({}, Field{"c_lflag", Width::u32, kind::flags(terminal_local_modes)}),
                                            Field{"c_line", Width::u8, kind::value(line_disciplines), 1, Form::plain, true},
                                            indexed(control_characters, Field{"c_cc", Width::u8, kind::hex, 19}),
                                            Field{"c_ispeed", Width::u32, kind::unsigned_64},
                                            Field{"c_ospeed", Width::u32, kind::unsigned_64}};
/// The flags are half as wide, and so many characters fewer.
inline constexpr std::array termio_fields{in_parts({}, Field{"c_iflag", Width::u16, kind::flags(terminal_input_modes)}),
                                          in_parts(output_mode_parts, Field{"c_oflag", Width::u16, kind::flags(terminal_output_modes)}),
                                          in_parts(control_mode_parts, Field{"c_cflag", Width::u16, kind::flags(terminal_control_modes)}),
                                          in_parts({}, Field{"c_lflag", Width::u16, kind::flags(terminal_local_modes)}),
                                          Field{"c_line", Width::u8, kind::value(line_disciplines), 1, Form::plain, true},
                                          indexed(control_characters, Field{"c_cc", Width::u8, kind::hex, 8})};
inline constexpr std::array winsize_fields{Field{"ws_row", Width::u16, kind::unsigned_64}, Field{"ws_col", Width::u16, kind::unsigned_64},
                                           Field{"ws_xpixel", Width::u16, kind::unsigned_64},
                                           Field{"ws_ypixel", Width::u16, kind::unsigned_64}};

}  // namespace troupe::structs
