#include "troupe/core/syscall_set.hpp"

#include <gmock/gmock.h>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;
using testing::Not;

SyscallSet parsed(std::string_view text) {
    const auto set = SyscallSet::parse(text);
    EXPECT_TRUE(set.has_value()) << text << ": " << (set ? "" : set.error().text());
    return set.value_or(SyscallSet::none());
}

ParseError refused(std::string_view text) {
    const auto set = SyscallSet::parse(text);
    EXPECT_FALSE(set.has_value()) << text;
    return set ? ParseError{} : set.error();
}

SyscallId call(std::string_view name, Abi abi = Abi::x86_64) {
    const std::optional<std::uint32_t> number = number_of(name, abi);
    EXPECT_TRUE(number.has_value()) << name;
    return {abi, number.value_or(0)};
}

bool same(const SyscallSet& one, const SyscallSet& other) {
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < 1100; ++number) {
            if (one.contains({abi, number}) != other.contains({abi, number})) return false;
        }
    }
    return true;
}

TEST(SyscallSet, TheTablesEndBelowTheBitsOfASet) {
    for (const Abi abi : all_abis) EXPECT_LE(syscall_limit(abi), 1024u);
}

TEST(SyscallSet, ANameIsMeantInEveryAbi) {
    const SyscallSet set = parsed("openat");
    for (const Abi abi : all_abis) EXPECT_TRUE(set.contains(call("openat", abi)));
    EXPECT_FALSE(set.contains(call("openat2")));
    EXPECT_FALSE(set.empty());
    EXPECT_FALSE(set.is_all());
}

TEST(SyscallSet, ASuffixChoosesTheAbi) {
    const SyscallSet set = parsed("open@32,read@64,write@x32");
    EXPECT_TRUE(set.contains(call("open", Abi::i386)));
    EXPECT_FALSE(set.contains(call("open", Abi::x86_64)));
    EXPECT_FALSE(set.contains(call("open", Abi::x32)));
    EXPECT_TRUE(set.contains(call("read", Abi::x86_64)));
    EXPECT_FALSE(set.contains(call("read", Abi::i386)));
    EXPECT_TRUE(set.contains(call("write", Abi::x32)));
    EXPECT_FALSE(set.contains(call("write", Abi::x86_64)));
}

TEST(SyscallSet, NumbersMeanWhateverEachAbiHasThere) {
    const SyscallSet set = parsed("39,0080");
    EXPECT_TRUE(set.contains({Abi::x86_64, 39}));
    EXPECT_TRUE(set.contains({Abi::i386, 39}));
    EXPECT_TRUE(set.contains({Abi::x32, 80}));
    EXPECT_FALSE(set.contains({Abi::x86_64, 38}));
    const SyscallSet one = parsed("80@64");
    EXPECT_TRUE(one.contains({Abi::x86_64, 80}));
    EXPECT_FALSE(one.contains({Abi::i386, 80}));
    EXPECT_FALSE(one.contains({Abi::x32, 80}));
}

TEST(SyscallSet, NumbersOfX32MayHaveTheirBit) {
    EXPECT_TRUE(same(parsed("1073741826"), parsed("open@x32")));
    EXPECT_TRUE(same(parsed("1073742339@x32"), parsed("readv@x32")));
    EXPECT_THAT(refused("1073741826@64").text(), HasSubstr("invalid system call '1073741826@64'"));
}

TEST(SyscallSet, NumbersThatNoAbiHasAreInvalid) {
    for (const std::string_view text :
         {"1500", "99999999999999999999", "0x10", "-1", "+1", "1a", "400@64", "223@32", "601", "601@32", "549@x32"}) {
        EXPECT_THAT(refused(text).text(), HasSubstr("invalid system call '" + std::string(text) + "'"));
    }
}

TEST(SyscallSet, CallsWithoutARowAreInEverySet) {
    for (const std::string_view text : {"none", "all", "!all", "getpid", "!getpid"}) {
        const SyscallSet set = parsed(text);
        EXPECT_TRUE(set.contains({Abi::x86_64, 1500})) << text;
        EXPECT_TRUE(set.contains({Abi::x86_64, 400})) << text;  // a gap of the table
        EXPECT_TRUE(set.contains({Abi::i386, 0xffffffff})) << text;
    }
    EXPECT_TRUE(SyscallSet::none().empty());
    EXPECT_TRUE(parsed("!all").empty());
}

