#include "troupe/core/signal_set.hpp"

#include <gmock/gmock.h>

#include <csignal>

#include "troupe/core/constants.hpp"

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<int> members(std::string_view text) {
    const auto set = SignalSet::parse(text);
    EXPECT_TRUE(set.has_value()) << text << ": " << (set ? "" : set.error().text());
    std::vector<int> found;
    for (int signal = 1; set && signal <= last_signal; ++signal) {
        if (set->contains(signal)) found.push_back(signal);
    }
    return found;
}

ParseError refused_signals(std::string_view text) {
    const auto set = SignalSet::parse(text);
    EXPECT_FALSE(set.has_value()) << text;
    return set ? ParseError{} : set.error();
}

TEST(SignalSet, NamesComeWithOrWithoutTheirPrefixInAnyCase) {
    for (const std::string_view text : {"SIGINT", "INT", "int", "SigInt", "2", "02", "int,2,,"})
        EXPECT_THAT(members(text), ElementsAre(SIGINT)) << text;
}

TEST(SignalSet, RealTimeSignalsAreCountedFromThirtyTwo) {
    EXPECT_THAT(members("rtmin,RT_1,SIGRT_2,rt_32"), ElementsAre(32, 33, 34, 64));
    for (const std::string_view text : {"RT_33", "rt_0", "rt_01", "rt_", "RTMIN+1"}) {
        EXPECT_THAT(refused_signals(text).text(), HasSubstr("invalid signal '" + std::string(text) + "'"));
    }
}

TEST(SignalSet, AllAndNoneStandAlone) {
    EXPECT_EQ(members("all").size(), 64u);
    EXPECT_THAT(members("none"), IsEmpty());
    EXPECT_THAT(members("!all"), IsEmpty());
    EXPECT_EQ(members("!none").size(), 64u);
    for (const std::string_view text : {"all,int", "int,all", "none,int", "none,", "ALL"})
        EXPECT_FALSE(SignalSet::parse(text).has_value()) << text;
}

TEST(SignalSet, EachMarkInverts) {
    EXPECT_EQ(members("!int").size(), 63u);
    EXPECT_FALSE(SignalSet::parse("!int")->contains(SIGINT));
    EXPECT_THAT(members("!!int,term"), ElementsAre(SIGINT, SIGTERM));
}

TEST(SignalSet, NumbersOfNoSignalAreTakenAndNeverCome) {
    EXPECT_THAT(members("0,65,255"), IsEmpty());
    EXPECT_THAT(refused_signals("256").text(), HasSubstr("invalid signal '256'"));
    EXPECT_THAT(refused_signals("-1").text(), HasSubstr("invalid signal '-1'"));
}

TEST(SignalSet, WhatIsNoSignalIsNamedWithItsColumn) {
    for (const std::string_view text : {"", "!", ",", "!,"})
        EXPECT_EQ(refused_signals(text).text(), "invalid signal '" + std::string(text) + "'");
    EXPECT_EQ(refused_signals("!int,foo").column, 5u);
    EXPECT_THAT(refused_signals("!!foo").text(), HasSubstr("invalid signal 'foo'"));
    for (const std::string_view text : {"?int", "/x", "%x", "2 ", " 2", "0x2", "sigsigint", "SIG", "int,!term"}) {
        EXPECT_FALSE(SignalSet::parse(text).has_value()) << text;
    }
    EXPECT_THAT(refused_signals("sigtrem").text(), HasSubstr("(did you mean 'SIGTERM'?)"));
    EXPECT_THAT(refused_signals("trem").text(), HasSubstr("(did you mean 'SIGTERM'?)"));
}

TEST(SignalSet, HasEverySignalThatThereIsAndNoOther) {
    const SignalSet all = SignalSet::all();
    EXPECT_TRUE(all.contains(1));
    EXPECT_TRUE(all.contains(last_signal));
    EXPECT_FALSE(all.contains(65));
    EXPECT_FALSE(all.contains(-1));
}

}  // namespace
}  // namespace troupe
