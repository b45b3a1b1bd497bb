#include <asm/termios.h>

#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/structs/processes.hpp"

// Terminals (ioctl_tty(2), asm/termios.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant flushed_queue_rows[] = {{0, "TCIFLUSH"}, {1, "TCOFLUSH"}, {2, "TCIOFLUSH"}};
constexpr NamedConstant flow_rows[] = {{0, "TCOOFF"}, {1, "TCOON"}, {2, "TCIOFF"}, {3, "TCION"}};
constexpr NamedConstant line_rows[] = {
    TROUPE_NAMED(TIOCM_LE),  TROUPE_NAMED(TIOCM_DTR),  TROUPE_NAMED(TIOCM_RTS),  TROUPE_NAMED(TIOCM_ST),
    TROUPE_NAMED(TIOCM_SR),  TROUPE_NAMED(TIOCM_CTS),  TROUPE_NAMED(TIOCM_CAR),  TROUPE_NAMED(TIOCM_RNG),
    TROUPE_NAMED(TIOCM_DSR), TROUPE_NAMED(TIOCM_OUT1), TROUPE_NAMED(TIOCM_OUT2), TROUPE_NAMED(TIOCM_LOOP),
};
constexpr ValueSet flushed_queues{"flushed_queues", "TC???", flushed_queue_rows, true, true},
    flows{"flows", "TC???", flow_rows, true, true};
constexpr FlagSet lines{"modem_lines", "TIOCM_???", line_rows};
constexpr Kind line_element = kind::flags(lines);

constexpr IoctlArgument rows[] = {
    answers(kind::structure(termios_layout), "TCGETS TIOCGLCKTRMIOS"),
    takes(kind::structure(termios_layout), "TCSETS TCSETSW TCSETSF TIOCSLCKTRMIOS"),
    answers(kind::structure(termios2_layout), "TCGETS2"),
    takes(kind::structure(termios2_layout), "TCSETS2 TCSETSW2 TCSETSF2"),
    answers(kind::structure(termio_layout), "TCGETA"),
    takes(kind::structure(termio_layout), "TCSETA TCSETAW TCSETAF"),
    answers(kind::structure(winsize_layout), "TIOCGWINSZ"),
    takes(kind::structure(winsize_layout), "TIOCSWINSZ"),
    answers(kind::pointed(line_element), "TIOCMGET"),
    takes(kind::pointed(line_element), "TIOCMBIS TIOCMBIC TIOCMSET"),
    answers(pointed_int, "TIOCGPGRP TIOCGSID FIOGETOWN SIOCGPGRP"),
    takes(pointed_int, "TIOCSPGRP"),
    answers(pointed_int, "FIONREAD TIOCOUTQ TIOCGPTN TIOCGETD TIOCGSOFTCAR TIOCGDEV TIOCGEXCL SIOCATMARK SIOCOUTQNSD"),
    takes(pointed_int, "FIOSETOWN SIOCSPGRP FIONBIO FIOASYNC TIOCSPTLCK TIOCSETD TIOCSSOFTCAR TIOCPKT"),
    takes(kind::signed_int, "TIOCSCTTY TCSBRK TCSBRKP"),
    takes(kind::value(flushed_queues), "TCFLSH"),
    takes(kind::value(flows), "TCXONC"),
    takes(kind::bytes(length::fixed(1)), "TIOCSTI"),
    alone("FIOCLEX FIONCLEX TIOCNOTTY TIOCEXCL TIOCNXCL TIOCCBRK TIOCSBRK TIOCCONS TIOCVHANGUP TIOCSSERIAL"),
};

}  // namespace

constinit const Rows terminal_rows = rows;

}  // namespace troupe::ioctls
