#include <linux/gpio.h>

#include "core/tables/ioctls/argument_words.hpp"

// Lines of general purpose input and output (linux/gpio.h), and counters (linux/counter.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant line_rows_of_kernel[] = {
    {1, "GPIOLINE_FLAG_KERNEL"},          {2, "GPIOLINE_FLAG_IS_OUT"},         {4, "GPIOLINE_FLAG_ACTIVE_LOW"},
    {8, "GPIOLINE_FLAG_OPEN_DRAIN"},      {16, "GPIOLINE_FLAG_OPEN_SOURCE"},   {32, "GPIOLINE_FLAG_BIAS_PULL_UP"},
    {64, "GPIOLINE_FLAG_BIAS_PULL_DOWN"}, {128, "GPIOLINE_FLAG_BIAS_DISABLE"},
};
constexpr NamedConstant handle_rows[] = {
    {1, "GPIOHANDLE_REQUEST_INPUT"},           {2, "GPIOHANDLE_REQUEST_OUTPUT"},         {4, "GPIOHANDLE_REQUEST_ACTIVE_LOW"},
    {8, "GPIOHANDLE_REQUEST_OPEN_DRAIN"},      {16, "GPIOHANDLE_REQUEST_OPEN_SOURCE"},   {32, "GPIOHANDLE_REQUEST_BIAS_PULL_UP"},
    {64, "GPIOHANDLE_REQUEST_BIAS_PULL_DOWN"}, {128, "GPIOHANDLE_REQUEST_BIAS_DISABLE"},
};
constexpr NamedConstant edge_rows[] = {
    {3, "GPIOEVENT_REQUEST_BOTH_EDGES"}, {1, "GPIOEVENT_REQUEST_RISING_EDGE"}, {2, "GPIOEVENT_REQUEST_FALLING_EDGE"}};
constexpr NamedConstant second_rows[] = {
    {1 << 0, "GPIO_V2_LINE_FLAG_USED"},
    {1 << 1, "GPIO_V2_LINE_FLAG_ACTIVE_LOW"},
    {1 << 2, "GPIO_V2_LINE_FLAG_INPUT"},
    {1 << 3, "GPIO_V2_LINE_FLAG_OUTPUT"},
    {1 << 4, "GPIO_V2_LINE_FLAG_EDGE_RISING"},
    {1 << 5, "GPIO_V2_LINE_FLAG_EDGE_FALLING"},
    {1 << 6, "GPIO_V2_LINE_FLAG_OPEN_DRAIN"},
    {1 << 7, "GPIO_V2_LINE_FLAG_OPEN_SOURCE"},
    {1 << 8, "GPIO_V2_LINE_FLAG_BIAS_PULL_UP"},
    {1 << 9, "GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN"},
    {1 << 10, "GPIO_V2_LINE_FLAG_BIAS_DISABLED"},
    {1 << 11, "GPIO_V2_LINE_FLAG_EVENT_CLOCK_REALTIME"},
    {1 << 12, "GPIO_V2_LINE_FLAG_EVENT_CLOCK_HTE"},
};
constexpr FlagSet line_flags{"gpio_line_flags", "GPIOLINE_FLAG_???", line_rows_of_kernel},
    handle_flags{"gpio_handle_flags", "GPIOHANDLE_REQUEST_???", handle_rows}, edges{"gpio_edges", "GPIOEVENT_REQUEST_???", edge_rows},
    second_flags{"gpio_flags", "GPIO_V2_LINE_FLAG_???", second_rows};

constexpr std::array chip_fields{name_of("name", 32), name_of("label", 32), Field{"lines", u32, kind::unsigned_64}};
constexpr StructLayout chip_layout = layout_of<chip_fields>("gpiochip_info");
constexpr std::array told_line_fields{Field{"line_offset", u32, kind::unsigned_64, 1, Form::hidden},
                                      Field{"flags", u32, kind::flags(line_flags)}, name_of("name", 32), name_of("consumer", 32)};
constexpr std::array asked_line_fields{Field{"line_offset", u32, kind::unsigned_64}, Field{"flags", u32, kind::hex, 1, Form::hidden},
                                       padding(u8, 64)};
