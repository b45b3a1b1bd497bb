/* Requests of terminals and consoles. */
#define _GNU_SOURCE
#include <asm/termbits.h>
#include <linux/kd.h>
#include <linux/vt.h>

#include "ioctls.h"

static void tell_modes(void) {
    struct termios modes = {.c_iflag = ICRNL | IXON,
                            .c_oflag = OPOST | ONLCR,
                            .c_cflag = B38400 | CS8 | CREAD,
                            .c_lflag = ICANON | ECHO,
                            .c_line = 0,
                            .c_cc = {3, 28}};
    TELL_FILLED(TCGETS, modes,
                either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                       "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, ...}",
                       "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                       "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
                       "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0, [VSTART]=0, [VSTOP]=0, [VSUSP]=0, "
                       "[VEOL]=0, [VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, [VEOL2]=0, [17]=0, [18]=0]}"));
    TELL_TAKEN_AS(TCSETS, "SNDCTL_TMR_START or TCSETS", modes,
                  either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, ...}",
                         "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
                         "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0, [VSTART]=0, [VSTOP]=0, [VSUSP]=0, "
                         "[VEOL]=0, [VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, [VEOL2]=0, [17]=0, [18]=0]}"));
    TELL_TAKEN_AS(TCSETSW, "SNDCTL_TMR_STOP or TCSETSW", modes,
                  either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, ...}",
                         "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
                         "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0, [VSTART]=0, [VSTOP]=0, [VSUSP]=0, "
                         "[VEOL]=0, [VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, [VEOL2]=0, [17]=0, [18]=0]}"));
    TELL_TAKEN_AS(TCSETSF, "SNDCTL_TMR_CONTINUE or TCSETSF", modes,
                  either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, ...}",
                         "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                         "c_cflag=<0xf:B38400>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
                         "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0, [VSTART]=0, [VSTOP]=0, [VSUSP]=0, "
                         "[VEOL]=0, [VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, [VEOL2]=0, [17]=0, [18]=0]}"));
    struct termios2 modes2 = {.c_iflag = ICRNL | IXON,
                              .c_oflag = OPOST | ONLCR,
                              .c_cflag = BOTHER | CS8 | CREAD,
                              .c_lflag = ICANON | ECHO,
                              .c_line = 0,
                              .c_cc = {3, 28},
                              .c_ispeed = 1,
                              .c_ospeed = 2};
    TELL_FILLED_AND_TAKEN(
        TCGETS2, TCSETS2, modes2,
        either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
               "c_cflag=<0x1000:BOTHER>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, ...}",
               "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
               "c_cflag=<0x1000:BOTHER>|<0x30:CS8>|<0x80:CREAD>, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
               "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0, [VSTART]=0, [VSTOP]=0, [VSUSP]=0, [VEOL]=0, "
               "[VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, [VEOL2]=0, [17]=0, [18]=0], c_ispeed=1, c_ospeed=2}"));
    struct {
        unsigned short c_iflag, c_oflag, c_cflag, c_lflag;
        unsigned char c_line, c_cc[8];
    } old = {ICRNL | IXON, OPOST | ONLCR, B38400 | CS8, ICANON | ECHO, 0, {3, 28}};
    TELL_FILLED_AND_TAKEN(TCGETA, TCSETA, old,
                          either("{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                                 "c_cflag=<0xf:B38400>|<0x30:CS8>|, c_lflag=<0xa:ICANON|ECHO>, ...}",
                                 "{c_iflag=<0x500:ICRNL|IXON>, c_oflag=<0:NL0>|<0:CR0>|<0:TAB0>|<0:BS0>|<0:VT0>|<0:FF0>|<0x5:OPOST|ONLCR>, "
                                 "c_cflag=<0xf:B38400>|<0x30:CS8>|, c_lflag=<0xa:ICANON|ECHO>, c_line=<0:N_TTY>, c_cc=[[VINTR]=0x3, "
                                 "[VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, [VMIN]=0, [VSWTC]=0]}"));
}

