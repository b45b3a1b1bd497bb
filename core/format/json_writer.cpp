#include "troupe/core/json_writer.hpp"

#include "core/format/annotation_text.hpp"
#include "core/format/constant_text.hpp"
#include "core/format/numbers.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/json_text.hpp"

namespace troupe {

namespace {

/// How a shape is written.
enum class Form : std::uint8_t {
    object,       ///< {"name":value}
    array,        ///< [value]
    function,     ///< {"name":[value]}
    inverted,     ///< {"not":[value]}
    change,       ///< {"before":value,"after":value}
    transparent,  ///< the value alone
    meaning,      ///< a member of the record: an object, a value, or its name
    dropped,      ///< the record says it itself
};

constexpr std::array<Form, static_cast<std::size_t>(Shape::readiness) + 1> forms{
    Form::object,       // call
    Form::object,       // structure
    Form::array,        // array
    Form::object,       // indexed
    Form::array,        // set
    Form::inverted,     // inverted_set
    Form::array,        // any_of
    Form::object,       // conditions
    Form::transparent,  // pointed
    Form::change,       // change
    Form::function,     // function
    Form::function,     // function_in_style
    Form::transparent,  // conversion
    Form::dropped,      // result
    Form::dropped,      // raw_result
    Form::meaning,      // meaning
    Form::meaning,      // meaning_in_style
    Form::meaning,      // meaning_aside
    Form::object,       // readiness
};

Form form_of(Shape shape) { return forms[static_cast<std::size_t>(shape)]; }

bool is_list(Form form) { return form == Form::array || form == Form::function || form == Form::inverted; }

std::string_view beginning_of(Form form) {
    switch (form) {
        case Form::object:
            return "{";
        case Form::array:
            return "[";
        case Form::inverted:
            return R"({"not":[)";
        case Form::change:
            return R"({"before":)";
        default:
            return "";
    }
}

std::string_view end_of(Form form) {
    switch (form) {
        case Form::object:
        case Form::change:
            return "}";
        case Form::array:
            return "]";
        case Form::function:
        case Form::inverted:
            return "]}";
        default:
            return "";
    }
}

void append_unreadable(std::uint64_t address, std::string& out) {
    out += R"({"address":)";
    json::append_hexadecimal(address, out);
    out += R"(,"unreadable":true})";
}

/// Names of bits, one after the other; `separate` stands before each.
template <typename Separate>
class FlagNames {
 public:
    FlagNames(std::string& out, Separate separate) : out_(out), separate_(separate) {}

    void name(std::string_view name) {
        separate_();
        json::append_string(name, out_);
    }
    void unknown(std::uint64_t bits, std::string_view) {
        separate_();
        json::append_hexadecimal(bits, out_);
    }
    void nothing(std::string_view name) {
        if (!name.empty()) {
            this->name(name);
        }
    }
    void size(std::uint64_t exponent, std::string_view shift_name) {
        std::string text;
        append_unsigned(text, exponent);
        text += "<<";
        text += shift_name;
        name(text);
    }

