#include "core/tables/structs/socket_diagnosis.hpp"

#include <linux/inet_diag.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/smc_diag.h>
#include <linux/unix_diag.h>

#include <cstddef>

#include "core/tables/flags/socket_diagnosis.hpp"
#include "core/tables/flags/sockets.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/protocol_diagnosis.hpp"
#include "core/tables/values/protocols.hpp"
#include "core/tables/values/socket_diagnosis.hpp"
#include "core/tables/values/socket_options.hpp"
#include "core/tables/values/sockets.hpp"

// linux/inet_diag.h, linux/unix_diag.h, linux/netlink_diag.h, linux/packet_diag.h.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field number(std::string_view name) { return {name, u32, kind::unsigned_int}; }
constexpr Field small(std::string_view name) { return {name, u8, kind::unsigned_int}; }
constexpr Field padding(std::string_view name, Width width) { return {name, width, kind::hex, 1, Form::hidden}; }
constexpr Field family(std::string_view name) { return {name, u8, kind::value(socket_domains)}; }
constexpr Field cookie(std::string_view name) { return {name, u32, kind::unsigned_int, 2, Form::all_numbers}; }
constexpr Field states(std::string_view name) { return {name, u32, kind::flags(state_bits)}; }
constexpr Field port(std::string_view name) { return {name, u16, kind::unsigned_int, 1, Form::network_order}; }

// A socket of AF_INET has its addresses in the first of four words.
inline constexpr std::array inet_socket_fields{port("idiag_sport"),
                                               port("idiag_dport"),
                                               Field{"idiag_src", u32, kind::hex, 4, Form::ipv4},
                                               Field{"idiag_dst", u32, kind::hex, 4, Form::ipv4},
                                               Field{"idiag_if", u32, kind::network_device},
                                               cookie("idiag_cookie")};
inline constexpr std::array inet6_socket_fields{port("idiag_sport"),
                                                port("idiag_dport"),
                                                Field{"idiag_src", u32, kind::hex, 4, Form::ipv6},
                                                Field{"idiag_dst", u32, kind::hex, 4, Form::ipv6},
                                                Field{"idiag_if", u32, kind::network_device},
                                                cookie("idiag_cookie")};
inline constexpr StructLayout inet_socket = layout_of<inet_socket_fields>("inet_diag_sockid");
inline constexpr StructLayout inet6_socket = layout_of<inet6_socket_fields>("inet_diag_sockid");

consteval auto request_of(const StructLayout& socket) {
    return std::array{family("sdiag_family"),
                      Field{"sdiag_protocol", u8, kind::value(socket_protocols)},
                      Field{"idiag_ext", u8, kind::flags(inet_extensions)},
                      padding("pad", u8),
                      states("idiag_states"),
                      Field{"id", nested, kind::structure(socket)}};
}
consteval auto old_request_of(const StructLayout& socket) {
    return std::array{family("idiag_family"),
                      small("idiag_src_len"),
                      small("idiag_dst_len"),
                      Field{"idiag_ext", u8, kind::flags(inet_extensions)},
                      Field{"id", nested, kind::structure(socket)},
                      states("idiag_states"),
                      number("idiag_dbs")};
}
consteval auto answer_of(const StructLayout& socket) {
    return std::array{family("idiag_family"),
                      Field{"idiag_state", u8, kind::value(connection_states)},
                      small("idiag_timer"),
                      small("idiag_retrans"),
                      Field{"id", nested, kind::structure(socket)},
                      number("idiag_expires"),
                      number("idiag_rqueue"),
                      number("idiag_wqueue"),
                      number("idiag_uid"),
                      number("idiag_inode")};
}
inline constexpr auto inet_request_fields = request_of(inet_socket), inet6_request_fields = request_of(inet6_socket);
inline constexpr auto inet_old_request_fields = old_request_of(inet_socket), inet6_old_request_fields = old_request_of(inet6_socket);
inline constexpr auto inet_answer_fields = answer_of(inet_socket), inet6_answer_fields = answer_of(inet6_socket);

inline constexpr std::array unix_request_fields{family("sdiag_family"), small("sdiag_protocol"),
                                                padding("pad", u16),    states("udiag_states"),
                                                number("udiag_ino"),    Field{"udiag_show", u32, kind::flags(unix_shown)},
                                                cookie("udiag_cookie")};
