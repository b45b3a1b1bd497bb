/* Requests of video devices. */
#define _GNU_SOURCE
#include <linux/videodev2.h>

#include "ioctls.h"

static void tell_inputs(void) {
    const struct v4l2_capability about = {"driver",           "card", "bus", 0x60100, V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING,
                                          V4L2_CAP_READWRITE, {0}};
    const struct v4l2_input input = {.index = 1, .name = "name", .type = V4L2_INPUT_TYPE_CAMERA, .std = V4L2_STD_PAL_B};
    const struct v4l2_standard standard = {1, V4L2_STD_NTSC_M, "name", {1, 25}, 5, {0}};
    const struct v4l2_tuner tuner = {.index = 1,
                                     .name = "name",
                                     .type = V4L2_TUNER_RADIO,
                                     .capability = V4L2_TUNER_CAP_LOW,
                                     .rangelow = 2,
                                     .rangehigh = 3,
                                     .rxsubchans = V4L2_TUNER_SUB_MONO,
                                     .audmode = V4L2_TUNER_MODE_STEREO,
                                     .signal = 4,
                                     .afc = 5};
    const int number = 7;
    const v4l2_std_id id = V4L2_STD_PAL_B;
    TELL_FILLED(VIDIOC_QUERYCAP, about,
                "{driver=\"driver\", card=\"card\", bus_info=\"bus\", version=<0x60100:KERNEL_VERSION(6, 1, 0)>, "
                "capabilities=<0x4000001:V4L2_CAP_VIDEO_CAPTURE|V4L2_CAP_STREAMING>, device_caps=<0x1000000:V4L2_CAP_READWRITE>}");
    TELL_OBJECT(VIDIOC_ENUMINPUT, input, "{index=1}", "{index=1, name=\"name\", type=<0x2:V4L2_INPUT_TYPE_CAMERA>}");
    TELL_FILLED(VIDIOC_G_INPUT, number, "[7]");
    TELL_OBJECT(VIDIOC_S_INPUT, number, "[7]", "[7]");
    TELL_OBJECT(VIDIOC_ENUMSTD, standard, "{index=1}", "{index=1, name=\"name\", frameperiod=1/25, framelines=5}");
    TELL_FILLED_AND_TAKEN(VIDIOC_G_STD, VIDIOC_S_STD, id, "[0x1]");
    TELL_OBJECT(VIDIOC_G_TUNER, tuner, "{index=1}",
                "{index=1, name=\"name\", type=<0x1:V4L2_TUNER_RADIO>, capability=<0x1:V4L2_TUNER_CAP_LOW>, rangelow=2, rangehigh=3, "
                "rxsubchans=<0x1:V4L2_TUNER_SUB_MONO>, audmode=<0x1:V4L2_TUNER_MODE_STEREO>, signal=4, afc=5}");
    TELL_OBJECT(VIDIOC_S_TUNER, tuner,
                "{index=1, name=\"name\", type=<0x1:V4L2_TUNER_RADIO>, capability=<0x1:V4L2_TUNER_CAP_LOW>, rangelow=2, rangehigh=3, "
                "rxsubchans=<0x1:V4L2_TUNER_SUB_MONO>, audmode=<0x1:V4L2_TUNER_MODE_STEREO>, signal=4, afc=5}",
                "{index=1, name=\"name\", type=<0x1:V4L2_TUNER_RADIO>, capability=<0x1:V4L2_TUNER_CAP_LOW>, rangelow=2, rangehigh=3, "
                "rxsubchans=<0x1:V4L2_TUNER_SUB_MONO>, audmode=<0x1:V4L2_TUNER_MODE_STEREO>, signal=4, afc=5} => {name=\"name\", "
                "type=<0x1:V4L2_TUNER_RADIO>, capability=<0x1:V4L2_TUNER_CAP_LOW>, rangelow=2, rangehigh=3, "
                "rxsubchans=<0x1:V4L2_TUNER_SUB_MONO>, audmode=<0x1:V4L2_TUNER_MODE_STEREO>, signal=4, afc=5}");
}

