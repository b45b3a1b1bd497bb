#include "core/decode/constants.hpp"

#include <sys/stat.h>

#include "core/decode/numbers.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

void append_unknown(std::string& out, std::uint64_t value, std::string_view prefix) {
    append_hex(out, value);
    if (!prefix.empty()) {
        out += " /* ";
        out += prefix;
        out += " */";
    }
}

/// Appends the names of the bits that have one; returns the bits that are left.
std::uint64_t append_known_bits(std::string& out, const FlagSet& set, std::uint64_t bits, std::size_t start) {
    for (const NamedConstant& row : set.rows) {
        if (row.value != 0 && (bits & row.value) == row.value) {
            if (out.size() != start) {
                out += '|';
            }
            out += row.name;
            bits &= ~row.value;
        }
        if (bits == 0) {
            break;
        }
    }
    return bits;
}

std::string_view name_of_zero(const FlagSet& set) {
    for (const NamedConstant& row : set.rows) {
        if (row.value == 0) {
            return row.name;
        }
    }
    return "0";
}

void append_flags_without_shift(std::string& out, const FlagSet& set, std::uint64_t bits, std::size_t start) {
    if (set.values != nullptr) {
        const std::string_view name = name_in(*set.values, bits & set.value_mask);
        if (!name.empty()) {
            out += name;
            bits &= ~set.value_mask;
        } else if ((bits & set.value_mask) != 0 && !set.values->unknown.empty()) {
            append_unknown(out, bits & set.value_mask, set.values->unknown);
            bits &= ~set.value_mask;
        }
        if (bits == 0 && out.size() != start) {
            return;
        }
    }
    if (bits == 0) {
        out += name_of_zero(set);
        return;
    }
    const std::uint64_t left = append_known_bits(out, set, bits, start);
    if (left == 0) {
        return;
    }
    if (out.size() == start) {
        append_unknown(out, left, set.unknown);
        return;
    }
    out += '|';
    append_hex(out, left);
}

/// The size of huge pages, as a power of two in the upper bits of a word of flags (linux/mman.h, linux/memfd.h).
struct HugePages {
    const FlagSet* set;
    std::uint64_t wanted;  ///< the bit that makes the upper ones a size
    std::string_view shift_name;
};

constexpr unsigned huge_page_shift = 26;
constexpr std::uint64_t huge_page_mask = std::uint64_t{63} << huge_page_shift;