TEST(SyscallSet, EachMarkInverts) {
    const SyscallSet set = parsed("!getpid");
    EXPECT_FALSE(set.contains(call("getpid")));
    EXPECT_TRUE(set.contains(call("getppid")));
    EXPECT_TRUE(same(parsed("!!getpid"), parsed("getpid")));
    EXPECT_TRUE(same(parsed("!!!getpid"), set));
    EXPECT_TRUE(parsed("!none").is_all());
    EXPECT_TRUE(parsed("!all").empty());
    EXPECT_FALSE(parsed("!all,open").contains(call("open")));
}

TEST(SyscallSet, AMarkIsForTheWholeSet) { EXPECT_THAT(refused("open,!read").text(), HasSubstr("invalid system call '!read'")); }

TEST(SyscallSet, AllMayStandAmongOthersAndHasAbisButNoneMayNot) {
    EXPECT_TRUE(parsed("all").is_all());
    EXPECT_TRUE(parsed("open,all").is_all());
    EXPECT_TRUE(parsed("all,").is_all());
    const SyscallSet set = parsed("all@32");
    EXPECT_TRUE(set.contains(call("open", Abi::i386)));
    EXPECT_FALSE(set.contains(call("open", Abi::x86_64)));
    for (const std::string_view text : {"all,none", "none,open", "none,"})
        EXPECT_THAT(refused(text).text(), HasSubstr("invalid system call 'none'"));
    EXPECT_THAT(refused("none@64").text(), HasSubstr("invalid system call 'none@64'"));
    EXPECT_THAT(refused("%all").text(), HasSubstr("invalid system call '%all'"));
}

TEST(SyscallSet, EmptyElementsArePassedOver) { EXPECT_TRUE(same(parsed(",open,,read,"), parsed("open,read"))); }

TEST(SyscallSet, NothingAtAllIsInvalid) {
    for (const std::string_view text : {"", "!", "!!", ",", ",,", "!,"}) {
        EXPECT_EQ(refused(text).text(), "invalid system call '" + std::string(text) + "'");
        EXPECT_EQ(refused(text).column, 0u);
    }
}

TEST(SyscallSet, AQuestionMarkForgivesWhatIsUnknown) {
    EXPECT_TRUE(parsed("?foo").empty());
    EXPECT_TRUE(parsed("??foo,?1500,?%foo,?/zzz,?,?@64,?foo@32").empty());
    EXPECT_TRUE(same(parsed("?foo,?open"), parsed("open")));
    EXPECT_TRUE(parsed("!?foo").is_all());
    EXPECT_THAT(refused("?foo@bar").text(), HasSubstr("personality designator 'bar'"));
}

TEST(SyscallSet, ClassesHaveTheirCallsInEveryAbi) {
    const SyscallSet set = parsed("%file");
    for (const Abi abi : all_abis) {
        EXPECT_TRUE(set.contains(call("openat", abi)));
        EXPECT_FALSE(set.contains(call("read", abi)));
    }
    const SyscallSet i386 = parsed("%file@32");
    EXPECT_TRUE(i386.contains(call("openat", Abi::i386)));
    EXPECT_FALSE(i386.contains(call("openat", Abi::x86_64)));
    EXPECT_TRUE(same(parsed("%net"), parsed("%network")));
    EXPECT_TRUE(same(parsed("!%file,%desc"), parsed("!%desc,%file")));
}

TEST(SyscallSet, SubcallsOfSocketcallAreInTheClassAndInTheName) {
    for (const std::string_view text : {"%network", "accept", "/^accept$", "accept@32"}) {
        const SyscallSet set = parsed(text);
        std::size_t subcalls = 0;
        for (const SyscallId id : calls_named("accept")) {
            if (!multiplexer_of(id)) continue;
            ++subcalls;
            EXPECT_TRUE(set.contains(id)) << text;
        }
        EXPECT_EQ(subcalls, 1u);
    }
}

TEST(SyscallSet, OldNamesOfClassesWinOverSyscalls) {
    for (const std::string_view name : {"file", "process", "network", "signal", "ipc", "desc", "memory"}) {
        EXPECT_TRUE(same(parsed(name), parsed("%" + std::string(name)))) << name;
    }
    EXPECT_TRUE(parsed("stat").contains(call("stat")));
    EXPECT_FALSE(parsed("stat").contains(call("stat64", Abi::i386)));
    EXPECT_TRUE(parsed("%stat").contains(call("stat64", Abi::i386)));
    for (const std::string_view name : {"net", "creds", "clock", "pure"})
        EXPECT_THAT(refused(name).text(), HasSubstr("invalid system call"));
}

