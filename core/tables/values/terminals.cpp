#include "core/tables/values/terminals.hpp"

#include <asm/termbits.h>
#include <linux/tty.h>

#include "core/tables/named_constant.hpp"

// Terminals: delays, speeds, line disciplines.
namespace troupe {

namespace {

constexpr NamedConstant newline_delays_rows[] = {
    TROUPE_NAMED(NL0),
    TROUPE_NAMED(NL1),
};

constexpr NamedConstant return_delays_rows[] = {
    TROUPE_NAMED(CR0),
    TROUPE_NAMED(CR1),
    TROUPE_NAMED(CR2),
    TROUPE_NAMED(CR3),
};

constexpr NamedConstant tab_delays_rows[] = {
    TROUPE_NAMED(TAB0),
    TROUPE_NAMED(TAB1),
    TROUPE_NAMED(TAB2),
    TROUPE_NAMED(XTABS),
};

constexpr NamedConstant backspace_delays_rows[] = {
    TROUPE_NAMED(BS0),
    TROUPE_NAMED(BS1),
};

constexpr NamedConstant vertical_delays_rows[] = {
    TROUPE_NAMED(VT0),
    TROUPE_NAMED(VT1),
};

constexpr NamedConstant form_delays_rows[] = {
    TROUPE_NAMED(FF0),
    TROUPE_NAMED(FF1),
};

constexpr NamedConstant terminal_speeds_rows[] = {
    TROUPE_NAMED(B0),       TROUPE_NAMED(B50),      TROUPE_NAMED(B75),      TROUPE_NAMED(B110),     TROUPE_NAMED(B134),
    TROUPE_NAMED(B150),     TROUPE_NAMED(B200),     TROUPE_NAMED(B300),     TROUPE_NAMED(B600),     TROUPE_NAMED(B1200),
    TROUPE_NAMED(B1800),    TROUPE_NAMED(B2400),    TROUPE_NAMED(B4800),    TROUPE_NAMED(B9600),    TROUPE_NAMED(B19200),
    TROUPE_NAMED(B38400),   TROUPE_NAMED(B57600),   TROUPE_NAMED(B115200),  TROUPE_NAMED(B230400),  TROUPE_NAMED(B460800),
    TROUPE_NAMED(B500000),  TROUPE_NAMED(B576000),  TROUPE_NAMED(B921600),  TROUPE_NAMED(B1000000), TROUPE_NAMED(B1152000),
    TROUPE_NAMED(B1500000), TROUPE_NAMED(B2000000), TROUPE_NAMED(B2500000), TROUPE_NAMED(B3000000), TROUPE_NAMED(B3500000),
    TROUPE_NAMED(B4000000), TROUPE_NAMED(BOTHER),
};

constexpr NamedConstant character_sizes_rows[] = {
    TROUPE_NAMED(CS5),
    TROUPE_NAMED(CS6),
    TROUPE_NAMED(CS7),
    TROUPE_NAMED(CS8),
};

constexpr NamedConstant line_disciplines_rows[] = {
    TROUPE_NAMED(N_TTY),
    TROUPE_NAMED(N_SLIP),
    TROUPE_NAMED(N_MOUSE),
    TROUPE_NAMED(N_PPP),
    TROUPE_NAMED(N_STRIP),
    TROUPE_NAMED(N_AX25),
    TROUPE_NAMED(N_X25),
    TROUPE_NAMED(N_6PACK),
    TROUPE_NAMED(N_MASC),
    TROUPE_NAMED(N_R3964),
    TROUPE_NAMED(N_PROFIBUS_FDL),
    TROUPE_NAMED(N_IRDA),
    TROUPE_NAMED(N_SMSBLOCK),
    TROUPE_NAMED(N_HDLC),
    TROUPE_NAMED(N_SYNC_PPP),
    TROUPE_NAMED(N_HCI),
    {16, "N_GIGASET_M101"},
    {17, "N_SLCAN"},
    {18, "N_PPS"},
    {19, "N_V253"},
    {20, "N_CAIF"},
    {21, "N_GSM0710"},
    {22, "N_TI_WL"},
    {23, "N_TRACESINK"},
    {24, "N_TRACEROUTER"},
    {25, "N_NCI"},
    {26, "N_SPEAKUP"},
    {27, "N_NULL"},
};

}  // namespace

constinit const ValueSet newline_delays{"newline_delays", "", newline_delays_rows};
constinit const ValueSet return_delays{"return_delays", "", return_delays_rows};
constinit const ValueSet tab_delays{"tab_delays", "", tab_delays_rows};
constinit const ValueSet backspace_delays{"backspace_delays", "", backspace_delays_rows};
constinit const ValueSet vertical_delays{"vertical_delays", "", vertical_delays_rows};
constinit const ValueSet form_delays{"form_delays", "", form_delays_rows};
constinit const ValueSet terminal_speeds{"terminal_speeds", "", terminal_speeds_rows};
constinit const ValueSet character_sizes{"character_sizes", "", character_sizes_rows};
constinit const ValueSet line_disciplines{"line_disciplines", "N_???", line_disciplines_rows};

}  // namespace troupe
