// Any bytes are a JSON string or base64; what was written has no raw control character and ends where it should.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "troupe/core/check.hpp"
#include "troupe/core/json_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::string out;
    troupe::json::append_bytes(bytes, out);
    const auto is_control = [](char character) { return static_cast<unsigned char>(character) < 0x20; };
    TROUPE_CHECK(std::ranges::none_of(out, is_control), "a control character in JSON");
    TROUPE_CHECK(troupe::json::is_utf8(out), "JSON that is not UTF-8");
    const bool text = troupe::json::is_utf8(bytes);
    TROUPE_CHECK(text ? out.starts_with('"') && out.ends_with('"') : out.starts_with(R"({"base64":")") && out.ends_with("\"}"),
                 "half a string");
    return 0;
}
