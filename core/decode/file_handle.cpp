#include <algorithm>
#include <array>

#include "core/decode/array.hpp"
#include "core/decode/own.hpp"
#include "core/decode/text.hpp"

/// Handles of files (linux/fs.h, struct file_handle): as many bytes as the handle itself says.
namespace troupe {

namespace {

constexpr std::uint64_t overflow = 75;  // EOVERFLOW: the kernel tells how many bytes it needs

struct Handle {
    std::uint32_t bytes = 0;
    std::int32_t type = 0;
};

/// 128 => 8, where the kernel has changed it.
void write_size(Decoder& decoder, const Handle& handle) {
    decoder.out.field("handle_bytes");
    if (!decoder.length_before) {
        decoder.unsigned_number(handle.bytes);
        return;
    }
    const bool is_told = decoder.call.shown.error == 0 || decoder.call.shown.error == overflow;
    if (!is_told || *decoder.length_before == handle.bytes) {
        decoder.unsigned_number(*decoder.length_before);
        return;
    }
    decoder.out.open(Shape::change);
    decoder.unsigned_number(*decoder.length_before);
    decoder.out.becomes();
    decoder.unsigned_number(handle.bytes);
    decoder.out.close();
}

void write_identifier(Decoder& decoder, std::uint64_t address, std::uint64_t bytes) {
    constexpr std::size_t most = 128;  // MAX_HANDLE_SZ
    std::array<std::byte, most> memory;
    const std::span<std::byte> shown = std::span(memory).first(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, most)));
    decoder.out.field("f_handle");
    if (decoder.memory().read(address, shown) != shown.size()) {
        decoder.out.address(address, Why::unreadable_part);
        return;
    }
    decoder.out.bytes(as_text(shown), BytesForm::hex, bytes > most);
}

}  // namespace

void write_file_handle(Decoder& decoder, std::uint64_t address) {
    Handle handle;
    const bool is_answer = decoder.length_before.has_value();
    if (address == 0 || !decoder.looks_behind()) {
        write_unread(decoder, address);
        return;
    }
    if (!decoder.memory().read_object(address, handle)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::structure);
    write_size(decoder, handle);
    if (!is_answer || decoder.call.shown.error == 0) {
        decoder.out.field("handle_type");
        decoder.signed_number(handle.type);
        write_identifier(decoder, address + sizeof(handle), handle.bytes);
    }
    decoder.out.close();
}

bool read_handle_size(Decoder& decoder, std::uint64_t address, std::uint32_t& bytes) {
    Handle handle;
    if (address == 0 || !decoder.looks_behind() || !decoder.memory().read_object(address, handle)) {
        return false;
    }
    bytes = handle.bytes;
    return true;
}

void write_mount_id(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::uint64_t unique = 1;  // AT_HANDLE_MNT_ID_UNIQUE (linux/fcntl.h)
    constexpr std::size_t handle = 2, flags = 4;
    static constexpr Kind mount = kind::signed_int, unique_mount = kind::unsigned_64;
    Handle before;
    if (!decoder.memory().read_object(decoder.argument(handle), before)) {
        write_unread(decoder, address);
        return;
    }
    write_pointed(decoder, (decoder.argument(flags) & unique) != 0 ? unique_mount : mount, address);
}

}  // namespace troupe
