// What -e read= and -e write= show. The expected text was compared with what the distribution's strace prints for the same calls.

#include "troupe/core/data_dump.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "tests/support/fake_memory.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t here = 0x10000;
constexpr std::uint64_t there = 0x90000;
constexpr std::uint64_t space_between = 0x8000;  // between buffers

class DataDump : public testing::Test {
 protected:
    std::string of(long number, const Arguments& args, std::int64_t result, std::uint64_t error = 0, Abi abi = Abi::x86_64) {
        const DumpedDescriptors dumped{.read = DescriptorSet::parse("all").value(), .written = DescriptorSet::parse("all").value()};
        return of(dumped, {abi, static_cast<std::uint32_t>(number)}, {.args = args, .result = result, .error = error});
    }
    std::string of(const DumpedDescriptors& dumped, SyscallId call, const Shown& shown) {
        std::string out;
        append_dump(call, shown, memory_, dumped, out);
        return out;
    }
    /// An array of struct iovec at `here` for these buffers.
    void put_vector(const std::vector<std::string>& buffers) {
        std::string words;
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            const iovec vector{reinterpret_cast<void*>(memory_.put(there + i * space_between, buffers[i])), buffers[i].size()};
            words.append(reinterpret_cast<const char*>(&vector), sizeof vector);
        }
        memory_.put(here, words);
    }

    tests::FakeMemory memory_;
};

const std::string line_of_hello = " | 00000  68 65 6c 6c 6f                                    hello            |\n";
const std::string line_of_ab = " | 00000  61 62                                             ab               |\n";
const std::string line_of_cde = " | 00000  63 64 65                                          cde              |\n";

TEST_F(DataDump, ShowsWhatWasReadAndWhatWasToBeWritten) {
    memory_.put(here, "hello, world");
    EXPECT_EQ(of(SYS_read, {3, here, 100}, 5), line_of_hello);
    EXPECT_EQ(of(SYS_write, {3, here, 5}, 2), line_of_hello);
    EXPECT_EQ(of(SYS_write, {3, here, 5}, -1, EBADF), line_of_hello);
    EXPECT_EQ(of(SYS_read, {3, here, 5}, -1, EBADF), "");
    EXPECT_EQ(of(SYS_read, {3, here, 5}, 0), "");
    EXPECT_EQ(of(SYS_sendto, {3, here, 5, 0, 0, 0}, 5), line_of_hello);
    EXPECT_EQ(of(SYS_getrandom, {3, here, 5}, 5), "");
}

TEST_F(DataDump, HasSixteenBytesALine) {
    std::string bytes;
    for (int i = 0; i < 19; ++i) {
        bytes += static_cast<char>(i * 9);
    }
    memory_.put(here, bytes);
    EXPECT_EQ(of(SYS_write, {3, here, 19}, 19),
              " | 00000  00 09 12 1b 24 2d 36 3f  48 51 5a 63 6c 75 7e 87  ....$-6?HQZclu~. |\n"
              " | 00010  90 99 a2                                          ...              |\n");
}

TEST_F(DataDump, OffsetsAreAsWideAsTheLast) {
    memory_.put(here, std::string(0x100001, 'z'));
    const std::string wide = of(SYS_write, {3, here, 0x100001}, -1, EBADF);
    EXPECT_TRUE(wide.starts_with(" | 000000  7a"));
    EXPECT_TRUE(wide.ends_with(" | 100000  7a                                                z                |\n"));
    EXPECT_TRUE(of(SYS_write, {3, here, 0x100000}, -1, EBADF).starts_with(" | 00000  7a"));
}

TEST_F(DataDump, WhatIsNotThereAsAWholeIsNotShown) {
    memory_.put(here, "hello");
    EXPECT_EQ(of(SYS_write, {3, here, 6}, -1, EFAULT), "");
    EXPECT_EQ(of(SYS_write, {3, here, ~std::uint64_t{0}}, -1, EFAULT), "");
    EXPECT_EQ(of(SYS_writev, {3, here, 1}, -1, EFAULT), "");
    EXPECT_EQ(of(SYS_writev, {3, here, ~std::uint64_t{0}}, -1, EINVAL), "");
    EXPECT_EQ(of(SYS_sendmsg, {3, here, 1}, -1, EFAULT), "");
}

TEST_F(DataDump, OnlyDescriptorsThatWereAskedForAreShown) {
    memory_.put(here, "hello");
    const DumpedDescriptors dumped{.read = DescriptorSet::parse("3").value(), .written = DescriptorSet::parse("!3").value()};
    const auto shown = [&](long number, std::uint64_t fd) {
        return of(dumped, {Abi::x86_64, static_cast<std::uint32_t>(number)}, {.args = {fd, here, 5}, .result = 5});
    };
    EXPECT_EQ(shown(SYS_read, 3), line_of_hello);
    EXPECT_EQ(shown(SYS_read, 4), "");
    EXPECT_EQ(shown(SYS_write, 3), "");
    EXPECT_EQ(shown(SYS_write, 4), line_of_hello);
    EXPECT_EQ(shown(SYS_write, static_cast<std::uint64_t>(-1)), "");
    EXPECT_EQ(of({}, {Abi::x86_64, SYS_read}, {.args = {3, here, 5}, .result = 5}), "");
}

