#include <gtest/gtest.h>
#include <linux/sched.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/utsname.h>

#include "core/tables/struct_layout.hpp"
#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

using namespace std::string_literals;

struct stat regular_file() {
    struct stat file {};
    file.st_mode = S_IFREG | 0644;
    file.st_size = 1234;
    return file;
}

TEST(Stat, ShowsModeAndSize) {
    DecodedCall call("fstat");
    call.args({3, 0x1000});
    EXPECT_EQ(call.entry(), "fstat(3");
    call.memory.put_object(0x1000, regular_file());
    EXPECT_EQ(call.returns(0), "fstat(3, {st_mode=S_IFREG|0644, st_size=1234, ...}) = 0");
}

TEST(Stat, ShowsTheNumberOfADevice) {
    DecodedCall call("fstat");
    struct stat file {};
    file.st_mode = S_IFCHR | 0666;
    file.st_rdev = makedev(1, 3);
    call.memory.put_object(0x1000, file);
    EXPECT_EQ(call.args({3, 0x1000}).returns(0), "fstat(3, {st_mode=S_IFCHR|0666, st_rdev=makedev(0x1, 0x3), ...}) = 0");
}

TEST(Stat, IsAnAddressWhereTheCallFailed) {
    DecodedCall call("fstat");
    call.memory.put_object(0x1000, regular_file());
    EXPECT_EQ(call.args({3, 0x1000}).fails(9), "fstat(3, 0x1000) = -1 EBADF (Bad file descriptor)");
}

TEST(Stat, IsAnAddressWhereNobodyLooksBehindPointers) {
    DecodedCall call("fstat");
    call.memory.put_object(0x1000, regular_file());
    EXPECT_EQ(call.qualifiers(qualifier::trace | qualifier::abbrev).args({3, 0x1000}).returns(0), "fstat(3, 0x1000) = 0");
}

TEST(Stat, ShowsEveryFieldWhereNothingIsAbbreviated) {
    DecodedCall call("fstat");
    call.memory.put_object(0x1000, regular_file());
    EXPECT_EQ(call.qualifiers(in_full).args({3, 0x1000}).returns(0),
              "fstat(3, {st_dev=makedev(0, 0), st_ino=0, st_mode=S_IFREG|0644, st_nlink=0, st_uid=0, st_gid=0, st_blksize=0, st_blocks=0, "
              "st_size=1234, st_atime=0, st_atime_nsec=0, st_mtime=0, st_mtime_nsec=0, st_ctime=0, st_ctime_nsec=0}) = 0");
}

TEST(Limits, AreMultiplesOf1024AndInfinity) {
    DecodedCall call("prlimit64");
    call.memory.put_object(0x1000, rlimit{8192 * 1024, RLIM_INFINITY});
    EXPECT_EQ(call.args({0, 3, 0, 0x1000}).returns(0),
              "prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0");
    DecodedCall other("prlimit64");
    other.memory.put_object(0x1000, rlimit{1024, 20000});
    EXPECT_EQ(other.args({0, 7, 0x1000, 0}).returns(0), "prlimit64(0, RLIMIT_NOFILE, {rlim_cur=1024, rlim_max=20000}, NULL) = 0");
}

constexpr std::uint64_t tcgets = 0x5401, tcsets = 0x5402;

/// asm/termbits.h, which cannot be included beside termios.h.
struct Terminal {
    std::uint32_t input, output, control, local;
    std::uint8_t line;
    std::uint8_t characters[19];
};

TEST(Terminal, ShowsPartsOfItsModesAlsoWhereTheyAreZero) {
    DecodedCall call("ioctl");
    call.memory.put_object(0x1000, Terminal{0x500, 0x5, 0xbf, 0x8a3b, 0, {}});
    EXPECT_EQ(call.args({3, tcgets, 0x1000}).returns(0),
              "ioctl(3, TCGETS, {c_iflag=ICRNL|IXON, c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|OPOST|ONLCR, c_cflag=B38400|CS8|CREAD, "
              "c_lflag=ISIG|ICANON|ECHO|ECHOE|ECHOK|IEXTEN|ECHOCTL|ECHOKE, ...}) = 0");
    DecodedCall raw("ioctl");
    raw.memory.put_object(0x1000, Terminal{0x80000000, 0, 0, 0, 0, {}});
    EXPECT_EQ(raw.args({3, tcgets, 0x1000}).returns(0),
              "ioctl(3, TCGETS, {c_iflag=0x80000000, c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|, c_cflag=B0|CS5|, c_lflag=, ...}) = 0");
}

