#pragma once

#include "core/decode/decoder.hpp"
#include "core/tables/ioctls/own.hpp"

/// Values that have a decoder of their own.
namespace troupe {

struct OwnRow {
    Own own;
    void (*write)(Decoder&, const Kind&, std::uint64_t);
    /// What the kernel has put in the place of what it was given; false, with nothing written, where that is not shown.
    bool (*answer)(Decoder&, const Kind&, std::uint64_t) = nullptr;
};

void write_own(Decoder& decoder, const Kind& kind, std::uint64_t value);
[[nodiscard]] bool has_own_answer(const Kind& kind);
[[nodiscard]] bool write_own_answer(Decoder& decoder, const Kind& kind, std::uint64_t address);

/// Whether constants are shown by their names, alone or behind the numbers.
[[nodiscard]] bool shows_names(const Decoder& decoder);

// Consoles.
void write_sound_period(Decoder& decoder, const Kind& kind, std::uint64_t period);
void write_tone(Decoder& decoder, const Kind& kind, std::uint64_t word);
void write_character(Decoder& decoder, const Kind& kind, std::uint64_t character);
void write_key_table(Decoder& decoder, const Kind& kind, std::uint64_t table);
void write_key_value(Decoder& decoder, const Kind& kind, std::uint64_t key);
void write_key_function(Decoder& decoder, const Kind& kind, std::uint64_t function);
void write_unicode(Decoder& decoder, const Kind& kind, std::uint64_t unicode);
void write_unicode_map(Decoder& decoder, const Kind& kind, std::uint64_t address);
// Devices.
void write_program_list(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_set_controls(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_set_controls(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_pairs_in_brief(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_sized_by_request(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_device_mapper(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_device_mapper(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_touch_slots(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_clock_period(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_clock_samples(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_address_after_failure(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_address_after_failure(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_notice(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_drive_command(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_drive_command(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_drive_sectors(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_scsi_data(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_scsi_sent(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_scsi_received(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_list_if_verbose(Decoder& decoder, const Kind& kind, std::uint64_t address);

// Volumes.
void write_volume_paths(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_volume_places(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_volume_items(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_volume_errors(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_feature_sets(Decoder& decoder, const Kind& kind, std::uint64_t address);

// Network devices.
void write_hardware_address(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_interface_bytes(Decoder& decoder, const Kind& kind, std::uint64_t bytes);
void write_interface_list(Decoder& decoder, const Kind& kind, std::uint64_t address);

// Traced processes.
void write_register_set(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_pending_signals(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_filter_metadata(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_syscall_query(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_traced_call(Decoder& decoder, const Kind& kind, std::uint64_t number);
void write_call_result(Decoder& decoder, const Kind& kind, std::uint64_t result);
// Keys.
void write_key_abilities(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_key_input(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_key_output(Decoder& decoder, const Kind& kind, std::uint64_t address);
// Security modules.
void write_security_contexts(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_security_context(Decoder& decoder, const Kind& kind, std::uint64_t address);
// Mounts.
void write_string_behind(Decoder& decoder, const Kind& kind, std::uint64_t offset);
void write_strings_behind(Decoder& decoder, const Kind& kind, std::uint64_t offset);
// Rings.
void write_ring_file(Decoder& decoder, const Kind& kind, std::uint64_t file);
void write_ring_operation(Decoder& decoder, const Kind& kind, std::uint64_t operation);
void write_ring_probe(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_ring_probe(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_worker_limits(Decoder& decoder, const Kind& kind, std::uint64_t address);
[[nodiscard]] bool answer_worker_limits(Decoder& decoder, const Kind& kind, std::uint64_t address);
// Events that are counted.
void write_event_attributes(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_hardware_event(Decoder& decoder, const Kind& kind, std::uint64_t event);
void write_cache_event(Decoder& decoder, const Kind& kind, std::uint64_t event);
void write_remarked_number(Decoder& decoder, const Kind& kind, std::uint64_t number);
void write_noted_number(Decoder& decoder, const Kind& kind, std::uint64_t number);
void write_remarked_bits(Decoder& decoder, const Kind& kind, std::uint64_t bits);
// Calls of i386.
void write_short_id(Decoder& decoder, const Kind& kind, std::uint64_t id);
void write_signal_handler(Decoder& decoder, const Kind& kind, std::uint64_t handler);
void write_signal_word(Decoder& decoder, const Kind& kind, std::uint64_t word);

// Handles of files, semaphores and futexes.
void write_union_word(Decoder& decoder, const Kind& kind, std::uint64_t word);
void write_mount_id(Decoder& decoder, const Kind& kind, std::uint64_t address);
void write_futex_waiters(Decoder& decoder, const Kind& kind, std::uint64_t address);

void write_font_glyphs(Decoder& decoder, const Kind& kind, std::uint64_t address);

}  // namespace troupe
