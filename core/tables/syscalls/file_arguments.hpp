#pragma once

#include "core/tables/flags/fanotify.hpp"
#include "core/tables/flags/files.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/elements.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/fanotify.hpp"

/// What calls that name files take on i386, and arguments that decide about themselves.
namespace troupe::rows {

inline constexpr Signature utimes_on_i386 = takes(in(path, "filename"), in(file_times(timeval32_layout), "times"));
inline constexpr Signature futimesat_on_i386 = takes(in(dirfd, "dirfd"), in(path, "pathname"), in(file_times(timeval32_layout), "times"));
inline constexpr Signature utimensat_on_i386 =
    takes(in(dirfd, "dirfd"), in(path, "pathname"), in(file_times(timespec32_layout), "times"), in(flags(at_flags), "flags"));
/// No directory is FAN_NOFD.
inline constexpr auto marked_directory =
    choose(with(commands(0xffffffff), in(numbered_value(fanotify_places), "dirfd")), otherwise(in(dirfd, "dirfd")));

inline constexpr Signature chown_on_i386 = takes(in(path, "pathname"), in(short_id, "owner"), in(short_id, "group"));
inline constexpr Signature fchown_on_i386 = takes(in(fd, "fd"), in(short_id, "owner"), in(short_id, "group"));
inline constexpr Signature fanotify_mark_on_i386 =
    takes(in(fd, "fanotify_fd"), in(flags(fanotify_mark_flags), "flags"), in(wide_flags(fanotify_events), "mask"), unseen,
          in(selected(4, marked_directory), "dirfd"), in(path, "pathname"));
inline constexpr Signature lookup_dcookie_on_i386 =
    takes(in(unsigned_64, "cookie"), unseen, out(bytes(length::result), "buffer"), in(unsigned_long, "len"));

/// XATTR_SIZE_MAX (linux/limits.h)
inline constexpr std::uint32_t longest_attribute = 65536;

}  // namespace troupe::rows
