#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "troupe/core/abi.hpp"
#include "troupe/core/per_call.hpp"
#include "troupe/core/predicate.hpp"

namespace troupe {

/// What is wanted of one syscall.
struct Interest {
    bool entry = false;
    bool exit = false;
    bool values = false;      ///< observers: with what stands behind its pointers
    bool whole_line = false;  ///< hooks: its line is not begun before its end

    [[nodiscard]] constexpr bool any() const { return entry || exit; }
    friend constexpr bool operator==(const Interest&, const Interest&) = default;
};

struct Circumstances;

/// What is wanted of one syscall where its registers hold this.
struct Conditional {
    Predicate predicate;
    Interest interest;
    std::shared_ptr<const Circumstances> circumstances{};  ///< that have to hold as well; nullptr: none
};

/// Whether circumstances of a call hold.
using CircumstancesHold = std::function<bool(const Circumstances&)>;

/// Events that are not syscalls.
enum class Happening : std::uint8_t { spawn, exec, exit, signal, attach, detach };
inline constexpr std::size_t happening_count = 6;

/// What is wanted of which syscall, and of which other events: a value with union. Numbers outside the tables are welcome.
class Subscription {
 public:
    void add(SyscallId call, Interest interest);
    /// Only where the predicate holds, and the circumstances, if there are any.
    void add(SyscallId call, Interest interest, const Predicate& predicate, std::shared_ptr<const Circumstances> circumstances = {});
    /// Every syscall of every ABI, known or not.
    void add_all(Interest interest);
    /// Every number of every ABI that lies far beyond the tables, and so cannot be added one by one.
    void add_beyond(Interest interest);
    void add(Happening happening) { happenings_.set(static_cast<std::size_t>(happening)); }
    Subscription& operator|=(const Subscription& other);

    /// Whatever its arguments are.
    [[nodiscard]] Interest of(SyscallId call) const;
    [[nodiscard]] Interest of(SyscallId call, const Arguments& args) const;
    /// The same, where circumstances can be asked about; the one above takes them to hold. Each is asked about at most once.
    [[nodiscard]] Interest of(SyscallId call, const Arguments& args, const CircumstancesHold& hold) const;
    /// What is wanted of calls beside that, for some arguments.
    [[nodiscard]] const std::map<SyscallId, std::vector<Conditional>>& conditionals() const { return conditionals_; }
    [[nodiscard]] bool wants(Happening happening) const { return happenings_.test(static_cast<std::size_t>(happening)); }
    /// True where any syscall beyond those ever added one by one is wanted.
    [[nodiscard]] Interest of_every_call() const { return every_; }
    /// What is wanted of numbers far beyond the tables (from 1024 on), apart from those added one by one.
    [[nodiscard]] Interest of_beyond() const;
    [[nodiscard]] bool any_call() const;
    /// Syscalls of `abi` added one by one, without a predicate, in order of their numbers.
    [[nodiscard]] std::set<std::uint32_t> calls(Abi abi) const;

 private:
    PerCall<bool> entry_;
    PerCall<bool> exit_;
    PerCall<bool> values_;
    PerCall<bool> whole_line_;
    bool any_extra_ = false;               // anything in the two above
    std::map<SyscallId, Interest> large_;  // what was added of numbers that have no place above
    std::map<SyscallId, std::vector<Conditional>> conditionals_;
    Interest every_;
    Interest beyond_;
    std::bitset<happening_count> happenings_;
};

}  // namespace troupe
