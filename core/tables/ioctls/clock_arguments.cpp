#include <linux/rtc.h>

#include "core/tables/ioctls/argument_words.hpp"

// Clocks (linux/rtc.h, linux/ptp_clock.h) and watchdogs (linux/watchdog.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant low_rows[] = {TROUPE_NAMED(RTC_VL_DATA_INVALID), TROUPE_NAMED(RTC_VL_BACKUP_LOW), TROUPE_NAMED(RTC_VL_BACKUP_EMPTY),
                                      TROUPE_NAMED(RTC_VL_ACCURACY_LOW), TROUPE_NAMED(RTC_VL_BACKUP_SWITCH)};
constexpr NamedConstant parameter_rows[] = {{0, "RTC_PARAM_FEATURES"}, {1, "RTC_PARAM_CORRECTION"}, {2, "RTC_PARAM_BACKUP_SWITCH_MODE"}};
constexpr NamedConstant stamp_rows[] = {
    {1, "PTP_ENABLE_FEATURE"}, {2, "PTP_RISING_EDGE"}, {4, "PTP_FALLING_EDGE"}, {8, "PTP_STRICT_FLAGS"}};
constexpr NamedConstant period_rows[] = {{1, "PTP_PEROUT_ONE_SHOT"}, {2, "PTP_PEROUT_DUTY_CYCLE"}, {4, "PTP_PEROUT_PHASE"}};
constexpr NamedConstant pin_rows[] = {{0, "PTP_PF_NONE"}, {1, "PTP_PF_EXTTS"}, {2, "PTP_PF_PEROUT"}, {3, "PTP_PF_PHYSYNC"}};
constexpr FlagSet lows{"clock_voltages", "RTC_VL_???", low_rows}, stamp_flags{"time_stamp_flags", "PTP_???", stamp_rows},
    period_flags{"periodic_output_flags", "PTP_PEROUT_???", period_rows};
constexpr ValueSet parameters{"clock_parameters", "RTC_PARAM_???", parameter_rows}, pins{"clock_pins", "PTP_PF_???", pin_rows};
constexpr Kind low_element = kind::flags(lows);

constexpr std::array date_fields{Field{"tm_sec", s32, kind::signed_64},
                                 Field{"tm_min", s32, kind::signed_64},
                                 Field{"tm_hour", s32, kind::signed_64},
                                 Field{"tm_mday", s32, kind::signed_64},
                                 Field{"tm_mon", s32, kind::signed_64},
                                 Field{"tm_year", s32, kind::signed_64},
                                 if_verbose(Field{"tm_wday", s32, kind::signed_64}),
                                 if_verbose(Field{"tm_yday", s32, kind::signed_64}),
                                 if_verbose(Field{"tm_isdst", s32, kind::signed_64})};
constexpr StructLayout date_layout = layout_of<date_fields>("rtc_time");
constexpr std::array alarm_fields{Field{"enabled", u8, kind::unsigned_64}, Field{"pending", u8, kind::unsigned_64},
                                  Field{"time", nested, kind::structure(date_layout)}};
constexpr StructLayout alarm_layout = layout_of<alarm_fields>("rtc_wkalrm");
constexpr std::array correction_fields{Field{"pll_ctrl", s32, kind::signed_64},    Field{"pll_value", s32, kind::signed_64},
                                       Field{"pll_max", s32, kind::signed_64},     Field{"pll_min", s32, kind::signed_64},
                                       Field{"pll_posmult", s32, kind::signed_64}, Field{"pll_negmult", s32, kind::signed_64},
                                       Field{"pll_clock", slong, kind::signed_64}};
constexpr StructLayout correction_layout = layout_of<correction_fields>("rtc_pll_info");
constexpr Field parameter_padding = shown(when::is_set("__pad"), Field{"__pad", u32, kind::hex});
constexpr NamedConstant feature_rows[] = {{1, "1<<RTC_FEATURE_ALARM"},
                                          {2, "1<<RTC_FEATURE_ALARM_RES_MINUTE"},
                                          {4, "1<<RTC_FEATURE_NEED_WEEK_DAY"},
                                          {8, "1<<RTC_FEATURE_ALARM_RES_2S"},
                                          {16, "1<<RTC_FEATURE_UPDATE_INTERRUPT"},
                                          {32, "1<<RTC_FEATURE_CORRECTION"},
                                          {64, "1<<RTC_FEATURE_BACKUP_SWITCH_MODE"},
                                          {128, "1<<RTC_FEATURE_ALARM_WAKEUP_ONLY"}};