inline constexpr std::array unix_answer_fields{family("udiag_family"),
                                               Field{"udiag_type", u8, kind::value(diagnosed_types)},
                                               Field{"udiag_state", u8, kind::value(connection_states)},
                                               padding("pad", u8),
                                               number("udiag_ino"),
                                               cookie("udiag_cookie")};
constexpr FieldChoice all_or_one[] = {{NDIAG_PROTO_ALL, kind::value(every_netlink_protocol)}};
inline constexpr std::array netlink_request_fields{
    family("sdiag_family"),
    chosen("sdiag_protocol", all_or_one, Field{"sdiag_protocol", u8, kind::value(netlink_families)}),
    padding("pad", u16),
    number("ndiag_ino"),
    Field{"ndiag_show", u32, kind::flags(netlink_shown)},
    cookie("ndiag_cookie")};
inline constexpr std::array netlink_answer_fields{family("ndiag_family"),
                                                  Field{"ndiag_type", u8, kind::value(diagnosed_types)},
                                                  Field{"ndiag_protocol", u8, kind::value(netlink_families)},
                                                  Field{"ndiag_state", u8, kind::value(netlink_states)},
                                                  number("ndiag_portid"),
                                                  number("ndiag_dst_portid"),
                                                  number("ndiag_dst_group"),
                                                  number("ndiag_ino"),
                                                  cookie("ndiag_cookie")};
inline constexpr std::array packet_request_fields{family("sdiag_family"),
                                                  Field{"sdiag_protocol", u8, kind::hex},
                                                  padding("pad", u16),
                                                  number("pdiag_ino"),
                                                  Field{"pdiag_show", u32, kind::flags(packet_shown)},
                                                  cookie("pdiag_cookie")};
inline constexpr std::array packet_answer_fields{family("pdiag_family"), Field{"pdiag_type", u8, kind::value(diagnosed_types)},
                                                 Field{"pdiag_num", u16, kind::value(ethernet_protocols)}, number("pdiag_ino"),
                                                 cookie("pdiag_cookie")};

inline constexpr std::array socket_memory_fields{number("idiag_rmem"), number("idiag_wmem"), number("idiag_fmem"), number("idiag_tmem")};
inline constexpr std::array socket_file_fields{Field{"udiag_vfs_ino", u32, kind::unsigned_int}, Field{"udiag_vfs_dev", u32, kind::device}};
inline constexpr std::array socket_queue_fields{number("udiag_rqueue"), number("udiag_wqueue")};
inline constexpr std::string_view socket_file_order[] = {"udiag_vfs_dev", "udiag_vfs_ino"};

inline constexpr std::array smc_request_fields{family("diag_family"), padding("pad1", u8), padding("pad2", u8),
                                               Field{"diag_ext", u8, kind::flags(smc_extensions)},
                                               Field{"id", nested, kind::structure(inet_socket)}};
inline constexpr std::array smc_answer_fields{family("diag_family"),
                                              Field{"diag_state", u8, kind::value(smc_states)},
                                              Field{"diag_fallback", u8, kind::value(smc_modes)},
                                              small("diag_shutdown"),
                                              Field{"id", nested, kind::structure(inet_socket)},
                                              number("diag_uid"),
                                              Field{"diag_inode", u64, kind::unsigned_64}};
inline constexpr std::array vegas_fields{number("tcpv_enabled"), number("tcpv_rttcnt"), number("tcpv_rtt"), number("tcpv_minrtt")};
inline constexpr std::array data_centre_fields{Field{"dctcp_enabled", u16, kind::unsigned_int},
                                               Field{"dctcp_ce_state", u16, kind::unsigned_int}, number("dctcp_alpha"),
                                               number("dctcp_ab_ecn"), number("dctcp_ab_tot")};
inline constexpr std::array bottleneck_fields{Field{"bbr_bw_lo", u32, kind::hex}, Field{"bbr_bw_hi", u32, kind::hex}, number("bbr_min_rtt"),
                                              number("bbr_pacing_gain"), number("bbr_cwnd_gain")};
inline constexpr std::array netlink_ring_fields{number("ndr_block_size"), number("ndr_block_nr"), number("ndr_frame_size"),
                                                number("ndr_frame_nr")};
