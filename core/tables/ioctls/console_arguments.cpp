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
constexpr ValueSet key_modes{"keyboard_modes", "K_???", key_mode_rows};
constexpr ValueSet types{"keyboard_types", "KB_???", type_rows}, modes{"console_modes", "KD_???", mode_rows},
    metas{"keyboard_metas", "K_???", meta_rows}, font_operations{"console_font_operations", "KD_FONT_OP_???", font_operation_rows};
constexpr std::array led_fields{Field{"", u8, kind::flags(leds)}};
constexpr std::array lock_fields{Field{"", u8, kind::flags(locks)}};
constexpr std::array type_fields{Field{"", u8, kind::value(types)}};
constexpr std::array unicode_fields{Field{"", u16, kind::own_number(Own::unicode)}};
constexpr Kind key_mode{.tag = Tag::own_number, .value_set = &key_modes, .own = Own::decimal_value};
constexpr std::array key_mode_fields{Field{"", s32, key_mode}};
constexpr StructLayout key_mode_layout = bare_layout<key_mode_fields>();
constexpr StructLayout unicode_layout = bare_layout<unicode_fields>();
constexpr StructLayout led_layout = bare_layout<led_fields>(), lock_layout = bare_layout<lock_fields>(),
                       type_layout = bare_layout<type_fields>();
constexpr Kind led_element = kind::structure(led_layout), lock_element = kind::structure(lock_layout),
               type_element = kind::structure(type_layout), mode_element = kind::value(modes),
               key_mode_element = kind::structure(key_mode_layout), meta_element = kind::value(metas),
               unicode_element = kind::structure(unicode_layout);

constexpr std::array key_fields{Field{"scancode", u32, kind::hex}, Field{"keycode", u32, kind::hex, 1, Form::becomes}};
constexpr std::array set_key_fields{Field{"scancode", u32, kind::hex}, Field{"keycode", u32, kind::hex}};
constexpr std::array repeat_fields{Field{"delay", s32, kind::signed_64}, Field{"period", s32, kind::signed_64}};
constexpr std::array clear_fields{Field{"advised_hashsize", u16, kind::unsigned_64}, Field{"advised_hashstep", u16, kind::unsigned_64},
                                  Field{"advised_hashlevel", u16, kind::unsigned_64}};
constexpr StructLayout key_layout = layout_of<key_fields>("kbkeycode"), set_key_layout = layout_of<set_key_fields>("kbkeycode"),
                       clear_layout = layout_of<clear_fields>("unimapinit"), told_repeat_layout = layout_of<repeat_fields>("kbd_repeat");
constexpr StructLayout repeat_layout = answered_by(told_repeat_layout, layout_of<repeat_fields>("kbd_repeat"));

constexpr Kind character = kind::own_number(Own::character);
constexpr std::array accent_fields{Field{"diacr", u8, character}, Field{"base", u8, character}, Field{"result", u8, character}};
constexpr std::array wide_accent_fields{Field{"diacr", u32, kind::hex}, Field{"base", u32, kind::hex}, Field{"result", u32, kind::hex}};
constexpr StructLayout accent_layout = layout_of<accent_fields>("kbdiacr"), wide_accent_layout = layout_of<wide_accent_fields>("kbdiacruc");
constexpr std::array accents_fields{Field{"kb_cnt", u32, kind::unsigned_64},
                                    counted("kb_cnt", Field{"kbdiacr", nested, kind::structure(accent_layout), 256, Form::behind})};
constexpr std::array wide_accents_fields{
    Field{"kb_cnt", u32, kind::unsigned_64},
    counted("kb_cnt", Field{"kbdiacruc", nested, kind::structure(wide_accent_layout), 256, Form::behind})};
constexpr StructLayout accents_layout = layout_of<accents_fields>("kbdiacrs"),
                       wide_accents_layout = layout_of<wide_accents_fields>("kbdiacrsuc");

