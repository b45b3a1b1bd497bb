#include "core/tables/ioctls/argument_words.hpp"

// Consoles and keyboards (linux/kd.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant led_rows[] = {{1, "LED_SCR"}, {2, "LED_NUM"}, {4, "LED_CAP"}};
constexpr NamedConstant lock_rows[] = {{1, "LED_SCR"},         {2, "LED_NUM"},         {4, "LED_CAP"},
                                       {1 << 4, "LED_SCR<<4"}, {2 << 4, "LED_NUM<<4"}, {4 << 4, "LED_CAP<<4"}};
constexpr NamedConstant type_rows[] = {{1, "KB_84"}, {2, "KB_101"}, {3, "KB_OTHER"}};
constexpr NamedConstant mode_rows[] = {{0, "KD_TEXT"}, {1, "KD_GRAPHICS"}, {2, "KD_TEXT0"}, {3, "KD_TEXT1"}};
constexpr NamedConstant key_mode_rows[] = {{0, "K_RAW"}, {1, "K_XLATE"}, {2, "K_MEDIUMRAW"}, {3, "K_UNICODE"}, {4, "K_OFF"}};
constexpr NamedConstant meta_rows[] = {{3, "K_METABIT"}, {4, "K_ESCPREFIX"}};
constexpr NamedConstant font_operation_rows[] = {
    {0, "KD_FONT_OP_SET"}, {1, "KD_FONT_OP_GET"}, {2, "KD_FONT_OP_SET_DEFAULT"}, {3, "KD_FONT_OP_COPY"}};
constexpr NamedConstant font_flag_rows[] = {{1, "KD_FONT_FLAG_DONT_RECALC"}, {0x80000000, "KD_FONT_FLAG_OLD"}};
constexpr FlagSet leds{.name = "keyboard_leds", .unknown = "LED_???", .rows = led_rows}, locks{"keyboard_locks", "LED_???", lock_rows},
    font_flags{"console_font_flags", "KD_FONT_FLAG_???", font_flag_rows};
constexpr ValueSet key_modes{"keyboard_modes", "K_???", key_mode_rows},
    long_key_modes{"keyboard_modes", "K_???", key_mode_rows, true, true};
constexpr ValueSet types{"keyboard_types", "KB_???", type_rows}, modes{"console_modes", "KD_???", mode_rows},
    long_modes{"console_modes", "KD_???", mode_rows, true, true}, metas{"keyboard_metas", "K_???", meta_rows},
    long_metas{"keyboard_metas", "K_???", meta_rows, true, true},
    font_operations{"console_font_operations", "KD_FONT_OP_???", font_operation_rows};
constexpr std::array led_fields{Field{"", u8, kind::flags(leds)}};
constexpr std::array lock_fields{Field{"", u8, kind::flags(locks)}};
constexpr std::array type_fields{Field{"", u8, kind::value(types)}};
constexpr StructLayout led_layout = bare_layout<led_fields>(), lock_layout = bare_layout<lock_fields>(),
                       type_layout = bare_layout<type_fields>();
constexpr Kind led_element = kind::structure(led_layout), lock_element = kind::structure(lock_layout),
               type_element = kind::structure(type_layout), mode_element = kind::value(modes), key_mode_element = kind::value(key_modes),
               meta_element = kind::value(metas), unicode_element = kind::structure(u16_hex_layout);

constexpr std::array key_fields{Field{"scancode", u32, kind::hex}, Field{"keycode", u32, kind::hex, 1, Form::becomes}};
constexpr std::array set_key_fields{Field{"scancode", u32, kind::hex}, Field{"keycode", u32, kind::hex}};
constexpr std::array repeat_fields{Field{"delay", s32, kind::signed_64}, Field{"period", s32, kind::signed_64}};
constexpr std::array clear_fields{Field{"advised_hashsize", u16, kind::unsigned_64}, Field{"advised_hashstep", u16, kind::unsigned_64},
                                  Field{"advised_hashlevel", u16, kind::unsigned_64}};
constexpr StructLayout key_layout = layout_of<key_fields>("kbkeycode"), set_key_layout = layout_of<set_key_fields>("kbkeycode"),
                       clear_layout = layout_of<clear_fields>("unimapinit"), told_repeat_layout = layout_of<repeat_fields>("kbd_repeat");
constexpr StructLayout repeat_layout = answered_by(told_repeat_layout, layout_of<repeat_fields>("kbd_repeat"));

constexpr std::array accent_fields{Field{"diacr", u32, kind::hex}, Field{"base", u32, kind::hex}, Field{"result", u32, kind::hex}};
constexpr StructLayout accent_layout = layout_of<accent_fields>("kbdiacruc");
constexpr std::array accents_fields{Field{"kb_cnt", u32, kind::unsigned_64},
                                    counted("kb_cnt", Field{"kbdiacruc", nested, kind::structure(accent_layout), 256, Form::elements})};
