#include "core/tables/structs/files.hpp"

#include <linux/openat2.h>

#include "core/tables/structs/file_fields.hpp"
#include "core/tables/structs/statx_fields.hpp"

namespace troupe {

using namespace structs;

constinit const StructLayout stat_layout = layout_of_two<stat_fields, i386_stat_fields>("stat", stat_view);
constinit const StructLayout old_stat_layout = layout_of<old_stat_fields>("__old_kernel_stat", StructShape::plain, stat_view);
constinit const StructLayout stat64_layout = layout_of<stat64_fields, true>("stat64", StructShape::plain, stat_view);
constinit const StructLayout statfs_layout = layout_of<statfs_fields>("statfs");
constinit const StructLayout statfs64_layout = layout_of<statfs64_fields, true>("statfs64");
constinit const StructLayout statx_layout = layout_of<statx_fields>("statx", StructShape::plain, statx_view);
constinit const StructLayout statx_timestamp_layout = statx_timestamp;
constinit const StructLayout flock_layout = layout_of<flock_fields>("flock");
constinit const StructLayout flock64_layout = layout_of<flock64_fields>("flock64");
constinit const StructLayout open_how_layout = layout_of<open_how_fields>("open_how", StructShape::plain, {}, {sizeof(open_how)});
constinit const StructLayout dirent_layout = layout_of<dirent_fields>("linux_dirent", StructShape::dirents);
constinit const StructLayout old_dirent_layout = layout_of<old_dirent_fields>("old_linux_dirent");
constinit const StructLayout dirent64_layout = layout_of<dirent64_fields>("linux_dirent64", StructShape::dirents);

}  // namespace troupe