TEST_F(DataDump, BuffersOfAVectorAreNumberedUpToAnEmptyOne) {
    put_vector({"ab", "cdef", "", "g"});
    EXPECT_EQ(of(SYS_readv, {3, here, 4}, 5), " * 2 bytes in buffer 0\n" + line_of_ab + " * 3 bytes in buffer 1\n" + line_of_cde);
    EXPECT_EQ(of(SYS_readv, {3, here, 4}, 2), " * 2 bytes in buffer 0\n" + line_of_ab);
    const std::string written = of(SYS_writev, {3, here, 4}, 1);
    EXPECT_TRUE(written.starts_with(" * 2 bytes in buffer 0\n" + line_of_ab + " * 4 bytes in buffer 1\n"));
    EXPECT_EQ(written.find("buffer 2"), std::string::npos);
}

TEST_F(DataDump, ABufferThatIsNotThereHasItsLengthAlone) {
    const std::array<iovec, 2> vectors{{{reinterpret_cast<void*>(1), 3}, {reinterpret_cast<void*>(memory_.put(there, "ab")), 2}}};
    memory_.put_object(here, vectors);
    EXPECT_EQ(of(SYS_writev, {3, here, 2}, -1, EFAULT), " * 3 bytes in buffer 0\n * 2 bytes in buffer 1\n" + line_of_ab);
}

TEST_F(DataDump, MessagesAreVectors) {
    put_vector({"ab", "cdef"});
    msghdr message{};
    message.msg_iov = reinterpret_cast<iovec*>(here);
    message.msg_iovlen = 2;
    const std::uint64_t at = memory_.put_object(0x1000, message);
    EXPECT_EQ(of(SYS_recvmsg, {3, at, 0}, 2), " * 2 bytes in buffer 0\n" + line_of_ab);
    EXPECT_TRUE(of(SYS_sendmsg, {3, at, 0}, -1, EBADF).starts_with(" * 2 bytes in buffer 0\n" + line_of_ab + " * 4 bytes in buffer 1\n"));
}

TEST_F(DataDump, EachOfSeveralMessagesTellsHowMuchOfItCounts) {
    put_vector({"ab", "cdef"});
    std::array<mmsghdr, 2> messages{};
    for (mmsghdr& one : messages) {
        one.msg_hdr.msg_iov = reinterpret_cast<iovec*>(here);
        one.msg_hdr.msg_iovlen = 2;
    }
    messages[0].msg_len = 5;
    messages[1].msg_len = 2;
    const std::uint64_t at = memory_.put_object(0x1000, messages);
    const std::string first = " = 2 buffers in vector 0\n * 2 bytes in buffer 0\n" + line_of_ab + " * 3 bytes in buffer 1\n" + line_of_cde;
    const std::string second = " = 2 buffers in vector 1\n * 2 bytes in buffer 0\n" + line_of_ab;
    EXPECT_EQ(of(SYS_recvmmsg, {3, at, 2, 0, 0}, 2), first + second);
    EXPECT_EQ(of(SYS_recvmmsg, {3, at, 2, 0, 0}, 1), first);
    EXPECT_EQ(of(SYS_recvmmsg, {3, at, 2, 0, 0}, -1, EAGAIN), "");
    EXPECT_EQ(of(SYS_sendmmsg, {3, at, 2, 0, 0}, 1), first);
    EXPECT_EQ(of(SYS_sendmmsg, {3, at, 2, 0, 0}, -1, EBADF), first + second);
}

TEST_F(DataDump, VectorsOf32BitProgramsHave32BitWords) {
    constexpr long readv_of_i386 = 145, recvmsg_of_i386 = 372;
    const std::uint64_t text = memory_.put(there, "ab");
    const std::array<std::uint32_t, 2> vector{static_cast<std::uint32_t>(text), 2};
    memory_.put_object(here, vector);
    const std::array<std::uint32_t, 7> message{0, 0, here, 1, 0, 0, 0};
    const std::uint64_t at = memory_.put_object(0x1000, message);
    EXPECT_EQ(of(readv_of_i386, {3, here, 1}, 2, 0, Abi::i386), " * 2 bytes in buffer 0\n" + line_of_ab);
    EXPECT_EQ(of(recvmsg_of_i386, {3, at, 0}, 2, 0, Abi::i386), " * 2 bytes in buffer 0\n" + line_of_ab);
}

}  // namespace
}  // namespace troupe
