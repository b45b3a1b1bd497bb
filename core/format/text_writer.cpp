#include "troupe/core/text_writer.hpp"

#include <fcntl.h>

#include "core/format/annotation_text.hpp"
#include "core/format/constant_text.hpp"
#include "core/format/inked.hpp"
#include "core/format/numbers.hpp"
#include "core/format/quoting.hpp"
#include "troupe/core/check.hpp"

namespace troupe {

namespace {

/// What stands around and between the parts of a shape.
struct Marks {
    std::string_view begin;      ///< before the name
    std::string_view named;      ///< behind the name
    std::string_view separator;  ///< between parts
    std::string_view end;
};

constexpr std::array<Marks, static_cast<std::size_t>(Shape::readiness) + 1> marks{{
    {"", "(", ", ", ")"},    // call
    {"{", "", ", ", "}"},    // structure
    {"[", "", ", ", "]"},    // array
    {"[", "", ", ", "]"},    // indexed
    {"[", "", " ", "]"},     // set
    {"~[", "", " ", "]"},    // inverted_set
    {"", "", "|", ""},       // any_of
    {"{", "", " && ", "}"},  // conditions
    {"[", "", "", "]"},      // pointed
    {"", "", "", ""},        // change
    {"", "(", ", ", ")"},    // function
    {"", "(", ", ", ")"},    // function_in_style
    {"", "(", "", ")"},      // conversion
    {"= ", "", "", ""},      // result
    {"= ", "", "", ""},      // raw_result
    {" (", "", ", ", ")"},   // meaning
    {" (", "", ", ", ")"},   // meaning_in_style
    {" (", "", ", ", ")"},   // meaning_aside
    {" (", "", ", ", ")"},   // readiness
}};

const Marks& marks_of(Shape shape) { return marks[static_cast<std::size_t>(shape)]; }

/// The kernel's own: the call is made again, or not, after a signal; the tracee never sees them (include/linux/errno.h).
bool is_restart(std::uint32_t error) { return error == 512 || error == 513 || error == 514 || error == 516; }

}  // namespace

void TextWriter::put(Ink ink, std::string_view text) {
    if (!text.empty()) {
        const Inked inked(out_, form_.palette, ink);
        out_ += text;
    }
}

void TextWriter::begin_value() {
    if (frame().waits_for_value) {
        put(Ink::punct, " == ");
        frame().waits_for_value = false;
    }
}

void TextWriter::end_value() {
    if (frame().spells) {
        put(Ink::punct, frame().closes_call ? ")" : "");
        frame().closes_call = false;
        frame().spells = false;
        in_spelling_ = false;
        if (form_.constants == ConstantStyle::numbers) {
            out_.resize(spelling_begins_);
        } else {
            put(Ink::comment, " */");
        }
    }
    if (frame().fills) {
        put(Ink::punct, ", &");
        put(Ink::argname, filled_.back());
        put(Ink::punct, ")");
        filled_.pop_back();
        frame().fills = false;
    }
}

void TextWriter::separate() {
    if (!frame().empty) {
        put(Ink::punct, marks_of(frame().shape).separator);
    }
    frame().empty = false;
    frame().waits_for_value = false;
}

/// A number has been written, of which this is the name.
void TextWriter::named(std::string_view name) {
    if (form_.constants == ConstantStyle::both) {
        comment(name);
    }
}

void TextWriter::begin_spelling() {
    frame().spells = true;
    in_spelling_ = true;
    spelling_begins_ = out_.size();
    put(Ink::comment, " /* ");
}

void TextWriter::spelled(std::uint64_t value, NumberForm form) {
    if (constants() != ConstantStyle::names) {
        begin_value();
        number_text(value, form);
        begin_spelling();
    }
}

void TextWriter::spelled(std::string_view bytes) {
    if (constants() != ConstantStyle::names) {
        begin_value();
        quoted_hex(bytes);
        begin_spelling();
    }
}

void TextWriter::number(std::uint64_t value, NumberForm form) {
    begin_value();
    number_text(value, form);
    end_value();
}

void TextWriter::quoted_hex(std::string_view bytes) {
    const Inked inked(out_, form_.palette, Ink::argval);
    append_quoted_hex(out_, bytes);
}

void TextWriter::number_text(std::uint64_t value, NumberForm form) {
    constexpr std::uint64_t unit = 1024;
    const Inked inked(out_, form_.palette, value_ink());
    switch (form) {
        case NumberForm::decimal:
            return append_signed(out_, static_cast<std::int64_t>(value));
        case NumberForm::unsigned_decimal:
            return append_unsigned(out_, value);
        case NumberForm::hex:
            return append_hex(out_, value);
        case NumberForm::address:
            return append_address(out_, value);
        case NumberForm::wide_hex:
            return append_wide_hex(out_, value);
        case NumberForm::long_hex:
            return append_long_hex(out_, value);
        case NumberForm::permissions:
            return append_permissions(out_, value);
        case NumberForm::units_of_1024:
        case NumberForm::none:
            break;
    }
    const bool has_units = value > unit && value % unit == 0;
    if (!has_units || constants() != ConstantStyle::names) {
        append_unsigned(out_, value);
    }
    if (has_units) {
        std::string text;
        append_unsigned(text, value / unit);
        text += "*1024";
        constants() == ConstantStyle::names ? void(out_ += text) : named(text);
    }
}

void TextWriter::constant(const ValueSet& set, std::uint64_t value) {
    begin_value();
    const std::string_view name = name_in(set, value);
    if ((constants() == ConstantStyle::names && !set.as_number) || (name.empty() && constants() != ConstantStyle::numbers)) {
        const Inked inked(out_, form_.palette, Ink::constant);
        append_value(out_, set, value);
    } else {
        number_text(value, NumberForm::hex);
        if (constants() != ConstantStyle::numbers) {
            comment(name);
        }
    }
    end_value();
}

void TextWriter::flags(const FlagSet& set, std::uint64_t bits) {
    begin_value();
    if (constants() == ConstantStyle::names && !set.as_number) {
        const Inked inked(out_, form_.palette, Ink::constant);
        append_flags(out_, set, bits);
    } else {
        std::string_view bar;
        for (const FlagPart& part : numbers_of(set, bits)) {
            const bool has_names = constants() != ConstantStyle::numbers;
            put(Ink::punct, bar);
            bar = "|";
            put(Ink::argval, part.number.empty() && has_names ? "0" : part.number);
            if (!part.note.empty() && has_names) {
                comment(part.note);
            }
        }
    }
    end_value();
}

void TextWriter::symbol(std::string_view name, std::uint64_t value, NumberForm form) {
    begin_value();
    symbol_text(name, value, form);
    end_value();
}

void TextWriter::symbol_text(std::string_view name, std::uint64_t value, NumberForm form) {
    if (constants() == ConstantStyle::names || form == NumberForm::none) {
        put(Ink::constant, name);
    } else {
        number_text(value, form);
        named(name);
    }
}

void TextWriter::signal(int number) {
    begin_value();
    const bool in_set = frame().shape == Shape::set || frame().shape == Shape::inverted_set;
    std::string_view name = signal_name(number);
    name.remove_prefix(in_set && name.size() > 3 ? 3 : 0);
    const bool is_condition = frame().shape == Shape::conditions;
    if (name.empty() || (constants() != ConstantStyle::names && !is_condition)) {
        number_text(static_cast<std::uint64_t>(std::int64_t{number}), NumberForm::decimal);
    }
    if (constants() == ConstantStyle::names || is_condition) {
        put(Ink::constant, name);
    } else if (!name.empty()) {
        named(name);
    }
    end_value();
}

void TextWriter::descriptor(int fd) {
    begin_value();
    number_text(static_cast<std::uint64_t>(std::int64_t{fd}), NumberForm::decimal);
    if (annotations_ != nullptr && fd >= 0) {
        append_note(out_, annotations_->descriptor(fd), form_.strings);
    }
    end_value();
}

void TextWriter::working_directory() {
    begin_value();
    symbol_text("AT_FDCWD", static_cast<std::uint64_t>(std::int64_t{AT_FDCWD}), NumberForm::decimal);
    if (annotations_ != nullptr) {
        append_note(out_, annotations_->working_directory(), form_.strings);
    }
    end_value();
}

void TextWriter::process(int pid, IdOf what) {
    begin_value();
    number_text(static_cast<std::uint64_t>(std::int64_t{pid}), NumberForm::decimal);
    if (annotations_ != nullptr) {
        append_note(out_, note_of(*annotations_, pid, what), form_.strings);
    }
    end_value();
}

void TextWriter::address(std::uint64_t value, Why why) {
    begin_value();
    if (why == Why::unreadable_part) {
        put(Ink::argval, "???");
    } else {
        const Inked inked(out_, form_.palette, value_ink());
        append_address(out_, value);
    }
    end_value();
}

void TextWriter::bytes(std::string_view bytes, BytesForm form, bool cut) {
    begin_value();
    // Where whole strings are in hexadecimal, a NUL is a byte like the others.
    const bool by_character = form_.strings == HexStrings::none || form_.strings == HexStrings::other_characters;
    if (form == BytesForm::ended && by_character && bytes.ends_with('\0')) {
        bytes.remove_suffix(1);
        cut = false;
    }
    bytes_text(bytes, form, cut);
    end_value();
}

void TextWriter::bytes_text(std::string_view bytes, BytesForm form, bool cut) {
    const Inked inked(out_, form_.palette, value_ink());
    if (form == BytesForm::hex) {
        append_quoted_hex(out_, bytes);
    } else {
        out_ += form == BytesForm::abstract ? "@" : "";
        append_quoted(out_, bytes, form_.strings);
    }
    out_ += cut ? "..." : "";
}

void TextWriter::unknown() { put(Ink::retval, "?"); }

void TextWriter::error(std::uint32_t number) {
    const Inked inked(out_, form_.palette, Ink::error);
    const ErrnoRow* row = errno_of(number);
    if (row == nullptr) {
        out_ += "-1 (errno ";
        append_unsigned(out_, number);
        out_ += ')';
        return;
    }
    const bool in_numbers = frame().shape == Shape::raw_result;
    const bool is_said = is_restart(number) && !in_numbers;
    out_ += is_said ? "? " : "-1 ";
    out_ += row->name;
    out_ += " (";
    if (is_restart(number) && in_numbers) {
        out_ += "Unknown error ";
        append_unsigned(out_, number);
    } else {
        out_ += row->text;
    }
    out_ += ')';
}

void TextWriter::open(Shape shape, std::string_view name) {
    begin_value();
    if (shape == Shape::meaning_aside) {
        meaning_begins_ = out_.size();
    }
    put(Ink::punct, marks_of(shape).begin);
    put(shape == Shape::call ? Ink::syscall : Ink::call, name);
    put(Ink::punct, marks_of(shape).named);
    reopen(shape, true);
}

void TextWriter::reopen(Shape shape, bool empty) {
    TROUPE_CHECK(depth_ + 1 < most_nested, "rows nest structures no deeper");
    ++depth_;
    frame() = {.shape = shape, .empty = empty};
}

void TextWriter::close(End end, std::uint64_t where) {
    if (end != End::whole) {
        separate();
        put(Ink::punct, "...");
    }
    if (end == End::unreadable) {
        const Inked inked(out_, form_.palette, Ink::comment);
        out_ += " /* ";
        append_address(out_, where);
        out_ += " */";
    }
    put(Ink::punct, marks_of(frame().shape).end);
    if (frame().shape == Shape::meaning_aside && form_.constants == ConstantStyle::numbers) {
        out_.resize(meaning_begins_);
    }
    --depth_;
    end_value();
}

void TextWriter::field(std::string_view name, Named named) {
    separate();
    switch (frame().shape) {
        case Shape::call:
            if (named == Named::yes || form_.argument_names) {
                named_field("", name, "=");
            }
            return;
        case Shape::readiness:
            if (named == Named::yes) {
                named_field("", name, " ");
            }
            return;
        case Shape::indexed:
            return named_field("[", name, "]=");
        case Shape::conditions:
            named_field("", name, "(s)");
            frame().waits_for_value = true;
            return;
        default:
            named_field("", name, "=");
    }
}

void TextWriter::named_field(std::string_view before, std::string_view name, std::string_view behind) {
    put(Ink::punct, before);
    put(Ink::argname, name);
    put(Ink::punct, behind);
}

void TextWriter::filled_field(std::string_view call, std::string_view name, std::string_view bytes) {
    separate();
    if (form_.constants != ConstantStyle::names) {
        named_field("", name, "=");
        quoted_hex(bytes);
        begin_spelling();
        put(Ink::call, call);
        frame().closes_call = true;
        return;
    }
    put(Ink::call, call);
    frame().fills = true;
    filled_.push_back(name);
}

void TextWriter::unnamed_field(std::string_view what) {
    separate();
    if (!what.empty()) {
        const Inked inked(out_, form_.palette, Ink::comment);
        out_ += "/* ";
        out_ += what;
        out_ += " */ ";
    }
}

void TextWriter::left_out() {
    separate();
    out_ += "...";
}

void TextWriter::element() { separate(); }

void TextWriter::becomes() { put(Ink::punct, " => "); }

void TextWriter::comment(std::string_view text) {
    const Inked inked(out_, form_.palette, Ink::comment);
    out_ += " /* ";
    out_ += text;
    out_ += " */";
}

}  // namespace troupe
