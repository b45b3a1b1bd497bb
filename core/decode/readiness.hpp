#pragma once

#include "core/decode/decoder.hpp"

namespace troupe {

/// Behind the result of a call that waits for descriptors: what became ready, and the time that is left; ` (Timeout)`. Nothing for others.
void write_readiness(Decoder& decoder, const Signature& signature);

}  // namespace troupe
