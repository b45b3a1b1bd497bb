#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/decode/decoder.hpp"

namespace troupe {

/// The same bytes, as writers take them.
inline std::string_view as_text(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// 00:1f:…
/// `shown`: bytes, where those that are spelled are more.
void write_hardware_address(Writer& out, std::span<const std::byte> bytes, std::size_t shown = SIZE_MAX);
/// NUL-terminated and whole, as far as the kernel's PATH_MAX goes.
void write_path(Decoder& decoder, std::uint64_t address);
/// Of as many bytes as the result says, with its NUL.
void write_told_path(Decoder& decoder, std::uint64_t address);
/// NUL-terminated, at most the string limit shown.
void write_string(Decoder& decoder, std::uint64_t address);
void write_string(Decoder& decoder, std::uint64_t address, std::size_t limit);
/// `count` bytes, at most the string limit shown.
void write_bytes(Decoder& decoder, std::uint64_t address, std::uint64_t count, BytesForm form = BytesForm::text);
/// ["a", "b"]
void write_string_array(Decoder& decoder, std::uint64_t address);
/// 0x7ffd… /* 23 vars */, or all of them where nothing is abbreviated.
void write_environment(Decoder& decoder, std::uint64_t address);

}  // namespace troupe
