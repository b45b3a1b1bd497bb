#include "actors/output/rotating_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "actors/output/open_file.hpp"
#include "actors/output/sink.hpp"
#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

class RotationTest : public testing::Test {
 protected:
    RotatingFile& begin(Rotation rotation, bool append = false) {
        fd_ = std::move(*open_output_file(scratch_.file("t"), append));
        file_.emplace(scratch_.file("t"), rotation);
        file_->opened(fd_);
        return *file_;
    }
    void write(std::string_view text) {
        const WrittenBytes done = file_->write(fd_, text);
        EXPECT_EQ(done.code, 0);
        EXPECT_EQ(done.bytes, text.size());
    }
    [[nodiscard]] std::string written(const std::string& name) const { return contents(scratch_.file(name)); }
    [[nodiscard]] bool is_there(const std::string& name) const { return std::filesystem::exists(scratch_.file(name)); }

    Scratch scratch_;
    UniqueFd fd_;
    std::optional<RotatingFile> file_;
};

TEST_F(RotationTest, AFullFileIsKeptBesideTheNextAndTheOldestGoes) {
    begin({.size = 10, .keep = 2});
    for (const char* line : {"one-one\n", "two-two\n", "three\n", "4\n", "five-five\n"}) {
        write(line);
    }
    EXPECT_EQ(written("t"), "five-five\n");
    EXPECT_EQ(written("t.1"), "three\n4\n");
    EXPECT_EQ(written("t.2"), "two-two\n");
    EXPECT_FALSE(is_there("t.3")) << "the first is gone";
}

TEST_F(RotationTest, AFileIsFilledToTheLastByte) {
    begin({.size = 8, .keep = 1});
    write("123\n567\n");
    EXPECT_FALSE(is_there("t.1"));
    write("9\n");
    EXPECT_EQ(written("t.1"), "123\n567\n");
    EXPECT_EQ(written("t"), "9\n");
}

TEST_F(RotationTest, LinesThatComeTogetherArePartedWhereTheFileIsFull) {
    begin({.size = 8, .keep = 5});
    write("1234\n123\n12\n1234567\n");
    EXPECT_EQ(written("t.2"), "1234\n");
    EXPECT_EQ(written("t.1"), "123\n12\n");
    EXPECT_EQ(written("t"), "1234567\n") << "not full before something comes";
}

TEST_F(RotationTest, ALongerLineThanAFileMayBeStaysWhole) {
    begin({.size = 8, .keep = 5});
    write("1\n");
    write("a line that is longer\n2\n");
    EXPECT_EQ(written("t.2"), "1\n");
    EXPECT_EQ(written("t.1"), "a line that is longer\n");
    EXPECT_EQ(written("t"), "2\n");
}

TEST_F(RotationTest, ALineThatIsOpenIsEndedWhereItWasBegun) {
    begin({.size = 8, .keep = 5});
    write("1\nread(0");
    write(", \"\", 1) = 0\n2\n");
    EXPECT_EQ(written("t.1"), "1\nread(0, \"\", 1) = 0\n");
    EXPECT_EQ(written("t"), "2\n");
}

TEST_F(RotationTest, WhatWasThereBeforeCountsWhereItIsAppendedTo) {
    begin({});
    write("12345\n");
    begin({.size = 8, .keep = 1}, true);
    write("678\n");
    EXPECT_EQ(written("t.1"), "12345\n");
    EXPECT_EQ(written("t"), "678\n");
}

TEST_F(RotationTest, WithoutASizeThereIsOneFile) {
    begin({});
    write(std::string(100'000, 'x') + '\n');
    write("y\n");
    EXPECT_FALSE(is_there("t.1"));
    EXPECT_EQ(written("t").size(), 100'003U);
}

TEST_F(RotationTest, WhereTheFullOneCannotBeRenamedNothingOfItIsLost) {
    begin({.size = 4, .keep = 1});
    write("123\n");
    std::filesystem::create_directories(scratch_.file("t.1/is a directory"));
    const WrittenBytes done = file_->write(fd_, "456\n");
    EXPECT_NE(done.code, 0);
    EXPECT_EQ(done.bytes, 0U);
    EXPECT_EQ(written("t"), "123\n");
}

TEST_F(RotationTest, ASinkWritesOverSeveralFiles) {
    Losses losses;
    Sink sink(std::move(*open_output_file(scratch_.file("s"), false)), Sink::When::buffered, scratch_.file("s"), {.size = 8, .keep = 9});
    sink.buffer() += "first\nsecond\nthird\n";
    sink.flush(losses);
    EXPECT_FALSE(losses.any());
    EXPECT_EQ(written("s.2") + written("s.1") + written("s"), "first\nsecond\nthird\n");
}

}  // namespace
}  // namespace troupe
