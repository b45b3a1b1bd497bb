#include <cstdio>
#include <string_view>

#include "lua/flat_call.hpp"
#include "troupe/core/json_text.hpp"

// What scripts write: `print` and `troupe.emit` (flat_call.hpp says what flat functions are).
namespace troupe::lua::abi {
extern "C" {

void troupe_print(const char* text, std::size_t length) {
    flat([=](Border& here) {
        if (here.effects != nullptr) {
            here.effects->print({text, length});
        } else {
            std::fwrite(text, 1, length, stderr);
        }
        return 0;
    });
}

void troupe_emit_begin() {
    flat([](Border& here) {
        here.emission.clear();
        return 0;
    });
}

void troupe_emit_text(const char* json, std::size_t length) {
    flat([=](Border& here) {
        here.emission.append(json, length);
        return 0;
    });
}

void troupe_emit_string(const char* bytes, std::size_t length) {
    flat([=](Border& here) {
        json::append_bytes({bytes, length}, here.emission);
        return 0;
    });
}

bool troupe_emit_name(const char* name, std::size_t length) {
    return flat([=](Border& here) {
        if (!json::is_utf8({name, length})) return false;
        json::append_key({name, length}, here.emission);
        return true;
    });
}

void troupe_emit_number(double value) {
    flat([=](Border& here) {
        json::append_real(value, here.emission);
        return 0;
    });
}

void troupe_emit_signed(long value) {
    flat([=](Border& here) {
        json::append_number(std::int64_t{value}, here.emission);
        return 0;
    });
}

void troupe_emit_unsigned(kernel_ulong_t value) {
    flat([=](Border& here) {
        json::append_number(std::uint64_t{value}, here.emission);
        return 0;
    });
}

void troupe_emit_end() {
    flat([](Border& here) {
        if (here.effects != nullptr) here.effects->emit(here.task(), here.emission);
        return 0;
    });
}

}  // extern "C"
}  // namespace troupe::lua::abi