constexpr StructLayout told_line_layout = layout_of<told_line_fields>("gpioline_info");
constexpr StructLayout asked_line_layout = answered_by(told_line_layout, layout_of<asked_line_fields>("gpioline_info"));
constexpr std::array offset_fields{Field{"offset", u32, kind::unsigned_64}};
constexpr StructLayout offset_layout = layout_of<offset_fields>("offset");

constexpr std::array values_fields{Field{"values", u8, kind::unsigned_64, 64, Form::numbers}};
constexpr StructLayout values_layout = layout_of<values_fields>("gpiohandle_data");
constexpr std::array setting_fields{Field{"flags", u32, kind::flags(handle_flags)},
                                    Field{"default_values", u8, kind::unsigned_64, 64, Form::numbers}, padding(u32, 4)};
constexpr StructLayout setting_layout = layout_of<setting_fields>("gpiohandle_config");
constexpr std::array event_fields{Field{"lineoffset", u32, kind::unsigned_64}, Field{"handleflags", u32, kind::flags(handle_flags)},
                                  Field{"eventflags", u32, kind::flags(edges)}, name_of("consumer_label", 32),
                                  Field{"fd", s32, kind::fd, 1, Form::hidden}};
constexpr std::array event_answer_fields{padding(u32, 11), Field{"fd", s32, kind::fd}};
constexpr StructLayout event_answer_layout = layout_of<event_answer_fields>("gpioevent_request");
constexpr StructLayout event_layout = answered_by(event_answer_layout, layout_of<event_fields>("gpioevent_request"));

constexpr std::array wanted_values_fields{Field{"bits", u64, kind::hex, 1, Form::hidden}, Field{"mask", u64, kind::hex}};
constexpr std::array told_values_fields{Field{"bits", u64, kind::hex}, Field{"mask", u64, kind::hex, 1, Form::hidden}};
constexpr std::array set_values_fields{Field{"bits", u64, kind::hex}, Field{"mask", u64, kind::hex}};
constexpr StructLayout told_values_layout = layout_of<told_values_fields>("gpio_v2_line_values");
constexpr StructLayout wanted_values_layout = answered_by(told_values_layout, layout_of<wanted_values_fields>("gpio_v2_line_values"));
constexpr StructLayout set_values_layout = layout_of<set_values_fields>("gpio_v2_line_values");

constexpr std::array handle_fields{counted("lines", Field{"lineoffsets", u32, kind::unsigned_64, 64, Form::numbers}),
                                   Field{"flags", u32, kind::flags(handle_flags)},
                                   counted("lines", Field{"default_values", u8, kind::unsigned_64, 64, Form::numbers}),
                                   name_of("consumer_label", 32),
                                   Field{"lines", u32, kind::unsigned_64},
                                   Field{"fd", s32, kind::fd}};
constexpr std::string_view handle_whole[] = {"lines", "lineoffsets", "flags", "default_values", "consumer_label"}, only_fd[] = {"fd"};
constexpr StructLayout handle_answer_layout = layout_of<handle_fields>("gpiohandle_request", StructShape::plain, View{only_fd, {}, {}});
constexpr StructLayout handle_layout =
    answered_by(handle_answer_layout, layout_of<handle_fields>("gpiohandle_request", StructShape::plain, View{handle_whole, {}, {}}));

// An attribute is its value, under the name of the member of the union that `id` means: 1 to 3, with no padding beside it.
constexpr When is_unknown = {Question{"head", ~std::uint64_t{3}, 0, true}, Question{"head", ~std::uint64_t{0}, 0}};
constexpr Field head{"head", u64, kind::hex, 1, Form::hidden};
constexpr Field known_as(std::uint64_t id, Field field) { return united(shown(when::is("head", id), field)); }
constexpr std::array attribute_fields{head,
                                      united(of_bits(0, 32, shown(is_unknown, Field{"id", u64, kind::unsigned_64}))),
                                      united(of_bits(32, 32, shown(when::is_set("padding"), Field{"padding", u64, kind::hex}))),
                                      shown(is_unknown, Field{"data", u64, kind::hex}),
                                      known_as(1, Field{"flags", u64, kind::flags(second_flags)}),
                                      known_as(2, Field{"values", u64, kind::hex}),
                                      known_as(3, Field{"debounce_period_us", u32, kind::unsigned_64})};
