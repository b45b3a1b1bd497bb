#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/ioctls/volume_sets.hpp"

// What a volume of btrfs is asked (linux/btrfs.h): its features, its space, its files, its errors, what is in its trees.
namespace troupe::ioctls {

namespace {

constexpr NamedConstant ro_feature_rows[] = {{1, "BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE"},
                                             {2, "BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID"},
                                             {4, "BTRFS_FEATURE_COMPAT_RO_VERITY"},
                                             {8, "BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE"}};
constexpr NamedConstant hard_feature_rows[] = {
    {1, "BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF"},       {2, "BTRFS_FEATURE_INCOMPAT_DEFAULT_SUBVOL"},
    {4, "BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS"},        {8, "BTRFS_FEATURE_INCOMPAT_COMPRESS_LZO"},
    {0x10, "BTRFS_FEATURE_INCOMPAT_COMPRESS_ZSTD"},    {0x20, "BTRFS_FEATURE_INCOMPAT_BIG_METADATA"},
    {0x40, "BTRFS_FEATURE_INCOMPAT_EXTENDED_IREF"},    {0x80, "BTRFS_FEATURE_INCOMPAT_RAID56"},
    {0x100, "BTRFS_FEATURE_INCOMPAT_SKINNY_METADATA"}, {0x200, "BTRFS_FEATURE_INCOMPAT_NO_HOLES"},
    {0x400, "BTRFS_FEATURE_INCOMPAT_METADATA_UUID"},   {0x800, "BTRFS_FEATURE_INCOMPAT_RAID1C34"},
    {0x1000, "BTRFS_FEATURE_INCOMPAT_ZONED"},          {0x2000, "BTRFS_FEATURE_INCOMPAT_EXTENT_TREE_V2"}};
constexpr FlagSet soft_features{"volume_features", "BTRFS_FEATURE_COMPAT_???", {}},
    ro_features{"volume_reading_features", "BTRFS_FEATURE_COMPAT_RO_???", ro_feature_rows},
    hard_features{"volume_needed_features", "BTRFS_FEATURE_INCOMPAT_???", hard_feature_rows};
constexpr std::array feature_fields{Field{"compat_flags", u64, kind::flags(soft_features)},
                                    Field{"compat_ro_flags", u64, kind::flags(ro_features)},
                                    Field{"incompat_flags", u64, kind::flags(hard_features)}};
constexpr StructLayout feature_layout = layout_of<feature_fields>("btrfs_ioctl_feature_flags");
constexpr std::array two_feature_fields{Field{"", nested, kind::structure(feature_layout), 2, Form::all_elements}};
constexpr StructLayout two_feature_layout = bare_layout<two_feature_fields>();

constexpr std::array space_fields{Field{"flags", u64, kind::flags(volume_profiles)}, Field{"total_bytes", u64, kind::unsigned_64},
                                  Field{"used_bytes", u64, kind::unsigned_64}};
constexpr StructLayout space_layout = layout_of<space_fields>("btrfs_ioctl_space_info");
constexpr std::array spaces_asked_fields{Field{"space_slots", u64, kind::unsigned_64}, padding(u64)};
// Without room for any, only how many there are is told.
constexpr std::array spaces_told_fields{
    Field{"space_slots", u64, kind::unsigned_64, 1, Form::hidden}, Field{"total_spaces", u64, kind::unsigned_64},
    if_verbose(shown(when::either(when::is_set("space_slots"), when::is("total_spaces", 0)),
                     counted("total_spaces", Field{"spaces", nested, kind::structure(space_layout), 1, Form::behind})))};
constexpr StructLayout spaces_told_layout = layout_of<spaces_told_fields>("btrfs_ioctl_space_args");
constexpr StructLayout spaces_layout = answered_by(spaces_told_layout, layout_of<spaces_asked_fields>("btrfs_ioctl_space_args"));

// What is found behind `fspath` and `inodes`: paths by their offsets, or places in files, three words each.
constexpr std::array place_fields{Field{"inum", u64, kind::unsigned_64}, Field{"offset", u64, kind::unsigned_64},
                                  Field{"root", u64, kind::unsigned_64}};
constexpr StructLayout place_layout = layout_of<place_fields>("btrfs_inum_offset_root");
constexpr Field container_word(std::string_view name) { return Field{name, u32, kind::unsigned_64}; }
constexpr std::array paths_fields{container_word("bytes_left"), container_word("bytes_missing"), container_word("elem_cnt"),
                                  container_word("elem_missed"),
                                  if_verbose(Field{"val", nested, kind::own_memory(Own::volume_paths, place_layout), 1, Form::behind})};
constexpr std::array places_fields{container_word("bytes_left"), container_word("bytes_missing"), container_word("elem_cnt"),
                                   container_word("elem_missed"),
                                   if_verbose(Field{"val", nested, kind::own_memory(Own::volume_places, place_layout), 1, Form::behind})};
constexpr StructLayout paths_layout = layout_of<paths_fields>("btrfs_data_container"),
                       places_layout = layout_of<places_fields>("btrfs_data_container");
constexpr std::array paths_asked_fields{Field{"inum", u64, kind::unsigned_64}, Field{"size", u64, kind::unsigned_64}, padding(u64, 4),
                                        Field{"fspath", u64, kind::pointer}};
constexpr std::array paths_told_fields{padding(u64, 6), Field{"fspath", u64, kind::structure(paths_layout)}};
constexpr StructLayout paths_told_layout = layout_of<paths_told_fields>("btrfs_ioctl_ino_path_args");
constexpr StructLayout paths_asked_layout = answered_by(paths_told_layout, layout_of<paths_asked_fields>("btrfs_ioctl_ino_path_args"));

constexpr NamedConstant place_flag_rows[] = {{1, "BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET"}};
constexpr FlagSet place_flags{"volume_place_flags", "BTRFS_LOGICAL_INO_ARGS_???", place_flag_rows};
constexpr std::array places_asked_fields{Field{"logical", u64, kind::unsigned_64}, Field{"size", u64, kind::unsigned_64},
                                         shown(when::is_set("reserved"), Field{"reserved", u64, kind::hex, 3, Form::numbers}),
                                         Field{"flags", u64, kind::flags(place_flags)}, Field{"inodes", u64, kind::pointer}};
constexpr std::array places_told_fields{padding(u64, 6), Field{"inodes", u64, kind::structure(places_layout)}};
constexpr StructLayout places_told_layout = layout_of<places_told_fields>("btrfs_ioctl_logical_ino_args");
constexpr StructLayout places_asked_layout =
    answered_by(places_told_layout, layout_of<places_asked_fields>("btrfs_ioctl_logical_ino_args"));

constexpr NamedConstant error_flag_rows[] = {{1, "BTRFS_DEV_STATS_RESET"}};
constexpr FlagSet error_flags{"volume_error_flags", "BTRFS_DEV_STATS_???", error_flag_rows};
constexpr NamedConstant error_rows[] = {{0, "BTRFS_DEV_STAT_WRITE_ERRS"},
                                        {1, "BTRFS_DEV_STAT_READ_ERRS"},
                                        {2, "BTRFS_DEV_STAT_FLUSH_ERRS"},
                                        {3, "BTRFS_DEV_STAT_CORRUPTION_ERRS"},
                                        {4, "BTRFS_DEV_STAT_GENERATION_ERRS"}};
constexpr ValueSet errors{"volume_errors", "", error_rows};
constexpr Kind error_counts{.tag = Tag::own_memory, .value_set = &errors, .own = Own::volume_errors};
constexpr std::array errors_asked_fields{Field{"devid", u64, kind::device}, Field{"nr_items", u64, kind::unsigned_64},
                                         Field{"flags", u64, kind::flags(error_flags)}, padding(u64, 126)};
constexpr std::array errors_told_fields{padding(u64), Field{"nr_items", u64, kind::unsigned_64},
                                        Field{"flags", u64, kind::flags(error_flags)}, Field{"", u64, error_counts, 1, Form::behind}};
constexpr StructLayout errors_told_layout = layout_of<errors_told_fields>("btrfs_ioctl_get_dev_stats");
constexpr StructLayout errors_asked_layout = answered_by(errors_told_layout, layout_of<errors_asked_fields>("btrfs_ioctl_get_dev_stats"));

// What is looked for: in brief, without the limits that are no limits.
constexpr std::array search_key_fields{
    Field{"tree_id", u64, object},
    if_verbose(shown(when::is_not("min_objectid", 256), Field{"min_objectid", u64, object})),
    if_verbose(shown(when::is_not("max_objectid", ~std::uint64_t{255}), Field{"max_objectid", u64, object})),
    Field{"min_offset", u64, number_or_most},
    Field{"max_offset", u64, number_or_most},
    Field{"min_transid", u64, number_or_most},
    Field{"max_transid", u64, number_or_most},
    Field{"min_type", u32, item_type},
    Field{"max_type", u32, item_type},
    Field{"nr_items", u32, kind::unsigned_64},
    padding(u32),
    padding(u64, 4)};
constexpr std::string_view search_key_brief[] = {"tree_id",     "min_objectid", "max_objectid", "min_offset", "max_offset",
                                                 "min_transid", "max_transid",  "min_type",     "max_type",   "nr_items"},
                           search_told[] = {"nr_items"}, found_brief[] = {"key"}, found2_brief[] = {"key", "buf_size"};
constexpr StructLayout search_key_layout = layout_of<search_key_fields>("btrfs_ioctl_search_key", StructShape::plain,
                                                                        View{.brief = search_key_brief, .brief_is_whole = true}),
                       told_search_key_layout =
                           layout_of<search_key_fields>("btrfs_ioctl_search_key", StructShape::plain, View{search_told, {}, {}});
constexpr std::array item_fields{Field{"transid", u64, kind::unsigned_64}, Field{"objectid", u64, object},
                                 Field{"offset", u64, kind::unsigned_64}, Field{"type", u32, item_type},
                                 Field{"len", u32, kind::unsigned_64}};
constexpr StructLayout item_layout = layout_of<item_fields>("btrfs_ioctl_search_header");
constexpr Kind items = kind::own_memory(Own::volume_items, item_layout);
constexpr std::array search_fields{Field{"key", nested, kind::structure(search_key_layout)}, padding(u8, 3992)};
constexpr std::array found_fields{Field{"key", nested, kind::structure(told_search_key_layout)}, Field{"buf", u8, items, 1, Form::behind}};
constexpr std::array search2_fields{Field{"key", nested, kind::structure(search_key_layout)}, Field{"buf_size", u64, kind::unsigned_64}};
constexpr std::array found2_fields{Field{"key", nested, kind::structure(told_search_key_layout)}, Field{"buf_size", u64, kind::unsigned_64},
                                   Field{"buf", u8, items, 1, Form::behind}};
constexpr StructLayout found_layout = layout_of<found_fields>("btrfs_ioctl_search_args", StructShape::plain, View{.brief = found_brief}),
                       found2_layout =
                           layout_of<found2_fields>("btrfs_ioctl_search_args_v2", StructShape::plain, View{.brief = found2_brief});
constexpr StructLayout search_layout = answered_by(found_layout, layout_of<search_fields>("btrfs_ioctl_search_args")),
                       search2_layout = answered_by(found2_layout, layout_of<search2_fields>("btrfs_ioctl_search_args_v2"));

constexpr IoctlArgument rows[] = {
    answers(kind::structure(feature_layout), "BTRFS_IOC_GET_FEATURES"),
    takes(kind::structure(two_feature_layout), "BTRFS_IOC_SET_FEATURES"),
    answers(kind::own_memory(Own::feature_sets, feature_layout), "BTRFS_IOC_GET_SUPPORTED_FEATURES"),
    changes(kind::structure(spaces_layout), "BTRFS_IOC_SPACE_INFO"),
    changes(kind::structure(paths_asked_layout), "BTRFS_IOC_INO_PATHS"),
    changes(kind::structure(places_asked_layout), "BTRFS_IOC_LOGICAL_INO"),
    changes(kind::structure(errors_asked_layout), "BTRFS_IOC_GET_DEV_STATS"),
    changes(kind::structure(search_layout), "BTRFS_IOC_TREE_SEARCH"),
    changes(kind::structure(search2_layout), "BTRFS_IOC_TREE_SEARCH_V2"),
};

}  // namespace

constinit const Rows volume_query_rows = rows;

}  // namespace troupe::ioctls