static void tell_formats(void) {
    const struct v4l2_fmtdesc description = {1, V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_FMT_FLAG_COMPRESSED, "name", V4L2_PIX_FMT_YUYV, 0, {0}};
    const struct v4l2_format format = {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
                                       .fmt.pix = {1, 2, V4L2_PIX_FMT_MJPEG, V4L2_FIELD_NONE, 5, 6, V4L2_COLORSPACE_SRGB, 0, 0, {0}, 0, 0}};
    const struct v4l2_format windowed = {.type = V4L2_BUF_TYPE_VBI_CAPTURE,
                                         .fmt.vbi = {1, 2, 3, V4L2_PIX_FMT_GREY, {5, 6}, {7, 8}, V4L2_VBI_UNSYNC, {0}}};
    const struct v4l2_format unknown = {.type = 99};
    const struct v4l2_frmsizeenum size = {1, V4L2_PIX_FMT_YUYV, V4L2_FRMSIZE_TYPE_DISCRETE, {.discrete = {4, 5}}, {0}};
    const struct v4l2_frmivalenum interval = {1, V4L2_PIX_FMT_YUYV, 3, 4, V4L2_FRMIVAL_TYPE_DISCRETE, {.discrete = {1, 25}}, {0}};
    TELL_OBJECT(VIDIOC_ENUM_FMT, description, "{index=1, type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
                "{index=1, type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, flags=<0x1:V4L2_FMT_FLAG_COMPRESSED>, description=\"name\", "
                "pixelformat=<0x56595559!v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */>}");
    TELL_OBJECT(
        VIDIOC_G_FMT, format, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
        "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, fmt.pix={width=1, height=2, pixelformat=<0x47504a4d!v4l2_fourcc('M', 'J', 'P', 'G') /* "
        "V4L2_PIX_FMT_MJPEG */>, field=<0x1:V4L2_FIELD_NONE>, bytesperline=5, sizeimage=6, colorspace=<0x8:V4L2_COLORSPACE_SRGB>}}");
    TELL_OBJECT(
        VIDIOC_S_FMT, format,
        "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, fmt.pix={width=1, height=2, pixelformat=<0x47504a4d!v4l2_fourcc('M', 'J', 'P', 'G') /* "
        "V4L2_PIX_FMT_MJPEG */>, field=<0x1:V4L2_FIELD_NONE>, bytesperline=5, sizeimage=6, colorspace=<0x8:V4L2_COLORSPACE_SRGB>}}",
        "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, fmt.pix={width=1, height=2, pixelformat=<0x47504a4d!v4l2_fourcc('M', 'J', 'P', 'G') /* "
        "V4L2_PIX_FMT_MJPEG */>, field=<0x1:V4L2_FIELD_NONE>, bytesperline=5, sizeimage=6, colorspace=<0x8:V4L2_COLORSPACE_SRGB>}} => "
        "{fmt.pix={width=1, height=2, pixelformat=<0x47504a4d!v4l2_fourcc('M', 'J', 'P', 'G') /* V4L2_PIX_FMT_MJPEG */>, "
        "field=<0x1:V4L2_FIELD_NONE>, bytesperline=5, sizeimage=6, colorspace=<0x8:V4L2_COLORSPACE_SRGB>}}");
    TELL_OBJECT(VIDIOC_TRY_FMT, windowed,
                "{type=<0x4:V4L2_BUF_TYPE_VBI_CAPTURE>, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, "
                "sample_format=<0x59455247!v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */>, start=[5, 6], count=[7, 8], "
                "flags=<0x1:V4L2_VBI_UNSYNC>}}",
                "{type=<0x4:V4L2_BUF_TYPE_VBI_CAPTURE>, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, "
                "sample_format=<0x59455247!v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */>, start=[5, 6], count=[7, 8], "
                "flags=<0x1:V4L2_VBI_UNSYNC>}} => {fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, "
                "sample_format=<0x59455247!v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */>, start=[5, 6], count=[7, 8], "
                "flags=<0x1:V4L2_VBI_UNSYNC>}}");
    TELL_OBJECT(VIDIOC_S_FMT, unknown, "{type=<0x63:?V4L2_BUF_TYPE>}", "{type=<0x63:?V4L2_BUF_TYPE>}");
    TELL_OBJECT(VIDIOC_ENUM_FRAMESIZES, size,
                "{index=1, pixel_format=<0x56595559!v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */>}",
                "{index=1, pixel_format=<0x56595559!v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */>, "
                "type=<0x1:V4L2_FRMSIZE_TYPE_DISCRETE>, discrete={width=4, height=5}}");
    TELL_OBJECT(VIDIOC_ENUM_FRAMEINTERVALS, interval,
                "{index=1, pixel_format=<0x56595559!v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */>, width=3, height=4}",
                "{index=1, pixel_format=<0x56595559!v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */>, width=3, height=4, "
                "type=<0x1:V4L2_FRMIVAL_TYPE_DISCRETE>, discrete=1/25}");
}