constexpr StructLayout accents_layout = layout_of<accents_fields>("kbdiacrsuc");

constexpr std::array font_fields{Field{"op", u32, kind::value(font_operations)}, Field{"flags", u32, kind::flags(font_flags)},
                                 Field{"width", u32, kind::unsigned_64},         Field{"height", u32, kind::unsigned_64},
                                 Field{"charcount", u32, kind::unsigned_64},     Field{"data", pointer, kind::pointer}};
constexpr std::array told_font_fields{Field{"op", u32, kind::hex, 1, Form::hidden}, Field{"flags", u32, kind::hex, 1, Form::hidden},
                                      Field{"width", u32, kind::unsigned_64},       Field{"height", u32, kind::unsigned_64},
                                      Field{"charcount", u32, kind::unsigned_64},   Field{"data", pointer, kind::pointer}};
constexpr StructLayout told_font_layout = layout_of<told_font_fields>("console_font_op");
constexpr StructLayout font_layout = answered_by(told_font_layout, layout_of<font_fields>("console_font_op"));
constexpr std::array set_font_fields{Field{"charcount", u16, kind::unsigned_64}, Field{"charheight", u16, kind::unsigned_64},
                                     Field{"chardata", pointer, kind::pointer}};
constexpr StructLayout set_font_layout = layout_of<set_font_fields>("consolefontdesc");
constexpr StructLayout get_font_layout = answered_by(set_font_layout, layout_of<set_font_fields>("consolefontdesc"));

// The kernel takes one byte of the argument.
constexpr WordPart lit_parts[] = {{.mask = 0xff, .flags = &leds}}, locked_parts[] = {{.mask = 0xff, .flags = &locks}};
constexpr WordParts lit{.parts = lit_parts}, locked{.parts = locked_parts};

constexpr IoctlArgument rows[] = {
    answers(kind::pointed(led_element), "KDGETLED"),
    takes(kind::word_parts(lit), "KDSETLED"),
    answers(kind::pointed(lock_element), "KDGKBLED"),
    takes(kind::word_parts(locked), "KDSKBLED"),
    answers(kind::pointed(type_element), "KDGKBTYPE"),
    answers(kind::pointed(mode_element), "KDGETMODE"),
    takes(kind::value(long_modes), "KDSETMODE"),
    answers(kind::pointed(key_mode_element), "KDGKBMODE"),
    takes(kind::value(long_key_modes), "KDSKBMODE"),
    answers(kind::pointed(meta_element), "KDGKBMETA"),
    takes(kind::value(long_metas), "KDSKBMETA"),
    takes(kind::signal, "KDSIGACCEPT"),
    fills(kind::structure(key_layout), "KDGETKEYCODE"),
    takes(kind::structure(set_key_layout), "KDSETKEYCODE"),
    changes(kind::structure(repeat_layout), "KDKBDREP"),
    answers(kind::structure(accents_layout), "KDGKBDIACRUC"),
    takes(kind::structure(accents_layout), "KDSKBDIACRUC"),
    changes(kind::structure(font_layout), "KDFONTOP"),
    changes(kind::structure(get_font_layout), "GIO_FONTX"),
    takes(kind::structure(set_font_layout), "PIO_FONTX"),
    takes(kind::structure(clear_layout), "PIO_UNIMAPCLR"),
    answers(kind::bytes_in_hex(length::fixed(256)), "GIO_SCRNMAP"),
    takes(kind::bytes_in_hex(length::fixed(256)), "PIO_SCRNMAP"),
    answers(kind::bytes_in_hex(length::fixed(8192)), "GIO_FONT"),
    takes(kind::bytes_in_hex(length::fixed(8192)), "PIO_FONT"),
    answers(kind::bytes_in_hex(length::fixed(48)), "GIO_CMAP"),
    takes(kind::bytes_in_hex(length::fixed(48)), "PIO_CMAP"),
    answers(kind::array(unicode_element, length::fixed(256)), "GIO_UNISCRNMAP"),
    takes(kind::array(unicode_element, length::fixed(256)), "PIO_UNISCRNMAP"),
    alone("KDENABIO KDDISABIO KDMAPDISP KDUNMAPDISP PIO_FONTRESET"),
    // What stands behind these pointers is not shown.
    takes(kind::pointer, "KDGKBENT KDSKBENT KDGKBSENT KDSKBSENT KDGKBDIACR KDSKBDIACR GIO_UNIMAP PIO_UNIMAP"),
};

}  // namespace

constinit const Rows console_rows = rows;

}  // namespace troupe::ioctls
