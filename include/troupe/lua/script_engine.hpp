#pragma once

#include <signal.h>
#include <sys/resource.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "troupe/core/affinity.hpp"
#include "troupe/core/hooks.hpp"

namespace troupe {

/// How scripts are run.
struct LuaConfig {
    enum class Jit : std::uint8_t {
        automatic,  ///< on, except on builds of LuaJIT that are known to compile wrongly
        on,
        off,
    };
    /// What stood after each `-l`, in order: `FILE` or `FILE,KEY=VALUE,…`. An existing file wins, also one with a comma in its name.
    std::vector<std::string> scripts;
    Jit jit = Jit::automatic;
    /// By which name the user started us: `troupe.program_name`.
    std::string program_name;
    /// What children of scripts begin with (os.execute, io.popen): what the user's shell gave us. Hooks run on threads of ours that block
    /// signals and stay on a CPU, in a process that may have more files open. Nothing: what the thread has.
    struct Surroundings {
        sigset_t signal_mask;
        CpuSet cpus;         ///< none: they are not known, and are left as they are
        rlimit descriptors;  ///< RLIMIT_NOFILE: we may have raised ours
    };
    std::optional<Surroundings> of_children;
};

/// Compiles the scripts, in order, in one Lua state. A script that cannot be read or compiled is a `ScriptStop` whose message has file and
/// line and no traceback. Main chunks run in `Hooks::start`. `ScriptStop::message` is what follows `NAME: lua: `; the caller prints it.
[[nodiscard]] tl::expected<std::unique_ptr<Hooks>, ScriptStop> load_scripts(const LuaConfig& config);

/// The signal by which `Hooks::interrupt` reaches the thread that runs a hook. A thread unblocks it when it first runs one.
[[nodiscard]] int script_break_signal();

}  // namespace troupe
