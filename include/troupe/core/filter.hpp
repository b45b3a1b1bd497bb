#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "troupe/core/per_call.hpp"
#include "troupe/core/predicate.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/subscription.hpp"

namespace troupe {

/// The way a syscall reaches us (docs: lanes). The numbers are those of the design.
enum class Lane : std::uint8_t {
    none = 0,   ///< not wanted: it never stops
    error = 1,  ///< it fails with a fixed errno, and never stops
    entry = 3,  ///< one stop
    exit = 4,   ///< two stops
};

/// What a filter asks of a call's arguments, and the lane where it holds (lane 2 of the design).
struct LaneTest {
    Predicate predicate;
    Lane lane = Lane::none;
};

/// Calls that fail with the same errno each time.
using FixedErrors = std::map<SyscallId, std::uint16_t>;

/// What is asked of every syscall, turned into the cheapest way that gives the right answer.
/// i386 `socketcall` and `ipc` take the widest lane that any of their subcalls needs. Predicates are left out where a filter cannot ask
/// (arguments in memory, numbers far beyond the tables) or has no room left: then every such call stops, and who wanted it looks again.
class Lanes {
 public:
    Lanes() = default;
    /// `wanted` is the union of what hooks and rules subscribed to and what is printed. Of `fixed` the kernel takes care where nothing
    /// wants a call: up to 16 different errors (jumps in a filter are short); those after them stop at their entry.
    explicit Lanes(const Subscription& wanted, const FixedErrors& fixed = {});

    /// Where none of the tests holds.
    [[nodiscard]] Lane of(SyscallId raw) const;
    /// Asked one after the other; each leads to a wider lane than `of`.
    [[nodiscard]] std::span<const LaneTest> tests_of(SyscallId raw) const;
    /// What the filter answers where none of the tests holds: a SECCOMP_RET_ value.
    [[nodiscard]] std::uint32_t answer(SyscallId raw) const;
    /// Whether any syscall stops at all.
    [[nodiscard]] bool all_none() const;
    /// Whether every call that stops here also stops there, and those that fail there do here.
    [[nodiscard]] bool within(const Lanes& wider) const;

 private:
    void add_tests(const Subscription& wanted);
    void widen_multiplexers();

    PerCall<Lane> small_;
    std::array<Lane, abi_count> beyond_{};  // other numbers
    FixedErrors errors_;                    // of those in Lane::error
    std::map<SyscallId, std::vector<LaneTest>> tests_;
    friend class FilterCompiler;
};

using FilterProgram = std::vector<sock_filter>;

/// Lanes as one program for the kernel: ALLOW for lane none, ERRNO for lane error, TRACE for the others with the lane in the low 16 bits.
/// Ranges of equal lanes are merged, and found by bisection. Calls of an unknown architecture are allowed.
[[nodiscard]] FilterProgram compile(const Lanes& lanes);

/// The same program, before which clone with CLONE_UNTRACED, and every clone3, stops at its entry: the flag is to be cleared there.
[[nodiscard]] FilterProgram with_stops_for_untraced_children(const FilterProgram& program);

/// What the kernel would answer: a SECCOMP_RET_ value. Programs that `compile` could not have made are a bug: checked.
[[nodiscard]] std::uint32_t evaluate(const FilterProgram& program, const seccomp_data& call);

/// One instruction a line, for people and golden tests.
[[nodiscard]] std::string listing(const FilterProgram& program);

/// Installs the program on the calling thread. Async-signal-safe: used between fork and exec. Returns 0 or an errno.
/// Sets no_new_privs where the kernel asks for it, because the thread lacks CAP_SYS_ADMIN (seccomp(2): EACCES).
[[nodiscard]] int install_filter(const sock_fprog& program) noexcept;

/// Whether `install_filter` would set no_new_privs: then no program that the thread executes gains rights (set-user-ID, capabilities).
[[nodiscard]] bool filter_needs_no_new_privs();

/// Whether this kernel lets us use a filter: CONFIG_SECCOMP_FILTER, and not forbidden by a filter on ourselves.
[[nodiscard]] bool filters_work();

}  // namespace troupe
