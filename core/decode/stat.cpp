#include <sys/stat.h>

#include <string_view>

#include "core/decode/structure.hpp"
#include "core/decode/times.hpp"
#include "core/tables/structs/files.hpp"

namespace troupe {

namespace {

/// st_atime=5 /* date */, st_atime_nsec=0
void write_time(Decoder& decoder, const StructureBytes& bytes, std::string_view seconds, std::string_view fraction) {
    write_field_named(decoder, seconds, bytes);
    comment_date(decoder, static_cast<std::int64_t>(bytes.value(seconds)), bytes.value(fraction), 9);
    write_field_named(decoder, fraction, bytes);
}

void write_size_or_device(Decoder& decoder, const StructureBytes& bytes) {
    const std::uint64_t type = bytes.value("st_mode") & S_IFMT;
    write_field_named(decoder, type == S_IFCHR || type == S_IFBLK ? "st_rdev" : "st_size", bytes);
}

void write_statx_time(Decoder& decoder, const StructureBytes& bytes, std::string_view name) {
    const PlacedField* placed = bytes.layout().find(name);
    if (placed == nullptr) {
        return;
    }
    write_field(decoder, *placed, bytes);
    const StructureBytes time(statx_timestamp_layout.on(decoder.abi()), bytes.field_bytes(*placed));
    comment_date(decoder, static_cast<std::int64_t>(time.value("tv_sec")), time.value("tv_nsec"), 9);
}

}  // namespace

void write_stat(Decoder& decoder, const StructureBytes& bytes) {
    decoder.out.open(Shape::structure);
    if (decoder.abbreviates()) {
        write_field_named(decoder, "st_mode", bytes);
        write_size_or_device(decoder, bytes);
        decoder.out.close(End::cut);
        return;
    }
    write_field_named(decoder, "st_dev", bytes);
    for (const std::string_view name : {"st_ino", "st_mode", "st_nlink", "st_uid", "st_gid", "st_blksize", "st_blocks"}) {
        write_field_named(decoder, name, bytes);
    }
    write_size_or_device(decoder, bytes);
    write_time(decoder, bytes, "st_atime", "st_atime_nsec");
    write_time(decoder, bytes, "st_mtime", "st_mtime_nsec");
    write_time(decoder, bytes, "st_ctime", "st_ctime_nsec");
    decoder.out.close();
}

void write_statx(Decoder& decoder, const StructureBytes& bytes) {
    constexpr std::uint64_t has_birth_time = 0x800, has_mount = 0x1000 | 0x4000, has_direct_io = 0x2000;
    const std::uint64_t mask = bytes.value("stx_mask");
    decoder.out.open(Shape::structure);
    write_field_named(decoder, "stx_mask", bytes);
    if (decoder.abbreviates()) {
        for (const std::string_view name : {"stx_attributes", "stx_mode", "stx_size"}) {
            write_field_named(decoder, name, bytes);
        }
        decoder.out.close(End::cut);
        return;
    }
    for (const std::string_view name : {"stx_blksize", "stx_attributes", "stx_nlink", "stx_uid", "stx_gid", "stx_mode", "stx_ino",
                                        "stx_size", "stx_blocks", "stx_attributes_mask"}) {
        write_field_named(decoder, name, bytes);
    }
    write_statx_time(decoder, bytes, "stx_atime");
    if ((mask & has_birth_time) != 0) {
        write_statx_time(decoder, bytes, "stx_btime");
    }
    write_statx_time(decoder, bytes, "stx_ctime");
    write_statx_time(decoder, bytes, "stx_mtime");
    for (const std::string_view name : {"stx_rdev_major", "stx_rdev_minor", "stx_dev_major", "stx_dev_minor"}) {
        write_field_named(decoder, name, bytes);
    }
    if ((mask & has_mount) != 0) {
        write_field_named(decoder, "stx_mnt_id", bytes);
    }
    if ((mask & has_direct_io) != 0) {
        write_field_named(decoder, "stx_dio_mem_align", bytes);
        write_field_named(decoder, "stx_dio_offset_align", bytes);
    }
    decoder.out.close();
}

}  // namespace troupe
