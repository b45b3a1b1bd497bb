// Any bytes are a siginfo.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "tests/fuzz/valid_json.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/json_writer.hpp"
#include "troupe/core/text_writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    siginfo_t info{};
    std::memcpy(&info, data, std::min(size, sizeof(info)));
    std::string text;
    troupe::TextWriter writer(text);
    troupe::decode_siginfo(info, writer);
    const bool none = info.si_signo == 0;  // waitid found no child
    TROUPE_CHECK(none ? text == "{}" : text.starts_with("{si_signo=") && text.ends_with('}'), "half a siginfo");
    std::string json;
    troupe::JsonWriter json_writer(json);
    troupe::decode_siginfo(info, json_writer);
    TROUPE_CHECK(troupe::fuzz::is_valid_json(json), "a siginfo that is no JSON");
    return 0;
}
