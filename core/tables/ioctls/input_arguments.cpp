#include <linux/input.h>
#include <linux/lirc.h>

#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/values/input.hpp"

// Input devices (linux/input.h), and remote controls (linux/lirc.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant pulse_rows[] = {
    {1, "LIRC_MODE_RAW"}, {2, "LIRC_MODE_PULSE"}, {4, "LIRC_MODE_MODE2"}, {8, "LIRC_MODE_SCANCODE"}, {16, "LIRC_MODE_LIRCCODE"}};
constexpr ValueSet pulses{"remote_modes", "LIRC_MODE_???", pulse_rows};
constexpr Kind pulse_element = kind::value(pulses);

constexpr std::array identity_fields{Field{"bustype", u16, kind::unsigned_64}, Field{"vendor", u16, kind::unsigned_64},
                                     Field{"product", u16, kind::unsigned_64}, Field{"version", u16, kind::unsigned_64}};
constexpr std::array key_fields{Field{"", u32, kind::unsigned_64}, Field{"", u32, kind::value(keys)}};
constexpr std::array axis_fields{Field{"value", u32, kind::unsigned_64},
                                 Field{"minimum", u32, kind::unsigned_64},
                                 if_verbose(Field{"maximum", u32, kind::unsigned_64}),
                                 if_verbose(Field{"fuzz", u32, kind::unsigned_64}),
                                 if_verbose(Field{"flat", u32, kind::unsigned_64}),
                                 if_verbose(Field{"resolution", u32, kind::unsigned_64})};
constexpr std::array key2_fields{Field{"flags", u8, kind::unsigned_64}, Field{"len", u8, kind::unsigned_64},
                                 if_verbose(Field{"index", u16, kind::unsigned_64}), if_verbose(Field{"keycode", u32, kind::value(keys)}),
                                 if_verbose(Field{"scancode", u8, kind::hex, 32, Form::numbers})};
constexpr StructLayout identity_layout = layout_of<identity_fields>("input_id"), key_layout = layout_of<key_fields>("keycode"),
                       axis_layout = layout_of<axis_fields>("input_absinfo", StructShape::plain, {}, Sizes{20, Tail::unread}),
                       key2_layout = layout_of<key2_fields>("input_keymap_entry");

constexpr std::array trigger_fields{Field{"button", u16, kind::unsigned_64}, Field{"interval", u16, kind::unsigned_64}};
constexpr std::array replay_fields{Field{"length", u16, kind::unsigned_64}, Field{"delay", u16, kind::unsigned_64}};
constexpr StructLayout trigger_layout = layout_of<trigger_fields>("ff_trigger"), replay_layout = layout_of<replay_fields>("ff_replay");
constexpr std::array envelope_fields{Field{"attack_length", u16, kind::unsigned_64}, Field{"attack_level", u16, kind::unsigned_64},
                                     Field{"fade_length", u16, kind::unsigned_64}, Field{"fade_level", u16, kind::hex}};
constexpr StructLayout envelope_layout = layout_of<envelope_fields>("ff_envelope");
constexpr Field envelope{"envelope", nested, kind::structure(envelope_layout)};
constexpr std::array constant_fields{Field{"level", s16, kind::signed_64}, envelope};
constexpr std::array ramp_fields{Field{"start_level", s16, kind::signed_64}, Field{"end_level", s16, kind::signed_64}, envelope};
constexpr std::array periodic_fields{Field{"waveform", u16, kind::unsigned_64},   Field{"period", u16, kind::unsigned_64},
                                     Field{"magnitude", s16, kind::signed_64},    Field{"offset", s16, kind::signed_64},
                                     Field{"phase", u16, kind::unsigned_64},      envelope,
                                     Field{"custom_len", u32, kind::unsigned_64}, Field{"custom_data", pointer, kind::pointer}};
constexpr std::array rumble_fields{Field{"strong_magnitude", u16, kind::unsigned_64}, Field{"weak_magnitude", u16, kind::unsigned_64}};
constexpr StructLayout constant_layout = layout_of<constant_fields>("ff_constant_effect"),
                       ramp_layout = layout_of<ramp_fields>("ff_ramp_effect"),
                       periodic_layout = layout_of<periodic_fields>("ff_periodic_effect"),
                       rumble_layout = layout_of<rumble_fields>("ff_rumble_effect");
