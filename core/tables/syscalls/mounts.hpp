#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/lookup_flags.hpp"
#include "core/tables/flags/mount_calls.hpp"
#include "core/tables/flags/mounts.hpp"
#include "core/tables/structs/requests.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/mount_calls.hpp"

/// File systems and where they are mounted.
namespace troupe::rows {

inline constexpr auto mounts = std::to_array<SyscallRow>({
    call("mount", {165, 21, 165}, in_class::file, signed_long,
         takes(in(path, "source"), in(path, "target"), in(string, "filesystemtype"), in(flags(mount_flags), "mountflags"),
               in(string, "data"))),
    call("umount", {absent, 22, absent}, in_class::file, signed_long, takes(in(path, "target"))),
    call("umount2", {166, 52, 166}, in_class::file, signed_long, takes(in(path, "target"), in(flags(umount_flags), "flags"))),
    call("pivot_root", {155, 217, 155}, in_class::file, signed_long, takes(in(path, "new_root"), in(path, "put_old"))),
    call("open_tree", everywhere(428), in_class::desc | in_class::file, fd,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(open_tree_flags), "flags"))),
    call("open_tree_attr", everywhere(467), in_class::desc | in_class::file, fd,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(open_tree_flags), "flags"),
               in(sized_structure(mount_attributes_layout, length::argument(4)), "attr"), in(unsigned_long, "size"))),
    call("move_mount", everywhere(429), in_class::desc | in_class::file, signed_long,
         takes(in(dirfd, "from_dirfd"), in(path, "from_pathname"), in(dirfd, "to_dirfd"), in(path, "to_pathname"),
               in(flags(move_mount_flags), "flags"))),
    call("fsopen", everywhere(430), in_class::desc, fd, takes(in(string, "fsname"), in(flags(fsopen_flags), "flags"))),
    call("fsconfig", everywhere(431), in_class::desc | in_class::file, signed_long,
         takes(in(fd, "fd"), in(value(fsconfig_commands), "cmd"), in(string, "key"), in(pointer, "value"), in(signed_int, "aux"))),
    call("fsmount", everywhere(432), in_class::desc, fd,
         takes(in(fd, "fsfd"), in(flags(fsmount_flags), "flags"), in(flags(mount_attributes), "attr_flags"))),
    call("fspick", everywhere(433), in_class::desc | in_class::file, fd,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(fspick_flags), "flags"))),
    call("mount_setattr", everywhere(442), in_class::desc | in_class::file, signed_long,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(mount_lookup_flags), "flags"),
               in(sized_structure(mount_attributes_layout, length::argument(4)), "attr"), in(unsigned_long, "size"))),
    call("statmount", everywhere(457), in_class::none, signed_long,
         takes(in(pointer, "req"), out(pointer, "buf"), in(unsigned_long, "bufsize"), in(hex_int, "flags"))),
    call("listmount", everywhere(458), in_class::none, signed_long,
         takes(in(pointer, "req"), out(array(unsigned_64, length::result), "mnt_ids"), in(unsigned_long, "nr_mnt_ids"),
               in(hex_int, "flags"))),
    call(
        "listns", everywhere(470), in_class::none, signed_long,
        takes(in(pointer, "req"), out(array(unsigned_64, length::result), "ns_ids"), in(unsigned_long, "nr_ns_ids"), in(hex_int, "flags"))),
});

}  // namespace troupe::rows
