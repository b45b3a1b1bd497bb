#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// A word of a set, and the members it stands for, as bits. Synonyms are rows of their own.
struct Keyword {
    std::string_view word;
    std::uint32_t members = 0;
};

/// The bit of a member.
template <typename Enum>
constexpr std::uint32_t member(Enum value) {
    return std::uint32_t{1} << static_cast<unsigned>(value);
}

/// The words of a set, and what messages call one of them. To be specialised for each enum that is used in a `KeywordSet`:
/// `static constexpr std::string_view kind = "quiet"; static constexpr std::array<Keyword, N> words = {…};`
template <typename Enum>
struct KeywordsOf;

/// The members that `text` names: `[!…]word,word`, in any case; each `!` inverts, empty words are passed over. Instead of words, `all` or
/// `none`. Errors: `invalid KIND 'word'`, with the nearest word there is.
[[nodiscard]] tl::expected<std::uint32_t, ParseError> parse_keywords(std::string_view kind, std::span<const Keyword> words,
                                                                     std::string_view text);

/// A set of values of `Enum`, fewer than 32 of them, that users write as words (`-e quiet=attach,exit`).
template <typename Enum>
class KeywordSet {
 public:
    constexpr KeywordSet() = default;
    constexpr KeywordSet(std::initializer_list<Enum> members) {
        for (const Enum value : members) bits_ |= member(value);
    }
    [[nodiscard]] static constexpr KeywordSet all() {
        KeywordSet set;
        for (const Keyword& row : KeywordsOf<Enum>::words) set.bits_ |= row.members;
        return set;
    }
    [[nodiscard]] static tl::expected<KeywordSet, ParseError> parse(std::string_view text) {
        return parse_keywords(KeywordsOf<Enum>::kind, KeywordsOf<Enum>::words, text).map([](std::uint32_t bits) {
            KeywordSet set;
            set.bits_ = bits;
            return set;
        });
    }

    [[nodiscard]] constexpr bool contains(Enum value) const { return (bits_ & member(value)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    constexpr void insert(Enum value) { bits_ |= member(value); }
    friend constexpr bool operator==(KeywordSet, KeywordSet) = default;

 private:
    std::uint32_t bits_ = 0;
};

}  // namespace troupe
