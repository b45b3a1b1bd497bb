#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Calls that only i386 has, or has in a form of its own, and what is narrower there.
namespace troupe::tests {
namespace {

constexpr std::uint64_t nosys = 38;

DecodedCall on_i386(std::string_view name) { return DecodedCall(name, Abi::i386); }

TEST(IdsOf16Bits, AreTheLowerHalvesOfTheirWords) {
    EXPECT_EQ(on_i386("setuid").args({0x10005}).returns(0), "setuid(5) = 0");
    EXPECT_EQ(on_i386("setregid").args({0x1ffff, 0xfffe}).returns(0), "setregid(-1, 65534) = 0");
    EXPECT_EQ(on_i386("chown").args({0, 0x20001, 0xffff}).returns(0), "chown(NULL, 1, -1) = 0");
    EXPECT_EQ(on_i386("setuid32").args({0x10005}).returns(0), "setuid32(65541) = 0");
    EXPECT_EQ(DecodedCall("setuid").args({0x10005}).returns(0), "setuid(65541) = 0");
}

TEST(IdsOf16Bits, TakeTwoBytesInMemory) {
    DecodedCall groups = on_i386("setgroups");
    groups.memory.put_object(place, std::array<std::uint16_t, 3>{7, 0xffff, 9});
    EXPECT_EQ(groups.args({3, place}).returns(0), "setgroups(3, [7, -1, 9]) = 0");
    DecodedCall ids = on_i386("getresuid");
    ids.memory.put_object(place, std::array<std::uint16_t, 2>{1, 2});
    EXPECT_EQ(ids.args({place, place + 2, nowhere}).returns(0), "getresuid([1], [2], 0x999000) = 0");
}

TEST(Groups, AreNotLookedAtWhereThereAreMoreThanAProcessMayHave) {
    DecodedCall groups = on_i386("setgroups32");
    groups.memory.put_object(place, std::array<std::uint32_t, 1>{7});
    EXPECT_EQ(groups.args({65537, place}).fails(22), "setgroups32(65537, 0x1000) = -1 EINVAL (Invalid argument)");
}

TEST(Handlers, OfSignalHaveNamesAsArgumentsAndAsResults) {
    EXPECT_EQ(on_i386("signal").args({2, 0}).returns(1), "signal(SIGINT, SIG_DFL) = 0x1 (SIG_IGN)");
    EXPECT_EQ(on_i386("signal").args({2, 1}).returns(0), "signal(SIGINT, SIG_IGN) = 0 (SIG_DFL)");
    EXPECT_EQ(on_i386("signal").args({2, 0x8000}).returns(0x9000), "signal(SIGINT, 0x8000) = 0x9000");
}

TEST(MasksOfOneWord, AreSetsOfSignals) {
    EXPECT_EQ(on_i386("ssetmask").args({6}).returns(5), "ssetmask([INT QUIT]) = 0x5 (old mask [HUP QUIT])");
    EXPECT_EQ(on_i386("sgetmask").args({}).returns(0), "sgetmask() = 0 (mask [])");
    EXPECT_EQ(on_i386("sigsuspend").args({9, 9, 0xffffffff}).fails(4), "sigsuspend(~[]) = -1 EINTR (Interrupted system call)");
}

TEST(TheFirstSigaction, HasAMaskOfOneWordBeforeItsFlags) {
    DecodedCall call = on_i386("sigaction");
    call.memory.put_object(place, std::array<std::uint32_t, 4>{1, 2, 0x10000000, 0x7777});
    EXPECT_EQ(call.args({2, place, 0}).returns(0), "sigaction(SIGINT, {sa_handler=SIG_IGN, sa_mask=[INT], sa_flags=SA_RESTART}, NULL) = 0");
}

TEST(ArgumentsBehindAPointer, AreShownAsThoseOfTheCall) {
    DecodedCall select = on_i386("select");
    select.memory.put_object(place, std::array<std::uint32_t, 5>{3, other_place, 0, 0, other_place + 8});
    select.memory.put_object(other_place, std::array<std::uint32_t, 4>{5, 0, 1, 2});
    EXPECT_EQ(select.args({place}).returns(2),
              "select(3, [0 2], NULL, NULL, {tv_sec=1, tv_usec=2}) = 2 (in [0 2], left {tv_sec=1, tv_usec=2})");
    DecodedCall map = on_i386("mmap");
    map.memory.put_object(place, std::array<std::uint32_t, 6>{0, 4096, 3, 0x22, 0xffffffff, 0x1000});
    EXPECT_EQ(map.args({place}).returns(0x8000), "mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0x1000) = 0x8000");
}

TEST(ArgumentsBehindAPointer, AreNoMoreThanItWhereTheyCannotBeReadOrArgumentsAreRaw) {
    EXPECT_EQ(on_i386("select").args({nowhere}).returns(0), "select(0x999000) = 0");
    EXPECT_EQ(on_i386("mmap").args({0}).fails(14), "mmap(NULL) = -1 EFAULT (Bad address)");
    DecodedCall raw = on_i386("select");
    raw.memory.put_object(place, std::array<std::uint32_t, 5>{});
    EXPECT_EQ(raw.qualifiers(qualifier::trace | qualifier::raw).args({place}).returns(0), "select(0x1000) = 0");
}

TEST(FractionsOfSeconds, HaveNoSignIn32Bits) {
    DecodedCall call = on_i386("nanosleep");
    call.memory.put_object(place, std::array<std::int32_t, 2>{-1, -1});
    EXPECT_EQ(call.args({place, 0}).returns(0), "nanosleep({tv_sec=-1, tv_nsec=4294967295}, NULL) = 0");
    DecodedCall timer = on_i386("getitimer");
    timer.memory.put_object(place, std::array<std::int32_t, 4>{0, -2, 0, 0});
    EXPECT_EQ(timer.args({0, place}).returns(0),
              "getitimer(ITIMER_REAL, {it_interval={tv_sec=0, tv_usec=4294967294}, it_value={tv_sec=0, tv_usec=0}}) = 0");
}

TEST(SetsOfSignals, AreTakenInAnyLengthFromAWordOfTheProgramOn) {
    DecodedCall call = on_i386("rt_sigsuspend");
    call.memory.put_object(place, std::uint64_t{0x200000001});
    EXPECT_EQ(call.args({place, 4}).fails(22), "rt_sigsuspend([HUP], 4) = -1 EINVAL (Invalid argument)");
    DecodedCall longer = on_i386("rt_sigsuspend");
    longer.memory.put_object(place, std::uint64_t{0x200000001});
    EXPECT_EQ(longer.args({place, 5}).fails(22), "rt_sigsuspend([HUP RT_2], 5) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(on_i386("rt_sigsuspend").args({place, 3}).fails(22), "rt_sigsuspend(0x1000, 3) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(DecodedCall("rt_sigsuspend").args({place, 4}).fails(22), "rt_sigsuspend(0x1000, 4) = -1 EINVAL (Invalid argument)");
}

TEST(EventsToMark, AreTwoRegisters) {
    EXPECT_EQ(on_i386("fanotify_mark").args({3, 1, 0x40000001, 1, 0xffffff9c, 0}).returns(0),
              "fanotify_mark(3, FAN_MARK_ADD, FAN_ACCESS|FAN_ONDIR|0x100000000, AT_FDCWD, NULL) = 0");
}

TEST(StatisticsOfFileSystems, AreLookedAtInTheirOwnLengthOnly) {
    DecodedCall call = on_i386("fstatfs64");
    call.memory.put_object(place, std::array<std::uint32_t, 21>{});
    EXPECT_EQ(call.args({3, 88, place}).returns(0), "fstatfs64(3, 88, 0x1000) = 0");
    DecodedCall exact = on_i386("fstatfs64");
    exact.memory.put_object(place, std::array<std::uint32_t, 21>{});
    EXPECT_TRUE(exact.args({3, 84, place}).returns(0).starts_with("fstatfs64(3, 84, {f_type=0,"));
}

TEST(StatusOfFiles, HasTimesBefore1970InTheWordsOfI386) {
    DecodedCall call = on_i386("stat");
    std::array<std::uint32_t, 16> status{};
    status.fill(0xffffffff);
    call.memory.put_object(place, status);
    call.qualifiers(qualifier::trace | qualifier::verbose);
    const std::string text = call.args({0, place}).returns(0);
    EXPECT_NE(text.find("st_uid=65535, st_gid=65535, "), std::string::npos) << text;
    EXPECT_NE(text.find("st_atime=-1, st_atime_nsec=4294967295, "), std::string::npos) << text;
}

TEST(StatusOfFiles, IsNothingForWhatTheFirstStructureHasNoRoom) {
    DecodedCall call = on_i386("oldfstat");
    call.memory.put_object(place, std::array<std::uint16_t, 16>{1, 2, 0100644, 4, 5, 6});
    call.qualifiers(qualifier::trace | qualifier::verbose);
    EXPECT_EQ(call.args({3, place}).returns(0),
              "oldfstat(3, {st_dev=makedev(0, 0x1), st_ino=2, st_mode=S_IFREG|0644, st_nlink=4, st_uid=5, st_gid=6, st_blksize=0, "
              "st_blocks=0, st_size=0, st_atime=0, st_mtime=0, st_ctime=0}) = 0");
}

TEST(TheFirstReaddir, ShowsTheEntryThatItFound) {
    DecodedCall call = on_i386("readdir");
    std::array<char, 268> entry{7, 0, 0, 0, 8, 0, 0, 0, 1, 0, 'a'};
    call.memory.put_object(place, entry);
    EXPECT_EQ(call.args({3, place, 1}).returns(1), "readdir(3, {d_ino=7, d_off=8, d_reclen=1, d_name=\"a\"}) = 1");
    EXPECT_EQ(call.args({3, place, 2}).returns(0), "readdir(3, 0x1000, 2) = 0");
}

TEST(Multiplexers, ShowNumbersThatStandForNoCall) {
    EXPECT_EQ(on_i386("socketcall").args({0xffffffff, 0}).fails(22), "socketcall(-1, NULL) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(on_i386("ipc").args({0x20005, 1, 2, 3, 4, 5}).fails(nosys),
              "ipc(2<<16|5, 0x1, 0x2, 0x3, 0x4, 0x5) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(on_i386("ipc").args({9, 1, 2, 3, 4, 5}).fails(nosys),
              "ipc(9, 0x1, 0x2, 0x3, 0x4, 0x5) = -1 ENOSYS (Function not implemented)");
}

TEST(ThreadsOfI386, BeginWithADescriptorOfTheirSegment) {
    constexpr std::uint64_t sets_tls = 0x80000;
    DecodedCall call = on_i386("clone");
    call.memory.put_object(place, std::array<std::uint32_t, 4>{6, 0x1234, 0xfffff, 0x51});
    EXPECT_EQ(call.args({sets_tls, 0, 0, place, 0}).returns(7),
              "clone(child_stack=NULL, flags=CLONE_SETTLS, tls={entry_number=6, base_addr=0x001234, limit=0x0fffff, seg_32bit=1, "
              "contents=0, read_exec_only=0, limit_in_pages=1, seg_not_present=0, useable=1}) = 7");
    EXPECT_EQ(on_i386("clone").args({sets_tls, 0, 0, nowhere, 0}).returns(7),
              "clone(child_stack=NULL, flags=CLONE_SETTLS, tls=0x999000) = 7");
}

TEST(ThreadAreas, OfWhichOnlyTheNumberCanBeReadAreShownWhereTheyWereAskedFor) {
    DecodedCall asked = on_i386("get_thread_area");
    asked.memory.put_object(place, std::uint32_t{0x80000000});
    EXPECT_EQ(asked.args({place}).returns(0), "get_thread_area({entry_number=2147483648, ...}) = 0");
    DecodedCall given = on_i386("set_thread_area");
    given.memory.put_object(place, std::uint32_t{3});
    EXPECT_EQ(given.args({place}).returns(0), "set_thread_area(0x1000) = 0");
}

TEST(PermissionsOfSystemV, Have16Bits) {
    DecodedCall call = on_i386("semctl");
    std::array<std::uint32_t, 16> set{};
    set.fill(0xffffffff);
    call.memory.put_object(place, set);
    EXPECT_NE(call.args({1, 0, 0x102, place}).returns(0).find("mode=0177777, key=4294967295"), std::string::npos);
}

TEST(CountsBelowZero, ShowNoList) {
    DecodedCall call = on_i386("io_submit");
    call.memory.put_object(place, std::uint32_t{0});
    EXPECT_EQ(call.args({1, 0xffffffff, place}).fails(22), "io_submit(0x1, -1, 0x1000) = -1 EINVAL (Invalid argument)");
}

TEST(StatesOfAClock, ComeWithWhatItIs) {
    EXPECT_EQ(DecodedCall("adjtimex").args({nowhere}).returns(0), "adjtimex(0x999000) = 0");
    EXPECT_EQ(DecodedCall("clock_adjtime").args({0, 0}).returns(5), "clock_adjtime(CLOCK_REALTIME, NULL) = 5");
}

TEST(Capabilities, AreNotShownWithoutTheWholeHeader) {
    DecodedCall call("capset");
    call.memory.put_object(place, std::uint32_t{0x20080522});
    call.memory.put_object(other_place, std::array<std::uint32_t, 6>{});
    EXPECT_EQ(call.args({place, other_place}).fails(14), "capset(0x1000, 0x2000) = -1 EFAULT (Bad address)");
}

TEST(AddressesOfX32, AreWholeRegisters) {
    EXPECT_EQ(DecodedCall("open", Abi::x32).args({0x100000000, 0}).fails(nosys),
              "open(0x100000000, O_RDONLY) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(DecodedCall("munmap", Abi::x32).args({0x100000000, 1}).fails(nosys),
              "munmap(0x100000000, 1) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(DecodedCall("pipe", Abi::x32).args({0x900001000}).fails(nosys), "pipe(0x900001000) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(on_i386("open").args({0x700999000, 0}).fails(14), "open(0x999000, O_RDONLY) = -1 EFAULT (Bad address)");
    EXPECT_EQ(on_i386("pipe").args({0x700999000}).fails(14), "pipe(0x999000) = -1 EFAULT (Bad address)");
}

}  // namespace
}  // namespace troupe::tests
