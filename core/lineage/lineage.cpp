#include "troupe/core/lineage.hpp"

#include <fmt/format.h>

namespace troupe {

Lineage Lineage::root(std::uint32_t number) { return Lineage(std::to_string(number)); }

Lineage Lineage::next_child() {
    if (!is_known()) {
        return {};
    }
    ++children_;
    return Lineage(fmt::format("{}.{}", *text_, children_));
}

}  // namespace troupe
