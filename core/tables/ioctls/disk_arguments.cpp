#include <linux/loop.h>

#include "core/tables/ioctls/argument_words.hpp"

// Block devices (linux/fs.h, linux/blkpg.h, linux/blktrace_api.h), loop devices (linux/loop.h), network block devices (linux/nbd.h).
namespace troupe::ioctls {

namespace {

constexpr NamedConstant partition_operation_rows[] = {
    {1, "BLKPG_ADD_PARTITION"}, {2, "BLKPG_DEL_PARTITION"}, {3, "BLKPG_RESIZE_PARTITION"}};
constexpr NamedConstant loop_flag_rows[] = {TROUPE_NAMED(LO_FLAGS_READ_ONLY),
                                            {2, "LO_FLAGS_USE_AOPS"},
                                            TROUPE_NAMED(LO_FLAGS_AUTOCLEAR),
                                            TROUPE_NAMED(LO_FLAGS_PARTSCAN),
                                            TROUPE_NAMED(LO_FLAGS_DIRECT_IO)};
constexpr NamedConstant loop_cipher_rows[] = {
    TROUPE_NAMED(LO_CRYPT_NONE),     TROUPE_NAMED(LO_CRYPT_XOR),       TROUPE_NAMED(LO_CRYPT_DES),  TROUPE_NAMED(LO_CRYPT_FISH2),
    TROUPE_NAMED(LO_CRYPT_BLOW),     TROUPE_NAMED(LO_CRYPT_CAST128),   TROUPE_NAMED(LO_CRYPT_IDEA), TROUPE_NAMED(LO_CRYPT_DUMMY),
    TROUPE_NAMED(LO_CRYPT_SKIPJACK), TROUPE_NAMED(LO_CRYPT_CRYPTOAPI),
};
constexpr NamedConstant network_disk_flag_rows[] = {
    {1 << 0, "NBD_FLAG_HAS_FLAGS"},         {1 << 1, "NBD_FLAG_READ_ONLY"},   {1 << 2, "NBD_FLAG_SEND_FLUSH"},
    {1 << 3, "NBD_FLAG_SEND_FUA"},          {1 << 4, "NBD_FLAG_ROTATIONAL"},  {1 << 5, "NBD_FLAG_SEND_TRIM"},
    {1 << 6, "NBD_FLAG_SEND_WRITE_ZEROES"}, {1 << 7, "NBD_FLAG_SEND_DF"},     {1 << 8, "NBD_FLAG_CAN_MULTI_CONN"},
    {1 << 9, "NBD_FLAG_SEND_RESIZE"},       {1 << 10, "NBD_FLAG_SEND_CACHE"},
};
constexpr ValueSet partition_operations{"partition_operations", "BLKPG_???", partition_operation_rows};
constexpr FlagSet loop_flags{"loop_flags", "LO_FLAGS_???", loop_flag_rows};
constexpr ValueSet loop_ciphers{"loop_ciphers", "LO_CRYPT_???", loop_cipher_rows};
constexpr FlagSet network_disk_flags{"network_disk_flags", "NBD_IOC_FLAG_???", network_disk_flag_rows};

constexpr std::array part_fields{Field{"start", s64, kind::signed_64}, Field{"length", s64, kind::signed_64},
                                 Field{"pno", s32, kind::signed_64}, name_of("devname", 64), name_of("volname", 64)};
constexpr StructLayout part_layout = layout_of<part_fields>("blkpg_partition");
constexpr Kind partition = kind::structure(part_layout);
constexpr std::array partition_fields{Field{"op", u32, kind::value(partition_operations)}, Field{"flags", s32, kind::signed_64},
                                      Field{"datalen", s32, kind::signed_64}, Field{"data", pointer, partition}};
constexpr StructLayout partition_layout = layout_of<partition_fields>("blkpg_ioctl_arg");

constexpr std::string_view trace_failed[] = {"act_mask", "buf_size", "buf_nr", "start_lba", "end_lba", "pid"};
constexpr std::string_view trace_whole[] = {"act_mask", "buf_size", "buf_nr", "start_lba", "end_lba", "pid", "name"};
constexpr std::array trace_fields{name_of("name", 32),
                                  Field{"act_mask", u16, kind::unsigned_64},
                                  Field{"buf_size", u32, kind::unsigned_64},
                                  Field{"buf_nr", u32, kind::unsigned_64},
                                  Field{"start_lba", u64, kind::unsigned_64},
                                  Field{"end_lba", u64, kind::unsigned_64},
                                  Field{"pid", s32, kind::pid}};
constexpr StructLayout trace_layout =
    layout_of<trace_fields>("blk_user_trace_setup", StructShape::plain, View{trace_whole, {}, trace_failed});

/// Abbreviated, what belongs to a cipher is shown only where there is one.
constexpr Field with_cipher(const Field& field) { return if_verbose(shown(when::is_set("lo_encrypt_type"), field)); }
constexpr Field key_of_loop = with_cipher(counted("lo_encrypt_key_size", Field{"lo_encrypt_key", u8, kind::hex, 32, Form::all_characters}));
constexpr std::array loop_fields{Field{"lo_number", s32, kind::signed_64},
                                 if_verbose(Field{"lo_device", ulong_, kind::device}),
                                 if_verbose(Field{"lo_inode", ulong_, kind::unsigned_64}),
                                 if_verbose(Field{"lo_rdevice", ulong_, kind::device}),
                                 Field{"lo_offset", u32, kind::hex},
                                 with_cipher(Field{"lo_encrypt_type", u32, kind::value(loop_ciphers)}),
                                 with_cipher(Field{"lo_encrypt_key_size", u32, kind::unsigned_64}),
                                 Field{"lo_flags", u32, kind::flags(loop_flags)},
                                 name_of("lo_name", 64),
                                 key_of_loop,
                                 if_verbose(Field{"lo_init", ulong_, kind::hex, 2, Form::numbers}),
                                 if_verbose(Field{"reserved", u8, kind::hex, 4, Form::numbers})};
constexpr std::array loop_fields_i386{Field{"lo_number", s32, kind::signed_64},
                                      if_verbose(Field{"lo_device", u16, kind::device}),
                                      if_verbose(Field{"lo_inode", ulong_, kind::unsigned_64}),
                                      if_verbose(Field{"lo_rdevice", u16, kind::device}),
                                      Field{"lo_offset", u32, kind::hex},
                                      with_cipher(Field{"lo_encrypt_type", u32, kind::value(loop_ciphers)}),
                                      with_cipher(Field{"lo_encrypt_key_size", u32, kind::unsigned_64}),
                                      Field{"lo_flags", u32, kind::flags(loop_flags)},
                                      name_of("lo_name", 64),
                                      key_of_loop,
                                      if_verbose(Field{"lo_init", ulong_, kind::hex, 2, Form::numbers}),
                                      if_verbose(Field{"reserved", u8, kind::hex, 4, Form::numbers})};
constexpr std::array loop64_fields{if_verbose(Field{"lo_device", u64, kind::device}),
                                   if_verbose(Field{"lo_inode", u64, kind::unsigned_64}),
                                   if_verbose(Field{"lo_rdevice", u64, kind::device}),
                                   Field{"lo_offset", u64, kind::hex},
                                   if_verbose(Field{"lo_sizelimit", u64, kind::unsigned_64}),
                                   Field{"lo_number", u32, kind::unsigned_64},
                                   with_cipher(Field{"lo_encrypt_type", u32, kind::value(loop_ciphers)}),
                                   with_cipher(Field{"lo_encrypt_key_size", u32, kind::unsigned_64}),
                                   Field{"lo_flags", u32, kind::flags(loop_flags)},
                                   name_of("lo_file_name", 64),
                                   with_cipher(name_of("lo_crypt_name", 64)),
                                   key_of_loop,
                                   if_verbose(Field{"lo_init", u64, kind::hex, 2, Form::numbers})};
// Abbreviated, single fields are left out, and the rest is not.
constexpr std::string_view loop_brief[] = {"lo_number", "lo_offset", "lo_encrypt_type", "lo_encrypt_key_size",
                                           "lo_flags",  "lo_name",   "lo_encrypt_key"};
constexpr std::string_view loop64_brief[] = {"lo_offset", "lo_number",    "lo_encrypt_type", "lo_encrypt_key_size",
                                             "lo_flags",  "lo_file_name", "lo_crypt_name",   "lo_encrypt_key"};
constexpr StructLayout loop_layout = layout_of_two<loop_fields, loop_fields_i386>("loop_info", View{{}, loop_brief, {}});
constexpr StructLayout loop64_layout = layout_of<loop64_fields>("loop_info64", StructShape::plain, View{{}, loop64_brief, {}});
constexpr std::array loop_config_fields{Field{"fd", u32, kind::fd}, Field{"block_size", u32, kind::unsigned_64},
                                        Field{"info", nested, kind::structure(loop64_layout)},
                                        shown(when::is_set("__reserved"), Field{"__reserved", u64, kind::hex, 8, Form::numbers})};
constexpr StructLayout loop_config_layout = layout_of<loop_config_fields>("loop_config");

constexpr std::array span_fields{Field{"", u64, kind::unsigned_64, 2, Form::all_numbers}};
constexpr StructLayout span_layout = bare_layout<span_fields>();

constexpr IoctlArgument rows[] = {
    answers(pointed_int, "BLKROGET BLKSSZGET BLKBSZGET BLKALIGNOFF"),
    takes(pointed_int, "BLKROSET BLKBSZSET"),
    answers(pointed_unsigned, "BLKIOMIN BLKIOOPT BLKPBSZGET BLKDISCARDZEROES BLKGETZONESZ BLKGETNRZONES"),
    answers(pointed_short, "BLKSECTGET BLKROTATIONAL"),
    answers(pointed_ulong, "BLKGETSIZE"),
    answers(kind::pointed(long_element), "BLKRAGET BLKFRAGET"),
    answers(pointed_u64, "BLKGETSIZE64 BLKGETDISKSEQ"),
    takes(kind::unsigned_long, "BLKRASET BLKFRASET"),
    takes(kind::structure(span_layout), "BLKDISCARD BLKSECDISCARD BLKZEROOUT"),
    takes(kind::structure(partition_layout), "BLKPG"),
    fills(kind::structure(trace_layout), "BLKTRACESETUP"),
    alone("BLKRRPART BLKFLSBUF BLKTRACESTART BLKTRACESTOP BLKTRACETEARDOWN"),

    takes(kind::structure(loop_layout), "LOOP_SET_STATUS"),
    answers(kind::structure(loop_layout), "LOOP_GET_STATUS"),
    takes(kind::structure(loop64_layout), "LOOP_SET_STATUS64"),
    answers(kind::structure(loop64_layout), "LOOP_GET_STATUS64"),
    takes(kind::structure(loop_config_layout), "LOOP_CONFIGURE"),
    takes(kind::fd, "LOOP_SET_FD LOOP_CHANGE_FD"),
    takes(kind::signed_int, "LOOP_CTL_ADD LOOP_CTL_REMOVE"),
    takes(kind::unsigned_long, "LOOP_SET_DIRECT_IO LOOP_SET_BLOCK_SIZE"),
    alone("LOOP_CLR_FD LOOP_SET_CAPACITY LOOP_CTL_GET_FREE"),

    changes(
        kind::own_memory(Own::device_mapper),
        "DM_VERSION DM_REMOVE_ALL DM_LIST_DEVICES DM_DEV_CREATE DM_DEV_REMOVE DM_DEV_RENAME DM_DEV_SUSPEND DM_DEV_STATUS DM_DEV_WAIT "
        "DM_TABLE_LOAD DM_TABLE_CLEAR DM_TABLE_DEPS DM_TABLE_STATUS DM_LIST_VERSIONS DM_TARGET_MSG DM_DEV_SET_GEOMETRY DM_DEV_ARM_POLL"),

    takes(kind::fd, "NBD_SET_SOCK"),
    takes(kind::unsigned_long, "NBD_SET_BLKSIZE NBD_SET_SIZE NBD_SET_SIZE_BLOCKS NBD_SET_TIMEOUT"),
    takes(kind::flags(network_disk_flags), "NBD_SET_FLAGS"),
    alone("NBD_DO_IT NBD_CLEAR_SOCK NBD_CLEAR_QUE NBD_PRINT_DEBUG NBD_DISCONNECT"),
};

}  // namespace

constinit const Rows disk_rows = rows;

}  // namespace troupe::ioctls
