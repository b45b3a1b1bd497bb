#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/decode/list.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/values/files.hpp"

/// The records of getdents and getdents64 (man getdents, include/linux/dirent.h).
namespace troupe {

namespace {

/// How much of a directory is looked at, whatever the result says.
constexpr std::uint64_t most_bytes = 1u << 20;

/// The records that the tracee was given. They lie one behind the other, each as long as it says.
class Records {
 public:
    Records(const AbiLayout& fields, std::span<const std::byte> bytes) : fields_(fields), bytes_(bytes) {}

    /// The next record, or nothing at the end and where one cannot be right.
    [[nodiscard]] std::span<const std::byte> next() {
        const PlacedField& length = *fields_.find("d_reclen");
        const std::span<const std::byte> rest = bytes_.subspan(at_);
        if (rest.size() < name_offset()) {
            return {};
        }
        const std::uint64_t record = StructureBytes(fields_, rest).value(length);
        if (record <= name_offset() || record > rest.size()) {
            return {};
        }
        at_ += record;
        return rest.first(record);
    }

    /// Behind the last one there is something that is too short for another.
    [[nodiscard]] bool has_leftover() const { return at_ < bytes_.size() && bytes_.size() - at_ < name_offset(); }

    /// The name follows the last field without a gap.
    [[nodiscard]] std::size_t name_offset() const { return fields_.fields.back().offset + std::size_t{fields_.fields.back().bytes}; }

 private:
    const AbiLayout& fields_;
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
};

void write_name(Decoder& decoder, std::span<const std::byte> bytes) {
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    decoder.out.field("d_name");
    decoder.out.bytes(std::string_view(text, strnlen(text, bytes.size())), BytesForm::path, false);
}

void write_record(Decoder& decoder, const AbiLayout& fields, std::span<const std::byte> record, std::size_t name_offset) {
    const StructureBytes values(fields, record);
    decoder.out.open(Shape::structure);
    for (const std::string_view name : {"d_ino", "d_off", "d_reclen"}) {
        write_field_named(decoder, name, values);
    }
    if (fields.find("d_type") != nullptr) {
        write_field_named(decoder, "d_type", values);
        write_name(decoder, record.subspan(name_offset));
    } else {
        // The old records keep the type in their last byte.
        write_name(decoder, record.subspan(name_offset).first(record.size() - name_offset - 1));
        decoder.out.field("d_type");
        decoder.out.constant(directory_entry_types, static_cast<std::uint64_t>(record.back()));
    }
    decoder.out.close();
}

/// `unreadable`: there may be more.
std::string count_of(Records records, bool unreadable) {
    std::uint64_t entries = 0;
    while (!records.next().empty()) {
        ++entries;
    }
    return fmt::format("{}{} {}", entries, unreadable || records.has_leftover() ? "+" : "", entries == 1 ? "entry" : "entries");
}

}  // namespace

/// The result is the length of the records in bytes; abbreviated, how many they are is all that is shown of them.
void write_directory_entries(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    if (decoder.count_returned() > decoder.count_in_argument(2)) {  // no kernel says so
        write_unread(decoder, address);
        return;
    }
    std::vector<std::byte> bytes(std::min<std::uint64_t>(decoder.count_returned(), most_bytes));
    const std::size_t wanted = bytes.size();
    bytes.resize(decoder.memory().read(address, bytes));
    Records records(fields, bytes);
    if (decoder.abbreviates()) {
        write_unread(decoder, address);
        decoder.out.comment(count_of(records, bytes.empty() && wanted != 0));
        return;
    }
    if (address == 0 && wanted != 0) {
        write_unread(decoder, address);
        return;
    }
    std::span<const std::byte> record;
    const auto next = [&] {
        record = records.next();
        return record.empty() ? Next::end : Next::element;
    };
    write_read_list(decoder, next, [&] { write_record(decoder, fields, record, records.name_offset()); });
}

}  // namespace troupe
