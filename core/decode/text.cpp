#include "core/decode/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <optional>
#include <span>
#include <string>

#include "core/decode/list.hpp"
#include "core/decode/words.hpp"
#include "core/format/whole_bytes.hpp"

namespace troupe {

namespace {

void write_terminated(Decoder& decoder, std::uint64_t address, std::size_t limit, BytesForm form) {
    if (address == 0) {
        decoder.pointer(address);
        return;
    }
    std::string text;
    const StringEnd end = decoder.memory().read_string(address, limit + 1, text);
    if (end == StringEnd::fault) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.bytes(std::string_view(text).substr(0, limit), form, text.size() > limit);
}

struct Count {
    std::uint64_t variables = 0;
    bool terminated = true;
};

/// The kernel takes no more than this many strings (MAX_ARG_STRINGS is far above what its memory limit lets through).
constexpr std::uint64_t most_strings = 1u << 20;

Count count_words(Decoder& decoder, std::uint64_t address) {
    Count count;
    Words words(decoder);
    std::uint64_t word = 0;
    while (count.variables < most_strings) {
        if (!words.read(address + count.variables * decoder.word_size(), word)) {
            count.terminated = false;
            return count;
        }
        if (word == 0) {
            return count;
        }
        ++count.variables;
    }
    count.terminated = false;
    return count;
}

}  // namespace

void write_hardware_address(Writer& out, std::span<const std::byte> bytes, std::size_t shown) {
    std::string text;
    for (const std::byte byte : bytes.first(std::min(shown, bytes.size()))) {
        text += fmt::format("{}{:02x}", text.empty() ? "" : ":", static_cast<unsigned>(byte));
    }
    out.spelled({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    out.symbol(text, 0, NumberForm::none);
}

void write_path(Decoder& decoder, std::uint64_t address) { write_terminated(decoder, address, PATH_MAX - 1, BytesForm::path); }

void write_told_path(Decoder& decoder, std::uint64_t address) {
    const std::uint64_t told = decoder.count_returned();  // none: as far as the path goes
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(told - 1, PATH_MAX - 1));
    write_terminated(decoder, address, length, BytesForm::path);
}

void write_string(Decoder& decoder, std::uint64_t address) { write_string(decoder, address, decoder.string_limit()); }

void write_string(Decoder& decoder, std::uint64_t address, std::size_t limit) {
    write_terminated(decoder, address, limit, BytesForm::text);
}

namespace {

/// As many as are shown. Nothing, with the address written, where they cannot be read.
std::optional<std::string> read_shown(Decoder& decoder, std::uint64_t address, std::uint64_t count) {
    if (address == 0) {
        decoder.pointer(address);
        return std::nullopt;
    }
    const auto shown = static_cast<std::size_t>(std::min<std::uint64_t>(count, decoder.string_limit()));
    // One byte more is looked at where there are more: memory that is not there shows.
    const std::size_t wanted = shown + (count > shown ? 1 : 0);
    auto bytes = decoder.is_beyond_reach(address) ? std::nullopt : read_whole(decoder.memory(), address, wanted);
    if (!bytes) {
        write_unreadable(decoder, address);
        return std::nullopt;
    }
    bytes->resize(shown);
    return bytes;
}

}  // namespace

void write_bytes(Decoder& decoder, std::uint64_t address, std::uint64_t count, BytesForm form) {
    if (const auto bytes = read_shown(decoder, address, count)) {
        decoder.out.bytes(*bytes, form, count > bytes->size());
    }
}

void write_string_array(Decoder& decoder, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    Words words(decoder);
    std::uint64_t word = 0;
    const auto next = [&](std::uint64_t number, std::uint64_t where) {
        if (!words.read(where, word)) {
            return Next::unreadable;
        }
        if (word == 0) {
            return Next::end;
        }
        return number >= decoder.element_limit() ? Next::more_than_shown : Next::element;
    };
    write_list(decoder, address, decoder.word_size(), next, [&] { write_string(decoder, word); });
}

void write_environment(Decoder& decoder, std::uint64_t address) {
    if (!decoder.abbreviates()) {
        write_string_array(decoder, address);
        return;
    }
    write_unread(decoder, address);
    if (address == 0 || !decoder.looks_behind()) {
        return;
    }
    const Count count = count_words(decoder, address);
    if (count.variables == 0 && !count.terminated) {
        return;
    }
    decoder.out.comment(
        fmt::format("{} var{}{}", count.variables, count.variables == 1 ? "" : "s", count.terminated ? "" : ", unterminated"));
}

}  // namespace troupe
