#pragma once

#include <memory>

#include "actors/tracee.hpp"
#include "troupe/core/decode.hpp"

namespace troupe {

/// How the arguments of calls are decoded for scripts that look at them when the tracee has gone on.
inline constexpr TextStyle script_style{.string_limit = 4096};

/// What a script is shown of a call: structures whole, and what stands behind every pointer.
[[nodiscard]] Shown everything_of(const CallInProgress& call);

/// The arguments of the call that a tracee is entering, as far as they are known.
[[nodiscard]] std::shared_ptr<const SeenArguments> seen_arguments(Tracee& tracee);

}  // namespace troupe
