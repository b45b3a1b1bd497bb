#pragma once

#include "actors/tracee.hpp"
#include "troupe/core/path_match.hpp"
#include "troupe/core/requests.hpp"

namespace troupe {

/// -P and --trace-fds: calls that touch none of these files are not printed, and no rule acts on them or counts them. Hooks and observers
/// have them all the same. Worker only.
class CallFilter {
 public:
    explicit CallFilter(const WantedFiles& files) : files_(files) {}

    /// At the entry of a call. Reads the tracee's memory, and what its descriptors lead to.
    [[nodiscard]] bool passes(Tracee& tracee, const SyscallEntry& entry) const {
        return files_.empty() || touches({entry.call, entry.args, tracee.facts.id.tid, tracee.memory}, files_);
    }

 private:
    const WantedFiles& files_;
};

}  // namespace troupe
