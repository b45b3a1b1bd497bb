#pragma once

#include "actors/log.hpp"
#include "troupe/actors/engine.hpp"

namespace troupe {

struct FilterChoice {
    bool ours = false;               ///< the command gets one
    bool sets_no_new_privs = false;  ///< with it, because the kernel takes it no other way
};

/// Whether a command gets a filter, which is to change nothing but what a call costs. That takes -f, because a thread or child that is not
/// traced would fail under it; and by itself we do without where there is a filter on us already, and where the kernel asks for
/// no_new_privs and programs would lose rights by it. `--seccomp-bpf=on` overrules these two. A tracee that is
/// detached while it runs would fail under one. What a user has to know of it is logged.
[[nodiscard]] FilterChoice choose_filter(const EngineConfig& config, const Log& log);

}  // namespace troupe
