#include <linux/input.h>

#include "core/tables/named_constant.hpp"
#include "core/tables/values/input.hpp"

// Keys and buttons of input devices (linux/input-event-codes.h).
namespace troupe {

namespace {

constexpr NamedConstant keys_rows[] = {
#include "core/tables/values/key_rows.inc"
};

}  // namespace

constinit const ValueSet keys{"keys", "KEY_???", keys_rows};

}  // namespace troupe
