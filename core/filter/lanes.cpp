#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "core/filter/predicates.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/park.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

Lane lane_for(Interest interest) {
    if (interest.exit) return Lane::exit;
    return interest.entry ? Lane::entry : Lane::none;
}

/// One lane for all numbers beyond `first`: a filter that told them apart would have no end.
Lane lane_beyond(const Subscription& wanted, Abi abi, std::uint32_t first) {
    Lane lane = lane_for(wanted.of_beyond());
    const std::set<std::uint32_t> numbers = wanted.calls(abi);
    for (auto number = numbers.lower_bound(first); number != numbers.end(); ++number) {
        lane = std::max(lane, lane_for(wanted.of({abi, *number})));
    }
    return lane;
}

/// Beside the longest program that bare numbers come to, the kernel has room for so many (program.cpp).
constexpr std::size_t most_instructions_for_tests = 900;

/// Whether the registers of a call are its arguments, and nothing else looks at them.
bool can_be_tested(SyscallId call) {
    const bool multiplexes = call.abi == Abi::i386 && subcall_of(call, 1).has_value();
    return !multiplexes && !multiplexer_of(call) && call.number != parking_call(call.abi);
}

/// Each different error is a return of its own in every block of the program, which has room for so many.
constexpr std::size_t most_errors = 16;

/// ERESTARTSYS and the like: with a call's number still there, a signal makes the kernel try again.
constexpr std::uint16_t first_kernel_errno = 512;

/// Those that the kernel can answer by itself. What `socketcall` and `ipc` mean, it does not see.
FixedErrors left_to_the_kernel(const FixedErrors& fixed, const Subscription& wanted) {
    FixedErrors errors;
    std::set<std::uint16_t> different;
    for (const auto& [call, error] : fixed) {
        const bool multiplexes = call.abi == Abi::i386 && subcall_of(call, 1).has_value();
        const bool room = different.size() < most_errors || different.contains(error);
        if (wanted.of(call).any() || multiplexes || multiplexer_of(call) || error >= first_kernel_errno || !room) continue;
        different.insert(error);
        errors.emplace(call, error);
    }
    return errors;
}

}  // namespace

Lanes::Lanes(const Subscription& wanted, const FixedErrors& fixed) : errors_(left_to_the_kernel(fixed, wanted)) {
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < call_numbers; ++number) small_[{abi, number}] = lane_for(wanted.of({abi, number}));
        beyond_[index_of(abi)] = lane_beyond(wanted, abi, call_numbers);
    }
    for (const auto& [call, error] : fixed) {
        if (!has_small_number(call)) continue;
        Lane& lane = small_[call];
        lane = std::max(lane, errors_.contains(call) ? Lane::error : Lane::entry);
    }
    add_tests(wanted);
    widen_multiplexers();
}

/// Tests of arguments, for calls that are not wanted whatever these are.
void Lanes::add_tests(const Subscription& wanted) {
    std::size_t instructions = 0;
    for (const auto& [call, conditionals] : wanted.conditionals()) {
        Lane& lane = has_small_number(call) ? small_[call] : beyond_[index_of(call.abi)];
        std::vector<LaneTest> tests;
        for (const Conditional& one : conditionals) {
            if (one.predicate.always()) lane = std::max(lane, lane_for(one.interest));  // its circumstances are asked about at the stop
        }
        Lane widest = lane;
        for (const Conditional& one : conditionals) {
            if (lane_for(one.interest) <= lane) continue;
            tests.push_back({one.predicate, lane_for(one.interest)});
            widest = std::max(widest, tests.back().lane);
        }
        std::ranges::stable_sort(tests, std::greater{}, &LaneTest::lane);
        const std::size_t size = compile_tests(tests, 0).size();
        if (!can_be_tested(call) || !has_small_number(call) || instructions + size > most_instructions_for_tests) {
            lane = widest;
        } else if (!tests.empty()) {
            instructions += size;
            tests_.emplace(call, std::move(tests));
        }
    }
}

void Lanes::widen_multiplexers() {
    // The kernel sees `socketcall`, whatever is meant by it: the first argument is not in the number.
    auto& i386 = small_.of(Abi::i386);
    for (std::uint32_t number = 0; number < call_numbers; ++number) {
        if (i386[number] == Lane::none) continue;
        const std::optional<SyscallId> multiplexer = multiplexer_of({Abi::i386, number});
        if (multiplexer) i386[multiplexer->number] = std::max(i386[multiplexer->number], i386[number]);
    }
}

std::span<const LaneTest> Lanes::tests_of(SyscallId raw) const {
    const auto found = tests_.find(raw);
    return found == tests_.end() ? std::span<const LaneTest>{} : found->second;
}

Lane Lanes::of(SyscallId raw) const { return has_small_number(raw) ? small_[raw] : beyond_[index_of(raw.abi)]; }

std::uint32_t Lanes::answer(SyscallId raw) const {
    const Lane lane = of(raw);
    if (lane == Lane::none) return SECCOMP_RET_ALLOW;
    return lane == Lane::error ? SECCOMP_RET_ERRNO | errors_.at(raw) : SECCOMP_RET_TRACE | static_cast<std::uint32_t>(lane);
}

bool Lanes::all_none() const { return within(Lanes{}); }

bool Lanes::within(const Lanes& wider) const {
    const auto fails_there_too = [&wider](const auto& failing) {
        const auto there = wider.errors_.find(failing.first);
        return wider.of(failing.first) != Lane::none && (there == wider.errors_.end() || there->second == failing.second);
    };
    const auto fails_here_too = [this](const auto& failing) { return of(failing.first) == Lane::error; };
    if (!std::ranges::all_of(errors_, fails_there_too) || !std::ranges::all_of(wider.errors_, fails_here_too)) return false;
    const auto stops_there_too = [](Lane here, Lane there) { return here <= Lane::error || there > Lane::error; };
    const auto is_asked_there_too = [&wider](const auto& tested) {
        const auto there = wider.tests_of(tested.first);
        return wider.of(tested.first) > Lane::error || std::ranges::all_of(tested.second, [there](const LaneTest& test) {
                   return std::ranges::find(there, test.predicate, &LaneTest::predicate) != there.end();
               });
    };
    if (!std::ranges::all_of(tests_, is_asked_there_too)) return false;
    for (const Abi abi : all_abis) {
        if (!stops_there_too(beyond_[index_of(abi)], wider.beyond_[index_of(abi)])) return false;
        if (!std::ranges::equal(small_.of(abi), wider.small_.of(abi), stops_there_too)) return false;
    }
    return true;
}

}  // namespace troupe
