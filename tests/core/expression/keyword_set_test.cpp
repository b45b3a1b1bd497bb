#include "troupe/core/keyword_set.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace troupe {

namespace {

enum class Colour { red, green, light_blue };

}  // namespace

template <>
struct KeywordsOf<Colour> {
    static constexpr std::string_view kind = "colour";
    static constexpr std::array<Keyword, 5> words = {{{"red", member(Colour::red)},
                                                      {"green", member(Colour::green)},
                                                      {"verdant", member(Colour::green)},
                                                      {"light-blue", member(Colour::light_blue)},
                                                      {"warm", member(Colour::red) | member(Colour::green)}}};
};

namespace {

using Colours = KeywordSet<Colour>;

Colours colours_of(std::string_view text) {
    const auto parsed = Colours::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Colours{});
}

ParseError refused_colours(std::string_view text) {
    const auto parsed = Colours::parse(text);
    EXPECT_FALSE(parsed) << text;
    return parsed ? ParseError{} : parsed.error();
}

TEST(KeywordSet, WordsAreJoinedInAnyOrder) {
    EXPECT_EQ(colours_of("red"), Colours{Colour::red});
    EXPECT_EQ(colours_of("light-blue,red"), (Colours{Colour::red, Colour::light_blue}));
    EXPECT_EQ(colours_of("red,red"), Colours{Colour::red});
}

TEST(KeywordSet, SynonymsAndWordsForSeveralAreWordsAsWell) {
    EXPECT_EQ(colours_of("verdant"), colours_of("green"));
    EXPECT_EQ(colours_of("warm"), colours_of("green,red"));
}

TEST(KeywordSet, CaseDoesNotMatter) { EXPECT_EQ(colours_of("RED,Light-Blue"), colours_of("light-blue,red")); }

TEST(KeywordSet, AllAndNoneAreInEverySet) {
    EXPECT_EQ(colours_of("all"), Colours::all());
    EXPECT_EQ(colours_of("none"), Colours{});
    EXPECT_TRUE(colours_of("none").empty());
    EXPECT_EQ(refused_colours("none,red").text(), "invalid colour 'none'") << "they stand alone, in small letters";
    EXPECT_EQ(refused_colours("red,all").text(), "invalid colour 'all'");
    EXPECT_EQ(refused_colours("ALL").text(), "invalid colour 'ALL'");
}

TEST(KeywordSet, EachMarkInverts) {
    EXPECT_EQ(colours_of("!red"), (Colours{Colour::green, Colour::light_blue}));
    EXPECT_EQ(colours_of("!!red"), Colours{Colour::red});
    EXPECT_EQ(colours_of("!none"), Colours::all());
    EXPECT_EQ(colours_of("!all"), Colours{});
}

TEST(KeywordSet, MembersCanBeAskedForAndAdded) {
    Colours colours;
    EXPECT_FALSE(colours.contains(Colour::green));
    colours.insert(Colour::green);
    EXPECT_TRUE(colours.contains(Colour::green));
    EXPECT_FALSE(colours.contains(Colour::red));
}

TEST(KeywordSet, AnUnknownWordIsRefusedWithItsPlaceAndTheNearest) {
    EXPECT_EQ(refused_colours("red,gren").text(), "invalid colour 'gren' (did you mean 'green'?)");
    EXPECT_EQ(refused_colours("red,gren").column, 4U);
    EXPECT_EQ(refused_colours("zzzzzzzz").text(), "invalid colour 'zzzzzzzz'");
    EXPECT_EQ(refused_colours("red,!green").text(), "invalid colour '!green' (did you mean 'green'?)");
}

TEST(KeywordSet, EmptyWordsArePassedOver) { EXPECT_EQ(colours_of(",red,,green,"), colours_of("red,green")); }

TEST(KeywordSet, ASetWithoutWordsIsRefused) {
    for (const std::string text : {"", "!", ",", "!!,"}) {
        EXPECT_EQ(refused_colours(text).text(), "invalid colour '" + text + "'");
    }
}

}  // namespace

}  // namespace troupe
