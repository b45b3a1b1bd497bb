#include <gtest/gtest.h>
#include <sys/socket.h>

#include <string>
#include <string_view>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

using namespace std::string_literals;

/// What stands between the braces, behind the family.
std::string fields_of(int family, std::string_view behind, ConstantStyle style = ConstantStyle::names) {
    DecodedCall call("bind");
    const std::string address = std::string{static_cast<char>(family), '\0'}.append(behind);
    call.memory.put(0x1000, address);
    const std::string text = call.constants(style).args({4, 0x1000, address.size()}).fails(22);
    const std::size_t begin = text.find(", ", text.find("sa_family=")) + 2;
    return text.substr(begin, text.rfind("}, ") - begin);
}

std::string call_sign(std::string_view sign, ConstantStyle style = ConstantStyle::names) {
    return fields_of(AF_AX25, std::string(sign) + std::string(7, '\0'), style);
}

TEST(AmateurRadioAddresses, HaveACallSignWhereItsBytesStandForNothingElse) {
    EXPECT_EQ(call_sign("\x82\x84\x86\x40\x40\x40\x02"s), "sax25_call=ABC-1, sax25_ndigis=0");
    EXPECT_EQ(call_sign("\x40\x40\x40\x40\x40\x40\0"s), "sax25_call=*, sax25_ndigis=0");
    EXPECT_EQ(call_sign("\x82\x84\x86\x40\x40\x40\x62"s),
              R"(sax25_call={ax25_call="\x82\x84\x86\x40\x40\x40\x62"} /* ABC-1 */, sax25_ndigis=0)");
    EXPECT_EQ(call_sign("\x82\x5a\x86\x40\x40\x40\x02"s),
              R"(sax25_call={ax25_call="\x82\x5a\x86\x40\x40\x40\x02"} /* A-C-1 */, sax25_ndigis=0)");
    EXPECT_EQ(call_sign("\x54\x5e\x86\x40\x40\x40\x02"s), R"(sax25_call={ax25_call="\x54\x5e\x86\x40\x40\x40\x02"}, sax25_ndigis=0)")
        << "it would end the comment";
}

TEST(AmateurRadioAddresses, AreBytesWhereNumbersAreWanted) {
    EXPECT_EQ(call_sign("\x82\x84\x86\x40\x40\x40\x02"s, ConstantStyle::numbers),
              R"(sax25_call={ax25_call="\x82\x84\x86\x40\x40\x40\x02"}, sax25_ndigis=0)");
}

TEST(AmateurRadioAddresses, ShowTheStationsThatThereIsRoomFor) {
    const std::string first = "\x82\x84\x86\x40\x40\x40\0"s + "\0\0\0"s + "\2\0\0\0"s;
    EXPECT_EQ(fields_of(AF_AX25, first), "fsa_ax25={sax25_call=ABC-0, sax25_ndigis=2}, fsa_digipeater=[...]");
    EXPECT_EQ(fields_of(AF_AX25, first + "\x82\x84\x86\x40\x40\x40\x02"s),
              "fsa_ax25={sax25_call=ABC-0, sax25_ndigis=2}, fsa_digipeater=[ABC-1, ...]");
    EXPECT_EQ(fields_of(AF_AX25, first + "\x82\x84\x86\x40\x40\x40\x02\x82\x84\x86\x40\x40\x40\x04!"s),
              "fsa_ax25={sax25_call=ABC-0, sax25_ndigis=2}, fsa_digipeater=[ABC-1, ABC-2], ...");
}

TEST(BluetoothAddresses, DifferByTheirSize) {
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\0"s), "hci_dev=htobs(1)");
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\0\1\0"s), "hci_dev=htobs(1), hci_channel=HCI_CHANNEL_USER");
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\2\3\4\5\6"s), "sco_bdaddr=01:02:03:04:05:06");
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\2\3\4\5\6\7\0"s), "rc_bdaddr=01:02:03:04:05:06, rc_channel=7");
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\0\1\2\3\4\5\6\5\0"s),
              "l2_psm=htobs(L2CAP_PSM_SDP), l2_bdaddr=01:02:03:04:05:06, l2_cid=htobs(L2CAP_CID_LE_SIGNALING)");
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\1\0\1"s), R"(sa_data="\1\0\1")");
}

TEST(BluetoothAddresses, CountNumbersThatAreGivenOutFromTheFirstOfThem) {
    EXPECT_EQ(fields_of(AF_BLUETOOTH, "\3\x10\1\2\3\4\5\6\x42\0\1\0"s),
              "l2_psm=htobs(L2CAP_PSM_DYN_START+2), l2_bdaddr=01:02:03:04:05:06, l2_cid=htobs(L2CAP_CID_DYN_START+2), "
              "l2_bdaddr_type=BDADDR_LE_PUBLIC");
    EXPECT_NE(fields_of(AF_BLUETOOTH, "\0\1\1\2\3\4\5\6\7\0"s).find("l2_psm=htobs(0x100 /* L2CAP_PSM_??? */)"), std::string::npos);
}