static void tell_lines(void) {
    struct {
        unsigned short row, column, width, height;
    } size = {25, 80, 1, 2};
    TELL_FILLED_AND_TAKEN(TIOCGWINSZ, TIOCSWINSZ, size, "{ws_row=25, ws_col=80, ws_xpixel=1, ws_ypixel=2}");
    int number = 7;
    TELL_FILLED_AND_TAKEN(TIOCGPGRP, TIOCSPGRP, number, "[7]");
    TELL_FILLED(TIOCGSID, number, "[7]");
    TELL_FILLED_AND_TAKEN(TIOCGETD, TIOCSETD, number, "[7]");
    TELL_FILLED_AND_TAKEN(TIOCMGET, TIOCMSET, number, "[<0x7:TIOCM_LE|TIOCM_DTR|TIOCM_RTS>]");
    TELL_TAKEN(TIOCMBIS, number, "[<0x7:TIOCM_LE|TIOCM_DTR|TIOCM_RTS>]");
    TELL_TAKEN(FIONBIO, number, "[7]");
    TELL_TAKEN(FIOASYNC, number, "[7]");
    TELL_FILLED(FIONREAD, number, "[7]");
    TELL_FILLED(TIOCOUTQ, number, "[7]");
    TELL_FILLED_AND_TAKEN(TIOCGPTN, TIOCSPTLCK, number, "[7]");
    TELL_UNDECODED(TIOCGPTLCK);
    TELL_UNDECODED(TIOCGPKT);
    TELL_TAKEN(TIOCPKT, number, "[7]");
    TELL_FILLED_AND_TAKEN(TIOCGSOFTCAR, TIOCSSOFTCAR, number, "[7]");
    TELL_FILLED(TIOCGEXCL, number, "[7]");
    TELL_FILLED(TIOCGDEV, number, "[7]");
    TELL_NUMBER(TCSBRK, 1, "1");
    TELL_NUMBER(TCSBRKP, -1, "-1");
    TELL_NUMBER(TCXONC, TCOOFF, "<0:TCOOFF>");
    TELL_NUMBER(TCFLSH, TCIOFLUSH, "<0x2:TCIOFLUSH>");
    TELL_NUMBER(TCFLSH, 77, "<=0x4d:TC?\?\?>");
    TELL_NUMBER(TIOCSCTTY, 1, "1");
    TELL_ALONE(TIOCNOTTY);
    TELL_ALONE(TIOCEXCL);
    TELL_ALONE(TIOCNXCL);
    TELL_NUMBER(TIOCMIWAIT, 0x20, "0x20");
    TELL_NUMBER(TIOCGPTPEER, 2, "0x2");
    TELL_NUMBER(TIOCSTI, 0, "NULL");
    char c = 'a';
    TELL_TAKEN(TIOCSTI, c, "\"a\"");
    TELL_UNDECODED(TIOCLINUX);
}

static void tell_consoles(void) {
    const int number = 7;
    const char c = 'a';
    TELL_FILLED(KDGETMODE, number, "[<0x7:?KD>]");
    TELL_NUMBER(KDSETMODE, KD_GRAPHICS, "<0x1:KD_GRAPHICS>");
    TELL_NUMBER(KDSETMODE, 77, "<0x4d:?KD>");
    TELL_FILLED(KDGKBMODE, number, "[<=7:?K>]");
    TELL_NUMBER(KDSKBMODE, K_RAW, "<0:K_RAW>");
    TELL_FILLED(KDGKBTYPE, c, "[<0x61:?KB>]");
    TELL_FILLED(KDGETLED, c, "[<0x61:LED_SCR|0x60>]");
    TELL_NUMBER(KDSETLED, 7, "<0x7:LED_SCR|LED_NUM|LED_CAP>");
    const char* tone = style == in_numbers ? "1<<16|2" : "1<<16|2 /* 596591 Hz, 1 ms */";
    tell_argument(KDMKTONE, "KDMKTONE", (void*)0x10002, tone, tone);
    TELL_NUMBER(KIOCSOUND, 5, "<=5:238636 Hz>");
    const struct kbentry key = {1, 2, 3};
    const char* entry = "{kb_table=<0x1:K_SHIFTTAB>, kb_index=2, kb_value=<=0x3:K(KT_LATIN, '\\x03')>}";
    tell_argument(KDGKBENT, "KDGKBENT", PUT(1, key), "{kb_table=<0x1:K_SHIFTTAB>, kb_index=2}", entry);
    tell_argument(KDSKBENT, "KDSKBENT", PUT(1, key), entry, entry);
    TELL_UNDECODED(VT_GETMODE);
    TELL_UNDECODED(VT_SETMODE);
    TELL_UNDECODED_AS(VT_GETSTATE, "VBG_IOCTL_VMMDEV_REQUEST_BIG or VT_GETSTATE");
    TELL_UNDECODED(VT_OPENQRY);
    TELL_NUMBER(VT_ACTIVATE, 5, "0x5");
    TELL_NUMBER(VT_WAITACTIVE, 5, "0x5");
    TELL_NUMBER(VT_RELDISP, 2, "0x2");
    TELL_NUMBER(VT_DISALLOCATE, 2, "0x2");
    TELL_UNDECODED(VT_RESIZE);
    TELL_UNDECODED(VT_RESIZEX);
}

static void tell_calls(void) {
    tell_modes();
    tell_lines();
    tell_consoles();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