constexpr StructLayout attribute_layout = layout_of<attribute_fields>("gpio_v2_line_attribute");
// The same as a member of another structure, which has no braces then.
constexpr std::array only_flags_fields{head, Field{"", u64, kind::flags(second_flags)}};
constexpr std::array only_values_fields{head, Field{"", u64, kind::hex}};
constexpr std::array only_period_fields{head, Field{"", u32, kind::unsigned_64}};
constexpr StructLayout only_flags_layout = bare_layout<only_flags_fields>(), only_values_layout = bare_layout<only_values_fields>(),
                       only_period_layout = bare_layout<only_period_fields>();
constexpr std::array masked_fields{shown(is_unknown, Field{"attr", nested, kind::structure(attribute_layout)}),
                                   united(head),
                                   known_as(1, Field{"flags", nested, kind::structure(only_flags_layout)}),
                                   known_as(2, Field{"values", nested, kind::structure(only_values_layout)}),
                                   known_as(3, Field{"debounce_period_us", nested, kind::structure(only_period_layout)}),
                                   Field{"mask", u64, kind::hex}};
constexpr StructLayout masked_layout = layout_of<masked_fields>("gpio_v2_line_config_attribute");
constexpr std::array config_fields{
    Field{"flags", u64, kind::flags(second_flags)}, Field{"num_attrs", u32, kind::unsigned_64},
    shown(when::is_set("padding"), Field{"padding", u32, kind::hex, 5, Form::numbers}),
    shown(when::is_set("num_attrs"), counted("num_attrs", Field{"attrs", nested, kind::structure(masked_layout), 10, Form::elements}))};
constexpr StructLayout config_layout = layout_of<config_fields>("gpio_v2_line_config");
constexpr std::array lines_fields{counted("num_lines", Field{"offsets", u32, kind::unsigned_64, 64, Form::numbers}),
                                  name_of("consumer", 32),
                                  Field{"config", nested, kind::structure(config_layout)},
                                  Field{"num_lines", u32, kind::unsigned_64},
                                  shown(when::is_set("event_buffer_size"), Field{"event_buffer_size", u32, kind::unsigned_64}),
                                  shown(when::is_set("padding"), Field{"padding", u32, kind::hex, 5, Form::numbers}),
                                  Field{"fd", s32, kind::fd}};
constexpr std::string_view lines_whole[] = {"num_lines", "offsets", "consumer", "config", "event_buffer_size", "padding"};
constexpr StructLayout lines_answer_layout = layout_of<lines_fields>("gpio_v2_line_request", StructShape::plain, View{only_fd, {}, {}});
constexpr StructLayout lines_layout =
    answered_by(lines_answer_layout, layout_of<lines_fields>("gpio_v2_line_request", StructShape::plain, View{lines_whole, {}, {}}));
constexpr std::array line_info_fields{
    name_of("name", 32),
    name_of("consumer", 32),
    Field{"offset", u32, kind::unsigned_64},
    Field{"num_attrs", u32, kind::unsigned_64},
    Field{"flags", u64, kind::flags(second_flags)},
    shown(when::is_set("num_attrs"), counted("num_attrs", Field{"attrs", nested, kind::structure(attribute_layout), 10, Form::elements})),
    shown(when::is_set("padding"), Field{"padding", u32, kind::hex, 4, Form::numbers})};
constexpr std::string_view line_info_whole[] = {"name", "consumer", "flags", "num_attrs", "attrs", "padding"}, only_offset[] = {"offset"};
constexpr StructLayout line_info_answer_layout =
    layout_of<line_info_fields>("gpio_v2_line_info", StructShape::plain, View{line_info_whole, {}, {}});
constexpr StructLayout line_info_layout =
    answered_by(line_info_answer_layout, layout_of<line_info_fields>("gpio_v2_line_info", StructShape::plain, View{only_offset, {}, {}}));

