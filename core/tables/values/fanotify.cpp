#include "core/tables/values/fanotify.hpp"

#include <array>

/// linux/fanotify.h
namespace troupe {

namespace {

constexpr auto fanotify_places_rows = std::to_array<NamedConstant>({{~std::uint64_t{0}, "FAN_NOFD"}});

constexpr auto fanotify_classes_rows =
    std::to_array<NamedConstant>({{0, "FAN_CLASS_NOTIF"}, {4, "FAN_CLASS_CONTENT"}, {8, "FAN_CLASS_PRE_CONTENT"}});

}  // namespace

constinit const ValueSet fanotify_places{"fanotify_places", "FAN_???", fanotify_places_rows};
constinit const ValueSet fanotify_classes{"fanotify_classes", "FAN_CLASS_???", fanotify_classes_rows};

}  // namespace troupe
