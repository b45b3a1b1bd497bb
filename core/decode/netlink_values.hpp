#pragma once

#include <cstddef>

#include "core/decode/netlink.hpp"

/// What attributes of netlink messages carry, but for other attributes.
namespace troupe {

/// How much there must be of it, to be more than bytes.
[[nodiscard]] std::size_t least_of(const NetlinkContext& context, const AttributeRow& row);
/// How much there may be of it, to be more than bytes.
[[nodiscard]] std::size_t most_of(const AttributeRow& row);
/// How much of it has to be there; what stands behind that is not looked at.
[[nodiscard]] std::size_t needed_of(const NetlinkContext& context, const AttributeRow& row, const Part& data);
/// Of `data` there is what is needed.
void write_attribute_value(const NetlinkContext& context, const AttributeRow& row, const Part& data);
/// A name whose end is missing is cut.
void write_attribute_text(Decoder& decoder, const Part& data);
/// What stands behind its end is not shown, and need not be there.
void write_attribute_word(Decoder& decoder, const Part& data);

}  // namespace troupe
