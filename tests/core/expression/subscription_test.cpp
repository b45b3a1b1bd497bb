#include "troupe/core/subscription.hpp"

#include <gmock/gmock.h>

#include <memory>
#include <vector>

#include "troupe/core/circumstances.hpp"

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Interest entry{.entry = true, .exit = false};
constexpr Interest leaving{.entry = false, .exit = true};
constexpr Interest everything{.entry = true, .exit = true};
constexpr Interest nothing{};

TEST(Subscription, NothingIsWantedAtFirst) {
    const Subscription wanted;
    EXPECT_FALSE(wanted.any_call());
    for (const Abi abi : all_abis) {
        for (const std::uint32_t number : {0u, 39u, 1023u, 1024u, 0xffffffffu}) EXPECT_EQ(wanted.of({abi, number}), nothing);
        EXPECT_THAT(wanted.calls(abi), IsEmpty());
    }
    for (const Happening happening : {Happening::spawn, Happening::exec, Happening::exit, Happening::signal})
        EXPECT_FALSE(wanted.wants(happening));
}

TEST(Subscription, OneCallIsWantedInItsAbiOnly) {
    Subscription wanted;
    wanted.add({Abi::i386, 20}, entry);
    EXPECT_EQ(wanted.of({Abi::i386, 20}), entry);
    EXPECT_EQ(wanted.of({Abi::x86_64, 20}), nothing);
    EXPECT_EQ(wanted.of({Abi::x32, 20}), nothing);
    EXPECT_EQ(wanted.of({Abi::i386, 21}), nothing);
    EXPECT_TRUE(wanted.any_call());
}

TEST(Subscription, EntryAndExitAddUp) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 39}, entry);
    wanted.add({Abi::x86_64, 39}, leaving);
    EXPECT_EQ(wanted.of({Abi::x86_64, 39}), everything);
}

TEST(Subscription, LargeNumbersAreKeptOneByOne) {
    Subscription wanted;
    wanted.add({Abi::x86_64, 0x7fffffff}, leaving);
    wanted.add({Abi::x86_64, 1024}, entry);
    EXPECT_EQ(wanted.of({Abi::x86_64, 0x7fffffff}), leaving);
    EXPECT_EQ(wanted.of({Abi::x86_64, 1024}), entry);
    EXPECT_EQ(wanted.of({Abi::x86_64, 1025}), nothing);
    EXPECT_EQ(wanted.of_beyond(), nothing);
    EXPECT_TRUE(wanted.any_call());
}

TEST(Subscription, CallsComeInOrderOfTheirNumbersWhereverTheyAreKept) {
    Subscription wanted;
    wanted.add({Abi::x32, 5000}, entry);
    wanted.add({Abi::x32, 512}, leaving);
    wanted.add({Abi::x32, 3}, entry);
    wanted.add({Abi::x32, 2000}, leaving);
    EXPECT_THAT(wanted.calls(Abi::x32), ElementsAre(3, 512, 2000, 5000));
}

TEST(Subscription, AllMeansNumbersThatNobodyKnows) {
    Subscription wanted;
    wanted.add_all(entry);
    EXPECT_EQ(wanted.of({Abi::x86_64, 1000}), entry);
    EXPECT_EQ(wanted.of({Abi::x32, 0xffffffff}), entry);
    EXPECT_EQ(wanted.of_every_call(), entry);
    EXPECT_THAT(wanted.calls(Abi::x86_64), IsEmpty());
}

TEST(Subscription, BeyondTheTablesStartsAt1024) {
    Subscription wanted;
    wanted.add_beyond(everything);
    EXPECT_EQ(wanted.of({Abi::i386, 1023}), nothing);
    EXPECT_EQ(wanted.of({Abi::i386, 1024}), everything);
    EXPECT_EQ(wanted.of_every_call(), nothing);
    EXPECT_TRUE(wanted.any_call());
}

TEST(Subscription, UnionHasWhatEitherHas) {
    Subscription one;
    one.add({Abi::x86_64, 0}, entry);
    one.add({Abi::x86_64, 3000}, entry);
    one.add(Happening::exec);
    Subscription other;
    other.add({Abi::x86_64, 0}, leaving);
    other.add({Abi::i386, 4000}, leaving);
    other.add(Happening::signal);
    other.add_beyond(entry);
    one |= other;
    EXPECT_EQ(one.of({Abi::x86_64, 0}), everything);
    EXPECT_EQ(one.of({Abi::x86_64, 3000}), entry);
    EXPECT_EQ(one.of({Abi::i386, 4000}), everything);
    EXPECT_TRUE(one.wants(Happening::exec));
    EXPECT_TRUE(one.wants(Happening::signal));
    EXPECT_FALSE(one.wants(Happening::spawn));

    Subscription whole;
    whole.add_all(leaving);
    one |= whole;
    EXPECT_EQ(one.of_every_call(), leaving);
}

TEST(Subscription, CircumstancesAreAskedOnceWhereThePredicateHolds) {
    const SyscallId call{Abi::x86_64, 3};
    const auto asked = std::make_shared<const Circumstances>(Circumstances{.asker = 5});
    Subscription wanted;
    wanted.add(call, entry, {.all_of = {{.argument = 0, .any_of = {{7, 7}}}}}, asked);
    wanted.add(call, entry, {.all_of = {{.argument = 1, .any_of = {{7, 7}}}}}, asked);
    EXPECT_EQ(wanted.of(call), Interest{});
    EXPECT_EQ(wanted.of(call, {7, 7}), entry) << "where nothing can be asked they hold";
    EXPECT_EQ(wanted.of(call, {6, 6}), Interest{});
    std::vector<int> askers;
    bool holds = true;
    const auto hold = [&](const Circumstances& one) {
        askers.push_back(one.asker);
        return holds;
    };
    EXPECT_EQ(wanted.of(call, {7, 7}, hold), entry);
    EXPECT_EQ(wanted.of(call, {6, 6}, hold), Interest{});
    EXPECT_EQ(askers, std::vector{5});
    holds = false;
    EXPECT_EQ(wanted.of(call, {7, 7}, hold), Interest{});
}

TEST(Subscription, WhatIsAskedBesideEntryAndExitAddsUpToo) {
    const SyscallId call{Abi::x86_64, 3};
    Subscription wanted;
    wanted.add(call, {.exit = true, .whole_line = true});
    EXPECT_EQ(wanted.of(call), (Interest{.exit = true, .whole_line = true}));
    EXPECT_EQ(wanted.of({Abi::x86_64, 4}), Interest{});
    Subscription other;
    other.add(call, {.entry = true, .values = true});
    other |= wanted;
    EXPECT_EQ(other.of(call), (Interest{.entry = true, .exit = true, .values = true, .whole_line = true}));
}

}  // namespace
}  // namespace troupe