TEST(Terminal, NamesItsCharacters) {
    DecodedCall call("ioctl");
    call.memory.put_object(0x1000, Terminal{0, 0, 0, 0, 99, {3, 28}});
    EXPECT_TRUE(call.qualifiers(in_full)
                    .args({3, tcsets, 0x1000})
                    .returns(0)
                    .ends_with(", c_line=0x63 /* N_??? */, c_cc=[[VINTR]=0x3, [VQUIT]=0x1c, [VERASE]=0, [VKILL]=0, [VEOF]=0, [VTIME]=0, "
                               "[VMIN]=0, [VSWTC]=0, "
                               "[VSTART]=0, [VSTOP]=0, [VSUSP]=0, [VEOL]=0, [VREPRINT]=0, [VDISCARD]=0, [VWERASE]=0, [VLNEXT]=0, "
                               "[VEOL2]=0, [17]=0, [18]=0]}) = "
                               "0"));
}

TEST(Uname, ShowsTheFirstNames) {
    DecodedCall call("uname");
    utsname name{};
    std::strcpy(name.sysname, "Linux");
    std::strcpy(name.nodename, "vm");
    call.memory.put_object(0x1000, name);
    EXPECT_EQ(call.args({0x1000}).returns(0), R"(uname({sysname="Linux", nodename="vm", ...}) = 0)");
}

TEST(Pipe, ShowsBothDescriptors) {
    DecodedCall call("pipe2");
    call.memory.put_object(0x1000, std::array{3, 4});
    EXPECT_EQ(call.args({0x1000, 02000000}).returns(0), "pipe2([3, 4], O_CLOEXEC) = 0");
}

TEST(Poll, ShowsWhatIsReadyBehindTheResult) {
    DecodedCall call("poll");
    call.memory.put_object(0x1000, std::array{pollfd{3, POLLIN, 0}, pollfd{-1, POLLIN, 0}});
    call.args({0x1000, 2, 0xffffffff});
    EXPECT_EQ(call.entry(), "poll([{fd=3, events=POLLIN}, {fd=-1}], 2, -1");
    call.memory.put_object(0x1000, std::array{pollfd{3, POLLIN, POLLIN}, pollfd{-1, POLLIN, 0}});
    EXPECT_EQ(call.returns(1), "poll([{fd=3, events=POLLIN}, {fd=-1}], 2, -1) = 1 ([{fd=3, revents=POLLIN}])");
}

TEST(Poll, SaysThatTheTimeWasOver) { EXPECT_EQ(DecodedCall("poll").args({0, 0, 0}).returns(0), "poll(NULL, 0, 0) = 0 (Timeout)"); }

TEST(Poll, OfMoreThanThereIsStaysBounded) {
    DecodedCall call("poll");
    call.memory.put_object(0x1000, pollfd{3, POLLIN, POLLIN});
    EXPECT_EQ(call.args({0x1000, 0xffffffff, 0}).returns(1),
              "poll([{fd=3, events=POLLIN}, ... /* 0x1008 */], 4294967295, 0) = 1 ([{fd=3, revents=POLLIN}, 0x1008])");
}

TEST(Select, ShowsSetsBeforeAndAfter) {
    DecodedCall call("select");
    call.memory.put_object(0x1000, std::uint64_t{0x18});
    call.memory.put_object(0x2000, std::array<std::int64_t, 2>{1, 2});
    call.args({5, 0x1000, 0, 0, 0x2000});
    EXPECT_EQ(call.entry(), "select(5, [3 4], NULL, NULL, {tv_sec=1, tv_usec=2}");
    call.memory.put_object(0x1000, std::uint64_t{8});
    call.memory.put_object(0x2000, std::array<std::int64_t, 2>{0, 7});
    EXPECT_EQ(call.returns(1), "select(5, [3 4], NULL, NULL, {tv_sec=1, tv_usec=2}) = 1 (in [3], left {tv_sec=0, tv_usec=7})");
}

