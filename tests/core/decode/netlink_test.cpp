#include <gtest/gtest.h>
#include <linux/cryptouser.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>

#include <array>
#include <cstring>
#include <random>
#include <string>

#include "tests/core/decode/netlink_sockets.hpp"
#include "tests/support/decoded_call.hpp"
#include "tests/support/fake_sockets.hpp"
#include "tests/support/netlink_bytes.hpp"

namespace troupe::tests {
namespace {

/// A message whose length is its own, or another.
std::string message(std::uint16_t type, std::uint16_t flags, const std::string& payload, std::int64_t length = -1) {
    const nlmsghdr header{length < 0 ? static_cast<std::uint32_t>(NLMSG_HDRLEN + payload.size()) : static_cast<std::uint32_t>(length), type,
                          flags, 7, 0};
    return bytes_of_object(header) + payload;
}

std::string link() { return bytes_of_object(ifinfomsg{AF_UNSPEC, 0, 1, 1, 0, 0}); }

constexpr std::string_view shown_link =
    R"({ifi_family=AF_UNSPEC, ifi_type=ARPHRD_ETHER, ifi_index=if_nametoindex("lo"), ifi_flags=0, ifi_change=0})";

/// What is shown of bytes that are sent through a socket.
std::string shown(int socket, const std::string& bytes, std::size_t limit = 32, unsigned qualifiers = 0) {
    DecodedCall call("sendto");
    call.memory.put(buffer, bytes);
    call.sockets(sockets()).string_limit(limit);
    if (qualifiers != 0) {
        call.qualifiers(qualifiers);
    }
    const std::string line = call.args({static_cast<std::uint64_t>(socket), buffer, bytes.size(), 0, 0, 0}).fails(111);
    const std::size_t begin = line.find(", ") + 2, end = line.rfind(", " + std::to_string(bytes.size()) + ", 0, NULL, 0)");
    EXPECT_NE(end, std::string::npos) << line;
    return line.substr(begin, end - begin);
}

/// The header of a message, and what stands behind it.
std::string with_header(std::string_view start, const std::string& payload) {
    return "[{" + std::string(start) + ", nlmsg_seq=7, nlmsg_pid=0}, " + payload + "]";
}

/// What is shown of the attributes of a message about a device.
std::string attributes_of_link(const std::string& attributes, std::size_t limit = 32) {
    const std::string all = message(RTM_SETLINK, 0, link() + attributes);
    const std::string text = shown(route, all, limit);
    const std::size_t begin = text.find(shown_link);
    EXPECT_NE(begin, std::string::npos) << text;
    return text.substr(begin + shown_link.size() + 2, text.size() - begin - shown_link.size() - 3);
}

TEST(Netlink, MessagesAreShownWhereTheSocketIsOneOfNetlink) {
    const std::string request = message(RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, link());
    EXPECT_EQ(shown(route, request),
              with_header("nlmsg_len=32, nlmsg_type=RTM_GETLINK, nlmsg_flags=NLM_F_REQUEST|NLM_F_DUMP", std::string(shown_link)));
    EXPECT_EQ(shown(no_netlink, request).substr(0, 19), R"(" \0\0\0\22\0\1\3\7)");
    EXPECT_EQ(shown(route, request, 32, qualifier::trace).substr(0, 11), R"(" \0\0\0\22)") << "where nothing is looked behind";
}

TEST(Netlink, TheKernelIsAskedOnlyForWhatLooksLikeAMessage) {
    FakeSockets asked;
    for (const std::string& bytes : {std::string("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), std::string(40, '\xff'), std::string()}) {
        DecodedCall call("sendto");
        call.memory.put(buffer, bytes);
        call.sockets(asked).args({route, buffer, bytes.size(), 0, 0, 0}).returns(0);
    }
    EXPECT_EQ(asked.asked, 0);
}

TEST(Netlink, OfASocketWithoutAnAddressOnlyTheHeaderIsKnown) {
    EXPECT_EQ(shown(unbound, message(RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, "ab")),
              with_header("nlmsg_len=18, nlmsg_type=0x12 /* NLMSG_??? */, nlmsg_flags=NLM_F_REQUEST|0x300", R"("\x61\x62")"));
    EXPECT_EQ(shown(events, message(18, 0, "ab")), R"("\22\0\0\0\22\0\0\0\7\0\0\0\0\0\0\0ab")") << "their events are text";
}

TEST(Netlink, FlagsMeanWhatTheTypeSays) {
    const auto flags = [](std::uint16_t type) {
        const std::string text = shown(route, message(type, 0xf00, ""));
        const std::size_t begin = text.find("nlmsg_flags=") + 12;
        return text.substr(begin, text.find(", nlmsg_seq") - begin);
    };
    EXPECT_EQ(flags(RTM_NEWROUTE), "NLM_F_REPLACE|NLM_F_EXCL|NLM_F_CREATE|NLM_F_APPEND");
    EXPECT_EQ(flags(RTM_DELROUTE), "NLM_F_NONREC|NLM_F_BULK|0xc00");
    EXPECT_EQ(flags(RTM_GETROUTE), "NLM_F_DUMP|NLM_F_ATOMIC|0x800");
    EXPECT_EQ(flags(RTM_SETLINK), "0xf00 /* NLM_F_??? */");
    EXPECT_EQ(flags(RTM_DELACTION), "NLM_F_DUMP|NLM_F_ATOMIC|0x800");
    EXPECT_EQ(flags(NLMSG_ERROR), "NLM_F_CAPPED|NLM_F_ACK_TLVS|0xc00");
    EXPECT_EQ(flags(NLMSG_DONE), "0xf00 /* NLM_F_??? */");
}

TEST(Netlink, SeveralMessagesAreAList) {
    const std::string one = message(RTM_NEWPREFIX, 0, "\2"),
                      shown_one = with_header("nlmsg_len=17, nlmsg_type=RTM_NEWPREFIX, nlmsg_flags=0", "{family=AF_INET}");
    const std::string padded = one + std::string(3, '\0');
    EXPECT_EQ(shown(route, one), shown_one);
    EXPECT_EQ(shown(route, padded), shown_one) << "padding is no message";
    EXPECT_EQ(shown(route, padded + one), "[" + shown_one + ", " + shown_one + "]");
    EXPECT_EQ(shown(route, padded + "abc"), "[" + shown_one + R"(, "\x61\x62\x63"])") << "shorter than a header";
    EXPECT_EQ(shown(route, padded + padded + padded, 2), "[" + shown_one + ", " + shown_one + ", ...]");
}

TEST(Netlink, WhatAMessageSaysOfItsLengthIsNotBelieved) {
    const std::string header = "nlmsg_type=RTM_NEWPREFIX, nlmsg_flags=0, nlmsg_seq=7, nlmsg_pid=0}";
    for (const std::uint32_t length : {0u, 1u, 15u}) {
        EXPECT_EQ(shown(route, message(RTM_NEWPREFIX, 0, "\2abc", length)), "{nlmsg_len=" + std::to_string(length) + ", " + header);
    }
    for (const std::uint32_t length : {21u, 1000u, 0x7fffffffu, 0xfffffffeu, 0xffffffffu}) {
        EXPECT_EQ(shown(route, message(RTM_NEWPREFIX, 0, "\2a", length)),
                  "[{nlmsg_len=" + std::to_string(length) + ", " + header + R"(, {family=AF_INET, data="\x61"}])");
    }
}

TEST(Netlink, AnswersHoldTheRequestAndWhatIsSaidOfIt) {
    const std::string request = message(RTM_GETLINK, NLM_F_REQUEST, link());
    const std::string shown_header = "{nlmsg_len=32, nlmsg_type=RTM_GETLINK, nlmsg_flags=NLM_F_REQUEST, nlmsg_seq=7, nlmsg_pid=0}";
    const std::string refused = bytes_of_object(-22);
    EXPECT_EQ(shown(route, message(NLMSG_ERROR, 0, refused + request)),
              with_header("nlmsg_len=52, nlmsg_type=NLMSG_ERROR, nlmsg_flags=0",
                          "{error=-EINVAL, msg=[" + shown_header + ", " + std::string(shown_link) + "]}"));
    const std::string capped = request.substr(0, NLMSG_HDRLEN);
    EXPECT_EQ(shown(route, message(NLMSG_ERROR, NLM_F_CAPPED, bytes_of_object(0) + capped)),
              with_header("nlmsg_len=36, nlmsg_type=NLMSG_ERROR, nlmsg_flags=NLM_F_CAPPED", "{error=0, msg=" + shown_header + "}"));
    EXPECT_EQ(shown(route, message(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS,
                                   refused + capped + attribute(NLMSGERR_ATTR_MSG, std::string("no\0", 3)) +
                                       attribute(NLMSGERR_ATTR_OFFS, bytes_of_object(20)) + attribute(NLMSGERR_ATTR_COOKIE, "ab"))),
              with_header("nlmsg_len=60, nlmsg_type=NLMSG_ERROR, nlmsg_flags=NLM_F_CAPPED|NLM_F_ACK_TLVS",
                          "[{error=-EINVAL, msg=" + shown_header +
                              R"(}, [[{nla_len=7, nla_type=NLMSGERR_ATTR_MSG}, "no"], [{nla_len=8, nla_type=NLMSGERR_ATTR_OFFS}, 20], )"
                              R"([{nla_len=6, nla_type=NLMSGERR_ATTR_COOKIE}, [97, 98]]]])"));
    EXPECT_EQ(shown(route, message(NLMSG_ERROR, 0, "short")),
              with_header("nlmsg_len=21, nlmsg_type=NLMSG_ERROR, nlmsg_flags=0", R"("\x73\x68\x6f\x72\x74")"));
    EXPECT_EQ(shown(route, message(NLMSG_DONE, NLM_F_MULTI, bytes_of_object(-2))),
              with_header("nlmsg_len=20, nlmsg_type=NLMSG_DONE, nlmsg_flags=NLM_F_MULTI", "-2"));
}

TEST(Netlink, AnswersInAnswersEnd) {
    std::string inner = message(NLMSG_NOOP, 0, "");
    for (int i = 0; i < 200; ++i) {
        inner = message(NLMSG_ERROR, 0, bytes_of_object(-1) + inner);
    }
    EXPECT_LT(shown(route, inner).size(), 1500u);
}

TEST(Netlink, ShortStructuresEndBehindTheirFamily) {
    EXPECT_EQ(shown(route, message(RTM_GETLINK, 0, "\2")),
              with_header("nlmsg_len=17, nlmsg_type=RTM_GETLINK, nlmsg_flags=0", "{ifi_family=AF_INET, ...}"));
    EXPECT_EQ(shown(route, message(RTM_GETLINK, 0, link().substr(0, 15))),
              with_header("nlmsg_len=31, nlmsg_type=RTM_GETLINK, nlmsg_flags=0", "{ifi_family=AF_UNSPEC, ...}"));
}

TEST(Netlink, WithoutAnyElementIsNoListEither) {
    for (const std::string& all : {message(NLMSG_NOOP, 0, ""), message(NLMSG_NOOP, 0, "") + message(NLMSG_DONE, 0, "")}) {
        DecodedCall call("sendto");
        call.memory.put(buffer, all);
        const std::string text = call.sockets(sockets()).string_limit(0).args({route, buffer, all.size(), 0, 0, 0}).returns(0);
        EXPECT_EQ(text, "sendto(3, ..., " + std::to_string(all.size()) + ", 0, NULL, 0) = 0");
    }
}

TEST(NetlinkCryptography, TellsOfAlgorithmsAndWhatTheyReport) {
    crypto_user_alg algorithm{};
    std::strcpy(algorithm.cru_name, "cbc-aes");
    std::strcpy(algorithm.cru_driver_name, "cbc-aes-ni");
    algorithm.cru_type = 5;
    algorithm.cru_mask = 0xf;
    algorithm.cru_refcnt = 2;
    const std::string told = R"({cru_name="cbc-aes", cru_driver_name="cbc-aes-ni", cru_module_name="", cru_type=0x5, cru_mask=0xf, )"
                             R"(cru_refcnt=2, cru_flags=0})";
    const std::string bytes = bytes_of_object(algorithm);
    EXPECT_EQ(shown(cryptography, message(CRYPTO_MSG_DELALG, NLM_F_REQUEST | NLM_F_NONREC, bytes)),
              with_header("nlmsg_len=224, nlmsg_type=CRYPTO_MSG_DELALG, nlmsg_flags=NLM_F_REQUEST|NLM_F_NONREC", told));
    crypto_report_blkcipher report{};
    std::strcpy(report.type, "blkcipher");
    report.blocksize = 16;
    report.ivsize = 8;
    const std::string attributes =
        attribute(CRYPTOCFGA_PRIORITY_VAL, bytes_of_object(400)) + attribute(CRYPTOCFGA_REPORT_BLKCIPHER, bytes_of_object(report));
    EXPECT_TRUE(
        shown(cryptography, message(CRYPTO_MSG_NEWALG, NLM_F_EXCL, bytes + attributes))
            .ends_with(told +
                       R"(, [[{nla_len=8, nla_type=CRYPTOCFGA_PRIORITY_VAL}, 400], [{nla_len=148, nla_type=CRYPTOCFGA_REPORT_BLKCIPHER}, )"
                       R"({type="blkcipher", geniv="", blocksize=16, min_keysize=0, max_keysize=0, ivsize=8}]]])"));
    EXPECT_TRUE(shown(cryptography, message(CRYPTO_MSG_GETALG, 0, bytes.substr(0, 200))).ends_with("\"...]")) << "not all of one";
}

TEST(NetlinkAttributes, ShowTheEndsOfTextsInHex) {
    const auto with = [](const std::string& name, HexStrings hex) {
        const std::string all = message(RTM_SETLINK, 0, link() + attribute(IFLA_IFNAME, name));
        DecodedCall call("sendto");
        call.memory.put(buffer, all);
        const std::string text = call.sockets(sockets()).strings_in_hex(hex).args({route, buffer, all.size(), 0, 0, 0}).returns(0);
        const std::size_t begin = text.find("IFLA_IFNAME}, ") + 14;
        return text.substr(begin, text.find("]]", begin) - begin);
    };
    using namespace std::string_literals;
    EXPECT_EQ(with("eth0\0"s, HexStrings::none), R"("eth0")");
    EXPECT_EQ(with("eth0\0"s, HexStrings::other_strings), R"("eth0\0"...)");
    EXPECT_EQ(with("eth0\0"s, HexStrings::all), R"("eth0\0"...)");
    EXPECT_EQ(with("eth0"s, HexStrings::other_strings), R"("eth0"...)");
}

TEST(Netlink, WhatCannotBeReadIsAnAddress) {
    const std::string all = message(RTM_SETLINK, 0, link() + attribute(IFLA_MTU, bytes_of_object(1500)) + attribute(IFLA_IFNAME, "eth0"));
    const auto with = [&](std::size_t there) {
        DecodedCall call("sendto");
        call.memory.put(buffer, all.substr(0, there));
        return call.sockets(sockets()).args({route, buffer, all.size(), 0, 0, 0}).fails(14);
    };
    const std::string begin = "sendto(3, [{nlmsg_len=48, nlmsg_type=RTM_SETLINK, nlmsg_flags=0, nlmsg_seq=7, nlmsg_pid=0}, ";
    const std::string end = ", 48, 0, NULL, 0) = -1 EFAULT (Bad address)";
    EXPECT_EQ(with(0), "sendto(3, 0x10000" + end);
    EXPECT_EQ(with(15), "sendto(3, 0x10000" + end);
    EXPECT_EQ(with(16), begin + "0x10010]" + end);
    EXPECT_EQ(with(20), begin + "{ifi_family=AF_UNSPEC, 0x10011}]" + end);
    EXPECT_EQ(with(32), begin + std::string(shown_link) + ", 0x10020]" + end);
    EXPECT_EQ(with(36), begin + std::string(shown_link) + ", [[{nla_len=8, nla_type=IFLA_MTU}, 0x10024], ... /* 0x10028 */]]" + end);
    EXPECT_EQ(with(40), begin + std::string(shown_link) + ", [[{nla_len=8, nla_type=IFLA_MTU}, 1500], ... /* 0x10028 */]]" + end);
    EXPECT_EQ(with(47), begin + std::string(shown_link) +
                            ", [[{nla_len=8, nla_type=IFLA_MTU}, 1500], [{nla_len=8, nla_type=IFLA_IFNAME}, 0x1002c]]]" + end);
}

/// What is shown of the only attribute of a message about a device, where so many bytes of what it carries cannot be read.
std::string partly_read(std::uint16_t type, const std::string& data, std::size_t missing) {
    const std::string all = message(RTM_SETLINK, 0, link() + attribute(type, data));
    DecodedCall call("sendto");
    call.memory.put(buffer, all.substr(0, all.size() - missing));
    const std::string text = call.sockets(sockets()).args({route, buffer, all.size(), 0, 0, 0}).fails(14);
    const std::size_t begin = text.find("}, ", text.find("nla_type=")) + 3;
    return text.substr(begin, text.find("]], ") - begin);
}

TEST(NetlinkAttributes, AreReadAsFarAsTheyAreShown) {
    EXPECT_EQ(partly_read(IFLA_IFNAME, std::string(36, 'a'), 3), '"' + std::string(32, 'a') + "\"...");
    EXPECT_EQ(partly_read(IFLA_IFNAME, std::string(36, 'a'), 4), "0x10024") << "that there are more could not be seen";
    EXPECT_TRUE(partly_read(999, std::string(36, '\1'), 3).ends_with("\\x01\"..."));
    EXPECT_EQ(partly_read(999, std::string(36, '\1'), 4), "0x10024");
    EXPECT_EQ(partly_read(IFLA_MAP, std::string(32, '\0'), 0).substr(0, 12), "{mem_start=0");
    const std::string longer = bytes_of_object(std::array<std::uint64_t, 32>{7});
    EXPECT_TRUE(partly_read(IFLA_STATS64, longer, 8).starts_with("{rx_packets=7, ")) << "what stands behind a structure is not read";
}

TEST(NetlinkAttributes, OfDevicesHaveAddressesAsLongAsTheFamilySays) {
    const auto of = [](std::uint8_t family) {
        const std::string text = shown(
            route,
            message(RTM_SETLINK, 0, bytes_of_object(ifinfomsg{family, 0, 1, 1, 0, 0}) + attribute(IFLA_ADDRESS, "\1\2\3\4\5\6\7\10")));
        return text.substr(text.find("IFLA_ADDRESS}, ") + 15);
    };
    EXPECT_EQ(of(AF_UNSPEC), "01:02:03:04:05:06:07]]");
    EXPECT_EQ(of(AF_UNIX), "01:02:03:04:05:06]]");
    EXPECT_EQ(of(AF_INET), "01:02:03:04:05:06:07:08]]");
}

TEST(NetlinkGeneric, FamiliesHaveTheNamesThatTheKernelGivesThem) {
    static FakeSockets asked;
    asked.netlink = {{generic, {NETLINK_GENERIC}}};
    const auto type = [](const FakeSockets& of, std::uint16_t number) {
        const std::string all = message(number, 0, "");
        DecodedCall call("sendto");
        call.memory.put(buffer, all);
        const std::string text = call.sockets(of).args({generic, buffer, all.size(), 0, 0, 0}).fails(111);
        const std::size_t begin = text.find("nlmsg_type=") + 11;
        return text.substr(begin, text.find(", nlmsg_flags") - begin);
    };
    asked.families = {{0x10, "nlctrl"}, {0x1f, "TASKSTATS"}};
    EXPECT_EQ(type(asked, 0x1f), "TASKSTATS");
    EXPECT_EQ(type(asked, 0x20), "0x20 /* GENERIC_FAMILY_??? */");
    EXPECT_EQ(type(asked, 0x12), "0x12 /* GENERIC_FAMILY_??? */") << "one that may be there, but is not";
    EXPECT_EQ(type(asked, 2), "NLMSG_ERROR") << "no family";
    EXPECT_EQ(type(sockets(), 0x12), "pmcraid") << "the kernel cannot be asked";
}

TEST(NetlinkRoutes, NeighboursOfBridgesAreAskedForAsDevicesAre) {
    const std::string asked = message(RTM_GETNEIGH, 0, "\7");
    EXPECT_EQ(shown(route, asked), with_header("nlmsg_len=17, nlmsg_type=RTM_GETNEIGH, nlmsg_flags=0", "{ifi_family=AF_BRIDGE, ...}"));
    EXPECT_EQ(shown(route, message(RTM_NEWNEIGH, 0, "\7")),
              with_header("nlmsg_len=17, nlmsg_type=RTM_NEWNEIGH, nlmsg_flags=0", "{ndm_family=AF_BRIDGE, ...}"));
}

TEST(NetlinkRoutes, HeadersOfAFamilyAloneAreWholeWithIt) {
    for (const auto& [type, name] : {std::pair{RTM_NEWACTION, "RTM_NEWACTION"}, {RTM_GETNEIGHTBL, "RTM_GETNEIGHTBL"}}) {
        const std::string text = shown(route, message(static_cast<std::uint16_t>(type), 0, "\2"));
        EXPECT_TRUE(text.ends_with("_family=AF_INET}]")) << name << text;
    }
}

TEST(Netlink, WhatIsShorterThanAMessageIsShownAsItsBytes) {
    EXPECT_EQ(shown(route, std::string("\20\0\1", 3)), R"("\x10\x00\x01")");
    EXPECT_EQ(shown(no_netlink, std::string("\20\0\1", 3)), R"("\20\0\1")");
    const std::string message_and_more = message(NLMSG_NOOP, 0, "") + "ab";
    EXPECT_EQ(shown(route, message_and_more),
              R"([{nlmsg_len=16, nlmsg_type=NLMSG_NOOP, nlmsg_flags=0, nlmsg_seq=7, nlmsg_pid=0}, "\x61\x62"])");
}

TEST(NetlinkRoutes, ReportsHaveBytesBehindTheirFamily) {
    EXPECT_EQ(shown(route, message(RTM_NEWCACHEREPORT, 0, std::string("\2\0\0\0\1\2", 6))),
              with_header("nlmsg_len=22, nlmsg_type=RTM_NEWCACHEREPORT, nlmsg_flags=0", R"({rtgen_family=AF_INET}, "\x01\x02")"));
}

TEST(NetlinkAttributes, CarryWhatTheirRowsSay) {
    EXPECT_EQ(attributes_of_link(attribute(IFLA_IFNAME, std::string("eth0\0", 5))), R"([{nla_len=9, nla_type=IFLA_IFNAME}, "eth0"])");
    EXPECT_EQ(attributes_of_link(attribute(IFLA_IFNAME, "eth0")), R"([{nla_len=8, nla_type=IFLA_IFNAME}, "eth0"...])") << "without an end";
    EXPECT_EQ(attributes_of_link(attribute(IFLA_IFNAME, std::string("eth0\0", 5)), 4), R"([{nla_len=9, nla_type=IFLA_IFNAME}, "eth0"...])");
    EXPECT_EQ(attributes_of_link(attribute(IFLA_IFNAME, std::string("a\0\0\0\0", 5)), 4), R"([{nla_len=9, nla_type=IFLA_IFNAME}, "a\0\0"])")
        << "what is shown ends with a NUL";
    EXPECT_EQ(attributes_of_link(attribute(IFLA_ADDRESS, "\2\xfc\1\1\1\1")), "[{nla_len=10, nla_type=IFLA_ADDRESS}, 02:fc:01:01:01:01]");
    EXPECT_EQ(attributes_of_link(attribute(IFLA_MTU, bytes_of_object(1500))), "[{nla_len=8, nla_type=IFLA_MTU}, 1500]");
    EXPECT_EQ(attributes_of_link(attribute(IFLA_MTU, "ab")), R"([{nla_len=6, nla_type=IFLA_MTU}, "\x61\x62"])");
    EXPECT_EQ(attributes_of_link(attribute(999, "ab")), R"([{nla_len=6, nla_type=0x3e7 /* IFLA_??? */}, "\x61\x62"])");
    EXPECT_EQ(attributes_of_link(attribute(NLA_F_NESTED | IFLA_MTU, "")), "{nla_len=4, nla_type=NLA_F_NESTED|IFLA_MTU}");
    EXPECT_EQ(attributes_of_link(attribute(IFLA_EXT_MASK, bytes_of_object(1))), "[{nla_len=8, nla_type=IFLA_EXT_MASK}, RTEXT_FILTER_VF]");
}

TEST(NetlinkAttributes, AreListsOfWhatTheirLengthsAllow) {
    const std::string mtu = attribute(IFLA_MTU, bytes_of_object(1)), shown_mtu = "[{nla_len=8, nla_type=IFLA_MTU}, 1]";
    EXPECT_EQ(attributes_of_link(mtu + mtu), "[" + shown_mtu + ", " + shown_mtu + "]");
    EXPECT_EQ(attributes_of_link(mtu + "ab"), "[" + shown_mtu + R"(, "\x61\x62"])");
    EXPECT_EQ(attributes_of_link(mtu + mtu + mtu, 2), "[" + shown_mtu + ", " + shown_mtu + ", ...]");
    for (const int length : {0, 1, 3}) {
        EXPECT_EQ(attributes_of_link(attribute(IFLA_MTU, "abcd", length) + mtu),
                  "{nla_len=" + std::to_string(length) + ", nla_type=IFLA_MTU}");
    }
    EXPECT_EQ(attributes_of_link(attribute(IFLA_IFNAME, std::string("a\0\0\0", 4), 0xffff)),
              R"([{nla_len=65535, nla_type=IFLA_IFNAME}, "a\0\0"])");
}

TEST(NetlinkAttributes, Nest) {
    const std::array<int, 2> settings{1, 0};
    EXPECT_EQ(attributes_of_link(attribute(IFLA_AF_SPEC, attribute(AF_INET, attribute(IFLA_INET_CONF, bytes_of_object(settings))))),
              "[{nla_len=20, nla_type=IFLA_AF_SPEC}, [{nla_len=16, nla_type=AF_INET}, [{nla_len=12, nla_type=IFLA_INET_CONF}, "
              "[[IPV4_DEVCONF_FORWARDING-1]=1, [IPV4_DEVCONF_MC_FORWARDING-1]=0]]]]");
    const std::array<std::uint64_t, 24> counts{1, 2};
    const std::string statistics = attributes_of_link(attribute(IFLA_STATS64, bytes_of_object(counts)));
    EXPECT_NE(statistics.find("{rx_packets=1, tx_packets=2, "), std::string::npos) << statistics;
    EXPECT_NE(statistics.find("rx_nohandler=0}"), std::string::npos) << "a field that was not sent is not shown: " << statistics;
}

TEST(NetlinkAttributes, HaveAddressesOfTheFamilyOfTheirMessage) {
    const auto of = [](std::uint8_t family, const std::string& bytes) {
        const std::string text =
            shown(route, message(RTM_NEWADDR, 0, bytes_of_object(ifaddrmsg{family, 8, 0, 0, 1}) + attribute(IFA_LOCAL, bytes)));
        return text.substr(text.find("[{nla_len"));
    };
    EXPECT_EQ(of(AF_INET, std::string("\x7f\0\0\1", 4)), R"([{nla_len=8, nla_type=IFA_LOCAL}, inet_addr("127.0.0.1")]])");
    EXPECT_EQ(of(AF_INET6, std::string(15, '\0') + '\1'), R"([{nla_len=20, nla_type=IFA_LOCAL}, inet_pton(AF_INET6, "::1")]])");
    EXPECT_EQ(of(AF_INET6, "abcd"), R"([{nla_len=8, nla_type=IFA_LOCAL}, "\x61\x62\x63\x64"]])");
    EXPECT_EQ(of(AF_UNIX, "abcd"), R"([{nla_len=8, nla_type=IFA_LOCAL}, "\x61\x62\x63\x64"]])");
}

TEST(NetlinkAttributes, OfRoutesHaveHopsThatSayHowLongTheyAre) {
    const auto hops = [](const std::string& bytes) {
        const std::string text = shown(
            route, message(RTM_NEWROUTE, 0, bytes_of_object(rtmsg{AF_INET, 0, 0, 0, 0, 0, 0, 0, 0}) + attribute(RTA_MULTIPATH, bytes)));
        const std::size_t begin = text.find("RTA_MULTIPATH}, ") + 16;
        return text.substr(begin, text.size() - begin - 2);
    };
    const std::string hop = bytes_of_object(rtnexthop{16, 0, 2, 1}) + attribute(RTA_GATEWAY, "\1\2\3\4");
    const std::string shown_hop =
        R"([{rtnh_len=16, rtnh_flags=0, rtnh_hops=2, rtnh_ifindex=if_nametoindex("lo")}, [{nla_len=8, nla_type=RTA_GATEWAY}, inet_addr("1.2.3.4")]])";
    EXPECT_EQ(hops(hop), shown_hop);
    EXPECT_EQ(hops(hop + hop), "[" + shown_hop + ", " + shown_hop + "]");
    EXPECT_EQ(hops(bytes_of_object(rtnexthop{0, 1, 0, 0}) + hop), "{rtnh_len=0, rtnh_flags=RTNH_F_DEAD, rtnh_hops=0, rtnh_ifindex=0}")
        << "no length to go on by";
    std::string nested = hop;
    for (int i = 0; i < 100; ++i) {
        nested = bytes_of_object(rtnexthop{static_cast<std::uint16_t>(12 + nested.size()), 0, 0, 0}) + attribute(RTA_MULTIPATH, nested);
    }
    EXPECT_NE(hops(nested).find(R"(RTA_MULTIPATH}, "\x)"), std::string::npos) << "as deep as they are shown, and then bytes";
}

/// The deepest of all: several messages in a call, several in a vector, answers in answers, hops of routes in hops, and several of each.
TEST(NetlinkAttributes, NestNoDeeperThanFormatsCan) {
    std::string hops = attribute(RTA_METRICS, attribute(RTAX_MTU, "abcd")) + attribute(NLA_F_NESTED | RTA_IIF, bytes_of_object(1));
    for (int i = 0; i < 9; ++i) {
        const std::string hop = bytes_of_object(rtnexthop{static_cast<std::uint16_t>(8 + hops.size()), 0, 0, 1}) + hops;
        hops = attribute(RTA_MULTIPATH, hop + hop) + attribute(RTA_OIF, bytes_of_object(1));
    }
    for (int answers = 0; answers < 4; ++answers) {
        std::string all = message(RTM_NEWROUTE, 0, bytes_of_object(rtmsg{AF_INET, 0, 0, 0, 0, 0, 0, 0, 0}) + hops);
        for (int i = 0; i < answers; ++i) {
            all = message(NLMSG_ERROR, NLM_F_ACK_TLVS,
                          bytes_of_object(-1) + all + attribute(NLMSGERR_ATTR_MSG, "a") + attribute(NLMSGERR_ATTR_MSG, "b"));
        }
        all += message(NLMSG_NOOP, 0, "");
        DecodedCall call("sendmmsg");
        call.memory.put(0x4000, std::string("\x10\0\0\0\0\0\0\0\0\0\0\0", 12));
        call.memory.put(buffer, all);
        call.memory.put_object(0x3000, std::array<std::uint64_t, 2>{buffer, all.size()});
        call.memory.put_object(0x1000, std::array<std::uint64_t, 8>{0x4000, 12, 0x3000, 1, 0, 0, 0, 0});
        const std::string line = call.sockets(sockets()).args({route, 0x1000, 1, 0}).returns(1);
        EXPECT_EQ(line.find("RTM_NEWROUTE") != std::string::npos, answers < 3) << line;
    }
}

TEST(NetlinkDiagnosis, RequestsAndAnswersHaveTheSameType) {
    inet_diag_req_v2 request{};
    request.sdiag_family = AF_INET;
    request.sdiag_protocol = 6;
    request.idiag_states = 1u << 10;
    request.id.idiag_sport = 0x5000;
    EXPECT_EQ(
        shown(diagnosis, message(SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST, bytes_of_object(request))),
        with_header(
            "nlmsg_len=72, nlmsg_type=SOCK_DIAG_BY_FAMILY, nlmsg_flags=NLM_F_REQUEST",
            R"({sdiag_family=AF_INET, sdiag_protocol=IPPROTO_TCP, idiag_ext=0, idiag_states=1<<TCP_LISTEN, id={idiag_sport=htons(80), )"
            R"(idiag_dport=htons(0), idiag_src=inet_addr("0.0.0.0"), idiag_dst=inet_addr("0.0.0.0"), idiag_if=0, idiag_cookie=[0, 0]}})"));
    inet_diag_msg answer{};
    answer.idiag_family = AF_INET6;
    answer.idiag_state = 10;
    EXPECT_EQ(
        shown(diagnosis, message(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, bytes_of_object(answer))),
        with_header("nlmsg_len=88, nlmsg_type=SOCK_DIAG_BY_FAMILY, nlmsg_flags=NLM_F_MULTI",
                    R"({idiag_family=AF_INET6, idiag_state=TCP_LISTEN, idiag_timer=0, idiag_retrans=0, id={idiag_sport=htons(0), )"
                    R"(idiag_dport=htons(0), inet_pton(AF_INET6, "::", &idiag_src), inet_pton(AF_INET6, "::", &idiag_dst), idiag_if=0, )"
                    R"(idiag_cookie=[0, 0]}, idiag_expires=0, idiag_rqueue=0, idiag_wqueue=0, idiag_uid=0, idiag_inode=0})"));
}

TEST(NetlinkNetfilter, TypesHaveASubsystem) {
    EXPECT_EQ(shown(netfilter, message(0xa01, 0x300, "")),
              "{nlmsg_len=16, nlmsg_type=NFNL_SUBSYS_NFTABLES<<8|NFT_MSG_GETTABLE, nlmsg_flags=NLM_F_DUMP, nlmsg_seq=7, nlmsg_pid=0}");
    EXPECT_EQ(shown(netfilter, message(0xff01, 0, "")),
              "{nlmsg_len=16, nlmsg_type=0xff /* NFNL_SUBSYS_??? */<<8|0x1, nlmsg_flags=0, nlmsg_seq=7, nlmsg_pid=0}");
    EXPECT_EQ(shown(netfilter, message(0x301, 0, std::string("\2\0\0\1", 4) + attribute(3, "ab"))),
              with_header("nlmsg_len=28, nlmsg_type=NFNL_SUBSYS_QUEUE<<8|NFQNL_MSG_VERDICT, nlmsg_flags=0",
                          R"({nfgen_family=AF_INET, version=NFNETLINK_V0, res_id=htons(1)}, [{nla_len=6, nla_type=0x3}, "\x61\x62"])"));
}

/// Messages in vectors: the address of the other side says that they are.
std::string received(const std::string& address, const std::string& bytes) {
    DecodedCall call("recvmsg");
    call.memory.put(0x4000, address);
    call.memory.put(buffer, bytes);
    call.memory.put_object(0x3000, std::array<std::uint64_t, 2>{buffer, 4096});
    call.memory.put_object(0x1000, std::array<std::uint64_t, 7>{0x4000, address.size(), 0x3000, 1, 0, 0, 0});
    const std::string line = call.sockets(sockets()).args({route, 0x1000, 0}).returns(static_cast<std::int64_t>(bytes.size()));
    const std::size_t begin = line.find("iov_base=") + 9;
    return line.substr(begin, line.find(", iov_len=4096") - begin);
}

TEST(Netlink, MessagesInVectorsAreShownWhereTheAddressIsOneOfNetlink) {
    const std::string done = message(NLMSG_DONE, NLM_F_MULTI, bytes_of_object(0));
    EXPECT_EQ(received(std::string("\x10\0\0\0\0\0\0\0\0\0\0\0", 12), done),
              with_header("nlmsg_len=20, nlmsg_type=NLMSG_DONE, nlmsg_flags=NLM_F_MULTI", "0"));
    EXPECT_EQ(received(std::string("\x10\0", 2), "short"), R"("\x73\x68\x6f\x72\x74")");
    EXPECT_EQ(received("", done).substr(0, 6), R"("\24\0)");
    EXPECT_EQ(received(std::string("\2\0\0\0", 4), done).substr(0, 6), R"("\24\0)");
}

/// Random messages with lengths that lie: all formats agree about them, and none of them makes a decoder go on for ever or look elsewhere.
TEST(Netlink, HostileMessagesAreShownInEveryFormat) {
    std::mt19937 random(1);
    const auto below = [&](unsigned limit) { return std::uniform_int_distribution<unsigned>(0, limit - 1)(random); };
    const auto length = [&](unsigned right) { return below(3) != 0 ? right : below(2) == 0 ? below(40) : below(70000); };
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (unsigned messages = 1 + below(3); messages != 0; --messages) {
            std::string payload;
            for (unsigned parts = below(6); parts != 0; --parts) {
                std::string data(below(40), static_cast<char>(below(2)));
                for (char& byte : data) {
                    byte = static_cast<char>(below(3) == 0 ? below(256) : static_cast<unsigned char>(byte));
                }
                payload += below(4) == 0
                               ? data
                               : attribute(static_cast<std::uint16_t>(below(64)), data, length(static_cast<unsigned>(data.size() + 4)));
            }
            const auto type = static_cast<std::uint16_t>(below(2) == 0 ? below(5) : below(125));
            bytes += message(type, static_cast<std::uint16_t>(below(0x1000)), payload, length(static_cast<unsigned>(payload.size() + 16)));
        }
        DecodedCall call("sendto");
        call.memory.put(buffer, bytes.substr(0, below(4) == 0 ? below(static_cast<unsigned>(bytes.size() + 1)) : bytes.size()));
        call.qualifiers(qualifier::trace | qualifier::verbose | (below(2) == 0 ? qualifier::abbrev : 0));
        call.sockets(sockets()).args({route + below(5), buffer, bytes.size(), 0, 0, 0}).fails(22);
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
}

}  // namespace
}  // namespace troupe::tests
