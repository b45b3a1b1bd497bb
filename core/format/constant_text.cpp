#include "core/format/constant_text.hpp"

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

}  // namespace

void append_flags(std::string& out, const FlagSet& set, std::uint64_t bits) { visit_flags(set, bits, FlagText(out)); }

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
