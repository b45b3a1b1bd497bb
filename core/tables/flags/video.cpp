#include "core/tables/flags/video.hpp"

// Video devices (linux/videodev2.h).
namespace troupe {

namespace {

constexpr NamedConstant video_capabilities_rows[] = {{0x1, "V4L2_CAP_VIDEO_CAPTURE"},
                                                     {0x2, "V4L2_CAP_VIDEO_OUTPUT"},
                                                     {0x4, "V4L2_CAP_VIDEO_OVERLAY"},
                                                     {0x10, "V4L2_CAP_VBI_CAPTURE"},
                                                     {0x20, "V4L2_CAP_VBI_OUTPUT"},
                                                     {0x40, "V4L2_CAP_SLICED_VBI_CAPTURE"},
                                                     {0x80, "V4L2_CAP_SLICED_VBI_OUTPUT"},
                                                     {0x100, "V4L2_CAP_RDS_CAPTURE"},
                                                     {0x200, "V4L2_CAP_VIDEO_OUTPUT_OVERLAY"},
                                                     {0x400, "V4L2_CAP_HW_FREQ_SEEK"},
                                                     {0x800, "V4L2_CAP_RDS_OUTPUT"},
                                                     {0x1000, "V4L2_CAP_VIDEO_CAPTURE_MPLANE"},
                                                     {0x2000, "V4L2_CAP_VIDEO_OUTPUT_MPLANE"},
                                                     {0x4000, "V4L2_CAP_VIDEO_M2M_MPLANE"},
                                                     {0x8000, "V4L2_CAP_VIDEO_M2M"},
                                                     {0x10000, "V4L2_CAP_TUNER"},
                                                     {0x20000, "V4L2_CAP_AUDIO"},
                                                     {0x40000, "V4L2_CAP_RADIO"},
                                                     {0x80000, "V4L2_CAP_MODULATOR"},
                                                     {0x100000, "V4L2_CAP_SDR_CAPTURE"},
                                                     {0x200000, "V4L2_CAP_EXT_PIX_FORMAT"},
                                                     {0x400000, "V4L2_CAP_SDR_OUTPUT"},
                                                     {0x800000, "V4L2_CAP_META_CAPTURE"},
                                                     {0x1000000, "V4L2_CAP_READWRITE"},
                                                     {0x2000000, "V4L2_CAP_ASYNCIO"},
                                                     {0x4000000, "V4L2_CAP_STREAMING"},
                                                     {0x8000000, "V4L2_CAP_META_OUTPUT"},
                                                     {0x10000000, "V4L2_CAP_TOUCH"},
                                                     {0x20000000, "V4L2_CAP_IO_MC"},
                                                     {0x80000000, "V4L2_CAP_DEVICE_CAPS"}};

constexpr NamedConstant video_format_flags_rows[] = {{0x1, "V4L2_FMT_FLAG_COMPRESSED"},
                                                     {0x2, "V4L2_FMT_FLAG_EMULATED"},
                                                     {0x4, "V4L2_FMT_FLAG_CONTINUOUS_BYTESTREAM"},
                                                     {0x8, "V4L2_FMT_FLAG_DYN_RESOLUTION"},
                                                     {0x10, "V4L2_FMT_FLAG_ENC_CAP_FRAME_INTERVAL"},
                                                     {0x20, "V4L2_FMT_FLAG_CSC_COLORSPACE"},
                                                     {0x40, "V4L2_FMT_FLAG_CSC_XFER_FUNC"},
                                                     {0x80, "V4L2_FMT_FLAG_CSC_YCBCR_ENC"},
                                                     {0x100, "V4L2_FMT_FLAG_CSC_QUANTIZATION"}};

constexpr NamedConstant video_control_flags_rows[] = {{0x1, "V4L2_CTRL_FLAG_DISABLED"},       {0x2, "V4L2_CTRL_FLAG_GRABBED"},
                                                      {0x4, "V4L2_CTRL_FLAG_READ_ONLY"},      {0x8, "V4L2_CTRL_FLAG_UPDATE"},
                                                      {0x10, "V4L2_CTRL_FLAG_INACTIVE"},      {0x20, "V4L2_CTRL_FLAG_SLIDER"},
                                                      {0x40, "V4L2_CTRL_FLAG_WRITE_ONLY"},    {0x80, "V4L2_CTRL_FLAG_VOLATILE"},
                                                      {0x100, "V4L2_CTRL_FLAG_HAS_PAYLOAD"},  {0x200, "V4L2_CTRL_FLAG_EXECUTE_ON_WRITE"},
                                                      {0x400, "V4L2_CTRL_FLAG_MODIFY_LAYOUT"}};

constexpr NamedConstant video_tuner_capabilities_rows[] = {{0x1, "V4L2_TUNER_CAP_LOW"},
                                                           {0x2, "V4L2_TUNER_CAP_NORM"},
                                                           {0x4, "V4L2_TUNER_CAP_HWSEEK_BOUNDED"},
                                                           {0x8, "V4L2_TUNER_CAP_HWSEEK_WRAP"},
                                                           {0x10, "V4L2_TUNER_CAP_STEREO"},
                                                           {0x20, "V4L2_TUNER_CAP_LANG2"},
                                                           {0x40, "V4L2_TUNER_CAP_LANG1"},
                                                           {0x80, "V4L2_TUNER_CAP_RDS"},
                                                           {0x100, "V4L2_TUNER_CAP_RDS_BLOCK_IO"},
                                                           {0x200, "V4L2_TUNER_CAP_RDS_CONTROLS"},
                                                           {0x400, "V4L2_TUNER_CAP_FREQ_BANDS"},
                                                           {0x800, "V4L2_TUNER_CAP_HWSEEK_PROG_LIM"},
                                                           {0x1000, "V4L2_TUNER_CAP_1HZ"}};

constexpr NamedConstant video_tuner_channels_rows[] = {{0x1, "V4L2_TUNER_SUB_MONO"},
                                                       {0x2, "V4L2_TUNER_SUB_STEREO"},
                                                       {0x4, "V4L2_TUNER_SUB_LANG2"},
                                                       {0x8, "V4L2_TUNER_SUB_LANG1"},
                                                       {0x10, "V4L2_TUNER_SUB_RDS"}};

constexpr NamedConstant video_blanking_flags_rows[] = {{0x1, "V4L2_VBI_UNSYNC"}, {0x2, "V4L2_VBI_INTERLACED"}};

constexpr NamedConstant video_buffer_flags_rows[] = {{0x1, "V4L2_BUF_FLAG_MAPPED"},
                                                     {0x2, "V4L2_BUF_FLAG_QUEUED"},
                                                     {0x4, "V4L2_BUF_FLAG_DONE"},
                                                     {0x8, "V4L2_BUF_FLAG_KEYFRAME"},
                                                     {0x10, "V4L2_BUF_FLAG_PFRAME"},
                                                     {0x20, "V4L2_BUF_FLAG_BFRAME"},
                                                     {0x40, "V4L2_BUF_FLAG_ERROR"},
                                                     {0x80, "V4L2_BUF_FLAG_IN_REQUEST"},
                                                     {0x100, "V4L2_BUF_FLAG_TIMECODE"},
                                                     {0x200, "V4L2_BUF_FLAG_INPUT"},
                                                     {0x400, "V4L2_BUF_FLAG_PREPARED"},
                                                     {0x800, "V4L2_BUF_FLAG_NO_CACHE_INVALIDATE"},
                                                     {0x1000, "V4L2_BUF_FLAG_NO_CACHE_CLEAN"},
                                                     {0x100000, "V4L2_BUF_FLAG_LAST"},
                                                     {0x800000, "V4L2_BUF_FLAG_REQUEST_FD"}};

}  // namespace

constinit const FlagSet video_capabilities{"video_capabilities", "V4L2_CAP_???", video_capabilities_rows};
constinit const FlagSet video_format_flags{"video_format_flags", "V4L2_FMT_FLAG_???", video_format_flags_rows};
constinit const FlagSet video_control_flags{"video_control_flags", "V4L2_CTRL_FLAG_???", video_control_flags_rows};
constinit const FlagSet video_tuner_capabilities{"video_tuner_capabilities", "V4L2_TUNER_CAP_???", video_tuner_capabilities_rows};
constinit const FlagSet video_tuner_channels{"video_tuner_channels", "V4L2_TUNER_SUB_???", video_tuner_channels_rows};
constinit const FlagSet video_blanking_flags{"video_blanking_flags", "V4L2_VBI_???", video_blanking_flags_rows};
constinit const FlagSet video_buffer_flags{"video_buffer_flags", "V4L2_BUF_FLAG_???", video_buffer_flags_rows};

}  // namespace troupe
