#include "core/tables/ioctls/volume_sets.hpp"

namespace troupe::ioctls {

namespace {

constexpr NamedConstant most_rows[] = {{~std::uint64_t{0}, "UINT64_MAX"}};
constexpr NamedConstant item_type_rows[] = {
    {0xffffffff, "UINT32_MAX"},           {1, "BTRFS_INODE_ITEM_KEY"},
    {12, "BTRFS_INODE_REF_KEY"},          {13, "BTRFS_INODE_EXTREF_KEY"},
    {24, "BTRFS_XATTR_ITEM_KEY"},         {36, "BTRFS_VERITY_DESC_ITEM_KEY"},
    {37, "BTRFS_VERITY_MERKLE_ITEM_KEY"}, {48, "BTRFS_ORPHAN_ITEM_KEY"},
    {60, "BTRFS_DIR_LOG_ITEM_KEY"},       {72, "BTRFS_DIR_LOG_INDEX_KEY"},
    {84, "BTRFS_DIR_ITEM_KEY"},           {96, "BTRFS_DIR_INDEX_KEY"},
    {108, "BTRFS_EXTENT_DATA_KEY"},       {128, "BTRFS_EXTENT_CSUM_KEY"},
    {132, "BTRFS_ROOT_ITEM_KEY"},         {144, "BTRFS_ROOT_BACKREF_KEY"},
    {156, "BTRFS_ROOT_REF_KEY"},          {168, "BTRFS_EXTENT_ITEM_KEY"},
    {169, "BTRFS_METADATA_ITEM_KEY"},     {176, "BTRFS_TREE_BLOCK_REF_KEY"},
    {178, "BTRFS_EXTENT_DATA_REF_KEY"},   {180, "BTRFS_EXTENT_REF_V0_KEY"},
    {182, "BTRFS_SHARED_BLOCK_REF_KEY"},  {184, "BTRFS_SHARED_DATA_REF_KEY"},
    {192, "BTRFS_BLOCK_GROUP_ITEM_KEY"},  {198, "BTRFS_FREE_SPACE_INFO_KEY"},
    {199, "BTRFS_FREE_SPACE_EXTENT_KEY"}, {200, "BTRFS_FREE_SPACE_BITMAP_KEY"},
    {204, "BTRFS_DEV_EXTENT_KEY"},        {216, "BTRFS_DEV_ITEM_KEY"},
    {228, "BTRFS_CHUNK_ITEM_KEY"},        {240, "BTRFS_QGROUP_STATUS_KEY"},
    {242, "BTRFS_QGROUP_INFO_KEY"},       {244, "BTRFS_QGROUP_LIMIT_KEY"},
    {246, "BTRFS_QGROUP_RELATION_KEY"},   {248, "BTRFS_TEMPORARY_ITEM_KEY"},
    {249, "BTRFS_PERSISTENT_ITEM_KEY"},   {250, "BTRFS_DEV_REPLACE_KEY"},
    {251, "BTRFS_UUID_KEY_SUBVOL"},       {252, "BTRFS_UUID_KEY_RECEIVED_SUBVOL"},
    {253, "BTRFS_STRING_ITEM_KEY"},
};
constexpr NamedConstant object_rows[] = {
    {~std::uint64_t{0}, "UINT64_MAX"},      {1, "BTRFS_ROOT_TREE_OBJECTID"},
    {2, "BTRFS_EXTENT_TREE_OBJECTID"},      {3, "BTRFS_CHUNK_TREE_OBJECTID"},
    {4, "BTRFS_DEV_TREE_OBJECTID"},         {5, "BTRFS_FS_TREE_OBJECTID"},
    {6, "BTRFS_ROOT_TREE_DIR_OBJECTID"},    {7, "BTRFS_CSUM_TREE_OBJECTID"},
    {8, "BTRFS_QUOTA_TREE_OBJECTID"},       {9, "BTRFS_UUID_TREE_OBJECTID"},
    {10, "BTRFS_FREE_SPACE_TREE_OBJECTID"}, {11, "BTRFS_BLOCK_GROUP_TREE_OBJECTID"},
    {256, "BTRFS_FIRST_FREE_OBJECTID"},     {~std::uint64_t{255}, "BTRFS_LAST_FREE_OBJECTID"},
};
constexpr NamedConstant profile_rows[] = {{1, "BTRFS_BLOCK_GROUP_DATA"},
                                          {2, "BTRFS_BLOCK_GROUP_SYSTEM"},
                                          {4, "BTRFS_BLOCK_GROUP_METADATA"},
                                          {8, "BTRFS_BLOCK_GROUP_RAID0"},
                                          {16, "BTRFS_BLOCK_GROUP_RAID1"},
                                          {32, "BTRFS_BLOCK_GROUP_DUP"},
                                          {64, "BTRFS_BLOCK_GROUP_RAID10"},
                                          {128, "BTRFS_BLOCK_GROUP_RAID5"},
                                          {256, "BTRFS_BLOCK_GROUP_RAID6"},
                                          {std::uint64_t{1} << 48, "BTRFS_AVAIL_ALLOC_BIT_SINGLE"},
                                          {std::uint64_t{1} << 49, "BTRFS_SPACE_INFO_GLOBAL_RSV"}};

}  // namespace

constinit const ValueSet volume_most{"volume_limits_of_numbers", "", most_rows, true, true},
    volume_objects{"volume_objects", "", object_rows, true, true}, volume_item_types{"volume_item_types", "", item_type_rows, true, true};
constinit const FlagSet volume_profiles{"volume_profiles", "BTRFS_BLOCK_GROUP_???", profile_rows};

}  // namespace troupe::ioctls
