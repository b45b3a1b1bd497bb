#include "core/tables/values/video.hpp"

// How pictures, signals and notes about them are stored (linux/videodev2.h).
namespace troupe {

namespace {

constexpr NamedConstant video_formats_rows[] = {
#include "core/tables/values/video_format_rows.inc"
};

constexpr NamedConstant signal_formats_rows[] = {{0x38305543, "V4L2_SDR_FMT_CU8"},     {0x36315543, "V4L2_SDR_FMT_CU16LE"},
                                                 {0x38305343, "V4L2_SDR_FMT_CS8"},     {0x34315343, "V4L2_SDR_FMT_CS14LE"},
                                                 {0x32315552, "V4L2_SDR_FMT_RU12LE"},  {0x36314350, "V4L2_SDR_FMT_PCU16BE"},
                                                 {0x38314350, "V4L2_SDR_FMT_PCU18BE"}, {0x30324350, "V4L2_SDR_FMT_PCU20BE"}};

constexpr NamedConstant metadata_formats_rows[] = {
    {0x48505356, "V4L2_META_FMT_VSP1_HGO"},       {0x54505356, "V4L2_META_FMT_VSP1_HGT"}, {0x48435655, "V4L2_META_FMT_UVC"},
    {0x58583444, "V4L2_META_FMT_D4XX"},           {0x44564956, "V4L2_META_FMT_VIVID"},    {0x50314b52, "V4L2_META_FMT_RK_ISP1_PARAMS"},
    {0x53314b52, "V4L2_META_FMT_RK_ISP1_STAT_3A"}};

}  // namespace

constinit const ValueSet video_formats{"video_formats", "V4L2_PIX_FMT_???", video_formats_rows};
constinit const ValueSet signal_formats{"signal_formats", "V4L2_SDR_FMT_???", signal_formats_rows};
constinit const ValueSet metadata_formats{"metadata_formats", "V4L2_META_FMT_???", metadata_formats_rows};

}  // namespace troupe
