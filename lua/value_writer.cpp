#include "lua/value_writer.hpp"

#include <fmt/format.h>

#include "troupe/core/constants.hpp"
#include "troupe/core/flag_names.hpp"

namespace troupe::lua {
namespace {

/// How a shape becomes a value: `troupe_value_end` stands for one that is nothing of its own.
abi::troupe_value_what form_of(Shape shape) {
    switch (shape) {
        case Shape::array:
        case Shape::set:
            return abi::troupe_value_list;
        case Shape::any_of:
            return abi::troupe_value_parts;
        case Shape::pointed:
        case Shape::conversion:
        case Shape::change:
        case Shape::result:
        case Shape::raw_result:
            return abi::troupe_value_end;
        default:
            return abi::troupe_value_table;
    }
}

/// A table around a list: what is absent from a set, what a function makes of its arguments.
bool is_wrapped(Shape shape) { return shape == Shape::inverted_set || shape == Shape::function || shape == Shape::function_in_style; }

/// `O_RDWR|O_CREAT|0x800`
class JoinedNames {
 public:
    explicit JoinedNames(std::string& out) : out_(out) {}
    void name(std::string_view name) {
        if (!out_.empty()) out_ += '|';
        out_ += name;
    }
    void unknown(std::uint64_t bits, std::string_view) { name(fmt::format("{:#x}", bits)); }
    void nothing(std::string_view name) {
        if (!name.empty()) this->name(name);
    }
    void size(std::uint64_t exponent, std::string_view shift_name) { name(fmt::format("{}<<{}", exponent, shift_name)); }