static void tell_full_buffers(void) {
    const struct v4l2_buffer buffer = {.index = 1,
                                       .type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
                                       .bytesused = 3,
                                       .flags = V4L2_BUF_FLAG_MAPPED,
                                       .memory = V4L2_MEMORY_MMAP,
                                       .m.offset = 0x1000,
                                       .length = 5};
    if (sizeof(word) == 4) {
        TELL_UNDECODED_AS(VIDIOC_QUERYBUF, "VIDIOC_QUERYBUF_TIME32");
        TELL_UNDECODED_AS(VIDIOC_QBUF, "VIDIOC_QBUF_TIME32");
        TELL_UNDECODED_AS(VIDIOC_DQBUF, "VIDIOC_DQBUF_TIME32");
        return;
    }
    /* Parts that are 0 have names. */
    const char* flags =
        style == in_numbers ? "0x1" : "<0x1:V4L2_BUF_FLAG_MAPPED>|<0:V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN>|<0:V4L2_BUF_FLAG_TSTAMP_SRC_EOF>";
    TELL_OBJECT(VIDIOC_QUERYBUF, buffer, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, index=1}",
                text("{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, index=1, memory=<0x1:V4L2_MEMORY_MMAP>, m.offset=0x1000, length=5, "
                     "bytesused=3, flags=%s, ...}",
                     flags));
    TELL_OBJECT(VIDIOC_QBUF, buffer, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, index=1}",
                text("{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, index=1, memory=<0x1:V4L2_MEMORY_MMAP>, m.offset=0x1000, length=5, "
                     "bytesused=3, flags=%s, ...}",
                     flags));
    TELL_OBJECT(VIDIOC_DQBUF, buffer, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
                text("{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, index=1, memory=<0x1:V4L2_MEMORY_MMAP>, m.offset=0x1000, length=5, "
                     "bytesused=3, flags=%s, timestamp={tv_sec=0, tv_usec=0}, ...}",
                     flags));
}

static void tell_buffers(void) {
    const struct v4l2_requestbuffers request = {4, V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_MEMORY_MMAP, 0, 0, {0}};
    const struct v4l2_create_buffers made = {1, 2, V4L2_MEMORY_MMAP, {.type = V4L2_BUF_TYPE_VIDEO_CAPTURE}, 0, 0, {0}};
    const int type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
    TELL_OBJECT(VIDIOC_REQBUFS, request, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, memory=<0x1:V4L2_MEMORY_MMAP>, count=4}",
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, memory=<0x1:V4L2_MEMORY_MMAP>, count=4 => 4}");
    const void* at = PUT(1, made);
    const char* name = NAMED(VIDIOC_CREATE_BUFS);
    const char* shown = styled(
        "{count=2, memory=<0x1:V4L2_MEMORY_MMAP>, format={type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, fmt.pix={width=0, height=0, "
        "pixelformat=<0!v4l2_fourcc('\\x00', '\\x00', '\\x00', '\\x00')>, field=<0:V4L2_FIELD_ANY>, bytesperline=0, sizeimage=0, "
        "colorspace=<0:V4L2_COLORSPACE_DEFAULT>}}}");
    TELL(syscall(SYS_ioctl, -1, VIDIOC_CREATE_BUFS, at), "ioctl(-1, %s, %s)", name, shown);
    TELL_AS(syscall(SYS_ioctl, -1, VIDIOC_CREATE_BUFS, at), "ioctl(-1, %s, %s) = 0 ({index=1, count=2}) (INJECTED)", name, shown);
    TELL_UNDECODED(VIDIOC_EXPBUF);
    TELL_TAKEN(VIDIOC_STREAMON, type, "[<0x2:V4L2_BUF_TYPE_VIDEO_OUTPUT>]");
    TELL_TAKEN(VIDIOC_STREAMOFF, type, "[<0x2:V4L2_BUF_TYPE_VIDEO_OUTPUT>]");
}

