#include "actors/output/separate_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "tests/actors/output/scratch.hpp"

namespace troupe {
namespace {

class SeparateFilesTest : public testing::Test {
 protected:
    SeparateFile& open(const std::string& name, bool append = false) {
        return *made_.emplace_back(std::make_unique<SeparateFile>(files_, scratch_.file(name), append, losses_));
    }
    void write(SeparateFile& file, const std::string& text) {
        file.buffer() += text;
        file.flush(losses_);
    }
    [[nodiscard]] std::string written(const std::string& name) const { return contents(scratch_.file(name)); }
    /// How many of our files are open.
    [[nodiscard]] std::ptrdiff_t descriptors() const {
        namespace fs = std::filesystem;
        return std::ranges::count_if(fs::directory_iterator("/proc/self/fd"), [this](const fs::directory_entry& entry) {
            std::error_code gone;
            return fs::read_symlink(entry.path(), gone).string().starts_with(scratch_.file(""));
        });
    }

    Scratch scratch_;
    Losses losses_;
    OpenFiles files_{2};
    std::vector<std::unique_ptr<SeparateFile>> made_;
};

TEST_F(SeparateFilesTest, MoreFilesThanMayBeOpenAreWrittenWhole) {
    for (int i = 0; i < 5; ++i) {
        open(std::to_string(i));
    }
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < made_.size(); ++i) {
            write(*made_[i], "line\n");
            EXPECT_EQ(descriptors(), 2);
        }
    }
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(written(std::to_string(i)), "line\nline\nline\n");
    }
    EXPECT_FALSE(losses_.any());
}

TEST_F(SeparateFilesTest, TheFileWrittenToTheLongestAgoIsClosed) {
    SeparateFile& busy = open("busy");
    open("idle");
    write(busy, "x");
    open("new");
    std::filesystem::remove(scratch_.file("busy"));
    std::filesystem::remove(scratch_.file("idle"));
    write(busy, "y");
    EXPECT_FALSE(std::filesystem::exists(scratch_.file("busy"))) << "it was opened again";
    write(*made_[1], "y");
    EXPECT_TRUE(std::filesystem::exists(scratch_.file("idle")));
}

TEST_F(SeparateFilesTest, FileThatIsDestroyedGivesItsDescriptorBack) {
    open("one");
    made_.clear();
    EXPECT_EQ(descriptors(), 0);
    open("two");
    open("three");
    EXPECT_EQ(descriptors(), 2);
}

TEST_F(SeparateFilesTest, AFileIsEmptiedOnceAndAppendedToWhenItIsOpenedAgain) {
    std::ofstream(scratch_.file("old")) << "old\n";
    std::ofstream(scratch_.file("kept")) << "kept\n";
    write(open("old"), "new\n");
    write(open("kept", true), "new\n");
    open("one");
    open("two");
    write(*made_[0], "more\n");
    EXPECT_EQ(written("old"), "new\nmore\n");
    EXPECT_EQ(written("kept"), "kept\nnew\n");
}

TEST_F(SeparateFilesTest, WhereTheProcessHasNoDescriptorLeftAnotherFileIsClosedForIt) {
    SeparateFile& first = open("first");
    std::vector<UniqueFd> all;
    for (UniqueFd fd(::dup(STDIN_FILENO)); fd; fd = UniqueFd(::dup(STDIN_FILENO))) {
        all.push_back(std::move(fd));
    }
    write(open("second"), "2");
    write(first, "1");
    all.clear();
    EXPECT_FALSE(losses_.any());
    EXPECT_EQ(written("first") + written("second"), "12");
}

TEST_F(SeparateFilesTest, WhatCannotBeWrittenIsCountedByItsFile) {
    std::filesystem::create_directory(scratch_.file("folder"));
    std::filesystem::create_symlink("/dev/full", scratch_.file("full"));
    write(open("folder"), "lost");
    write(open("full"), "lost as well");
    write(open("fine"), "kept");
    EXPECT_EQ(losses_.bytes(), 16U);
    EXPECT_EQ(losses_.text(), "16 bytes of the trace are lost in 2 files, the first: Can't fopen '" + scratch_.file("folder") +
                                  "': Is a directory; also " + scratch_.file("full"));
    EXPECT_EQ(written("fine"), "kept");
}

}  // namespace
}  // namespace troupe
