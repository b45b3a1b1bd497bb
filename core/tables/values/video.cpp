#include "core/tables/values/video.hpp"

// Video devices (linux/videodev2.h, linux/v4l2-controls.h).
namespace troupe {

namespace {

constexpr NamedConstant video_buffer_types_rows[] = {
    {0x1, "V4L2_BUF_TYPE_VIDEO_CAPTURE"},       {0x2, "V4L2_BUF_TYPE_VIDEO_OUTPUT"},         {0x3, "V4L2_BUF_TYPE_VIDEO_OVERLAY"},
    {0x4, "V4L2_BUF_TYPE_VBI_CAPTURE"},         {0x5, "V4L2_BUF_TYPE_VBI_OUTPUT"},           {0x6, "V4L2_BUF_TYPE_SLICED_VBI_CAPTURE"},
    {0x7, "V4L2_BUF_TYPE_SLICED_VBI_OUTPUT"},   {0x8, "V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY"}, {0x9, "V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE"},
    {0xa, "V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE"}, {0xb, "V4L2_BUF_TYPE_SDR_CAPTURE"},          {0xc, "V4L2_BUF_TYPE_SDR_OUTPUT"},
    {0xd, "V4L2_BUF_TYPE_META_CAPTURE"},        {0xe, "V4L2_BUF_TYPE_META_OUTPUT"},          {0x80, "V4L2_BUF_TYPE_PRIVATE"}};

constexpr NamedConstant video_memories_rows[] = {
    {0x1, "V4L2_MEMORY_MMAP"}, {0x2, "V4L2_MEMORY_USERPTR"}, {0x3, "V4L2_MEMORY_OVERLAY"}, {0x4, "V4L2_MEMORY_DMABUF"}};

constexpr NamedConstant video_fields_rows[] = {
    {0x0, "V4L2_FIELD_ANY"},           {0x1, "V4L2_FIELD_NONE"},         {0x2, "V4L2_FIELD_TOP"},    {0x3, "V4L2_FIELD_BOTTOM"},
    {0x4, "V4L2_FIELD_INTERLACED"},    {0x5, "V4L2_FIELD_SEQ_TB"},       {0x6, "V4L2_FIELD_SEQ_BT"}, {0x7, "V4L2_FIELD_ALTERNATE"},
    {0x8, "V4L2_FIELD_INTERLACED_TB"}, {0x9, "V4L2_FIELD_INTERLACED_BT"}};

constexpr NamedConstant video_colorspaces_rows[] = {
    {0x0, "V4L2_COLORSPACE_DEFAULT"},       {0x1, "V4L2_COLORSPACE_SMPTE170M"}, {0x2, "V4L2_COLORSPACE_SMPTE240M"},
    {0x3, "V4L2_COLORSPACE_REC709"},        {0x4, "V4L2_COLORSPACE_BT878"},     {0x5, "V4L2_COLORSPACE_470_SYSTEM_M"},
    {0x6, "V4L2_COLORSPACE_470_SYSTEM_BG"}, {0x7, "V4L2_COLORSPACE_JPEG"},      {0x8, "V4L2_COLORSPACE_SRGB"},
    {0x9, "V4L2_COLORSPACE_OPRGB"},         {0xa, "V4L2_COLORSPACE_BT2020"},    {0xb, "V4L2_COLORSPACE_RAW"},
    {0xc, "V4L2_COLORSPACE_DCI_P3"}};

constexpr NamedConstant video_control_types_rows[] = {{0x1, "V4L2_CTRL_TYPE_INTEGER"},
                                                      {0x2, "V4L2_CTRL_TYPE_BOOLEAN"},
                                                      {0x3, "V4L2_CTRL_TYPE_MENU"},
                                                      {0x4, "V4L2_CTRL_TYPE_BUTTON"},
                                                      {0x5, "V4L2_CTRL_TYPE_INTEGER64"},
                                                      {0x6, "V4L2_CTRL_TYPE_CTRL_CLASS"},
                                                      {0x7, "V4L2_CTRL_TYPE_STRING"},
                                                      {0x8, "V4L2_CTRL_TYPE_BITMASK"},
                                                      {0x9, "V4L2_CTRL_TYPE_INTEGER_MENU"},
                                                      {0x100, "V4L2_CTRL_TYPE_U8"},
                                                      {0x101, "V4L2_CTRL_TYPE_U16"},
                                                      {0x102, "V4L2_CTRL_TYPE_U32"},
                                                      {0x106, "V4L2_CTRL_TYPE_AREA"},
                                                      {0x110, "V4L2_CTRL_TYPE_HDR10_CLL_INFO"},
                                                      {0x111, "V4L2_CTRL_TYPE_HDR10_MASTERING_DISPLAY"},
                                                      {0x200, "V4L2_CTRL_TYPE_H264_SPS"},
                                                      {0x201, "V4L2_CTRL_TYPE_H264_PPS"},
                                                      {0x202, "V4L2_CTRL_TYPE_H264_SCALING_MATRIX"},
                                                      {0x203, "V4L2_CTRL_TYPE_H264_SLICE_PARAMS"},
                                                      {0x204, "V4L2_CTRL_TYPE_H264_DECODE_PARAMS"},
                                                      {0x205, "V4L2_CTRL_TYPE_H264_PRED_WEIGHTS"},
                                                      {0x220, "V4L2_CTRL_TYPE_FWHT_PARAMS"},
                                                      {0x240, "V4L2_CTRL_TYPE_VP8_FRAME"},
                                                      {0x250, "V4L2_CTRL_TYPE_MPEG2_QUANTISATION"},
                                                      {0x251, "V4L2_CTRL_TYPE_MPEG2_SEQUENCE"},
                                                      {0x252, "V4L2_CTRL_TYPE_MPEG2_PICTURE"},
                                                      {0x260, "V4L2_CTRL_TYPE_VP9_COMPRESSED_HDR"},
                                                      {0x261, "V4L2_CTRL_TYPE_VP9_FRAME"},
                                                      {0x270, "V4L2_CTRL_TYPE_HEVC_SPS"},
                                                      {0x271, "V4L2_CTRL_TYPE_HEVC_PPS"},
                                                      {0x272, "V4L2_CTRL_TYPE_HEVC_SLICE_PARAMS"},
                                                      {0x273, "V4L2_CTRL_TYPE_HEVC_SCALING_MATRIX"},
                                                      {0x274, "V4L2_CTRL_TYPE_HEVC_DECODE_PARAMS"}};

constexpr NamedConstant video_input_types_rows[] = {
    {0x1, "V4L2_INPUT_TYPE_TUNER"}, {0x2, "V4L2_INPUT_TYPE_CAMERA"}, {0x3, "V4L2_INPUT_TYPE_TOUCH"}};

constexpr NamedConstant video_tuner_modes_rows[] = {{0x0, "V4L2_TUNER_MODE_MONO"},
                                                    {0x1, "V4L2_TUNER_MODE_STEREO"},
                                                    {0x2, "V4L2_TUNER_MODE_LANG2"},
                                                    {0x3, "V4L2_TUNER_MODE_LANG1"},
                                                    {0x4, "V4L2_TUNER_MODE_LANG1_LANG2"}};

constexpr NamedConstant video_size_types_rows[] = {
    {0x1, "V4L2_FRMSIZE_TYPE_DISCRETE"}, {0x2, "V4L2_FRMSIZE_TYPE_CONTINUOUS"}, {0x3, "V4L2_FRMSIZE_TYPE_STEPWISE"}};

constexpr NamedConstant video_interval_types_rows[] = {
    {0x1, "V4L2_FRMIVAL_TYPE_DISCRETE"}, {0x2, "V4L2_FRMIVAL_TYPE_CONTINUOUS"}, {0x3, "V4L2_FRMIVAL_TYPE_STEPWISE"}};

constexpr NamedConstant video_control_classes_rows[] = {{0x980000, "V4L2_CTRL_CLASS_USER"},
                                                        {0x990000, "V4L2_CTRL_CLASS_CODEC"},
                                                        {0x9a0000, "V4L2_CTRL_CLASS_CAMERA"},
                                                        {0x9b0000, "V4L2_CTRL_CLASS_FM_TX"},
                                                        {0x9c0000, "V4L2_CTRL_CLASS_FLASH"},
                                                        {0x9d0000, "V4L2_CTRL_CLASS_JPEG"},
                                                        {0x9e0000, "V4L2_CTRL_CLASS_IMAGE_SOURCE"},
                                                        {0x9f0000, "V4L2_CTRL_CLASS_IMAGE_PROC"},
                                                        {0xa00000, "V4L2_CTRL_CLASS_DV"},
                                                        {0xa10000, "V4L2_CTRL_CLASS_FM_RX"},
                                                        {0xa20000, "V4L2_CTRL_CLASS_RF_TUNER"},
                                                        {0xa30000, "V4L2_CTRL_CLASS_DETECT"},
                                                        {0xa40000, "V4L2_CTRL_CLASS_CODEC_STATELESS"},
                                                        {0xa50000, "V4L2_CTRL_CLASS_COLORIMETRY"}};

constexpr NamedConstant video_tuner_types_rows[] = {{0x1, "V4L2_TUNER_RADIO"},
                                                    {0x2, "V4L2_TUNER_ANALOG_TV"},
                                                    {0x3, "V4L2_TUNER_DIGITAL_TV"},
                                                    {0x4, "V4L2_TUNER_SDR"},
                                                    {0x5, "V4L2_TUNER_RF"}};

constexpr NamedConstant video_controls_rows[] = {
#include "core/tables/values/video_control_rows_1.inc"
#include "core/tables/values/video_control_rows_2.inc"
};

}  // namespace

constinit const ValueSet video_buffer_types{"video_buffer_types", "V4L2_BUF_TYPE_???", video_buffer_types_rows};
constinit const ValueSet video_memories{"video_memories", "V4L2_MEMORY_???", video_memories_rows};
constinit const ValueSet video_fields{"video_fields", "V4L2_FIELD_???", video_fields_rows};
constinit const ValueSet video_colorspaces{"video_colorspaces", "V4L2_COLORSPACE_???", video_colorspaces_rows};
constinit const ValueSet video_control_types{"video_control_types", "V4L2_CTRL_TYPE_???", video_control_types_rows};
constinit const ValueSet video_input_types{"video_input_types", "V4L2_INPUT_TYPE_???", video_input_types_rows};
constinit const ValueSet video_tuner_modes{"video_tuner_modes", "V4L2_TUNER_MODE_???", video_tuner_modes_rows};
constinit const ValueSet video_size_types{"video_size_types", "V4L2_FRMSIZE_TYPE_???", video_size_types_rows};
constinit const ValueSet video_interval_types{"video_interval_types", "V4L2_FRMIVAL_TYPE_???", video_interval_types_rows};
constinit const ValueSet video_control_classes{"video_control_classes", "V4L2_CTRL_CLASS_???", video_control_classes_rows};
constinit const ValueSet video_tuner_types{"video_tuner_types", "V4L2_TUNER_???", video_tuner_types_rows};
constinit const ValueSet video_controls{"video_controls", "V4L2_CID_???", video_controls_rows};

}  // namespace troupe
