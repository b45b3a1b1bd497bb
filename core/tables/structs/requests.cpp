#include "core/tables/structs/requests.hpp"

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/requests.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/struct_layout.hpp"
#include "core/tables/values/mount_calls.hpp"

// Structures that newer calls take (linux/landlock.h, linux/futex.h, linux/mount.h, linux/fs.h, linux/xattr.h): the same on every ABI.
namespace troupe {

namespace {

constexpr std::array landlock_ruleset_fields{Field{"handled_access_fs", Width::u64, kind::flags(landlock_file_rights)},
                                             Field{"handled_access_net", Width::u64, kind::flags(landlock_net_rights)},
                                             Field{"scoped", Width::u64, kind::flags(landlock_scopes)}};
constexpr std::array landlock_path_fields{Field{"allowed_access", Width::u64, kind::flags(landlock_file_rights)},
                                          Field{"parent_fd", Width::s32, kind::fd}};
constexpr std::array landlock_port_fields{Field{"allowed_access", Width::u64, kind::flags(landlock_net_rights)},
                                          Field{"port", Width::u64, kind::unsigned_64}};

constexpr std::array futex_waiter_fields{Field{"val", Width::u64, kind::hex}, Field{"uaddr", Width::u64, kind::pointer},
                                         Field{"flags", Width::u32, kind::flags(waiter_flags)},
                                         shown(when::is_set("__reserved"), Field{"__reserved", Width::u32, kind::hex})};

constexpr std::uint64_t mount_for_users = 0x100000;  // MOUNT_ATTR_IDMAP: only with it is a descriptor looked at
constexpr std::array mount_attributes_fields{
    Field{"attr_set", Width::u64, kind::flags(wide_mount_attributes)}, Field{"attr_clr", Width::u64, kind::flags(wide_mount_attributes)},
    Field{"propagation", Width::u64, kind::value(mount_propagation)},
    shown(when::is("attr_set", 0, mount_for_users), Field{"userns_fd", Width::u64, kind::unsigned_64}),
    united(shown(when::has_any("attr_set", mount_for_users), Field{"userns_fd", Width::u64, kind::own_number(Own::wide_descriptor)}))};

constexpr std::array file_attributes_fields{
    Field{"fa_xflags", Width::u64, kind::flags(file_attributes)}, Field{"fa_extsize", Width::u32, kind::unsigned_int},
    Field{"fa_nextents", Width::u32, kind::unsigned_int}, Field{"fa_projid", Width::u32, kind::unsigned_int},
    Field{"fa_cowextsize", Width::u32, kind::unsigned_int}};

constexpr std::array extended_attribute_fields{Field{"value", Width::u64, kind::bytes(length::sibling("size"))},
                                               Field{"size", Width::u32, kind::unsigned_int},
                                               Field{"flags", Width::u32, kind::flags(xattr_flags)}};

constexpr std::uint16_t first_ruleset = 8, first_mount = 32, first_file = 24, first_attribute = 16;

}  // namespace

constinit const StructLayout landlock_ruleset_layout =
    layout_of<landlock_ruleset_fields>("landlock_ruleset_attr", StructShape::plain, {}, {first_ruleset, Tail::unread});
constinit const StructLayout landlock_path_layout = layout_of<landlock_path_fields, true>("landlock_path_beneath_attr");
constinit const StructLayout landlock_port_layout = layout_of<landlock_port_fields>("landlock_net_port_attr");
constinit const StructLayout futex_waiter_layout = layout_of<futex_waiter_fields>("futex_waitv");
constinit const StructLayout mount_attributes_layout =
    layout_of<mount_attributes_fields>("mount_attr", StructShape::plain, {}, {first_mount});
constinit const StructLayout file_attributes_layout = layout_of<file_attributes_fields>("file_attr", StructShape::plain, {}, {first_file});
constinit const StructLayout extended_attribute_layout =
    layout_of<extended_attribute_fields>("xattr_args", StructShape::plain, {}, {first_attribute});

}  // namespace troupe