constexpr NamedConstant component_rows[] = {{0, "COUNTER_COMPONENT_NONE"},           {1, "COUNTER_COMPONENT_SIGNAL"},
                                            {2, "COUNTER_COMPONENT_COUNT"},          {3, "COUNTER_COMPONENT_FUNCTION"},
                                            {4, "COUNTER_COMPONENT_SYNAPSE_ACTION"}, {5, "COUNTER_COMPONENT_EXTENSION"}};
constexpr NamedConstant scope_rows[] = {{0, "COUNTER_SCOPE_DEVICE"}, {1, "COUNTER_SCOPE_SIGNAL"}, {2, "COUNTER_SCOPE_COUNT"}};
constexpr NamedConstant watched_rows[] = {
    {0, "COUNTER_EVENT_OVERFLOW"},  {1, "COUNTER_EVENT_UNDERFLOW"}, {2, "COUNTER_EVENT_OVERFLOW_UNDERFLOW"},
    {3, "COUNTER_EVENT_THRESHOLD"}, {4, "COUNTER_EVENT_INDEX"},     {5, "COUNTER_EVENT_CHANGE_OF_STATE"},
    {6, "COUNTER_EVENT_CAPTURE"}};
constexpr ValueSet components{"counter_components", "COUNTER_COMPONENT_???", component_rows},
    scopes{"counter_scopes", "COUNTER_SCOPE_???", scope_rows}, watched{"counter_events", "COUNTER_EVENT_???", watched_rows};
constexpr std::array component_fields{Field{"type", u8, kind::value(components)}, Field{"scope", u8, kind::value(scopes)},
                                      Field{"parent", u8, kind::unsigned_64}, Field{"id", u8, kind::unsigned_64}};
constexpr StructLayout component_layout = layout_of<component_fields>("counter_component");
constexpr std::array watch_fields{Field{"component", nested, kind::structure(component_layout)}, Field{"event", u8, kind::value(watched)},
                                  Field{"channel", u8, kind::unsigned_64}};
constexpr StructLayout watch_layout = layout_of<watch_fields>("counter_watch");

constexpr IoctlArgument rows[] = {
    changes(kind::structure(handle_layout), "GPIO_GET_LINEHANDLE_IOCTL"),
    changes(kind::structure(lines_layout), "GPIO_V2_GET_LINE_IOCTL"),
    takes(kind::structure(config_layout), "GPIO_V2_LINE_SET_CONFIG_IOCTL"),
    changes(kind::structure(line_info_layout), "GPIO_V2_GET_LINEINFO_IOCTL GPIO_V2_GET_LINEINFO_WATCH_IOCTL"),
    answers(kind::structure(chip_layout), "GPIO_GET_CHIPINFO_IOCTL"),
    changes(kind::structure(asked_line_layout), "GPIO_GET_LINEINFO_IOCTL GPIO_GET_LINEINFO_WATCH_IOCTL"),
    takes(kind::structure(offset_layout), "GPIO_GET_LINEINFO_UNWATCH_IOCTL"),
    answers(kind::structure(values_layout), "GPIOHANDLE_GET_LINE_VALUES_IOCTL"),
    takes(kind::structure(values_layout), "GPIOHANDLE_SET_LINE_VALUES_IOCTL"),
    takes(kind::structure(setting_layout), "GPIOHANDLE_SET_CONFIG_IOCTL"),
    changes(kind::structure(event_layout), "GPIO_GET_LINEEVENT_IOCTL"),
    changes(kind::structure(wanted_values_layout), "GPIO_V2_LINE_GET_VALUES_IOCTL"),
    takes(kind::structure(set_values_layout), "GPIO_V2_LINE_SET_VALUES_IOCTL"),
    alone("COUNTER_ENABLE_EVENTS_IOCTL COUNTER_DISABLE_EVENTS_IOCTL"),
    // What stands behind these pointers is not shown.
    takes(kind::structure(watch_layout), "COUNTER_ADD_WATCH_IOCTL"),
};

}  // namespace

constinit const Rows line_rows = rows;

}  // namespace troupe::ioctls
