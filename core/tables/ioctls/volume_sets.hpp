#pragma once

#include "core/tables/ioctls/own.hpp"
#include "core/tables/named_constant.hpp"

/// Names in the trees of btrfs (linux/btrfs_tree.h).
namespace troupe::ioctls {

extern const ValueSet volume_most, volume_objects, volume_item_types;
extern const FlagSet volume_profiles;

/// A number, or UINT64_MAX.
inline constexpr Kind number_or_most{.tag = Tag::own_number, .value_set = &volume_most, .own = Own::named_unsigned},
    item_type{.tag = Tag::own_number, .value_set = &volume_item_types, .own = Own::named_unsigned},
    object{.tag = Tag::own_number, .value_set = &volume_objects, .own = Own::named_unsigned};

}  // namespace troupe::ioctls
