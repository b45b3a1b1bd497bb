#include "core/tables/flags/device_mapper.hpp"

#include <linux/dm-ioctl.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "core/decode/constants.hpp"
#include "core/decode/ioctl_request.hpp"
#include "core/decode/own.hpp"
#include "core/decode/text.hpp"

/// Requests to the device mapper (linux/dm-ioctl.h): a header, and behind it what the request says.
namespace troupe {

namespace {

struct Request {
    unsigned number = 0;
    dm_ioctl header{};
    std::uint64_t address = 0;

    [[nodiscard]] bool is(std::initializer_list<unsigned> numbers) const { return std::ranges::find(numbers, number) != numbers.end(); }
    /// Whether so many bytes at this place are within what the request has.
    [[nodiscard]] bool holds(std::uint64_t offset, std::uint64_t size) const {
        return offset <= header.data_size && size <= header.data_size - offset;
    }
};

bool has_data(const Request& request) {
    return request.is({DM_LIST_DEVICES_CMD, DM_DEV_RENAME_CMD, DM_TABLE_LOAD_CMD, DM_TABLE_DEPS_CMD, DM_TABLE_STATUS_CMD, DM_DEV_WAIT_CMD,
                       DM_LIST_VERSIONS_CMD, DM_TARGET_MSG_CMD, DM_DEV_SET_GEOMETRY_CMD});
}

bool names_device(const Request& request) { return !request.is({DM_REMOVE_ALL_CMD, DM_LIST_DEVICES_CMD, DM_LIST_VERSIONS_CMD}); }

bool tells_state(const Request& request) {
    return !request.is({DM_VERSION_CMD, DM_REMOVE_ALL_CMD, DM_LIST_DEVICES_CMD, DM_DEV_REMOVE_CMD, DM_LIST_VERSIONS_CMD,
                        DM_DEV_SET_GEOMETRY_CMD, DM_DEV_ARM_POLL_CMD});
}

bool takes_event(const Request& request) {
    const bool resumes = request.number == DM_DEV_SUSPEND_CMD && (request.header.flags & DM_SUSPEND_FLAG) == 0;
    return resumes || request.is({DM_DEV_REMOVE_CMD, DM_DEV_RENAME_CMD, DM_DEV_WAIT_CMD});
}

void write_number(Decoder& decoder, std::string_view name, std::uint64_t value) {
    decoder.out.field(name);
    decoder.unsigned_number(value);
}

void write_name(Decoder& decoder, std::string_view name, std::string_view room) {
    const std::size_t end = room.find('\0');
    decoder.out.field(name);
    decoder.out.bytes(room.substr(0, end == std::string_view::npos ? room.size() - 1 : end), BytesForm::text,
                      end == std::string_view::npos);
}

/// A string that ends with the data at the latest.
void write_rest(Decoder& decoder, const Request& request, std::string_view name, std::uint64_t offset) {
    const std::uint64_t room = request.header.data_size - std::min<std::uint64_t>(offset, request.header.data_size);
    decoder.out.field(name);
    if (room == 0) {
        decoder.out.bytes({}, BytesForm::text, false);
        return;
    }
    write_string(decoder, request.address + offset, std::min<std::size_t>(room, decoder.string_limit()));
}

void write_misplaced(Decoder& decoder, std::string_view what) {
    decoder.out.element();
    write_missing(decoder.out);
    decoder.out.comment(std::string("misplaced ") + std::string(what));
}

void write_header(Decoder& decoder, const Request& request) {
    const dm_ioctl& header = request.header;
    decoder.out.field("data_size");
    decoder.unsigned_number(header.data_size);
    if (has_data(request)) {
        write_number(decoder, "data_start", header.data_start);
    }
    if (names_device(request)) {
        if (header.dev != 0) {
            decoder.out.field("dev");
            write_device(decoder.out, header.dev);
        }
        if (header.name[0] != '\0') {
            write_name(decoder, "name", {header.name, sizeof(header.name)});
        }
        if (header.uuid[0] != '\0') {
            write_name(decoder, "uuid", {header.uuid, sizeof(header.uuid)});
        }
    }
    if (decoder.at_exit && tells_state(request)) {
        write_number(decoder, "target_count", header.target_count);
        write_number(decoder, "open_count", static_cast<std::uint32_t>(header.open_count));
        write_number(decoder, "event_nr", header.event_nr);
    } else if (!decoder.at_exit && request.number == DM_TABLE_LOAD_CMD) {
        write_number(decoder, "target_count", header.target_count);
    } else if (!decoder.at_exit && takes_event(request)) {
        write_number(decoder, "event_nr", header.event_nr);
    }
    decoder.out.field("flags");
    decoder.out.flags(device_mapper_flags, header.flags);
}

void write_targets(Decoder& decoder, const Request& request) {
    std::uint64_t offset = request.header.data_start;
    for (std::uint32_t i = 0; i < request.header.target_count; ++i) {
        dm_target_spec target{};
        if (!request.holds(offset, sizeof(target)) || !decoder.memory().read_object(request.address + offset, target)) {
            write_misplaced(decoder, "struct dm_target_spec");
            return;
        }
        decoder.out.element();
        decoder.out.open(Shape::structure);
        write_number(decoder, "sector_start", target.sector_start);
        write_number(decoder, "length", target.length);
        if (decoder.at_exit) {
            decoder.out.field("status");
            decoder.signed_number(target.status);
        }
        write_name(decoder, "target_type", {target.target_type, sizeof(target.target_type)});
        write_rest(decoder, request, "string", offset + sizeof(target));
        decoder.out.close();
        // What the kernel writes counts from the first one, what it reads from the one before. Each has to be behind the one before.
        const std::uint64_t next = (decoder.at_exit ? request.header.data_start : offset) + target.next;
        if (i + 1 < request.header.target_count && next < offset + sizeof(target)) {
            write_misplaced(decoder, "struct dm_target_spec");
            return;
        }
        offset = next;
    }
}

void write_dependencies(Decoder& decoder, const Request& request) {
    const std::uint64_t start = request.header.data_start;
    dm_target_deps list{};
    if (start == request.header.data_size) {
        return;
    }
    if (!request.holds(start, offsetof(dm_target_deps, dev)) || !decoder.memory().read_object(request.address + start, list) ||
        !request.holds(start + offsetof(dm_target_deps, dev), list.count * sizeof(std::uint64_t))) {
        write_misplaced(decoder, "struct dm_target_deps");
        return;
    }
    decoder.out.element();
    decoder.out.open(Shape::structure);
    write_number(decoder, "count", list.count);
    decoder.out.field("deps");
    decoder.out.open(Shape::array);
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(list.count, Decoder::whole_array_limit); ++i) {
        std::uint64_t device = 0;
        if (!decoder.memory().read_object(request.address + start + offsetof(dm_target_deps, dev) + i * sizeof(device), device)) {
            break;
        }
        decoder.out.element();
        write_device(decoder.out, device);
    }
    decoder.out.close();
    decoder.out.close();
}

/// A chain of devices or of versions; the last has no next.
template <typename Entry, typename Write>
void write_chain(Decoder& decoder, const Request& request, std::string_view what, std::size_t size, Write&& write) {
    std::uint64_t offset = request.header.data_start;
    if (offset == request.header.data_size) {
        return;
    }
    for (;;) {
        Entry entry{};
        const std::span<std::byte> bytes = std::as_writable_bytes(std::span(&entry, 1)).first(size);
        if (!request.holds(offset, size) || decoder.memory().read(request.address + offset, bytes) != size) {
            write_misplaced(decoder, what);
            return;
        }
        decoder.out.element();
        decoder.out.open(Shape::structure);
        write(entry, offset + size);
        decoder.out.close();
        if (entry.next == 0) {
            return;
        }
        if (entry.next <= size) {
            write_misplaced(decoder, what);
            return;
        }
        offset += entry.next;
    }
}

void write_devices(Decoder& decoder, const Request& request) {
    write_chain<dm_name_list>(decoder, request, "struct dm_name_list", offsetof(dm_name_list, name),
                              [&](const dm_name_list& entry, std::uint64_t name) {
                                  decoder.out.field("dev");
                                  write_device(decoder.out, entry.dev);
                                  write_rest(decoder, request, "name", name);
                              });
}

void write_versions(Decoder& decoder, const Request& request) {
    write_chain<dm_target_versions>(decoder, request, "struct dm_target_versions", offsetof(dm_target_versions, name),
                                    [&](const dm_target_versions& entry, std::uint64_t name) {
                                        write_rest(decoder, request, "name", name);
                                        decoder.out.field("version");
                                        decoder.out.open(Shape::array);
                                        for (const std::uint32_t part : entry.version) {
                                            decoder.out.element();
                                            decoder.unsigned_number(part);
                                        }
                                        decoder.out.close();
                                    });
}

void write_message(Decoder& decoder, const Request& request) {
    const std::uint64_t start = request.header.data_start;
    std::uint64_t sector = 0;
    if (start == request.header.data_size) {
        return;
    }
    if (!request.holds(start, sizeof(sector)) || !decoder.memory().read_object(request.address + start, sector)) {
        write_misplaced(decoder, "struct dm_target_msg");
        return;
    }
    decoder.out.element();
    decoder.out.open(Shape::structure);
    write_number(decoder, "sector", sector);
    write_rest(decoder, request, "message", start + sizeof(sector));
    decoder.out.close();
}

void write_text(Decoder& decoder, const Request& request) {
    if (request.header.data_start > request.header.data_size) {
        write_misplaced(decoder, "string");
        return;
    }
    decoder.out.element();
    decoder.out.open(Shape::structure);
    write_rest(decoder, request, "string", request.header.data_start);
    decoder.out.close();
}

struct DataRow {
    unsigned number;
    bool at_exit;
    void (*write)(Decoder&, const Request&);
};
constexpr DataRow data_rows[] = {
    {DM_TABLE_LOAD_CMD, false, write_targets},     {DM_TABLE_STATUS_CMD, true, write_targets}, {DM_DEV_WAIT_CMD, true, write_targets},
    {DM_TABLE_DEPS_CMD, true, write_dependencies}, {DM_LIST_DEVICES_CMD, true, write_devices}, {DM_LIST_VERSIONS_CMD, true, write_versions},
    {DM_TARGET_MSG_CMD, false, write_message},     {DM_DEV_RENAME_CMD, false, write_text},     {DM_DEV_SET_GEOMETRY_CMD, false, write_text},
};

/// Whether there is something behind the header that a brief look leaves out.
bool is_there(const Request& request) {
    if (request.is({DM_TABLE_LOAD_CMD, DM_TABLE_STATUS_CMD, DM_DEV_WAIT_CMD})) {
        return request.header.target_count != 0;
    }
    return request.is({DM_DEV_RENAME_CMD, DM_DEV_SET_GEOMETRY_CMD}) || request.header.data_start != request.header.data_size;
}

void write_request(Decoder& decoder, const Request& request) {
    constexpr std::uint32_t known_version = 4;
    const dm_ioctl& header = request.header;
    decoder.out.open(Shape::array);
    decoder.out.element();
    decoder.out.open(Shape::structure);
    decoder.out.field("version");
    decoder.out.open(Shape::array);
    for (const std::uint32_t part : header.version) {
        decoder.out.element();
        decoder.unsigned_number(part);
    }
    decoder.out.close();
    if (header.version[0] != known_version) {
        decoder.out.comment("unsupported device mapper ABI version");
        decoder.out.close();
        decoder.out.close();
        return;
    }
    write_header(decoder, request);
    decoder.out.close();
    const auto* row =
        std::ranges::find_if(data_rows, [&](const DataRow& one) { return one.number == request.number && one.at_exit == decoder.at_exit; });
    if (row == std::end(data_rows) || !is_there(request)) {
        decoder.out.close();
        return;
    }
    if (decoder.abbreviates()) {
        decoder.out.close(End::cut);
        return;
    }
    row->write(decoder, request);
    decoder.out.close();
}

bool read_request(Decoder& decoder, std::uint64_t address, Request& request) {
    const auto code = ioctl_request(decoder);
    request.number = _IOC_NR(code);
    request.address = address;
    return decoder.memory().read_object(address, request.header);
}

/// What is shorter than its header says nothing.
bool is_too_short(const Request& request) { return request.header.data_size < offsetof(dm_ioctl, data); }

}  // namespace

void write_device_mapper(Decoder& decoder, const Kind&, std::uint64_t address) {
    Request request;
    if (address == 0 || !read_request(decoder, address, request) || is_too_short(request)) {
        decoder.hex_number(address);
        return;
    }
    write_request(decoder, request);
}

bool answer_device_mapper(Decoder& decoder, const Kind&, std::uint64_t address) {
    Request request;
    if (address == 0 || decoder.failed() || !read_request(decoder, address, request) || is_too_short(request)) {
        return false;
    }
    write_request(decoder, request);
    return true;
}

}  // namespace troupe
