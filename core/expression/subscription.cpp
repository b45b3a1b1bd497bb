#include "troupe/core/subscription.hpp"

namespace troupe {

namespace {

Interest both(Interest one, Interest other) { return {one.entry || other.entry, one.exit || other.exit}; }

}  // namespace

void Subscription::add(SyscallId call, Interest interest) {
    PerAbi& abi = abis_[index_of(call.abi)];
    if (call.number < small_numbers) {
        if (interest.entry) abi.entry.set(call.number);
        if (interest.exit) abi.exit.set(call.number);
        return;
    }
    if (interest.entry) abi.large_entry.insert(call.number);
    if (interest.exit) abi.large_exit.insert(call.number);
}

void Subscription::add(SyscallId call, Interest interest, const Predicate& predicate) {
    if (predicate.always()) {
        add(call, interest);
    } else if (interest.any()) {
        conditionals_[call].push_back({predicate, interest});
    }
}

void Subscription::add_all(Interest interest) { every_ = both(every_, interest); }

void Subscription::add_beyond(Interest interest) { beyond_ = both(beyond_, interest); }

Subscription& Subscription::operator|=(const Subscription& other) {
    for (std::size_t index = 0; index < abi_count; ++index) {
        PerAbi& mine = abis_[index];
        const PerAbi& theirs = other.abis_[index];
        mine.entry |= theirs.entry;
        mine.exit |= theirs.exit;
        mine.large_entry.insert(theirs.large_entry.begin(), theirs.large_entry.end());
        mine.large_exit.insert(theirs.large_exit.begin(), theirs.large_exit.end());
    }
    for (const auto& [call, conditionals] : other.conditionals_) {
        auto& mine = conditionals_[call];
        mine.insert(mine.end(), conditionals.begin(), conditionals.end());
    }
    add_all(other.every_);
    add_beyond(other.beyond_);
    happenings_ |= other.happenings_;
    return *this;
}

Interest Subscription::of(SyscallId call) const {
    const PerAbi& abi = abis_[index_of(call.abi)];
    if (call.number < small_numbers) return both(every_, {abi.entry.test(call.number), abi.exit.test(call.number)});
    return both(of_beyond(), {abi.large_entry.contains(call.number), abi.large_exit.contains(call.number)});
}

Interest Subscription::of(SyscallId call, const Arguments& args) const {
    Interest interest = of(call);
    if (conditionals_.empty()) return interest;
    const auto found = conditionals_.find(call);
    if (found == conditionals_.end()) return interest;
    for (const Conditional& one : found->second) {
        if (one.predicate.holds(args)) interest = both(interest, one.interest);
    }
    return interest;
}

Interest Subscription::of_beyond() const { return both(every_, beyond_); }

bool Subscription::any_call() const {
    if (of_beyond().any() || !conditionals_.empty()) return true;
    for (const PerAbi& abi : abis_) {
        if (abi.entry.any() || abi.exit.any() || !abi.large_entry.empty() || !abi.large_exit.empty()) return true;
    }
    return false;
}

std::set<std::uint32_t> Subscription::calls(Abi abi) const {
    const PerAbi& of_abi = abis_[index_of(abi)];
    std::set<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < small_numbers; ++number) {
        if (of_abi.entry.test(number) || of_abi.exit.test(number)) numbers.insert(numbers.end(), number);
    }
    numbers.insert(of_abi.large_entry.begin(), of_abi.large_entry.end());
    numbers.insert(of_abi.large_exit.begin(), of_abi.large_exit.end());
    return numbers;
}

}  // namespace troupe