TEST(SyscallSet, PatternsMatchAnywhereInANameUnlessAnchored) {
    const SyscallSet anywhere = parsed("/sched");
    EXPECT_TRUE(anywhere.contains(call("sched_yield")));
    const SyscallSet ending = parsed("/stat$@64");
    EXPECT_TRUE(ending.contains(call("fstat")));
    EXPECT_FALSE(ending.contains(call("fstat", Abi::i386)));
    EXPECT_FALSE(ending.contains(call("statx")));
    EXPECT_TRUE(same(parsed("/^(open|close)$"), parsed("open,close")));
    EXPECT_TRUE(parsed("/").is_all());
    EXPECT_FALSE(parsed("!/open").contains(call("openat")));
}

TEST(SyscallSet, PatternsThatMatchNothingOrMeanNothingAreErrors) {
    EXPECT_THAT(refused("/zzz").text(), HasSubstr("invalid system call '/zzz'"));
    EXPECT_THAT(refused("/llseek@64").text(), HasSubstr("invalid system call '/llseek@64'"));
    const ParseError error = refused("open,/(");
    EXPECT_THAT(error.text(), HasSubstr("regcomp: (: "));
    EXPECT_EQ(error.column, 5u);
}

TEST(SyscallSet, CaseMatters) {
    for (const std::string_view text : {"OPEN", "%FILE", "ALL", "open@X32", " open", "open "})
        EXPECT_FALSE(SyscallSet::parse(text).has_value()) << text;
}

TEST(SyscallSet, ANameThatTheAbiLacksIsInvalid) {
    EXPECT_TRUE(parsed("_llseek").contains(call("_llseek", Abi::i386)));
    for (const std::string_view text : {"_llseek@64", "socketcall@64", "foo@64", "open@64@32", "@64"}) {
        EXPECT_EQ(refused(text).text(), "invalid system call '" + std::string(text) + "'") << text;
    }
    EXPECT_TRUE(parsed("%ipc@64").contains(call("semop")));
}

TEST(SyscallSet, AnUnknownAbiIsNamedWithWhatItBelongsTo) {
    EXPECT_EQ(refused("getpid@foo").text(), "incorrect personality designator 'foo' in qualification 'getpid@foo'");
    EXPECT_EQ(refused("getpid@foo").column, 7u);
    EXPECT_EQ(refused("?zzz@foo").text(), "incorrect personality designator 'foo' in qualification 'zzz@foo'");
    EXPECT_EQ(refused("@").text(), "incorrect personality designator '' in qualification '@'");
}

TEST(SyscallSet, ErrorsSayWhereAndWhatWasProbablyMeant) {
    const ParseError error = refused("!read,opne,write");
    EXPECT_EQ(error.text(), "invalid system call 'opne' (did you mean 'open'?)");
    EXPECT_EQ(error.column, 6u);
    EXPECT_THAT(refused("%fiel").text(), HasSubstr("(did you mean '%file'?)"));
    EXPECT_THAT(refused("opne@64").text(), HasSubstr("'opne@64' (did you mean 'open'?)"));
    EXPECT_THAT(refused("qwertyuiop").text(), Not(HasSubstr("did you mean")));
}

TEST(SyscallSet, AddsEntryAndExitOfItsMembersAndOfUnknownCalls) {
    constexpr Interest both{.entry = true, .exit = true};
    Subscription wanted;
    parsed("getpid@64").add_to(wanted);
    EXPECT_EQ(wanted.of(call("getpid")), both);
    EXPECT_EQ(wanted.of(call("getppid")), Interest{});
    EXPECT_EQ(wanted.of(call("getpid", Abi::i386)), Interest{});
    EXPECT_EQ(wanted.of({Abi::x86_64, 400}), both);
    EXPECT_EQ(wanted.of({Abi::x32, 1u << 29}), both);
    EXPECT_EQ(wanted.of_every_call(), Interest{});
}

TEST(SyscallSet, AllIsASubscriptionToEveryCall) {
    Subscription wanted;
    parsed("all").add_to(wanted);
    EXPECT_EQ(wanted.of_every_call(), (Interest{.entry = true, .exit = true}));
    EXPECT_TRUE(wanted.calls(Abi::x86_64).empty());
}

TEST(SyscallSet, InsertTakesKnownCallsOnly) {
    SyscallSet set = SyscallSet::none();
    set.insert({Abi::x86_64, 5000});
    set.insert({Abi::x86_64, 400});
    EXPECT_TRUE(set.empty());
    set.insert(call("read"));
    EXPECT_TRUE(set.contains(call("read")));
    EXPECT_FALSE(set.contains(call("read", Abi::i386)));
    EXPECT_FALSE(set.empty());
}

}  // namespace
}  // namespace troupe