static void tell_controls(void) {
    const struct v4l2_control control = {V4L2_CID_BRIGHTNESS, 7};
    const struct v4l2_queryctrl query = {.id = V4L2_CID_CONTRAST,
                                         .type = V4L2_CTRL_TYPE_INTEGER,
                                         .name = "name",
                                         .minimum = 1,
                                         .maximum = 2,
                                         .step = 3,
                                         .default_value = 4,
                                         .flags = V4L2_CTRL_FLAG_SLIDER};
    const struct v4l2_ext_controls none = {.ctrl_class = V4L2_CTRL_CLASS_USER, .count = 0};
    const struct v4l2_streamparm parameters = {V4L2_BUF_TYPE_VIDEO_CAPTURE,
                                               {.capture = {V4L2_CAP_TIMEPERFRAME, V4L2_MODE_HIGHQUALITY, {1, 25}, 5, 6, {0}}}};
    const struct v4l2_cropcap cropping = {V4L2_BUF_TYPE_VIDEO_CAPTURE, {1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10}};
    const struct v4l2_crop crop = {V4L2_BUF_TYPE_VIDEO_CAPTURE, {1, 2, 3, 4}};
    TELL_OBJECT(VIDIOC_G_CTRL, control, "{id=<0x980900:V4L2_CID_BRIGHTNESS>}", "{id=<0x980900:V4L2_CID_BRIGHTNESS>, value=7}");
    TELL_OBJECT(VIDIOC_S_CTRL, control, "{id=<0x980900:V4L2_CID_BRIGHTNESS>, value=7}",
                "{id=<0x980900:V4L2_CID_BRIGHTNESS>, value=7 => 7}");
    TELL_OBJECT(VIDIOC_QUERYCTRL, query, "{id=<0x980901:V4L2_CID_CONTRAST>}",
                either("{id=<0x980901:V4L2_CID_CONTRAST>, type=<0x1:V4L2_CTRL_TYPE_INTEGER>, name=\"name\", ...}",
                       "{id=<0x980901:V4L2_CID_CONTRAST>, type=<0x1:V4L2_CTRL_TYPE_INTEGER>, name=\"name\", minimum=1, maximum=2, step=3, "
                       "default_value=4, flags=<0x20:V4L2_CTRL_FLAG_SLIDER>}"));
    TELL_OBJECT(VIDIOC_G_EXT_CTRLS, none, "{ctrl_class=<0x980000:V4L2_CTRL_CLASS_USER>, count=0}",
                "{ctrl_class=<0x980000:V4L2_CTRL_CLASS_USER>, count=0}");
    TELL_OBJECT(VIDIOC_S_EXT_CTRLS, none, "{ctrl_class=<0x980000:V4L2_CTRL_CLASS_USER>, count=0}",
                "{ctrl_class=<0x980000:V4L2_CTRL_CLASS_USER>, count=0}");
    TELL_OBJECT(VIDIOC_G_PARM, parameters, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, parm.capture={capability=<0x1000:V4L2_CAP_TIMEPERFRAME>, "
                "capturemode=<0x1:V4L2_MODE_HIGHQUALITY>, timeperframe=1/25, extendedmode=0x5, readbuffers=6}}");
    TELL_OBJECT(VIDIOC_S_PARM, parameters,
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, parm.capture={capability=<0x1000:V4L2_CAP_TIMEPERFRAME>, "
                "capturemode=<0x1:V4L2_MODE_HIGHQUALITY>, timeperframe=1/25, extendedmode=0x5, readbuffers=6}}",
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, parm.capture={capability=<0x1000:V4L2_CAP_TIMEPERFRAME>, "
                "capturemode=<0x1:V4L2_MODE_HIGHQUALITY>, timeperframe=1/25, extendedmode=0x5, readbuffers=6}} => "
                "{parm.capture={capability=<0x1000:V4L2_CAP_TIMEPERFRAME>, capturemode=<0x1:V4L2_MODE_HIGHQUALITY>, timeperframe=1/25, "
                "extendedmode=0x5, readbuffers=6}}");
    TELL_OBJECT(VIDIOC_CROPCAP, cropping, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, bounds={left=1, top=2, width=3, height=4}, defrect={left=5, top=6, width=7, "
                "height=8}, pixelaspect=9/10}");
    TELL_OBJECT(VIDIOC_G_CROP, crop, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>}",
                "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, c={left=1, top=2, width=3, height=4}}");
    TELL_TAKEN(VIDIOC_S_CROP, crop, "{type=<0x1:V4L2_BUF_TYPE_VIDEO_CAPTURE>, c={left=1, top=2, width=3, height=4}}");
    TELL_NUMBER(VIDIOC_LOG_STATUS, 0, "0");
}

static void tell_calls(void) {
    tell_inputs();
    tell_formats();
    tell_full_buffers();
    tell_buffers();
    tell_controls();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
