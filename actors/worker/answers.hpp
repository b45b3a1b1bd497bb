#pragma once

#include "actors/affinity_book.hpp"
#include "actors/stage.hpp"
#include "actors/tracee.hpp"
#include "troupe/core/decision.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/tasks.hpp"

/// What we answer to calls that ask for something that we have changed. Decisions like those of rules and hooks.
namespace troupe {

/// At the entry of a call about the CPUs of a thread (`CallRole`): a program is told the CPUs that it asked for, not where we keep it.
void begin_call_about_cpus(AffinityBook& book, const Tracee& tracee, const SyscallInfo& info);

/// At the entry of a call that may ask for seccomp's strict mode, or is made in it (strict_mode.hpp). `own_filters`: on ourselves, and so
/// on every tracee; `filtered`: there is our filter on this one as well. Notes in the tracee that it is in that mode.
[[nodiscard]] Decision strict_mode_answer(Tasks& tasks, Tracee& tracee, const SyscallInfo& info, bool filtered, int own_filters);

/// At the exit of a call that asks for seccomp's mode or for no_new_privs, and was told that it is set: not by the program.
[[nodiscard]] Decision filter_answer(const Stage& stage, Tasks& tasks, const Tracee& tracee);

/// At the entry of a call that puts a filter on: EACCES where the kernel lets it do so only because we have set no_new_privs.
[[nodiscard]] Decision filter_refusal(Tasks& tasks, const Tracee& tracee, bool set_no_new_privs);

}  // namespace troupe