TEST(Select, ShowsTheMaskBehindTheSixthArgument) {
    DecodedCall call("pselect6");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{0x2000, 8});
    call.memory.put_object(0x2000, std::uint64_t{2});
    EXPECT_EQ(call.args({0, 0, 0, 0, 0, 0x1000}).returns(0),
              "pselect6(0, NULL, NULL, NULL, NULL, {sigmask=[INT], sigsetsize=8}) = 0 (Timeout)");
}

TEST(Epoll, ShowsDataAsBits) {
    DecodedCall call("epoll_wait");
    call.memory.put_object(0x1000, epoll_event{EPOLLIN, {.u64 = 7}});
    EXPECT_EQ(call.args({4, 0x1000, 8, 0xffffffff}).returns(1), "epoll_wait(4, [{events=EPOLLIN, data=0x7}], 8, -1) = 1");
}

TEST(Clone, ShowsNamesAndOnlyWhatTheFlagsAskFor) {
    EXPECT_EQ(DecodedCall("clone").args({0x1200011, 0, 0, 0x7f00, 0}).returns(123),
              "clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f00) = 123");
    EXPECT_EQ(DecodedCall("clone").args({17, 0, 0, 0, 0}).returns(123), "clone(child_stack=NULL, flags=SIGCHLD) = 123");
}

TEST(Clone, HasTheThreadAreaBeforeTheChildOnI386) {
    EXPECT_EQ(DecodedCall("clone", Abi::i386).args({CLONE_SETTLS | CLONE_CHILD_SETTID, 0, 0, 0x10, 0x20}).fails(22),
              "clone(child_stack=NULL, flags=CLONE_SETTLS|CLONE_CHILD_SETTID, tls=0x10, child_tidptr=0x20) = -1 EINVAL (Invalid argument)");
}

TEST(Clone3, ShowsWhatTheKernelWrote) {
    DecodedCall call("clone3");
    clone_args arguments{};
    arguments.flags = CLONE_PARENT_SETTID;
    arguments.parent_tid = 0x2000;
    arguments.exit_signal = 17;
    call.memory.put_object(0x1000, arguments);
    call.args({0x1000, sizeof(arguments)});
    EXPECT_EQ(call.entry(), "clone3({flags=CLONE_PARENT_SETTID, parent_tid=0x2000, exit_signal=SIGCHLD, stack=NULL, stack_size=0}");
    call.memory.put_object(0x2000, std::int32_t{123});
    EXPECT_EQ(call.returns(123),
              "clone3({flags=CLONE_PARENT_SETTID, parent_tid=0x2000, exit_signal=SIGCHLD, stack=NULL, stack_size=0} => {parent_tid=[123]}, "
              "88) = 123");
}

TEST(Clone3, IsAnAddressWhereItIsTooShort) {
    DecodedCall call("clone3");
    call.memory.put_object(0x1000, clone_args{});
    EXPECT_EQ(call.args({0x1000, 8}).fails(22), "clone3(0x1000, 8) = -1 EINVAL (Invalid argument)");
}

TEST(Offsets, ShowBeforeAndAfter) {
    DecodedCall call("sendfile");
    call.memory.put_object(0x1000, std::int64_t{0});
    call.args({1, 3, 0x1000, 10});
    EXPECT_EQ(call.entry(), "sendfile(1, 3, [0");
    call.memory.put_object(0x1000, std::int64_t{10});
    EXPECT_EQ(call.returns(10), "sendfile(1, 3, [0 => 10], 10) = 10");
}

TEST(Offsets, ThatDidNotMoveAreShownOnce) {
    DecodedCall call("sendfile");
    call.memory.put_object(0x1000, std::int64_t{10});
    EXPECT_EQ(call.args({1, 3, 0x1000, 10}).fails(9), "sendfile(1, 3, [10], 10) = -1 EBADF (Bad file descriptor)");
    EXPECT_EQ(DecodedCall("sendfile").args({1, 3, 0, 10}).returns(10), "sendfile(1, 3, NULL, 10) = 10");
}