constexpr NamedConstant switch_rows[] = {{0, "RTC_BSM_DISABLED"}, {1, "RTC_BSM_DIRECT"}, {2, "RTC_BSM_LEVEL"}, {3, "RTC_BSM_STANDBY"}};
constexpr FlagSet features{"clock_features", "1<<RTC_FEATURE_???", feature_rows};
constexpr ValueSet switches{"clock_power_switches", "RTC_BSM_???", switch_rows, true, true};
constexpr FieldChoice parameter_kinds[] = {{0, kind::flags(features)}, {2, kind::value(switches)}};
constexpr Field parameter_value = shown(when::is_not("param", 1), chosen("param", parameter_kinds, Field{"uvalue", u64, kind::hex}));
constexpr Field signed_value = shown(when::is("param", 1), united(Field{"svalue", s64, kind::signed_64}));
constexpr std::array asked_fields{Field{"param", u64, kind::value(parameters)}, Field{"uvalue", u64, kind::hex, 1, Form::hidden},
                                  Field{"index", u32, kind::unsigned_64}, parameter_padding};
constexpr std::array told_fields{Field{"param", u64, kind::value(parameters), 1, Form::hidden}, parameter_value, signed_value,
                                 Field{"index", u32, kind::unsigned_64, 1, Form::hidden}, parameter_padding};
constexpr std::array set_fields{Field{"param", u64, kind::value(parameters)}, parameter_value, signed_value,
                                Field{"index", u32, kind::unsigned_64}, parameter_padding};
constexpr StructLayout told_layout = layout_of<told_fields>("rtc_param"), set_layout = layout_of<set_fields>("rtc_param");
constexpr StructLayout asked_layout = answered_by(told_layout, layout_of<asked_fields>("rtc_param"));

constexpr std::array time_fields{Field{"sec", s64, kind::signed_64}, Field{"nsec", u32, kind::unsigned_64},
                                 shown(when::is_set("reserved"), Field{"reserved", u32, kind::hex})};
constexpr StructLayout time_layout = layout_of<time_fields>("ptp_clock_time");
constexpr std::array dated_fields{Field{"", nested, kind::structure(time_layout), 1, Form::dated}};
constexpr StructLayout dated_layout = bare_layout<dated_fields>();
constexpr std::array three_fields{Field{"", nested, kind::structure(dated_layout), 3, Form::all_elements}};
constexpr StructLayout three_layout = bare_layout<three_fields>();

constexpr Field reserved(std::uint16_t count) { return shown(when::is_set("rsv"), Field{"rsv", u32, kind::hex, count, Form::numbers}); }
constexpr Field hidden_reserved(std::uint16_t count) { return Field{"rsv", u32, kind::hex, count, Form::hidden}; }
constexpr std::array capability_fields{Field{"max_adj", s32, kind::signed_64},
                                       Field{"n_alarm", s32, kind::signed_64},
                                       Field{"n_ext_ts", s32, kind::signed_64},
                                       Field{"n_per_out", s32, kind::signed_64},
                                       Field{"pps", s32, kind::signed_64},
                                       Field{"n_pins", s32, kind::signed_64},
                                       Field{"cross_timestamping", s32, kind::signed_64},
                                       Field{"adjust_phase", s32, kind::signed_64},
                                       reserved(12)};
constexpr StructLayout capability_layout = layout_of<capability_fields>("ptp_clock_caps");
constexpr std::array stamp_fields{Field{"index", u32, kind::unsigned_64}, Field{"flags", u32, kind::flags(stamp_flags)},
                                  hidden_reserved(2)};
constexpr std::array stamp2_fields{Field{"index", u32, kind::unsigned_64}, Field{"flags", u32, kind::flags(stamp_flags)}, reserved(2)};
constexpr StructLayout stamp_layout = layout_of<stamp_fields>("ptp_extts_request"),
                       stamp2_layout = layout_of<stamp2_fields>("ptp_extts_request");

constexpr std::array period_fields{shown(when::is("flags", 0, 4), Field{"start", nested, kind::structure(time_layout), 1, Form::dated}),
                                   shown(when::has_any("flags", 4), united(Field{"phase", nested, kind::structure(time_layout)})),
                                   Field{"period", nested, kind::structure(time_layout)},
                                   Field{"index", u32, kind::unsigned_64},
                                   Field{"flags", u32, kind::flags(period_flags)},
                                   shown(when::has_any("flags", 2), Field{"on", nested, kind::structure(time_layout)})};
constexpr std::array period2_fields{period_fields[0], period_fields[1], period_fields[2], period_fields[3], period_fields[4], reserved(4)};
constexpr StructLayout period_layout = layout_of<period_fields>("ptp_perout_request"),
                       period2_layout = layout_of<period2_fields>("ptp_perout_request");

constexpr Kind period = kind::structure(period_layout);
constexpr Kind period2{.tag = Tag::own_memory, .layout = &period2_layout, .element = &period, .own = Own::clock_period};

constexpr std::string_view offset_failed[] = {"n_samples", "rsv"};
constexpr std::array offset_fields{Field{"n_samples", u32, kind::unsigned_64}, reserved(3),
                                   Field{"ts", u8, kind::own_memory(Own::clock_samples, dated_layout), 1, Form::behind}, padding(u64, 102)};
constexpr std::array interleaved_fields{Field{"n_samples", u32, kind::unsigned_64}, reserved(3),
                                        counted("n_samples", Field{"ts", nested, kind::structure(three_layout), 25, Form::elements})};