/// Members of a union: the type says which one it is.
constexpr Field effect_of(std::uint64_t type, std::string_view name, const StructLayout& layout) {
    return if_verbose(shown(when::is("type", type), Field{name, nested, kind::structure(layout), 1, Form::behind}));
}
constexpr std::array effect_fields{Field{"type", u16, kind::value(force_effects)},
                                   Field{"id", s16, kind::signed_64},
                                   Field{"direction", u16, kind::unsigned_64},
                                   if_verbose(Field{"trigger", nested, kind::structure(trigger_layout)}),
                                   if_verbose(Field{"replay", nested, kind::structure(replay_layout)}),
                                   Field{"union", pointer, kind::hex, 0, Form::hidden},
                                   effect_of(0x50, "rumble", rumble_layout),
                                   effect_of(0x51, "periodic", periodic_layout),
                                   effect_of(0x52, "constant", constant_layout),
                                   effect_of(0x57, "ramp", ramp_layout),
                                   Field{"effect", pointer, kind::hex, 4, Form::hidden}};
constexpr StructLayout effect_layout = layout_of<effect_fields>("ff_effect");

constexpr std::array repeat_fields{Field{"", u32, kind::unsigned_64, 2, Form::all_numbers}};
constexpr StructLayout repeat_layout = bare_layout<repeat_fields>();

constexpr NamedConstant touch_rows[] = {
    TROUPE_NAMED(ABS_MT_SLOT),        TROUPE_NAMED(ABS_MT_TOUCH_MAJOR), TROUPE_NAMED(ABS_MT_TOUCH_MINOR), TROUPE_NAMED(ABS_MT_WIDTH_MAJOR),
    TROUPE_NAMED(ABS_MT_WIDTH_MINOR), TROUPE_NAMED(ABS_MT_ORIENTATION), TROUPE_NAMED(ABS_MT_POSITION_X),  TROUPE_NAMED(ABS_MT_POSITION_Y),
    TROUPE_NAMED(ABS_MT_TOOL_TYPE),   TROUPE_NAMED(ABS_MT_BLOB_ID),     TROUPE_NAMED(ABS_MT_TRACKING_ID), TROUPE_NAMED(ABS_MT_PRESSURE),
    TROUPE_NAMED(ABS_MT_DISTANCE),    TROUPE_NAMED(ABS_MT_TOOL_X),      TROUPE_NAMED(ABS_MT_TOOL_Y),
};
constexpr ValueSet touches{"touch_values", "ABS_MT_???", touch_rows};
constexpr std::array slots_fields{Field{"code", u32, kind::value(touches)},
                                  Field{"values", s32, kind::own_memory(Own::touch_slots), 1, Form::behind}};
constexpr StructLayout slots_layout = layout_of<slots_fields>("input_mt_request");

constexpr NamedConstant ability_rows[] = {
    TROUPE_NAMED(LIRC_CAN_SEND_PULSE),          TROUPE_NAMED(LIRC_CAN_SEND_LIRCCODE),         TROUPE_NAMED(LIRC_CAN_SET_SEND_CARRIER),
    TROUPE_NAMED(LIRC_CAN_SET_SEND_DUTY_CYCLE), TROUPE_NAMED(LIRC_CAN_SET_TRANSMITTER_MASK),  TROUPE_NAMED(LIRC_CAN_REC_MODE2),
    TROUPE_NAMED(LIRC_CAN_REC_SCANCODE),        TROUPE_NAMED(LIRC_CAN_REC_LIRCCODE),          TROUPE_NAMED(LIRC_CAN_SET_REC_CARRIER),
    TROUPE_NAMED(LIRC_CAN_MEASURE_CARRIER),     TROUPE_NAMED(LIRC_CAN_USE_WIDEBAND_RECEIVER), TROUPE_NAMED(LIRC_CAN_SET_REC_TIMEOUT),
    TROUPE_NAMED(LIRC_CAN_GET_REC_RESOLUTION),  TROUPE_NAMED(LIRC_CAN_SET_REC_CARRIER_RANGE),
};
constexpr FlagSet abilities{"remote_abilities", "LIRC_CAN_???", ability_rows};
constexpr Kind ability_element = kind::flags(abilities);

