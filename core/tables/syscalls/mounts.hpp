#pragma once

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/lookup_flags.hpp"
#include "core/tables/flags/mount_calls.hpp"
#include "core/tables/flags/mount_queries.hpp"
#include "core/tables/flags/mounts.hpp"
#include "core/tables/structs/mount_queries.hpp"
#include "core/tables/structs/requests.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/mount_calls.hpp"

/// File systems and where they are mounted.
namespace troupe::rows {

/// MS_REMOUNT, and those that change what is mounted already: MS_BIND MS_MOVE MS_UNBINDABLE MS_PRIVATE MS_SLAVE MS_SHARED.
inline constexpr std::uint64_t mounts_again = 0x20, moves_mounts = 0x1e3000, low_flags = 0xffff;
/// MS_MGC_VAL (linux/mount.h): with it the upper bits are no flags.
inline constexpr std::uint64_t magic_flags = 0xc0ed0000;

/// Only what mounts a file system has a type of it, and only that and MS_REMOUNT have options.
inline constexpr auto mounted_type = choose(with(commands(0), in(string, "filesystemtype")), otherwise(in(pointer, "filesystemtype")));
inline constexpr auto remounted_options = choose(with(commands(mounts_again), in(string, "data")), otherwise(in(pointer, "data")));
inline constexpr auto mounted_options =
    choose(with(commands(0), in(string, "data")), otherwise(in(selected_masked(3, mounts_again, remounted_options), "data")));
inline constexpr auto mount_types =
    choose(with(commands(magic_flags), in(selected_masked(3, (mounts_again | moves_mounts) & low_flags, mounted_type), "filesystemtype")),
           otherwise(in(selected_masked(3, mounts_again | moves_mounts, mounted_type), "filesystemtype")));
inline constexpr auto mount_options =
    choose(with(commands(magic_flags), in(selected_masked(3, moves_mounts& low_flags, mounted_options), "data")),
           otherwise(in(selected_masked(3, moves_mounts, mounted_options), "data")));

/// FSCONFIG_SET_FLAG and those that set something else have a key; what it is set to, and what a number beside it is (linux/mount.h).
inline constexpr auto configuration_keys = choose(with(commands(0, 1, 2, 3, 4, 5), in(string, "key")), otherwise(in(pointer, "key")));
inline constexpr auto configuration_values =
    choose(with(commands(1), in(string, "value")), with(commands(2), in(bytes_in_hex(length::argument(4, 1 << 20)), "value")),
           with(commands(3, 4), in(path, "value")), otherwise(in(pointer, "value")));
inline constexpr auto configuration_numbers =
    choose(with(commands(3, 4), in(dirfd, "aux")), with(commands(5), in(fd, "aux")), otherwise(in(signed_int, "aux")));

inline constexpr std::array mount_id_fields{Field{"", Width::u64, hex}};
inline constexpr StructLayout mount_id_layout = bare_layout<mount_id_fields>();
inline constexpr Kind mount_id = structure(mount_id_layout);

inline constexpr auto mounts = std::to_array<SyscallRow>({
    call("mount", {165, 21, 165}, in_class::file, signed_long,
         takes(in(path, "source"), in(path, "target"), in(selected_masked(3, 0xffff0000, mount_types), "filesystemtype"),
               in(flags(mount_flags), "mountflags"), in(selected_masked(3, 0xffff0000, mount_options), "data"))),
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
         takes(in(fd, "fd"), in(value(fsconfig_commands), "cmd"), in(selected(1, configuration_keys), "key"),
               in(selected(1, configuration_values), "value"), in(selected(1, configuration_numbers), "aux"))),
    call("fsmount", everywhere(432), in_class::desc, fd,
         takes(in(fd, "fsfd"), in(flags(fsmount_flags), "flags"), in(flags(mount_attributes), "attr_flags"))),
    call("fspick", everywhere(433), in_class::desc | in_class::file, fd,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(fspick_flags), "flags"))),
    call("mount_setattr", everywhere(442), in_class::desc | in_class::file, signed_long,
         takes(in(dirfd, "dirfd"), in(path, "pathname"), in(flags(mount_lookup_flags), "flags"),
               in(sized_structure(mount_attributes_layout, length::argument(4)), "attr"), in(unsigned_long, "size"))),
    call("statmount", everywhere(457), in_class::none, signed_long,
         takes(in(sized_structure(mount_query_layout, length::itself), "req"), out(structure(mount_status_layout), "buf"),
               in(unsigned_long, "bufsize"), in(hex_int, "flags"))),
    call("listmount", everywhere(458), in_class::none, signed_long,
         takes(in(sized_structure(mount_list_query_layout, length::itself), "req"), out(array(mount_id, length::result), "mnt_ids"),
               in(unsigned_long, "nr_mnt_ids"), in(flags(mount_list_flags), "flags"))),
    call(
        "listns", everywhere(470), in_class::none, signed_long,
        takes(in(pointer, "req"), out(array(unsigned_64, length::result), "ns_ids"), in(unsigned_long, "nr_ns_ids"), in(hex_int, "flags"))),
});

}  // namespace troupe::rows
