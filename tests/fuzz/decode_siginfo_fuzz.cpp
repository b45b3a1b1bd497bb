// Any bytes are a siginfo.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "troupe/core/check.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/text_writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    siginfo_t info{};
    std::memcpy(&info, data, std::min(size, sizeof(info)));
    std::string text;
    troupe::TextWriter writer(text);
    troupe::decode_siginfo(info, writer);
    TROUPE_CHECK(text.starts_with("{si_signo=") && text.ends_with('}'), "half a siginfo");
    return 0;
}
