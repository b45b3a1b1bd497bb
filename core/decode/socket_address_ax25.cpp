#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "core/decode/list.hpp"
#include "core/decode/socket_address.hpp"
#include "core/decode/text.hpp"

/// Addresses of amateur radio (linux/ax25.h): a call sign of six letters, shifted by a bit, and a number for one station of several.
namespace troupe {

namespace {

constexpr std::size_t letters = 6, sign_size = letters + 1;
constexpr std::uint32_t most_stations = 8;  // AX25_MAX_DIGIS

/// A call sign as a person knows it, ABC-1; empty where it cannot be one, or not inside a comment.
std::string text_of(std::span<const std::byte> sign) {
    std::string text;
    for (const std::byte letter : sign.first(letters)) {
        const auto character = static_cast<char>(static_cast<unsigned>(letter) >> 1);
        if (character < ' ' || character > '~' || character == '*' || character == '/') {
            return {};
        }
        text += character;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    const unsigned station = static_cast<unsigned>(sign[letters]) >> 1 & 0xf;
    return text.empty() && station == 0 ? "*" : fmt::format("{}-{}", text, station);
}

/// Whether these are the bytes that the text alone stands for.
bool is_plain(std::span<const std::byte> sign, std::string_view text) {
    const std::string_view name = text.substr(0, text.rfind('-'));
    const bool has_letters_only = std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    const bool has_free_bits = std::ranges::any_of(sign, [](std::byte byte) { return (byte & std::byte{1}) != std::byte{0}; });
    return text == "*" ? sign[letters] == std::byte{0} && !has_free_bits
                       : has_letters_only && !name.empty() && !has_free_bits && (sign[letters] & std::byte{0xe0}) == std::byte{0};
}

void write_sign(Decoder& decoder, std::span<const std::byte> sign) {
    const ConstantStyle style = decoder.call.style.form.constants;
    const std::string text = text_of(sign);
    const bool plain = !text.empty() && is_plain(sign, text);
    if (plain && style == ConstantStyle::names) {
        decoder.out.symbol(text, 0, NumberForm::none);
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("ax25_call");
    decoder.out.bytes(as_text(sign), BytesForm::hex, false);
    decoder.out.close();
    // Other bytes stand for the same text, so that it is no name of theirs but a remark in every style.
    if (!text.empty() && (!plain || style != ConstantStyle::numbers)) {
        decoder.out.comment(text);
    }
}

}  // namespace

End write_amateur_radio_address(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_sign = 2, at_count = 12, at_stations = 16;
    Writer& out = decoder.out;
    const auto count = address.number<std::uint32_t>(at_count);
    const bool is_full = count != 0 || address.size > at_stations;
    if (is_full) {
        out.field("fsa_ax25");
        out.open(Shape::structure);
    }
    out.field("sax25_call");
    write_sign(decoder, address.at(at_sign, sign_size));
    out.field("sax25_ndigis");
    decoder.signed_number(static_cast<std::int32_t>(count));
    if (!is_full) {
        return End::whole;
    }
    out.close();
    const std::span<const std::byte> stations = address.from(at_stations);
    const std::size_t given = std::min<std::size_t>(stations.size() / sign_size, most_stations);
    if (static_cast<std::int32_t>(count) > 0) {
        out.field("fsa_digipeater");
        write_numbered_list(decoder, std::min(count, most_stations), given,
                            [&](std::uint64_t i) { write_sign(decoder, stations.subspan(i * sign_size, sign_size)); });
    }
    return stations.size() == given * sign_size ? End::whole : End::cut;
}

}  // namespace troupe
