#pragma once

#include <cstdint>

#include "troupe/core/kind.hpp"

namespace troupe {

/// Values of requests of ioctl that no row can describe, each with a decoder of its own (core/decode/own.cpp).
enum class Own : std::uint8_t {
    none,
    by_first_word,          ///< a structure whose first 32 bits say which of `choices` it is
    named_unsigned,         ///< BTRFS_FS_TREE_OBJECTID, UINT64_MAX, 4096: `value_set`, and most numbers have no name
    pairs_in_brief,         ///< `dest_count` of `layout`, of which two are shown in brief
    sized_by_request,       ///< `layout`, of which as much is there as the request has room for
    device_mapper,          ///< a request to the device mapper and its answer
    wide_hex,               ///< 0x00001f: at least eight characters
    converted_short,        ///< htons(80), also where numbers are wanted
    long_hex,               ///< the same, sixteen
    decimal_value,          ///< 1 /* K_XLATE */: `value_set`, in decimal
    parts_or_number,        ///< `parts`, and one number where numbers are wanted
    program_list,           ///< {ids_len=4, prog_cnt=2, ids=[5, 6]}
    set_controls,           ///< `layout`, and what has become of its controls
    low_byte_flags,         ///< `flag_set` of the lowest byte, which is all that the kernel takes
    sound_period,           ///< 1193 /* 1000 Hz */: KIOCSOUND
    tone,                   ///< 100<<16|1193 /* 1000 Hz, 100 ms */: KDMKTONE
    character,              ///< 'a', '\n', '\xff'
    key_table,              ///< K_SHIFTTAB, 1<<KG_CTRL
    key_value,              ///< K_F1; 0x61 /* K(KT_LATIN, 'a') */
    key_function,           ///< KVAL(K_F1)
    unicode,                ///< 0x41, UNI_DIRECT_BASE+0x41
    unicode_map,            ///< an array of `entry_ct` of `layout`, and an address after a failure
    touch_slots,            ///< what fits into the request, but for its first field
    clock_period,           ///< `layout`, or where it says so `element`, which has its last field in the place of what is reserved
    clock_samples,          ///< two for each of `n_samples` and one more, of `layout`
    address_after_failure,  ///< `layout` and what it became, or the address where the call failed
    notice,                 ///< the same, and what is all 0 is shown only once
    drive_command,          ///< the same where the drive has answered, if only with an error
    drive_sectors,          ///< `sector_count` of 512 bytes
    scsi_data,              ///< bytes or a vector of what is sent or was received, by `dxfer_direction`
    scsi_sent,              ///< likewise, of `dout_xfer_len` bytes
    scsi_received,          ///< likewise, of `din_xfer_len` bytes
    hardware_address,       ///< as long as those of `sa_family` are
    interface_bytes,        ///< 80 /* 2 * sizeof(struct ifreq) */, and what it was before
    interface_list,         ///< `ifc_len` bytes of elements of `layout`
    event_attributes,       ///< `layout` that says in its second word how long it is
    hardware_event,         ///< 0x2<<32|PERF_COUNT_HW_CPU_CYCLES
    cache_event,            ///< PERF_COUNT_HW_CACHE_RESULT_ACCESS<<16|PERF_COUNT_HW_CACHE_OP_READ<<8|PERF_COUNT_HW_CACHE_L1D
    remarked_number,        ///< 1 /* constant skid */, where constants are numbers, too: `value_set`
    noted_number,           ///< 4294967295 /* NUMA_NO_NODE */: the names of `value_set`, behind their numbers only where names are wanted
    remarked_bits,          ///< 0x4 /* Bits 63..38 */: bits of which no more is known than that
    register_set,           ///< `layout` of a vector, of registers where it is known which they are: {iov_base={r15=0, …}, iov_len=216}
    pending_signals,        ///< as many as the result says
    filter_metadata,        ///< {filter_off=0, flags=…}: what was asked for, and as much of the answer as the result says
    syscall_query,          ///< `layout`, of which as much is there as the result says and there was room for
    traced_call,            ///< __NR_close: in the ABI of the tracee, which stands before it
    call_result,            ///< 5, -ENOENT
    ring_file,              ///< a descriptor, or IORING_REGISTER_FILES_SKIP
    ring_operation,         ///< IORING_OP_NOP, and what is not known in decimal
    ring_probe,             ///< which operations there are; what is all 0 is not shown before it is an answer
    worker_limits,          ///< [[IO_WQ_BOUND]=1, [IO_WQ_UNBOUND]=2]
    key_abilities,          ///< [KEYCTL_CAPS0_MOVE, KEYCTL_CAPS1_NS_KEY_TAG, 0xff]: as many bytes as the result says and there was room for
    key_input,              ///< as many bytes as the first length of the second argument says
    key_output,             ///< the same with its second length
    security_contexts,      ///< as many of `layout`, with what stands behind each, as the result says
    security_context,       ///< one, of as many bytes as the third argument says
    string_behind,          ///< a string so many bytes behind the end of the structure
    strings_behind,         ///< as many strings there, one behind the other
    font_glyphs,            ///< 32 bytes for each of `charcount`, twice that where `width` is above 8
    volume_paths,           ///< `elem_cnt` strings at offsets that stand there
    volume_places,          ///< as many of `layout` as have room in `elem_cnt` words
    volume_items,           ///< `nr_items` of `layout`, each with as many bytes behind it as its `len` says
    feature_sets,           ///< three of `layout`: which there are, which may be set, which cleared
    volume_errors,          ///< [[BTRFS_DEV_STAT_WRITE_ERRS]=0]: `nr_items`, of those that `value_set` has
    list_if_verbose,        ///< as many of `layout` as the sibling says, [...] in brief
    short_id,               ///< a user or group of 16 bits, -1 where all of them are set
    signal_handler,         ///< SIG_IGN, 0x8048000
    signal_word,            ///< [INT]: the first 32 signals, as a number
    previous_signal_word,   ///< the same, as a result
    wide_descriptor,        ///< a descriptor in 64 bits; what is none, as -1, is a number without a sign
    mount_id,               ///< an int or, with AT_HANDLE_MNT_ID_UNIQUE, 64 bits; an address where the handle before it cannot be read
    union_word,             ///< [0x1], or where `layout` is there and the call succeeded, that
    futex_waiters,          ///< an array of which no more is shown than the kernel takes
};

}  // namespace troupe
