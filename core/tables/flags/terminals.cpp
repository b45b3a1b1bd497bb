#include "core/tables/flags/terminals.hpp"

#include <asm/termbits.h>

#include "core/tables/named_constant.hpp"

// Modes of terminals.
namespace troupe {

namespace {

constexpr NamedConstant terminal_input_modes_rows[] = {
    TROUPE_NAMED(IGNBRK), TROUPE_NAMED(BRKINT), TROUPE_NAMED(IGNPAR), TROUPE_NAMED(PARMRK),  TROUPE_NAMED(INPCK),
    TROUPE_NAMED(ISTRIP), TROUPE_NAMED(INLCR),  TROUPE_NAMED(IGNCR),  TROUPE_NAMED(ICRNL),   TROUPE_NAMED(IUCLC),
    TROUPE_NAMED(IXON),   TROUPE_NAMED(IXANY),  TROUPE_NAMED(IXOFF),  TROUPE_NAMED(IMAXBEL), TROUPE_NAMED(IUTF8),
};

constexpr NamedConstant terminal_output_modes_rows[] = {
    TROUPE_NAMED(OPOST), TROUPE_NAMED(OLCUC),  TROUPE_NAMED(ONLCR), TROUPE_NAMED(OCRNL),
    TROUPE_NAMED(ONOCR), TROUPE_NAMED(ONLRET), TROUPE_NAMED(OFILL), TROUPE_NAMED(OFDEL),
};

constexpr NamedConstant terminal_control_modes_rows[] = {
    TROUPE_NAMED(CSTOPB), TROUPE_NAMED(CREAD),  TROUPE_NAMED(PARENB), TROUPE_NAMED(PARODD),
    TROUPE_NAMED(HUPCL),  TROUPE_NAMED(CLOCAL), TROUPE_NAMED(CMSPAR), TROUPE_NAMED(CRTSCTS),
};

constexpr NamedConstant terminal_local_modes_rows[] = {
    TROUPE_NAMED(ISIG),   TROUPE_NAMED(ICANON), TROUPE_NAMED(XCASE),  TROUPE_NAMED(ECHO),    TROUPE_NAMED(ECHOE),   TROUPE_NAMED(ECHOK),
    TROUPE_NAMED(ECHONL), TROUPE_NAMED(NOFLSH), TROUPE_NAMED(IEXTEN), TROUPE_NAMED(ECHOCTL), TROUPE_NAMED(ECHOPRT), TROUPE_NAMED(ECHOKE),
    TROUPE_NAMED(FLUSHO), TROUPE_NAMED(PENDIN), TROUPE_NAMED(TOSTOP), TROUPE_NAMED(EXTPROC),
};

}  // namespace

constinit const FlagSet terminal_input_modes{"terminal_input_modes", "", terminal_input_modes_rows};
constinit const FlagSet terminal_output_modes{"terminal_output_modes", "", terminal_output_modes_rows};
constinit const FlagSet terminal_control_modes{"terminal_control_modes", "", terminal_control_modes_rows};
constinit const FlagSet terminal_local_modes{"terminal_local_modes", "", terminal_local_modes_rows};

}  // namespace troupe