inline constexpr std::array packet_information_fields{Field{"pdi_index", u32, kind::network_device},
                                                      Field{"pdi_version", u32, kind::value(packet_versions)},
                                                      number("pdi_reserve"),
                                                      number("pdi_copy_thresh"),
                                                      number("pdi_tstamp"),
                                                      Field{"pdi_flags", u32, kind::flags(packet_information_flags)}};
inline constexpr std::array packet_group_fields{Field{"pdmc_index", u32, kind::network_device}, number("pdmc_count"),
                                                Field{"pdmc_type", u16, kind::unsigned_int}, Field{"pdmc_alen", u16, kind::unsigned_int},
                                                counted("pdmc_alen", Field{"pdmc_addr", u8, kind::hex, 32, Form::raw_characters})};

/// Without their key, which stands behind the address.
inline constexpr std::array inet_signature_fields{family("tcpm_family"), small("tcpm_prefixlen"),
                                                  Field{"tcpm_keylen", u16, kind::unsigned_int},
                                                  Field{"tcpm_addr", u8, kind::hex, 16, Form::ipv4}};
inline constexpr std::array inet6_signature_fields{family("tcpm_family"), small("tcpm_prefixlen"),
                                                   Field{"tcpm_keylen", u16, kind::unsigned_int},
                                                   Field{"tcpm_addr", u8, kind::hex, 16, Form::ipv6}};
inline constexpr std::array other_signature_fields{family("tcpm_family"), small("tcpm_prefixlen"),
                                                   Field{"tcpm_keylen", u16, kind::unsigned_int},
                                                   Field{"tcpm_addr", u8, kind::hex, 16, Form::raw_characters}};

inline constexpr std::array packet_queue_fields{number("pdr_block_size"), number("pdr_block_nr"),   number("pdr_frame_size"),
                                                number("pdr_frame_nr"),   number("pdr_retire_tmo"), number("pdr_sizeof_priv"),
                                                number("pdr_features")};
inline constexpr std::array bytecode_fields{Field{"code", u8, kind::value(bytecodes)}, small("yes"), Field{"no", u16, kind::unsigned_int}};
inline constexpr std::array host_condition_fields{family("family"), small("prefix_len"), number("port")};
inline constexpr std::array inet_host_condition_fields{family("family"), small("prefix_len"), number("port"),
                                                       Field{"addr", u32, kind::hex, 1, Form::ipv4}};
inline constexpr std::array inet6_host_condition_fields{family("family"), small("prefix_len"), number("port"),
                                                        Field{"addr", u32, kind::hex, 4, Form::ipv6}};
inline constexpr std::array mark_condition_fields{number("mark"), number("mask")};

