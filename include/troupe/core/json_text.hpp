#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The small pieces of JSON (RFC 8259), appended to a string that a writer puts together.
namespace troupe::json {

/// Whether these bytes are UTF-8 as JSON wants it: no surrogates, nothing beyond U+10FFFF, no longer form than needed (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// `"text"`, escaped. `text` has to be UTF-8: names of ours are, what comes from a tracee goes through `append_bytes`.
void append_string(std::string_view text, std::string& out);
/// Bytes from anywhere: `"text"` where they are UTF-8, else `{"base64":"…"}`.
void append_bytes(std::string_view bytes, std::string& out);
/// `"name":`
void append_key(std::string_view name, std::string& out);

void append_number(std::int64_t value, std::string& out);
void append_number(std::uint64_t value, std::string& out);
/// `"0x1f"`: a string, because readers of JSON round numbers beyond 2^53.
void append_hexadecimal(std::uint64_t value, std::string& out);
/// The shortest digits that read back as `value`; `null` for what JSON has no number for (infinities, NaN).
void append_real(double value, std::string& out);

/// Without quotes; padded with `=` (RFC 4648, section 4).
void append_base64(std::string_view bytes, std::string& out);

}  // namespace troupe::json
