#include "core/tables/ioctls/argument_words.hpp"

// Volumes of btrfs (linux/btrfs.h).
namespace troupe::ioctls {

constinit const Rows volume_rows{};

}  // namespace troupe::ioctls
