#include "core/decode/own.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "troupe/core/check.hpp"

namespace troupe {

namespace {

/// The kind of structure that the first word of what stands there asks for; nullptr where there is no word.
const Kind* chosen_by_first_word(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    std::uint32_t word = 0;
    if (!decoder.memory().read_object(address, word)) {
        return nullptr;
    }
    const auto row =
        std::ranges::find_if(kind.choices, [word](const Choice& choice) { return choice.otherwise || choice.command == word; });
    return row == kind.choices.end() ? nullptr : &row->argument.kind;
}

void write_by_first_word(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const Kind* chosen = chosen_by_first_word(decoder, kind, address);
    chosen == nullptr ? write_unreadable(decoder, address) : write_value(decoder, *chosen, address);
}

bool answer_by_first_word(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const Kind* chosen = address == 0 ? nullptr : chosen_by_first_word(decoder, kind, address);
    return chosen != nullptr && has_answers(*chosen) && write_answers(decoder, *chosen, address);
}

void write_low_byte_flags(Decoder& decoder, const Kind& kind, std::uint64_t word) { decoder.out.flags(*kind.flag_set, word & 0xff); }

void write_named_unsigned(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const std::string_view name = name_in(*kind.value_set, value);
    name.empty() ? decoder.unsigned_number(value) : decoder.out.symbol(name, value, NumberForm::unsigned_decimal);
}

void write_wide_descriptor(Decoder& decoder, const Kind&, std::uint64_t value) {
    constexpr std::uint64_t last = 0x7fffffff;
    value > last ? decoder.unsigned_number(value) : write_value(decoder, kind::fd, value);
}

void write_decimal_value(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    const std::string_view name = name_in(*kind.value_set, value);
    if (!name.empty()) {
        decoder.out.symbol(name, value, NumberForm::decimal);
        return;
    }
    decoder.signed_number(static_cast<std::int32_t>(value));
    if (shows_names(decoder)) {
        decoder.out.comment(kind.value_set->unknown);
    }
}

void write_parts_or_number(Decoder& decoder, const Kind& kind, std::uint64_t value) {
    shows_names(decoder) ? write_word_parts(decoder.out, *kind.parts, value) : decoder.hex_number(value);
}

void write_wide_hex(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.out.number(value, NumberForm::wide_hex); }

void write_long_hex(Decoder& decoder, const Kind&, std::uint64_t value) { decoder.out.number(value, NumberForm::long_hex); }

void write_converted_short(Decoder& decoder, const Kind&, std::uint64_t value) {
    const auto number = static_cast<std::uint16_t>(value);
    write_converted_number(decoder.out, std::as_bytes(std::span(&number, 1)));
}

constexpr OwnRow rows[] = {
    {Own::by_first_word, write_by_first_word, answer_by_first_word},
    {Own::named_unsigned, write_named_unsigned},
    {Own::pairs_in_brief, write_pairs_in_brief},
    {Own::sized_by_request, write_sized_by_request},
    {Own::device_mapper, write_device_mapper, answer_device_mapper},
    {Own::wide_hex, write_wide_hex},
    {Own::converted_short, write_converted_short},
    {Own::long_hex, write_long_hex},
    {Own::decimal_value, write_decimal_value},
    {Own::wide_descriptor, write_wide_descriptor},
    {Own::parts_or_number, write_parts_or_number},
    {Own::program_list, write_program_list},
    {Own::set_controls, write_set_controls, answer_set_controls},
    {Own::low_byte_flags, write_low_byte_flags},
    {Own::sound_period, write_sound_period},
    {Own::tone, write_tone},
    {Own::character, write_character},
    {Own::key_table, write_key_table},
    {Own::key_value, write_key_value},
    {Own::key_function, write_key_function},
    {Own::unicode, write_unicode},
    {Own::unicode_map, write_unicode_map},
    {Own::touch_slots, write_touch_slots},
    {Own::clock_period, write_clock_period},
    {Own::clock_samples, write_clock_samples},
    {Own::address_after_failure, write_address_after_failure, answer_address_after_failure},
    {Own::notice, write_notice},
    {Own::drive_command, write_drive_command, answer_drive_command},
    {Own::drive_sectors, write_drive_sectors},
    {Own::scsi_data, write_scsi_data},
    {Own::scsi_sent, write_scsi_sent},
    {Own::scsi_received, write_scsi_received},
    {Own::hardware_address, write_hardware_address},
    {Own::interface_bytes, write_interface_bytes},
    {Own::interface_list, write_interface_list},
    {Own::event_attributes, write_event_attributes},
    {Own::hardware_event, write_hardware_event},
    {Own::cache_event, write_cache_event},
    {Own::remarked_number, write_remarked_number},
    {Own::noted_number, write_noted_number},
    {Own::remarked_bits, write_remarked_bits},
    {Own::register_set, write_register_set},
    {Own::pending_signals, write_pending_signals},
    {Own::filter_metadata, write_filter_metadata},
    {Own::syscall_query, write_syscall_query},
    {Own::traced_call, write_traced_call},
    {Own::call_result, write_call_result},
    {Own::ring_file, write_ring_file},
    {Own::ring_operation, write_ring_operation},
    {Own::ring_probe, write_ring_probe, answer_ring_probe},
    {Own::worker_limits, write_worker_limits, answer_worker_limits},
    {Own::key_abilities, write_key_abilities},
    {Own::key_input, write_key_input},
    {Own::key_output, write_key_output},
    {Own::security_contexts, write_security_contexts},
    {Own::security_context, write_security_context},
    {Own::string_behind, write_string_behind},
    {Own::strings_behind, write_strings_behind},
    {Own::font_glyphs, write_font_glyphs},
    {Own::volume_paths, write_volume_paths},
    {Own::volume_places, write_volume_places},
    {Own::volume_items, write_volume_items},
    {Own::volume_errors, write_volume_errors},
    {Own::feature_sets, write_feature_sets},
    {Own::list_if_verbose, write_list_if_verbose},
    {Own::short_id, write_short_id},
    {Own::signal_handler, write_signal_handler},
    {Own::signal_word, write_signal_word},
    {Own::previous_signal_word, write_signal_word},
    {Own::mount_id, write_mount_id},
    {Own::union_word, write_union_word},
    {Own::futex_waiters, write_futex_waiters},
};

const OwnRow& row_of(const Kind& kind) {
    const auto row = std::ranges::find(rows, kind.own, &OwnRow::own);
    TROUPE_CHECK(row != std::end(rows), "every decoder of its own has a row");
    return *row;
}

}  // namespace

void write_short_id(Decoder& decoder, const Kind&, std::uint64_t id) {
    constexpr std::uint64_t none = 0xffff;
    (id & none) == none ? decoder.signed_number(-1) : decoder.unsigned_number(id & none);
}

bool shows_names(const Decoder& decoder) { return decoder.call.style.form.constants != ConstantStyle::numbers; }

void write_own(Decoder& decoder, const Kind& kind, std::uint64_t value) { row_of(kind).write(decoder, kind, value); }

bool has_own_answer(const Kind& kind) { return row_of(kind).answer != nullptr; }

bool write_own_answer(Decoder& decoder, const Kind& kind, std::uint64_t address) { return row_of(kind).answer(decoder, kind, address); }

}  // namespace troupe
