#include "actors/filter_choice.hpp"

#include <linux/capability.h>
#include <unistd.h>

#include <cstdint>
#include <optional>
#include <string>

#include "troupe/core/filter.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

const char* obstacle_to_filter(const EngineConfig& config) {
    if (!config.follow) {
        return "it takes -f: a thread or child that is not traced would fail";
    }
    return filters_work() ? nullptr : "this kernel, or a filter on ourselves, does not let us";
}

/// Without CAP_SYS_ADMIN a filter takes no_new_privs, and then execve gives a program no rights. To those that are traced it gives none
/// anyway, but where the tracer has CAP_SYS_PTRACE, or they themselves have CAP_SETUID (security/commoncap.c, cap_bprm_creds_from_file).
bool would_give_rights(const std::optional<procfs::Status>& ourselves) {
    constexpr std::uint64_t rights = 1ULL << CAP_SYS_PTRACE | 1ULL << CAP_SETUID;
    return ourselves && (ourselves->capabilities & rights) != 0;
}

}  // namespace

FilterChoice choose_filter(const EngineConfig& config, const Log& log) {
    if (!config.command || config.filter == FilterUse::off || config.lets_tracees_live()) {
        return {};
    }
    const bool on = config.filter == FilterUse::on;
    if (const char* obstacle = obstacle_to_filter(config)) {
        log.write(on ? LogLevel::warning : LogLevel::debug, std::string("no seccomp filter: ") + obstacle);
        return {};
    }
    const FilterChoice chosen{.ours = true, .sets_no_new_privs = filter_needs_no_new_privs()};
    const auto ourselves = procfs::status_of(::getpid());
    if (chosen.sets_no_new_privs && would_give_rights(ourselves)) {
        log.write(on ? LogLevel::warning : LogLevel::debug,
                  "we have no CAP_SYS_ADMIN, and with a seccomp filter set-user-ID programs run without their rights");
        return on ? chosen : FilterChoice{};
    }
    if (!on && ourselves && ourselves->filters > 0) {
        log.write(LogLevel::warning,
                  "we run under a seccomp filter already, as in a container: without one of ours every call stops, which is slower, "
                  "because calls that the other one refuses would be missing (--seccomp-bpf=on uses ours all the same)");
        return {};
    }
    return chosen;
}

}  // namespace troupe
