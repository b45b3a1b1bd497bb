#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>

#include "tests/support/scratch.hpp"
#include "troupe/core/launch.hpp"

namespace troupe {
namespace {

/// Folders `one` and `two` with a program each, and things that are none.
class FindExecutable : public testing::Test {
 protected:
    FindExecutable() {
        (void)scratch_.write("one/first", "", true);
        (void)scratch_.write("one/text", "");
        (void)scratch_.write("two/first", "", true);
        (void)scratch_.write("two/second", "", true);
        (void)scratch_.write("two/text", "", true);
        std::filesystem::create_directories(scratch_.path("one/folder"));
    }
    [[nodiscard]] std::string both() const { return scratch_.path("one") + ":" + scratch_.path("two"); }
    /// The path, or the name of what went wrong.
    [[nodiscard]] static std::string found(const std::string& name, const char* path) {
        const auto result = find_executable(name, path);
        if (result) {
            return *result;
        }
        EXPECT_EQ(result.error().verb, name);
        return result.error().code == ENOENT ? "ENOENT" : result.error().code == EACCES ? "EACCES" : result.error().text();
    }

    tests::Scratch scratch_;
};

TEST_F(FindExecutable, TheFirstFolderThatHasItWins) {
    EXPECT_EQ(found("first", both().c_str()), scratch_.path("one/first"));
    EXPECT_EQ(found("second", both().c_str()), scratch_.path("two/second"));
}

TEST_F(FindExecutable, AFileThatMayNotBeExecutedIsPassedOver) { EXPECT_EQ(found("text", both().c_str()), scratch_.path("two/text")); }

TEST_F(FindExecutable, WhereOnlySuchFilesAreFoundPermissionIsWhatIsMissing) {
    EXPECT_EQ(found("text", scratch_.path("one").c_str()), "EACCES");
    EXPECT_EQ(found("folder", both().c_str()), "EACCES");
    EXPECT_EQ(found("text", (scratch_.path("one") + ":" + scratch_.path("nowhere")).c_str()), "EACCES");
}

TEST_F(FindExecutable, WhatIsNowhereIsNotFound) {
    EXPECT_EQ(found("nothing", both().c_str()), "ENOENT");
    EXPECT_EQ(found("first", scratch_.path("nowhere").c_str()), "ENOENT");
    EXPECT_EQ(found("first", scratch_.path("one/text").c_str()), "ENOENT") << "a file is no folder";
}

TEST_F(FindExecutable, ANameWithASlashIsAPathAndIsNotLookedFor) {
    EXPECT_EQ(found(scratch_.path("two/second"), ""), scratch_.path("two/second"));
    EXPECT_EQ(found("two/second", scratch_.folder().c_str()), "ENOENT");
    EXPECT_EQ(found(scratch_.path("one/text"), both().c_str()), "EACCES");
    EXPECT_EQ(found(scratch_.path("one/folder"), both().c_str()), "EACCES");
    EXPECT_EQ(found(scratch_.path("one/nothing"), both().c_str()), "ENOENT");
}

TEST_F(FindExecutable, AnEmptyFolderIsTheWorkingDirectory) {
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(scratch_.path("two"));
    EXPECT_EQ(found("second", ""), "./second");
    EXPECT_EQ(found("second", (":" + scratch_.path("one")).c_str()), "./second");
    EXPECT_EQ(found("second", (scratch_.path("one") + ":").c_str()), "./second");
    EXPECT_EQ(found("second", (scratch_.path("one") + "::/nowhere").c_str()), "./second");
    EXPECT_EQ(found("second", scratch_.path("one").c_str()), "ENOENT");
    std::filesystem::current_path(before);
}

TEST_F(FindExecutable, WithoutPathTheFoldersOfTheSystemAreSearched) { EXPECT_EQ(found("sh", nullptr), "/bin/sh"); }

TEST_F(FindExecutable, NoNameIsNotFound) { EXPECT_EQ(found("", both().c_str()), "ENOENT"); }

}  // namespace
}  // namespace troupe
