#include "troupe/core/text_writer.hpp"

#include "core/format/constant_text.hpp"
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
    {"", "", " | ", ""},     // any_of_wide
    {"{", "", " && ", "}"},  // conditions
    {"[", "", "", "]"},      // pointed
    {"", "", "", ""},        // change
    {"", "(", ", ", ")"},    // function
    {"", "(", "", ")"},      // conversion
    {"= ", "", "", ""},      // result
    {" (", "", ", ", ")"},   // meaning
    {" (", "", ", ", ")"},   // readiness
}};

const Marks& marks_of(Shape shape) { return marks[static_cast<std::size_t>(shape)]; }

/// The kernel's own: the call is made again, or not, after a signal; the tracee never sees them (include/linux/errno.h).
bool is_restart(std::uint32_t error) { return error == 512 || error == 513 || error == 514 || error == 516; }

}  // namespace

void TextWriter::begin_value() {
    if (frame().waits_for_value) {
        out_ += " == ";
        frame().waits_for_value = false;
    }
}

void TextWriter::end_value() {
    if (frame().fills) {
        out_ += ", &";
        out_ += filled_.back();
        out_ += ')';
        filled_.pop_back();
        frame().fills = false;
    }
}

void TextWriter::separate() {
    if (!frame().empty) {
        out_ += marks_of(frame().shape).separator;
    }
    frame().empty = false;
    frame().waits_for_value = false;
}

void TextWriter::number(std::uint64_t value, NumberForm form) {
    constexpr std::uint64_t unit = 1024;
    begin_value();
    switch (form) {
        case NumberForm::decimal:
            append_signed(out_, static_cast<std::int64_t>(value));
            break;
        case NumberForm::unsigned_decimal:
            append_unsigned(out_, value);
            break;
        case NumberForm::hex:
            append_hex(out_, value);
            break;
        case NumberForm::wide_hex:
            append_wide_hex(out_, value);
            break;
        case NumberForm::permissions:
            append_permissions(out_, value);
            break;
        case NumberForm::units_of_1024:
            if (value > unit && value % unit == 0) {
                append_unsigned(out_, value / unit);
                out_ += "*1024";
            } else {
                append_unsigned(out_, value);
            }
            break;
    }
    end_value();
}

void TextWriter::constant(const ValueSet& set, std::uint64_t value) {
    begin_value();
    append_value(out_, set, value);
    end_value();
}

void TextWriter::flags(const FlagSet& set, std::uint64_t bits) {
    begin_value();
    append_flags(out_, set, bits);
    end_value();
}

void TextWriter::symbol(std::string_view name, std::uint64_t) {
    begin_value();
    out_ += name;
    end_value();
}

void TextWriter::signal(int number) {
    begin_value();
    const std::size_t start = out_.size();
    append_signal(out_, number);
    const bool in_set = frame().shape == Shape::set || frame().shape == Shape::inverted_set;
    if (in_set && signal_name(number).size() > 3) {
        out_.erase(start, 3);
    }
    end_value();
}

void TextWriter::descriptor(int fd) { number(static_cast<std::uint64_t>(static_cast<std::int64_t>(fd)), NumberForm::decimal); }

void TextWriter::process(int pid) { number(static_cast<std::uint64_t>(static_cast<std::int64_t>(pid)), NumberForm::decimal); }

void TextWriter::address(std::uint64_t value, Why) {
    begin_value();
    append_address(out_, value);
    end_value();
}

void TextWriter::bytes(std::string_view bytes, BytesForm form, bool cut) {
    begin_value();
    if (form == BytesForm::hex) {
        append_quoted_hex(out_, bytes);
    } else {
        out_ += form == BytesForm::abstract ? "@" : "";
        append_quoted(out_, bytes);
    }
    out_ += cut ? "..." : "";
    end_value();
}

void TextWriter::unknown() { out_ += '?'; }

void TextWriter::error(std::uint32_t number) {
    const ErrnoRow* row = errno_of(number);
    if (row == nullptr) {
        out_ += "-1 (errno ";
        append_unsigned(out_, number);
        out_ += ')';
        return;
    }
    out_ += is_restart(number) ? "? " : "-1 ";
    out_ += row->name;
    out_ += " (";
    out_ += row->text;
    out_ += ')';
}

void TextWriter::open(Shape shape, std::string_view name) {
    begin_value();
    out_ += marks_of(shape).begin;
    out_ += name;
    out_ += marks_of(shape).named;
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
        out_ += "...";
    }
    if (end == End::unreadable) {
        out_ += " /* ";
        append_address(out_, where);
        out_ += " */";
    }
    out_ += marks_of(frame().shape).end;
    --depth_;
    end_value();
}

void TextWriter::field(std::string_view name, Named named) {
    separate();
    switch (frame().shape) {
        case Shape::call:
            if (named == Named::yes) {
                out_ += name;
                out_ += '=';
            }
            return;
        case Shape::readiness:
            if (named == Named::yes) {
                out_ += name;
                out_ += ' ';
            }
            return;
        case Shape::indexed:
            out_ += '[';
            out_ += name;
            out_ += "]=";
            return;
        case Shape::conditions:
            out_ += name;
            out_ += "(s)";
            frame().waits_for_value = true;
            return;
        default:
            out_ += name;
            out_ += '=';
    }
}

void TextWriter::filled_field(std::string_view call, std::string_view name) {
    separate();
    out_ += call;
    frame().fills = true;
    filled_.push_back(name);
}

void TextWriter::unnamed_field(std::string_view what) {
    separate();
    out_ += "/* ";
    out_ += what;
    out_ += " */ ";
}

void TextWriter::element() { separate(); }

void TextWriter::becomes() { out_ += " => "; }

void TextWriter::comment(std::string_view text) {
    out_ += " /* ";
    out_ += text;
    out_ += " */";
}

}  // namespace troupe