TEST(Wait, ShowsHowTheChildEnded) {
    const auto status = [](int word) {
        DecodedCall call("wait4");
        call.memory.put_object(0x1000, word);
        return call.args({0xffffffff, 0x1000, 0, 0}).returns(5);
    };
    EXPECT_EQ(status(0x300), "wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = 5");
    EXPECT_EQ(status(9), "wait4(-1, [{WIFSIGNALED(s) && WTERMSIG(s) == SIGKILL}], 0, NULL) = 5");
    EXPECT_EQ(status(0x8b), "wait4(-1, [{WIFSIGNALED(s) && WTERMSIG(s) == SIGSEGV && WCOREDUMP(s)}], 0, NULL) = 5");
    EXPECT_EQ(status(0x137f), "wait4(-1, [{WIFSTOPPED(s) && WSTOPSIG(s) == SIGSTOP}], 0, NULL) = 5");
    EXPECT_EQ(status(0xffff), "wait4(-1, [{WIFCONTINUED(s)}], 0, NULL) = 5");
}

TEST(Wait, ThatFoundNobodyShowsTheAddress) {
    DecodedCall call("wait4");
    call.memory.put_object(0x1000, int{0x300});
    EXPECT_EQ(call.args({0xffffffff, 0x1000, 1, 0}).returns(0), "wait4(-1, 0x1000, WNOHANG, NULL) = 0");
}

TEST(Sigaction, HasARestorerWhereTheFlagsSaySo) {
    DecodedCall call("rt_sigaction");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 4>{1, 0x14000000, 0x1234, 0x10002});
    EXPECT_EQ(
        call.args({2, 0x1000, 0, 8}).returns(0),
        "rt_sigaction(SIGINT, {sa_handler=SIG_IGN, sa_mask=[INT CHLD], sa_flags=SA_RESTORER|SA_RESTART, sa_restorer=0x1234}, NULL, 8) = 0");
}

TEST(Sigaction, HasWordsOf32BitsOnI386) {
    DecodedCall call("rt_sigaction", Abi::i386);
    call.memory.put_object(0x1000, std::array<std::uint32_t, 5>{0, 0, 0, 2, 0});
    EXPECT_EQ(call.args({2, 0x1000, 0, 8}).returns(0),
              "rt_sigaction(SIGINT, {sa_handler=SIG_DFL, sa_mask=[INT], sa_flags=0}, NULL, 8) = 0");
}

TEST(Vectors, ShowAsMuchAsWasRead) {
    DecodedCall call("readv");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 4>{0x2000, 4, 0x3000, 40});
    call.memory.put(0x2000, "hell");
    call.memory.put(0x3000, "o world");
    EXPECT_EQ(call.args({0, 0x1000, 2}).returns(5), R"(readv(0, [{iov_base="hell", iov_len=4}, {iov_base="o", iov_len=40}], 2) = 5)");
}

TEST(Vectors, OfAFailedReadAreAddresses) {
    DecodedCall call("readv");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{0x2000, 4});
    EXPECT_EQ(call.args({0xffffffff, 0x1000, 1}).fails(9), "readv(-1, [{iov_base=0x2000, iov_len=4}], 1) = -1 EBADF (Bad file descriptor)");
}

TEST(Vectors, ThatCannotBeArraysAreAddresses) {
    DecodedCall call("writev");
    call.memory.put_object(0x1000, std::array<std::uint64_t, 2>{0x2000, 4});
    EXPECT_EQ(call.args({1, 0x1000, ~std::uint64_t{0}}).fails(22),
              "writev(1, 0x1000, 18446744073709551615) = -1 EINVAL (Invalid argument)");
}

TEST(Times, AreTicksWithSecondsBehindThem) {
    DecodedCall call("times");
    call.memory.put_object(0x1000, std::array<std::int64_t, 4>{6, 100, 0, 0});
    EXPECT_EQ(call.args({0x1000}).returns(5),
              "times({tms_utime=6 /* 0.06 s */, tms_stime=100 /* 1.00 s */, tms_cutime=0, tms_cstime=0}) = 5");
    EXPECT_EQ(call.constants(ConstantStyle::numbers).args({0x1000}).returns(5),
              "times({tms_utime=6, tms_stime=100, tms_cutime=0, tms_cstime=0}) = 5");
}

