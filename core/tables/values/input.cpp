#include "core/tables/values/input.hpp"

#include <linux/input.h>

#include "core/tables/named_constant.hpp"

// What input devices have (linux/input-event-codes.h, linux/input.h).
namespace troupe {

namespace {

constexpr NamedConstant input_event_types_rows[] = {
    TROUPE_NAMED(EV_SYN), TROUPE_NAMED(EV_KEY), TROUPE_NAMED(EV_REL), TROUPE_NAMED(EV_ABS),
    TROUPE_NAMED(EV_MSC), TROUPE_NAMED(EV_SW),  TROUPE_NAMED(EV_LED), TROUPE_NAMED(EV_SND),
    TROUPE_NAMED(EV_REP), TROUPE_NAMED(EV_FF),  TROUPE_NAMED(EV_PWR), TROUPE_NAMED(EV_FF_STATUS),
};

constexpr NamedConstant relative_axes_rows[] = {
    TROUPE_NAMED(REL_X),
    TROUPE_NAMED(REL_Y),
    TROUPE_NAMED(REL_Z),
    TROUPE_NAMED(REL_RX),
    TROUPE_NAMED(REL_RY),
    TROUPE_NAMED(REL_RZ),
    TROUPE_NAMED(REL_HWHEEL),
    TROUPE_NAMED(REL_DIAL),
    TROUPE_NAMED(REL_WHEEL),
    TROUPE_NAMED(REL_MISC),
    TROUPE_NAMED(REL_RESERVED),
    TROUPE_NAMED(REL_WHEEL_HI_RES),
    TROUPE_NAMED(REL_HWHEEL_HI_RES),
};

constexpr NamedConstant absolute_axes_rows[] = {
    TROUPE_NAMED(ABS_X),
    TROUPE_NAMED(ABS_Y),
    TROUPE_NAMED(ABS_Z),
    TROUPE_NAMED(ABS_RX),
    TROUPE_NAMED(ABS_RY),
    TROUPE_NAMED(ABS_RZ),
    TROUPE_NAMED(ABS_THROTTLE),
    TROUPE_NAMED(ABS_RUDDER),
    TROUPE_NAMED(ABS_WHEEL),
    TROUPE_NAMED(ABS_GAS),
    TROUPE_NAMED(ABS_BRAKE),
    TROUPE_NAMED(ABS_HAT0X),
    TROUPE_NAMED(ABS_HAT0Y),
    TROUPE_NAMED(ABS_HAT1X),
    TROUPE_NAMED(ABS_HAT1Y),
    TROUPE_NAMED(ABS_HAT2X),
    TROUPE_NAMED(ABS_HAT2Y),
    TROUPE_NAMED(ABS_HAT3X),
    TROUPE_NAMED(ABS_HAT3Y),
    TROUPE_NAMED(ABS_PRESSURE),
    TROUPE_NAMED(ABS_DISTANCE),
    TROUPE_NAMED(ABS_TILT_X),
    TROUPE_NAMED(ABS_TILT_Y),
    TROUPE_NAMED(ABS_TOOL_WIDTH),
    TROUPE_NAMED(ABS_VOLUME),
    TROUPE_NAMED(ABS_PROFILE),
    TROUPE_NAMED(ABS_MISC),
    TROUPE_NAMED(ABS_RESERVED),
    TROUPE_NAMED(ABS_MT_SLOT),
    TROUPE_NAMED(ABS_MT_TOUCH_MAJOR),
    TROUPE_NAMED(ABS_MT_TOUCH_MINOR),
    TROUPE_NAMED(ABS_MT_WIDTH_MAJOR),
    TROUPE_NAMED(ABS_MT_WIDTH_MINOR),
    TROUPE_NAMED(ABS_MT_ORIENTATION),
    TROUPE_NAMED(ABS_MT_POSITION_X),
    TROUPE_NAMED(ABS_MT_POSITION_Y),
    TROUPE_NAMED(ABS_MT_TOOL_TYPE),
    TROUPE_NAMED(ABS_MT_BLOB_ID),
    TROUPE_NAMED(ABS_MT_TRACKING_ID),
    TROUPE_NAMED(ABS_MT_PRESSURE),
    TROUPE_NAMED(ABS_MT_DISTANCE),
    TROUPE_NAMED(ABS_MT_TOOL_X),
    TROUPE_NAMED(ABS_MT_TOOL_Y),
};

constexpr NamedConstant input_miscellanies_rows[] = {
    TROUPE_NAMED(MSC_SERIAL), TROUPE_NAMED(MSC_PULSELED), TROUPE_NAMED(MSC_GESTURE),
    TROUPE_NAMED(MSC_RAW),    TROUPE_NAMED(MSC_SCAN),     TROUPE_NAMED(MSC_TIMESTAMP),
};

constexpr NamedConstant input_switches_rows[] = {
    TROUPE_NAMED(SW_LID),
    TROUPE_NAMED(SW_TABLET_MODE),
    TROUPE_NAMED(SW_HEADPHONE_INSERT),
    TROUPE_NAMED(SW_RFKILL_ALL),
    TROUPE_NAMED(SW_MICROPHONE_INSERT),
    TROUPE_NAMED(SW_DOCK),
    TROUPE_NAMED(SW_LINEOUT_INSERT),
    TROUPE_NAMED(SW_JACK_PHYSICAL_INSERT),
    TROUPE_NAMED(SW_VIDEOOUT_INSERT),
    TROUPE_NAMED(SW_CAMERA_LENS_COVER),
    TROUPE_NAMED(SW_KEYPAD_SLIDE),
    TROUPE_NAMED(SW_FRONT_PROXIMITY),
    TROUPE_NAMED(SW_ROTATE_LOCK),
    TROUPE_NAMED(SW_LINEIN_INSERT),
    TROUPE_NAMED(SW_MUTE_DEVICE),
    TROUPE_NAMED(SW_PEN_INSERTED),
};

constexpr NamedConstant input_leds_rows[] = {
    TROUPE_NAMED(LED_NUML), TROUPE_NAMED(LED_CAPSL), TROUPE_NAMED(LED_SCROLLL),  TROUPE_NAMED(LED_COMPOSE),
    TROUPE_NAMED(LED_KANA), TROUPE_NAMED(LED_SLEEP), TROUPE_NAMED(LED_SUSPEND),  TROUPE_NAMED(LED_MUTE),
    TROUPE_NAMED(LED_MISC), TROUPE_NAMED(LED_MAIL),  TROUPE_NAMED(LED_CHARGING),
};

constexpr NamedConstant input_sounds_rows[] = {
    TROUPE_NAMED(SND_CLICK),
    TROUPE_NAMED(SND_BELL),
    TROUPE_NAMED(SND_TONE),
};

constexpr NamedConstant input_repeats_rows[] = {
    TROUPE_NAMED(REP_DELAY),
    TROUPE_NAMED(REP_PERIOD),
};

constexpr NamedConstant force_effects_rows[] = {
    TROUPE_NAMED(FF_RUMBLE),   TROUPE_NAMED(FF_PERIODIC), TROUPE_NAMED(FF_CONSTANT), TROUPE_NAMED(FF_SPRING),
    TROUPE_NAMED(FF_FRICTION), TROUPE_NAMED(FF_DAMPER),   TROUPE_NAMED(FF_INERTIA),  TROUPE_NAMED(FF_RAMP),
    TROUPE_NAMED(FF_SQUARE),   TROUPE_NAMED(FF_TRIANGLE), TROUPE_NAMED(FF_SINE),     TROUPE_NAMED(FF_SAW_UP),
    TROUPE_NAMED(FF_SAW_DOWN), TROUPE_NAMED(FF_CUSTOM),   TROUPE_NAMED(FF_GAIN),     TROUPE_NAMED(FF_AUTOCENTER),
};

constexpr NamedConstant force_effect_states_rows[] = {
    TROUPE_NAMED(FF_STATUS_STOPPED),
    TROUPE_NAMED(FF_STATUS_PLAYING),
};

constexpr NamedConstant input_properties_rows[] = {
    TROUPE_NAMED(INPUT_PROP_POINTER),       TROUPE_NAMED(INPUT_PROP_DIRECT),       TROUPE_NAMED(INPUT_PROP_BUTTONPAD),
    TROUPE_NAMED(INPUT_PROP_SEMI_MT),       TROUPE_NAMED(INPUT_PROP_TOPBUTTONPAD), TROUPE_NAMED(INPUT_PROP_POINTING_STICK),
    TROUPE_NAMED(INPUT_PROP_ACCELEROMETER),
};

}  // namespace

constinit const ValueSet input_event_types{"input_event_types", "EV_???", input_event_types_rows};
constinit const ValueSet relative_axes{"relative_axes", "REL_???", relative_axes_rows};
constinit const ValueSet absolute_axes{"absolute_axes", "ABS_???", absolute_axes_rows};
constinit const ValueSet input_miscellanies{"input_miscellanies", "MSC_???", input_miscellanies_rows};
constinit const ValueSet input_switches{"input_switches", "SW_???", input_switches_rows};
constinit const ValueSet input_leds{"input_leds", "LED_???", input_leds_rows};
constinit const ValueSet input_sounds{"input_sounds", "SND_???", input_sounds_rows};
constinit const ValueSet input_repeats{"input_repeats", "REP_???", input_repeats_rows};
constinit const ValueSet force_effects{"force_effects", "FF_???", force_effects_rows};
constinit const ValueSet force_effect_states{"force_effect_states", "FF_STATUS_???", force_effect_states_rows};
constinit const ValueSet input_properties{"input_properties", "PROP_???", input_properties_rows};

}  // namespace troupe
