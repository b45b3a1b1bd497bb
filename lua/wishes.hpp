#pragma once

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "troupe/core/subscription.hpp"

namespace troupe::lua {

/// What scripts asked for: what stays for ever (`strace.hook`, `troupe.on`), and what goes with a handle (`troupe.hook`, `troupe.observe`).
class Wishes {
 public:
    enum class Role : std::uint8_t { decides, observes };

    [[nodiscard]] const Subscription& hooks() const { return hooks_; }
    [[nodiscard]] const Subscription& observers() const { return observers_; }

    /// For ever. False: it was wanted already.
    bool add(SyscallId call, Interest interest);
    void add_all(Interest interest);
    void add(Happening happening);

    /// Until `remove`. `handle` is the number of a hook.
    void add(int handle, Role role, SyscallId call, Interest interest, Predicate predicate,
             std::shared_ptr<const Circumstances> circumstances = {});
    void remove(int handle);
    /// Whether this call is one of those that the handle was made for, with these arguments. `holding`: handles whose circumstances hold.
    [[nodiscard]] bool holds(int handle, SyscallId call, const Arguments& args, std::span<const int> holding) const;

 private:
    struct Wish {
        Role role = Role::decides;
        SyscallId call;
        Interest interest;
        Predicate predicate;
        std::shared_ptr<const Circumstances> circumstances;
    };

    Subscription for_ever_;
    std::map<int, std::vector<Wish>> by_handle_;
    // Made of the two above.
    Subscription hooks_;
    Subscription observers_;
};

}  // namespace troupe::lua
