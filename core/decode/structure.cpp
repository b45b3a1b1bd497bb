#include "core/decode/structure.hpp"

#include <algorithm>
#include <cstring>

#include "core/decode/own.hpp"
#include "core/decode/times.hpp"
#include "troupe/core/check.hpp"

/// Structures as their rows say.
namespace troupe {

namespace {

/// A field that is left out of a brief view, but where its siblings say otherwise, is in the whole one whatever they say.
bool has_field(const Decoder& decoder, const View& view, const PlacedField& placed, const StructureBytes& bytes) {
    return bytes.has(placed) || (placed.field->verbose_only && !view.brief.empty() && !decoder.abbreviates());
}

bool is_shown(const Decoder& decoder, const View& view, const PlacedField& placed, const StructureBytes& bytes) {
    const Form form = placed.field->form;
    const bool is_answered = decoder.at_exit && !decoder.failed();
    return form != Form::hidden && (form != Form::answered || is_answered) && has_field(decoder, view, placed, bytes);
}

constexpr std::string_view fields_between = "...";

/// The fields of a view, by name.
void write_view(Decoder& decoder, const View& view, std::span<const std::string_view> names, const StructureBytes& bytes) {
    for (const std::string_view name : names) {
        if (name == fields_between) {
            decoder.out.left_out();
            continue;
        }
        const PlacedField* placed = bytes.layout().find(name);
        if (placed != nullptr && is_shown(decoder, view, *placed, bytes)) {
            write_field(decoder, *placed, bytes);
        }
    }
}

/// The fields of a structure; says how it ends.
End write_fields(Decoder& decoder, const View& view, const StructureBytes& bytes) {
    if (!view.failed.empty() && decoder.failed()) {
        write_view(decoder, view, view.failed, bytes);
        return End::whole;
    }
    if (!view.brief.empty() && decoder.abbreviates()) {
        write_view(decoder, view, view.brief, bytes);
        return view.brief_is_whole ? End::whole : End::cut;
    }
    if (!view.whole.empty()) {
        write_view(decoder, view, view.whole, bytes);
        return view.whole.data() == view.brief.data() ? End::cut : End::whole;  // the rest is never shown
    }
    for (const PlacedField& placed : bytes.layout().fields) {
        if (!is_shown(decoder, view, placed, bytes)) {
            continue;
        }
        if (placed.field->verbose_only && decoder.abbreviates()) {
            return End::cut;
        }
        write_field(decoder, placed, bytes);
    }
    return End::whole;
}

/// Fields without names are elements of a list.
void write_unnamed_fields(Decoder& decoder, const StructureBytes& bytes) {
    decoder.out.open(Shape::array);
    for (const PlacedField& placed : bytes.layout().fields) {
        decoder.out.element();
        write_bare_field(decoder, placed, bytes);
    }
    decoder.out.close();
}

}  // namespace

std::uint64_t StructureBytes::value(const PlacedField& placed, std::size_t index) const {
    const std::size_t at = placed.offset + index * std::size_t{placed.bytes};
    TROUPE_CHECK(placed.bytes <= sizeof(std::uint64_t) && at + placed.bytes <= bytes_.size(), "only what was read has a value");
    std::uint64_t raw = 0;
    std::memcpy(&raw, bytes_.data() + at, placed.bytes);
    if (const unsigned bits = placed.field->bits; bits != 0) {
        return raw >> placed.field->first_bit & ((std::uint64_t{1} << bits) - 1);
    }
    return extended(raw, placed.bytes, is_signed(placed.field->width));
}

std::uint64_t StructureBytes::value(std::string_view name) const {
    const PlacedField* placed = layout_.find(name);
    std::uint64_t all = 0;
    for (std::size_t i = 0; placed != nullptr && i < placed->field->count; ++i) {
        all |= value(*placed, i);
    }
    return all;
}

bool StructureBytes::answers(const Question& question) const {
    return ((value(question.sibling) & question.mask) == question.expected) != question.opposite;
}

bool StructureBytes::has(const PlacedField& placed) const {
    const PlacedField* first = &placed;
    while (first->field->comes_with_previous && first != layout_.fields.data()) {
        --first;
    }
    const bool is_behind = placed.field->form == Form::behind;  // where the structure ends, all of it was given
    if (first->offset >= given_ && !is_behind) {
        return false;
    }
    const auto& [one, other] = placed.field->when;
    return one.sibling.empty() || answers(one) || (!other.sibling.empty() && answers(other));
}

std::uint64_t StructureBytes::count_of(const PlacedField& placed) const {
    const std::uint64_t most = placed.field->count;
    if (placed.field->counter.empty()) {
        return most;
    }
    const std::uint64_t counted = value(placed.field->counter);
    const PlacedField* counter = layout_.find(placed.field->counter);
    const bool is_negative = is_signed(counter->field->width) && static_cast<std::int64_t>(counted) < 0;
    return is_negative ? 0 : std::min(counted * placed.field->per_count + placed.field->beside_count, most);
}

std::span<const std::byte> StructureBytes::field_bytes(const PlacedField& placed) const {
    const std::size_t size = std::size_t{placed.bytes} * placed.field->count;
    TROUPE_CHECK(placed.offset + size <= bytes_.size(), "only what was read has bytes");
    return bytes_.subspan(placed.offset, size);
}

void comment_time(Decoder& decoder, const StructureBytes& time) {
    if (time.layout().find("sec") != nullptr) {
        if (time.layout().find("reserved") != nullptr && !shows_names(decoder)) {  // those of devices (linux/ptp_clock.h)
            return;
        }
        comment_date(decoder, static_cast<std::int64_t>(time.value("sec")), time.value("nsec"), 9);
        return;
    }
    const bool nanoseconds = time.layout().find("tv_nsec") != nullptr;
    const std::uint64_t fraction = time.value(nanoseconds ? "tv_nsec" : "tv_usec");
    comment_date(decoder, static_cast<std::int64_t>(time.value("tv_sec")), fraction, nanoseconds ? 9 : 6);
}

bool shows_any_field(const Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes) {
    const std::span<const std::string_view> names = layout.view.whole;
    return layout.shape == StructShape::bare || std::ranges::any_of(bytes.layout().fields, [&](const PlacedField& placed) {
               const bool is_named = names.empty() || std::ranges::find(names, placed.field->name) != names.end();
               return is_named && is_shown(decoder, layout.view, placed, bytes);
           });
}

End write_open_structure(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes) {
    decoder.out.open(Shape::structure);
    return write_fields(decoder, layout.view, bytes);
}

void write_structure_value(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes) {
    if (layout.shape == StructShape::bare) {
        const auto is_shown = [](const PlacedField& placed) { return placed.field->form != Form::hidden; };
        write_bare_field(decoder, *std::ranges::find_if(bytes.layout().fields, is_shown), bytes);
        return;
    }
    if (bytes.layout().fields.front().field->name.empty()) {
        write_unnamed_fields(decoder, bytes);
        return;
    }
    decoder.out.close(write_open_structure(decoder, layout, bytes));
}

}  // namespace troupe
