#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "core/decode/structure.hpp"
#include "core/decode/times.hpp"
#include "core/tables/layouts.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

void print_named(Printer& printer, const StructureBytes& bytes, std::string_view name, bool first = false) {
    const PlacedField* placed = bytes.layout().find(name);
    if (placed == nullptr) {
        return;
    }
    if (!first) {
        printer.out += ", ";
    }
    print_field(printer, *placed, bytes);
}

/// st_atime=5 /* date */, st_atime_nsec=0
void print_time(Printer& printer, const StructureBytes& bytes, std::string_view seconds, std::string_view fraction) {
    print_named(printer, bytes, seconds);
    append_date_comment(printer.out, static_cast<std::int64_t>(bytes.value(seconds)), bytes.value(fraction), 9);
    print_named(printer, bytes, fraction);
}

void print_size_or_device(Printer& printer, const StructureBytes& bytes) {
    const std::uint64_t type = bytes.value("st_mode") & S_IFMT;
    print_named(printer, bytes, type == S_IFCHR || type == S_IFBLK ? "st_rdev" : "st_size");
}

void print_statx_time(Printer& printer, const StructureBytes& bytes, std::string_view name) {
    const PlacedField* placed = bytes.layout().find(name);
    if (placed == nullptr) {
        return;
    }
    printer.out += ", ";
    print_field(printer, *placed, bytes);
    const StructureBytes time(statx_timestamp_layout.on(printer.abi()), bytes.field_bytes(*placed));
    append_date_comment(printer.out, static_cast<std::int64_t>(time.value("tv_sec")), time.value("tv_nsec"), 9);
}

}  // namespace

void print_stat(Printer& printer, const StructureBytes& bytes) {
    printer.out += '{';
    if (printer.abbreviates()) {
        print_named(printer, bytes, "st_mode", true);
        print_size_or_device(printer, bytes);
        printer.out += ", ...}";
        return;
    }
    print_named(printer, bytes, "st_dev", true);
    for (const std::string_view name : {"st_ino", "st_mode", "st_nlink", "st_uid", "st_gid", "st_blksize", "st_blocks"}) {
        print_named(printer, bytes, name);
    }
    print_size_or_device(printer, bytes);
    print_time(printer, bytes, "st_atime", "st_atime_nsec");
    print_time(printer, bytes, "st_mtime", "st_mtime_nsec");
    print_time(printer, bytes, "st_ctime", "st_ctime_nsec");
    printer.out += '}';
}

void print_statx(Printer& printer, const StructureBytes& bytes) {
    constexpr std::uint64_t has_birth_time = 0x800, has_mount = 0x1000 | 0x4000, has_direct_io = 0x2000;
    const std::uint64_t mask = bytes.value("stx_mask");
    printer.out += '{';
    print_named(printer, bytes, "stx_mask", true);
    if (printer.abbreviates()) {
        for (const std::string_view name : {"stx_attributes", "stx_mode", "stx_size"}) {
            print_named(printer, bytes, name);
        }
        printer.out += ", ...}";
        return;
    }
    for (const std::string_view name : {"stx_blksize", "stx_attributes", "stx_nlink", "stx_uid", "stx_gid", "stx_mode", "stx_ino",
                                        "stx_size", "stx_blocks", "stx_attributes_mask"}) {
        print_named(printer, bytes, name);
    }
    print_statx_time(printer, bytes, "stx_atime");
    if ((mask & has_birth_time) != 0) {
        print_statx_time(printer, bytes, "stx_btime");
    }
    print_statx_time(printer, bytes, "stx_ctime");
    print_statx_time(printer, bytes, "stx_mtime");
    for (const std::string_view name : {"stx_rdev_major", "stx_rdev_minor", "stx_dev_major", "stx_dev_minor"}) {
        print_named(printer, bytes, name);
    }
    if ((mask & has_mount) != 0) {
        print_named(printer, bytes, "stx_mnt_id");
    }
    if ((mask & has_direct_io) != 0) {
        print_named(printer, bytes, "stx_dio_mem_align");
        print_named(printer, bytes, "stx_dio_offset_align");
    }
    printer.out += '}';
}

}  // namespace troupe
