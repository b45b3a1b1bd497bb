#include "core/tables/ioctls/argument_words.hpp"

// Video devices (linux/videodev2.h).
namespace troupe::ioctls {

constinit const Rows video_rows{};

}  // namespace troupe::ioctls
