#include "core/tables/values/process.hpp"

#include <linux/seccomp.h>
#include <sys/resource.h>

#include "core/tables/named_constant.hpp"

// Processes: limits, scheduling, waiting, signals.
namespace troupe {

namespace {

constexpr NamedConstant priority_kinds_rows[] = {
    {0, "PRIO_PROCESS"},
    {1, "PRIO_PGRP"},
    {2, "PRIO_USER"},
};

constexpr NamedConstant resource_limits_rows[] = {
    {0, "RLIMIT_CPU"},       {1, "RLIMIT_FSIZE"}, {2, "RLIMIT_DATA"},    {3, "RLIMIT_STACK"},
    {4, "RLIMIT_CORE"},      {5, "RLIMIT_RSS"},   {6, "RLIMIT_NPROC"},   {7, "RLIMIT_NOFILE"},
    {8, "RLIMIT_MEMLOCK"},   {9, "RLIMIT_AS"},    {10, "RLIMIT_LOCKS"},  {11, "RLIMIT_SIGPENDING"},
    {12, "RLIMIT_MSGQUEUE"}, {13, "RLIMIT_NICE"}, {14, "RLIMIT_RTPRIO"}, {15, "RLIMIT_RTTIME"},
};

constexpr NamedConstant rusage_who_rows[] = {
    {0, "RUSAGE_SELF"},
    {0xffffffff, "RUSAGE_CHILDREN"},
    {0xfffffffe, "RUSAGE_BOTH"},
    {1, "RUSAGE_THREAD"},
};

constexpr NamedConstant sched_policies_rows[] = {
    {0, "SCHED_OTHER"}, {1, "SCHED_FIFO"}, {2, "SCHED_RR"},       {3, "SCHED_BATCH"},
    {4, "SCHED_ISO"},   {5, "SCHED_IDLE"}, {6, "SCHED_DEADLINE"}, {7, "SCHED_EXT"},
};

constexpr NamedConstant seccomp_operations_rows[] = {
    {0, "SECCOMP_SET_MODE_STRICT"},
    {1, "SECCOMP_SET_MODE_FILTER"},
    {2, "SECCOMP_GET_ACTION_AVAIL"},
    {3, "SECCOMP_GET_NOTIF_SIZES"},
};

constexpr NamedConstant sigprocmask_hows_rows[] = {
    {0, "SIG_BLOCK"},
    {1, "SIG_UNBLOCK"},
    {2, "SIG_SETMASK"},
};

constexpr NamedConstant wait_id_types_rows[] = {
    {0, "P_ALL"},
    {1, "P_PID"},
    {2, "P_PGID"},
    {3, "P_PIDFD"},
};

constexpr NamedConstant rseq_cpu_ids_rows[] = {
    {0xffffffff, "RSEQ_CPU_ID_UNINITIALIZED"},
    {0xfffffffe, "RSEQ_CPU_ID_REGISTRATION_FAILED"},
};

}  // namespace

constinit const ValueSet priority_kinds{"priority_kinds", "PRIO_???", priority_kinds_rows};
constinit const ValueSet resource_limits{"resource_limits", "RLIMIT_???", resource_limits_rows, true};
constinit const ValueSet rusage_who{"rusage_who", "RUSAGE_???", rusage_who_rows};
constinit const ValueSet sched_policies{"sched_policies", "SCHED_???", sched_policies_rows};
constinit const ValueSet seccomp_operations{"seccomp_operations", "SECCOMP_SET_MODE_???", seccomp_operations_rows, true};
constinit const ValueSet sigprocmask_hows{"sigprocmask_hows", "SIG_???", sigprocmask_hows_rows};
constinit const ValueSet wait_id_types{"wait_id_types", "P_???", wait_id_types_rows};
constinit const ValueSet rseq_cpu_ids{"rseq_cpu_ids", "", rseq_cpu_ids_rows};

}  // namespace troupe
