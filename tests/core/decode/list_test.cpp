#include "core/decode/list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/fake_memory.hpp"
#include "troupe/core/text_writer.hpp"

/// The loop that writes lists.
namespace troupe::tests {
namespace {

TEST(InnerLists, ShowTogetherAsManyElementsAsTheirLimitSays) {
    constexpr std::uint64_t limit = Decoder::inner_elements_limit;
    FakeMemory memory;
    const Shown shown{};
    const TextStyle style{};
    const CallView call{.call = {}, .shown = shown, .memory = memory, .style = style};
    const auto written = [&](std::uint64_t in_first, std::uint64_t in_second) {
        std::string text;
        TextWriter out(text);
        Decoder decoder{.call = call, .out = out};
        write_numbered_list(decoder, 2, 2, [&](std::uint64_t outer) {
            const std::uint64_t count = outer == 0 ? in_first : in_second;
            write_numbered_list(decoder, count, count, [&](std::uint64_t) { decoder.unsigned_number(7); });
        });
        return text;
    };
    const auto sevens = [](const std::string& text) { return static_cast<std::uint64_t>(std::ranges::count(text, '7')); };
    EXPECT_EQ(sevens(written(limit, 0)), limit);
    EXPECT_EQ(sevens(written(limit - 1, 2)), limit);
    const std::string cut = written(limit + 1, 1);
    EXPECT_EQ(sevens(cut), limit);
    EXPECT_EQ(cut.substr(cut.size() - 18), "7, 7, ...], [...]]");
}

}  // namespace
}  // namespace troupe::tests
