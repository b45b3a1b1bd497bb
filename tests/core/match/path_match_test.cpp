#include "troupe/core/path_match.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/fake_memory.hpp"
#include "tests/support/scratch.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t here = 0x1000;
constexpr auto current_directory = static_cast<std::uint64_t>(AT_FDCWD);

class PathMatch : public testing::Test {
 protected:
    bool matches(long number, const Arguments& args, const std::vector<WantedPath>& paths) {
        return touches_path({{Abi::x86_64, static_cast<std::uint32_t>(number)}, args, ::getpid(), memory_}, paths);
    }

    tests::Scratch scratch_;
    const std::string file_ = std::filesystem::canonical(scratch_.write("file", "x"));
    const std::string link_ = scratch_.path("link");
    tests::FakeMemory memory_;
};

TEST_F(PathMatch, PathArgumentsMatchAsTheyAre) {
    memory_.put(here, std::string("/etc/passwd\0", 12));
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here}, {wanted_path("/x"), wanted_path("/etc/passwd")}));
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, {wanted_path("/etc"), wanted_path("/etc/./passwd")}));
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, {}));
}

TEST_F(PathMatch, DescriptorsMatchByTheirRealPath) {
    std::filesystem::create_symlink(file_, link_);
    const UniqueFd fd(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
    const Arguments reads{static_cast<std::uint64_t>(fd.get())};
    EXPECT_TRUE(matches(SYS_read, reads, {wanted_path(file_)}));
    EXPECT_TRUE(matches(SYS_read, reads, {wanted_path(link_)}));
    EXPECT_FALSE(matches(SYS_read, reads, {wanted_path("/nowhere")}));
    EXPECT_FALSE(matches(SYS_read, {999}, {wanted_path(file_)}));
}

class Files : public PathMatch {
 protected:
    bool matches(long number, const Arguments& args, const WantedFiles& files) {
        return touches({{Abi::x86_64, static_cast<std::uint32_t>(number)}, args, ::getpid(), memory_}, files);
    }
    static DescriptorSet descriptors(const char* text) { return *DescriptorSet::parse(text); }
};

TEST_F(Files, PathArgumentsMatchAsGivenAndByWhereTheGivenPathLeads) {
    std::filesystem::create_symlink(file_, link_);
    memory_.put(here, link_ + '\0');
    memory_.put(here + 0x800, file_ + '\0');
    const WantedFiles link{.paths = {wanted_path(link_)}};
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here}, link));
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here + 0x800}, link));
    const WantedFiles file{.paths = {wanted_path(file_)}};
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, file)) << "the tracee's paths are not resolved";
    EXPECT_TRUE(matches(SYS_rename, {here, here + 0x800}, file));
}

TEST_F(Files, APathThatIsNowhereIsNotWhatAnEmptyArgumentNames) {
    memory_.put(here, std::string(1, '\0'));
    EXPECT_FALSE(matches(SYS_openat, {current_directory, here}, {.paths = {wanted_path("/nowhere")}}));
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here}, {.paths = {wanted_path("")}}));
}

TEST_F(Files, DescriptorsMatchByNumberOrByPath) {
    const UniqueFd fd(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
    const auto number = static_cast<std::uint64_t>(fd.get());
    EXPECT_TRUE(matches(SYS_read, {7}, {.descriptors = descriptors("7")}));
    EXPECT_FALSE(matches(SYS_read, {8}, {.descriptors = descriptors("7")}));
    EXPECT_TRUE(matches(SYS_read, {number}, {.paths = {wanted_path(file_)}, .descriptors = descriptors("none")}));
    EXPECT_TRUE(matches(SYS_sendfile, {7, number}, {.paths = {wanted_path(file_)}}));
    EXPECT_TRUE(matches(SYS_mmap, {0, 4096, 1, 2, number, 0}, {.paths = {wanted_path(file_)}}));
}

TEST_F(Files, PatternsMatchPathsAndDescriptors) {
    const UniqueFd fd(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
    const Arguments reads{static_cast<std::uint64_t>(fd.get())};
    memory_.put(here, file_ + '\0');
    const std::string folder = std::filesystem::path(file_).parent_path();
    EXPECT_TRUE(matches(SYS_openat, {current_directory, here}, {.patterns = {PathPattern(folder + "/f?l*")}}));
    EXPECT_TRUE(matches(SYS_read, reads, {.patterns = {PathPattern(folder + "/*")}}));
    EXPECT_TRUE(matches(SYS_read, reads, {.patterns = {PathPattern("/*le")}})) << "a star stands for slashes as well";
    EXPECT_FALSE(matches(SYS_read, reads, {.patterns = {PathPattern(folder + "/*x")}}));
    EXPECT_FALSE(matches(SYS_read, reads, {.patterns = {PathPattern("f*")}})) << "that is below our working directory";
}

TEST_F(Files, WhatIsThereIsNoPattern) {
    EXPECT_TRUE(PathPattern::is_meant(wanted_path("/nowhere/*")));
    EXPECT_FALSE(PathPattern::is_meant(wanted_path("/nowhere")));
    EXPECT_FALSE(PathPattern::is_meant(wanted_path(scratch_.write("a[b]", ""))));
}

TEST_F(Files, WhereNoneIsNamedAllAreMeant) {
    EXPECT_TRUE(WantedFiles{}.empty());
    EXPECT_FALSE((WantedFiles{.descriptors = DescriptorSet{}}.empty())) << "none of them is a set";
    EXPECT_FALSE(matches(SYS_read, {0}, {.descriptors = DescriptorSet{}}));
}

TEST_F(PathMatch, APathIsResolvedOnceItIsThere) {
    WantedPaths paths;
    EXPECT_EQ(paths.find(link_).real, "");
    std::filesystem::create_symlink(file_, link_);
    EXPECT_EQ(paths.find(link_).real, file_) << "what was not there is looked for again";
    std::filesystem::remove(link_);
    EXPECT_EQ(paths.find(link_).real, file_);
    EXPECT_EQ(paths.find(link_).as_given, link_);
}

}  // namespace
}  // namespace troupe