TROUPE_PROVE_SIZE(inet_socket_fields, Abi::x86_64, inet_diag_sockid);
TROUPE_PROVE_SIZE(inet6_socket_fields, Abi::x86_64, inet_diag_sockid);
TROUPE_PROVE_FIELD(inet_socket_fields, Abi::x86_64, inet_diag_sockid, "idiag_dst", idiag_dst);
TROUPE_PROVE_FIELD(inet_socket_fields, Abi::x86_64, inet_diag_sockid, "idiag_if", idiag_if);
TROUPE_PROVE_SIZE(inet_request_fields, Abi::x86_64, inet_diag_req_v2);
TROUPE_PROVE_FIELD(inet_request_fields, Abi::x86_64, inet_diag_req_v2, "id", id);
TROUPE_PROVE_SIZE(inet_old_request_fields, Abi::x86_64, inet_diag_req);
TROUPE_PROVE_FIELD(inet_old_request_fields, Abi::x86_64, inet_diag_req, "idiag_states", idiag_states);
TROUPE_PROVE_SIZE(inet_answer_fields, Abi::x86_64, inet_diag_msg);
TROUPE_PROVE_FIELD(inet_answer_fields, Abi::x86_64, inet_diag_msg, "idiag_expires", idiag_expires);
TROUPE_PROVE_SIZE(unix_request_fields, Abi::x86_64, unix_diag_req);
TROUPE_PROVE_FIELD(unix_request_fields, Abi::x86_64, unix_diag_req, "udiag_show", udiag_show);
TROUPE_PROVE_SIZE(unix_answer_fields, Abi::x86_64, unix_diag_msg);
TROUPE_PROVE_FIELD(unix_answer_fields, Abi::x86_64, unix_diag_msg, "udiag_ino", udiag_ino);
TROUPE_PROVE_SIZE(netlink_request_fields, Abi::x86_64, netlink_diag_req);
TROUPE_PROVE_FIELD(netlink_request_fields, Abi::x86_64, netlink_diag_req, "ndiag_show", ndiag_show);
TROUPE_PROVE_SIZE(netlink_answer_fields, Abi::x86_64, netlink_diag_msg);
TROUPE_PROVE_FIELD(netlink_answer_fields, Abi::x86_64, netlink_diag_msg, "ndiag_portid", ndiag_portid);
TROUPE_PROVE_SIZE(packet_request_fields, Abi::x86_64, packet_diag_req);
TROUPE_PROVE_SIZE(packet_answer_fields, Abi::x86_64, packet_diag_msg);
TROUPE_PROVE_SIZE(socket_memory_fields, Abi::x86_64, inet_diag_meminfo);
TROUPE_PROVE_SIZE(socket_file_fields, Abi::x86_64, unix_diag_vfs);
TROUPE_PROVE_FIELD(socket_file_fields, Abi::x86_64, unix_diag_vfs, "udiag_vfs_dev", udiag_vfs_dev);
TROUPE_PROVE_SIZE(socket_queue_fields, Abi::x86_64, unix_diag_rqlen);
TROUPE_PROVE_SIZE(smc_request_fields, Abi::x86_64, smc_diag_req);
TROUPE_PROVE_FIELD(smc_request_fields, Abi::x86_64, smc_diag_req, "id", id);
TROUPE_PROVE_SIZE(smc_answer_fields, Abi::x86_64, smc_diag_msg);
TROUPE_PROVE_FIELD(smc_answer_fields, Abi::x86_64, smc_diag_msg, "id", id);
TROUPE_PROVE_SIZE(vegas_fields, Abi::x86_64, tcpvegas_info);
TROUPE_PROVE_FIELD(vegas_fields, Abi::x86_64, tcpvegas_info, "tcpv_minrtt", tcpv_minrtt);
TROUPE_PROVE_SIZE(data_centre_fields, Abi::x86_64, tcp_dctcp_info);
TROUPE_PROVE_FIELD(data_centre_fields, Abi::x86_64, tcp_dctcp_info, "dctcp_ab_tot", dctcp_ab_tot);
TROUPE_PROVE_SIZE(bottleneck_fields, Abi::x86_64, tcp_bbr_info);
TROUPE_PROVE_FIELD(bottleneck_fields, Abi::x86_64, tcp_bbr_info, "bbr_cwnd_gain", bbr_cwnd_gain);
TROUPE_PROVE_SIZE(netlink_ring_fields, Abi::x86_64, netlink_diag_ring);
TROUPE_PROVE_FIELD(netlink_ring_fields, Abi::x86_64, netlink_diag_ring, "ndr_frame_nr", ndr_frame_nr);
TROUPE_PROVE_SIZE(packet_information_fields, Abi::x86_64, packet_diag_info);
TROUPE_PROVE_FIELD(packet_information_fields, Abi::x86_64, packet_diag_info, "pdi_flags", pdi_flags);
TROUPE_PROVE_SIZE(packet_group_fields, Abi::x86_64, packet_diag_mclist);
TROUPE_PROVE_FIELD(packet_group_fields, Abi::x86_64, packet_diag_mclist, "pdmc_addr", pdmc_addr);
TROUPE_PROVE_SIZE(packet_queue_fields, Abi::x86_64, packet_diag_ring);
TROUPE_PROVE_FIELD(packet_queue_fields, Abi::x86_64, packet_diag_ring, "pdr_features", pdr_features);
TROUPE_PROVE_SIZE(bytecode_fields, Abi::x86_64, inet_diag_bc_op);
TROUPE_PROVE_FIELD(bytecode_fields, Abi::x86_64, inet_diag_bc_op, "no", no);
TROUPE_PROVE_SIZE(host_condition_fields, Abi::x86_64, inet_diag_hostcond);
TROUPE_PROVE_FIELD(host_condition_fields, Abi::x86_64, inet_diag_hostcond, "port", port);
TROUPE_PROVE_FIELD(inet_host_condition_fields, Abi::x86_64, inet_diag_hostcond, "addr", addr);
TROUPE_PROVE_FIELD(inet6_host_condition_fields, Abi::x86_64, inet_diag_hostcond, "addr", addr);
TROUPE_PROVE_SIZE(mark_condition_fields, Abi::x86_64, inet_diag_markcond);
TROUPE_PROVE_FIELD(mark_condition_fields, Abi::x86_64, inet_diag_markcond, "mask", mask);

}  // namespace structs