constexpr StructLayout offset_layout = layout_of<offset_fields>("ptp_sys_offset", StructShape::plain, View{{}, {}, offset_failed}),
                       interleaved_layout =
                           layout_of<interleaved_fields>("ptp_sys_offset_extended", StructShape::plain, View{{}, {}, offset_failed});
constexpr std::array precise_fields{Field{"device", nested, kind::structure(time_layout), 1, Form::dated},
                                    Field{"sys_realtime", nested, kind::structure(time_layout), 1, Form::dated},
                                    Field{"sys_monoraw", nested, kind::structure(time_layout)}, reserved(4)};
constexpr StructLayout precise_layout = layout_of<precise_fields>("ptp_sys_offset_precise");

constexpr std::string_view pin_failed[] = {"index", "rsv"}, pin_whole[] = {"index", "rsv", "name", "func", "chan"},
                           pin_set[] = {"index", "func", "chan", "rsv"};
constexpr std::array pin_fields{name_of("name", 64), Field{"index", u32, kind::unsigned_64}, Field{"func", u32, kind::value(pins)},
                                Field{"chan", u32, kind::unsigned_64}, hidden_reserved(5)};
constexpr std::array pin2_fields{name_of("name", 64), Field{"index", u32, kind::unsigned_64}, Field{"func", u32, kind::value(pins)},
                                 Field{"chan", u32, kind::unsigned_64}, reserved(5)};
constexpr StructLayout pin_layout = layout_of<pin_fields>("ptp_pin_desc", StructShape::plain, View{pin_whole, {}, pin_failed}),
                       pin2_layout = layout_of<pin2_fields>("ptp_pin_desc", StructShape::plain, View{pin_whole, {}, pin_failed}),
                       set_pin_layout = layout_of<pin_fields>("ptp_pin_desc", StructShape::plain, View{pin_set, {}, {}}),
                       set_pin2_layout = layout_of<pin2_fields>("ptp_pin_desc", StructShape::plain, View{pin_set, {}, {}});

constexpr IoctlArgument rows[] = {
    answers(kind::structure(date_layout), "RTC_ALM_READ RTC_RD_TIME"),
    takes(kind::structure(date_layout), "RTC_ALM_SET RTC_SET_TIME"),
    answers(kind::structure(alarm_layout), "RTC_WKALM_RD"),
    takes(kind::structure(alarm_layout), "RTC_WKALM_SET"),
    answers(kind::structure(correction_layout), "RTC_PLL_GET"),
    takes(kind::structure(correction_layout), "RTC_PLL_SET"),
    answers(pointed_ulong, "RTC_IRQP_READ RTC_EPOCH_READ"),
    takes(kind::unsigned_long, "RTC_IRQP_SET RTC_EPOCH_SET"),
    answers(kind::pointed(low_element), "RTC_VL_READ"),
    changes(kind::own_memory(Own::address_after_failure, asked_layout), "RTC_PARAM_GET"),
    takes(kind::structure(set_layout), "RTC_PARAM_SET"),
    alone("RTC_AIE_ON RTC_AIE_OFF RTC_UIE_ON RTC_UIE_OFF RTC_PIE_ON RTC_PIE_OFF RTC_WIE_ON RTC_WIE_OFF RTC_VL_CLR"),

    answers(kind::structure(capability_layout), "PTP_CLOCK_GETCAPS PTP_CLOCK_GETCAPS2"),
    takes(kind::structure(stamp_layout), "PTP_EXTTS_REQUEST"),
    takes(kind::structure(stamp2_layout), "PTP_EXTTS_REQUEST2"),
    takes(kind::structure(period_layout), "PTP_PEROUT_REQUEST"),
    takes(period2, "PTP_PEROUT_REQUEST2"),
    fills(kind::structure(offset_layout), "PTP_SYS_OFFSET PTP_SYS_OFFSET2"),
    fills(kind::structure(interleaved_layout), "PTP_SYS_OFFSET_EXTENDED PTP_SYS_OFFSET_EXTENDED2"),
    answers(kind::structure(precise_layout), "PTP_SYS_OFFSET_PRECISE PTP_SYS_OFFSET_PRECISE2"),
    fills(kind::structure(pin_layout), "PTP_PIN_GETFUNC"),
    fills(kind::structure(pin2_layout), "PTP_PIN_GETFUNC2"),
    takes(kind::structure(set_pin_layout), "PTP_PIN_SETFUNC"),
    takes(kind::structure(set_pin2_layout), "PTP_PIN_SETFUNC2"),

    answers(pointed_int, "WDIOC_GETSTATUS WDIOC_GETBOOTSTATUS WDIOC_GETTEMP WDIOC_GETTIMEOUT WDIOC_GETPRETIMEOUT WDIOC_GETTIMELEFT"),
    takes(pointed_int, "WDIOC_SETTIMEOUT WDIOC_SETPRETIMEOUT"),

    alone("WDIOC_KEEPALIVE"),
};

}  // namespace

constinit const Rows clock_rows = rows;

}  // namespace troupe::ioctls
