#pragma once

#include "actors/ledger.hpp"
#include "actors/supervisor/desk.hpp"

namespace troupe {

/// The last of a run, when no worker runs any more: closes the output; says what was lost, `--engine-stats`, and a ledger that does not
/// balance. Returns the result, which is a failure where output was lost and nothing else tells.
[[nodiscard]] RunResult give_account(const Desk& desk, const Ledger& total, RunResult result);

}  // namespace troupe
