#include <gtest/gtest.h>

#include <memory>

#include "troupe/core/circumstances.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr Interest entry{.entry = true, .exit = false};
constexpr Interest leaving{.entry = false, .exit = true};

TEST(Lanes, WithoutWishesNothingStops) {
    EXPECT_TRUE(Lanes{}.all_none());
    EXPECT_TRUE(Lanes{Subscription{}}.all_none());
    EXPECT_EQ(Lanes{}.of({Abi::i386, 102}), Lane::none);
    EXPECT_EQ(Lanes{}.of({Abi::x32, 0xffffffff}), Lane::none);
}

const Predicate first_is_five{{{0, ~0ULL, {{5, 5}}}}};
const Predicate first_is_six{{{0, ~0ULL, {{6, 6}}}}};

TEST(Lanes, APredicateIsATestBesideTheLane) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 1}, entry, first_is_five);
    wanted.add({Abi::x86_64, 1}, leaving, first_is_six);
    wanted.add({Abi::x86_64, 2}, entry, first_is_five);
    wanted.add({Abi::x86_64, 2}, entry);
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of({Abi::x86_64, 1}), Lane::none);
    ASSERT_EQ(lanes.tests_of({Abi::x86_64, 1}).size(), 2U);
    EXPECT_EQ(lanes.tests_of({Abi::x86_64, 1})[0].lane, Lane::exit) << "the wider one is asked first";
    EXPECT_TRUE(lanes.tests_of({Abi::x86_64, 2}).empty()) << "wanted whatever the arguments are";
    EXPECT_FALSE(lanes.all_none());
}

TEST(Lanes, WhatOnlyTheStopTellsMakesEverySuchCallStop) {
    const auto asked = std::make_shared<const Circumstances>();
    Subscription wanted;
    wanted.add({Abi::x86_64, 1}, entry, {}, asked);
    wanted.add({Abi::x86_64, 1}, leaving, first_is_five);
    wanted.add({Abi::x86_64, 2}, leaving, first_is_five, asked);
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of({Abi::x86_64, 1}), Lane::entry);
    EXPECT_EQ(lanes.tests_of({Abi::x86_64, 1}).size(), 1U);
    EXPECT_EQ(lanes.of({Abi::x86_64, 2}), Lane::none);
    EXPECT_EQ(lanes.tests_of({Abi::x86_64, 2}).size(), 1U);
}

TEST(Lanes, WhereArgumentsLieInMemoryOrNumbersFarOutEverySuchCallStops) {
    Subscription wanted;
    const SyscallId far{Abi::x86_64, 70000};
    wanted.add(far, entry, first_is_five);
    wanted.add({Abi::x86_64, 34}, entry, first_is_five);  // pause: a parked tracee's argument is ours
    for (const SyscallId call : calls_named("bind")) wanted.add(call, entry, first_is_five);
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of(far), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::x86_64, 34}), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::i386, 102}), Lane::entry) << "socketcall";
    EXPECT_EQ(lanes.of({Abi::x86_64, 49}), Lane::none);
    EXPECT_EQ(lanes.tests_of({Abi::x86_64, 49}).size(), 1U);
}

TEST(Lanes, WithinAWiderOneAlsoByTheirPredicates) {
    const auto asking = [](const Predicate& predicate) {
        Subscription wanted;
        wanted.add({Abi::x86_64, 1}, entry, predicate);
        return wanted;
    };
    Subscription both = asking(first_is_five);
    both |= asking(first_is_six);
    EXPECT_TRUE(Lanes(asking(first_is_five)).within(Lanes(asking(first_is_five))));
    EXPECT_TRUE(Lanes(asking(first_is_five)).within(Lanes(both)));
    EXPECT_TRUE(Lanes(asking(first_is_five)).within(Lanes(asking({}))));
    EXPECT_FALSE(Lanes(both).within(Lanes(asking(first_is_five))));
    EXPECT_FALSE(Lanes(asking(first_is_six)).within(Lanes(asking(first_is_five))));
    EXPECT_FALSE(Lanes(asking({})).within(Lanes(both)));
    EXPECT_FALSE(Lanes(both).within(Lanes{}));
}

TEST(Lanes, EntryAloneNeedsOneStopAndExitTwo) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 1}, entry);
    wanted.add({Abi::x86_64, 2}, leaving);
    wanted.add({Abi::x86_64, 3}, {.entry = true, .exit = true});
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of({Abi::x86_64, 0}), Lane::none);
    EXPECT_EQ(lanes.of({Abi::x86_64, 1}), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::x86_64, 2}), Lane::exit);
    EXPECT_EQ(lanes.of({Abi::x86_64, 3}), Lane::exit);
    EXPECT_EQ(lanes.of({Abi::x32, 1}), Lane::none);
    EXPECT_FALSE(lanes.all_none());
}

TEST(Lanes, AllIsAllNumbersOfAllAbis) {
    Subscription wanted;
    wanted.add_all(entry);
    const Lanes lanes(wanted);
    for (const Abi abi : all_abis) {
        for (const std::uint32_t number : {0u, 400u, 1023u, 1024u, 0xffffffffu}) EXPECT_EQ(lanes.of({abi, number}), Lane::entry);
    }
}

