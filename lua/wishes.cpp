#include "lua/wishes.hpp"

#include <algorithm>
#include <utility>

namespace troupe::lua {

bool Wishes::add(SyscallId call, Interest interest) {
    const Interest before = for_ever_.of(call);
    if ((before.entry || !interest.entry) && (before.exit || !interest.exit)) return false;
    for_ever_.add(call, interest);
    hooks_.add(call, interest);
    return true;
}

void Wishes::add_all(Interest interest) {
    for_ever_.add_all(interest);
    hooks_.add_all(interest);
}

void Wishes::add(Happening happening) {
    for_ever_.add(happening);
    hooks_.add(happening);
}

void Wishes::add(int handle, Role role, SyscallId call, Interest interest, Predicate predicate,
                 std::shared_ptr<const Circumstances> circumstances) {
    (role == Role::decides ? hooks_ : observers_).add(call, interest, predicate, circumstances);
    by_handle_[handle].push_back({role, call, interest, std::move(predicate), std::move(circumstances)});
}

void Wishes::remove(int handle) {
    if (by_handle_.erase(handle) == 0) return;
    hooks_ = for_ever_;
    observers_ = {};
    for (const auto& [_, wishes] : by_handle_) {
        for (const Wish& wish : wishes) {
            (wish.role == Role::decides ? hooks_ : observers_).add(wish.call, wish.interest, wish.predicate, wish.circumstances);
        }
    }
}

bool Wishes::holds(int handle, SyscallId call, const Arguments& args, std::span<const int> holding) const {
    const auto found = by_handle_.find(handle);
    if (found == by_handle_.end()) return false;
    const bool circumstances_hold = std::ranges::find(holding, handle) != holding.end();
    return std::ranges::any_of(found->second, [&](const Wish& wish) {
        return wish.call == call && wish.predicate.holds(args) && (wish.circumstances == nullptr || circumstances_hold);
    });
}

}  // namespace troupe::lua