TEST(Time, IsShownWithItsDateInMemoryAndAsAResult) {
    DecodedCall call("time");
    call.memory.put_object(0x1000, std::int64_t{1'000'000'000});
    const std::string text = call.args({0x1000}).returns(1'000'000'000);
    EXPECT_THAT(text, testing::MatchesRegex("time\\(\\[1000000000 /\\* 2001-09-0[89]T[0-9:]+[-+][0-9]+ \\*/\\]\\) = 1000000000 "
                                            "\\(2001-09-0[89]T[0-9:]+[-+][0-9]+\\)"));
    EXPECT_EQ(DecodedCall("time").args({1}).fails(14), "time(0x1) = -1 EFAULT (Bad address)");
}

TEST(FileTimes, HaveDatesAndNames) {
    DecodedCall call("utimensat");
    call.memory.put_object(0x1000, std::array<std::int64_t, 4>{0, 0x3fffffff, 0, 0x3ffffffe});
    EXPECT_EQ(call.args({3, 0, 0x1000, 0}).returns(0), "utimensat(3, NULL, [UTIME_NOW, UTIME_OMIT], 0) = 0");
}

TEST(Ioctls, AreNamedAndDecodedByTheirRequest) {
    DecodedCall call("ioctl");
    call.memory.put_object(0x1000, std::array<std::uint16_t, 4>{24, 80, 0, 0});
    EXPECT_EQ(call.args({1, 0x5413, 0x1000}).returns(0), "ioctl(1, TIOCGWINSZ, {ws_row=24, ws_col=80, ws_xpixel=0, ws_ypixel=0}) = 0");
    EXPECT_EQ(DecodedCall("ioctl").args({1, 0x1234, 7}).fails(25),
              "ioctl(1, _IOC(_IOC_NONE, 0x12, 0x34, 0), 0x7) = -1 ENOTTY (Inappropriate ioctl for device)");
    EXPECT_EQ(DecodedCall("ioctl").args({1, 0x5451}).returns(0), "ioctl(1, FIOCLEX) = 0");
}

TEST(LongArguments, AreTwoRegistersOnI386) {
    DecodedCall call("pread64", Abi::i386);
    EXPECT_EQ(call.args({3, 0x1000, 10, 2, 1}).fails(9), "pread64(3, 0x1000, 10, 4294967298) = -1 EBADF (Bad file descriptor)");
}

TEST(LongArguments, OfLlseekHaveTheHighHalfFirst) {
    DecodedCall call("_llseek", Abi::i386);
    call.memory.put_object(0x1000, std::int64_t{4294967298});
    EXPECT_EQ(call.args({3, 1, 2, 0x1000, 0}).returns(0), "_llseek(3, 4294967298, [4294967298], SEEK_SET) = 0");
    EXPECT_EQ(DecodedCall("_llseek", Abi::i386).args({3, 0xffffffff, 0xffffffff, 0x1000, 1}).fails(9),
              "_llseek(3, -1, 0x1000, SEEK_CUR) = -1 EBADF (Bad file descriptor)");
}

TEST(LongArguments, OfMmap2ArePagesShownInBytes) {
    EXPECT_EQ(DecodedCall("mmap2", Abi::i386).args({0, 4096, 1, 2, 3, 0x100001}).fails(9),
              "mmap2(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0x100001000) = -1 EBADF (Bad file descriptor)");
    EXPECT_EQ(DecodedCall("mmap2", Abi::i386).args({0, 4096, 1, 2, 3, 0}).fails(9),
              "mmap2(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = -1 EBADF (Bad file descriptor)");
}

TEST(Raw, ShowsRegisters) {
    EXPECT_EQ(DecodedCall("openat").qualifiers(qualifier::trace | qualifier::raw).args({0xffffff9c, 0x1000, 0, 0}).returns(3),
              "openat(0xffffff9c, 0x1000, 0, 0) = 0x3");
}

}  // namespace
}  // namespace troupe::tests
