#include <gtest/gtest.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/smc_diag.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <linux/tls.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

#include <cstring>
#include <string>

#include "core/decode/decoder.hpp"
#include "tests/core/decode/netlink_sockets.hpp"
#include "tests/support/decoded_call.hpp"
#include "tests/support/netlink_bytes.hpp"

/// What NETLINK_SOCK_DIAG tells of sockets, and what requests filter by.
namespace troupe::tests {
namespace {

/// What stands behind the header of the message.
std::string shown(std::uint16_t flags, const std::string& payload, std::uint16_t type = SOCK_DIAG_BY_FAMILY) {
    const std::string bytes =
        bytes_of_object(nlmsghdr{static_cast<std::uint32_t>(NLMSG_HDRLEN + payload.size()), type, flags, 0, 0}) + payload;
    DecodedCall call("sendto");
    call.memory.put(buffer, bytes);
    call.sockets(sockets()).qualifiers(qualifier::trace | qualifier::verbose);
    const std::string line = call.args({diagnosis, buffer, bytes.size(), 0, 0, 0}).fails(111);
    const std::size_t begin = line.find("nlmsg_pid=0}, ") + 14, end = line.rfind("], " + std::to_string(bytes.size()));
    EXPECT_NE(end, std::string::npos) << line;
    return line.substr(begin, end - begin);
}

/// The attribute alone.
std::string of(unsigned char family, std::size_t header, const std::string& attributes, std::uint16_t flags = 0) {
    std::string payload(header, '\0');
    payload[0] = static_cast<char>(family);
    const std::string all = shown(flags, payload + attributes);
    const std::size_t begin = all.rfind("nla_type=") + 9;
    return all.substr(begin, all.find_last_not_of(']') + 1 - begin);
}

std::string filtered_by(const std::string& bytecode) {
    return of(AF_INET, sizeof(inet_diag_req_v2), attribute(INET_DIAG_REQ_BYTECODE, bytecode), NLM_F_REQUEST);
}

TEST(SocketDiagnosis, AFamilyAloneIsNoMore) {
    EXPECT_EQ(shown(NLM_F_REQUEST, "\2"), "{family=AF_INET}");
    EXPECT_EQ(shown(NLM_F_REQUEST, std::string("\2\0", 2)), "{sdiag_family=AF_INET, ...}");
    EXPECT_EQ(shown(0, std::string("\2\0", 2)), "{idiag_family=AF_INET, ...}");
    EXPECT_EQ(shown(NLM_F_REQUEST, std::string("\2\0", 2), SOCK_DESTROY), "{sdiag_family=AF_INET, ...}");
    EXPECT_EQ(shown(0, std::string("\1\0", 2), TCPDIAG_GETSOCK), "{udiag_family=AF_UNIX, ...}");
}

TEST(SocketDiagnosis, BytecodeIsFollowedByWhatItComparesWith) {
    const std::string where("\4\10\0", 3);
    EXPECT_EQ(filtered_by("\1" + where), "INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_JMP, yes=4, no=8}");
    EXPECT_EQ(filtered_by("\2" + where + std::string("\1\2\3\4", 4)),
              "INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_S_GE, yes=4, no=8}, {code=INET_DIAG_BC_JMP, yes=2, no=1027}");
    const std::string any_port = bytes_of_object(inet_diag_hostcond{AF_INET, 24, -1});
    EXPECT_EQ(filtered_by("\10" + where + any_port + "\x7f\1\2\3"),
              "INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_D_COND, yes=4, no=8}, "
              R"({family=AF_INET, prefix_len=24, port=4294967295, addr=inet_addr("127.1.2.3")})");
    EXPECT_EQ(filtered_by("\10" + where + any_port + "\x7f\1"),
              "INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_D_COND, yes=4, no=8}, "
              R"({family=AF_INET, prefix_len=24, port=4294967295, addr="\x7f\x01"})");
    EXPECT_EQ(filtered_by("\12" + where + bytes_of_object(inet_diag_markcond{1, 2})),
              "INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_MARK_COND, yes=4, no=8}, {mark=1, mask=2}");
    EXPECT_EQ(filtered_by("\12" + where + "abcd"),
              R"(INET_DIAG_REQ_BYTECODE}, {code=INET_DIAG_BC_MARK_COND, yes=4, no=8}, "\x61\x62\x63\x64")");
    EXPECT_EQ(filtered_by("ab"), R"(INET_DIAG_REQ_BYTECODE}, "\x61\x62")");
}

TEST(SocketDiagnosis, AttributesAreStructuresAndSets) {
    const auto inet = [](std::uint16_t type, const std::string& data) { return of(AF_INET, sizeof(inet_diag_msg), attribute(type, data)); };
    EXPECT_EQ(inet(INET_DIAG_SHUTDOWN, "\3"), "INET_DIAG_SHUTDOWN}, 0x3 /* RCV_SHUTDOWN|SEND_SHUTDOWN */");
    EXPECT_EQ(inet(INET_DIAG_PROTOCOL, "\6"), "INET_DIAG_PROTOCOL}, IPPROTO_TCP");
    EXPECT_EQ(inet(INET_DIAG_VEGASINFO, bytes_of_object(tcpvegas_info{1, 2, 3, 4})),
              "INET_DIAG_VEGASINFO}, {tcpv_enabled=1, tcpv_rttcnt=2, tcpv_rtt=3, tcpv_minrtt=4}");
    EXPECT_EQ(inet(INET_DIAG_ULP_INFO, attribute(INET_ULP_INFO_TLS, attribute(TLS_INFO_VERSION, std::string("\4\3", 2)))),
              "TLS_INFO_VERSION}, TLS_1_3_VERSION");
    EXPECT_EQ(of(AF_NETLINK, sizeof(netlink_diag_msg), attribute(NETLINK_DIAG_GROUPS, std::string("\1\0\0\0\0\0\0\0", 8))),
              "NETLINK_DIAG_GROUPS}, [0x00000000000001");
    EXPECT_EQ(of(AF_PACKET, sizeof(packet_diag_msg), attribute(PACKET_DIAG_INFO, bytes_of_object(packet_diag_info{9, 1, 3, 4, 5, 3}))),
              "PACKET_DIAG_INFO}, {pdi_index=9, pdi_version=TPACKET_V2, pdi_reserve=3, pdi_copy_thresh=4, pdi_tstamp=5, "
              "pdi_flags=PDI_RUNNING|PDI_AUXDATA}");
    EXPECT_EQ(of(AF_PACKET, sizeof(packet_diag_msg), attribute(PACKET_DIAG_FILTER, std::string("\6\0\0\0\1\0\0\0", 8))),
              "PACKET_DIAG_FILTER}, [BPF_STMT(BPF_RET|BPF_K, 0x1)");
}

std::string inet(std::uint16_t type, const std::string& data) { return of(AF_INET, sizeof(inet_diag_msg), attribute(type, data)); }

TEST(SocketDiagnosis, OptionsAreBits) {
    EXPECT_EQ(inet(INET_DIAG_SOCKOPT, std::string("\x11\4", 2)), "INET_DIAG_SOCKOPT}, {recverr=1, mc_loop=1, defer_connect=1}");
    EXPECT_EQ(inet(INET_DIAG_SOCKOPT, std::string("\0\x30", 2)), "INET_DIAG_SOCKOPT}, {unused=0x6 /* bits 3..8 */}");
    EXPECT_EQ(inet(INET_DIAG_SOCKOPT, std::string("\0\0\0", 3)), "INET_DIAG_SOCKOPT}, {}");
    EXPECT_EQ(inet(INET_DIAG_SOCKOPT, std::string("\1\0\0\2", 4)), R"(INET_DIAG_SOCKOPT}, {recverr=1}, /* bytes 2..3 */ "\x00\x02")");
    EXPECT_EQ(inet(INET_DIAG_SOCKOPT, "\1"), R"(INET_DIAG_SOCKOPT}, "\x01")");
}

TEST(SocketDiagnosis, KeysOfSignaturesHaveAddressesOfTheirFamily) {
    tcp_diag_md5sig key{AF_INET, 24, 2, {}, "\1\2\3"};
    std::memcpy(key.tcpm_addr, "\x7f\0\0\1", 4);
    const std::string behind = R"(, tcpm_key="\x01\x02"})";
    EXPECT_EQ(inet(INET_DIAG_MD5SIG, bytes_of_object(key)),
              R"(INET_DIAG_MD5SIG}, [{tcpm_family=AF_INET, tcpm_prefixlen=24, tcpm_keylen=2, tcpm_addr=inet_addr("127.0.0.1"))" + behind);
    key.tcpm_family = AF_INET6;
    EXPECT_EQ(
        inet(INET_DIAG_MD5SIG, bytes_of_object(key)),
        R"(INET_DIAG_MD5SIG}, [{tcpm_family=AF_INET6, tcpm_prefixlen=24, tcpm_keylen=2, inet_pton(AF_INET6, "7f00:1::", &tcpm_addr))" +
            behind);
    key.tcpm_family = AF_UNIX;
    EXPECT_EQ(inet(INET_DIAG_MD5SIG, bytes_of_object(key)),
              R"(INET_DIAG_MD5SIG}, [{tcpm_family=AF_UNIX, tcpm_prefixlen=24, tcpm_keylen=2, tcpm_addr="\x7f\x00\x00\x01\x00\x00\x00)"
              R"(\x00\x00\x00\x00\x00\x00\x00\x00\x00")" +
                  behind);
    EXPECT_TRUE(inet(INET_DIAG_MD5SIG, bytes_of_object(key).substr(1)).starts_with("INET_DIAG_MD5SIG}, \"")) << "a byte is missing";
}

