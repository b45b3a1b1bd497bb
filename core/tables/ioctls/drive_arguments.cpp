#include <linux/hdreg.h>

#include "core/tables/ioctls/argument_words.hpp"

// Drives: IDE (linux/hdreg.h) and SCSI (scsi/sg.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant nice_rows[] = {
    {1 << IDE_NICE_DSC_OVERLAP, "1 << IDE_NICE_DSC_OVERLAP"},
    {1 << IDE_NICE_ATAPI_OVERLAP, "1 << IDE_NICE_ATAPI_OVERLAP"},
    {1 << IDE_NICE_1, "1 << IDE_NICE_1"},
    {1 << IDE_NICE_0, "1 << IDE_NICE_0"},
    {1 << IDE_NICE_2, "1 << IDE_NICE_2"},
};
constexpr NamedConstant bus_rows[] = {{0, "BUSSTATE_OFF"}, {1, "BUSSTATE_ON"}, {2, "BUSSTATE_TRISTATE"}};
constexpr NamedConstant reset_rows[] = {{0, "SG_SCSI_RESET_NOTHING"},
                                        {1, "SG_SCSI_RESET_DEVICE"},
                                        {2, "SG_SCSI_RESET_BUS"},
                                        {3, "SG_SCSI_RESET_HOST"},
                                        {4, "SG_SCSI_RESET_TARGET"}};
constexpr FlagSet nice_bits{.name = "drive_nice_bits", .unknown = "IDE_NICE_???", .rows = nice_rows, .is_long = true};
constexpr ValueSet bus_states{"bus_states", "BUSSTATE_???", bus_rows, true, true}, resets{"scsi_resets", "SG_SCSI_RESET_???", reset_rows};

constexpr std::array geometry_fields{Field{"heads", u8, kind::unsigned_64}, Field{"sectors", u8, kind::unsigned_64},
                                     Field{"cylinders", u16, kind::unsigned_64}, Field{"start", ulong_, kind::unsigned_64}};
constexpr StructLayout geometry_layout = layout_of<geometry_fields>("hd_geometry");
constexpr std::array nice_fields{Field{"", ulong_, kind::flags(nice_bits)}};
constexpr std::array bus_fields{Field{"", ulong_, kind::value(bus_states)}};
constexpr StructLayout nice_layout = bare_layout<nice_fields>(), bus_layout = bare_layout<bus_fields>();
constexpr Kind nice_element = kind::structure(nice_layout), bus_element = kind::structure(bus_layout);

constexpr std::array address_fields{Field{"host_no", s32, kind::signed_64},
                                    Field{"channel", s32, kind::signed_64},
                                    Field{"scsi_id", u32, kind::hex},
                                    Field{"lun", s32, kind::signed_64},
                                    Field{"scsi_type", u32, kind::hex},
                                    Field{"h_cmd_per_lun", s16, kind::signed_64},
                                    Field{"d_queue_depth", s16, kind::signed_64},
                                    Field{"unused", s32, kind::hex, 2, Form::hidden}};
constexpr std::array request_fields{Field{"req_state", s8, kind::signed_64},   Field{"orphan", s8, kind::signed_64},
                                    Field{"sg_io_owned", s8, kind::signed_64}, Field{"problem", s8, kind::signed_64},
                                    Field{"pack_id", s32, kind::signed_64},    Field{"usr_ptr", pointer, kind::pointer},
                                    Field{"duration", u32, kind::unsigned_64}, Field{"unused", s32, kind::hex, 1, Form::hidden}};
constexpr StructLayout address_layout = layout_of<address_fields>("sg_scsi_id"), request_layout = layout_of<request_fields>("sg_req_info");

constexpr NamedConstant command_rows[] = {
#include "core/tables/values/drive_command_rows.inc"
};
constexpr ValueSet commands{"drive_commands", "ATA_CMD_???", command_rows};
constexpr std::array command_fields{Field{"command", u8, kind::value(commands)}, Field{"sector_number", u8, kind::unsigned_64},
                                    Field{"feature", u8, kind::unsigned_64}, Field{"sector_count", u8, kind::unsigned_64}};
