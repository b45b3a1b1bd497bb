#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "lua/hook_abi.hpp"
#include "lua/hook_names.hpp"
#include "lua/tables.hpp"
#include "lua/value_writer.hpp"
#include "lua/wishes.hpp"
#include "troupe/core/circumstances.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/hooks.hpp"
#include "troupe/core/path_match.hpp"
#include "troupe/core/tracee_annotations.hpp"

namespace troupe::lua {

/// What -yy says of descriptors.
[[nodiscard]] AnnotationChoice every_detail();

/// What the flat functions act on: the event of the moment, what the hooks decided about it so far, and what the scripts asked for.
/// Everything but the atomics belongs to the holder of the baton.
struct Border {
    // For the duration of one call of Hooks.
    EventView* view = nullptr;  ///< null: there is no event
    Effects* effects = nullptr;
    const Observation* observation = nullptr;  ///< null: none is being told
    std::span<const int> holding;              ///< hooks or observers whose circumstances hold
    Decision decision;

    // Shared with the prelude, which keeps pointers to them.
    abi::tcb tcb{};
    abi::troupe_now now{};
    abi::troupe_event event{};

    // What was decoded or asked for last; scripts copy it before they ask again.
    TraceeAnnotations annotations{every_detail()};
    ValueWriter values;
    abi::troupe_values decoded{};
    HalfDone half;
    std::string text;
    std::uint64_t since = 0;  ///< when this call of Hooks began; monotonic clock, ns
    std::uint64_t due = 0;    ///< when a timer is; 0: none is

    // While a script says what it wants.
    Predicate predicate;
    Circumstances circumstances;
    std::string complaint;

    // While a script puts an object together that it emits.
    std::string emission;

    // For as long as the scripts live.
    Wishes wishes;
    std::atomic<std::uint64_t> revision{1};
    HookNames names;
    FirstHooks first_hooks;
    Tables tables;
    WantedPaths paths;

    [[nodiscard]] bool at_syscall_entry() const { return view != nullptr && now.phase == abi::entry; }
    [[nodiscard]] bool at_syscall() const { return view != nullptr && (now.phase == abi::entry || now.phase == abi::exit); }
    /// Which hook runs. LuaJIT writes it as a plain int; other threads read it, a moment late at worst.
    void set_hook(int number) { __atomic_store_n(&now.hook, number, __ATOMIC_RELAXED); }
    [[nodiscard]] int hook() const { return __atomic_load_n(&now.hook, __ATOMIC_RELAXED); }
    /// Whose event it is; nullptr: there is none.
    [[nodiscard]] const TaskFacts* task() const;
    /// The call of the event; only where `at_syscall`.
    [[nodiscard]] SyscallId call() const;
    /// Shows a syscall event to `troupe.hook` and `troupe.observe`.
    void show(const Event& shown, const TaskFacts& task, std::uint64_t sequence);
};

/// The border of the call of Hooks that this thread is in. This is the one pointer by which the flat functions, to which LuaJIT passes
/// nothing of ours, find it.
[[nodiscard]] Border& border();

/// Makes a border the current one of this thread, for its own lifetime.
class BorderInUse {
 public:
    explicit BorderInUse(Border& border);
    BorderInUse(const BorderInUse&) = delete;
    BorderInUse& operator=(const BorderInUse&) = delete;
    ~BorderInUse();
};

}  // namespace troupe::lua
