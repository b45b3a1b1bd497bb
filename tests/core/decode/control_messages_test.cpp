#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstring>
#include <string>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

/// What is shown of one control message with so many bytes of data, each of which has its place as its value.
std::string data_of(int level, int type, std::size_t bytes, Abi abi = Abi::x86_64, unsigned qualifiers = 0) {
    const std::size_t word = facts_of(abi).word_size, header = word + 8;
    std::string message(header + bytes, '\0');
    const std::uint64_t length = header + bytes;
    std::memcpy(message.data(), &length, word);
    std::memcpy(message.data() + word, &level, sizeof(level));
    std::memcpy(message.data() + word + 4, &type, sizeof(type));
    for (std::size_t i = 0; i < bytes; ++i) {
        message[header + i] = static_cast<char>(i + 1);
    }
    DecodedCall call("sendmsg", abi);
    call.memory.put(0x4000, message);
    if (abi == Abi::i386) {
        call.memory.put_object(0x1000, std::array<std::uint32_t, 7>{0, 0, 0, 0, 0x4000, static_cast<std::uint32_t>(length), 0});
    } else {
        call.memory.put_object(0x1000, std::array<std::uint64_t, 7>{0, 0, 0, 0, 0x4000, length, 0});
    }
    if (qualifiers != 0) {
        call.qualifiers(qualifiers);
    }
    const std::string text = call.args({5, 0x1000, 0}).fails(22);
    const std::size_t begin = text.find(", cmsg_type="), end = text.find("}], msg_controllen=");
    EXPECT_NE(end, std::string::npos) << text;
    return text.substr(begin + 2, end - begin - 2);
}

TEST(ControlMessages, AreListsAsLongAsThereIsRoom) {
    EXPECT_EQ(data_of(SOL_SOCKET, SCM_RIGHTS, 9), "cmsg_type=SCM_RIGHTS, cmsg_data=[67305985, 134678021]");
    EXPECT_EQ(data_of(SOL_SOCKET, 4, 4), "cmsg_type=SCM_PIDFD, cmsg_data=[67305985]");
    EXPECT_EQ(data_of(SOL_IP, IP_TTL, 4), "cmsg_type=IP_TTL, cmsg_data=[67305985]");
}

TEST(ControlMessages, CarryThreeTimesOrNone) {
    const std::string three =
        "cmsg_type=SO_TIMESTAMPING_OLD, cmsg_data=[{tv_sec=67305985, tv_nsec=134678021}, {tv_sec=202050057, tv_nsec=269422093}, "
        "{tv_sec=336794129, tv_nsec=404166165}]";
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMPING, 24, Abi::i386), three);
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMPING, 40, Abi::i386), three) << "there are no others";
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMPING, 23, Abi::i386), "cmsg_type=SO_TIMESTAMPING_OLD, cmsg_data=???");
}

TEST(ControlMessages, OfErrorsSayWhoReportedThem) {
    EXPECT_EQ(data_of(SOL_IP, IP_RECVERR, 32),
              "cmsg_type=IP_RECVERR, cmsg_data={ee_errno=67305985, ee_origin=5, ee_type=6, ee_code=7, ee_info=202050057, "
              R"(ee_data=269422093, offender={sa_family=0x1211 /* AF_??? */, sa_data="\23\24\25\26\27\30\31\32\33\34\35\36\37 "}})");
    EXPECT_EQ(data_of(SOL_IP, IP_RECVERR, 31), "cmsg_type=IP_RECVERR") << "an error without an address is none";
    EXPECT_TRUE(data_of(SOL_IP, IP_ORIGDSTADDR, 17).starts_with("cmsg_type=IP_ORIGDSTADDR, cmsg_data={sa_family=0x201 /* AF_??? */"));
    EXPECT_EQ(data_of(SOL_IP, IP_ORIGDSTADDR, 15), "cmsg_type=IP_ORIGDSTADDR");
}

/// What is shown of so many bytes of control messages, of which the first says that it has `first`.
std::string messages_of(std::uint64_t first, std::uint64_t bytes) {
    DecodedCall call("sendmsg");
    call.memory.put_object(0x4000, std::array<std::uint64_t, 8>{first, 0, 20});
    call.memory.put_object(0x1000, std::array<std::uint64_t, 7>{0, 0, 0, 0, 0x4000, bytes, 0});
    const std::string text = call.args({5, 0x1000, 0}).fails(22);
    const std::size_t begin = text.find("msg_control="), end = text.find(", msg_controllen=");
    return text.substr(begin + 12, end - begin - 12);
}