constexpr std::array finished_fields{
    Field{"status", u8, kind::hex}, Field{"error", u8, kind::unsigned_64}, Field{"nsector", u8, kind::unsigned_64},
    Field{"sector_count", u8, kind::hex, 1, Form::hidden},
    shown(when::is_set("sector_count"), Field{"buf", u8, kind::own_memory(Own::drive_sectors), 1, Form::behind})};
constexpr StructLayout finished_layout = layout_of<finished_fields>("hd_drive_cmd_hdr");
constexpr StructLayout command_layout = answered_by(finished_layout, layout_of<command_fields>("hd_drive_cmd_hdr"));

// What is to be sent is shown before, and what came after the call; of both, what the kernel and the caller agree on.
constexpr NamedConstant direction_rows[] = {{0xffffffff, "SG_DXFER_NONE"},
                                            {0xfffffffe, "SG_DXFER_TO_DEV"},
                                            {0xfffffffd, "SG_DXFER_FROM_DEV"},
                                            {0xfffffffc, "SG_DXFER_TO_FROM_DEV"}};
constexpr NamedConstant scsi_flag_rows[] = {{1, "SG_FLAG_DIRECT_IO"},      {2, "SG_FLAG_UNUSED_LUN_INHIBIT"}, {4, "SG_FLAG_MMAP_IO"},
                                            {0x10000, "SG_FLAG_NO_DXFER"}, {0x10, "SG_FLAG_Q_AT_TAIL"},       {0x20, "SG_FLAG_Q_AT_HEAD"}};
constexpr NamedConstant scsi_info_rows[] = {{1, "SG_INFO_CHECK"}, {2, "SG_INFO_DIRECT_IO"}, {4, "SG_INFO_MIXED_IO"}};
constexpr NamedConstant protocol_rows[] = {{0, "BSG_PROTOCOL_SCSI"}};
constexpr NamedConstant subprotocol_rows[] = {
    {0, "BSG_SUB_PROTOCOL_SCSI_CMD"}, {1, "BSG_SUB_PROTOCOL_SCSI_TMF"}, {2, "BSG_SUB_PROTOCOL_SCSI_TRANSPORT"}};
constexpr NamedConstant bsg_flag_rows[] = {{0x10, "BSG_FLAG_Q_AT_TAIL"}, {0x20, "BSG_FLAG_Q_AT_HEAD"}};
constexpr ValueSet directions{"scsi_directions", "SG_DXFER_???", direction_rows, true},
    protocols{"scsi_protocols", "BSG_PROTOCOL_???", protocol_rows},
    subprotocols{"scsi_subprotocols", "BSG_SUB_PROTOCOL_???", subprotocol_rows};
constexpr FlagSet scsi_flags{"scsi_flags", "SG_FLAG_???", scsi_flag_rows}, scsi_infos{"scsi_infos", "SG_INFO_???", scsi_info_rows},
    bsg_flags{"scsi_request_flags", "BSG_FLAG_???", bsg_flag_rows};
constexpr Kind guard = kind::own_number(Own::character);
constexpr When transfers =
    when::either(when::is("dxfer_direction", 0xfffffffc, 0xfffffffe), when::is("dxfer_direction", 0xfffffffe, 0xffffffff));
constexpr std::array scsi_fields{Field{"interface_id", u32, guard},
                                 Field{"dxfer_direction", u32, kind::value(directions)},
                                 Field{"cmd_len", u8, kind::unsigned_64},
                                 Field{"mx_sb_len", u8, kind::unsigned_64},
                                 Field{"iovec_count", u16, kind::unsigned_64},
                                 Field{"dxfer_len", u32, kind::unsigned_64},
                                 shown(transfers, Field{"dxferp", pointer, kind::own_memory(Own::scsi_data)}),
                                 Field{"cmdp", pointer, kind::bytes_in_hex(length::sibling("cmd_len"))},
                                 Field{"sbp", pointer, kind::bytes_in_hex(length::sibling("sb_len_wr"))},
                                 Field{"timeout", u32, kind::unsigned_64},
                                 Field{"flags", u32, kind::flags(scsi_flags)},
                                 Field{"pack_id", s32, kind::signed_64},
                                 Field{"usr_ptr", pointer, kind::pointer},
                                 Field{"status", u8, kind::hex},
                                 Field{"masked_status", u8, kind::hex},
                                 Field{"msg_status", u8, kind::hex},
                                 Field{"sb_len_wr", u8, kind::unsigned_64},
                                 Field{"host_status", u16, kind::hex},
                                 Field{"driver_status", u16, kind::hex},
                                 Field{"resid", s32, kind::signed_64},
                                 Field{"duration", u32, kind::unsigned_64},
                                 Field{"info", u32, kind::flags(scsi_infos)}};