const HugePages* huge_pages_of(const FlagSet& set, std::uint64_t bits) {
    static constexpr HugePages all[] = {{&mmap_flags, 0x40000, "MAP_HUGE_SHIFT"},
                                        {&memfd_flags, 4, "MFD_HUGE_SHIFT"},
                                        {&shared_memory_creation_flags, 04000, "SHM_HUGE_SHIFT"}};
    for (const HugePages& row : all) {
        if (row.set == &set && (bits & row.wanted) != 0) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace

void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits) {
    // personality(0xffffffff) asks, and sets nothing.
    if (&set == &personality_flags && bits == 0xffffffff) {
        append_hex(out, bits);
        return;
    }
    const std::size_t start = out.size();
    const HugePages* huge = huge_pages_of(set, bits);
    const std::uint64_t shift_bits = huge == nullptr ? 0 : bits & huge_page_mask;
    bits &= ~shift_bits;
    append_flags_without_shift(out, set, bits, start);
    if (shift_bits != 0) {
        out += '|';
        append_unsigned(out, shift_bits >> huge_page_shift);
        out += "<<";
        out += huge->shift_name;
    }
}

std::string_view name_in(const ValueSet& set, std::uint64_t value) {
    for (const NamedConstant& row : set.rows) {
        if (row.value == value) {
            return row.name;
        }
    }
    return {};
}

void append_value(std::string& out, const ValueSet& set, std::uint64_t value) {
    const std::string_view name = name_in(set, value);
    if (!name.empty()) {
        out += name;
        return;
    }
    append_unknown(out, value, set.unknown);
}

void append_signal(std::string& out, std::uint64_t number) {
    const auto signal = static_cast<std::int32_t>(number);
    const std::string_view name = signal > 0 && signal <= last_signal ? signal_name(signal) : std::string_view{};
    if (name.empty()) {
        append_signed(out, signal);
        return;
    }
    out += name;
}

void append_file_mode(std::string& out, std::uint64_t mode) {
    static constexpr NamedConstant types[] = {{S_IFREG, "S_IFREG"}, {S_IFDIR, "S_IFDIR"},   {S_IFLNK, "S_IFLNK"}, {S_IFCHR, "S_IFCHR"},
                                              {S_IFBLK, "S_IFBLK"}, {S_IFSOCK, "S_IFSOCK"}, {S_IFIFO, "S_IFIFO"}};
    static constexpr NamedConstant marks[] = {{S_ISUID, "S_ISUID"}, {S_ISGID, "S_ISGID"}, {S_ISVTX, "S_ISVTX"}};
    std::string_view type;
    for (const NamedConstant& row : types) {
        if ((mode & S_IFMT) == row.value) {
            type = row.name;
        }
    }
    if (type.empty()) {
        append_permissions(out, mode);
        return;
    }
    out += type;
    for (const NamedConstant& row : marks) {
        if ((mode & row.value) != 0) {
            out += '|';
            out += row.name;
        }
    }
    out += '|';
    append_permissions(out, mode & ~static_cast<std::uint64_t>(S_IFMT | S_ISUID | S_ISGID | S_ISVTX));
}

void append_device(std::string& out, std::uint64_t major, std::uint64_t minor) {
    out += "makedev(";
    append_hex(out, major);
    out += ", ";
    append_hex(out, minor);
    out += ')';
}

/// The user space encoding: twelve bits of the major number above eight of the minor one, and the rest above both.
void append_device(std::string& out, std::uint64_t device) {
    const std::uint64_t high = ((device >> 8) & 0xfff) | ((device >> 32) & 0xfffff000);
    const std::uint64_t low = (device & 0xff) | ((device >> 12) & 0xffffff00);
    append_device(out, high, low);
}

void append_signal_set(std::string& out, std::string_view bytes) {
    static constexpr int most = 2 * last_signal;
    const int signals = static_cast<int>(bytes.size()) * 8 < most ? static_cast<int>(bytes.size()) * 8 : most;
    const auto has = [bytes](int signal) {
        return ((static_cast<unsigned char>(bytes[static_cast<std::size_t>(signal - 1) / 8]) >> ((signal - 1) % 8)) & 1) != 0;
    };
    int present = 0;
    for (int signal = 1; signal <= signals; ++signal) {
        present += has(signal) ? 1 : 0;
    }
    // What is mostly full is easier to read as what is absent.
    const bool inverted = present >= signals * 2 / 3 && signals != 0;
    out += inverted ? "~[" : "[";
    bool first = true;
    for (int signal = 1; signal <= signals; ++signal) {
        if (has(signal) == inverted) {
            continue;
        }
        if (!first) {
            out += ' ';
        }
        first = false;
        const std::string_view name = signal <= last_signal ? signal_name(signal) : std::string_view{};
        if (name.empty()) {
            append_signed(out, signal);
        } else {
            out += name.substr(3);
        }
    }
    out += ']';
}

namespace {

/// A value of four bits, at its place in the word.
void append_shifted(std::string& out, const ValueSet& set, std::uint64_t value, unsigned shift) {
    const std::string_view name = name_in(set, value);
    if (name.empty()) {
        append_hex(out, value);
    } else {
        out += name;
    }
    out += "<<";
    append_unsigned(out, shift);
    if (name.empty()) {
        out += " /* ";
        out += set.unknown;
        out += " */";
    }
    out += '|';
}

}  // namespace

/// linux/futex.h, FUTEX_OP: four bits of operation, four of comparison, twelve of each operand. The operand may be a count of bits.
void append_futex_wake_operation(std::string& out, std::uint64_t word) {
    constexpr unsigned operation_shift = 28, comparison_shift = 24, operand_shift = 12;
    constexpr std::uint64_t shifts_operand = 8;
    const std::uint64_t operation = (word >> operation_shift) & 0xf;
    if ((operation & shifts_operand) != 0) {
        out += "FUTEX_OP_OPARG_SHIFT<<28|";
    }
    append_shifted(out, futex_wake_operations, operation & ~shifts_operand, operation_shift);
    append_hex(out, (word >> operand_shift) & 0xfff);
    out += "<<12|";
    append_shifted(out, futex_comparisons, (word >> comparison_shift) & 0xf, comparison_shift);
    append_hex(out, word & 0xfff);
}

void append_clone_flags(std::string& out, std::uint64_t flags) {
    const std::uint64_t signal = flags & 0xff;
    const std::uint64_t bits = flags & ~std::uint64_t{0xff};
    if (bits != 0) {
        append_flags(out, clone_flag_bits, bits);
    }
    if (signal != 0 || bits == 0) {
        if (bits != 0) {
            out += '|';
        }
        append_signal(out, signal);
    }
}

}  // namespace troupe
