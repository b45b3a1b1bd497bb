#include <gtest/gtest.h>

#include "troupe/core/stack.hpp"

namespace troupe {
namespace {

std::string text_of(const Stack& stack) {
    std::string text;
    append_stack(stack, text);
    return text;
}

StackFrame frame_of(CodePlace place) { return {0x7f0000000010, std::make_shared<const CodePlace>(std::move(place))}; }

TEST(StackText, EachFrameIsALine) {
    EXPECT_EQ(text_of({.frames = {frame_of({.binary = "/lib/libc.so.6", .name = "write", .name_offset = 16, .offset = 0xf8350}),
                                  frame_of({.binary = "/bin/true", .name = "main", .name_offset = 0, .offset = 0x23f1})}}),
              " > /lib/libc.so.6(write+0x10) [0xf8350]\n > /bin/true(main+0x0) [0x23f1]\n");
}

TEST(StackText, WhatHasNoNameHasNone) {
    EXPECT_EQ(text_of({.frames = {frame_of({.binary = "/bin/true", .name = {}, .offset = 0x23f1})}}), " > /bin/true() [0x23f1]\n");
}

TEST(StackText, LinesOfSourceFollowTheAddress) {
    EXPECT_EQ(text_of({.frames = {frame_of({.binary = "a", .name = "f", .name_offset = 1, .offset = 2, .source = "src/a.c", .line = 30})}}),
              " > a(f+0x1) [0x2] src/a.c:30\n");
}

TEST(StackText, PlacesOfNoFileAndCutStacksSaySo) {
    EXPECT_EQ(text_of({.frames = {{0x7f13a55eb00b, nullptr}}}), " > unexpected_backtracing_error [0x7f13a55eb00b]\n");
    EXPECT_EQ(text_of({.frames = {}, .cut = true}), " > too many stack frames\n");
    EXPECT_EQ(text_of({}), "");
}

}  // namespace
}  // namespace troupe
