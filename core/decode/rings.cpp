#include <linux/io_uring.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/decode/constants.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/io_uring.hpp"
#include "core/tables/values/io_uring.hpp"

/// What io_uring_register(2) takes that no row can say (linux/io_uring.h).
namespace troupe {

namespace {

std::uint64_t registered_count(const Decoder& decoder) { return decoder.count_in_argument(3); }

/// A probe: what stands before its operations, and they.
struct Probe {
    std::vector<std::byte> bytes;
    std::uint64_t count = 0;  ///< operations that there is room for

    [[nodiscard]] bool is_zero() const {
        return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
    }
};

/// False, with nothing written, where it has too many operations or cannot be read.
bool read_probe(Decoder& decoder, const AbiLayout& header, std::uint64_t address, Probe& probe) {
    constexpr std::uint64_t most = 256;  // the number of an operation is a byte
    probe.count = registered_count(decoder);
    if (probe.count > most) {
        return false;
    }
    const AbiLayout& operation = ring_probe_operation_layout.on(decoder.abi());
    probe.bytes.resize(header.size + static_cast<std::size_t>(probe.count) * operation.size);
    return decoder.memory().read(address, probe.bytes) == probe.bytes.size();
}

/// `count` operations, of which the kernel knows more than there was room for.
void write_operations(Decoder& decoder, std::span<const std::byte> operations, std::uint64_t count, bool has_more) {
    const AbiLayout& fields = ring_probe_operation_layout.on(decoder.abi());
    write_numbered_list(decoder, has_more ? count + 1 : count, std::min(count, decoder.element_limit()), [&](std::uint64_t i) {
        write_structure_value(decoder, ring_probe_operation_layout,
                              StructureBytes(fields, operations.subspan(i * fields.size, fields.size)));
    });
}

void write_probe(Decoder& decoder, const StructLayout& layout, const Probe& probe) {
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::span<const std::byte> all = probe.bytes;
    const StructureBytes header(fields, all.first(fields.size));
    const std::uint64_t known = decoder.at_exit ? header.value("ops_len") : probe.count;
    const End end = write_open_structure(decoder, layout, header);
    decoder.out.field("ops");
    write_operations(decoder, all.subspan(fields.size), std::min(known, probe.count), known > probe.count);
    decoder.out.close(end);
}

/// [IO_WQ_BOUND]=
std::string limit_name(const Decoder& decoder, std::uint64_t number) {
    return constant_text(ring_workers, number, std::to_string(number), decoder.call.style.form.constants);
}

}  // namespace

void write_ring_file(Decoder& decoder, const Kind&, std::uint64_t file) {
    constexpr int skipped = -2;  // IORING_REGISTER_FILES_SKIP
    const auto number = static_cast<std::int32_t>(file);
    if (number == skipped) {
        decoder.out.symbol("IORING_REGISTER_FILES_SKIP", static_cast<std::uint64_t>(std::int64_t{skipped}), NumberForm::decimal);
        return;
    }
    decoder.out.descriptor(number);
}

void write_ring_operation(Decoder& decoder, const Kind& kind, std::uint64_t operation) {
    const std::string_view name = name_in(*kind.value_set, operation);
    if (!name.empty()) {
        decoder.out.symbol(name, operation, NumberForm::unsigned_decimal);
        return;
    }
    decoder.unsigned_number(operation);
    if (shows_names(decoder)) {
        decoder.out.comment(kind.value_set->unknown);
    }
}

void write_ring_probe(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    Probe probe;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (!read_probe(decoder, kind.layout->on(decoder.abi()), address, probe)) {
        write_unreadable(decoder, address);
        return;
    }
    if (decoder.at_exit || !probe.is_zero()) {
        write_probe(decoder, *kind.layout, probe);
    }
}

bool answer_ring_probe(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    Probe probe;
    if (address == 0 || decoder.failed() || !decoder.looks_behind() ||
        !read_probe(decoder, kind.layout->on(decoder.abi()), address, probe)) {
        return false;
    }
    write_probe(decoder, *kind.layout, probe);
    return true;
}

void write_worker_limits(Decoder& decoder, const Kind&, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    std::uint32_t workers = 0;
    std::uint64_t number = 0;
    write_counted_list(
        decoder, address, registered_count(decoder), sizeof(workers),
        [&](std::uint64_t where) { return decoder.memory().read_object(where, workers); },
        [&] {
            decoder.out.field(limit_name(decoder, number++));
            decoder.unsigned_number(workers);
        },
        Shape::indexed);
}

/// Where the call has failed, only that they stand there.
bool answer_worker_limits(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const std::uint64_t count = registered_count(decoder);
    std::uint32_t last = 0;
    if (address == 0 || count == 0 || !decoder.looks_behind() ||
        !decoder.memory().read_object(address + (count - 1) * sizeof(last), last)) {
        return false;
    }
    write_worker_limits(decoder, kind, address);
    return true;
}

}  // namespace troupe