 private:
    std::string& out_;
    Separate separate_;
};

}  // namespace

void JsonWriter::separate() {
    out_ += frame().empty ? "" : ",";
    frame().empty = false;
}

bool JsonWriter::begin_value() {
    if (is_dropped()) {
        return false;
    }
    const Form form = form_of(frame().shape);
    if (form == Form::meaning && has_name_) {
        out_ += frame().empty ? "{" : ",";
        frame() = {.shape = frame().shape, .empty = false, .is_object = true};
        json::append_key(name_, out_);
        has_name_ = false;
    } else if (depth_ != 0 && form == Form::object) {
        separate();
        json::append_key(has_name_ ? std::string_view(name_) : "value", out_);
        has_name_ = false;
    } else if (depth_ != 0 && is_list(form)) {
        separate();
    } else {
        frame().empty = false;
    }
    return true;
}

/// A field whose value did not come: a condition that holds, or something that there is not.
void JsonWriter::end_field() {
    if (has_name_ && begin_value()) {
        out_ += frame().shape == Shape::conditions ? "true" : "null";
    }
    has_name_ = false;
}

std::string JsonWriter::closing() const {
    std::string ends;
    for (std::size_t i = depth_; i != 0; --i) {
        ends += end_of(form_of(frames_[i].shape));
    }
    return ends;
}

void JsonWriter::number(std::uint64_t value, NumberForm form) {
    if (!begin_value()) {
        return;
    }
    if (form == NumberForm::decimal) {
        json::append_number(static_cast<std::int64_t>(value), out_);
    } else if (form == NumberForm::permissions) {
        out_ += '"';
        append_permissions(out_, value);
        out_ += '"';
    } else {
        json::append_number(value, out_);
    }
}

void JsonWriter::constant(const ValueSet& set, std::uint64_t value) {
    const std::string_view name = name_in(set, value);
    if (name.empty()) {
        number(value, NumberForm::unsigned_decimal);
    } else {
        symbol(name, value, NumberForm::unsigned_decimal);
    }
}

void JsonWriter::flags(const FlagSet& set, std::uint64_t bits) {
    if (frame().shape == Shape::any_of) {
        visit_flags(set, bits, FlagNames(out_, [this] { separate(); }));
        return;
    }
    if (!begin_value()) {
        return;
    }
    bool any = false;
    out_ += '[';
    visit_flags(set, bits, FlagNames(out_, [this, &any] {
                    out_ += any ? "," : "";
                    any = true;
                }));
    out_ += ']';
}

void JsonWriter::spelled(std::uint64_t, NumberForm) {}
void JsonWriter::spelled(std::string_view) {}

void JsonWriter::symbol(std::string_view name, std::uint64_t, NumberForm) {
    if (begin_value()) {
        json::append_string(name, out_);
    }
}

void JsonWriter::signal(int number) {
    if (begin_value()) {
        std::string text;
        append_signal(text, number);
        if (text.starts_with('S')) {
            json::append_string(text, out_);
        } else {
            out_ += text;
        }
    }
}

void JsonWriter::noted(std::string_view key, std::string_view value, const DescriptorNote& note) {
    out_ += '{';
    json::append_key(key, out_);
    out_ += value;
    out_ += R"(,"name":)";
    json::append_bytes(name_of(note), out_);
    out_ += note.deleted ? R"(,"deleted":true})" : "}";
}

void JsonWriter::descriptor(int fd) {
    const auto note = annotations_ != nullptr && fd >= 0 ? annotations_->descriptor(fd) : std::nullopt;
    if (!note) {
        number(static_cast<std::uint64_t>(static_cast<std::int64_t>(fd)), NumberForm::decimal);
    } else if (begin_value()) {
        std::string text;
        append_signed(text, fd);
        noted("fd", text, *note);
    }
}

void JsonWriter::working_directory() {
    const auto note = annotations_ != nullptr ? annotations_->working_directory() : std::nullopt;
    if (!begin_value()) {
        return;
    }
    if (note) {
        noted("fd", R"("AT_FDCWD")", *note);
    } else {
        json::append_string("AT_FDCWD", out_);
    }
}

void JsonWriter::process(int pid, IdOf what) {
    const ProcessNote note = annotations_ != nullptr ? note_of(*annotations_, pid, what) : ProcessNote{};
    if (note.comm.empty() && note.ours == 0) {
        number(static_cast<std::uint64_t>(static_cast<std::int64_t>(pid)), NumberForm::decimal);
        return;
    }
    if (!begin_value()) {
        return;
    }
    out_ += R"({"pid":)";
    json::append_number(std::int64_t{pid}, out_);
    if (!note.comm.empty()) {
        out_ += R"(,"comm":)";
        json::append_bytes(note.comm, out_);
    }
    if (note.ours != 0) {
        out_ += R"(,"our_pid":)";
        json::append_number(std::int64_t{note.ours}, out_);
    }
    out_ += '}';
}

void JsonWriter::address(std::uint64_t value, Why why) {
    if (!begin_value()) {
        return;
    }
    if (why == Why::unreadable || why == Why::unreadable_part) {
        append_unreadable(value, out_);
    } else if (value == 0) {
        out_ += "null";
    } else {
        json::append_hexadecimal(value, out_);
    }
}

void JsonWriter::bytes(std::string_view bytes, BytesForm form, bool cut) {
    if (!begin_value()) {
        return;
    }
    bytes = without_end(bytes, form, cut);
    std::string whole;
    if (form == BytesForm::abstract) {
        whole.assign(1, '\0').append(bytes);
        bytes = whole;
    }
    const bool is_text = form != BytesForm::hex && json::is_utf8(bytes);
    if (is_text && !cut) {
        json::append_string(bytes, out_);
        return;
    }
    if (is_text) {
        out_ += R"({"text":)";
        json::append_string(bytes, out_);
    } else {
        out_ += R"({"base64":")";
        json::append_base64(bytes, out_);
        out_ += '"';
    }
    out_ += cut ? R"(,"cut":true})" : "}";
}

void JsonWriter::unknown() {
    if (begin_value()) {
        out_ += "null";
    }
}

void JsonWriter::error(std::uint32_t) {}

void JsonWriter::push(Shape shape, bool empty) {
    TROUPE_CHECK(depth_ + 1 < most_nested, "rows nest structures no deeper");
    ++depth_;
    frame() = {.shape = shape, .empty = empty};
}

void JsonWriter::open(Shape shape, std::string_view name) {
    const Form form = form_of(shape);
    if (form == Form::meaning || shape == Shape::readiness) {
        out_ += R"(,"meaning":)";
        meaning_ = name;
    } else if (form != Form::dropped && !begin_value()) {
        push(Shape::result, true);
        return;
    }
    if (form == Form::function) {
        out_ += '{';
        json::append_key(name, out_);
        out_ += '[';
    } else {
        out_ += beginning_of(form);
    }
    push(shape, true);
}

void JsonWriter::reopen(Shape shape, bool empty) { push(shape, empty); }

void JsonWriter::close(End end, std::uint64_t where) {
    end_field();
    const Form form = form_of(frame().shape);
    end = end == End::whole && frame().is_cut ? End::cut : end;
    if (end != End::whole && form == Form::object) {
        name_ = "more";
        has_name_ = true;
        (void)begin_value();
        if (end == End::unreadable) {
            append_unreadable(where, out_);
        } else {
            out_ += "true";
        }
    } else if (end != End::whole && is_list(form)) {
        separate();
        if (end == End::unreadable) {
            append_unreadable(where, out_);
        } else {
            out_ += R"({"more":true})";
        }
    }
    if (form == Form::meaning && frame().empty) {
        json::append_string(meaning_, out_);
    }
    out_ += frame().is_object ? "}" : end_of(form);
    --depth_;
}

void JsonWriter::field(std::string_view name, Named) {
    end_field();
    name_ = name;
    has_name_ = true;
}

void JsonWriter::filled_field(std::string_view, std::string_view name, std::string_view) { field(name, Named::no); }

void JsonWriter::unnamed_field(std::string_view what) {
    if (is_list(form_of(frame().shape))) {
        element();
    } else {
        field(what.empty() ? "rest" : what, Named::no);
    }
}

void JsonWriter::left_out() {
    end_field();
    frame().is_cut = true;
}

void JsonWriter::becomes() { out_ += R"(,"after":)"; }

}  // namespace troupe
