#include "core/tables/structs/mount_queries.hpp"

#include "core/tables/flags/mount_queries.hpp"
#include "core/tables/flags/requests.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/values/files.hpp"
#include "core/tables/values/mount_calls.hpp"

// struct mnt_id_req and struct statmount (linux/mount.h): the same on every ABI. Strings stand behind the status, at offsets from its end.
namespace troupe {

namespace structs {

using enum Width;

constexpr std::uint64_t superblock = 1, mount = 2, propagates_from = 4, root = 8, point = 0x10, type = 0x20, name_space = 0x40,
                        options = 0x80, subtype = 0x100, source = 0x200, option_list = 0x400, security_list = 0x800, supported = 0x1000,
                        users = 0x2000, groups = 0x4000;

constexpr Field part(std::uint64_t bit, Field field) { return shown(when::has_any("mask", bit), field); }
constexpr Field string(std::uint64_t bit, std::string_view name) {
    return part(bit, Field{name, u32, kind::own_number(Own::string_behind)});
}
constexpr Field strings(std::uint64_t bit, std::string_view name, std::string_view count) {
    return part(bit, Field{name, u32, {.tag = Tag::own_number, .length = length::sibling(count), .own = Own::strings_behind}});
}
constexpr Field number(std::uint64_t bit, std::string_view name) { return part(bit, Field{name, u32, kind::unsigned_int}); }
constexpr Field identity(std::uint64_t bit, std::string_view name) { return part(bit, Field{name, u64, kind::hex}); }

consteval auto query_of(const Field& id, const Field& parameter) {
    return std::array{Field{"size", u32, kind::value(mount_query_sizes)},
                      shown(when::is_set("mnt_ns_fd"), Field{"mnt_ns_fd", u32, kind::fd}), id, parameter,
                      Field{"mnt_ns_id", u64, kind::hex}};
}
inline constexpr auto mount_query_fields = query_of(Field{"mnt_id", u64, kind::hex}, Field{"param", u64, kind::flags(mount_status_parts)});
inline constexpr auto mount_list_query_fields = query_of(Field{"mnt_id", u64, kind::value(listed_mounts)}, Field{"param", u64, kind::hex});

inline constexpr std::array mount_status_fields{Field{"size", u32, kind::unsigned_int},
                                                string(options, "mnt_opts"),
                                                Field{"mask", u64, kind::flags(mount_status_parts)},
                                                number(superblock, "sb_dev_major"),
                                                number(superblock, "sb_dev_minor"),
                                                part(superblock, Field{"sb_magic", u64, kind::value(file_system_types)}),
                                                part(superblock, Field{"sb_flags", u32, kind::flags(superblock_flags)}),
                                                string(type, "fs_type"),
                                                identity(mount, "mnt_id"),
                                                identity(mount, "mnt_parent_id"),
                                                number(mount, "mnt_id_old"),
                                                number(mount, "mnt_parent_id_old"),
                                                part(mount, Field{"mnt_attr", u64, kind::flags(wide_mount_attributes)}),
                                                part(mount, Field{"mnt_propagation", u64, kind::value(mount_propagation)}),
                                                identity(mount, "mnt_peer_group"),
                                                identity(mount, "mnt_master"),
                                                identity(propagates_from, "propagate_from"),
                                                string(root, "mnt_root"),
                                                string(point, "mnt_point"),
                                                identity(name_space, "mnt_ns_id"),
                                                string(subtype, "fs_subtype"),
                                                string(source, "sb_source"),
                                                number(option_list, "opt_num"),
                                                strings(option_list, "opt_array", "opt_num"),
                                                number(security_list, "opt_sec_num"),
                                                strings(security_list, "opt_sec_array", "opt_sec_num"),
                                                part(supported, Field{"supported_mask", u64, kind::flags(mount_status_parts)}),
                                                number(users, "mnt_uidmap_num"),
                                                strings(users, "mnt_uidmap", "mnt_uidmap_num"),
                                                number(groups, "mnt_gidmap_num"),
                                                strings(groups, "mnt_gidmap", "mnt_gidmap_num"),
                                                Field{"__spare2", u64, kind::hex, 43, Form::hidden}};

constexpr std::uint16_t first_query = 24, status_size = 512;
static_assert(placed_fields<mount_status_fields, Abi::i386>.size == status_size);

}  // namespace structs

constinit const StructLayout mount_query_layout =
    layout_of<structs::mount_query_fields>("mnt_id_req", StructShape::plain, {}, {structs::first_query, Tail::bytes, structs::first_query});
constinit const StructLayout mount_list_query_layout = layout_of<structs::mount_list_query_fields>(
    "mnt_id_req", StructShape::plain, {}, {structs::first_query, Tail::bytes, structs::first_query});
constinit const StructLayout mount_status_layout = layout_of<structs::mount_status_fields>("statmount");

}  // namespace troupe