constinit const StructLayout inet_request_layout = layout_of<structs::inet_request_fields>("inet_diag_req_v2");
constinit const StructLayout inet6_request_layout = layout_of<structs::inet6_request_fields>("inet_diag_req_v2");
constinit const StructLayout inet_old_request_layout = layout_of<structs::inet_old_request_fields>("inet_diag_req");
constinit const StructLayout inet6_old_request_layout = layout_of<structs::inet6_old_request_fields>("inet_diag_req");
constinit const StructLayout inet_answer_layout = layout_of<structs::inet_answer_fields>("inet_diag_msg");
constinit const StructLayout inet6_answer_layout = layout_of<structs::inet6_answer_fields>("inet_diag_msg");
constinit const StructLayout unix_request_layout = layout_of<structs::unix_request_fields>("unix_diag_req");
constinit const StructLayout unix_answer_layout = layout_of<structs::unix_answer_fields>("unix_diag_msg");
constinit const StructLayout netlink_request_layout = layout_of<structs::netlink_request_fields>("netlink_diag_req");
constinit const StructLayout netlink_answer_layout = layout_of<structs::netlink_answer_fields>("netlink_diag_msg");
constinit const StructLayout packet_request_layout = layout_of<structs::packet_request_fields>("packet_diag_req");
constinit const StructLayout packet_answer_layout = layout_of<structs::packet_answer_fields>("packet_diag_msg");
constinit const StructLayout socket_memory_layout = layout_of<structs::socket_memory_fields>("inet_diag_meminfo");
constinit const StructLayout socket_file_layout =
    layout_of<structs::socket_file_fields>("unix_diag_vfs", StructShape::plain, {structs::socket_file_order, {}, {}});
constinit const StructLayout socket_queue_layout = layout_of<structs::socket_queue_fields>("unix_diag_rqlen");
constinit const StructLayout smc_request_layout = layout_of<structs::smc_request_fields>("smc_diag_req");
constinit const StructLayout smc_answer_layout = layout_of<structs::smc_answer_fields>("smc_diag_msg");
constinit const StructLayout vegas_layout = layout_of<structs::vegas_fields>("tcpvegas_info");
constinit const StructLayout data_centre_layout = layout_of<structs::data_centre_fields>("tcp_dctcp_info");
constinit const StructLayout bottleneck_layout = layout_of<structs::bottleneck_fields>("tcp_bbr_info");
constinit const StructLayout netlink_ring_layout = layout_of<structs::netlink_ring_fields>("netlink_diag_ring");
constinit const StructLayout packet_information_layout = layout_of<structs::packet_information_fields>("packet_diag_info");
constinit const StructLayout packet_group_layout = layout_of<structs::packet_group_fields>("packet_diag_mclist");
constinit const StructLayout packet_queue_layout = layout_of<structs::packet_queue_fields>("packet_diag_ring");
constinit const StructLayout bytecode_layout = layout_of<structs::bytecode_fields>("inet_diag_bc_op");
constinit const StructLayout host_condition_layout = layout_of<structs::host_condition_fields>("inet_diag_hostcond");
constinit const StructLayout inet_host_condition_layout = layout_of<structs::inet_host_condition_fields>("inet_diag_hostcond");
constinit const StructLayout inet6_host_condition_layout = layout_of<structs::inet6_host_condition_fields>("inet_diag_hostcond");
constinit const StructLayout mark_condition_layout = layout_of<structs::mark_condition_fields>("inet_diag_markcond");

constinit const StructLayout inet_signature_layout = layout_of<structs::inet_signature_fields>("tcp_diag_md5sig");
constinit const StructLayout inet6_signature_layout = layout_of<structs::inet6_signature_fields>("tcp_diag_md5sig");
constinit const StructLayout other_signature_layout = layout_of<structs::other_signature_fields>("tcp_diag_md5sig");

}  // namespace troupe
