#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/sets.hpp"

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

    /// The name follows the last field without a gap.
    [[nodiscard]] std::size_t name_offset() const { return fields_.fields.back().offset + std::size_t{fields_.fields.back().bytes}; }

 private:
    const AbiLayout& fields_;
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
};

void append_name(std::string& out, std::span<const std::byte> bytes) {
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    out += ", d_name=";
    append_quoted(out, std::string_view(text, strnlen(text, bytes.size())));
}

void print_record(Printer& printer, const AbiLayout& fields, std::span<const std::byte> record, std::size_t name_offset) {
    const StructureBytes values(fields, record);
    printer.out += '{';
    for (const std::string_view name : {"d_ino", "d_off", "d_reclen"}) {
        printer.out += name == "d_ino" ? "" : ", ";
        print_field(printer, *fields.find(name), values);
    }
    if (const PlacedField* type = fields.find("d_type")) {
        printer.out += ", ";
        print_field(printer, *type, values);
        append_name(printer.out, record.subspan(name_offset));
    } else {
        // The old records keep the type in their last byte.
        append_name(printer.out, record.subspan(name_offset).first(record.size() - name_offset - 1));
        printer.out += ", d_type=";
        append_value(printer.out, directory_entry_types, static_cast<std::uint64_t>(record.back()));
    }
    printer.out += '}';
}

void append_count(std::string& out, Records records) {
    std::uint64_t entries = 0;
    while (!records.next().empty()) {
        ++entries;
    }
    out += " /* ";
    append_unsigned(out, entries);
    out += entries == 1 ? " entry */" : " entries */";
}

}  // namespace

/// The result is the length of the records in bytes; abbreviated, how many they are is all that is shown of them.
void print_directory_entries(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(printer.abi());
    std::vector<std::byte> bytes(std::min<std::uint64_t>(static_cast<std::uint64_t>(printer.call.shown.result), most_bytes));
    bytes.resize(printer.memory().read(address, bytes));
    Records records(fields, bytes);
    if (printer.abbreviates()) {
        print_address(printer, address);
        append_count(printer.out, records);
        return;
    }
    printer.out += '[';
    for (std::span<const std::byte> record = records.next(); !record.empty(); record = records.next()) {
        if (printer.out.back() != '[') {
            printer.out += ", ";
        }
        print_record(printer, fields, record, records.name_offset());
    }
    printer.out += ']';
}

}  // namespace troupe
