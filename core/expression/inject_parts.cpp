// The two values of an injection that have a grammar of their own: pokes and `when=`.
#include <algorithm>

#include "core/expression/inject_values.hpp"
#include "troupe/core/decimal.hpp"

namespace troupe {

namespace {

constexpr std::string_view argument_prefix = "@arg";
constexpr std::uint32_t most_arguments = 7;  // what the grammar has room for; no call of ours has more than six
constexpr std::size_t most_bytes = 1024;

constexpr std::uint32_t largest_first = 65535;
constexpr std::uint32_t largest_last = 65534;
constexpr std::uint32_t largest_step = 65535;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Meant<std::vector<std::byte>> bytes_meant(Element digits) {
    if (digits.text.empty()) return wrong("there are no bytes to poke", digits.column);
    const auto odd = std::ranges::find_if(digits.text, [](char c) { return hex_digit(c) < 0; });
    if (odd != digits.text.end()) {
        const auto place = static_cast<std::size_t>(odd - digits.text.begin());
        return wrong("'" + std::string(1, *odd) + "' is not a hexadecimal digit", digits.column + place);
    }
    if (digits.text.size() % 2 != 0) {
        return wrong("a byte is two hexadecimal digits, and there are " + std::to_string(digits.text.size()), digits.column);
    }
    if (digits.text.size() / 2 > most_bytes) {
        return wrong("at most " + std::to_string(most_bytes) + " bytes can be poked, not " + std::to_string(digits.text.size() / 2),
                     digits.column);
    }
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i < digits.text.size(); i += 2) {
        bytes.push_back(static_cast<std::byte>(hex_digit(digits.text[i]) * 16 + hex_digit(digits.text[i + 1])));
    }
    return bytes;
}

Meant<ArgumentPoke> poke_meant(Element element) {
    const std::size_t equals = element.text.find('=');
    if (!element.text.starts_with(argument_prefix) || equals == std::string_view::npos) {
        return wrong("a poke is @argN=HEX, not '" + std::string(element.text) + "'", element.column);
    }
    const std::string_view number = element.text.substr(argument_prefix.size(), equals - argument_prefix.size());
    const std::uint32_t argument = decimal(number, most_arguments).value_or(0);
    if (argument < 1) {
        return wrong("arguments are @arg1 to @arg" + std::to_string(most_arguments) + ", not @arg" + std::string(number), element.column);
    }
    auto bytes = bytes_meant({element.text.substr(equals + 1), element.column + equals + 1});
    if (!bytes) return tl::unexpected(bytes.error());
    return ArgumentPoke{static_cast<std::uint8_t>(argument - 1), *std::move(bytes)};
}

/// A number from 1 to `most`, called `what`.
Meant<std::uint64_t> number_of_when(Element text, const std::string& what, std::uint32_t most) {
    const std::uint32_t number = signed_decimal(text.text, most).value_or(0);
    if (number < 1) {
        return wrong(what + " of when= is 1 to " + std::to_string(most) + ", not '" + std::string(text.text) + "'", text.column);
    }
    return std::uint64_t{number};
}

}  // namespace

Meant<std::vector<ArgumentPoke>> pokes_meant(Element value) {
    std::vector<ArgumentPoke> pokes;
    for (std::size_t start = 0; start < value.text.size();) {
        const std::size_t end = std::min(value.text.find(',', start), value.text.size());
        const Element element{value.text.substr(start, end - start), value.column + start};
        start = end + 1;
        if (element.text.empty()) continue;
        auto poke = poke_meant(element);
        if (!poke) return tl::unexpected(poke.error());
        if (std::ranges::find(pokes, poke->argument, &ArgumentPoke::argument) != pokes.end()) {
            return wrong("@arg" + std::to_string(poke->argument + 1) + " is poked twice", element.column);
        }
        pokes.push_back(*std::move(poke));
    }
    if (pokes.empty()) return wrong("a poke is @argN=HEX, and there is none", value.column);
    return pokes;
}

Meant<When> when_meant(Element value) {
    const std::size_t digits = std::min(value.text.find_first_of("0123456789"), value.text.size());
    const std::size_t plus = value.text.find('+', digits);  // not the sign of the first
    const std::string_view range = value.text.substr(0, plus);
    const std::size_t dots = range.find("..");

    When when;
    const auto first = number_of_when({range.substr(0, dots), value.column}, "the first", largest_first);
    if (!first) return tl::unexpected(first.error());
    when.first = *first;
    if (dots != std::string_view::npos) {
        const Element text{range.substr(dots + 2), value.column + dots + 2};
        const auto last = number_of_when(text, "the last", largest_last);
        if (!last) return tl::unexpected(last.error());
        if (*last < when.first) return wrong("the last of when= is before the first", text.column);
        when.last = *last;
    } else if (plus == std::string_view::npos) {
        when.last = when.first;
    }
    if (plus != std::string_view::npos && plus + 1 < value.text.size()) {
        const auto step = number_of_when({value.text.substr(plus + 1), value.column + plus + 1}, "the step", largest_step);
        if (!step) return tl::unexpected(step.error());
        when.step = *step;
    }
    return when;
}

}  // namespace troupe