TEST(NearFieldAddresses, HaveAServiceWhereThereIsRoom) {
    const std::string target = "\0\0\x4d\0\0\0\2\0\0\0\5\0\0\0"s;
    EXPECT_EQ(fields_of(AF_NFC, target), "dev_idx=77, target_idx=0x2, nfc_protocol=NFC_PROTO_NFC_DEP");
    EXPECT_EQ(fields_of(AF_NFC, target + "\1\2"), "dev_idx=77, target_idx=0x2, nfc_protocol=NFC_PROTO_NFC_DEP, ...");
    const std::string name = "urn" + std::string(67, '\0');
    EXPECT_EQ(fields_of(AF_NFC, target + "\1\x20" + name + "\3\0\0\0\0\0\0\0"s),
              "dev_idx=77, target_idx=0x2, nfc_protocol=NFC_PROTO_NFC_DEP, dsap=0x1 /* LLCP_SAP_SDP */, ssap=0x20, "
              R"(service_name="urn", service_name_len=3)");
}

TEST(WirelessAddresses, AreShortOrLong) {
    EXPECT_EQ(fields_of(AF_IEEE802154, "\0\0\2\0\0\0\xff\xff\x34\x12\0\0\0\0\0\0\0\0"s),
              "addr={addr_type=0x2 /* IEEE802154_ADDR_SHORT */, pan_id=0xffff /* IEEE802154_PANID_BROADCAST */, short_addr=0x1234}");
    EXPECT_EQ(fields_of(AF_IEEE802154, "\0\0\3\0\0\0\3\0\1\2\3\4\5\6\7\x8\0\0"s),
              "addr={addr_type=0x3 /* IEEE802154_ADDR_LONG */, pan_id=0x3, hwaddr=01:02:03:04:05:06:07:08}");
    EXPECT_EQ(fields_of(AF_IEEE802154, std::string(18, '\0')), "addr={addr_type=0 /* IEEE802154_ADDR_NONE */, pan_id=0}");
}

TEST(IpxAddresses, ShowBytesWithTwoDigitsForZero) {
    EXPECT_EQ(fields_of(AF_IPX, "\1\1\0\0\0\1\0\3\xab\0\0\0\5\0"s),
              "sipx_port=htons(257), sipx_network=htonl(0x1), sipx_node=[00, 0x3, 0xab, 00, 00, 00], sipx_type=0x5");
}

TEST(ServiceAddresses, HaveTheAddressOfATransportInThem) {
    const std::string service = "\1\0\2\0"s, inet = "\2\0\x1f\x90\x7f\0\0\1"s + std::string(20, '\0');
    EXPECT_EQ(fields_of(AF_RXRPC, service + "\x10\0"s + inet),
              "srx_service=0x1 /* CM_SERVICE */, transport_type=SOCK_DGRAM, transport_len=16, "
              R"(transport={sin={sin_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}})");
    EXPECT_EQ(fields_of(AF_RXRPC, service + "\4\0"s + inet),
              "srx_service=0x1 /* CM_SERVICE */, transport_type=SOCK_DGRAM, transport_len=4, "
              R"(transport={sin={sin_family=AF_INET, "\37\220"}})");
    EXPECT_EQ(fields_of(AF_RXRPC, service + "\4\0\1\0ab"s + std::string(24, '\0')),
              "srx_service=0x1 /* CM_SERVICE */, transport_type=SOCK_DGRAM, transport_len=4, "
              R"(transport={family=AF_UNIX, "ab"})");
}

TEST(PacketAddresses, MayBeLongerThanTheirStructure) {
    const std::string fields = "\x8\0\x4d\0\0\0\1\0\0"s;
    EXPECT_EQ(fields_of(AF_PACKET, fields + "\x0a"
                                            "abcdefgh"s),
              "sll_protocol=htons(ETH_P_IP), sll_ifindex=77, sll_hatype=ARPHRD_ETHER, sll_pkttype=PACKET_HOST, sll_halen=10, "
              "sll_addr=[0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, ...]");
    EXPECT_TRUE(fields_of(AF_PACKET, fields + "\x0a"
                                              "abcdefghij"s)
                    .ends_with("0x68, 0x69, 0x6a]"));
}

TEST(XdpAddresses, HaveADescriptorOnlyIfTheFlagsAskForIt) {
    const std::string fields = "\x4d\0\0\0\1\0\0\0"s;
    EXPECT_EQ(fields_of(44, "\1\0"s + fields + "\0\0\0\0"s),
              "sxdp_flags=XDP_SHARED_UMEM, sxdp_ifindex=77, sxdp_queue_id=1, sxdp_shared_umem_fd=0");
    EXPECT_EQ(fields_of(44, "\2\0"s + fields + "\0\0\0\0"s), "sxdp_flags=XDP_COPY, sxdp_ifindex=77, sxdp_queue_id=1");
    EXPECT_EQ(fields_of(44, "\2\0"s + fields + "\x10\0\0\0"s),
              "sxdp_flags=XDP_COPY, sxdp_ifindex=77, sxdp_queue_id=1, sxdp_shared_umem_fd=0x10");
}

TEST(AlgorithmAddresses, HaveNamesAsLongAsThereIsRoom) {
    const std::string fields = "hash"s + std::string(18, '\0');
    EXPECT_EQ(fields_of(AF_ALG, fields + "x"), R"(salg_type="hash", salg_feat=0, salg_mask=0, salg_name=""...)");
    EXPECT_EQ(fields_of(AF_ALG, fields + "sha1\0?"s), R"(salg_type="hash", salg_feat=0, salg_mask=0, salg_name="sha1")");
    EXPECT_EQ(fields_of(AF_ALG, fields + std::string(70, 'a')),
              R"(salg_type="hash", salg_feat=0, salg_mask=0, salg_name=")" + std::string(69, 'a') + R"("...)");
}

}  // namespace
}  // namespace troupe::tests
