#include "core/tables/flags/video.hpp"
#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/values/video.hpp"

// Video devices (linux/videodev2.h).
namespace troupe::ioctls {

namespace {

constexpr Field type_field{"type", u32, kind::value(video_buffer_types)};
constexpr Kind type_element = kind::value(video_buffer_types), standard_element = kind::structure(u64_hex_layout);
constexpr Kind picture{.tag = Tag::fourcc, .value_set = &video_formats}, radio{.tag = Tag::fourcc, .value_set = &signal_formats},
    metadata{.tag = Tag::fourcc, .value_set = &metadata_formats};
constexpr std::string_view only_type[] = {"type"}, only_index[] = {"index"}, only_id[] = {"id"};

constexpr std::array capability_fields{name_of("driver", 16),
                                       name_of("card", 32),
                                       name_of("bus_info", 32),
                                       Field{"version", u32, kind::kernel_version},
                                       Field{"capabilities", u32, kind::flags(video_capabilities)},
                                       shown(when::is_set("device_caps"), Field{"device_caps", u32, kind::flags(video_capabilities)}),
                                       padding(u32, 3)};
constexpr StructLayout capability_layout = layout_of<capability_fields>("v4l2_capability");

constexpr std::string_view description_failed[] = {"index", "type"};
constexpr std::array description_fields{Field{"index", u32, kind::unsigned_64},
                                        type_field,
                                        Field{"flags", u32, kind::flags(video_format_flags)},
                                        name_of("description", 32),
                                        Field{"pixelformat", u32, picture},
                                        padding(u32, 4)};
constexpr StructLayout description_layout =
    layout_of<description_fields>("v4l2_fmtdesc", StructShape::plain, View{{}, {}, description_failed});

constexpr std::array request_fields{Field{"count", u32, kind::unsigned_64, 1, Form::becomes}, type_field,
                                    Field{"memory", u32, kind::value(video_memories)}, padding(u32, 2)};
constexpr std::string_view request_whole[] = {"type", "memory", "count"};
constexpr StructLayout request_layout = layout_of<request_fields>("v4l2_requestbuffers", StructShape::plain, View{request_whole, {}, {}});

constexpr std::array control_fields{Field{"id", u32, kind::value(video_controls)}, Field{"value", s32, kind::signed_64}};
constexpr std::array set_control_fields{Field{"id", u32, kind::value(video_controls)},
                                        Field{"value", s32, kind::signed_64, 1, Form::becomes}};
constexpr StructLayout control_layout = layout_of<control_fields>("v4l2_control", StructShape::plain, View{{}, {}, only_id}),
                       set_control_layout = layout_of<set_control_fields>("v4l2_control");

constexpr NamedConstant search_rows[] = {{0x80000000, "V4L2_CTRL_FLAG_NEXT_CTRL"}, {0x40000000, "V4L2_CTRL_FLAG_NEXT_COMPOUND"}};
constexpr FlagSet search_flags{"video_control_search", "V4L2_CTRL_FLAG_???", search_rows};
constexpr WordPart searched_parts[] = {{.mask = 0xc0000000, .flags = &search_flags, .if_set = true},
                                       {.mask = 0x3fffffff, .values = &video_controls}};
constexpr WordParts searched{.parts = searched_parts, .apart = true};
constexpr Kind searched_id{.tag = Tag::own_number, .parts = &searched, .own = Own::parts_or_number};
constexpr std::array question_fields{Field{"id", u32, searched_id},
                                     Field{"type", u32, kind::value(video_control_types)},
                                     name_of("name", 32),
                                     if_verbose(Field{"minimum", s32, kind::signed_64}),
                                     if_verbose(Field{"maximum", s32, kind::signed_64}),
                                     if_verbose(Field{"step", s32, kind::signed_64}),
                                     if_verbose(Field{"default_value", s32, kind::signed_64}),
                                     if_verbose(Field{"flags", u32, kind::flags(video_control_flags)}),
                                     if_verbose(shown(when::is_set("reserved"), Field{"reserved", u32, kind::hex, 2, Form::numbers}))};
constexpr std::array long_question_fields{
    Field{"id", u32, searched_id},
    Field{"type", u32, kind::value(video_control_types)},
    name_of("name", 32),
    if_verbose(Field{"minimum", s64, kind::signed_64}),
    if_verbose(Field{"maximum", s64, kind::signed_64}),
    if_verbose(Field{"step", u64, kind::unsigned_64}),
    if_verbose(Field{"default_value", s64, kind::signed_64}),
    if_verbose(Field{"flags", u32, kind::flags(video_control_flags)}),
    if_verbose(Field{"elem_size", u32, kind::unsigned_64}),
    if_verbose(Field{"elems", u32, kind::unsigned_64}),
    if_verbose(Field{"nr_of_dims", u32, kind::unsigned_64}),
    if_verbose(counted("nr_of_dims", Field{"dims", u32, kind::unsigned_64, 4, Form::numbers})),
    if_verbose(shown(when::is_set("reserved"), Field{"reserved", u32, kind::hex, 32, Form::numbers}))};
constexpr StructLayout question_layout = layout_of<question_fields>("v4l2_queryctrl", StructShape::plain, View{{}, {}, only_id}),
                       long_question_layout =
                           layout_of<long_question_fields>("v4l2_query_ext_ctrl", StructShape::plain, View{{}, {}, only_id});

constexpr std::array box_fields{Field{"left", s32, kind::signed_64}, Field{"top", s32, kind::signed_64},
                                Field{"width", u32, kind::unsigned_64}, Field{"height", u32, kind::unsigned_64}};
constexpr StructLayout box_layout = layout_of<box_fields>("v4l2_rect");
constexpr std::array ratio_fields{Field{"numerator", u32, kind::unsigned_64}, Field{"denominator", u32, kind::unsigned_64}};
constexpr StructLayout ratio_layout = layout_of<ratio_fields>("v4l2_fract");
constexpr std::array crop_fields{type_field, Field{"c", nested, kind::structure(box_layout)}};
constexpr std::array crops_fields{type_field, Field{"bounds", nested, kind::structure(box_layout)},
                                  Field{"defrect", nested, kind::structure(box_layout)},
                                  Field{"pixelaspect", nested, kind::structure(ratio_layout), 1, Form::fraction}};
constexpr StructLayout crop_layout = layout_of<crop_fields>("v4l2_crop", StructShape::plain, View{{}, {}, only_type}),
                       crops_layout = layout_of<crops_fields>("v4l2_cropcap", StructShape::plain, View{{}, {}, only_type});

constexpr std::array input_fields{Field{"index", u32, kind::unsigned_64},
                                  name_of("name", 32),
                                  Field{"type", u32, kind::value(video_input_types)},
                                  padding(u32, 2),
                                  Field{"std", u64, kind::hex, 1, Form::hidden},
                                  Field{"rest", u32, kind::hex, 5, Form::hidden}};
constexpr StructLayout input_layout = layout_of<input_fields>("v4l2_input", StructShape::plain, View{{}, {}, only_index});
constexpr std::array standard_fields{Field{"index", u32, kind::unsigned_64},
                                     Field{"id", u64, kind::hex, 1, Form::hidden},
                                     name_of("name", 24),
                                     Field{"frameperiod", nested, kind::structure(ratio_layout), 1, Form::fraction},
                                     Field{"framelines", u32, kind::unsigned_64},
                                     padding(u32, 4)};
constexpr StructLayout standard_layout = layout_of<standard_fields>("v4l2_standard", StructShape::plain, View{{}, {}, only_index});

constexpr std::array tuner_fields{Field{"index", u32, kind::unsigned_64},
                                  name_of("name", 32),
                                  Field{"type", u32, kind::value(video_tuner_types)},
                                  Field{"capability", u32, kind::flags(video_tuner_capabilities)},
                                  Field{"rangelow", u32, kind::unsigned_64},
                                  Field{"rangehigh", u32, kind::unsigned_64},
                                  Field{"rxsubchans", u32, kind::flags(video_tuner_channels)},
                                  Field{"audmode", u32, kind::value(video_tuner_modes)},
                                  Field{"signal", s32, kind::signed_64},
                                  Field{"afc", s32, kind::signed_64},
                                  padding(u32, 4)};
constexpr std::string_view tuner_answer[] = {"name",       "type",    "capability", "rangelow", "rangehigh",
                                             "rxsubchans", "audmode", "signal",     "afc"};
constexpr StructLayout tuner_layout = layout_of<tuner_fields>("v4l2_tuner", StructShape::plain, View{{}, {}, only_index});
constexpr StructLayout tuner_answer_layout = layout_of<tuner_fields>("v4l2_tuner", StructShape::plain, View{tuner_answer, {}, {}});
constexpr StructLayout set_tuner_layout = answered_by(tuner_answer_layout, layout_of<tuner_fields>("v4l2_tuner"));

constexpr std::array frame_buffer_fields{Field{"capability", u32, kind::hex}, Field{"flags", u32, kind::hex},
                                         Field{"base", pointer, kind::pointer}, padding(u32, 7)};
constexpr StructLayout frame_buffer_layout = layout_of<frame_buffer_fields>("v4l2_framebuffer");

constexpr std::array step_fields{Field{"min_width", u32, kind::unsigned_64},  Field{"max_width", u32, kind::unsigned_64},
                                 Field{"step_width", u32, kind::unsigned_64}, Field{"min_height", u32, kind::unsigned_64},
                                 Field{"max_height", u32, kind::unsigned_64}, Field{"step_height", u32, kind::unsigned_64}};
constexpr StructLayout step_layout = layout_of<step_fields>("v4l2_frmsize_stepwise");
constexpr std::array size_pair_fields{Field{"width", u32, kind::unsigned_64}, Field{"height", u32, kind::unsigned_64}};
constexpr StructLayout size_pair_layout = layout_of<size_pair_fields>("v4l2_frmsize_discrete");
constexpr std::string_view size_failed[] = {"index", "pixel_format"};
constexpr std::array size_fields{Field{"index", u32, kind::unsigned_64},
                                 Field{"pixel_format", u32, picture},
                                 Field{"type", u32, kind::value(video_size_types)},
                                 shown(when::is("type", 1), Field{"discrete", nested, kind::structure(size_pair_layout), 1, Form::behind}),
                                 shown(when::is("type", 3), Field{"stepwise", nested, kind::structure(step_layout)}),
                                 padding(u32, 2)};
constexpr StructLayout size_layout = layout_of<size_fields>("v4l2_frmsizeenum", StructShape::plain, View{{}, {}, size_failed});

constexpr std::array fraction_fields{Field{"", nested, kind::structure(ratio_layout), 1, Form::fraction}};
constexpr StructLayout fraction_layout = bare_layout<fraction_fields>();
constexpr std::array steps_fields{Field{"min", nested, kind::structure(ratio_layout), 1, Form::fraction},
                                  Field{"max", nested, kind::structure(ratio_layout), 1, Form::fraction},
                                  Field{"step", nested, kind::structure(ratio_layout), 1, Form::fraction}};
constexpr StructLayout steps_layout = layout_of<steps_fields>("v4l2_frmival_stepwise");
constexpr std::string_view interval_failed[] = {"index", "pixel_format", "width", "height"};
constexpr std::array interval_fields{
    Field{"index", u32, kind::unsigned_64},
    Field{"pixel_format", u32, picture},
    Field{"width", u32, kind::unsigned_64},
    Field{"height", u32, kind::unsigned_64},
    Field{"type", u32, kind::value(video_interval_types)},
    shown(when::is("type", 1), Field{"discrete", nested, kind::structure(fraction_layout), 1, Form::behind}),
    shown(when::either(when::is("type", 2), when::is("type", 3)), Field{"stepwise", nested, kind::structure(steps_layout)}),
    padding(u32, 2)};
constexpr StructLayout interval_layout = layout_of<interval_fields>("v4l2_frmivalenum", StructShape::plain, View{{}, {}, interval_failed});

constexpr std::array picture_fields{Field{"width", u32, kind::unsigned_64},
                                    Field{"height", u32, kind::unsigned_64},
                                    Field{"pixelformat", u32, picture},
                                    Field{"field", u32, kind::value(video_fields)},
                                    Field{"bytesperline", u32, kind::unsigned_64},
                                    Field{"sizeimage", u32, kind::unsigned_64},
                                    Field{"colorspace", u32, kind::value(video_colorspaces)}};
constexpr std::array plane_fields{Field{"sizeimage", u32, kind::unsigned_64}, Field{"bytesperline", u32, kind::unsigned_64},
                                  padding(u16, 6)};
constexpr StructLayout picture_layout = layout_of<picture_fields>("v4l2_pix_format"),
                       plane_layout = layout_of<plane_fields>("v4l2_plane_pix_format");
constexpr std::array planes_fields{Field{"width", u32, kind::unsigned_64},
                                   Field{"height", u32, kind::unsigned_64},
                                   Field{"pixelformat", u32, picture},
                                   Field{"field", u32, kind::value(video_fields)},
                                   Field{"colorspace", u32, kind::value(video_colorspaces)},
                                   counted("num_planes", Field{"plane_fmt", nested, kind::structure(plane_layout), 8, Form::elements}),
                                   Field{"num_planes", u8, kind::unsigned_64}};
constexpr std::array clip_fields{Field{"c", nested, kind::structure(box_layout)}, Field{"next", pointer, kind::pointer, 1, Form::hidden}};
constexpr StructLayout clip_layout = layout_of<clip_fields>("v4l2_clip");
constexpr Kind clip_element = kind::structure(clip_layout);
constexpr std::array window_fields{Field{"w", nested, kind::structure(box_layout)},
                                   Field{"field", u32, kind::value(video_fields)},
                                   Field{"chromakey", u32, kind::hex},
                                   Field{"clips", pointer, kind::array(clip_element, length::sibling("clipcount"))},
                                   Field{"clipcount", u32, kind::unsigned_64},
                                   Field{"bitmap", pointer, kind::pointer},
                                   shown(when::is_set("global_alpha"), Field{"global_alpha", u8, kind::hex})};
constexpr std::array blanking_fields{Field{"sampling_rate", u32, kind::unsigned_64},
                                     Field{"offset", u32, kind::unsigned_64},
                                     Field{"samples_per_line", u32, kind::unsigned_64},
                                     Field{"sample_format", u32, picture},
                                     Field{"start", s32, kind::signed_64, 2, Form::all_numbers},
                                     Field{"count", u32, kind::unsigned_64, 2, Form::all_numbers},
                                     Field{"flags", u32, kind::flags(video_blanking_flags)}};
constexpr NamedConstant service_rows[] = {
    {1, "V4L2_SLICED_TELETEXT_B"}, {0x400, "V4L2_SLICED_VPS"}, {0x1000, "V4L2_SLICED_CAPTION_525"}, {0x4000, "V4L2_SLICED_WSS_625"}};
constexpr FlagSet services{"video_services", "V4L2_SLICED_???", service_rows};
constexpr std::array service_line_fields{Field{"", u16, kind::hex, 24, Form::all_numbers}};
constexpr StructLayout service_line_layout = bare_layout<service_line_fields>();
constexpr std::array sliced_fields{Field{"service_set", u16, kind::flags(services)},
                                   Field{"service_lines", nested, kind::structure(service_line_layout), 2, Form::all_elements},
                                   Field{"io_size", u32, kind::unsigned_64}};
constexpr std::array radio_fields{Field{"pixelformat", u32, radio}, Field{"buffersize", u32, kind::unsigned_64}};
constexpr std::array metadata_fields{Field{"dataformat", u32, metadata}, Field{"buffersize", u32, kind::unsigned_64}};
constexpr StructLayout planes_layout = layout_of<planes_fields>("v4l2_pix_format_mplane"),
                       window_layout = layout_of<window_fields>("v4l2_window"),
                       blanking_layout = layout_of<blanking_fields>("v4l2_vbi_format"),
                       sliced_layout = layout_of<sliced_fields>("v4l2_sliced_vbi_format"),
                       radio_layout = layout_of<radio_fields>("v4l2_sdr_format"),
                       metadata_layout = layout_of<metadata_fields>("v4l2_meta_format");

/// Members of a union begin at the same place: none of them takes any room.
constexpr Field member(const When& when, std::string_view name, const StructLayout& layout) {
    return shown(when, Field{name, nested, kind::structure(layout), 1, Form::behind});
}
constexpr When of_type(std::uint64_t one, std::uint64_t other) { return when::either(when::is("type", one), when::is("type", other)); }
constexpr std::array format_fields{type_field,
                                   Field{"union", pointer, kind::hex, 0, Form::hidden},
                                   member(of_type(1, 2), "fmt.pix", picture_layout),
                                   member(of_type(3, 8), "fmt.win", window_layout),
                                   member(of_type(4, 5), "fmt.vbi", blanking_layout),
                                   member(of_type(6, 7), "fmt.sliced", sliced_layout),
                                   member(of_type(9, 10), "fmt.pix_mp", planes_layout),
                                   member(of_type(11, 12), "fmt.sdr", radio_layout),
                                   member(of_type(13, 14), "fmt.meta", metadata_layout),
                                   padding(u8, 200)};
constexpr std::string_view format_answer[] = {"fmt.pix", "fmt.win", "fmt.vbi", "fmt.sliced", "fmt.pix_mp", "fmt.sdr", "fmt.meta"};
constexpr StructLayout format_layout = layout_of<format_fields>("v4l2_format", StructShape::plain, View{{}, {}, only_type}),
                       format_answer_layout = layout_of<format_fields>("v4l2_format", StructShape::plain, View{format_answer, {}, {}});
constexpr StructLayout set_format_layout = answered_by(format_answer_layout, layout_of<format_fields>("v4l2_format"));

constexpr NamedConstant streaming_rows[] = {{0x1000, "V4L2_CAP_TIMEPERFRAME"}}, quality_rows[] = {{1, "V4L2_MODE_HIGHQUALITY"}};
constexpr FlagSet streamings{"video_streaming", "V4L2_CAP_???", streaming_rows}, qualities{"video_quality", "V4L2_MODE_???", quality_rows};
constexpr std::array capture_fields{Field{"capability", u32, kind::flags(streamings)}, Field{"capturemode", u32, kind::flags(qualities)},
                                    Field{"timeperframe", nested, kind::structure(ratio_layout), 1, Form::fraction},
                                    Field{"extendedmode", u32, kind::hex}, Field{"readbuffers", u32, kind::unsigned_64}};
constexpr std::array output_fields{Field{"capability", u32, kind::flags(streamings)}, Field{"outputmode", u32, kind::flags(qualities)},
                                   Field{"timeperframe", nested, kind::structure(ratio_layout), 1, Form::fraction},
                                   Field{"extendedmode", u32, kind::hex}, Field{"writebuffers", u32, kind::unsigned_64}};
constexpr StructLayout capture_layout = layout_of<capture_fields>("v4l2_captureparm"),
                       output_layout = layout_of<output_fields>("v4l2_outputparm");
constexpr std::array parameter_fields{type_field, member(when::is("type", 1), "parm.capture", capture_layout),
                                      member(when::is("type", 2), "parm.output", output_layout), padding(u8, 200)};
constexpr std::string_view parameter_answer[] = {"parm.capture", "parm.output"};
constexpr StructLayout parameter_layout = layout_of<parameter_fields>("v4l2_streamparm", StructShape::plain, View{{}, {}, only_type}),
                       parameter_answer_layout =
                           layout_of<parameter_fields>("v4l2_streamparm", StructShape::plain, View{parameter_answer, {}, {}});
constexpr StructLayout set_parameter_layout = answered_by(parameter_answer_layout, layout_of<parameter_fields>("v4l2_streamparm"));

constexpr NamedConstant stamp_rows[] = {
    {0, "V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN"}, {0x2000, "V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC"}, {0x4000, "V4L2_BUF_FLAG_TIMESTAMP_COPY"}};
constexpr NamedConstant source_rows[] = {{0, "V4L2_BUF_FLAG_TSTAMP_SRC_EOF"}, {0x10000, "V4L2_BUF_FLAG_TSTAMP_SRC_SOE"}};
constexpr ValueSet stamps{"video_time_stamps", "V4L2_BUF_FLAG_TIMESTAMP_???", stamp_rows},
    sources{"video_stamp_sources", "V4L2_BUF_FLAG_TSTAMP_SRC_???", source_rows};
constexpr WordPart buffer_parts[] = {{.mask = 0xfff81fff, .flags = &video_buffer_flags, .if_set = true},
                                     {.mask = 0xe000, .values = &stamps},
                                     {.mask = 0x70000, .values = &sources}};
constexpr WordParts buffer_word{.parts = buffer_parts, .apart = true};
constexpr Kind buffer_flags{.tag = Tag::own_number, .parts = &buffer_word, .own = Own::parts_or_number};
constexpr std::array stamp_fields{Field{"tv_sec", slong, kind::signed_64}, Field{"tv_usec", ulong_, kind::unsigned_64}};
// The names that i386 has are those of requests with times of 64 bits.
constexpr std::array wide_stamp_fields{Field{"tv_sec", s64, kind::signed_64}, Field{"tv_usec", u64, kind::unsigned_64}};
constexpr StructLayout stamp_layout = layout_of_two<stamp_fields, wide_stamp_fields>("timeval");
constexpr std::array offset_fields{Field{"", u32, kind::hex}};
constexpr std::array user_fields{Field{"", pointer, kind::pointer}};
constexpr StructLayout offset_layout = bare_layout<offset_fields>(), user_layout = bare_layout<user_fields>();
constexpr std::array buffer_fields{Field{"index", u32, kind::unsigned_64},
                                   type_field,
                                   Field{"bytesused", u32, kind::unsigned_64},
                                   Field{"flags", u32, buffer_flags},
                                   Field{"field", u32, kind::hex, 1, Form::hidden},
                                   Field{"timestamp", nested, kind::structure(stamp_layout)},
                                   Field{"timecode", u32, kind::hex, 4, Form::hidden},
                                   Field{"sequence", u32, kind::hex, 1, Form::hidden},
                                   Field{"memory", u32, kind::value(video_memories)},
                                   Field{"union", pointer, kind::hex, 0, Form::hidden},
                                   member(when::is("memory", 1), "m.offset", offset_layout),
                                   member(when::is("memory", 2), "m.userptr", user_layout),
                                   Field{"m", pointer, kind::hex, 1, Form::hidden},
                                   Field{"length", u32, kind::unsigned_64},
                                   padding(u32, 2)};
constexpr std::string_view buffer_brief[] = {"type", "index", "memory", "m.offset", "m.userptr", "length", "bytesused", "flags"},
                           got_brief[] = {"type", "index", "memory", "m.offset", "m.userptr", "length", "bytesused", "flags", "timestamp"},
                           buffer_failed[] = {"type", "index"};
constexpr StructLayout buffer_layout =
                           layout_of<buffer_fields>("v4l2_buffer", StructShape::plain, View{buffer_brief, buffer_brief, buffer_failed}),
                       got_buffer_layout =
                           layout_of<buffer_fields>("v4l2_buffer", StructShape::plain, View{got_brief, got_brief, only_type});

// The value is in a union with the address of a string, where the size says that there is one.
constexpr std::array one_control_fields{Field{"id", u32, kind::value(video_controls)},
                                        Field{"size", u32, kind::unsigned_64},
                                        padding(u32),
                                        shown(when::is_set("size"), Field{"string", u64, kind::bytes(length::sibling("size"))}),
                                        shown(when::is("size", 0), united(Field{"value", s32, kind::signed_64})),
                                        shown(when::is("size", 0), united(Field{"value64", s64, kind::signed_64}))};
constexpr StructLayout one_control_layout = layout_of<one_control_fields, true>("v4l2_ext_control");
constexpr Kind control_element = kind::structure(one_control_layout);
constexpr std::array controls_fields{
    Field{"ctrl_class", u32, kind::value(video_control_classes)},
    Field{"count", u32, kind::unsigned_64},
    shown(when::is_set("count"), Field{"error_idx", u32, kind::unsigned_64}),
    Field{"request_fd", s32, kind::hex, 1, Form::hidden},
    padding(u32),
    shown(when::is_set("count"), Field{"controls", pointer, kind::array(control_element, length::sibling("count"))})};
constexpr std::string_view controls_whole[] = {"ctrl_class", "count", "controls"},
                           controls_failed[] = {"ctrl_class", "count", "controls", "error_idx"};
constexpr StructLayout controls_layout =
    layout_of<controls_fields>("v4l2_ext_controls", StructShape::plain, View{controls_whole, {}, controls_failed});

constexpr std::array creation_fields{Field{"index", u32, kind::unsigned_64, 1, Form::hidden}, Field{"count", u32, kind::unsigned_64},
                                     Field{"memory", u32, kind::value(video_memories)},
                                     Field{"format", nested, kind::structure(set_format_layout)}, padding(u32, 8)};
constexpr std::array created_fields{Field{"index", u32, kind::unsigned_64}, Field{"count", u32, kind::unsigned_64}};
constexpr StructLayout creation_layout = layout_of<creation_fields>("v4l2_create_buffers"),
                       created_layout = layout_of<created_fields>("v4l2_create_buffers");

constexpr IoctlArgument rows[] = {
    fills(kind::structure(format_layout), "VIDIOC_G_FMT"),
    changes(kind::structure(set_format_layout), "VIDIOC_S_FMT VIDIOC_TRY_FMT"),
    fills(kind::structure(parameter_layout), "VIDIOC_G_PARM"),
    changes(kind::structure(set_parameter_layout), "VIDIOC_S_PARM"),
    fills(kind::structure(interval_layout), "VIDIOC_ENUM_FRAMEINTERVALS"),
    fills(kind::structure(buffer_layout), "VIDIOC_QUERYBUF VIDIOC_QBUF"),
    fills(kind::structure(got_buffer_layout), "VIDIOC_DQBUF"),
    answers(kind::structure(capability_layout), "VIDIOC_QUERYCAP"),
    fills(kind::structure(description_layout), "VIDIOC_ENUM_FMT"),
    fills(kind::structure(request_layout), "VIDIOC_REQBUFS"),
    fills(kind::structure(control_layout), "VIDIOC_G_CTRL"),
    fills(kind::structure(set_control_layout), "VIDIOC_S_CTRL"),
    fills(kind::structure(question_layout), "VIDIOC_QUERYCTRL"),
    fills(kind::structure(long_question_layout), "VIDIOC_QUERY_EXT_CTRL"),
    fills(kind::structure(crop_layout), "VIDIOC_G_CROP"),
    takes(kind::structure(crop_layout), "VIDIOC_S_CROP"),
    fills(kind::structure(crops_layout), "VIDIOC_CROPCAP"),
    fills(kind::structure(input_layout), "VIDIOC_ENUMINPUT"),
    fills(kind::structure(standard_layout), "VIDIOC_ENUMSTD"),
    fills(kind::structure(tuner_layout), "VIDIOC_G_TUNER"),
    changes(kind::structure(set_tuner_layout), "VIDIOC_S_TUNER"),
    fills(kind::structure(size_layout), "VIDIOC_ENUM_FRAMESIZES"),
    answers(kind::structure(frame_buffer_layout), "VIDIOC_G_FBUF"),
    takes(kind::structure(frame_buffer_layout), "VIDIOC_S_FBUF"),
    takes(kind::pointed(type_element), "VIDIOC_STREAMON VIDIOC_STREAMOFF"),
    answers(kind::pointed(standard_element), "VIDIOC_G_STD"),
    takes(kind::pointed(standard_element), "VIDIOC_S_STD"),
    answers(pointed_unsigned, "VIDIOC_G_INPUT"),
    takes(pointed_unsigned, "VIDIOC_S_INPUT"),
    fills(kind::structure(controls_layout), "VIDIOC_G_EXT_CTRLS"),
    changes(kind::own_memory(Own::set_controls, controls_layout), "VIDIOC_S_EXT_CTRLS VIDIOC_TRY_EXT_CTRLS"),
    told_in_result(created_layout, takes(kind::structure(creation_layout), "VIDIOC_CREATE_BUFS")),
};

}  // namespace

constinit const Rows video_rows = rows;

}  // namespace troupe::ioctls
