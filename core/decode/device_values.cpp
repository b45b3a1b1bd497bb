#include <asm/ioctl.h>

#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/ioctl_request.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// What requests of ioctl to devices take that no row can say: touch screens, clocks, notices of seccomp, drives.
namespace troupe {

namespace {

bool is_all_zero(Decoder& decoder, std::uint64_t address, std::size_t size) {
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(size);
    return decoder.memory().read(address, bytes) == size && std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
}

bool can_read(Decoder& decoder, std::uint64_t address, std::size_t size) {
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(size);
    return address != 0 && decoder.looks_behind() && decoder.memory().read(address, bytes) == size;
}

void write_list_of(Decoder& decoder, const StructLayout& layout, std::uint64_t address, std::uint64_t count) {
    const Kind element = kind::structure(layout);
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_counted_list(
        decoder, address, count, layout.on(decoder.abi()).size,
        [&](std::uint64_t where) { return read_element(decoder, element, where, memory, bytes); },
        [&] { write_element(decoder, element, bytes); });
}

void write_transfer(Decoder& decoder, std::uint64_t address, std::uint64_t vectors, std::uint64_t bytes) {
    if (vectors == 0) {
        write_bytes(decoder, address, bytes, BytesForm::hex);
        return;
    }
    write_iovec(decoder, address, vectors, VectorText{.bytes = bytes});
}

/// How much came, of what was asked for.
std::uint64_t received(std::uint64_t wanted, std::uint64_t missing) {
    const auto left = static_cast<std::int32_t>(missing);
    return left > 0 && static_cast<std::uint64_t>(left) <= wanted ? wanted - static_cast<std::uint64_t>(left) : wanted;
}

}  // namespace

/// linux/perf_event.h, perf_event_query_bpf: the kernel writes all but the first field, which says how many there is room for.
void write_program_list(Decoder& decoder, const Kind&, std::uint64_t address) {
    std::uint32_t room = 0, count = 0;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!decoder.memory().read_object(address, room)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("ids_len");
    decoder.unsigned_number(room);
    if (decoder.failed() || !decoder.memory().read_object(address + sizeof(room), count)) {
        decoder.out.close(End::cut);
        return;
    }
    decoder.out.field("prog_cnt");
    decoder.unsigned_number(count);
    decoder.out.field("ids");
    static constexpr Kind id = kind::unsigned_int;
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_counted_list(
        decoder, address + 2 * sizeof(count), count, sizeof(count),
        [&](std::uint64_t where) { return read_element(decoder, id, where, memory, bytes); }, [&] { write_element(decoder, id, bytes); });
    decoder.out.close();
}

/// linux/videodev2.h, v4l2_ext_controls
void write_set_controls(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    write_structure(decoder, kind::structure(*kind.layout), address);
}

bool answer_set_controls(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (address == 0 || !decoder.looks_behind() || decoder.memory().read(address, bytes) != bytes.size()) {
        return false;
    }
    const StructureBytes header(fields, bytes);
    const PlacedField& controls = *fields.find("controls");
    const std::uint64_t list = header.value(controls);
    constexpr std::uint64_t most_controls = 1024;  // V4L2_CID_MAX_CTRLS
    const std::uint64_t shown = std::min({header.value("count"), decoder.element_limit(), most_controls});
    if (shown == 0 ||
        !can_read(decoder, list, static_cast<std::size_t>(shown * element_size(*controls.field->kind.element, decoder.abi())))) {
        return false;
    }
    Decoder despite_error = decoder;
    despite_error.looks_after_failure = true;
    decoder.out.open(Shape::structure);
    write_field(despite_error, controls, header);
    if (decoder.failed()) {
        write_field_named(decoder, "error_idx", header);
    }
    decoder.out.close();
    return true;
}

/// linux/fs.h, file_dedupe_range
void write_pairs_in_brief(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t brief = 2;
    const Kind element = kind::structure(*kind.layout);
    const std::uint64_t limit = decoder.abbreviates() ? std::min<std::uint64_t>(brief, decoder.string_limit()) : Decoder::whole_array_limit;
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_limited_list(
        decoder, address, decoder.structure->value("dest_count"), limit, kind.layout->on(decoder.abi()).size,
        [&](std::uint64_t where) { return read_element(decoder, element, where, memory, bytes); },
        [&] { write_element(decoder, element, bytes); });
}

void write_list_if_verbose(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const std::uint64_t count = length_of(decoder, kind.length);
    if (count == 0 || !decoder.abbreviates()) {
        write_list_of(decoder, *kind.layout, address, count);
        return;
    }
    decoder.out.open(Shape::array);
    decoder.out.close(End::cut);
}

void write_sized_by_request(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const std::uint32_t size = _IOC_SIZE(ioctl_request(decoder));
    write_structure(decoder, kind::sized_structure(*kind.layout, length::fixed(static_cast<std::uint16_t>(size))), address);
}

void write_touch_slots(Decoder& decoder, const Kind&, std::uint64_t address) {
    const std::uint64_t size = _IOC_SIZE(ioctl_request(decoder));
    const std::uint64_t count = size / sizeof(std::int32_t);
    static constexpr Kind value = kind::signed_int;
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_counted_list(
        decoder, address, count == 0 ? 0 : count - 1, sizeof(std::int32_t),
        [&](std::uint64_t where) { return read_element(decoder, value, where, memory, bytes); },
        [&] { write_element(decoder, value, bytes); });
}

/// linux/ptp_clock.h, ptp_perout_request
void write_clock_period(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t flags_offset = 36;
    constexpr std::uint32_t duty_cycle = 2;  // PTP_PEROUT_DUTY_CYCLE
    std::uint32_t flags = 0;
    const bool has_duty_cycle = decoder.memory().read_object(address + flags_offset, flags) && (flags & duty_cycle) != 0;
    write_value(decoder, has_duty_cycle ? *kind.element : kind::structure(*kind.layout), address);
}

void write_clock_samples(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t most_samples = 25;  // PTP_MAX_SAMPLES
    write_list_of(decoder, *kind.layout, address, 2 * std::min(decoder.structure->value("n_samples"), most_samples) + 1);
}

void write_address_after_failure(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    write_structure(decoder, kind::structure(*kind.layout), address);
}

bool answer_address_after_failure(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (!can_read(decoder, address, kind.layout->on(decoder.abi()).size)) {
        return false;
    }
    if (decoder.failed()) {
        write_unread(decoder, address);
        return true;
    }
    return write_answers(decoder, kind::structure(*kind.layout), address);
}

/// The kernel wants it to be all 0, which is not worth showing; what else it was is what it is after a failure, or where no call was made.
void write_notice(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const std::size_t size = kind.layout->on(decoder.abi()).size;
    const Kind notice = kind::structure(*kind.layout);
    const bool is_unchanged = decoder.failed() || decoder.call.injected;
    if (!can_read(decoder, address, size) || (decoder.failed() && is_all_zero(decoder, address, size))) {
        write_unread(decoder, address);
        return;
    }
    if (!is_unchanged || is_all_zero(decoder, address, size)) {
        write_structure(decoder, notice, address);
        return;
    }
    decoder.out.open(Shape::change);
    write_structure(decoder, notice, address);
    decoder.out.becomes();
    decoder.failed() ? write_unread(decoder, address) : write_structure(decoder, notice, address);
    decoder.out.close();
}

void write_drive_command(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    write_structure(decoder, kind::structure(*kind.layout), address);
}

/// The registers of the drive are there after an error of the drive, too.
bool answer_drive_command(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t drive_error = 5;  // EIO
    if ((decoder.failed() && decoder.call.shown.error != drive_error) || !can_read(decoder, address, kind.layout->on(decoder.abi()).size)) {
        return false;
    }
    Decoder despite_error = decoder;
    despite_error.looks_after_failure = true;
    write_structure(despite_error, kind::structure(*kind.layout->answer), address);
    return true;
}

void write_drive_sectors(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t sector = 512;
    write_bytes(decoder, address, decoder.structure->value("sector_count") * sector, BytesForm::hex);
}

/// scsi/sg.h, sg_io_hdr
void write_scsi_data(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t to_device = 0xfffffffe;  // SG_DXFER_TO_DEV
    const StructureBytes& header = *decoder.structure;
    const std::uint64_t wanted = header.value("dxfer_len");
    const bool is_sent = header.value("dxfer_direction") == to_device;
    write_transfer(decoder, address, header.value("iovec_count"), is_sent ? wanted : received(wanted, header.value("resid")));
}

/// linux/bsg.h, sg_io_v4
void write_scsi_sent(Decoder& decoder, const Kind&, std::uint64_t address) {
    const StructureBytes& header = *decoder.structure;
    write_transfer(decoder, address, header.value("dout_iovec_count"), header.value("dout_xfer_len"));
}

void write_scsi_received(Decoder& decoder, const Kind&, std::uint64_t address) {
    const StructureBytes& header = *decoder.structure;
    write_transfer(decoder, address, header.value("din_iovec_count"), received(header.value("din_xfer_len"), header.value("din_resid")));
}

}  // namespace troupe