 private:
    std::string& out_;
};

}  // namespace

std::string joined_names(const FlagSet& set, std::uint64_t bits) {
    std::string text;
    visit_flags(set, bits, JoinedNames(text));
    return text;
}

void ValueWriter::clear() {
    values_.clear();
    texts_.clear();
    frames_.clear();
    has_name_ = false;
    is_spelled_ = false;
}

void ValueWriter::finish() {
    while (!frames_.empty()) {
        close(End::whole, 0);
    }
}

void ValueWriter::keep(std::string_view text, unsigned& begin, unsigned& length) {
    begin = static_cast<unsigned>(texts_.size());
    length = static_cast<unsigned>(text.size());
    texts_ += text;
}

abi::troupe_value& ValueWriter::add(abi::troupe_value_what what, std::uint64_t number) {
    abi::troupe_value value{};
    value.what = what;
    value.number = number;
    if (has_name_) {
        keep(name_, value.name, value.name_length);
        has_name_ = false;
    }
    is_spelled_ = false;
    values_.push_back(value);
    return values_.back();
}

void ValueWriter::add_text(abi::troupe_value_what what, std::string_view text, std::uint64_t number) {
    abi::troupe_value& value = add(what, number);
    keep(text, value.text, value.text_length);
}

bool ValueWriter::in_parts() const { return !frames_.empty() && form_of(frames_.back().shape) == abi::troupe_value_parts; }

/// A field whose value did not come: a condition that holds, or something that there is not.
void ValueWriter::end_field() {
    if (has_name_) add(!frames_.empty() && frames_.back().shape == Shape::conditions ? abi::troupe_value_true : abi::troupe_value_nothing);
}

void ValueWriter::number(std::uint64_t value, NumberForm form) {
    if (in_parts()) {
        add_text(abi::troupe_value_text, form == NumberForm::permissions ? fmt::format("0{:03o}", value) : fmt::format("{:#x}", value));
    } else {
        add(form == NumberForm::decimal ? abi::troupe_value_signed : abi::troupe_value_unsigned, value);
    }
}

void ValueWriter::constant(const ValueSet& set, std::uint64_t value) {
    if (const std::string_view name = name_in(set, value); !name.empty()) {
        add_text(abi::troupe_value_text, name);
    } else {
        number(value, NumberForm::unsigned_decimal);
    }
}

void ValueWriter::flags(const FlagSet& set, std::uint64_t bits) {
    const std::string names = joined_names(set, bits);
    if (in_parts() && names.empty()) return;
    abi::troupe_value& value = add(abi::troupe_value_flags, bits);
    value.set = &set;
    keep(names, value.text, value.text_length);
}

void ValueWriter::symbol(std::string_view name, std::uint64_t, NumberForm) { add_text(abi::troupe_value_text, name); }

void ValueWriter::spelled(std::uint64_t value, NumberForm) {
    spelled_ = value;
    is_spelled_ = true;
}

void ValueWriter::signal(int number) {
    if (const std::string_view name = signal_name(number); !name.empty()) {
        add_text(abi::troupe_value_text, name);
    } else {
        add(abi::troupe_value_signed, static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
    }
}

void ValueWriter::descriptor(int fd) { add(abi::troupe_value_signed, static_cast<std::uint64_t>(static_cast<std::int64_t>(fd))); }

void ValueWriter::working_directory() { descriptor(-100); }  // AT_FDCWD

void ValueWriter::process(int pid, IdOf) { add(abi::troupe_value_signed, static_cast<std::uint64_t>(static_cast<std::int64_t>(pid))); }

void ValueWriter::address(std::uint64_t value, Why why) {
    if (why == Why::unreadable) {
        add(abi::troupe_value_unreadable, value);
    } else {
        add(value == 0 ? abi::troupe_value_nothing : abi::troupe_value_address, value);
    }
}

void ValueWriter::bytes(std::string_view bytes, BytesForm form, bool cut) {
    add_text(abi::troupe_value_text,
             form == BytesForm::abstract ? std::string(1, '\0').append(bytes) : std::string(without_end(bytes, form, cut)));
    values_.back().is_cut = cut;
}

void ValueWriter::unknown() { add(abi::troupe_value_nothing); }

void ValueWriter::open(Shape shape, std::string_view name) {
    const abi::troupe_value_what form = form_of(shape);
    if (form != abi::troupe_value_end && shape != Shape::call) {
        const bool is_spelled = is_spelled_;
        abi::troupe_value& opened = add(form, spelled_);
        opened.is_spelled = is_spelled;
    }
    if (is_wrapped(shape)) {
        name_ = shape == Shape::inverted_set ? "not" : name;
        has_name_ = true;
        add(abi::troupe_value_list);
    }
    frames_.push_back({shape, values_.size()});
    // The value in a transparent shape has the name of what it stands for: it is still waiting.
}

void ValueWriter::close(End end, std::uint64_t where) {
    if (frames_.empty()) return;
    const auto [shape, first_value, is_cut] = frames_.back();
    const abi::troupe_value_what form = form_of(shape);
    if (form != abi::troupe_value_end) end_field();
    frames_.pop_back();
    if (form == abi::troupe_value_end || shape == Shape::call) return;
    add(abi::troupe_value_end, where).is_cut = end != End::whole || is_cut;
    values_.back().is_spelled = end == End::unreadable;
    if (is_wrapped(shape)) add(abi::troupe_value_end);
}

void ValueWriter::field(std::string_view name, Named) {
    end_field();
    name_ = name;
    has_name_ = true;
}

void ValueWriter::filled_field(std::string_view, std::string_view name, std::string_view) { field(name, Named::no); }

void ValueWriter::unnamed_field(std::string_view what) {
    if (frames_.empty() || frames_.back().shape != Shape::array) {
        field(what.empty() ? "rest" : what, Named::no);
    }
}

void ValueWriter::left_out() {
    end_field();
    if (!frames_.empty()) frames_.back().is_cut = true;
}

/// What it was before is not there any more; its name waits for what it is now.
void ValueWriter::becomes() {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
        if (frame->shape != Shape::change) continue;
        if (frame->begin < values_.size()) {
            const abi::troupe_value& before = values_[frame->begin];
            has_name_ = before.name_length != 0;
            name_ = texts_.substr(before.name, before.name_length);
            values_.resize(frame->begin);
        }
        return;
    }
}

}  // namespace troupe::lua