TEST(ControlMessages, SayWhatStandsBehindTheLast) {
    const std::string empty = "{cmsg_len=16, cmsg_level=SOL_IP, cmsg_type=0 /* IP_??? */}";
    EXPECT_EQ(messages_of(16, 16), "[" + empty + "]");
    EXPECT_EQ(messages_of(16, 17), "[" + empty + ", ... /* 0x4010 */]") << "too little for another one";
    EXPECT_EQ(messages_of(0, 48), "[{cmsg_len=0, cmsg_level=SOL_IP, cmsg_type=0 /* IP_??? */}, ... /* 0x4010 */]")
        << "where the next one stands is not known";
    EXPECT_EQ(messages_of(17, 20), "[{cmsg_len=17, cmsg_level=SOL_IP, cmsg_type=0 /* IP_??? */}]") << "a gap up to the next word";
    EXPECT_EQ(messages_of(16, 36), "[" + empty + ", {cmsg_len=20, cmsg_level=SOL_IP, cmsg_type=0 /* IP_??? */}]");
}

TEST(ControlMessages, ThatAreTooShortHaveNoData) {
    EXPECT_EQ(data_of(SOL_SOCKET, SCM_RIGHTS, 3), "cmsg_type=SCM_RIGHTS");
    EXPECT_EQ(data_of(SOL_SOCKET, SCM_CREDENTIALS, 4), "cmsg_type=SCM_CREDENTIALS") << "what was not read is not 0";
    EXPECT_EQ(data_of(SOL_SOCKET, SCM_CREDENTIALS, 11), "cmsg_type=SCM_CREDENTIALS");
    EXPECT_EQ(data_of(SOL_SOCKET, SCM_CREDENTIALS, 12),
              "cmsg_type=SCM_CREDENTIALS, cmsg_data={pid=67305985, uid=134678021, gid=202050057}");
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMP, 8), "cmsg_type=SO_TIMESTAMP_OLD, cmsg_data=???");
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMP, 0), "cmsg_type=SO_TIMESTAMP_OLD");
}

TEST(ControlMessages, CarryTimesOfTheAbiOrOf64Bits) {
    EXPECT_EQ(data_of(SOL_SOCKET, SO_TIMESTAMP, 8, Abi::i386),
              "cmsg_type=SO_TIMESTAMP_OLD, cmsg_data={tv_sec=67305985, tv_usec=134678021}");
    EXPECT_EQ(data_of(SOL_SOCKET, 64, 16, Abi::i386),
              "cmsg_type=SO_TIMESTAMPNS_NEW, cmsg_data={tv_sec=578437695752307201, tv_nsec=1157159078456920585}");
}

TEST(ControlMessages, OfALevelHaveItsNames) {
    EXPECT_EQ(data_of(SOL_IP, IP_PKTINFO, 0), "cmsg_type=IP_PKTINFO");
    EXPECT_EQ(data_of(SOL_IPV6, IPV6_HOPLIMIT, 4), "cmsg_type=0x34") << "only those of sockets and IP have names";
    EXPECT_EQ(data_of(SOL_IP, IP_MTU, 4), "cmsg_type=0xe /* IP_??? */") << "an option that is no message";
    EXPECT_EQ(data_of(SOL_IP, 3, 3), R"(cmsg_type=SCM_SECURITY, cmsg_data="\1\2\3")");
    EXPECT_EQ(data_of(1000, 7, 4), "cmsg_type=0x7");
    EXPECT_EQ(data_of(SOL_SOCKET, 3, 3), R"(cmsg_type=SCM_SECURITY, cmsg_data="\1\2\3")");
}

TEST(ControlMessages, OfIpCarryAddressesAndBytes) {
    EXPECT_EQ(
        data_of(SOL_IP, IP_PKTINFO, 12),
        R"(cmsg_type=IP_PKTINFO, cmsg_data={ipi_ifindex=67305985, ipi_spec_dst=inet_addr("5.6.7.8"), ipi_addr=inet_addr("9.10.11.12")})");
    EXPECT_EQ(data_of(SOL_IP, IP_PKTINFO, 11), "cmsg_type=IP_PKTINFO");
    EXPECT_EQ(data_of(SOL_IP, IP_TOS, 1), "cmsg_type=IP_TOS, cmsg_data=[0x1]");
    EXPECT_EQ(data_of(SOL_IP, IP_RECVOPTS, 3), "cmsg_type=IP_RECVOPTS, cmsg_data=[0x1, 0x2, 0x3]");
    EXPECT_EQ(data_of(SOL_IP, IP_CHECKSUM, 4), "cmsg_type=IP_CHECKSUM, cmsg_data=[67305985]");
}

TEST(ControlMessages, AreAbbreviatedAsOtherLists) {
    const std::string brief = data_of(SOL_SOCKET, SCM_RIGHTS, 4 * 33);
    EXPECT_TRUE(brief.ends_with(", ...]")) << brief;
    const std::string whole = data_of(SOL_SOCKET, SCM_RIGHTS, 4 * 33, Abi::x86_64, qualifier::trace | qualifier::verbose);
    EXPECT_FALSE(whole.ends_with(", ...]")) << whole;
}

}  // namespace
}  // namespace troupe::tests
