/* Requests of input devices whose result says how much there is: here it is eight bytes. */
#define _GNU_SOURCE
#include <linux/input.h>

#include "ioctls.h"

/* The bits in words, of which there are as many as bits of 0 to `most` have room in. */
static const char* words_of(const unsigned char* bits, unsigned most) {
    word words[8 / sizeof(word)];
    memcpy(words, bits, sizeof(words));
    const char* all = "";
    for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]) && i <= most / (8 * sizeof(word)); ++i) {
        all = text("%s%s%s", all, i == 0 ? "" : ", ", hex(words[i]));
    }
    return text("[%s]", all);
}

static void tell_answer(word request, const char* name, const unsigned char* bytes, const char* shown) {
    const char* named_request = named((uint32_t)request, name);
    const void* at = put_at(1, bytes, 8);
    TELL(syscall(SYS_ioctl, -1, request, at), "ioctl(-1, %s, %s)", named_request, pointer(at));
    TELL_AS(syscall(SYS_ioctl, -1, request, at), "ioctl(-1, %s, %s) = 8 (INJECTED)", named_request, shown);
    TELL(syscall(SYS_ioctl, -1, request, NULL), "ioctl(-1, %s, NULL)", named_request);
    TELL_AS(syscall(SYS_ioctl, -1, request, NULL), "ioctl(-1, %s, NULL) = 8 (INJECTED)", named_request);
    TELL(syscall(SYS_ioctl, -1, request, unreadable()), "ioctl(-1, %s, %s)", named_request, pointer(unreadable()));
    TELL_AS(syscall(SYS_ioctl, -1, request, unreadable()), "ioctl(-1, %s, %s) = 8 (INJECTED)", named_request, pointer(unreadable()));
}

static void tell_bits(word request, const char* name, const unsigned char* bits, unsigned most, const char* names) {
    const char* words = words_of(bits, most);
    tell_answer(request, name, bits,
                style == in_numbers ? words
                : style == in_names ? styled(names)
                                    : text("%s /* %s */", styled(names), words));
}
#define TELL_BITS(request, bits, most, names) tell_bits(request, #request, bits, most, names)

static void tell_calls(void) {
    static const unsigned char bits[8] = {0x0b, 0, 0, 0, 0x40, 0, 0, 0x80}, none[8] = {0}, name[8] = "mouse\xff";
    tell_answer(EVIOCGNAME(8), "EVIOCGNAME(8)", name, "\"mouse\\377\\0\\0\"");
    tell_answer(EVIOCGPHYS(8), "EVIOCGPHYS(8)", name, "\"mouse\\377\\0\\0\"");
    TELL_BITS(EVIOCGPROP(8), bits, 31, "[<0:INPUT_PROP_POINTER> <0x1:INPUT_PROP_DIRECT> <0x3:INPUT_PROP_SEMI_MT>]");
    TELL_BITS(EVIOCGKEY(8), bits, 767,
              either("[<0:KEY_RESERVED> <0x1:KEY_ESC> <0x3:KEY_2> <0x26:KEY_L> ...]",
                     "[<0:KEY_RESERVED> <0x1:KEY_ESC> <0x3:KEY_2> <0x26:KEY_L> <0x3f:KEY_F5>]"));
    TELL_BITS(EVIOCGKEY(8), none, 767, "[]");
    TELL_BITS(EVIOCGLED(8), bits, 15, "[<0:LED_NUML> <0x1:LED_CAPSL> <0x3:LED_COMPOSE>]");
    TELL_BITS(EVIOCGSND(8), bits, 7, "[<0:SND_CLICK> <0x1:SND_BELL> <0x3:?SND>]");
    TELL_BITS(EVIOCGSW(8), bits, 16, "[<0:SW_LID> <0x1:SW_TABLET_MODE> <0x3:SW_RFKILL_ALL>]");
    TELL_BITS(EVIOCGBIT(0, 8), bits, 31, "[<0:EV_SYN> <0x1:EV_KEY> <0x3:EV_ABS>]");
    TELL_BITS(EVIOCGBIT(EV_KEY, 8), bits, 767,
              either("[<0:KEY_RESERVED> <0x1:KEY_ESC> <0x3:KEY_2> <0x26:KEY_L> ...]",
                     "[<0:KEY_RESERVED> <0x1:KEY_ESC> <0x3:KEY_2> <0x26:KEY_L> <0x3f:KEY_F5>]"));
    TELL_BITS(EVIOCGBIT(EV_REL, 8), bits, 15, "[<0:REL_X> <0x1:REL_Y> <0x3:REL_RX>]");
    TELL_BITS(EVIOCGBIT(EV_ABS, 8), bits, 63, "[<0:ABS_X> <0x1:ABS_Y> <0x3:ABS_RX> <0x26:?ABS>]");
    TELL_BITS(EVIOCGBIT(EV_FF, 8), bits, 127,
              either("[<0:?FF> <0x1:?FF> <0x3:?FF> <0x26:?FF> ...]", "[<0:?FF> <0x1:?FF> <0x3:?FF> <0x26:?FF> <0x3f:?FF>]"));
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e inject=ioctl:retval=8:when=2+2"); }
