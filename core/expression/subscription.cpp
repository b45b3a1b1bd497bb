#include "troupe/core/subscription.hpp"

#include <algorithm>
#include <utility>

namespace troupe {

namespace {

Interest both(Interest one, Interest other) {
    return {one.entry || other.entry, one.exit || other.exit, one.values || other.values, one.whole_line || other.whole_line};
}

}  // namespace

void Subscription::add(SyscallId call, Interest interest) {
    if (!interest.any()) return;
    if (!has_small_number(call)) {
        Interest& large = large_[call];
        large = both(large, interest);
        return;
    }
    if (interest.entry) entry_[call] = true;
    if (interest.exit) exit_[call] = true;
    if (interest.values) values_[call] = true;
    if (interest.whole_line) whole_line_[call] = true;
    any_extra_ = any_extra_ || interest.values || interest.whole_line;
}

void Subscription::add(SyscallId call, Interest interest, const Predicate& predicate, std::shared_ptr<const Circumstances> circumstances) {
    if (predicate.always() && circumstances == nullptr) {
        add(call, interest);
    } else if (interest.any()) {
        conditionals_[call].push_back({predicate, interest, std::move(circumstances)});
    }
}

void Subscription::add_all(Interest interest) { every_ = both(every_, interest); }

void Subscription::add_beyond(Interest interest) { beyond_ = both(beyond_, interest); }

Subscription& Subscription::operator|=(const Subscription& other) {
    for (const Abi abi : all_abis) {
        entry_.of(abi) |= other.entry_.of(abi);
        exit_.of(abi) |= other.exit_.of(abi);
        values_.of(abi) |= other.values_.of(abi);
        whole_line_.of(abi) |= other.whole_line_.of(abi);
    }
    any_extra_ = any_extra_ || other.any_extra_;
    for (const auto& [call, interest] : other.large_) add(call, interest);
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
    if (has_small_number(call)) {
        Interest interest = both(every_, {entry_[call], exit_[call]});
        if (any_extra_) interest = both(interest, {.values = values_[call], .whole_line = whole_line_[call]});
        return interest;
    }
    const auto large = large_.find(call);
    return large == large_.end() ? of_beyond() : both(of_beyond(), large->second);
}

Interest Subscription::of(SyscallId call, const Arguments& args) const {
    static const CircumstancesHold always = [](const Circumstances&) { return true; };
    return of(call, args, always);
}

Interest Subscription::of(SyscallId call, const Arguments& args, const CircumstancesHold& hold) const {
    Interest interest = of(call);
    if (conditionals_.empty()) return interest;
    const auto found = conditionals_.find(call);
    if (found == conditionals_.end()) return interest;
    // One wish may be there with several predicates.
    std::vector<std::pair<const Circumstances*, bool>> answers;
    const auto answer_about = [&](const Circumstances& asked) {
        const auto known = std::ranges::find(answers, &asked, &std::pair<const Circumstances*, bool>::first);
        return known != answers.end() ? known->second : answers.emplace_back(&asked, hold(asked)).second;
    };
    for (const Conditional& one : found->second) {
        if (one.predicate.holds(args) && (one.circumstances == nullptr || answer_about(*one.circumstances))) {
            interest = both(interest, one.interest);
        }
    }
    return interest;
}

Interest Subscription::of_beyond() const { return both(every_, beyond_); }

bool Subscription::any_call() const {
    const PerCall<bool> none;
    return of_beyond().any() || !conditionals_.empty() || !large_.empty() || entry_ != none || exit_ != none;
}

std::set<std::uint32_t> Subscription::calls(Abi abi) const {
    std::set<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < call_numbers; ++number) {
        if (entry_.of(abi).test(number) || exit_.of(abi).test(number)) numbers.insert(numbers.end(), number);
    }
    for (const auto& [call, interest] : large_) {
        if (call.abi == abi) numbers.insert(call.number);
    }
    return numbers;
}

}  // namespace troupe
