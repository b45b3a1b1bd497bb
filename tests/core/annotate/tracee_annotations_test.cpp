// The kernel's own answers, about descriptors and processes of this test.

#include "troupe/core/tracee_annotations.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "tests/support/scratch.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/text_writer.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe::tests {
namespace {

constexpr auto every_detail = KeywordSet<DescriptorDetail>::all();

/// As text has it, without the number.
std::string note_of(const UniqueFd& fd, TraceeAnnotations& annotations) {
    annotations.about(::gettid());
    std::string text;
    TextWriter writer(text, {}, &annotations);
    writer.descriptor(fd.get());
    return text.substr(std::to_string(fd.get()).size());
}

std::string note_of(const UniqueFd& fd, KeywordSet<DescriptorDetail> wanted = every_detail) {
    TraceeAnnotations annotations({.descriptors = wanted});
    return note_of(fd, annotations);
}

std::string inode_of(const UniqueFd& fd) {
    struct stat file {};
    EXPECT_EQ(::fstat(fd.get(), &file), 0);
    return std::to_string(file.st_ino);
}

class Descriptors : public testing::Test {
 protected:
    UniqueFd made(const std::string& name, int flags = O_CREAT | O_RDWR) {
        UniqueFd fd(::open(scratch_.path(name).c_str(), flags | O_CLOEXEC, 0600));
        EXPECT_TRUE(fd) << name;
        return fd;
    }
    std::string in_brackets(const std::string& name) const { return "<" + scratch_.path(name) + ">"; }

    Scratch scratch_;
};

TEST_F(Descriptors, OfFilesAreTheirPaths) {
    const UniqueFd fd = made("file");
    EXPECT_EQ(note_of(fd), in_brackets("file"));
    EXPECT_EQ(note_of(fd, {DescriptorDetail::path}), in_brackets("file"));
    EXPECT_EQ(note_of(fd, {DescriptorDetail::device, DescriptorDetail::socket}), "");
    EXPECT_EQ(note_of(UniqueFd()), "");
}

TEST_F(Descriptors, OfFilesThatAreGoneSaySo) {
    const UniqueFd fd = made("file");
    const UniqueFd linked = made("linked");
    ASSERT_EQ(::unlink(scratch_.path("file").c_str()), 0);
    ASSERT_EQ(::link(scratch_.path("linked").c_str(), scratch_.path("other").c_str()), 0);
    ASSERT_EQ(::unlink(scratch_.path("linked").c_str()), 0);
    EXPECT_EQ(note_of(fd), in_brackets("file") + "(deleted)");
    EXPECT_EQ(note_of(linked), in_brackets("linked") + "(deleted)") << "it lives on by another name";
    const UniqueFd successor = made("file");
    EXPECT_EQ(note_of(fd), in_brackets("file") + "(deleted)") << "another file has the name";
    EXPECT_EQ(note_of(successor), in_brackets("file"));
    const UniqueFd memory(::memfd_create("m", MFD_CLOEXEC));
    EXPECT_EQ(note_of(memory), "</memfd:m>(deleted)");
}

TEST_F(Descriptors, OfFilesThatAreCalledAsIfTheyWereGoneAreThere) {
    const UniqueFd fd = made("file (deleted)");
    EXPECT_EQ(note_of(fd), in_brackets("file (deleted)"));
    ASSERT_EQ(::unlink(scratch_.path("file (deleted)").c_str()), 0);
    EXPECT_EQ(note_of(fd), in_brackets("file (deleted)") + "(deleted)");
}

TEST_F(Descriptors, OfDevicesHaveTheirNumbers) {
    const UniqueFd fd(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    EXPECT_EQ(note_of(fd), "</dev/null<char 1:3>>");
    EXPECT_EQ(note_of(fd, {DescriptorDetail::device}), "</dev/null<char 1:3>>");
    EXPECT_EQ(note_of(fd, {DescriptorDetail::path}), "</dev/null>");
}

TEST_F(Descriptors, OfTerminalsThatAreMadeSayWhichTheyAre) {
    const UniqueFd fd(::open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!fd) {
        GTEST_SKIP() << "there is no /dev/ptmx";
    }
    int number = -1;
    ASSERT_EQ(::ioctl(fd.get(), TIOCGPTN, &number), 0);
    EXPECT_TRUE(note_of(fd).ends_with("<char 5:2 @/dev/pts/" + std::to_string(number) + ">>")) << note_of(fd);
}

TEST_F(Descriptors, OfWhatHasNoNameAreWhatTheKernelCallsThem) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const UniqueFd in(ends[0]);
    const UniqueFd out(ends[1]);
    EXPECT_EQ(note_of(in), "<pipe:[" + inode_of(in) + "]>");
    EXPECT_EQ(note_of(in), note_of(out));
}

TEST_F(Descriptors, OfEventsAndSignalsAndProcessesSayWhichTheyAre) {
    const UniqueFd counter(::eventfd(0x1f, EFD_CLOEXEC | EFD_SEMAPHORE));
    EXPECT_TRUE(note_of(counter).starts_with("<{eventfd-count=0x1f, eventfd-id=")) << note_of(counter);
    EXPECT_TRUE(note_of(counter).ends_with(", eventfd-semaphore=1}>")) << note_of(counter);
    const UniqueFd empty(::eventfd(0, EFD_CLOEXEC));
    EXPECT_TRUE(note_of(empty).starts_with("<{eventfd-count=0, ")) << note_of(empty);
    EXPECT_EQ(note_of(empty, {DescriptorDetail::path}), "<anon_inode:[eventfd]>");
    EXPECT_EQ(note_of(empty, {DescriptorDetail::socket}), "");
    sigset_t signals{};
    ::sigaddset(&signals, SIGUSR1);
    ::sigaddset(&signals, SIGCHLD);
    ::sigaddset(&signals, SIGRTMIN + 6);
    const UniqueFd awaited(::signalfd(-1, &signals, SFD_CLOEXEC));
    EXPECT_EQ(note_of(awaited), "<signalfd:[USR1 CHLD RT_8]>");
    EXPECT_EQ(note_of(awaited, {DescriptorDetail::path}), "<anon_inode:[signalfd]>");
    const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0)));
    EXPECT_EQ(note_of(process), "<pid:" + std::to_string(::getpid()) + ">");
    EXPECT_EQ(note_of(process, {DescriptorDetail::path}), "<anon_inode:[pidfd]>");
}