constexpr std::string_view entry_failed[] = {"kb_table", "kb_index"};
constexpr std::array entry_fields{Field{"kb_table", u8, kind::own_number(Own::key_table)}, Field{"kb_index", u8, kind::unsigned_64},
                                  Field{"kb_value", u16, kind::own_number(Own::key_value)}};
constexpr StructLayout entry_layout =
                           layout_of<entry_fields>("kbentry", StructShape::plain, View{.failed = entry_failed, .even_unread = true}),
                       set_entry_layout = layout_of<entry_fields>("kbentry", StructShape::plain, View{.even_unread = true});
constexpr std::string_view text_failed[] = {"kb_func"};
constexpr std::array text_fields{Field{"kb_func", u8, kind::own_number(Own::key_function)},
                                 Field{"kb_string", nested, kind::string, 1, Form::behind}};
constexpr StructLayout text_layout = layout_of<text_fields>("kbsentry", StructShape::plain, View{{}, {}, text_failed}),
                       set_text_layout = layout_of<text_fields>("kbsentry");

constexpr std::array pair_fields{Field{"unicode", u16, kind::hex}, Field{"fontpos", u16, kind::hex}};
constexpr StructLayout pair_layout = layout_of<pair_fields>("unipair");
constexpr Kind pairs = kind::own_memory(Own::unicode_map, pair_layout);
constexpr std::array map_fields{Field{"entry_ct", u16, kind::unsigned_64, 1, Form::becomes_anyhow}, Field{"entries", pointer, pairs}};
constexpr std::array set_map_fields{Field{"entry_ct", u16, kind::unsigned_64}, Field{"entries", pointer, pairs}};
constexpr std::string_view map_failed[] = {"entry_ct", "entries"};
constexpr StructLayout map_layout = layout_of<map_fields>("unimapdesc", StructShape::plain, View{{}, {}, map_failed}),
                       set_map_layout = layout_of<set_map_fields>("unimapdesc");

/// MAX_FONT_NAME, with its NUL.
constexpr Kind font_name{.tag = Tag::string, .length = length::fixed(31)};
constexpr Kind glyphs = kind::own_memory(Own::font_glyphs);
constexpr Field font_operation{"op", u32, kind::value(font_operations)}, font_operation_flags{"flags", u32, kind::flags(font_flags)},
    font_width{"width", u32, kind::unsigned_64}, font_height{"height", u32, kind::unsigned_64},
    font_count{"charcount", u32, kind::unsigned_64}, font_data{"data", pointer, kind::pointer};
constexpr Field unseen(Field field) { return in_form(Form::hidden, field); }
constexpr std::array font_fields{font_operation, font_operation_flags, font_width, font_height, font_count, font_data};
constexpr std::array set_font_fields{font_operation, font_operation_flags, font_width,
                                     font_height,    font_count,           Field{"data", pointer, glyphs}};
constexpr std::array default_font_fields{font_operation, unseen(font_operation_flags), font_width,
                                         font_height,    unseen(font_count),           Field{"data", pointer, font_name}};
constexpr std::array copy_font_fields{font_operation, unseen(font_operation_flags), unseen(font_width),
                                      font_height,    unseen(font_count),           unseen(font_data)};
constexpr std::array told_font_fields{unseen(font_operation), unseen(font_operation_flags), font_width, font_height, font_count, font_data};
constexpr std::array got_font_fields{unseen(font_operation),        unseen(font_operation_flags), font_width, font_height, font_count,
                                     Field{"data", pointer, glyphs}};
constexpr std::array told_default_fields{unseen(font_operation), unseen(font_operation_flags), font_width, font_height, unseen(font_count),
                                         unseen(font_data)};
constexpr StructLayout told_font_layout = layout_of<told_font_fields>("console_font_op"),
                       got_font_layout = layout_of<got_font_fields>("console_font_op"),
                       told_default_layout = layout_of<told_default_fields>("console_font_op");
