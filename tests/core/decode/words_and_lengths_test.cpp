#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Words that the kernel takes in parts, counts that it takes in its own width, and lists for which there is no room.
namespace troupe::tests {
namespace {

constexpr std::uint64_t enosys = 38;

std::string failing(std::string_view name, std::array<std::uint64_t, 6> args) {
    DecodedCall call(name);
    std::string text = call.args({args[0], args[1], args[2], args[3], args[4], args[5]}).fails(enosys);
    return text.substr(0, text.find(" = -1"));
}

TEST(CommandsOfSystemV, HaveTheVersionOfTheirStructuresBeforeThem) {
    EXPECT_EQ(failing("shmctl", {1, 0x100, 0}), "shmctl(1, IPC_64|IPC_RMID, NULL)");
    EXPECT_EQ(failing("shmctl", {1, 0x1ff, nowhere}), "shmctl(1, IPC_64|0xff /* SHM_??? */, 0x999000)");
    EXPECT_EQ(failing("semctl", {1, 2, 0x55, nowhere}), "semctl(1, 2, 0x55 /* SEM_??? */, 0x999000)");
}

TEST(DirectoriesThatAreMarked, MayBeNone) {
    EXPECT_EQ(failing("fanotify_mark", {3, 1, 0, 0xffffffff, 0}), "fanotify_mark(3, FAN_MARK_ADD, 0, FAN_NOFD, NULL)");
}

TEST(SegmentsOfSharedMemory, HaveNoFlagsWhereOnlyTheirPageSizeIsGiven) {
    EXPECT_EQ(failing("shmget", {7, 3, 0x10000000 | 0644}), "shmget(0x7, 3, 4<<SHM_HUGE_SHIFT|0644)");
}

TEST(FilesInMemory, HaveAPageSizeWhateverTheirFlagsAre) {
    DecodedCall call("memfd_create");
    call.memory.put(0x1000, std::string("a\0", 2));
    EXPECT_EQ(call.args({0x1000, 21u << 26}).fails(22), "memfd_create(\"a\", 21<<MFD_HUGE_SHIFT) = -1 EINVAL (Invalid argument)");
}

TEST(ANewAddress, IsTakenOnlyByAMapThatMayMove) {
    EXPECT_EQ(failing("mremap", {0x1000, 1, 2, 2, 0x2000}), "mremap(0x1000, 1, 2, MREMAP_FIXED)");
    EXPECT_EQ(failing("mremap", {0x1000, 1, 2, 3, 0x2000}), "mremap(0x1000, 1, 2, MREMAP_MAYMOVE|MREMAP_FIXED, 0x2000)");
}

TEST(ListsWithoutRoom, AreEmptyAlsoWhereMemoryIsNotLookedAt) {
    const auto text = [](std::string_view name, std::initializer_list<std::uint64_t> args) {
        return DecodedCall(name).qualifiers(qualifier::trace | qualifier::abbrev).args(args).returns(0);
    };
    EXPECT_EQ(text("poll", {nowhere, 0, 0}), "poll([], 0, 0) = 0 (Timeout)");
    EXPECT_EQ(text("poll", {0, 0, 0}), "poll(NULL, 0, 0) = 0 (Timeout)");
    EXPECT_EQ(text("writev", {1, nowhere, 0}), "writev(1, [], 0) = 0");
    EXPECT_EQ(text("epoll_wait", {1, nowhere, 3, 0}), "epoll_wait(1, [], 3, 0) = 0");
    EXPECT_EQ(text("semop", {1, nowhere, 0}), "semop(1, [], 0) = 0");
    EXPECT_EQ(text("semop", {1, nowhere, 1}), "semop(1, 0x999000, 1) = 0");
    EXPECT_EQ(text("mincore", {0, 0, nowhere}), "mincore(NULL, 0, []) = 0");
    EXPECT_EQ(text("migrate_pages", {1, 0, nowhere, nowhere}), "migrate_pages(1, 0, [], []) = 0");
}

TEST(ListsWithoutRoom, AreEmptyWhateverTheirAddressIs) {
    EXPECT_EQ(failing("mincore", {0x1000, 0, nowhere}), "mincore(0x1000, 0, [])");
    EXPECT_EQ(failing("setgroups", {0x100000000, nowhere}), "setgroups(0, [])");
    EXPECT_EQ(failing("get_mempolicy", {0, nowhere, 0, 0, 0}), "get_mempolicy(NULL, [], 0, NULL, 0)");
    EXPECT_EQ(failing("move_pages", {0, 0, nowhere, nowhere, nowhere, 0}), "move_pages(0, 0, [], [], [], 0)");
    EXPECT_EQ(failing("getgroups", {0, nowhere}), "getgroups(0, 0x999000)");
    EXPECT_EQ(failing("select", {0, nowhere, 0, 0, 0}), "select(0, 0x999000, NULL, NULL, NULL)");
}

TEST(Counts, AreTakenInTheWidthThatTheKernelTakesThemIn) {
    DecodedCall call("semop");
    call.memory.put_object(0x1000, std::array<std::uint16_t, 6>{});
    const std::string text = call.args({1, 0x1000, 0xffffffff00000001}).fails(enosys);
    EXPECT_EQ(text, "semop(1, [{sem_num=0, sem_op=0, sem_flg=0}], 1) = -1 ENOSYS (Function not implemented)");
}

TEST(ListsThatEndBehindTheEndOfMemory, AreAddresses) {
    DecodedCall call("move_pages");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 64>{});
    const std::string text = call.args({0, std::uint64_t{1} << 61, 0x1000, 0, 0, 0}).fails(enosys);
    EXPECT_EQ(text, "move_pages(0, 2305843009213693952, 0x1000, NULL, NULL, 0) = -1 ENOSYS (Function not implemented)");
}

TEST(SetsOfCpus, AreShownAsFarAsTheCLibraryHasRoom) {
    DecodedCall call("sched_setaffinity");
    std::array<std::uint8_t, 200> set{};
    set[0] = 2;
    call.memory.put_object(0x1000, set);
    EXPECT_EQ(call.args({0, 200, 0x1000}).returns(0), "sched_setaffinity(0, 200, [1 ...]) = 0");
    EXPECT_EQ(failing("sched_setaffinity", {0, 0, nowhere}), "sched_setaffinity(0, 0, [])");
}

TEST(WhatIsMounted, HasATypeAndOptionsOnlyWhereAFileSystemIs) {
    const auto mounts = [](std::uint64_t flags) {
        DecodedCall call("mount");
        call.memory.put(0x1000, std::string("a\0", 2));
        const std::string text = call.args({0x1000, 0x1000, 0x1000, flags, 0x1000}).returns(0);
        return text.substr(0, text.find(" = 0"));
    };
    EXPECT_EQ(mounts(0), R"(mount("a", "a", "a", 0, "a"))");
    EXPECT_EQ(mounts(0x1000), R"(mount("a", "a", 0x1000, MS_BIND, 0x1000))");
    EXPECT_EQ(mounts(0x20), R"(mount("a", "a", 0x1000, MS_REMOUNT, "a"))");
    EXPECT_EQ(mounts(0x1020), R"(mount("a", "a", 0x1000, MS_REMOUNT|MS_BIND, "a"))");
    EXPECT_EQ(mounts(0xc0ed0000), R"(mount("a", "a", "a", MS_MGC_VAL, "a"))");
    EXPECT_EQ(mounts(0xc0ed1000), R"(mount("a", "a", 0x1000, MS_MGC_VAL|MS_BIND, 0x1000))");
}

TEST(ConfigurationOfFileSystems, DependsOnItsCommand) {
    const auto configures = [](std::uint64_t command, std::uint64_t number) {
        DecodedCall call("fsconfig");
        call.memory.put(0x1000, std::string("ab\0", 3));
        const std::string text = call.args({1, command, 0x1000, 0x1000, number}).returns(0);
        return text.substr(0, text.find(" = 0"));
    };
    EXPECT_EQ(configures(0, 1), R"(fsconfig(1, FSCONFIG_SET_FLAG, "ab", 0x1000, 1))");
    EXPECT_EQ(configures(1, 0), R"(fsconfig(1, FSCONFIG_SET_STRING, "ab", "ab", 0))");
    EXPECT_EQ(configures(2, 2), R"(fsconfig(1, FSCONFIG_SET_BINARY, "ab", "\x61\x62", 2))");
    EXPECT_EQ(configures(3, 0xffffff9c), R"(fsconfig(1, FSCONFIG_SET_PATH, "ab", "ab", AT_FDCWD))");
    EXPECT_EQ(configures(6, 3), R"(fsconfig(1, FSCONFIG_CMD_CREATE, 0x1000, 0x1000, 3))");
}

TEST(AnOperationOfAFutex, IsItsLowerBits) {
    EXPECT_EQ(failing("futex", {0, 0x10000000, 1, 0}), "futex(NULL, 0x10000000 /* FUTEX_??? */, 1, NULL)");
    EXPECT_EQ(failing("futex", {0, 0x74, 1, 0, 0, 5}), "futex(NULL, 0x74 /* FUTEX_??? */, 1, NULL, NULL, 0x5)");
}

TEST(ValuesOfAttributes, AreShownWithoutTheNulAtTheirEnd) {
    const auto sets = [](const std::string& value) {
        DecodedCall call("fsetxattr");
        call.memory.put(0x1000, std::string("n\0", 2));
        call.memory.put(0x2000, value);
        const std::string text = call.args({1, 0x1000, 0x2000, value.size(), 0}).returns(0);
        return text.substr(std::string("fsetxattr(1, \"n\", ").size(), text.find(", " + std::to_string(value.size()) + ", 0)") - 18);
    };
    EXPECT_EQ(sets(std::string("abc\0", 4)), R"("abc")");
    EXPECT_EQ(sets("abc"), R"("abc")");
    EXPECT_EQ(sets(std::string("ab\0c\0\0", 6)), R"("ab\0c\0")");
    EXPECT_EQ(sets(std::string(1, '\0')), R"("")");
    EXPECT_EQ(sets(std::string(33, 'x')), '"' + std::string(32, 'x') + R"("...)");
    EXPECT_EQ(sets(std::string(31, 'x') + std::string("\0x", 2)), '"' + std::string(31, 'x') + '"');
}

TEST(AStatus, TellsOfEventsByName) {
    const auto waits = [](std::uint32_t status) {
        DecodedCall call("wait4");
        call.memory.put_object(0x1000, status);
        const std::string text = call.args({5, 0x1000, 0, 0}).returns(5);
        return text.substr(9, text.find(", 0, NULL") - 9);
    };
    EXPECT_EQ(waits(0x100), "[{WIFEXITED(s) && WEXITSTATUS(s) == 1}]");
    EXPECT_EQ(waits(0x1057f), "[{WIFSTOPPED(s) && WSTOPSIG(s) == SIGTRAP}|PTRACE_EVENT_FORK<<16]");
    EXPECT_EQ(waits(0x80137f), "[{WIFSTOPPED(s) && WSTOPSIG(s) == SIGSTOP}|PTRACE_EVENT_STOP<<16]");
    EXPECT_EQ(waits(0x10057f), "[{WIFSTOPPED(s) && WSTOPSIG(s) == SIGTRAP}|0x10 /* PTRACE_EVENT_??? */<<16]");
    EXPECT_EQ(waits(0x646261), "[{WIFSIGNALED(s) && WTERMSIG(s) == 97}|0x64 /* PTRACE_EVENT_??? */<<16|0x6200]");
    EXPECT_EQ(waits(0x12ffff), "[0x12ffff]");
}

TEST(AnEventInAStatus, IsANumberAtItsPlaceInEveryStyle) {
    const auto waits = [](ConstantStyle style, std::uint32_t status) {
        DecodedCall call("wait4");
        call.memory.put_object(0x1000, status);
        const std::string text = call.constants(style).args({5, 0x1000, 0, 0}).returns(5);
        const std::size_t begin = text.find("}|") + 2;
        return text.substr(begin, text.find("]", begin) - begin);
    };
    EXPECT_EQ(waits(ConstantStyle::numbers, 0x1057f), "0x1<<16");
    EXPECT_EQ(waits(ConstantStyle::both, 0x1057f), "0x1 /* PTRACE_EVENT_FORK */<<16");
    EXPECT_EQ(waits(ConstantStyle::numbers, 0x10057f), "0x10<<16");
    EXPECT_EQ(waits(ConstantStyle::both, 0x10057f), "0x10 /* PTRACE_EVENT_??? */<<16");
}

TEST(AWakeOperation, IsNumbersAtTheirPlacesInEveryStyle) {
    const auto wakes = [](ConstantStyle style) {
        const std::string text = DecodedCall("futex").constants(style).args({0, 5, 1, 2, 0, 0xa1005006}).fails(enosys);
        const std::size_t begin = text.rfind("NULL, ") + 6;
        return text.substr(begin, text.find(") = -1") - begin);
    };
    EXPECT_EQ(wakes(ConstantStyle::names), "FUTEX_OP_OPARG_SHIFT<<28|FUTEX_OP_OR<<28|0x5<<12|FUTEX_OP_CMP_NE<<24|0x6");
    EXPECT_EQ(wakes(ConstantStyle::numbers), "0x8<<28|0x2<<28 /* FUTEX_OP_??? */|0x5<<12|0x1<<24 /* FUTEX_OP_CMP_??? */|0x6");
    EXPECT_EQ(wakes(ConstantStyle::both),
              "0x8 /* FUTEX_OP_OPARG_SHIFT */<<28|0x2 /* FUTEX_OP_OR */<<28|0x5<<12|0x1 /* FUTEX_OP_CMP_NE */<<24|0x6");
}

TEST(ATimeOfAFileThatIsNone, IsAStructureWhereNumbersAreWanted) {
    const auto sets = [](ConstantStyle style) {
        DecodedCall call("utimensat");
        call.memory.put_object(0x1000, std::array<std::int64_t, 4>{1, 0x3fffffff, 2, 0x3ffffffe});
        const std::string text = call.constants(style).args({3, 0, 0x1000, 0}).returns(0);
        const std::size_t begin = text.find('[');
        return text.substr(begin, text.find(']') + 1 - begin);
    };
    EXPECT_EQ(sets(ConstantStyle::names), "[UTIME_NOW, UTIME_OMIT]");
    EXPECT_EQ(sets(ConstantStyle::numbers), "[{tv_sec=1, tv_nsec=1073741823}, {tv_sec=2, tv_nsec=1073741822}]");
    EXPECT_EQ(sets(ConstantStyle::both),
              "[{tv_sec=1, tv_nsec=1073741823} /* UTIME_NOW */, {tv_sec=2, tv_nsec=1073741822} /* UTIME_OMIT */]");
}

TEST(ATime, HasNoDateWhereItIsNone) {
    EXPECT_EQ(DecodedCall("time").args({0}).returns(0), "time(NULL) = 0");
    EXPECT_EQ(DecodedCall("time").args({0}).returns(4), "time(NULL) = 4 (1970-01-01T00:00:04+0000)");
}

TEST(ANewMount, HasFewerAttributesThanAChangedOne) {
    EXPECT_EQ(failing("fsmount", {3, 0, 0x200000}), "fsmount(3, 0, 0x200000 /* MOUNT_ATTR_??? */)");
    EXPECT_EQ(failing("fsmount", {3, 0, 0x81}), "fsmount(3, 0, MOUNT_ATTR_RDONLY|MOUNT_ATTR_NODIRATIME)");
}

TEST(ATimedWait, SaysWhichSignalCame) {
    DecodedCall call("rt_sigtimedwait");
    EXPECT_EQ(call.args({0, 0, 0, 8}).returns(10), "rt_sigtimedwait(NULL, NULL, NULL, 8) = 10 (SIGUSR1)");
}

TEST(PendingSignals, AreAsManyAsThereIsRoomFor) {
    DecodedCall call("rt_sigpending");
    call.memory.put_object(0x1000, std::uint8_t{1});
    EXPECT_EQ(call.args({0x1000, 1}).returns(0), "rt_sigpending([HUP], 1) = 0");
}

TEST(Ticks, HaveNoSign) {
    DecodedCall call("times");
    call.memory.put_object(0x1000, std::array<std::int64_t, 4>{1, 150, -1, 0});
    EXPECT_EQ(call.args({0x1000}).returns(5),
              "times({tms_utime=1 /* 0.01 s */, tms_stime=150 /* 1.50 s */, "
              "tms_cutime=18446744073709551615 /* 184467440737095516.15 s */, tms_cstime=0}) = 5");
}

TEST(TypesOfSockets, AreApartFromWhatIsUnknown) {
    EXPECT_EQ(failing("socket", {0, 0x11, 0}), "socket(AF_UNSPEC, SOCK_STREAM|0x10 /* SOCK_??? */, 0)");
    EXPECT_EQ(failing("socket", {0, 0x80011, 0}), "socket(AF_UNSPEC, SOCK_STREAM|SOCK_CLOEXEC|0x10, 0)");
    EXPECT_EQ(failing("fanotify_init", {0x1000000, 0}), "fanotify_init(FAN_CLASS_NOTIF|0x1000000 /* FAN_??? */, O_RDONLY)");
}

TEST(OptionsOfVirtualMachines, HaveTheirFamilyAsLevel) {
    EXPECT_EQ(failing("setsockopt", {1, 40, 6, 0, 0}), "setsockopt(1, AF_VSOCK, SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD, NULL, 0)");
}

TEST(OptionsOfBridges, AreAmongThoseOfIp) {
    EXPECT_EQ(failing("setsockopt", {1, 0, 129, 0, 0}), "setsockopt(1, SOL_IP, EBT_SO_SET_COUNTERS, NULL, 0)");
    EXPECT_EQ(failing("getsockopt", {1, 0, 130, 0, 0}), "getsockopt(1, SOL_IP, EBT_SO_GET_INIT_INFO, NULL, NULL)");
}

TEST(LocksOf64Bits, AreNoCommandsOfPrograms64) {
    EXPECT_EQ(failing("fcntl", {3, 12, nowhere}), "fcntl(3, F_GETLK64, 0x999000)");
    EXPECT_EQ(failing("fcntl", {3, 0, std::uint64_t{1} << 33}), "fcntl(3, F_DUPFD, 8589934592)");
}

TEST(Modes, HaveMarksWithoutAType) {
    DecodedCall call("mknod");
    EXPECT_EQ(call.args({0, 04644, 0}).returns(0), "mknod(NULL, S_ISUID|0644) = 0");
    DecodedCall plain("mknod");
    EXPECT_EQ(plain.args({0, 0644, 0}).returns(0), "mknod(NULL, 0644) = 0");
}

TEST(AThreadArea, IsNamedByItsNumberAfterAFailure) {
    DecodedCall call("get_thread_area");
    call.memory.put_object(0x1000, std::array<std::int32_t, 4>{12, 1, 2, 3});
    EXPECT_EQ(call.args({0x1000}).fails(enosys), "get_thread_area({entry_number=12, ...}) = -1 ENOSYS (Function not implemented)");
}

TEST(AHandleThatCannotBeReadWhole, IsUnknown) {
    DecodedCall call("open_by_handle_at");
    call.memory.put_object(0x1000, std::array<std::int32_t, 2>{8, 1});
    EXPECT_EQ(call.args({3, 0x1000, 0}).fails(enosys),
              "open_by_handle_at(3, {handle_bytes=8, handle_type=1, f_handle=???}, O_RDONLY) = -1 ENOSYS (Function not implemented)");
}

}  // namespace
}  // namespace troupe::tests
