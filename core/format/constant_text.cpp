#include "core/format/constant_text.hpp"

#include <utility>

#include "core/format/numbers.hpp"

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

class FlagText {
 public:
    explicit FlagText(std::string& out) : out_(out) {}

    void name(std::string_view name) {
        bar();
        out_ += name;
    }
    void unknown(std::uint64_t bits, std::string_view prefix) {
        bar();
        append_unknown(out_, bits, prefix);
    }
    void nothing(std::string_view name) {
        bar();
        out_ += name.empty() ? "0" : name;
    }
    void size(std::uint64_t exponent, std::string_view shift_name) {
        bar();
        append_unsigned(out_, exponent);
        out_ += "<<";
        out_ += shift_name;
    }

 private:
    void bar() {
        out_ += any_ ? "|" : "";
        any_ = true;
    }

    std::string& out_;
    bool any_ = false;
};

/// What stands in a comment behind a word of flags: its names, or what is said of one without any; empty where that is nothing.
class FlagNote {
 public:
    void name(std::string_view name) {
        text_.name(name);
        has_names_ = true;
    }
    void unknown(std::uint64_t bits, std::string_view prefix) {
        text_.unknown(bits, {});
        prefix_ = prefix;
    }
    void nothing(std::string_view name) {
        text_.nothing(name);
        has_names_ = !name.empty();
    }
    void size(std::uint64_t exponent, std::string_view shift_name) {
        text_.size(exponent, shift_name);
        has_names_ = true;
    }
    [[nodiscard]] std::string take() { return has_names_ ? std::move(note_) : std::string(prefix_); }

 private:
    std::string note_;
    FlagText text_{note_};
    std::string_view prefix_;
    bool has_names_ = false;
};

FlagPart part_of(const FlagSet& set, std::uint64_t bits) {
    FlagNote note;
    visit_flags(set, bits, note);
    return {hex_text(bits), note.take()};
}

/// Such a word has a note as it is where names are wanted, comments included: 0x4 /* 0x4 /* MAP_??? */ */.
FlagPart word_with_size(const FlagSet& set, std::uint64_t bits) {
    FlagPart part = part_of(set, bits);
    if (!part.note.empty()) {
        part.note.clear();
        append_flags(part.note, set, bits);
    }
    return part;
}

/// Where more is to follow, the size is a number of its own: 0x800|21<<26.
std::vector<FlagPart> parts_with_size(const FlagSet& set, std::uint64_t bits) {
    const std::uint64_t size = bits & set.size->mask;
    std::vector<FlagPart> parts;
    FlagSet rest = set;
    rest.size = nullptr;
    if (size == 0 || bits != size) {
        parts.push_back(part_of(rest, bits & ~set.size->mask));
    }
    if (size != 0) {
        std::string number;
        append_unsigned(number, size >> set.size->shift);
        number += "<<";
        append_unsigned(number, set.size->shift);
        parts.push_back({std::move(number), std::string(set.size->shift_name)});
    }
    return parts;
}

}  // namespace

void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits) { visit_flags(set, bits, FlagText(out)); }

std::vector<FlagPart> numbers_of(const FlagSet& set, std::uint64_t bits) {
    if (set.size != nullptr) {
        return set.unknown.empty() ? parts_with_size(set, bits) : std::vector<FlagPart>{word_with_size(set, bits)};
    }
    if (!set.values_apart || set.values == nullptr || (set.not_bits != 0 && bits == set.not_bits)) {
        return {part_of(set, bits)};
    }
    const std::uint64_t value = bits & set.value_mask;
    const std::string_view name = name_in(*set.values, value);
    const bool is_value = !name.empty() || (value != 0 && !set.values->unknown.empty());
    std::vector<FlagPart> parts;
    if (is_value) {
        const bool goes_without_saying = value == 0 && set.values->unknown.empty();
        parts.push_back({goes_without_saying ? "" : hex_text(value), std::string(name.empty() ? set.values->unknown : name)});
    }
    FlagSet rest = set;
    rest.values = nullptr;
    rest.unknown = set.value_apart_in_names ? set.unknown : std::string_view{};
    if (const std::uint64_t left = is_value ? bits & ~set.value_mask : bits; left != 0 || parts.empty()) {
        parts.push_back(part_of(rest, left));
    }
    return parts;
}

void append_value(std::string& out, const ValueSet& set, std::uint64_t value) {
    const std::string_view name = name_in(set, value);
    if (!name.empty()) {
        out += name;
        return;
    }
    append_unknown(out, value, set.unknown);
}

void append_signal(std::string& out, std::int32_t signal) {
    const std::string_view name = signal > 0 && signal <= last_signal ? signal_name(signal) : std::string_view{};
    if (name.empty()) {
        append_signed(out, signal);
        return;
    }
    out += name;
}

}  // namespace troupe