constexpr StructLayout font_layout = answered_by(told_font_layout, layout_of<font_fields>("console_font_op")),
                       get_font_layout = answered_by(got_font_layout, layout_of<font_fields>("console_font_op")),
                       default_font_layout = answered_by(told_default_layout, layout_of<default_font_fields>("console_font_op")),
                       set_font_layout = layout_of<set_font_fields>("console_font_op"),
                       copy_font_layout = layout_of<copy_font_fields>("console_font_op");
constexpr Choice font_choices[] = {
    {.command = 0, .argument = in(kind::structure(set_font_layout), "")},
    {.command = 1, .argument = in(kind::structure(get_font_layout), "")},
    {.command = 2, .argument = in(kind::structure(default_font_layout), "")},
    {.command = 3, .argument = in(kind::structure(copy_font_layout), "")},
    {.argument = in(kind::structure(font_layout), ""), .otherwise = true},
};

constexpr std::array described_fields{Field{"charcount", u16, kind::unsigned_64}, Field{"charheight", u16, kind::unsigned_64},
                                      Field{"chardata", pointer, glyphs}};
constexpr std::array asked_fields{Field{"charcount", u16, kind::unsigned_64}, Field{"charheight", u16, kind::unsigned_64},
                                  Field{"chardata", pointer, kind::pointer}};
constexpr StructLayout described_layout = layout_of<described_fields>("consolefontdesc");
constexpr StructLayout asked_layout = answered_by(described_layout, layout_of<asked_fields>("consolefontdesc"));

constexpr Kind lit{.tag = Tag::own_number, .flag_set = &leds, .own = Own::low_byte_flags},
    locked{.tag = Tag::own_number, .flag_set = &locks, .own = Own::low_byte_flags};

constexpr IoctlArgument rows[] = {
    answers(kind::pointed(led_element), "KDGETLED"),
    takes(lit, "KDSETLED"),
    answers(kind::pointed(lock_element), "KDGKBLED"),
    takes(locked, "KDSKBLED"),
    answers(kind::pointed(type_element), "KDGKBTYPE"),
    answers(kind::pointed(mode_element), "KDGETMODE"),
    takes(kind::value(modes), "KDSETMODE"),
    answers(kind::pointed(key_mode_element), "KDGKBMODE"),
    takes(key_mode, "KDSKBMODE"),
    answers(kind::pointed(meta_element), "KDGKBMETA"),
    takes(kind::value(metas), "KDSKBMETA"),
    takes(kind::signal_in_long, "KDSIGACCEPT"),
    fills(kind::structure(key_layout), "KDGETKEYCODE"),
    takes(kind::structure(set_key_layout), "KDSETKEYCODE"),
    changes(kind::structure(repeat_layout), "KDKBDREP"),
    answers(kind::structure(accents_layout), "KDGKBDIACR"),
    takes(kind::structure(accents_layout), "KDSKBDIACR"),
    answers(kind::structure(wide_accents_layout), "KDGKBDIACRUC"),
    takes(kind::structure(wide_accents_layout), "KDSKBDIACRUC"),
    fills(kind::structure(entry_layout), "KDGKBENT"),
    takes(kind::structure(set_entry_layout), "KDSKBENT"),
    fills(kind::structure(text_layout), "KDGKBSENT"),
    takes(kind::structure(set_text_layout), "KDSKBSENT"),
    fills(kind::structure(map_layout), "GIO_UNIMAP"),
    takes(kind::structure(set_map_layout), "PIO_UNIMAP"),
    takes(kind::own_number(Own::sound_period), "KIOCSOUND"),
    takes(kind::own_number(Own::tone), "KDMKTONE"),
    changes(kind::own_memory(Own::by_first_word, font_choices), "KDFONTOP"),
    changes(kind::structure(asked_layout), "GIO_FONTX"),
    takes(kind::structure(described_layout), "PIO_FONTX"),
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
};

}  // namespace

constinit const Rows console_rows = rows;

}  // namespace troupe::ioctls