TEST(SocketDiagnosis, AddressesAreAListOfAnyFamily) {
    std::string addresses(2 * sizeof(sockaddr_storage), '\0');
    addresses.replace(0, 8, std::string("\2\0\0\x50\x7f\0\0\1", 8));
    addresses.replace(sizeof(sockaddr_storage), 4, std::string("\2\0\0\7", 4));
    EXPECT_EQ(inet(INET_DIAG_LOCALS, addresses),
              R"(INET_DIAG_LOCALS}, [{sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, )"
              R"({sa_family=AF_INET, sin_port=htons(7), sin_addr=inet_addr("0.0.0.0")})");
}

TEST(SocketDiagnosis, GroupsHaveAsManyBytesOfTheirAddressAsTheySay) {
    packet_diag_mclist group{9, 1, 2, 3, "\1\2\3\4"};
    const auto packet = [&] { return of(AF_PACKET, sizeof(packet_diag_msg), attribute(PACKET_DIAG_MCLIST, bytes_of_object(group))); };
    EXPECT_EQ(packet(), R"(PACKET_DIAG_MCLIST}, [{pdmc_index=9, pdmc_count=1, pdmc_type=2, pdmc_alen=3, pdmc_addr="\x01\x02\x03"})");
    group.pdmc_alen = 0;
    EXPECT_EQ(packet(), R"(PACKET_DIAG_MCLIST}, [{pdmc_index=9, pdmc_count=1, pdmc_type=2, pdmc_alen=0, pdmc_addr=""})");
}

