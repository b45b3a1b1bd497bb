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

}  // namespace

void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits) { visit_flags(set, bits, FlagText(out)); }

std::vector<FlagPart> numbers_of(const FlagSet& set, std::uint64_t bits) {
    const auto part_of = [](const FlagSet& names, std::uint64_t word) {
        FlagNote note;
        visit_flags(names, word, note);
        return FlagPart{word, note.take()};
    };
    if (!set.values_apart || set.values == nullptr || (set.not_bits != 0 && bits == set.not_bits)) {
        return {part_of(set, bits)};
    }
    const std::uint64_t value = bits & set.value_mask;
    std::vector<FlagPart> parts;
    if (const std::string_view name = name_in(*set.values, value); !name.empty() || value != 0) {
        parts.push_back({value, std::string(name.empty() ? set.values->unknown : name)});
    }
    FlagSet rest = set;
    rest.values = nullptr;
    if (const std::uint64_t left = bits & ~set.value_mask; left != 0 || parts.empty()) {
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
