#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/values/files.hpp"

/// The records of getdents and getdents64 (man getdents, include/linux/dirent.h).
namespace troupe {

namespace {

/// How much of a directory is looked at, whatever the result says.
constexpr std::uint64_t most_bytes = 1u << 20;

/// What stands at a place among the records.
enum class Place : std::uint8_t {
    end,
    record,
    leftover,    ///< too short for another record
    unreadable,  ///< there should be one
};

/// A record: `size` bytes of it lie in what the tracee was given, whatever it says itself.
struct Record {
    std::uint64_t address = 0;
    std::uint64_t size = 0;
    std::uint64_t said = 0;
    std::span<const std::byte> readable{};
};

/// The records that the tracee was given. They lie one behind the other, each as long as it says; what is behind one that is shorter than
/// its own fields is not looked at.
class Records {
 public:
    /// `size`: of all records; `bytes`: those of them that can be read.
    Records(const AbiLayout& fields, std::uint64_t address, std::uint64_t size, std::span<const std::byte> bytes)
        : fields_(fields), address_(address), size_(size), bytes_(bytes) {}

    [[nodiscard]] Place next() {
        const std::uint64_t left = size_ - at_;
        if (left == 0 || is_broken_) {
            return Place::end;
        }
        if (left < header()) {
            return Place::leftover;
        }
        if (at_ > bytes_.size() || bytes_.size() - at_ < header()) {
            return Place::unreadable;
        }
        const std::span<const std::byte> rest = bytes_.subspan(static_cast<std::size_t>(at_));
        const std::uint64_t said = StructureBytes(fields_, rest).value("d_reclen");
        is_broken_ = said < header();
        const std::uint64_t size = is_broken_ ? header() : std::min(said, left);
        record_ = {address_ + at_, size, said, rest.first(static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size())))};
        at_ += size;
        return Place::record;
    }
    [[nodiscard]] const Record& record() const { return record_; }
    [[nodiscard]] std::uint64_t address() const { return address_ + at_; }
    [[nodiscard]] std::uint64_t left() const { return size_ - at_; }
    /// The name follows the last field without a gap.
    [[nodiscard]] std::uint64_t header() const { return fields_.fields.back().offset + std::uint64_t{fields_.fields.back().bytes}; }
    /// What is wrong with the length of the last record, if anything.
    [[nodiscard]] std::string fault() const {
        return record_.said < header()       ? fmt::format("{} bytes underflow", header() - record_.said)
               : record_.said > record_.size ? fmt::format("{} bytes overflow", record_.said - record_.size)
                                             : std::string();
    }

 private:
    const AbiLayout& fields_;
    std::uint64_t address_;
    std::uint64_t size_;
    std::span<const std::byte> bytes_;
    std::uint64_t at_ = 0;
    bool is_broken_ = false;
    Record record_{};
};

/// A name in `room` bytes from `offset` on: up to its NUL, or all but the last one where there is none. False: it cannot be read.
bool write_name(Decoder& decoder, const Record& record, std::uint64_t offset, std::uint64_t room) {
    constexpr std::uint64_t longest = 256;  // NAME_MAX and a NUL
    room = std::min(room, longest);
    const std::span<const std::byte> readable = record.readable.subspan(std::min<std::size_t>(offset, record.readable.size()));
    const std::string_view there = as_text(readable.first(static_cast<std::size_t>(std::min<std::uint64_t>(room, readable.size()))));
    const std::size_t end = there.find('\0');
    decoder.out.field("d_name");
    if (end == std::string_view::npos && there.size() < room) {
        write_unreadable(decoder, record.address + offset);
        return false;
    }
    const bool is_cut = end == std::string_view::npos;
    decoder.out.bytes(is_cut ? there.substr(0, there.size() - 1) : there.substr(0, end), BytesForm::path, is_cut);
    return true;
}

/// The old records keep the type in their last byte.
bool write_last_byte(Decoder& decoder, const Record& record) {
    decoder.out.field("d_type");
    if (record.readable.size() < record.size) {
        write_unreadable(decoder, record.address + record.size - 1);
        return false;
    }
    decoder.out.constant(directory_entry_types, static_cast<std::uint64_t>(record.readable.back()));
    return true;
}

/// False: a part of it cannot be read.
bool write_record(Decoder& decoder, const AbiLayout& fields, const Records& records) {
    const Record& record = records.record();
    const StructureBytes values(fields, record.readable);
    decoder.out.open(Shape::structure);
    for (const std::string_view name : {"d_ino", "d_off", "d_reclen"}) {
        write_field_named(decoder, name, values);
    }
    if (const std::string fault = records.fault(); !fault.empty()) {
        decoder.out.comment(fault);
    }
    const std::uint64_t rest = record.size - records.header();
    bool is_whole = true;
    if (fields.find("d_type") != nullptr) {
        write_field_named(decoder, "d_type", values);
        is_whole = rest == 0 || write_name(decoder, record, records.header(), rest);
    } else if (rest != 0) {
        is_whole = rest == 1 || write_name(decoder, record, records.header(), rest - 1);
        is_whole = write_last_byte(decoder, record) && is_whole;
    }
    decoder.out.close();
    return is_whole;
}

void write_records(Decoder& decoder, const AbiLayout& fields, Records records) {
    decoder.out.open(Shape::array);
    for (;;) {
        switch (records.next()) {
            case Place::end:
                decoder.out.close();
                return;
            case Place::record:
                decoder.out.element();
                if (!write_record(decoder, fields, records)) {
                    decoder.out.close(End::cut);
                    return;
                }
                break;
            case Place::leftover:
                decoder.out.element();
                write_bytes(decoder, records.address(), records.left(), BytesForm::hex);
                decoder.out.close();
                return;
            case Place::unreadable:
                decoder.out.close(End::unreadable, records.address());
                return;
        }
    }
}

/// How many there are, and behind which there may be more: /* 2+ entries */, and what is wrong with the last one.
void comment_count(Decoder& decoder, Records records) {
    std::uint64_t entries = 0;
    while (records.next() == Place::record) {
        ++entries;
    }
    if (const std::string fault = entries == 0 ? std::string() : records.fault(); !fault.empty()) {
        decoder.out.comment("d_reclen " + fault);
    }
    decoder.out.comment(fmt::format("{}{} entries", entries, records.left() != 0 ? "+" : ""));
}

}  // namespace

/// The result is the length of the records in bytes; abbreviated, how many they are is all that is shown of them.
void write_directory_entries(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    if (decoder.count_returned() > decoder.count_in_argument(2)) {  // no kernel says so
        write_unread(decoder, address);
        return;
    }
    const std::uint64_t size = decoder.count_returned();
    std::vector<std::byte> bytes(std::min<std::uint64_t>(size, most_bytes));
    bytes.resize(address == 0 ? 0 : decoder.memory().read(address, bytes));
    Records records(fields, address, size, bytes);
    if (decoder.abbreviates()) {
        write_unread(decoder, address);
        comment_count(decoder, records);
        return;
    }
    switch (Records(records).next()) {
        case Place::leftover:
            write_bytes(decoder, address, size, BytesForm::hex);
            return;
        case Place::unreadable:
            address == 0 ? write_unread(decoder, address) : write_unreadable(decoder, address);
            return;
        default:
            write_records(decoder, fields, records);
    }
}

}  // namespace troupe