TEST(SocketDiagnosis, OnlyTheOldTypesHaveOldRequests) {
    const std::string start("\2\0", 2);
    EXPECT_EQ(shown(NLM_F_REQUEST, start, TCPDIAG_GETSOCK), "{idiag_family=AF_INET, ...}");
    EXPECT_EQ(shown(NLM_F_REQUEST, start, TCPDIAG_GETSOCK - 1), "{sdiag_family=AF_INET, ...}");
}

TEST(SocketDiagnosis, SharedMemorySocketsHaveTheirOwnMessages) {
    EXPECT_EQ(shown(NLM_F_REQUEST, bytes_of_object(smc_diag_req{AF_SMC, {}, 1, {}})),
              R"({diag_family=AF_SMC, diag_ext=1<<(SMC_DIAG_CONNINFO-1), id={idiag_sport=htons(0), idiag_dport=htons(0), )"
              R"(idiag_src=inet_addr("0.0.0.0"), idiag_dst=inet_addr("0.0.0.0"), idiag_if=0, idiag_cookie=[0, 0]}})");
    const std::string answer = shown(0, std::string("\53\12\1\3", 4) + std::string(60, '\0'));
    EXPECT_EQ(answer.substr(0, 105),
              "{diag_family=AF_SMC, diag_state=SMC_LISTEN, diag_fallback=SMC_DIAG_MODE_FALLBACK_TCP, diag_shutdown=3, id");
}

}  // namespace
}  // namespace troupe::tests
