#include "core/tables/flags/capabilities.hpp"

#include <linux/capability.h>

#include <array>
#include <cstring>

#include "core/decode/array.hpp"

/// What capget tells and capset sets (linux/capability.h): one set of words, or two of which the second has the capabilities above 31.
namespace troupe {

namespace {

struct CapabilityWords {
    std::uint32_t effective = 0;
    std::uint32_t permitted = 0;
    std::uint32_t inheritable = 0;
};

/// 1<<CAP_CHOWN|1<<CAP_BPF
void write_set(Writer& out, std::string_view name, std::uint32_t low, std::uint32_t high) {
    out.field(name);
    if (high == 0) {
        out.flags(low_capabilities, low);
        return;
    }
    out.open(Shape::any_of);
    if (low != 0) {
        out.element();
        out.flags(low_capabilities, low);
    }
    out.element();
    out.flags(high_capabilities, high);
    out.close();
}

/// Of versions that are not known, what the first one has.
std::size_t words_of(Decoder& decoder) {
    constexpr std::size_t header = 0;
    struct __user_cap_header_struct asked {};
    if (!decoder.memory().read_object(decoder.argument(header), asked)) {
        return 0;
    }
    switch (asked.version) {
        case _LINUX_CAPABILITY_VERSION_2:
        case _LINUX_CAPABILITY_VERSION_3:
            return _LINUX_CAPABILITY_U32S_3;
        default:
            return _LINUX_CAPABILITY_U32S_1;
    }
}

}  // namespace

void write_capabilities(Decoder& decoder, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const std::size_t count = words_of(decoder);
    if (count == 0) {
        write_unread(decoder, address);
        return;
    }
    std::array<CapabilityWords, _LINUX_CAPABILITY_U32S_3> words{};
    const std::span<std::byte> bytes = std::as_writable_bytes(std::span(words).first(count));
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const auto& [low, high] = words;
    decoder.out.open(Shape::structure);
    write_set(decoder.out, "effective", low.effective, high.effective);
    write_set(decoder.out, "permitted", low.permitted, high.permitted);
    write_set(decoder.out, "inheritable", low.inheritable, high.inheritable);
    decoder.out.close();
}

}  // namespace troupe