constexpr std::string_view scsi_whole[] = {"interface_id", "dxfer_direction", "cmd_len",    "cmdp",      "mx_sb_len",
                                           "iovec_count",  "dxfer_len",       "timeout",    "flags",     "dxferp",
                                           "status",       "masked_status",   "msg_status", "sb_len_wr", "sbp",
                                           "host_status",  "driver_status",   "resid",      "duration",  "info"};
constexpr StructLayout scsi_layout = layout_of<scsi_fields>("sg_io_hdr", StructShape::plain, View{scsi_whole, {}, scsi_whole});
constexpr std::array bsg_fields{Field{"guard", u32, guard},
                                Field{"protocol", u32, kind::value(protocols)},
                                Field{"subprotocol", u32, kind::value(subprotocols)},
                                Field{"request_len", u32, kind::unsigned_64},
                                Field{"request", u64, kind::bytes_in_hex(length::sibling("request_len"))},
                                Field{"request_tag", u64, kind::hex},
                                Field{"request_attr", u32, kind::unsigned_64},
                                Field{"request_priority", u32, kind::unsigned_64},
                                Field{"request_extra", u32, kind::unsigned_64},
                                Field{"max_response_len", u32, kind::unsigned_64},
                                Field{"response", u64, kind::bytes_in_hex(length::sibling("response_len"))},
                                Field{"dout_iovec_count", u32, kind::unsigned_64},
                                Field{"dout_xfer_len", u32, kind::unsigned_64},
                                Field{"din_iovec_count", u32, kind::unsigned_64},
                                Field{"din_xfer_len", u32, kind::unsigned_64},
                                Field{"dout_xferp", u64, kind::own_memory(Own::scsi_sent)},
                                Field{"din_xferp", u64, kind::own_memory(Own::scsi_received)},
                                Field{"timeout", u32, kind::unsigned_64},
                                Field{"flags", u32, kind::flags(bsg_flags)},
                                Field{"usr_ptr", u64, kind::hex},
                                Field{"spare_in", u32, kind::hex},
                                Field{"driver_status", u32, kind::hex},
                                Field{"transport_status", u32, kind::hex},
                                Field{"device_status", u32, kind::hex},
                                Field{"retry_delay", u32, kind::unsigned_64},
                                Field{"info", u32, kind::flags(scsi_infos)},
                                Field{"duration", u32, kind::unsigned_64},
                                Field{"response_len", u32, kind::unsigned_64},
                                Field{"din_resid", s32, kind::signed_64},
                                Field{"dout_resid", s32, kind::signed_64},
                                Field{"generated_tag", u64, kind::hex},
                                Field{"spare_out", u32, kind::hex},
                                padding(u32)};
constexpr std::string_view bsg_whole[] = {"guard",
                                          "protocol",
                                          "subprotocol",
                                          "request_len",
                                          "request",
                                          "request_tag",
                                          "request_attr",
                                          "request_priority",
                                          "request_extra",
                                          "max_response_len",
                                          "dout_iovec_count",
                                          "dout_xfer_len",
                                          "din_iovec_count",
                                          "din_xfer_len",
                                          "dout_xferp",
                                          "timeout",
                                          "flags",
                                          "usr_ptr",
                                          "response_len",
                                          "response",
                                          "din_xferp",
                                          "driver_status",
                                          "transport_status",
                                          "device_status",
                                          "retry_delay",
                                          "info",
                                          "duration",
                                          "response_len",
                                          "din_resid",
                                          "dout_resid",
                                          "generated_tag"};