constexpr IoctlArgument rows[] = {
    answers(pointed_hex, "EVIOCGVERSION"),
    answers(pointed_unsigned, "EVIOCGEFFECTS"),
    answers(kind::structure(identity_layout), "EVIOCGID"),
    answers(kind::structure(repeat_layout), "EVIOCGREP"),
    takes(kind::structure(repeat_layout), "EVIOCSREP"),
    answers(kind::structure(key_layout), "EVIOCGKEYCODE"),
    takes(kind::structure(key_layout), "EVIOCSKEYCODE"),
    answers(kind::structure(key2_layout), "EVIOCGKEYCODE_V2"),
    takes(kind::structure(key2_layout), "EVIOCSKEYCODE_V2"),
    takes(kind::structure(effect_layout), "EVIOCSFF"),
    takes(kind::signed_int, "EVIOCRMFF"),
    takes(kind::unsigned_long, "EVIOCGRAB EVIOCREVOKE"),
    takes(pointed_unsigned, "EVIOCSCLOCKID"),
    answers(kind::own_memory(Own::sized_by_request, axis_layout), "EVIOCGABS"),
    takes(kind::own_memory(Own::sized_by_request, axis_layout), "EVIOCSABS"),
    answers(kind::bytes(length::result), "EVIOCGNAME EVIOCGPHYS EVIOCGUNIQ"),
    answers(kind::bit_names(input_properties, 31), "EVIOCGPROP"),
    answers(kind::bit_names(keys, 767), "EVIOCGKEY EV_KEY"),
    answers(kind::bit_names(input_leds, 15), "EVIOCGLED EV_LED"),
    answers(kind::bit_names(input_sounds, 7), "EVIOCGSND EV_SND"),
    answers(kind::bit_names(input_switches, 16), "EVIOCGSW EV_SW"),
    answers(kind::bit_names(input_event_types, 31), "EV_SYN"),
    answers(kind::bit_names(relative_axes, 15), "EV_REL"),
    answers(kind::bit_names(absolute_axes, 63), "EV_ABS"),
    answers(kind::bit_names(input_miscellanies, 7), "EV_MSC"),
    answers(kind::bit_names(input_repeats, 1), "EV_REP"),
    answers(kind::bit_names(force_effects, 127), "EV_FF"),
    answers(kind::bit_names(force_effect_states, 1), "EV_FF_STATUS"),
    answers(pointed_int, "EV_PWR"),
    answers(kind::structure(slots_layout), "EVIOCGMTSLOTS"),

    answers(kind::pointed(ability_element), "LIRC_GET_FEATURES"),
    answers(kind::pointed(pulse_element), "LIRC_GET_SEND_MODE LIRC_GET_REC_MODE"),
    takes(kind::pointed(pulse_element), "LIRC_SET_SEND_MODE LIRC_SET_REC_MODE"),
    takes(pointed_unsigned,
          "LIRC_SET_SEND_CARRIER LIRC_SET_REC_CARRIER LIRC_SET_SEND_DUTY_CYCLE LIRC_SET_REC_TIMEOUT "
          "LIRC_SET_REC_TIMEOUT_REPORTS LIRC_SET_MEASURE_CARRIER_MODE LIRC_SET_REC_CARRIER_RANGE LIRC_SET_WIDEBAND_RECEIVER"),
    takes(pointed_hex, "LIRC_SET_TRANSMITTER_MASK"),
    answers(pointed_unsigned, "LIRC_GET_REC_RESOLUTION LIRC_GET_MIN_TIMEOUT LIRC_GET_MAX_TIMEOUT LIRC_GET_LENGTH LIRC_GET_REC_TIMEOUT"),
    // What stands behind these pointers is not shown.
    takes(kind::pointer, "EVIOCGMASK"),
};

}  // namespace

constinit const Rows input_rows = rows;

}  // namespace troupe::ioctls