TEST(Lanes, OneLargeNumberStopsAllLargeNumbersOfItsAbi) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 5000}, entry);
    wanted.add({Abi::x86_64, 6000}, leaving);
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of({Abi::x86_64, 5000}), Lane::exit);
    EXPECT_EQ(lanes.of({Abi::x86_64, 1024}), Lane::exit);
    EXPECT_EQ(lanes.of({Abi::x86_64, 1023}), Lane::none);
    EXPECT_EQ(lanes.of({Abi::i386, 5000}), Lane::none);
}

TEST(Lanes, ASubcallStopsItsMultiplexer) {
    constexpr std::uint32_t socketcall = 102;
    constexpr std::uint32_t ipc = 117;
    ASSERT_FALSE(calls_named("accept").empty());
    Subscription wanted;
    for (const SyscallId call : calls_named("accept")) wanted.add(call, entry);  // i386 has socketcall only for it
    const Lanes lanes(wanted);
    EXPECT_EQ(lanes.of({Abi::i386, socketcall}), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::i386, ipc}), Lane::none);

    for (const SyscallId call : calls_named("semop")) wanted.add(call, leaving);
    for (const SyscallId call : calls_named("bind")) wanted.add(call, leaving);
    const Lanes wider(wanted);
    EXPECT_EQ(wider.of({Abi::i386, socketcall}), Lane::exit);
    EXPECT_EQ(wider.of({Abi::i386, ipc}), Lane::exit);
    EXPECT_EQ(wider.of({Abi::x86_64, socketcall}), Lane::none);
}

TEST(Lanes, WithinLooksAtStopsNotAtTheirNumber) {
    Subscription narrow;
    narrow.add({Abi::x86_64, 39}, leaving);
    Subscription wide;
    wide.add({Abi::x86_64, 39}, entry);
    wide.add({Abi::i386, 20}, entry);
    EXPECT_TRUE(Lanes(narrow).within(Lanes(wide)));
    EXPECT_FALSE(Lanes(wide).within(Lanes(narrow)));
    EXPECT_TRUE(Lanes(narrow).within(Lanes(narrow)));

    Subscription far;
    far.add_beyond(entry);
    EXPECT_FALSE(Lanes(far).within(Lanes(wide)));
    wide |= far;
    EXPECT_TRUE(Lanes(far).within(Lanes(wide)));
}

TEST(Lanes, AFixedErrorThatNobodyElseWantsNeverStops) {
    const SyscallId getppid{Abi::x86_64, 110};
    const Lanes lanes({}, {{getppid, 1}});
    EXPECT_EQ(lanes.of(getppid), Lane::error);
    EXPECT_EQ(lanes.answer(getppid), SECCOMP_RET_ERRNO | 1U);
    EXPECT_EQ(lanes.of({Abi::x32, 110}), Lane::none);
    EXPECT_FALSE(lanes.all_none());
}

TEST(Lanes, AFixedErrorStopsWhereSomebodyWantsToSeeIt) {
    const SyscallId getppid{Abi::x86_64, 110};
    Subscription wanted;
    wanted.add(getppid, leaving);
    EXPECT_EQ(Lanes(wanted, {{getppid, 1}}).of(getppid), Lane::exit);
    Subscription at_entry;
    at_entry.add(getppid, entry);
    EXPECT_EQ(Lanes(at_entry, {{getppid, 1}}).of(getppid), Lane::entry);
}

TEST(Lanes, AFixedErrorOfASubcallOrOfTheKernelsOwnStopsOnce) {
    FixedErrors fixed;
    for (const SyscallId call : calls_named("accept")) fixed[call] = 5;
    const SyscallId socketcall{Abi::i386, 102};
    const Lanes lanes({}, fixed);
    EXPECT_EQ(lanes.of(socketcall), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::x86_64, 43}), Lane::error);
    EXPECT_EQ(Lanes({}, {{socketcall, 5}}).of(socketcall), Lane::entry) << "its subcalls may have rules of their own";
    EXPECT_EQ(Lanes({}, {{{Abi::x86_64, 35}, 512}}).of({Abi::x86_64, 35}), Lane::entry) << "the kernel would make the call again";
}

TEST(Lanes, HaveRoomForSixteenDifferentErrors) {
    FixedErrors fixed;
    for (std::uint16_t number = 0; number < 40; ++number) fixed[{Abi::x86_64, number}] = static_cast<std::uint16_t>(1 + number % 20);
    const Lanes lanes({}, fixed);
    EXPECT_EQ(lanes.of({Abi::x86_64, 15}), Lane::error);
    EXPECT_EQ(lanes.of({Abi::x86_64, 16}), Lane::entry);
    EXPECT_EQ(lanes.of({Abi::x86_64, 35}), Lane::error);
}

TEST(Lanes, WithinKnowsFixedErrors) {
    const SyscallId getppid{Abi::x86_64, 110};
    Subscription wanted;
    wanted.add(getppid, entry);
    const Lanes fails({}, {{getppid, 1}});
    EXPECT_TRUE(fails.within(fails));
    EXPECT_TRUE(fails.within(Lanes(wanted))) << "where it stops, we can do it";
    EXPECT_FALSE(fails.within(Lanes{}));
    EXPECT_FALSE(fails.within(Lanes({}, {{getppid, 2}})));
    EXPECT_FALSE(Lanes(wanted).within(fails)) << "it would not stop";
    EXPECT_FALSE(Lanes{}.within(fails)) << "it would fail";
}

}  // namespace
}  // namespace troupe