constexpr StructLayout bsg_layout = layout_of<bsg_fields>("sg_io_v4", StructShape::plain, View{bsg_whole, {}, bsg_whole});
constexpr Choice scsi_choices[] = {
    {.command = 'S', .argument = in(kind::structure(scsi_layout), "")},
    {.command = 'Q', .argument = in(kind::structure(bsg_layout), "")},
    {.argument = in(pointed_unsigned, ""), .otherwise = true},
};

constexpr NamedConstant no_escalation_rows[] = {{0x100, "SG_SCSI_RESET_NO_ESCALATE"}};
constexpr FlagSet no_escalation{"scsi_reset_flags", "SG_SCSI_RESET_???", no_escalation_rows};
constexpr WordPart reset_parts[] = {{.mask = 0x100, .flags = &no_escalation, .if_set = true}, {.mask = 0xfffffeff, .values = &resets}};
constexpr WordParts reset_word{.parts = reset_parts, .apart = true};
constexpr std::array reset_fields{Field{"", u32, kind::word_parts(reset_word)}};
constexpr StructLayout reset_layout = bare_layout<reset_fields>();
constexpr Kind reset_element = kind::structure(reset_layout);

constexpr IoctlArgument rows[] = {
    answers(kind::structure(geometry_layout), "HDIO_GETGEO"),
    answers(pointed_ulong,
            "HDIO_GET_UNMASKINTR HDIO_GET_MULTCOUNT HDIO_GET_KEEPSETTINGS HDIO_GET_32BIT HDIO_GET_NOWERR HDIO_GET_DMA "
            "HDIO_GET_WCACHE HDIO_GET_ACOUSTIC HDIO_GET_ADDRESS"),
    answers(kind::pointed(nice_element), "HDIO_GET_NICE"),
    answers(kind::pointed(bus_element), "HDIO_GET_BUSSTATE"),
    answers(kind::bytes(length::fixed(142)), "HDIO_OBSOLETE_IDENTITY"),
    answers(kind::bytes(length::fixed(512)), "HDIO_GET_IDENTITY"),
    takes(kind::array(hex_element, length::fixed(3)), "HDIO_DRIVE_RESET HDIO_SCAN_HWIF"),
    takes(kind::unsigned_long,
          "HDIO_SET_MULTCOUNT HDIO_SET_UNMASKINTR HDIO_SET_KEEPSETTINGS HDIO_SET_32BIT HDIO_SET_NOWERR HDIO_SET_DMA "
          "HDIO_SET_PIO_MODE HDIO_UNREGISTER_HWIF HDIO_SET_WCACHE HDIO_SET_ACOUSTIC HDIO_SET_ADDRESS"),
    takes(kind::flags(nice_bits), "HDIO_SET_NICE"),
    takes(kind::value(bus_states), "HDIO_SET_BUSSTATE"),

    takes(pointed_int,
          "SG_SET_TIMEOUT SG_SET_COMMAND_Q SG_SET_RESERVED_SIZE SG_SET_FORCE_LOW_DMA SG_SET_FORCE_PACK_ID SG_SET_DEBUG "
          "SG_NEXT_CMD_LEN SG_SET_KEEP_ORPHAN"),
    answers(pointed_int,
            "SG_EMULATED_HOST SG_GET_TRANSFORM SG_GET_COMMAND_Q SG_GET_RESERVED_SIZE SG_GET_LOW_DMA SG_GET_PACK_ID "
            "SG_GET_NUM_WAITING SG_GET_SG_TABLESIZE SG_GET_VERSION_NUM SG_GET_KEEP_ORPHAN SG_GET_ACCESS_COUNT"),
    takes(kind::pointed(reset_element), "SG_SCSI_RESET"),
    takes(kind::hex_int, "SG_SET_TRANSFORM"),
    answers(kind::structure(address_layout), "SG_GET_SCSI_ID"),
    answers(kind::structure(request_layout), "SG_GET_REQUEST_TABLE"),
    alone("SG_GET_TIMEOUT"),
    changes(kind::own_memory(Own::drive_command, command_layout), "HDIO_DRIVE_CMD"),
    fills(kind::own_memory(Own::by_first_word, scsi_choices), "SG_IO"),
};

}  // namespace

constinit const Rows drive_rows = rows;

}  // namespace troupe::ioctls
