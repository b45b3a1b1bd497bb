/* Requests of input devices, and of those that a program makes. */
#define _GNU_SOURCE
#include <linux/input.h>
#include <linux/uinput.h>

#include "ioctls.h"

static void tell_events(void) {
    const unsigned char name[8] = "mouse";
    const int number = 0x10001, two[2] = {1, 30}, first = 1;
    const struct input_id id = {BUS_USB, 2, 3, 4};
    const struct input_keymap_entry entry = {1, 4, 3, 30, {1, 2, 3, 4}};
    const struct input_absinfo axis = {1, 2, 3, 4, 5, 6};
    TELL_FILLED(EVIOCGVERSION, number, "[0x10001]");
    TELL_FILLED(EVIOCGID, id, "{bustype=3, vendor=2, product=3, version=4}");
    TELL_FILLED_AND_TAKEN(EVIOCGREP, EVIOCSREP, two, "[1, 30]");
    TELL_FILLED_AND_TAKEN(EVIOCGKEYCODE, EVIOCSKEYCODE, two, "[1, <0x1e:KEY_A>]");
    TELL_FILLED_AND_TAKEN(EVIOCGKEYCODE_V2, EVIOCSKEYCODE_V2, entry,
                          either("{flags=1, len=4, ...}",
                                 "{flags=1, len=4, index=3, keycode=<0x1e:KEY_A>, scancode=[0x1, 0x2, 0x3, 0x4, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
                                 "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}"));
    TELL_WHOLE(EVIOCGNAME(8), name, NULL, "\"\"");
    TELL_WHOLE(EVIOCGPHYS(8), name, NULL, "\"\"");
    TELL_WHOLE(EVIOCGUNIQ(8), name, NULL, "\"\"");
    TELL_POINTER(EVIOCGPROP(8));
    TELL_POINTER(EVIOCGKEY(8));
    TELL_POINTER(EVIOCGLED(8));
    TELL_POINTER(EVIOCGSND(8));
    TELL_POINTER(EVIOCGSW(8));
    TELL_POINTER(EVIOCGBIT(0, 8));
    TELL_POINTER(EVIOCGBIT(EV_KEY, 8));
    TELL_POINTER(EVIOCGBIT(EV_REL, 8));
    TELL_POINTER_AS(EVIOCGBIT(0x1e, 8), style == in_names ? "EVIOCGBIT(0x1e /* EV_?\?\? */, 8)" : "EVIOCGBIT(0x1e, 8)");
    const char* axis_shown = either("{value=1, minimum=2, ...}", "{value=1, minimum=2, maximum=3, fuzz=4, flat=5, resolution=6}");
    TELL_FILLED_AND_TAKEN(EVIOCGABS(ABS_X), EVIOCSABS(ABS_X), axis, axis_shown);
    TELL_FILLED_AS(EVIOCGABS(0x3e), style == in_names ? "EVIOCGABS(0x3e /* ABS_?\?\? */)" : "EVIOCGABS(0x3e)", axis, axis_shown);
    TELL_NUMBER(EVIOCRMFF, 5, "5");
    TELL_FILLED(EVIOCGEFFECTS, number, "[65537]");
    TELL_NUMBER(EVIOCGRAB, 1, "1");
    TELL_NUMBER(EVIOCREVOKE, 0, "0");
    TELL_TAKEN(EVIOCSCLOCKID, first, "[1]");
}

static void tell_slots(void) {
    const int slots[4] = {ABS_MT_POSITION_X, 7, 8, 9};
    const struct ff_effect effect = {.type = FF_CONSTANT,
                                     .id = 2,
                                     .direction = 3,
                                     .trigger = {4, 5},
                                     .replay = {6, 7},
                                     .u.constant = {.level = 8, .envelope = {9, 10, 11, 12}}};
    TELL_WHOLE(EVIOCGMTSLOTS(16), slots, NULL, "{code=<0x35:ABS_MT_POSITION_X>, values=[7, 8, 9]}");
    TELL_POINTER(EVIOCGMASK);
    TELL_POINTER(EVIOCSMASK);
    const struct {
        struct ff_effect effect;
        int behind;
    } room = {effect, 0}; /* on 32 bit it is taken for as long as on 64 */
    const char* room_shown =
        either("{type=<0x52:FF_CONSTANT>, id=2, direction=3, ...}",
               "{type=<0x52:FF_CONSTANT>, id=2, direction=3, trigger={button=4, interval=5}, replay={length=6, delay=7}, "
               "constant={level=8, envelope={attack_length=9, attack_level=10, fade_length=11, fade_level=0xc}}}");
    TELL_WHOLE(EVIOCSFF, room, room_shown, room_shown);
}

static void tell_made(void) {
    TELL_NUMBER_AS(UI_DEV_CREATE, "UI_DEV_CREATE or USB_RAW_IOCTL_RUN", 0, "0");
    TELL_NUMBER(UI_DEV_DESTROY, 0, "0");
    TELL_UNDECODED(UI_DEV_SETUP);
    TELL_UNDECODED(UI_ABS_SETUP);
    TELL_NUMBER(UI_SET_EVBIT, EV_KEY, "0x1");
    TELL_NUMBER(UI_SET_KEYBIT, 30, "0x1e");
    TELL_NUMBER(UI_SET_RELBIT, 1, "0x1");
    TELL_NUMBER(UI_SET_PHYS, 0, "0");
    TELL_UNDECODED(UI_GET_VERSION);
}

static void tell_calls(void) {
    tell_events();
    tell_slots();
    tell_made();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