TEST_F(Descriptors, OfProcessesThatAreOverAreStillOfProcesses) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::_exit(0);
    }
    const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    EXPECT_EQ(note_of(process, {DescriptorDetail::pidfd}), "<pid:" + std::to_string(child) + ">");
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_EQ(note_of(process, {DescriptorDetail::pidfd}), "<anon_inode:[pidfd]>");
    EXPECT_EQ(note_of(process, {DescriptorDetail::path}), "<anon_inode:[pidfd]>");
    EXPECT_EQ(note_of(process, {DescriptorDetail::socket}), "");
}

TEST_F(Descriptors, OfLocalSocketsSayWithWhomAndWhere) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    const UniqueFd one(ends[0]);
    const UniqueFd other(ends[1]);
    EXPECT_EQ(note_of(one), "<UNIX-STREAM:[" + inode_of(one) + "->" + inode_of(other) + "]>");
    EXPECT_EQ(note_of(one, {DescriptorDetail::path}), "<socket:[" + inode_of(one) + "]>");
    const UniqueFd named(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(note_of(named), "<UNIX:[" + inode_of(named) + "]>");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, scratch_.path("a\"b").c_str());
    ASSERT_EQ(::bind(named.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(note_of(named), "<UNIX:[" + inode_of(named) + ",\"" + scratch_.path("a\\\"b") + "\"]>");
}

sockaddr_in bound(const UniqueFd& fd) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    socklen_t size = sizeof address;
    EXPECT_EQ(::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    return address;
}

TEST_F(Descriptors, OfInternetSocketsSayBothEnds) {
    const UniqueFd server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const UniqueFd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(note_of(client), "<TCP:[" + inode_of(client) + "]>") << "it has no address";
    const sockaddr_in here = bound(server);
    const sockaddr_in there = bound(client);
    const std::string port = std::to_string(ntohs(here.sin_port)), other_port = std::to_string(ntohs(there.sin_port));
    ASSERT_EQ(::listen(server.get(), 1), 0);
    EXPECT_EQ(note_of(server), "<TCP:[127.0.0.1:" + port + "]>");
    ASSERT_EQ(::connect(client.get(), reinterpret_cast<const sockaddr*>(&here), sizeof here), 0);
    EXPECT_EQ(note_of(client), "<TCP:[127.0.0.1:" + other_port + "->127.0.0.1:" + port + "]>");
    const UniqueFd unconnected(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const UniqueFd datagrams(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(note_of(unconnected), "<UDP:[" + inode_of(unconnected) + "]>");
    const std::string third_port = std::to_string(ntohs(bound(unconnected).sin_port));
    EXPECT_EQ(note_of(unconnected), "<UDP:[127.0.0.1:" + third_port + "]>");
    const sockaddr_in address = bound(datagrams);
    ASSERT_EQ(::connect(datagrams.get(), reinterpret_cast<const sockaddr*>(&there), sizeof there), 0);
    EXPECT_EQ(note_of(datagrams), "<UDP:[127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "->127.0.0.1:" + other_port + "]>");
}

TEST_F(Descriptors, OfSocketsAreRememberedOnceTheyHaveAnAddress) {
    TraceeAnnotations annotations({.descriptors = every_detail});
    TraceeAnnotations others({.descriptors = every_detail});
    for (const int type : {SOCK_STREAM, SOCK_DGRAM}) {
        const std::string name = type == SOCK_STREAM ? "TCP" : "UDP";
        const UniqueFd server(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
        const UniqueFd client(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
        EXPECT_EQ(note_of(client, annotations), "<" + name + ":[" + inode_of(client) + "]>");
        const sockaddr_in here = bound(server);
        const sockaddr_in there = bound(client);
        ASSERT_TRUE(type == SOCK_DGRAM || ::listen(server.get(), 1) == 0);
        const std::string near = "127.0.0.1:" + std::to_string(ntohs(there.sin_port));
        const std::string far = "127.0.0.1:" + std::to_string(ntohs(here.sin_port));
        EXPECT_EQ(note_of(server, annotations), "<" + name + ":[" + far + "]>");
        EXPECT_EQ(note_of(client, annotations), "<" + name + ":[" + near + "]>");
        ASSERT_EQ(::connect(client.get(), reinterpret_cast<const sockaddr*>(&here), sizeof here), 0);
        EXPECT_EQ(note_of(client, others), "<" + name + ":[" + near + "]>");
    }
}

TEST_F(Descriptors, OfLocalSocketsAreTheSameWhenThePeerIsGone) {
    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()), 0);
        const UniqueFd one(ends[0]);
        UniqueFd other(ends[1]);
        const std::string seen = note_of(one);
        EXPECT_TRUE(seen.ends_with(":[" + inode_of(one) + "->" + inode_of(other) + "]>")) << seen;
        other.reset();
        EXPECT_EQ(note_of(one), seen);
        EXPECT_EQ(note_of(one, {DescriptorDetail::path}), "<socket:[" + inode_of(one) + "]>");
    }
}

/// What is called otherwise than the kernel calls it, or only where it is in a list.
struct RarerProtocol {
    int family;
    int type;
    int protocol;
    const char* name;
    bool is_named_alone;
};

TEST_F(Descriptors, OfSocketsOfRarerProtocolsSayTheirEnds) {
    constexpr int mptcp = 262;
    for (const RarerProtocol& row : {RarerProtocol{AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE, "UDPLITE", false},
                                     {AF_INET6, SOCK_DGRAM, IPPROTO_UDPLITE, "UDPLITEv6", true},
                                     {AF_INET, SOCK_STREAM, mptcp, "TCP", false},
                                     {AF_INET6, SOCK_STREAM, mptcp, "TCPv6", false}}) {
        const UniqueFd fd(::socket(row.family, row.type | SOCK_CLOEXEC, row.protocol));
        if (!fd) {
            continue;  // the kernel does not know the protocol
        }
        EXPECT_EQ(note_of(fd), "<" + std::string(row.is_named_alone ? row.name : "socket") + ":[" + inode_of(fd) + "]>");
        sockaddr_in6 address{};
        address.sin6_family = static_cast<sa_family_t>(row.family);
        if (row.family == AF_INET6) {
            address.sin6_addr = in6addr_loopback;
        } else {
            reinterpret_cast<sockaddr_in&>(address).sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        }
        if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            continue;  // there is no IPv6 here
        }
        ASSERT_TRUE(row.type == SOCK_DGRAM || ::listen(fd.get(), 1) == 0);
        socklen_t size = sizeof address;
        ASSERT_EQ(::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
        EXPECT_EQ(note_of(fd), "<" + std::string(row.name) + ":[" + (row.family == AF_INET6 ? "[::1]:" : "127.0.0.1:") +
                                   std::to_string(ntohs(address.sin6_port)) + "]>");
    }
}

TEST_F(Descriptors, OfInternetSocketsOfTheNewerKindHaveBracketsAroundAddresses) {
    const UniqueFd fd(::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    if (!fd || ::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        GTEST_SKIP() << "there is no IPv6 here";
    }
    socklen_t size = sizeof address;
    ASSERT_EQ(::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    EXPECT_EQ(note_of(fd), "<UDPv6:[[::1]:" + std::to_string(ntohs(address.sin6_port)) + "]>");
}

TEST_F(Descriptors, OfNetlinkSayTheProtocolAndThePort) {
    const UniqueFd fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    EXPECT_EQ(note_of(fd), "<NETLINK:[" + inode_of(fd) + "]>");
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    ASSERT_EQ(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    socklen_t size = sizeof address;
    ASSERT_EQ(::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    EXPECT_EQ(note_of(fd), "<NETLINK:[ROUTE:" + std::to_string(address.nl_pid) + "]>");
}

TEST(Processes, AreCalledByTheFirstLineOfTheirNames) {
    std::array<char, 16> before{};
    ASSERT_EQ(::prctl(PR_GET_NAME, before.data()), 0);
    ASSERT_EQ(::prctl(PR_SET_NAME, "one\ntwo"), 0);
    TraceeAnnotations annotations({.processes = {ProcessDetail::comm}});
    annotations.about(::gettid());
    EXPECT_EQ(annotations.process(::gettid(), IdOf::task).comm, "one");
    EXPECT_EQ(annotations.process(::gettid(), IdOf::task).ours, 0);
    EXPECT_EQ(annotations.process(::gettid(), IdOf::group).comm, "");
    EXPECT_EQ(annotations.process(0x3ffffff, IdOf::task).comm, "") << "no process";
    TraceeAnnotations silent({.processes = {ProcessDetail::ours}});
    silent.about(::gettid());
    EXPECT_EQ(silent.process(::gettid(), IdOf::task).comm, "");
    EXPECT_EQ(silent.process(::gettid(), IdOf::task).ours, 0) << "it is in our namespace";
    ASSERT_EQ(::prctl(PR_SET_NAME, before.data()), 0);
}

TEST(NamesOfThreads, AreAsLongAsTheirOwnMayBe) {
    // The kernel tells more of its own threads: kworker/R-slub_flushwq.
    for (pid_t tid = 2; tid < 200; ++tid) {
        const std::string known = procfs::comm_of(tid);
        if (known.size() > 15 && known.find('\n') == std::string::npos) {
            EXPECT_EQ(TraceeAnnotations::comm_of(tid), known.substr(0, 15));
            return;
        }
    }
    GTEST_SKIP() << "no thread of the kernel with a long name is seen here";
}

}  // namespace
}  // namespace troupe::tests
