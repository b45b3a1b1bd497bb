#include "core/tables/flags/fanotify.hpp"

#include <array>

#include "core/tables/values/fanotify.hpp"

/// linux/fanotify.h
namespace troupe {

namespace {

constexpr auto fanotify_init_flags_rows = std::to_array<NamedConstant>({{1, "FAN_CLOEXEC"},
                                                                        {2, "FAN_NONBLOCK"},
                                                                        {16, "FAN_UNLIMITED_QUEUE"},
                                                                        {32, "FAN_UNLIMITED_MARKS"},
                                                                        {64, "FAN_ENABLE_AUDIT"},
                                                                        {128, "FAN_REPORT_PIDFD"},
                                                                        {0x100, "FAN_REPORT_TID"},
                                                                        {0x200, "FAN_REPORT_FID"},
                                                                        {0x400, "FAN_REPORT_DIR_FID"},
                                                                        {0x800, "FAN_REPORT_NAME"},
                                                                        {0x1000, "FAN_REPORT_TARGET_FID"},
                                                                        {0x2000, "FAN_REPORT_FD_ERROR"},
                                                                        {0x4000, "FAN_REPORT_MNT"}});

constexpr auto fanotify_mark_flags_rows = std::to_array<NamedConstant>({{1, "FAN_MARK_ADD"},
                                                                        {2, "FAN_MARK_REMOVE"},
                                                                        {4, "FAN_MARK_DONT_FOLLOW"},
                                                                        {8, "FAN_MARK_ONLYDIR"},
                                                                        {16, "FAN_MARK_MOUNT"},
                                                                        {32, "FAN_MARK_IGNORED_MASK"},
                                                                        {64, "FAN_MARK_IGNORED_SURV_MODIFY"},
                                                                        {128, "FAN_MARK_FLUSH"},
                                                                        {0x100, "FAN_MARK_FILESYSTEM"},
                                                                        {0x200, "FAN_MARK_EVICTABLE"},
                                                                        {0x400, "FAN_MARK_IGNORE"}});

constexpr auto fanotify_events_rows = std::to_array<NamedConstant>({{1, "FAN_ACCESS"},
                                                                    {2, "FAN_MODIFY"},
                                                                    {4, "FAN_ATTRIB"},
                                                                    {8, "FAN_CLOSE_WRITE"},
                                                                    {16, "FAN_CLOSE_NOWRITE"},
                                                                    {32, "FAN_OPEN"},
                                                                    {64, "FAN_MOVED_FROM"},
                                                                    {128, "FAN_MOVED_TO"},
                                                                    {0x100, "FAN_CREATE"},
                                                                    {0x200, "FAN_DELETE"},
                                                                    {0x400, "FAN_DELETE_SELF"},
                                                                    {0x800, "FAN_MOVE_SELF"},
                                                                    {0x1000, "FAN_OPEN_EXEC"},
                                                                    {0x4000, "FAN_Q_OVERFLOW"},
                                                                    {0x8000, "FAN_FS_ERROR"},
                                                                    {0x10000, "FAN_OPEN_PERM"},
                                                                    {0x20000, "FAN_ACCESS_PERM"},
                                                                    {0x40000, "FAN_OPEN_EXEC_PERM"},
                                                                    {0x80000, "FAN_DIR_MODIFY"},
                                                                    {0x100000, "FAN_PRE_ACCESS"},
                                                                    {0x1000000, "FAN_MNT_ATTACH"},
                                                                    {0x2000000, "FAN_MNT_DETACH"},
                                                                    {0x40000000, "FAN_ONDIR"},
                                                                    {0x8000000, "FAN_EVENT_ON_CHILD"},
                                                                    {0x10000000, "FAN_RENAME"}});

}  // namespace

constinit const FlagSet fanotify_init_flags{.name = "fanotify_init_flags",
                                            .unknown = "FAN_???",
                                            .rows = fanotify_init_flags_rows,
                                            .value_mask = 0xc,
                                            .values = &fanotify_classes,
                                            .values_apart = true,
                                            .value_apart_in_names = true};
constinit const FlagSet fanotify_mark_flags{"fanotify_mark_flags", "FAN_MARK_???", fanotify_mark_flags_rows};
constinit const FlagSet fanotify_events{.name = "fanotify_events", .unknown = "FAN_???", .rows = fanotify_events_rows, .is_long = true};

}  // namespace troupe
