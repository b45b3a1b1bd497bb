#include <linux/hdreg.h>

#include "core/tables/ioctls/argument_words.hpp"

// Drives: IDE (linux/hdreg.h) and SCSI (scsi/sg.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant nice_rows[] = {
    {1 << IDE_NICE_DSC_OVERLAP, "1<<IDE_NICE_DSC_OVERLAP"},
    {1 << IDE_NICE_ATAPI_OVERLAP, "1<<IDE_NICE_ATAPI_OVERLAP"},
    {1 << IDE_NICE_1, "1<<IDE_NICE_1"},
    {1 << IDE_NICE_0, "1<<IDE_NICE_0"},
    {1 << IDE_NICE_2, "1<<IDE_NICE_2"},
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
constexpr Kind nice_element = kind::structure(nice_layout), bus_element = kind::structure(bus_layout), reset_element = kind::value(resets);

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
    answers(kind::structure(address_layout), "SG_GET_SCSI_ID"),
    answers(kind::structure(request_layout), "SG_GET_REQUEST_TABLE"),
    alone("SG_GET_TIMEOUT"),
    // What stands behind these pointers is not shown.
    takes(kind::pointer, "HDIO_DRIVE_CMD SG_IO"),
};

}  // namespace

constinit const Rows drive_rows = rows;

}  // namespace troupe::ioctls
