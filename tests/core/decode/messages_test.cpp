#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>

#include "tests/support/decoded_call.hpp"

/// Several messages in one call, and other things that the kernel answers with.
namespace troupe::tests {
namespace {

constexpr std::string_view header =
    "msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"foo\", iov_len=3}], msg_iovlen=1, msg_controllen=0, "
    "msg_flags=0";

void put_message(FakeMemory& memory, std::uint64_t address, unsigned transferred) {
    mmsghdr message{};
    message.msg_hdr.msg_iov = reinterpret_cast<iovec*>(0x2000);
    message.msg_hdr.msg_iovlen = 1;
    message.msg_len = transferred;
    memory.put_object(address, message);
    memory.put_object(0x2000, std::array<std::uint64_t, 2>{0x3000, 3});
    memory.put(0x3000, "foo");
}

TEST(ManyMessages, ThatWereSentHaveALength) {
    DecodedCall call("sendmmsg");
    put_message(call.memory, 0x1000, 3);
    EXPECT_EQ(call.args({3, 0x1000, 1, 0}).returns(1),
              std::string("sendmmsg(3, [{msg_hdr={").append(header).append("}, msg_len=3}], 1, 0) = 1"));
}

TEST(ManyMessages, ThatWereNotSentHaveNone) {
    DecodedCall call("sendmmsg");
    put_message(call.memory, 0x1000, 3);
    EXPECT_EQ(call.args({3, 0x1000, 1, 0}).fails(9),
              std::string("sendmmsg(3, [{msg_hdr={").append(header).append("}}], 1, 0) = -1 EBADF (Bad file descriptor)"));
    EXPECT_EQ(DecodedCall("sendmmsg").args({3, 0, 2, 0}).fails(14), "sendmmsg(3, NULL, 2, 0) = -1 EFAULT (Bad address)");
    EXPECT_EQ(DecodedCall("sendmmsg").args({3, 0x8, 2, 0}).fails(14), "sendmmsg(3, 0x8, 2, 0) = -1 EFAULT (Bad address)");
}

TEST(ManyMessages, ThatWereReceivedAreAsManyAsTheResultSaysAndLeaveTime) {
    DecodedCall call("recvmmsg");
    put_message(call.memory, 0x1000, 3);
    call.memory.put_object(0x4000, std::array<std::int64_t, 2>{1, 5});
    EXPECT_EQ(call.args({3, 0x1000, 2, 0x40, 0x4000}).returns(1),
              std::string("recvmmsg(3, [{msg_hdr={")
                  .append(header)
                  .append("}, msg_len=3}], 2, MSG_DONTWAIT, {tv_sec=1, tv_nsec=5}) = 1 (left {tv_sec=1, tv_nsec=5})"));
    EXPECT_EQ(call.fails(11), "recvmmsg(3, 0x1000, 2, MSG_DONTWAIT, {tv_sec=1, tv_nsec=5}) = -1 EAGAIN (Resource temporarily unavailable)");
}

TEST(ManyMessages, OfAResultThatSaysTooMuchAsManyAreShownAsThereIsRoomFor) {
    DecodedCall call("recvmmsg");
    put_message(call.memory, 0x1000, 3);
    call.memory.put_object(0x1000 + sizeof(mmsghdr), mmsghdr{});
    EXPECT_EQ(call.args({3, 0x1000, 1, 0, 0}).returns(2),
              std::string("recvmmsg(3, [{msg_hdr={").append(header).append("}, msg_len=3}, ...], 1, 0, NULL) = 2"));
}

std::size_t times_in(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
        ++times;
    }
    return times;
}

TEST(ManyMessages, ThatTheKernelDoesNotLookAtAreNotShown) {
    DecodedCall call("sendmmsg");
    call.memory.put(0x10000, std::string(1100 * sizeof(mmsghdr), '\0'));
    const std::string text = call.qualifiers(qualifier::trace | qualifier::verbose).args({3, 0x10000, 1100, 0}).fails(9);
    EXPECT_EQ(times_in(text, "msg_hdr="), 1024U);
    EXPECT_NE(text.find("}}, ...], 1100, 0)"), std::string::npos);
}

TEST(ManyMessages, WithHostileVectorsAreALineThatCanBeWritten) {
    constexpr std::uint64_t messages = 0x100000;
    constexpr std::uint64_t vectors = 0x800000;
    DecodedCall call("sendmmsg");
    std::array<mmsghdr, 1024> headers{};
    for (mmsghdr& message : headers) {
        message.msg_hdr.msg_iov = reinterpret_cast<iovec*>(vectors);
        message.msg_hdr.msg_iovlen = 0x7fffffff;
    }
    call.memory.put_object(messages, headers);
    call.memory.put(vectors, std::string(5000 * sizeof(iovec), '\0'));
    const std::string text = call.qualifiers(qualifier::trace | qualifier::verbose).args({3, messages, 1024, 0}).fails(9);
    EXPECT_EQ(times_in(text, "msg_hdr="), 1024U) << "those of the call itself are all there";
    EXPECT_GE(times_in(text, "iov_base="), 100'000U);
    EXPECT_LE(times_in(text, "iov_base="), 140'000U);
}

TEST(Residency, HasAByteForEachPage) {
    DecodedCall call("mincore");
    call.memory.put(0x1000, std::string_view("\1\2", 2));
    EXPECT_EQ(call.args({0x7000, 4097, 0x1000}).returns(0), "mincore(0x7000, 4097, [1, 0]) = 0");
    EXPECT_EQ(DecodedCall("mincore").args({0x7000, 1, 0x1000}).returns(0), "mincore(0x7000, 1, 0x1000) = 0");
}

TEST(ThreadArea, NamesTheEntryThatItGot) {
    DecodedCall call("set_thread_area", Abi::i386);
    call.memory.put_object(0x1000, std::array<std::uint32_t, 4>{0xffffffff, 0x1234, 0xfffff, 0x51});
    EXPECT_EQ(call.args({0x1000}).entry(),
              "set_thread_area({entry_number=-1, base_addr=0x001234, limit=0x0fffff, seg_32bit=1, contents=0, read_exec_only=0, "
              "limit_in_pages=1, seg_not_present=0, useable=1}");
    call.memory.put_object(0x1000, std::array<std::uint32_t, 4>{12, 0x1234, 0xfffff, 0x51});
    EXPECT_TRUE(call.returns(0).ends_with(", useable=1}) = 0 (entry_number=12)"));
}

TEST(Futex, NamesTheOperationOfWakeOp) {
    EXPECT_EQ(DecodedCall("futex").args({0x1000, 5, 1, 1, 0x2000, 0x4000001}).returns(0),
              "futex(0x1000, FUTEX_WAKE_OP, 1, 1, 0x2000, FUTEX_OP_SET<<28|0<<12|FUTEX_OP_CMP_GT<<24|0x1) = 0");
    EXPECT_EQ(DecodedCall("futex").args({0x1000, 5, 1, 1, 0x2000, 0xffffffff}).fails(38),
              "futex(0x1000, FUTEX_WAKE_OP, 1, 1, 0x2000, FUTEX_OP_OPARG_SHIFT<<28|0x7<<28 /* FUTEX_OP_??? */|0xfff<<12|"
              "0xf<<24 /* FUTEX_OP_CMP_??? */|0xfff) = -1 ENOSYS (Function not implemented)");
}

}  // namespace
}  // namespace troupe::tests
