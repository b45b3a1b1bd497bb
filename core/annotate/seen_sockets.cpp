#include "core/annotate/seen_sockets.hpp"

#include <utility>

namespace troupe {

std::optional<DescriptorNote> SeenSockets::of(std::uint64_t inode) const {
    const std::scoped_lock lock(mutex_);
    const Place& place = places_[inode % places];
    return inode != 0 && place.inode == inode ? std::optional(place.note) : std::nullopt;
}

DescriptorNote SeenSockets::add(std::uint64_t inode, DescriptorNote note) {
    const std::scoped_lock lock(mutex_);
    Place& place = places_[inode % places];
    if (place.inode != inode) {
        place = {inode, std::move(note)};
    }
    return place.note;
}

SeenSockets& seen_sockets() {
    static SeenSockets seen;
    return seen;
}

}  // namespace troupe
